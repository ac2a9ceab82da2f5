"""Slides and handouts: whole pages of their own, which no theme takes part in.

They stand beside the pages of sessions as plain HTML files, so that they look the same on every
wall, print one slide a page, and run from a folder.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from markupsafe import Markup

from unjargon.addresses import relative
from unjargon.language import _, speaking
from unjargon.observed import Part, at_once
from unjargon.pages import Renderer

Link = Callable[[Sequence[str], str], tuple[list[str], str]]
"""Takes slides and the address of their page; returns them linked, and the section of words."""
_SLIDE = re.compile(r"(?=<section )")
OWN_DECK = "sessions/deck.html"
"""The slides of whatever a reader has chosen."""
OWN_SLIDES = "sessions/slides.js"
"""The slides that a reader can choose from."""


def documents(renderer: Renderer, link: Link, part: Part = at_once) -> Iterator[tuple[str, str]]:
    """Yield path and content of every deck and handout of a site.

    Args:
        renderer: Renders their templates.
        link: Links the words of a deck.
        part: Gives what a template makes again if nothing has changed that it was made from.
    """
    if "sessions" not in renderer.addresses.sections:
        return
    if renderer.catalog.terms:
        yield OWN_SLIDES, _own_slides(renderer, link, part)
        back, own = renderer.addresses.url("sessions/mine.md"), OWN_SLIDES
        back, own = relative(back, OWN_DECK), relative(own, OWN_DECK)
        with speaking(renderer.catalog.language):
            title = _("My session")
        yield OWN_DECK, _deck(renderer, OWN_DECK, title, "", "", back, own)
    for key, session in renderer.catalog.sessions.items():
        path = handout_path(key)
        yield path, part(path, partial(_handout, renderer, path, key))
        path = deck_path(key)
        text = part(path, partial(renderer.document, "_session_slides", path, id=key))
        # Each for itself: whoever sees this slide may have missed the one that explains its word.
        slides, words = link(_SLIDE.split(text), path)
        back = renderer.addresses.href("session", key, path)
        yield path, _deck(renderer, path, session.title, "".join(slides), words, back)


def deck_path(session_id: str) -> str:
    """Return the address of a session's slides."""
    return f"sessions/{session_id}/deck.html"


def handout_path(session_id: str) -> str:
    """Return the address of a session's handout."""
    return f"sessions/{session_id}/handout.html"


def _handout(renderer: Renderer, path: str, key: str) -> str:
    steps = renderer.catalog.sessions[key].steps
    terms = dict.fromkeys(term for step in steps for term in step.terms)
    return renderer.document("handout", path, id=key, terms=terms)


def _own_slides(renderer: Renderer, link: Link, part: Part) -> str:
    """Return all slides of words and stages as a script, which a page from a folder may load."""
    catalog = renderer.catalog
    slides = {key: ("term", key) for key in catalog.terms}
    slides |= {f"stage:{key}": ("stage", key) for key in catalog.stages}
    texts = [
        part(
            ("slide", kind, key),
            partial(renderer.document, "_own_slide", OWN_DECK, kind=kind, id=key),
        )
        for kind, key in slides.values()
    ]
    linked = link(texts, OWN_DECK)[0]
    made = {
        name: [kind, " ".join(html.split())]
        for (name, (kind, _)), html in zip(slides.items(), linked, strict=True)
    }
    words = {key: [term.term, term.short] for key, term in catalog.terms.items()}
    return f"window.unjargonSlides={_compact(made)};\nwindow.unjargonMeanings={_compact(words)};\n"


def _compact(value: object) -> str:
    # ASCII only, so that the file means the same whatever encoding a server claims for it.
    return json.dumps(value, separators=(",", ":"))


def _deck(
    renderer: Renderer, path: str, title: str, slides: str, words: str, back: str, own: str = ""
) -> str:
    return renderer.document(
        "deck",
        path,
        title=title,
        slides=Markup(slides),
        words=Markup(words),
        back=back,
        own=own,
    )

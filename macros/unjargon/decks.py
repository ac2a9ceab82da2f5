"""Slides and handouts: whole pages of their own, which no theme takes part in.

They stand beside the pages of sessions as plain HTML files, so that they look the same on every
wall, print one slide a page, and run from a folder.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from markupsafe import Markup

from unjargon.pages import Renderer

Link = Callable[[str, str], tuple[str, str]]
"""Takes HTML and the address of its page; returns it linked, and the section of its words."""
OWN_DECK = "sessions/deck.html"
"""The slides of whatever a reader has chosen."""
OWN_SLIDES = "sessions/slides.js"
"""The slides that a reader can choose from."""


def documents(renderer: Renderer, link: Link) -> Iterator[tuple[str, str]]:
    """Yield path and content of every deck and handout of a site.

    Args:
        renderer: Renders their templates.
        link: Links the words of a deck.
    """
    if "sessions" not in renderer.addresses.sections:
        return
    for key, session in renderer.catalog.sessions.items():
        terms = dict.fromkeys(term for step in session.steps for term in step.terms)
        yield (
            handout_path(key),
            renderer.document("handout", handout_path(key), id=key, terms=terms),
        )
        path = deck_path(key)
        slides, words = link(renderer.document("_session_slides", path, id=key), path)
        back = renderer.addresses.href("session", key, path)
        yield path, _deck(renderer, path, session.title, slides, words, back)


def deck_path(session_id: str) -> str:
    """Return the address of a session's slides."""
    return f"sessions/{session_id}/deck.html"


def handout_path(session_id: str) -> str:
    """Return the address of a session's handout."""
    return f"sessions/{session_id}/handout.html"


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

"""The reader's own terms: the world that comparisons are taken from, and where the reader works.

The choice is an attribute of the page's root element, and a stylesheet made from the vocabulary
acts on it. So it holds before the first paint, for every page and card at once, and no script has
to look for what it changes. Without script there is no choice, and all of it stands on the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import escape

from unjargon.language import MESSAGES, said_by_scripts
from unjargon.model import Vocabulary

STYLES = "choices.css"
"""The stylesheet's name among the assets."""
_HEAD_SCRIPT = "reader.js"
"""The script that sets the choice; it has to run before the page is painted."""

_WITH = """\
[data-uj-with={id}] .uj-analogies:has(> [data-domain={id}]) > .uj-analogy:not([data-domain={id}]),
[data-uj-with={id}] .uj-analogies:has(> [data-domain={id}]) > .uj-no-story {{ display: none; }}
[data-uj-with={id}] .uj-word-with[data-with={id}] {{ display: block; }}
[data-uj-with={id}] .uj-glance [data-domain={id}] {{ background: var(--uj-warm-tint); }}
[data-uj-with={id}] .uj-world[data-domain={id}] {{ order: -1; }}
[data-uj-with={id}] .uj-worlds:has([value=read]:checked):has([data-domain={id}])
  .uj-world:not([data-domain={id}], .uj-world-asked) {{ display: none; }}
"""
_FOR = """\
[data-uj-for={id}] .uj-for > [data-department={id}] {{
  border-inline-start: 3px solid var(--uj-brand); order: -1;
}}
[data-uj-for={id}] .uj-for > [data-department={id}] > dt::after {{ content: attr(data-yours); }}
[data-uj-for={id}] .uj-not-yours:has(+ .uj-for > [data-department={id}]) {{ display: none; }}
[data-uj-for={id}] .uj-word-for[data-for={id}] {{ display: block; }}
@media print {{
  [data-uj-for={id}] .uj-for:has(> [data-department={id}]) > :not([data-department={id}]) {{
    display: none;
  }}
}}
"""
_HEAD = re.compile(r"<head(?:\s[^>]*)?>")
_HEADERS = (
    '<form class="md-header__option" data-md-component="palette"',
    '<label class="md-header__button md-icon" for="__search"',
)
"""What the control stands before: the theme's switch for colours, or else its search."""


def stylesheet(vocabulary: Vocabulary) -> str:
    """Return the rules that show a reader's choice: one block for each domain and department."""
    rules = [_WITH.format(id=_string(key)) for key in vocabulary.domains]
    rules += [_FOR.format(id=_string(key)) for key in vocabulary.departments]
    return "".join(rules)


def _string(text: str) -> str:
    """Return a text as a string of CSS, whatever it holds."""
    return f'"{re.sub("[^a-zA-Z0-9_-]", lambda odd: f"{chr(92)}{ord(odd[0]):x} ", text)}"'


def head_scripts(language: str) -> list[str]:
    """Return the scripts that run before a page is painted: its messages, then the choice.

    Args:
        language: The site's language.
    """
    return [MESSAGES, _HEAD_SCRIPT] if said_by_scripts(language) else [_HEAD_SCRIPT]


def prepared(html: str, base: str, control: str, scripts: Iterable[str]) -> str:
    """Put scripts into a page's head, and the choice's control into the header.

    Args:
        html: The whole page.
        base: Address of the assets as a link from the page.
        control: The control, as HTML; it is left out where the theme has no such header.
        scripts: The scripts.
    """
    head = "".join(f'<script src="{base}/{script}"></script>' for script in scripts)
    html = _HEAD.sub(lambda found: found[0] + head, html, count=1)
    place = next((at for mark in _HEADERS if (at := html.find(mark)) >= 0), None)
    return html if place is None else f"{html[:place]}{control}{html[place:]}"


def word_details(
    why_for: Iterable[tuple[str, str, str]], stories: Iterable[tuple[str, str, str]]
) -> str:
    """Return what a card shows for a choice, as the last parts of an entry of the word list.

    Args:
        why_for: Id, title and text (HTML) of each department that a word has one for.
        stories: The same of each domain that it has a comparison from.
    """
    return "".join(
        f'<dd class="uj-word-{kind}" data-{kind}="{escape(key)}"><strong>{escape(title)}</strong>'
        f"{html}</dd>"
        for kind, texts in (("for", why_for), ("with", stories))
        for key, title, html in texts
    )

"""The HTML of a linked word, and of "Words on this page", which its card shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape

from unjargon.model import Term


def term_link(term_id: str, href: str, surface: str) -> str:
    """Return the link of one mention.

    Args:
        term_id: Id of the term.
        href: Address of its page, unescaped.
        surface: The words as HTML, taken over as they are.
    """
    return (
        f'<a class="uj-term" data-term="{term_id}" href="{escape(href)}" '
        f'aria-describedby="uj-word-{term_id}">{surface}</a>'
    )


def words_section(
    term_ids: Iterable[str], terms: Mapping[str, Term], href: Callable[[str], str]
) -> str:
    """Return the section that ends a page: each linked term once, with its short meaning.

    It is the one source of the hover card, of the description that screen readers hear, and of
    the endnotes in print. Empty when no term is linked.
    """
    words = "".join(
        f'<div class="uj-word"><dt><a href="{escape(href(key))}">{escape(terms[key].term)}</a>'
        f"{_expansion(terms[key])}</dt>"
        f'<dd id="uj-word-{key}">{escape(terms[key].short)}</dd></div>'
        for key in sorted(term_ids, key=lambda key: (terms[key].term.casefold(), key))
    )
    if not words:
        return ""
    return (
        '\n<section class="uj-words" data-search-exclude aria-labelledby="uj-words-title">'
        f'<h2 id="uj-words-title">Words on this page</h2><dl>{words}</dl></section>\n'
    )


def _expansion(term: Term) -> str:
    return f' <span class="uj-expansion">{escape(term.expansion)}</span>' if term.expansion else ""

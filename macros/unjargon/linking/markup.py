"""The HTML of a linked word, and of "Words on this page", which its card shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from html import escape

from unjargon.language import _
from unjargon.model import Term


def term_link(term_id: str, href: str, surface: str) -> str:
    """Return the link of one mention.

    Args:
        term_id: Id of the term.
        href: Address of its page, unescaped.
        surface: The words as HTML, taken over as they are.
    """
    return f"{_opening(term_id, href)}{surface}</a>"


# Popular words are on many pages.
@lru_cache(maxsize=4096)
def _opening(term_id: str, href: str) -> str:
    return (
        f'<a class="uj-term" data-term="{term_id}" href="{escape(href)}" '
        f'aria-describedby="uj-word-{term_id}">'
    )


def words_section(
    term_ids: Iterable[str],
    terms: Mapping[str, Term],
    href: Callable[[str], str],
    details: Callable[[str], str] = lambda _: "",
) -> str:
    """Return the section that ends a page: each linked term once, with its short meaning.

    It is the one source of the hover card, of the description that screen readers hear, and of
    the endnotes in print. Empty when no term is linked.

    Args:
        term_ids: Ids of the terms.
        terms: The glossary.
        href: Takes a term's id, returns the address of its page.
        details: Takes it too, returns more `<dd>` about it, as HTML.
    """
    found = []
    for key in term_ids:
        term = terms[key]
        found.append(_meaning(key, href(key), term.term, term.expansion, term.short))
    if not found:
        return ""
    words = "".join([f"{meaning}{details(key)}</div>" for _name, key, meaning in sorted(found)])
    title = escape(_("Words on this page"))
    return (
        '\n<section class="uj-words" data-search-exclude aria-labelledby="uj-words-title">'
        f'<h2 id="uj-words-title">{title}</h2><dl>{words}</dl></section>\n'
    )


# Popular words end many pages.
@lru_cache(maxsize=4096)
def _meaning(
    key: str, href: str, name: str, expansion: str | None, short: str
) -> tuple[str, str, str]:
    """Return what a term is sorted by, its id, and its name and short meaning as open HTML."""
    in_full = f' <span class="uj-expansion">{escape(expansion)}</span>' if expansion else ""
    html = (
        f'<div class="uj-word"><dt><a href="{escape(href)}">{escape(name)}</a>{in_full}</dt>'
        f'<dd id="uj-word-{key}">{escape(short)}</dd>'
    )
    return name.casefold(), key, html

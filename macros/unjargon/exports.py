"""The registry of machine-readable files: what programs may read of a site, beside its pages.

The words for "Paste a text" are a script and not JSON, because a page that was opened from a
folder may load the one and not fetch the other, and every content security policy that lets the
site's own scripts run lets this one run too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from typing import Any

from unjargon.addresses import Addresses
from unjargon.catalog import Catalog
from unjargon.forms import Form, forms, phrases
from unjargon.linking import Page
from unjargon.model import Term
from unjargon.pages import EXPLAIN, NEWS

_FEED_ENTRIES = 100


@dataclass(frozen=True, slots=True)
class Export:
    """A machine-readable file of a site."""

    name: str
    """Its name."""
    path: str
    """Where it is, relative to the site's root."""
    section: str
    """The section that it belongs to; a site without it does not have the file."""
    text: Callable[[Catalog, Addresses], str]
    """What it holds: the same for the same records, in any order of reading them."""


def export(catalog: Catalog, addresses: Addresses) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file of a site, in the order of the registry."""
    for entry in EXPORTS:
        if entry.section in addresses.sections:
            yield entry.path, entry.text(catalog, addresses)


def explained_words(catalog: Catalog, addresses: Addresses) -> str:
    """Return the words of the page "Paste a text" as a script that sets `unjargonWords`."""
    source = EXPLAIN.source("")
    url = addresses.url(source)
    page = Page(
        href=lambda term: addresses.href("term", term, url),
        tags=frozenset({source, source.removesuffix(".md")}),
    )
    shown = {
        key: term
        for key, term in catalog.terms.items()
        if term.status != "draft" and (not term.only_in or page.allows(term))
    }
    return f"window.unjargonWords={_compact(searchable(shown, page.href, catalog.language))};\n"


def feed(catalog: Catalog, addresses: Addresses) -> str:
    """Return what is new about words as an Atom feed (RFC 4287), latest first.

    Where the site's own address is not known, links are relative to the feed.
    """
    folder = addresses.url(NEWS.source(""))
    entries = [(day, one) for day, several in catalog.news().items() for one in several][
        :_FEED_ENTRIES
    ]

    def link(term: str) -> str:
        href = addresses.href("term", term, "" if addresses.site_url else folder)
        return escape(f"{addresses.absolute('')}{href}" if addresses.site_url else href)

    items = "".join(
        f"<entry><id>urn:unjargon:{one.term}:{day}</id><title>{escape(name)}</title>"
        f'<link href="{link(one.term)}"/><updated>{day}T00:00:00Z</updated>'
        f"<summary>{escape(one.what or catalog.terms[one.term].short)}</summary></entry>\n"
        for day, one in entries
        for name in (catalog.terms[one.term].term,)
    )
    latest = entries[0][0] if entries else "1970-01-01"
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{escape(catalog.language)}">\n'
        f"<id>urn:unjargon:news</id><title>{NEWS.title(catalog, '')}</title>"
        f"<author><name>Unjargon</name></author><updated>{latest}T00:00:00Z</updated>\n"
        f"{items}</feed>\n"
    )


def searchable(
    terms: dict[str, Term], href: Callable[[str], str], language: str
) -> list[dict[str, Any]]:
    """Return what `assets/matcher.js` and the card need of terms with `link: auto`.

    Args:
        terms: Terms by id.
        href: Takes a term's id, returns the address of its page.
        language: Language of the text that will be searched.

    Returns:
        One dictionary a term, in the order in which "Words on this page" lists them.
    """
    return [
        {
            "id": key,
            "term": terms[key].term,
            "expansion": terms[key].expansion or "",
            "short": terms[key].short,
            "href": href(key),
            "forms": _written(forms(terms[key], language)),
            "phrases": _written(phrases(terms[key], language)),
        }
        for key in sorted(terms, key=lambda key: (terms[key].term.casefold(), key))
        if terms[key].link == "auto"
    ]


def _written(found: Iterable[Form]) -> list[list[Any]]:
    """Return forms as lists of keys, exact spellings, what stands before and what stands after."""
    return [_list(form) for form in sorted(found, key=_order)]


def _order(form: Form) -> tuple[object, ...]:
    return form.keys, [(word is None, word or "") for word in form.exact], form.before, form.after


def _list(form: Form) -> list[Any]:
    exact = [] if set(form.exact) == {None} else list(form.exact)
    parts: list[Any] = [list(form.keys), exact, form.before, form.after]
    while not parts[-1]:
        parts.pop()
    return parts


def _compact(value: Any) -> str:
    # ASCII only, so that the file means the same whatever encoding a server claims for it.
    return json.dumps(value, separators=(",", ":"))


EXPORTS: tuple[Export, ...] = (
    Export("explained-words", f"{EXPLAIN.folder}/words.js", EXPLAIN.section, explained_words),
    Export("news", f"{NEWS.folder}/feed.xml", NEWS.section, feed),
)

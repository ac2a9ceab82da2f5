"""The Atom feed of what is new about words."""

from __future__ import annotations

from html import escape

from unjargon.exports.published import Published
from unjargon.pages import NEWS

_ENTRIES = 100


def feed(site: Published) -> str:
    """Return what is new about words as an Atom feed (RFC 4287), latest first.

    Where the site's own address is not known, links are relative to the feed.
    """
    catalog, addresses = site.catalog, site.addresses
    folder = addresses.url(NEWS.source(""))
    entries = [(day, one) for day, several in catalog.news().items() for one in several][:_ENTRIES]

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
        f"<id>urn:unjargon:news</id><title>{escape(NEWS.title(catalog, ''))}</title>"
        f"<author><name>Unjargon</name></author><updated>{latest}T00:00:00Z</updated>\n"
        f"{items}</feed>\n"
    )

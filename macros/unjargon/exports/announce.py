"""What a page's head tells programs: which word it defines, and where the files are."""

from __future__ import annotations

from html import escape

from unjargon.addresses import relative
from unjargon.exports.opensearch import FILE, MEDIA_TYPE
from unjargon.exports.published import Published
from unjargon.exports.registry import exports_of
from unjargon.exports.schema_org import defined_term, defined_term_set, in_page

_END = "</head>"


def announced(html: str, site: Published, page: str, kind: str = "", record_id: str = "") -> str:
    """Put into a page's head what programs look for there.

    Args:
        html: The whole page.
        site: The site.
        page: The page's address, relative to the site's root.
        kind: What kind of generated page it is; empty: none.
        record_id: The record that it shows.
    """
    return html.replace(_END, announcements(site, page, kind, record_id) + _END, 1)


def announcements(site: Published, page: str, kind: str = "", record_id: str = "") -> str:
    """Return what `announced` puts into a page's head."""
    found = "".join(_search(site, page))
    if kind == "term":
        found += in_page(defined_term(site, record_id, page))
    elif kind == "glossary":
        found += "".join(
            f'<link rel="alternate" type="{entry.media_type}" href="{relative(entry.path, page)}">'
            for entry in exports_of(site)
            if entry.offered_as
        )
        found += in_page(defined_term_set(site, page))
    return found


def _search(site: Published, page: str) -> list[str]:
    return [
        f'<link rel="search" type="{MEDIA_TYPE}" title="{escape(site.name)}" '
        f'href="{relative(entry.path, page)}">'
        for entry in exports_of(site)
        if entry.path == FILE
    ]

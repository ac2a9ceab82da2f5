"""Addresses are promises: a former id's page sends readers on, without script."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from unjargon.addresses import Addresses, relative, source_of
from unjargon.catalog import Catalog
from unjargon.language import _, speaking


def redirects(catalog: Catalog, addresses: Addresses) -> Iterator[tuple[str, str]]:
    """Yield path and HTML of a page for every former id of a term."""
    if "glossary" not in addresses.sections:
        return
    for key, term in catalog.terms.items():
        for old in term.formerly:
            url = addresses.url(source_of("term", old))
            target = escape(relative(addresses.url(source_of("term", key)), url))
            path = f"{url}index.html" if url.endswith("/") else url
            yield path, _page(target, escape(term.term), catalog.language)


def _page(target: str, title: str, language: str) -> str:
    link = f'<a href="{target}">{title}</a>'
    with speaking(language):
        told = escape(_("This page is now {page}.")).format(page=link)
    return (
        f'<!doctype html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">'
        f"<title>{title}</title>"
        f'<meta http-equiv="refresh" content="0; url={target}">'
        f'<link rel="canonical" href="{target}">'
        f'<meta name="robots" content="noindex"></head>'
        f"<body><p>{told}</p></body></html>\n"
    )

"""Addresses are promises: a former id's page sends readers on, without script."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from unjargon.addresses import Addresses, relative, source_of
from unjargon.catalog import Catalog


def redirects(catalog: Catalog, addresses: Addresses) -> Iterator[tuple[str, str]]:
    """Yield path and HTML of a page for every former id of a term."""
    if "glossary" not in addresses.sections:
        return
    for key, term in catalog.terms.items():
        for old in term.formerly:
            url = addresses.url(source_of("term", old))
            target = escape(relative(addresses.url(source_of("term", key)), url))
            path = f"{url}index.html" if url.endswith("/") else url
            yield path, _page(target, escape(term.term))


def _page(target: str, title: str) -> str:
    return (
        f'<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta http-equiv="refresh" content="0; url={target}">'
        f'<link rel="canonical" href="{target}">'
        f'<meta name="robots" content="noindex"></head>'
        f'<body><p>This page is now <a href="{target}">{title}</a>.</p></body></html>\n'
    )

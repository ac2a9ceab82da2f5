"""What the tests of the linker share: a small glossary from plain values, and a page."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from unjargon.linking import Matcher, Page
from unjargon.model import Term


def glossary(terms: Iterable[dict[str, Any]]) -> dict[str, Term]:
    """Return records by id; what a fixture leaves out is filled in."""
    filled = ({"short": "A word.", "plain": "A word."} | term for term in terms)
    return {fields.pop("id"): Term.model_validate(fields) for fields in filled}


def matcher(terms: Iterable[dict[str, Any]]) -> Matcher:
    return Matcher(glossary(terms))


def page(**fields: Any) -> Page:
    """Return a page of a site whose terms are at `/g/<id>/`."""
    return Page(href=lambda term: f"/g/{term}/", term_at=_term_at, **fields)


def _term_at(href: str) -> str | None:
    return href[3:-1] if href.startswith("/g/") and href.endswith("/") else None

"""Kinds and parts: `broader` is stored at the narrower term and told from both sides."""

from __future__ import annotations

from collections.abc import Mapping

from unjargon.model import Term


def narrower_terms(terms: Mapping[str, Term]) -> dict[str, list[str]]:
    """Return the ids of the terms that name each term as `broader`, in the order of the terms."""
    found: dict[str, list[str]] = {}
    for key, term in terms.items():
        for broader in term.broader:
            found.setdefault(broader, []).append(key)
    return found


def above(terms: Mapping[str, Term], term_id: str) -> set[str]:
    """Return the ids of all terms above one, at any height; a circle ends where it began."""
    found: set[str] = set()
    waiting = [term_id]
    while waiting:
        for broader in terms[waiting.pop()].broader:
            if broader not in found:
                found.add(broader)
                waiting.append(broader)
    return found

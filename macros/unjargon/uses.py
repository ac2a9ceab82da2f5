"""Where terms are used: gathered from the linker's decisions about all pages of a site."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape

from unjargon.linking import Decision, Linked


@dataclass(frozen=True, slots=True)
class UsingPage:
    """A page that uses a term."""

    title: str
    """Its title; markup-safe text where it is escaped already."""
    url: str
    """Its address, relative to the site's root."""
    for_readers: bool = True
    """Whether the readers' search finds it."""


@dataclass
class Uses:
    """The pages of every term and, where they are asked for, the decisions about every page."""

    keeps_decisions: bool = False
    """Whether `as_json` will be called; the decisions of 10,000 pages take much memory."""
    _pages: dict[str, tuple[Decision, ...]] = field(default_factory=dict)
    _terms: dict[str, list[UsingPage]] = field(default_factory=dict)

    def add(self, page: UsingPage, linked: Linked) -> None:
        """Note what was linked on a page."""
        if self.keeps_decisions:
            self._pages[page.url] = linked.decisions
        for term in linked.terms:
            self._terms.setdefault(term, []).append(page)

    def of(self, term: str, *, but: str = "") -> list[UsingPage]:
        """Return the readers' pages that use a term, in the order of the site, one left out."""
        pages = self._terms.get(term, ())
        return [page for page in pages if page.for_readers and page.url != but]

    def as_json(self) -> str:
        """Return `linking.json`: per page every decision, per term where it is used."""
        pages = {
            url: [
                {"surface": _shown(found.surface), "term": found.term, "rule": found.rule}
                for found in decisions
            ]
            for url, decisions in sorted(self._pages.items())
        }
        terms: Mapping[str, list[str]] = {
            term: sorted(page.url for page in found) for term, found in sorted(self._terms.items())
        }
        return json.dumps({"pages": pages, "terms": terms}, ensure_ascii=False, indent=1) + "\n"


def _shown(surface: str) -> str:
    return " ".join(unescape(surface).split())

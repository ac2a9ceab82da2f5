"""The last part of a word's page: where to read on."""

from __future__ import annotations

import re

from sites import ROOT
from unjargon.site import Settings, Site

SITE = Site(Settings(ROOT, ROOT / "docs"))
_LIST = re.compile(r'<div class="uj-label">([^<]+)</div><ul class="uj-chips uj-nav">(.*?)</ul>')


def reads_on(term: str) -> dict[str, list[str]]:
    """Return the words under each label at the end of a word's page."""
    html = SITE.pages[f"glossary/{term}.md"].markdown.replace("\n", "")
    return {
        label: re.findall(r'href="\.\./([^/]+)/"', links) for label, links in _LIST.findall(html)
    }


def test_related_are_words_that_no_other_list_names() -> None:
    for term in SITE.catalog.terms:
        lists = reads_on(term)
        related = set(lists.pop("Related", []))
        assert related.isdisjoint(word for words in lists.values() for word in words), term


def test_what_is_read_first_is_not_related_as_well() -> None:
    catalog = SITE.catalog
    both = [
        (term, word)
        for term in catalog.terms
        for word in catalog.related(term)
        if word in catalog.terms[term].learn_first
    ]
    assert both
    for term, word in both:
        assert word in reads_on(term)["Read first"]
        assert word not in reads_on(term).get("Related", [])

"""Machine-readable files: what they hold, and what never gets into them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from sites import ROOT
from unjargon.addresses import Addresses
from unjargon.catalog import Catalog
from unjargon.exports import EXPORTS, explained_words, export
from unjargon.model import Term
from unjargon.site import Settings, Site

CATALOG = Site(Settings(ROOT, ROOT / "docs")).catalog
BEGIN, END = "window.unjargonWords=", ";\n"


def catalog(**terms: dict[str, Any]) -> Catalog:
    filled = {
        key: Term.model_validate({"short": "S.", "plain": "P."} | fields)
        for key, fields in terms.items()
    }
    return replace(CATALOG, terms=filled)


def words(text: str) -> list[dict[str, Any]]:
    assert text.startswith(BEGIN)
    assert text.endswith(END)
    found: list[dict[str, Any]] = json.loads(text[len(BEGIN) : -len(END)])
    return found


def test_a_word_in_full() -> None:
    term = {"term": "C++", "expansion": "C with classes", "not_in": ["grade C++"], "case": "any"}
    assert words(explained_words(catalog(cpp=term), Addresses())) == [
        {
            "id": "cpp",
            "term": "C++",
            "expansion": "C with classes",
            "short": "S.",
            "href": "../glossary/cpp/",
            "forms": [
                [["c"], [], "", "++"],
                [["c", " ", "with", " ", "class"]],
                [["c", " ", "with", " ", "classes"]],
            ],
            "phrases": [[["grade", " ", "c"], [], "", "++"]],
        }
    ]


def test_what_no_text_links_is_not_in_it() -> None:
    shown = catalog(
        automatic={"term": "a"},
        draft={"term": "b", "status": "draft"},
        elsewhere={"term": "c", "only_in": ["guides/*"]},
        explicit={"term": "d", "link": "explicit"},
        here={"term": "e", "only_in": ["explain/*"]},
        never={"term": "f", "link": "never"},
        old={"term": "g", "status": "deprecated"},
    )
    found = [word["id"] for word in words(explained_words(shown, Addresses()))]
    assert found == ["automatic", "here", "old"]


def test_it_is_sorted_whatever_the_order_of_reading() -> None:
    terms = {"z": {"term": "alpha"}, "b": {"term": "Alpha"}, "a": {"term": "beta"}}
    texts = {
        explained_words(catalog(**dict(order)), Addresses())
        for order in (terms.items(), reversed(terms.items()))
    }
    assert [[word["id"] for word in words(text)] for text in texts] == [["b", "z", "a"]]


def test_no_text_can_end_it_or_begin_something_else() -> None:
    term = {"term": "</script>\u2028𝓘'\"\\", "short": "`${alert()}` // -->"}
    text = explained_words(catalog(__proto__=term), Addresses())
    assert text.isascii()
    assert [(word["id"], word["short"]) for word in words(text)] == [("__proto__", term["short"])]


@pytest.mark.parametrize(
    ("addresses", "paths"),
    [
        (Addresses(), ["explain/words.js"]),
        (Addresses(directory_urls=False), ["explain/words.js"]),
        (Addresses(sections=("projects",), glossary_url="https://example.com/words"), []),
    ],
)
def test_where_files_are(addresses: Addresses, paths: list[str]) -> None:
    assert [path for path, _ in export(CATALOG, addresses)] == paths


def test_names_and_paths_are_unique() -> None:
    assert len({entry.name for entry in EXPORTS}) == len({e.path for e in EXPORTS}) == len(EXPORTS)

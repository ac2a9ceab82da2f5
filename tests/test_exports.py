"""Machine-readable files: what they hold, and what never gets into them."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from sites import ROOT
from unjargon.addresses import Addresses
from unjargon.exports import EXPORTS, Published, export
from unjargon.exports.feed import feed
from unjargon.exports.words import explained_words
from unjargon.model import Term
from unjargon.site import Settings, Site

CATALOG = Site(Settings(ROOT, ROOT / "docs")).catalog
FEED = """\
<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>urn:unjargon:news</id><title>What is new</title><author><name>Unjargon</name></author><updated>2026-02-03T00:00:00Z</updated>
<entry><id>urn:unjargon:drift:2026-02-03</id><title>drift &amp; co</title><link href="https://e.com/w/glossary/drift/"/><updated>2026-02-03T00:00:00Z</updated><summary>Says &lt;who&gt; notices.</summary></entry>
<entry><id>urn:unjargon:bias:2026-02-03</id><title>bias</title><link href="https://e.com/w/glossary/bias/"/><updated>2026-02-03T00:00:00Z</updated><summary>A lean.</summary></entry>
<entry><id>urn:unjargon:drift:2026-02-01</id><title>drift &amp; co</title><link href="https://e.com/w/glossary/drift/"/><updated>2026-02-01T00:00:00Z</updated><summary>A change.</summary></entry>
</feed>
"""  # noqa: E501
BEGIN, END = "window.unjargonWords=", ";\n"


def site(addresses: Addresses | None = None, **terms: dict[str, Any]) -> Published:
    filled = {
        key: Term.model_validate({"short": "S.", "plain": "P."} | fields)
        for key, fields in terms.items()
    }
    return Published(replace(CATALOG, terms=filled), addresses or Addresses())


def words(text: str) -> list[dict[str, Any]]:
    assert text.startswith(BEGIN)
    assert text.endswith(END)
    found: list[dict[str, Any]] = json.loads(text[len(BEGIN) : -len(END)])
    return found


def test_a_word_in_full() -> None:
    term = {"term": "C++", "expansion": "C with classes", "not_in": ["grade C++"], "case": "any"}
    assert words(explained_words(site(cpp=term))) == [
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
    shown = site(
        automatic={"term": "a"},
        draft={"term": "b", "status": "draft"},
        elsewhere={"term": "c", "only_in": ["guides/*"]},
        explicit={"term": "d", "link": "explicit"},
        here={"term": "e", "only_in": ["explain/*"]},
        never={"term": "f", "link": "never"},
        old={"term": "g", "status": "deprecated"},
    )
    found = [word["id"] for word in words(explained_words(shown))]
    assert found == ["automatic", "here", "old"]


def test_it_is_sorted_whatever_the_order_of_reading() -> None:
    terms = {"z": {"term": "alpha"}, "b": {"term": "Alpha"}, "a": {"term": "beta"}}
    texts = {
        explained_words(site(**dict(order))) for order in (terms.items(), reversed(terms.items()))
    }
    assert [[word["id"] for word in words(text)] for text in texts] == [["b", "z", "a"]]


def test_no_text_can_end_it_or_begin_something_else() -> None:
    term = {"term": "</script>\u2028𝓘'\"\\", "short": "`${alert()}` // -->"}
    text = explained_words(site(__proto__=term))
    assert text.isascii()
    assert [(word["id"], word["short"]) for word in words(text)] == [("__proto__", term["short"])]


FILES = [
    *("explain/words.js", "news/feed.xml", "glossary.csv", "glossary.json", "glossary.schema.json"),
    *("glossary.jsonld", "glossary.ttl", "llms.txt"),
]


@pytest.mark.parametrize(
    ("addresses", "paths"),
    [
        (Addresses(), FILES),
        (Addresses(directory_urls=False), FILES),
        (Addresses(site_url="https://e.com/"), [*FILES, "opensearch.xml"]),
        (Addresses(sections=("projects",), glossary_url="https://example.com/words"), []),
    ],
)
def test_where_files_are(addresses: Addresses, paths: list[str]) -> None:
    assert [path for path, _ in export(Published(CATALOG, addresses))] == paths


def test_names_and_paths_are_unique() -> None:
    assert len({entry.name for entry in EXPORTS}) == len({e.path for e in EXPORTS}) == len(EXPORTS)


def test_the_feed_tells_changes_before_readings_latest_first() -> None:
    drift = {
        "term": "drift & co",
        "short": "A change.",
        "plain": "-",
        "reviewed": "2026-02-01",
        "changes": [{"date": "2026-02-03", "what": "Says <who> notices."}],
    }
    bias = {"term": "bias", "short": "A lean.", "plain": "-", "reviewed": "2026-02-03"}
    known = site(Addresses(site_url="https://e.com/w/"), drift=drift, bias=bias)
    assert feed(known) == FEED

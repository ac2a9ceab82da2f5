"""schema.org in pages: data that no text can break out of, the same in pages and file."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from unjargon.addresses import Addresses
from unjargon.exports import Published, announced, announcements
from unjargon.exports.schema_org import defined_term, glossary_jsonld, in_page

HEAD = "<html><head><title>T</title></head><body></body></html>"


class Scripts(HTMLParser):
    """Collects what a browser would take for script elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.tags: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] == ["script"]:
            self.found.append(data)


def data(html: str) -> Any:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    return json.loads(text)


@given(
    st.text() | st.sampled_from(["</script><script>alert(1)</script>", "<!--<script>", "\u2028"])
)
def test_no_text_ends_the_element(text: str) -> None:
    parsed = Scripts(in_page({"name": text}))
    assert parsed.tags == ["script"]
    assert json.loads("".join(parsed.found)) == {"@context": "https://schema.org", "name": text}


def test_a_word_says_the_same_in_its_page_and_in_the_file(small: Published) -> None:
    file = json.loads(glossary_jsonld(small))
    for key, in_file in zip(small.catalog.terms, file["hasDefinedTerm"], strict=True):
        html = announced(HEAD, small, f"glossary/{key}/", "term", key)
        assert data(html) == {"@context": "https://schema.org"} | in_file
        assert html.index("ld+json") < html.index("</head>")


def test_the_glossary_names_itself_and_its_files(small: Published) -> None:
    found = announcements(small, "glossary/", "glossary")
    file = json.loads(glossary_jsonld(small))
    assert data(found) == {name: file[name] for name in file if name != "hasDefinedTerm"}
    assert re.findall(r'rel="alternate" type="([^"]+)" href="([^"]+)"', found) == [
        ("text/csv", "../glossary.csv"),
        ("application/json", "../glossary.json"),
        ("application/ld+json", "../glossary.jsonld"),
        ("text/turtle", "../glossary.ttl"),
        ("text/plain", "../llms.txt"),
    ]


def test_other_pages_only_name_the_search(small: Published) -> None:
    assert announcements(small, "guides/a/") == (
        '<link rel="search" type="application/opensearchdescription+xml" '
        'title="Plain &amp; simple words of ML" href="../../opensearch.xml">'
    )


def test_without_an_address_links_start_from_the_page(small: Published) -> None:
    site = Published(small.catalog, Addresses())
    term = defined_term(site, "bias", "glossary/bias/")
    assert (term["@id"], term["inDefinedTermSet"]["@id"]) == ("./", "../")
    assert announcements(site, "") == ""

"""`llms.txt` keeps to the form that llmstxt.org proposes, `opensearch.xml` to OpenSearch 1.1."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sites import ROOT
from unjargon.exports import Published
from unjargon.exports.llms import _line, llms_txt
from unjargon.exports.opensearch import opensearch
from unjargon.site import Settings, Site

REAL = Site(Settings(ROOT, ROOT / "docs", site_url="https://words.example/")).published
OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def test_it_has_a_title_a_summary_and_lists_of_links() -> None:
    tokens = [token.tag for token in MarkdownIt().parse(llms_txt(REAL)) if token.nesting == 1]
    assert tokens[:4] == ["h1", "blockquote", "p", "p"]
    assert set(tokens[4:]) == {"h2", "ul", "li", "p"}
    lines = llms_txt(REAL).splitlines()
    entries = [line for line in lines if line.startswith("- ")]
    assert all(re.fullmatch(r"- \[.+?\]\(https://\S+\): \S.*", line) for line in entries)
    told = sum(f"({REAL.term(key)})" in line for key in REAL.catalog.terms for line in entries)
    assert told == len(REAL.catalog.terms)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1))
def test_no_name_breaks_its_line(name: str) -> None:
    line = _line(f"a{name}", "https://words.example/", f"b{name}")
    tokens = [token for token in MarkdownIt().parse(line) if token.type == "inline"]
    links = [child for child in tokens[0].children or () if child.type == "link_open"]
    assert len(line.splitlines()) == len(links) == 1


def test_a_search_leads_to_the_glossary(small: Published) -> None:
    root = ElementTree.fromstring(opensearch(small))
    html = next(url for url in root.iter(f"{OPENSEARCH}Url") if url.get("type") == "text/html")
    assert html.get("template") == "https://words.example/ml/glossary/?word={searchTerms}"
    assert len(root.findtext(f"{OPENSEARCH}ShortName") or "") <= 16

"""The search index holds what Material's own parser finds, whatever a page is made of."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from material.plugins.search.plugin import Parser  # type: ignore[import-untyped]

from sites import ROOT
from unjargon.searched import _tokens, sections
from unjargon.site import Settings, Site

PIECES = (
    *("<p>", "</p>", "<P>", "<p\nclass='x'>", "</p >", "<p/>", "<div>", "</div>", "<x-y z>"),
    *("<div data-search-exclude>", '<div class="linenodiv">', "<object>", "</object>", "</x-y>"),
    *('<h1 id="a">', "</h1>", "<h2 id='b'>", "<h2>", "</h2>", '<h3 id="c" data-search-exclude>'),
    *("</h3>", '<h2 id="d" id="e" title="a>b">', '<a class="headerlink" href="#x">', "<a href=x>"),
    *("</a>", "text", "a &amp; b&lt;", "&copy", " ", "\n", "\u00a0", "a < b", "<>", "</>"),
    *("<pre>", "</pre>", "<code>", "</code>", "<ul>", "<li>", "</li>", "</ul>", "<br>", "<br/>"),
    *('<img src="x"/>', '<svg><path d="M"/></svg>', "<script>a<b</script>", "<style>x</style>"),
    *("<!-- <p> -->", "<!doctype html>", "<textarea>", "<!-->"),
)


def told(found: list[Any]) -> list[tuple[object, ...]]:
    """Return all that entries are made of."""
    return [(one.is_excluded(), one.id or None, one.title, one.text) for one in found]


def by_material(html: str) -> list[Any]:
    parser = Parser()
    parser.feed(html)
    parser.close()
    found: list[Any] = parser.data
    return found


def outcome(read: Any, html: str) -> object:
    """Return what a page holds, or that Material's search fails on it."""
    try:
        return told(read(html))
    except ValueError:
        return "no such tag"


@settings(max_examples=2000)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_any_page_has_the_same_sections(html: str) -> None:
    assert outcome(sections, html) == outcome(by_material, html)


@pytest.mark.parametrize(
    ("html", "is_quick"),
    [
        ("<h1>a</h1>\n<p class='b'>c &amp; d<br></p><!-- e --><script>f<g</script>", True),
        ("a < b", False),
        ("<p", False),
        ("<a href=x>y</a>", False),
        ("<!doctype html>", False),
        ("<script>", False),
    ],
)
def test_what_is_not_plain_markup_is_left_to_material(html: str, is_quick: bool) -> None:
    assert (_tokens(html) is not None) == is_quick


def test_every_generated_page_has_the_same_sections() -> None:
    pages = [page.markdown for page in Site(Settings(ROOT, ROOT / "docs")).pages.values()]
    assert len(pages) > 300
    assert [html for html in pages if told(sections(html)) != told(by_material(html))] == []
    assert len([html for html in pages if _tokens(html) is None]) < 5

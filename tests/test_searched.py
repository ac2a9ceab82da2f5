"""Search finds the same in what it is given of a record's page as in the whole of it."""

from __future__ import annotations

import re
from typing import Any

import pytest
from markdown import Markdown
from material.plugins.search.plugin import SearchIndex  # type: ignore[import-untyped]
from mkdocs.structure.toc import get_toc

from sites import ROOT
from unjargon.pages import GeneratedPage
from unjargon.searched import searched
from unjargon.site import Settings, Site

WORD = """\
<div class="uj-head">
<h1>bias</h1>
<p class="uj-lead">It <a href="../x/">leans</a>, <em>always</em>.</p>
<div class="uj-actions" data-search-exclude><button hidden>Show it big</button></div>
</div>
<h2 id="why">Why<a class="headerlink" href="#why" title="Link">¶</a></h2>
<table><tbody><tr><td>sides</td><td>dice</td></tr></tbody></table>
"""
LEFT = """\
 <h1>bias</h1><p>It leans, always.</p>
 <h2 id="why">Why</h2>    sides  dice    """


@pytest.fixture(scope="module")
def records() -> list[GeneratedPage]:
    """The pages of this repository's site that show one record each."""
    return [page for page in Site(Settings(ROOT, ROOT / "docs")).pages.values() if page.id]


class Shown:
    """As much of a page as a search index asks for."""

    def __init__(self, html: str, toc: list[Any]) -> None:
        self.content, self.toc = html, get_toc(toc)
        self.url, self.title, self.meta = "place/", "Title", {}  # type: ignore[var-annotated]


def entries(html: str, toc: list[Any]) -> list[dict[str, str]]:
    index = SearchIndex(lang=["en"])
    index.add_entry_from_context(Shown(html, toc))
    return [{name: re.sub(r"\s", "", text) for name, text in one.items()} for one in index.entries]


def test_tags_go_and_cells_stay_apart() -> None:
    assert searched(WORD) == LEFT


@pytest.mark.unmeasured
@pytest.mark.parametrize("permalink", [False, True])
def test_the_index_of_a_record_has_the_same_words(
    records: list[GeneratedPage], *, permalink: bool
) -> None:
    markdown = Markdown(
        extensions=["md_in_html", "toc"], extension_configs={"toc": {"permalink": permalink}}
    )
    assert {page.kind.name for page in records} >= {"term", "stage", "project", "session", "path"}
    for page in records:
        html = markdown.reset().convert(page.markdown.partition("\n---\n")[2])
        toc = markdown.toc_tokens  # type: ignore[attr-defined]
        assert entries(searched(html), toc) == entries(html, toc), page.source
        assert page.kind.name != "term" or len(searched(html)) < len(html)


@pytest.mark.parametrize(
    ("html", "left"),
    [
        ("<div data-search-exclude><div>in</div> out</div> <b>kept</b>", " kept"),
        ('<h2 id="a">A<a class="headerlink" href="#a"><svg></svg></a></h2>', '<h2 id="a">A</h2>'),
        ('<script src="x.js" defer></script>\n<p class="y">a</p>\n<p>b</p>', "\n<p>a</p><p>b</p>"),
        ("<p><code>a</code> <code>b</code></p>", "<p><code>a</code> <code>b</code></p>"),
        ("<pre><span>a</span>\n<span> b</span>\n</pre>", "<pre>a\n b\n</pre>"),
    ],
)
def test_what_is_left_out_goes_with_all_that_it_holds(html: str, left: str) -> None:
    assert searched(html) == left


def test_what_never_ends_is_not_taken_out() -> None:
    html = "<p>a</p><div data-search-exclude><div>in</div> <b>kept</b>"
    assert searched(html) == html

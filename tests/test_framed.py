"""A generated page in a frame is the page that Markdown would make of it, to the last byte."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

from sites import ROOT, SMALL_SITE, write
from unjargon.framed import Frame, FramedPage, leaves_html_alone, parts_of
from unjargon.pages import GeneratedPage
from unjargon.site import Settings, Site

EXTENSIONS: dict[str, list[Any]] = {
    "none": [],
    "permalinks": [{"toc": {"permalink": True, "anchorlink": True, "baselevel": 2}}, "md_in_html"],
    "all": [
        *("abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "meta"),
        *("sane_lists", "smarty", "tables", "pymdownx.details", "pymdownx.highlight"),
        *("pymdownx.superfences", "pymdownx.tabbed", "pymdownx.tasklist", "pymdownx.betterem"),
        {"pymdownx.snippets": {"auto_append": ["words.txt"]}},
    ],
}


@pytest.fixture(scope="module")
def generated() -> list[GeneratedPage]:
    """The first three pages of each kind of this repository's site."""
    pages = Site(Settings(ROOT, ROOT / "docs")).pages.values()
    kinds = groupby(pages, lambda page: page.kind.name)
    return [page for _, found in kinds for page, _ in zip(found, range(3), strict=False)]


def configured(folder: Path, monkeypatch: pytest.MonkeyPatch, extensions: str) -> MkDocsConfig:
    write(folder, {**SMALL_SITE, "words.txt": "*[words]: all that are said\n"})
    monkeypatch.chdir(folder)
    chosen = EXTENSIONS[extensions]
    return load_config("mkdocs.yml", plugins=[], markdown_extensions=chosen)


def both(
    page: GeneratedPage, config: MkDocsConfig, frames: dict[str, Frame]
) -> Iterator[tuple[object, ...]]:
    """Yield all that is known of a page, made by MkDocs and in a frame."""
    file = File(page.source, None, config.site_dir, True)
    file.content_string, file.inclusion = page.markdown, InclusionLevel.NOT_IN_NAV
    for one in (Page(None, file, config), FramedPage(file, config, frames, page.meta)):
        one.read_source(config)
        one.render(config, Files([file]))
        yield one.meta, one.markdown, one.content, str(one.toc), one.title, one.present_anchor_ids


@pytest.mark.parametrize("extensions", EXTENSIONS)
def test_a_page_is_what_markdown_makes_of_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    generated: list[GeneratedPage],
    extensions: str,
) -> None:
    config = configured(tmp_path, monkeypatch, extensions)
    assert leaves_html_alone(config.markdown_extensions)
    frames: dict[str, Frame] = {}
    for page in generated:
        whole, framed = both(page, config, frames)
        assert framed == whole
    # Each had one, and some had that of another.
    assert 0 < len(frames) < len(generated)


def test_a_page_may_change_its_table_of_contents(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    config, frames = configured(tmp_path, monkeypatch, "none"), {}  # type: ignore[var-annotated]
    contents = []
    for name in ("a.md", "b.md"):
        file = File(name, None, config.site_dir, True)
        file.content_string = "---\ntitle: A\n---\n## One\n\n<p>1</p>\n\n### Two\n\n<p>2</p>\n"
        page = FramedPage(file, config, frames, {"title": "A"})
        page.read_source(config)
        page.render(config, Files([file]))
        contents.append(page.toc)
    contents[0].items[0].children.clear()  # type: ignore[attr-defined]
    assert str(contents[1]) == "One - #one\n    Two - #two\n"


@pytest.mark.parametrize(
    ("markdown", "parts"),
    [
        ("## A\n\n<p>b</p>\n", ["## A", "<p>b</p>"]),
        ("\n\n\n<div>\n\n\n<br></div>\n\n\n\n## A\n", ["<div>\n\n\n<br></div>", "## A"]),
        ("<ul>\n<li>a<img alt=''></li>\n\n</ul>", ["<ul>\n<li>a<img alt=''></li>\n\n</ul>"]),
        ("", []),
        ("words\n", []),
        ("<p>a</p>\n\nwords\n", []),
        ("<em>words</em>\n", []),
        ("## A\nwords\n", []),
        ("#hash\n", []),
        ("<div>\n\n<p>a</p>\n", []),
        ("<pre>a\tb</pre>\n", []),
        ("- <p>a</p>\n", []),
    ],
)
def test_only_headings_and_whole_elements_are_parts(markdown: str, parts: list[str]) -> None:
    assert list(parts_of(markdown)) == parts


@pytest.mark.parametrize(
    ("extension", "alone"),
    [
        ("toc", True),
        ("markdown.extensions.tables", True),
        ("pymdownx.superfences", True),
        ("pymdownx.b64", False),
        ("pymdownx.striphtml", False),
        ("unjargon.linking.markdown", False),
        ("somebody.elses", False),
        (object(), False),
    ],
)
def test_what_is_not_known_may_read_html(extension: object, alone: bool) -> None:
    assert leaves_html_alone(["toc", extension]) == alone

"""The way out: Zensical and ProperDocs build the staged example site into the same pages."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from test_sweep import Seen

from environments import environment
from sites import ROOT, run
from unjargon.publish import MARK

pytestmark = [pytest.mark.slow, pytest.mark.unmeasured]

REQUIREMENTS = ROOT / "tests/stage/requirements.txt"
ENGINES = {
    "zensical": ["zensical", "build", "--strict", "-f", "mkdocs.yml"],
    "properdocs": ["properdocs", "build", "--strict", "-f", "properdocs.yml"],
}
# What a page is compared by; all of it stands in the theme's article.
WORDS = re.compile(
    r'<a class="uj-term" data-term="([^"]+)" href="([^"]+)"[^>]*>(.*?)</a>', re.DOTALL
)
CARDS = re.compile(r'<dd id="uj-word-([^"]+)">(.*?)</dd>', re.DOTALL)
HEADINGS = re.compile(r'<h([1-6])[^>]*? id="([^"]+)"')
ADDRESSES = re.compile(r'\b(?:href|src|action)="([^"]+)"')
DATA = re.compile(r'<script type="application/ld\+json">.*?</script>')
SHEET = re.compile(r'<link rel="stylesheet" href="[^"]*/unjargon/([a-z]+\.css)">')
CARD = "model-card.md.txt"
"""What a model card is called where every Markdown file becomes a page."""
ARTICLE = re.compile(r"<article.*?</article>", re.DOTALL)


@pytest.fixture(scope="module")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that holds the engines, and no Unjargon."""
    return environment(tmp_path_factory.mktemp("engines"), "-r", str(REQUIREMENTS))


@pytest.fixture(scope="module")
def staged(example_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example site, staged."""
    folder = tmp_path_factory.mktemp("staged") / "stage"
    ran = run("unjargon", "stage", str(folder), cwd=example_site.parent)
    assert ran.returncode == 0, ran.stderr
    return folder


@pytest.fixture(scope="module", params=ENGINES)
def built(request: pytest.FixtureRequest, engines: Path, staged: Path) -> Path:
    """What an engine makes of it."""
    program, *arguments = ENGINES[request.param]
    environment = {"PATH": "/usr/bin:/bin", "HOME": str(staged.parent), "LANG": "C.UTF-8"}
    ran = subprocess.run(
        [str(engines / program), *arguments],
        cwd=staged,
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    site = staged.parent / request.param
    (staged / "site").rename(site)
    return site


def pages(site: Path) -> dict[str, str]:
    found = sorted(site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in found}


def article(html: str) -> str:
    found = ARTICLE.search(html)
    return found[0] if found else html


def test_every_page_has_its_words_cards_headings_and_links(built: Path, example_site: Path) -> None:
    expected, found = pages(example_site), pages(built)
    assert set(found) == set(expected)
    differing = [
        (path, part.pattern)
        for path, html in expected.items()
        for part in (WORDS, CARDS, HEADINGS, ADDRESSES)
        if part.findall(article(found[path]).replace(CARD, "model-card.md"))
        != part.findall(article(html))
    ]
    assert differing == []
    assert [p for p in expected if {*SHEET.findall(expected[p])} - {*SHEET.findall(found[p])}] == []
    assert [p for p in expected if DATA.findall(found[p]) != DATA.findall(expected[p])] == []
    assert sum(len(WORDS.findall(html)) for html in found.values()) > 1000


def test_every_other_file_is_there_as_it_was(built: Path, example_site: Path) -> None:
    # The policy is that of the pages which MkDocs finished.
    made_anew = ("assets/images", "assets/javascripts", "assets/stylesheets", "search", "security")
    for path in sorted(example_site.rglob("*")):
        name = path.relative_to(example_site).as_posix()
        is_ours = not name.startswith((*made_anew, "sitemap"))
        if path.is_file() and path.suffix != ".html" and is_ours and path.name != MARK:
            there = name.replace("model-card.md", CARD)
            assert (built / there).read_bytes() == path.read_bytes(), name


@pytest.mark.browser
def test_cards_open_and_the_readers_control_is_there(
    built: Path, serve: Callable[[Path], str], browser: Browser
) -> None:
    address = serve(built)
    page = browser.new_page(viewport={"width": 1200, "height": 800})
    seen = Seen(page, address)
    page.goto(f"{address}/glossary/overfitting/")
    page.wait_for_load_state("networkidle")
    word = page.locator("article a.uj-term:visible").first
    word.hover()
    meaning = page.locator(f"#uj-word-{word.get_attribute('data-term')}").text_content() or ""
    expect(page.locator(".uj-popover:popover-open")).to_contain_text(meaning)
    expect(page.locator("header .uj-reader").first).to_be_visible()
    assert seen.foreign == []
    page.close()

"""Whatever is typed into any field: nothing of it runs, loads or is evaluated, and all of it is
shown and exported as the text that it is. The corpus is `attacks.yml`.
"""

from __future__ import annotations

import csv
import html
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urljoin
from xml.etree import ElementTree

import hostile
import pytest
from playwright.sync_api import Browser, Page
from rdflib import Graph
from served import Plain, Unsearched

from sites import build, write

pytestmark = [pytest.mark.browser, pytest.mark.slow]

EVALUATED = "133713371"
# What an element may do, read off the finished page: every way to run or load something.
SUSPECTS = """() => {
  const found = []
  for (const one of document.querySelectorAll('*')) {
    for (const {name, value} of one.attributes) {
      const address = ['href', 'src', 'action', 'formaction', 'data', 'srcdoc', 'poster', 'srcset',
                       'background', 'ping', 'xlink:href'].includes(name)
      if (name.startsWith('on') || name === 'style' && /url|expression/.test(value)
          || address && /^[\\s\\x00-\\x1f]*(javascript|data|vbscript|file|blob):/i.test(value)
          || address && one.tagName !== 'A' && value.includes('attack.invalid'))
        found.push(`${one.tagName} ${name}=${value}`)
    }
  }
  const alien = 'iframe, object, embed, base, math, video, audio, meta[http-equiv=refresh], ' +
                'article style, article link, article img, article script:not([src])'
  for (const one of document.querySelectorAll(alien)) found.push(one.outerHTML.slice(0, 200))
  return found
}"""
# Events that attributes of an attack could wait for.
STIR = """() => {
  for (const one of document.querySelectorAll('article *'))
    for (const kind of ['mouseover', 'focus', 'toggle', 'animationstart'])
      one.dispatchEvent(new Event(kind, {bubbles: false}))
}"""
LINKS = "() => [...document.querySelectorAll('a[href], area[href]')].map(a => a.href)"


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The attacked site, built."""
    return build(write(tmp_path_factory.mktemp("attacked"), hostile.files()))


@pytest.fixture(scope="module")
def base(attacked: Path, serve: Callable[..., str]) -> str:
    """Where the attacked site is served, without any policy, so that none can hide a hit."""
    return f"{serve(attacked, Plain)}/"


@pytest.fixture(scope="module")
def unsearched(attacked: Path, serve: Callable[..., str]) -> str:
    """Where it is served in the same way, with nothing to search."""
    return f"{serve(attacked, Unsearched)}/"


class Watched:
    """A page of a browser, and everything that it did and should not have."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        self.hits: list[str] = []
        page.on("pageerror", lambda error: self.hits.append(f"error: {error}"))
        page.on("dialog", self._dialog)
        page.on("request", lambda request: self._request(request.url, base))

    def _dialog(self, dialog: Any) -> None:
        self.hits.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, url: str, base: str) -> None:
        if not url.startswith((base, "data:", "blob:")):
            self.hits.append(f"asked for {url}")

    def open(self, address: str) -> set[str]:
        """Open a page, stir it, and return the links on it."""
        self.page.goto(address, wait_until="load")
        self.page.evaluate(STIR)
        found = self.page.evaluate(SUSPECTS)
        if self.page.evaluate("'ujHit' in window || 'ujHit' in {}"):
            found.append("ran")
        if EVALUATED in self.page.content():
            found.append("evaluated")
        self.hits += [f"{address}: {one}" for one in found]
        return set(self.page.evaluate(LINKS))


@pytest.fixture
def watch(browser: Browser) -> Iterator[Callable[[str], Watched]]:
    """Begin to watch a page of a browser that visits a site."""
    context = browser.new_context()
    yield lambda base: Watched(context.new_page(), base)
    context.close()


def pages(site: Path) -> list[str]:
    """Return the addresses of all pages of a site, relative to its root."""
    names = (path.relative_to(site).as_posix() for path in sorted(site.rglob("*.html")))
    return [name.removesuffix("index.html") for name in names]


def test_no_page_runs_loads_or_evaluates_anything(
    watch: Callable[[str], Watched], attacked: Path, unsearched: str
) -> None:
    base, watched, opened = unsearched, watch(unsearched), pages(attacked)
    links = {link for name in opened for link in watched.open(f"{base}{name}")}
    assert watched.hits == []
    local = {urldefrag(link).url.partition("?")[0] for link in links if link.startswith(base)}
    beside = {link.removeprefix(base) for link in local} - set(opened)
    assert [name for name in beside if not (attacked / name).is_file()] == []
    strange = {link for link in links if not link.startswith((base, "mailto:", "https://"))}
    assert strange == set()


def test_no_attack_runs_in_search_cards_and_choices(
    watch: Callable[[str], Watched], base: str
) -> None:
    watched = watch(base)
    page = watched.page
    for text in ("word", "script", "onerror", "__proto__", "constructor"):
        page.goto(f"{base}?q={text}", wait_until="load")
        page.wait_for_selector(".md-search-result__item, .md-search-result__meta")
        page.wait_for_timeout(300)
        watched.hits += page.evaluate(SUSPECTS)
    page.goto(base, wait_until="load")
    for link in page.locator("article a.uj-term").all():
        link.focus()
        page.wait_for_timeout(50)
    assert page.locator("article a.uj-term").count() >= len(hostile.CLOBBERING)
    watched.hits += page.evaluate(SUSPECTS)
    page.goto(f"{base}explain/", wait_until="load")
    page.locator("textarea").fill(" ".join(f"the {key} word," for key in hostile.CLOBBERING))
    page.wait_for_selector(".uj-explain-result a, article a.uj-term, article mark")
    watched.hits += page.evaluate(SUSPECTS)
    assert page.evaluate("'ujHit' in window || 'ujHit' in {}") is False
    assert watched.hits == []


@pytest.mark.parametrize(
    ("folder", "field", "records"),
    [("glossary", "short", hostile.terms()), ("projects", "summary", hostile.projects())],
)
def test_it_is_shown_as_it_was_typed(
    attacked: Path, folder: str, field: str, records: dict[str, dict[str, str]]
) -> None:
    for key, record in records.items():
        page = (attacked / folder / key / "index.html").read_text("utf-8")
        for pattern in (
            r'<p class="uj-lead">(.*?)</p>',
            r'<meta name="description" content="(.*?)">',
        ):
            shown = re.search(pattern, page, re.DOTALL)
            assert shown, key
            # Words of other terms are linked in it, as everywhere.
            text = re.sub(r"</?a\b[^>]*>", "", shown[1])
            assert html.unescape(text).split() == record[field].split()


def test_front_matter_is_shown_as_it_was_typed(attacked: Path) -> None:
    for key, matter in hostile.front_matter().items():
        page = (attacked / "front" / key / "index.html").read_text("utf-8")
        title = re.search(r"<title>(.*?) - Attacked</title>", page, re.DOTALL)
        assert title, key
        assert html.unescape(title[1]).split() == matter["title"].split()


def _words(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(text.partition("=")[2].rstrip(";\n"))
    return found


READERS: dict[str, Callable[[str], Any]] = {
    ".json": json.loads,
    ".jsonld": json.loads,
    ".ttl": lambda text: Graph().parse(data=text, format="turtle"),
    ".xml": ElementTree.fromstring,
    "words.js": _words,
}


def test_exports_parse_back_to_what_was_typed(attacked: Path) -> None:
    for path in attacked.rglob("*"):
        ours = "assets" not in path.parts
        for ending, read in READERS.items():
            if ours and path.name.endswith(ending):
                assert read(path.read_text("utf-8")) is not None, path
    words = {one["id"]: one for one in _words((attacked / "explain/words.js").read_text("utf-8"))}
    terms = hostile.terms()
    for field in ("term", "short"):
        assert {key: words[key][field] for key in terms} == {
            key: term[field].strip() for key, term in terms.items()
        }
    feed = ElementTree.fromstring((attacked / "news/feed.xml").read_text("utf-8"))
    told = {one.text for one in feed.iter("{http://www.w3.org/2005/Atom}title") if one.text}
    flat = {" ".join(text.split()) for text in told}
    assert flat <= {" ".join(text.split()) for text in hostile.TEXTS.values()} | {"What is new"}


def test_files_of_words_say_what_was_typed_and_no_cell_is_a_formula(attacked: Path) -> None:
    typed = {key: term["short"].strip() for key, term in hostile.terms().items()}
    found = json.loads((attacked / "glossary.json").read_text("utf-8"))["terms"]
    assert typed.items() <= {one["id"]: one["short"] for one in found}.items()
    with (attacked / "glossary.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    # A cell is one line, and has an apostrophe before what could run.
    for key, text in typed.items():
        assert rows[key]["short"].replace("'", "") == " ".join(text.replace("'", "").split())
    cells = [cell for row in rows.values() for value in row.values() for cell in value.split(";")]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_the_search_index_holds_text_only(attacked: Path) -> None:
    index = json.loads((attacked / "search/search_index.json").read_text("utf-8"))
    tags = {
        tag
        for entry in index["docs"]
        for tag in re.findall(r"</?([a-z][^\s>/]*)", entry["title"] + entry["text"])
    }
    assert tags <= {"p", "ul", "ol", "li", "em", "strong", "code", "pre", "blockquote", "br", "a",
                    "dl", "dt", "dd"}  # fmt: skip


def test_urls_lead_where_they_say(attacked: Path) -> None:
    page = (attacked / "projects/attack-0" / "index.html").read_text("utf-8")
    hrefs = {html.unescape(href) for href in re.findall(r'href="(https://example[^"]*)"', page)}
    assert hrefs
    assert {urljoin("https://example.org/", href) for href in hrefs} <= {
        *hostile.ADDRESSES.values(),
    }

"""Sites in other languages: nothing of the interface is left in English."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po

from greek_site import BARE, FILES, site
from sites import ROOT, SMALL_SITE, build, write
from unjargon import language
from unjargon.beside import files_beside
from unjargon.contact import copyright_line
from unjargon.flashcards import cards
from unjargon.language import said_by_scripts, speaking
from unjargon.lost import with_search
from unjargon.macros import NAMES, PageMacros
from unjargon.reader import head_scripts
from unjargon.site import Settings, Site
from unjargon.uses import UsingPage

WHOLE = ROOT / "tests/site/in-german"
CODE = "el"
"""The language, with Greek months, whose every message stands in brackets here."""
_MESSAGE = re.compile(r"⟦[^⟦⟧]*⟧")
_ENGLISH = re.compile(r"[A-Za-z]{2,}")
_FRONT_MATTER = re.compile(r"\A---\ntitle: (.*)\ndescription: (.*)\n(?:.*\n)*?---\n")
_SAID = ("alt", "aria-label", "data-label", "data-yours", "label", "placeholder", "title")
_SILENT = ("script", "style")


@pytest.fixture
def brackets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a language be spoken in which every message stands in brackets."""
    with (language.FOLDER / "de.po").open("rb") as file:
        catalogue = read_po(file, locale="de")
    for message in catalogue:
        if isinstance(message.id, str):
            message.string = f"⟦{message.id}⟧" if message.id else message.string
        else:
            message.string = tuple(f"⟦{text}⟧" for text in message.id)
    folder = tmp_path / "locale"
    folder.mkdir()
    with (folder / f"{CODE}.po").open("wb") as file:
        write_po(file, catalogue)
    monkeypatch.setattr(language, "FOLDER", folder)


@pytest.mark.parametrize(
    ("files", "confidential"),
    [(FILES, True), (FILES, False), (BARE, True)],
    ids=["all", "kept-inside", "bare"],
)
def test_every_word_of_the_interface_is_a_message(
    brackets: None, tmp_path: Path, files: dict[str, str], confidential: bool
) -> None:
    found = site(tmp_path, CODE, files, confidential=confidential)
    left = {
        name: words for name, html in texts(found) if (words := _ENGLISH.findall(unbracketed(html)))
    }
    assert left == {}


def texts(found: Site) -> Iterator[tuple[str, str]]:
    """Yield name and HTML of everything that a site shows."""
    for source, page in found.pages.items():
        yield source, _FRONT_MATTER.sub(r"<title>\1 \2</title>", page.markdown)
    for path, text in files_beside(found, anki=False):
        if isinstance(text, str) and path.endswith(".html"):
            yield path, text
    slides = dict(found.documents())["sessions/slides.js"].splitlines()[0]
    for key, (_, html) in json.loads(slides.partition("=")[2].rstrip(";")).items():
        yield f"slide of {key}", html
    macros, first = (
        PageMacros(lambda: found, lambda: ("index.md", "", 0)),
        next(iter(found.catalog.terms)),
    )
    yield "definition", macros.definition(first)
    yield "threshold_slider", macros.threshold_slider("γραμμα", "νεο")
    yield "ask", macros.ask("τι")
    for name in set(NAMES) - {"analogy", "ask", "definition", "term", "threshold_slider"}:
        yield name, getattr(macros, name)()
    yield "reader", found.reader_control
    for pages in ([], [UsingPage(f"αλφα {number}", "x/") for number in range(20)]):
        yield "uses", found.renderer.with_uses('<p class="uj-used-on"></p>', "", pages)
    with speaking(CODE):
        yield "404", with_search("<h1>404</h1>", "/", found.addresses)
        yield "copyright", copyright_line(None, found.settings.contact, "") or ""
        yield from ((card.key, card.front + card.back) for card in cards(found.catalog, [first]))
    yield "words", found.words_section([first], found.linking_page("index.md", ""))


class _Shown(HTMLParser):
    """Gathers what a reader of a page reads or hears."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._silent = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent = tag in _SILENT
        said = (*_SAID, "data-step") if tag == "section" else _SAID
        self.texts += [text or "" for name, text in attrs if name in said]

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002  # the parser names its arguments
        self._silent = False

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.texts.append(data)


def unbracketed(html: str) -> str:
    """Return what a page shows that stands in no brackets; messages can hold messages."""
    shown = _Shown()
    shown.feed(html)
    text = " ".join(shown.texts)
    while _MESSAGE.search(text):
        text = _MESSAGE.sub(" ", text)
    return text


@pytest.mark.parametrize(
    "source",
    ["glossary/alpha.md", "learn/cards.md", "projects/full.md", "projects/roadmap.md"],
)
def test_a_whole_page_in_german(tmp_path: Path, source: str) -> None:
    whole = WHOLE / source.replace("/", "-")
    assert site(tmp_path, "de").pages[source].markdown == whole.read_text("utf-8")


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = SMALL_SITE | {"mkdocs.yml": SMALL_SITE["mkdocs.yml"].replace(
        "font: false", "font: false, language: de"
    )}  # fmt: skip
    return build(write(tmp_path_factory.mktemp("german"), files))


def test_a_site_of_another_language_says_what_is_on_its_pages(german: Path) -> None:
    home = (german / "index.html").read_text("utf-8")
    assert '<h2 id="uj-words-title">Begriffe auf dieser Seite</h2>' in home
    assert re.search(
        r'for="__nav_2">\s*<span class="md-nav__icon md-icon"></span>\s*Glossar\s', home
    )
    assert "<title>Glossar - Small</title>" in (german / "glossary/index.html").read_text("utf-8")
    assert ">Nachschlagen</button>" in (german / "404.html").read_text("utf-8")


def test_its_scripts_find_their_messages_before_they_run(german: Path) -> None:
    messages = (german / "assets/unjargon/messages.js").read_text("utf-8")
    assert messages == said_by_scripts("de")
    for page, base in (("index.html", ""), ("glossary/bias/index.html", "../../")):
        scripts = re.findall(r'<script src="([^"]+)"', (german / page).read_text("utf-8"))
        own = [script for script in scripts if "assets/unjargon/" in script]
        assert own[0] == f"{base}assets/unjargon/messages.js"
    deck = (german / "sessions/deck.html").read_text("utf-8")
    assert deck.index("/messages.js") < deck.index("/reader.js")


def test_an_english_site_has_no_messages(tmp_path: Path) -> None:
    write(tmp_path, SMALL_SITE)
    found = Site(Settings(tmp_path, tmp_path / "docs"))
    assert "assets/unjargon/messages.js" not in dict(files_beside(found, anki=False))
    assert head_scripts("en") == ["reader.js"]
    assert "messages.js" not in dict(found.documents())["sessions/deck.html"]

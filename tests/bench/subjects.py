"""What is measured: sites built by MkDocs, one for each tool and size, and probes of one part.

A new tool is one entry in `TOOLS`. All sites have the same theme, plugins and pages, and are built
by the same interpreter, so that they differ in nothing but the tool.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.generate import Mark, as_it_is, marked, short, write_glossary, write_once, write_pages
from bench.words import Language

SIZES = (100, 1_000, 10_000)
PAGES = 300
"""Pages of a build that is timed."""
COUNTED = 60
"""Pages of a build whose instructions are counted."""
FEW = 4
"""Pages of a build where a page takes seconds; nobody waits for their instructions."""
CONFIG = """\
site_name: Bench
docs_dir: {docs}
site_dir: site
theme: {{name: material, font: false}}
nav: [index.md]
not_in_nav: |
  /pages/
  /words.md
plugins: [search{plugins}]
markdown_extensions: [attr_list, def_list, tables, toc{extensions}]
"""


@dataclass(frozen=True, slots=True)
class Tool:
    """One way of explaining words, as a site's configuration asks for it."""

    title: str
    """How the table names it."""
    plugin: str = ""
    """Its entry under `plugins`."""
    extension: str = ""
    """Its entries under `markdown_extensions`."""
    write: Callable[[Path, Language, int], None] = lambda *_: None
    """Writes its glossary into the site's folder."""
    mark: Mark = as_it_is
    """How authors mark a term's first mention."""
    slow: tuple[tuple[int, int], ...] = ()
    """From how many terms on it is slow, and how many pages it can then build in some seconds."""
    docs: Callable[[Path, Language, int], None] = lambda *_: None
    """Writes pages of its own among the site's."""

    def pages(self, size: int) -> int:
        """Return how many pages are built with a glossary of a size."""
        return next((pages for least, pages in self.slow if size >= least), PAGES)


def _definitions(line: str) -> Callable[[Path, Language, int], None]:
    def write(folder: Path, language: Language, size: int) -> None:
        lines = (line.format(term.name, short(language, term)) for term in language.terms[:size])
        (folder / "words").mkdir(exist_ok=True)
        (folder / "words" / "glossary.md").write_text("".join(lines), "utf-8")

    return write


def _ezglossary_page(docs: Path, language: Language, size: int) -> None:
    lines = (f"term:{t.name}\n:   {short(language, t)}\n\n" for t in language.terms[:size])
    (docs / "words.md").write_text("# Words\n\n" + "".join(lines), "utf-8")


def _abbr_option(folder: Path, language: Language, size: int) -> None:
    words = {term.name: short(language, term) for term in language.terms[:size]}
    config = folder / "mkdocs.yml"
    text = config.read_text("utf-8").replace("WORDS", json.dumps(words))
    config.write_text(text, "utf-8")


def _glossary(folder: Path, language: Language, size: int) -> None:
    write_glossary(folder / "glossary", language, size)


_OURS = "unjargon: {{sections: [], glossary_url: 'https://words.example.com/glossary/'{}}}"
TOOLS = {
    "plain": Tool("no tool"),
    "on": Tool("Unjargon", _OURS.format(""), write=_glossary),
    "off": Tool("`autolink: false`", _OURS.format(", autolink: false"), write=_glossary),
    "abbr": Tool(
        "abbr, `glossary`",
        extension="abbr: {glossary: WORDS}",
        write=_abbr_option,
        slow=((10_000, COUNTED),),
    ),
    "append": Tool(
        "abbr, `auto_append`",
        extension="abbr, pymdownx.snippets: {auto_append: [words/glossary.md]}",
        write=_definitions("*[{}]: {}\n"),
        slow=((1000, FEW), (0, COUNTED)),
    ),
    "zensical": Tool(
        "zensical-glossary",
        extension="zensical_glossary: {docs_dir: words}",
        write=_definitions("## {}\n\n{}\n\n"),
        slow=((10_000, COUNTED),),
    ),
    "ez": Tool(
        "ezglossary, marked by hand",
        "ezglossary: {tooltip: short}",
        docs=_ezglossary_page,
        mark=marked,
        slow=((0, COUNTED),),
    ),
}


@dataclass(frozen=True, slots=True)
class Subject:
    """Something that can be run for one page and for many."""

    tool: str
    """A key of `TOOLS`, or the name of a probe."""
    size: int = 0
    """Terms of the glossary; kilobytes of the text for `grow`."""

    @property
    def name(self) -> str:
        """Its name in files and messages."""
        return f"{self.tool}-{self.size}" if self.size else self.tool

    @property
    def is_probe(self) -> bool:
        """Whether it is a part of Unjargon rather than a site."""
        return self.tool not in TOOLS

    @property
    def is_countable(self) -> bool:
        """Whether its instructions are counted, which takes twenty times as long as it does."""
        return self.is_probe or TOOLS[self.tool].pages(self.size) > FEW

    @property
    def few(self) -> int:
        """How many pages, or terms, the run has that stands for start-up."""
        return SIZES[0] if self.tool in ("load", "yaml") else 1

    def many(self, *, counted: bool) -> int:
        """Return how many pages, or terms, it is run for besides `few`."""
        if self.tool in ("load", "yaml"):
            return self.size
        if self.tool == "grow":
            return self.size
        pages = PAGES if self.is_probe else TOOLS[self.tool].pages(self.size)
        return min(pages, COUNTED) if counted else pages


def prepare(root: Path, subject: Subject, pages: int, language: Language) -> Path:
    """Write the site of a subject with so many pages, unless it is there; return its folder."""
    tool = TOOLS[subject.tool]
    shared = root / f"docs-{pages}"
    if tool.docs is TOOLS["plain"].docs:
        write_once(shared, lambda docs: write_pages(docs, language, pages, tool.mark))

    def write(folder: Path) -> None:
        docs = shared
        if tool.docs is not TOOLS["plain"].docs:
            docs = Path("docs")
            write_pages(folder / docs, language, pages, tool.mark)
            tool.docs(folder / docs, language, subject.size)
        plugins, extensions = (f", {one}" if one else "" for one in (tool.plugin, tool.extension))
        text = CONFIG.format(docs=docs, plugins=plugins, extensions=extensions)
        (folder / "mkdocs.yml").write_text(text, "utf-8")
        tool.write(folder, language, subject.size)

    return write_once(root / f"{subject.name}-{pages}", write)

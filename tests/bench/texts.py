"""What the probes read: glossaries in folders named by size, pages already rendered to HTML."""

from __future__ import annotations

from pathlib import Path
from threading import Lock

from markdown import Markdown

from bench.generate import as_it_is, page, short, write_glossary, write_once
from bench.subjects import PAGES, Subject
from bench.words import Language

_LOCK = Lock()


def write_probe_texts(root: Path, subject: Subject, items: int, language: Language) -> Path:
    """Write what a probe reads, unless it is there; return the folder that it is given."""
    with _LOCK:
        if subject.tool in ("load", "yaml"):
            write_once(root / "terms" / str(items), lambda to: write_glossary(to, language, items))
            return root / "terms"
        if subject.tool == "grow":
            return root
        write_once(root / "pages", lambda to: _write_pages(to / "pages.html", language))
        return write_once(
            root / "html" / str(subject.size), lambda to: _write_terms(to, language, subject.size)
        )


def _write_terms(folder: Path, language: Language, count: int) -> None:
    lines = (
        "\t".join((term.id, term.name, term.expansion, short(language, term)))
        for term in language.terms[:count]
    )
    (folder / "terms.tsv").write_text("\n".join(lines), "utf-8")


def _write_pages(file: Path, language: Language) -> None:
    renderer = Markdown(extensions=["attr_list", "def_list", "tables", "toc"])
    pages = (
        renderer.reset().convert(page(language, language.random(f"page {n}"), n, as_it_is))
        for n in range(PAGES)
    )
    file.write_text("\f".join(pages), "utf-8")

"""How fast a preview follows an edit: `python -m bench.preview`. The table goes to stdout.

Builds are compared by CPU time, the whole one first, in one process. What a browser shows is
timed with a clock, from the moment at which the file is written.
"""

from __future__ import annotations

import argparse
import logging
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from mkdocs.commands.build import build
from playwright.sync_api import Browser, Error, Page, sync_playwright

from bench.generate import write_glossary, write_pages
from bench.words import Language
from chromium import chromium
from previewed import configured
from unjargon.preview.build import Builder
from unjargon.remember import Memory, Remember, afresh

ROOT = Path(__file__).parents[2]
URL = "http://127.0.0.1:8000/"
PAGES, TERMS = 500, 100
CONFIG = """\
site_name: Bench
theme: {name: material, font: false}
nav: [index.md, glossary/index.md]
not_in_nav: /pages/
plugins: [search, macros: {modules: [unjargon]}, unjargon: {}]
markdown_extensions: [attr_list, def_list, tables, toc]
"""


@dataclass(frozen=True)
class Edit:
    """One edit of a site, and the page on which somebody waits for it."""

    what: str
    """What is edited."""
    file: str
    """The file."""
    old: str
    """What stands in it."""
    new: str
    """What takes its place; `{}` is a number that no other edit has."""
    page: str
    """Address of the page."""
    told: str = "ow {}"
    """What is then seen there."""


@dataclass(frozen=True)
class Subject:
    """A site that is previewed."""

    id: str
    """Its name for `--sites`."""
    name: str
    """How the table names it."""
    write: Callable[[Path], None]
    """Writes it."""
    edits: tuple[Edit, ...]
    """What is edited."""
    mistakes: tuple[Edit, ...]
    """Edits that cannot be built."""


def _own(folder: Path) -> None:
    for name in ("docs", "glossary"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)


def _pages(folder: Path) -> None:
    language = Language()
    language.make_terms(TERMS)
    write_pages(folder / "docs", language, PAGES)
    write_glossary(folder / "glossary", language, TERMS)
    (folder / "glossary" / "zz.yml").write_text("term: zz\nshort: Z.\nplain: Z.\n", "utf-8")
    (folder / "mkdocs.yml").write_text(CONFIG, "utf-8")


SUBJECTS = (
    Subject(
        "own",
        "the repository's site",
        _own,
        (
            Edit("a page", "docs/guides/never-finished.md", "You pay", "Now {} you pay",
                 "guides/never-finished/"),
            Edit("a definition", "glossary/overfitting.yml", "plain: |\n", "plain: |\n  Now {}.\n",
                 "glossary/overfitting/"),
            Edit("a name", "glossary/overfitting.yml", "aliases: [overfit]",
                 "aliases: [overfit, now {}]", "glossary/overfitting/"),
        ),
        (
            Edit("a mistake in a word", "glossary/overfitting.yml", "plain: |\n",
                 "plian: {}\nplain: |\n", "glossary/overfitting/", "plian"),
            Edit("a mistake on a page", "docs/guides/never-finished.md", "You pay",
                 "{{{{ term('no-{}') }}}} You pay", "glossary/overfitting/", "no-{}"),
        ),
    ),
    Subject(
        "pages",
        f"{PAGES} pages, {TERMS:,} words",
        _pages,
        (
            Edit("a page", "docs/pages/00007.md", "# Page 7", "# Page 7, now {}", "pages/00007/"),
            Edit("a definition", "glossary/zz.yml", "plain: Z.", "plain: Now {}.", "glossary/zz/"),
            Edit("a name", "glossary/zz.yml", "term: zz", "term: zz now {}", "glossary/zz/"),
        ),
        (
            Edit("a mistake in a word", "glossary/zz.yml", "plain: Z.",
                 "plain: Z.\nplian: {}", "glossary/zz/", "plian"),
            Edit("a mistake on a page", "docs/pages/00007.md", "# Page 7",
                 "# {{{{ term('no-{}') }}}} Page 7", "glossary/zz/", "no-{}"),
        ),
    ),
)  # fmt: skip


SETTLED = 10_000
"""Milliseconds in which a whole site is rebuilt."""
WATCH = """
const look = () => {
  const sought = localStorage.sought;
  if (sought && document.body?.innerText.includes(sought)) {
    localStorage.seen = Date.now();
    localStorage.removeItem("sought");
  }
  requestAnimationFrame(look);
};
look();
"""
"""Notes when a text is on the screen; what drives the browser looks only twice a second."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="bench.preview", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often each edit is made")
    parser.add_argument("--no-browser", action="store_true", help="only what builds take")
    parser.add_argument("--sites", nargs="*", default=[one.id for one in SUBJECTS], help="which")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    print("| site | edit | whole build | rebuild | ratio | page alone | visible |")
    print("| --- | --- | --: | --: | --: | --: | --: |", flush=True)
    for subject in (one for one in SUBJECTS if one.id in options.sites):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            subject.write(folder)
            whole, rebuilt = _builds(folder, subject.edits, options.rounds)
            seen: dict[str, float] = {}
            if not options.no_browser:
                seen = _sights(folder, (*subject.edits, *subject.mistakes), options.rounds)
        for edit in subject.edits:
            first, again = rebuilt[edit.what]
            taken = _s(whole), _s(again), f"{again / whole:.2f}", _s(first)
            _tell(subject.name, edit.what, *taken, _s(seen.get(edit.what)))
        for edit in subject.mistakes if seen else ():
            _tell(subject.name, edit.what, *"––––", _s(seen.get(edit.what)))


def _tell(*cells: str) -> None:
    print(f"| {' | '.join(cells)} |", flush=True)


def _s(seconds: float | None) -> str:
    return "–" if seconds is None else f"{seconds:.2f} s"


@contextmanager
def _made(folder: Path, edit: Edit, number: int) -> Iterator[float]:
    """Make an edit, and take it back; yield the time at which it was made."""
    path = folder / edit.file
    before = path.read_text("utf-8")
    assert edit.old in before, f"{edit.file} has no '{edit.old}'"
    path.write_text(before.replace(edit.old, edit.new.format(number), 1), "utf-8")
    yield time.time()
    path.write_text(before, "utf-8")


def _builds(
    folder: Path, edits: tuple[Edit, ...], rounds: int
) -> tuple[float, dict[str, tuple[float, float]]]:
    """Return CPU seconds of a whole build and, after each edit, of the page and of a rebuild."""
    memory = Memory()
    builder = Builder(memory)
    whole = _build(folder, "whole", afresh, lambda config: build(config, serve_url=URL))
    _build(folder, "preview", memory, builder.build)
    taken: dict[str, list[tuple[float, float]]] = {}
    for number in range(rounds):
        for edit in edits:
            with _made(folder, edit, number):
                began = time.process_time()
                builder.show_first([edit.page])
                first = time.process_time() - began
                again = first + _build(folder, "preview", memory, builder.build)
            taken.setdefault(edit.what, []).append((first, again))
            _build(folder, "preview", memory, builder.build)
    medians = {what: tuple(map(median, zip(*times, strict=True))) for what, times in taken.items()}
    return whole, {what: (first, again) for what, (first, again) in medians.items()}


def _build(folder: Path, name: str, remember: Remember, run: Callable[..., None]) -> float:
    os.chdir(folder)
    began = time.process_time()
    run(configured(folder, name, URL, remember))
    return time.process_time() - began


def _sights(folder: Path, edits: tuple[Edit, ...], rounds: int) -> dict[str, float]:
    """Return seconds from an edit, and from a mistake, until a browser shows it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    unjargon = str(Path(sys.executable).parent / "unjargon")
    command = [unjargon, "serve", "-a", f"127.0.0.1:{port}"]
    server = subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL)
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
            return _seen(browser, f"http://127.0.0.1:{port}/", folder, edits, rounds)
    finally:
        server.terminate()
        server.wait()


def _seen(
    browser: Browser, address: str, folder: Path, edits: tuple[Edit, ...], rounds: int
) -> dict[str, float]:
    page = browser.new_page()
    page.add_init_script(WATCH)
    page.set_default_timeout(120_000)
    for _ in range(240):
        try:
            page.goto(address)
            break
        except Error:  # Nobody listens yet.
            time.sleep(0.5)
    taken: dict[str, list[float]] = {}
    for number in range(rounds):
        for edit in edits:
            page.goto(address + edit.page)
            page.wait_for_timeout(1000)  # An author has looked at it first.
            told = edit.told.format(number)
            _when_loaded(page, f"Object.assign(localStorage, {{sought: {told!r}, seen: ''}})")
            with _made(folder, edit, number) as began:
                taken.setdefault(edit.what, []).append(_wait(page, told) - began)
                page.wait_for_timeout(SETTLED)
            page.wait_for_timeout(SETTLED)
    return {what: median(times) for what, times in taken.items()}


def _wait(page: Page, text: str) -> float:
    """Wait until a text is on the screen, and return since when it is."""
    page.get_by_text(text).first.wait_for()
    while not (seen := _when_loaded(page, "localStorage.seen")):
        time.sleep(0.05)
    return float(seen) / 1000


def _when_loaded(page: Page, expression: str) -> Any:
    """Evaluate on a page; once more if it is loaded again just then."""
    while True:
        try:
            return page.evaluate(expression)
        except Error:
            page.wait_for_load_state()


if __name__ == "__main__":
    main()

"""What is made from records is made anew if, and only if, something has changed that it reads."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Hashable
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

import pytest

from sites import ROOT
from unjargon.beside import files_beside
from unjargon.remember import Memory, Remember, afresh
from unjargon.site import Settings, Site

pytestmark = [pytest.mark.slow, pytest.mark.unmeasured]

T = TypeVar("T")
WORD, STAGE = "glossary/overfitting.yml", "docs/lifecycle/monitor.yml"
PROJECT, TALK = "docs/projects/sort-refund-mails.yml", "docs/sessions/never-finished.yml"
EDITS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "definitions": ((WORD, r"plain: \|\n", "plain: |\n  Zork.\n"),),
    "names-and-short-meanings": (
        (WORD, r"aliases: \[", "aliases: [zork, "),
        ("glossary/drift.yml", r"short: (>-\n +)?", r"\g<0>Zork. "),
        (TALK, "title: ", "title: Zork "),
    ),
    "places": (
        (WORD, "topic: .*", "topic: data"),
        ("glossary/label.yml", "level: .*", "level: deep"),
        (PROJECT, "stage: .*", "stage: frame"),
    ),
    "everything-else": (
        (STAGE, "title: ", "title: Zork "),
        (PROJECT, "name: ", "name: Zork "),
        ("docs/paths/first-day.yml", "title: ", "title: Zork "),
        ("glossary/_vocabulary.yml", "title: ", "title: Zork "),
        ("docs/learn/questions.yml", "ask: ", "ask: Zork "),
    ),
}
"""One after the other: file, what stands in it, what takes its place."""


class Counting(Memory):
    """A memory that knows what it did not know."""

    def __init__(self) -> None:
        super().__init__()
        self.made: set[Hashable] = set()

    def __call__(self, key: Callable[[], Hashable], make: Callable[[], T]) -> T:
        def counted() -> T:
            inputs = key()
            assert isinstance(inputs, tuple)
            self.made |= {inputs[1]} if inputs[0] == "part" else set()
            return make()

        return super().__call__(key, counted)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("observed")
    for name in ("docs", "glossary"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


@pytest.fixture(scope="module")
def memory(root: Path) -> Counting:
    counting = Counting()
    made(root, counting)
    return counting


def made(root: Path, remember: Remember) -> dict[str, str | bytes]:
    """Return all that is made from the records of a site."""
    site = Site(Settings(root, root / "docs", preview=True, site_url="http://x/"), remember)
    has_anki = find_spec("genanki") is not None
    found = dict(files_beside(site, anki=has_anki))
    return found | {page.source: page.markdown for page in site.pages.values()}


@pytest.mark.parametrize("name", EDITS)
def test_after_each_edit_all_is_what_nothing_remembered_would_be(
    root: Path, memory: Counting, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    for file, old, new in EDITS[name]:
        before = (root / file).read_text("utf-8")
        edited, count = re.subn(old, new, before, count=1)
        assert count, f"{file} has no '{old}'"
        (root / file).write_text(edited, "utf-8")
    assert made(root, memory) == made(root, afresh)


def test_a_definition_is_read_by_few(root: Path, memory: Counting) -> None:
    made(root, memory)
    path = root / WORD
    path.write_text(path.read_text("utf-8").replace("Zork.", "Another zork.", 1), "utf-8")
    memory.made.clear()
    made(root, memory)
    pages = {name for name in memory.made if isinstance(name, tuple) and name[0] == "page"}
    assert pages == {("page", "term", "overfitting")}


def test_what_has_not_changed_is_not_made_again(root: Path, memory: Counting) -> None:
    made(root, memory)
    memory.made.clear()
    made(root, memory)
    assert memory.made == set()

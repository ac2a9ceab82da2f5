"""`unjargon import model-card` takes what maps, lists what does not, or refuses in one line."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from card_cases import CASES, SITE, outcome, tree

from sites import build, write
from unjargon.authoring import Imported, RefusalError


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_card(path: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_bytes())
    parts = ("after", "output", "exit", "check")
    assert outcome(tmp_path, case) == {key: case[key] for key in parts if key in case}


@pytest.mark.parametrize(
    ("card", "line"),
    [
        ("---\nlicense: mit\n---\n" + "a" * 1_000_000, "file-size: the file has 1,000,021 bytes, "),
        ("---\nlicense: \udce9\n---\n", "2:10: encoding: byte 0xe9 is not UTF-8"),
    ],
    ids=["over-a-megabyte", "not-utf-8"],
)
def test_a_file_that_cannot_be_read(card: str, line: str, tmp_path: Path) -> None:
    found = outcome(tmp_path, {"card": card})
    assert (found["exit"], "after" in found) == (1, False)
    first, last = found["output"].splitlines()
    assert line in first
    assert last == "Error: nothing was written"


def test_a_file_that_appeared_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "mails.yml"
    path.write_text("name: mine\n")
    with pytest.raises(RefusalError, match=r"mails\.yml exists already"):
        Imported(path, "mails.yml", b"name: theirs\n", (), ()).write()
    assert tree(tmp_path) == {"mails.yml": "name: mine\n"}


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "docs").write_text("a file")
    path = tmp_path / "docs" / "projects" / "mails.yml"
    with pytest.raises(RefusalError, match=r"projects/mails\.yml: Not a directory"):
        Imported(path, "projects/mails.yml", b"", (), ()).write()


@pytest.mark.slow
def test_hostile_text_of_a_card_does_nothing_on_the_page(tmp_path: Path) -> None:
    case = yaml.safe_load((CASES[0].parent / "hostile-text.yml").read_bytes())
    outcome(tmp_path, case)
    (tmp_path / "card").unlink()
    write(tmp_path, {"mkdocs.yml": SITE["mkdocs.yml"].replace(
        "[unjargon]", "[search, macros: {modules: [unjargon], on_undefined: strict}, unjargon: {}]"
    ) + "theme: {name: material, font: false}\n"})  # fmt: skip
    (name,) = case["after"]
    page = build(tmp_path) / "projects" / Path(name).stem / "index.html"
    html = page.read_text("utf-8")
    assert "Sort alert(1) mails &#123;&#123; 7*7 &#125;&#125;</h1>" in html
    for live in (
        "<script>alert",
        "<img src=x",
        '="javascript:',
        '<img src="https://evil',
        "mails 49",
    ):
        assert live not in html

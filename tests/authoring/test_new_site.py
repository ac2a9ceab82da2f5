"""`unjargon new site` writes a whole site into an empty folder, or refuses in one line."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path

import pytest
import yaml
from authoring_cases import tree
from click.testing import CliRunner, Result

from unjargon.cli import main

FILES = [
    ".github/ISSUE_TEMPLATE/new-word.yml",
    ".github/workflows/site.yml",
    ".gitignore",
    ".gitlab-ci.yml",
    ".gitlab/issue_templates/new-word.md",
    "README.md",
    "docs/index.md",
    "docs/projects/our-first-project.yml",
    "glossary/_template.yml",
    "mkdocs.yml",
    "requirements.txt",
]


def new_site(folder: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["new", "site", *options, str(folder)])


@pytest.mark.parametrize("in_reach", [True, False])
def test_it_lists_what_it_writes_and_what_comes_next(
    in_reach: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Path(sys.executable).parent
    monkeypatch.setenv("PATH", str(folder) if in_reach else str(tmp_path))
    unjargon = "unjargon" if in_reach else f"{folder}/unjargon"
    done = new_site(tmp_path / "ours")
    assert done.exit_code == 0
    assert sorted(tree(tmp_path / "ours")) == FILES
    assert done.output.splitlines() == [
        *(str(tmp_path / "ours" / name) for name in FILES),
        f"Now run: cd {tmp_path}/ours && {unjargon} serve",
    ]


def test_an_empty_folder_is_filled(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    assert new_site(tmp_path / "ours").exit_code == 0


def test_gaps_are_filled(tmp_path: Path) -> None:
    new_site(tmp_path / "ours", "--name", 'Words: "ours" @version@')
    texts = tree(tmp_path / "ours")
    assert yaml.safe_load(texts["mkdocs.yml"])["site_name"] == 'Words: "ours" @version@'
    assert texts["README.md"].startswith('# Words: "ours" @version@\n')
    assert texts["requirements.txt"].endswith(f"unjargon=={version('unjargon')}\n")


def test_a_folder_that_holds_anything_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".hidden").write_text("mine")
    done = new_site(tmp_path)
    hint = "choose an empty one, or add the plugin to the site that is there"
    assert (done.exit_code, done.output) == (
        2,
        f"Error: {tmp_path}: the folder is not empty ({hint})\n",
    )
    assert tree(tmp_path) == {".hidden": "mine"}


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "ours").write_text("mine")
    done = new_site(tmp_path / "ours")
    line = f"Error: {tmp_path}/ours: Not a directory (choose another folder)\n"
    assert (done.exit_code, done.output) == (2, line)


@contextmanager
def without_rights() -> Iterator[None]:
    """Root may write everywhere, so the test becomes somebody else for a moment."""
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_folder_that_may_not_be_written_is_told(tmp_path: Path) -> None:
    # pytest keeps its folders to one user; the way to this one has to be open for the other.
    for folder in (tmp_path, *tmp_path.parents[:3]):
        if folder.stat().st_uid == os.geteuid() and folder != Path("/tmp"):
            folder.chmod(0o755)
    tmp_path.chmod(0o555)
    with without_rights():
        done = new_site(tmp_path / "ours")
    line = f"Error: {tmp_path}/ours: Permission denied (nothing was changed)\n"
    assert (done.exit_code, done.output) == (2, line)

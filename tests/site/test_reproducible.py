"""The same input gives the same bytes, wherever, whenever and by whomever it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sites import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.unmeasured]

WORLDS = {
    "here": {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8"},
    # Locales that are not installed fall back to C, which has another order and encoding.
    "elsewhere": {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "C",
                  "LANG": "tr_TR.UTF-8", "COLUMNS": "40"},
}  # fmt: skip


def snapshot(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def built(folder: Path, world: str, age: int) -> dict[str, bytes]:
    """Build a copy of the repository's site whose files are `age` seconds old.

    Its day comes from git, as nothing says another.
    """
    folder.mkdir(parents=True)
    names = ["docs", "glossary", "mkdocs.yml"]
    for name in names if age else reversed(names):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as file:
        file.write("site_url: https://words.example/\n")
    for path in folder.rglob("*"):
        os.utime(path, (age, age))
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-C", str(folder)]
    day = {"GIT_AUTHOR_DATE": "1700000000 +0000", "GIT_COMMITTER_DATE": "1700000000 +0000"}
    for command in (["init", "-q"], ["commit", "-q", "--allow-empty", "-m", "x"]):
        subprocess.run([*git, *command], check=True, env={**os.environ, **day})
    kept = ("COVERAGE", "PYTHONPATH")
    passed = {name: text for name, text in os.environ.items() if name.startswith(kept)}
    subprocess.run(
        [str(Path(sys.executable).parent / "unjargon"), "build", "--strict"],
        cwd=folder,
        check=True,
        capture_output=True,
        env={"PATH": "/usr/bin:/bin", "NO_MKDOCS_2_WARNING": "1", **passed, **WORLDS[world]},
    )
    return snapshot(folder / "site")


def test_two_builds_are_identical_byte_for_byte(tmp_path: Path) -> None:
    one = built(tmp_path / "one", "here", 0)
    other = built(tmp_path / "a deeper folder/other", "elsewhere", 1_000_000_000)
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []
    assert b"<lastmod>2023-11-14</lastmod>" in one["sitemap.xml"]

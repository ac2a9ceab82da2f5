"""The wheel is whole: in an empty environment it builds a site of two files over its starter."""

from __future__ import annotations

import subprocess
import zipfile
from pathlib import Path

import pytest

from sites import ROOT, write

pytestmark = pytest.mark.slow


def test_it_carries_everything(wheel: Path) -> None:
    names = {name.removeprefix("unjargon/") for name in zipfile.ZipFile(wheel).namelist()}
    package = ROOT / "macros" / "unjargon"
    expected = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }
    expected |= {f"starter/glossary/{path.name}" for path in (ROOT / "glossary").glob("*")}
    expected |= {f"starter/lifecycle/{path.name}" for path in (ROOT / "docs/lifecycle").glob("*")}
    assert expected - names == set()


def test_a_site_of_two_files_overrides_one_field_of_one_term(python: Path, tmp_path: Path) -> None:
    files = {
        "mkdocs.yml": (
            "site_name: Ours\nsite_url: https://ours.example/\ntheme: {name: material}\n"
            "plugins:\n- search\n- macros: {modules: [unjargon]}\n"
            "- unjargon: {glossary: [starter, glossary/]}\n"
        ),
        "glossary/overfitting.yml": "short: Learned by heart, our way.\n",
    }
    write(tmp_path, files)
    (tmp_path / "docs").mkdir()
    built = subprocess.run(
        [str(python), "-m", "mkdocs", "build", "--strict"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "NO_MKDOCS_2_WARNING": "1"},
    )
    assert built.returncode == 0, built.stderr
    page = (tmp_path / "site/glossary/overfitting/index.html").read_text("utf-8")
    assert '<p class="uj-lead">Learned by heart, our way.</p>' in page
    assert "A trainee learns to cook" in page  # the other fields are the starter's
    assert (tmp_path / "site/lifecycle/monitor/index.html").is_file()
    assert (tmp_path / "site/assets/unjargon/unjargon.js").is_file()

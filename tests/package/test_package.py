"""The wheel is whole: in an empty environment it builds a site of two files over its starter."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from sites import ROOT, write

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the repository."""
    folder = tmp_path_factory.mktemp("wheel")
    command = ["-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run([sys.executable, *command], check=True, capture_output=True)
    return next(folder.glob("*.whl"))


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


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment that holds the wheel and what it asks for."""
    folder = tmp_path_factory.mktemp("empty")
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    found = folder / "bin" / "python"
    install = [str(found), "-m", "pip", "install", "-q", "--disable-pip-version-check", str(wheel)]
    installed = subprocess.run(install, capture_output=True, text=True, check=False)
    if installed.returncode:
        reason = f"no package index in reach: {installed.stderr.strip().splitlines()[-1:]}"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    return found


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

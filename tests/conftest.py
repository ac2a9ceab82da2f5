"""Fixtures that several folders of tests share."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sites import ROOT, SMALL_SITE, build, write


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    """A folder with the least that makes a site."""
    return write(tmp_path, SMALL_SITE)


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own site, built once, strictly, from a copy."""
    folder = tmp_path_factory.mktemp("example")
    for name in ("docs", "glossary", "mkdocs.yml"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    return build(folder)

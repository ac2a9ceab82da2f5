"""Every file that programs read of a site, byte by byte; what is kept inside is in none of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from exported_site import published

from sites import ROOT
from unjargon.exports import EXPORTS, Published, export

GOLDEN = Path(__file__).parent / "files"
PAGE = (ROOT / "docs/authors/exports.md").read_text("utf-8")


@pytest.mark.parametrize("path", sorted(path.name for path in GOLDEN.iterdir()))
def test_it_is_as_it_was(path: str, small: Published) -> None:
    """These files show the formats; where one changes, its readers have to hear of it."""
    assert dict(export(small))[path].encode() == (GOLDEN / path).read_bytes()


def test_every_file_of_the_root_is_here() -> None:
    paths = {entry.path for entry in EXPORTS if "/" not in entry.path}
    assert paths == {path.name for path in GOLDEN.iterdir()}


def test_nothing_that_is_kept_inside_is_in_any(small: Published) -> None:
    told = [path for path, text in export(small) if "zz" in text]
    assert told == []


def test_another_folder_gives_the_same_bytes(tmp_path: Path, small: Published) -> None:
    assert list(export(published(tmp_path))) == list(export(small))


def test_without_an_address_links_are_relative_and_no_host_is_named(tmp_path: Path) -> None:
    site = published(tmp_path, site_url="")
    for path, text in export(site):
        assert "words.example" not in text, path
    assert "- [bias](glossary/bias/): A lean." in dict(export(site))["llms.txt"]


def test_each_is_documented_and_nothing_that_is_gone() -> None:
    named = re.findall(r"^\| `([\w/]+\.[\w.]+)` \|", PAGE, re.MULTILINE)
    assert sorted(named) == sorted(entry.path for entry in EXPORTS)

"""The comparison of two builds takes away what may be added, and sees everything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from before_after import differences
from sites import write

LINK = '<a class="uj-term" data-term="bias" href="glossary/bias/">bias</a>'
BEFORE = {"index.html": "<head></head><p>A bias.</p>", "a/style.css": "p {}"}
ADDED = (
    '<head><script src="assets/unjargon/reader.js"></script></head>'
    f'<p>A {LINK}.</p>\n<section class="uj-words"><dl></dl></section>'
)


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ({"index.html": ADDED}, []),
        ({"index.html": ADDED, "glossary/index.html": "New"}, []),
        ({"index.html": ADDED.replace("A ", "The ")}, ["index.html: differs"]),
        ({"index.html": ADDED.replace(LINK, "<b>bias</b>")}, ["index.html: differs"]),
        ({"index.html": ADDED, "a/style.css": "p { }"}, ["a/style.css: differs"]),
    ],
)
def test_two_builds(after: dict[str, str], told: list[str], tmp_path: Path) -> None:
    write(tmp_path / "before", BEFORE)
    write(tmp_path / "after", {**BEFORE, **after})
    assert list(differences(tmp_path / "before", tmp_path / "after")) == told


def test_a_file_that_is_gone_is_seen(tmp_path: Path) -> None:
    write(tmp_path / "before", BEFORE)
    write(tmp_path / "after", {"index.html": ADDED})
    assert list(differences(tmp_path / "before", tmp_path / "after")) == ["a/style.css: is gone"]

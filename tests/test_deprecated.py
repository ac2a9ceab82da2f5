"""An option that is about to go works, and warns with its successor."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from sites import SMALL_SITE, write
from unjargon import deprecated
from unjargon.configuration import open_configuration

TABLE = {"words": deprecated.Deprecation("glossary", "0.3")}


@pytest.mark.parametrize(
    ("options", "glossary", "warns"),
    [
        ("{words: [ours/]}", ["ours/"], True),
        ("{words: [ours/], glossary: [new/]}", ["new/"], True),
        ("{glossary: [new/]}", ["new/"], False),
    ],
)
def test_an_old_option(
    options: str,
    glossary: list[str],
    warns: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(deprecated, "OPTIONS", TABLE)
    text = SMALL_SITE["mkdocs.yml"].replace("unjargon: {}", f"unjargon: {options}")
    site = write(tmp_path, {**SMALL_SITE, "mkdocs.yml": text})
    with caplog.at_level(logging.WARNING, logger="mkdocs"):
        _, options = open_configuration(site / "mkdocs.yml")
    line = (
        "Config value 'plugins': Plugin 'unjargon' option 'words': "
        "is deprecated and goes in version 0.3 (use 'glossary')"
    )
    assert options.glossary == glossary
    assert caplog.messages == ([line] if warns else [])

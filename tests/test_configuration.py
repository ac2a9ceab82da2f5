"""What may stand in mkdocs.yml beside what its documentation shows."""

from __future__ import annotations

from pathlib import Path

import pytest

from sites import SMALL_SITE, write
from unjargon.configuration import read_configuration


@pytest.mark.parametrize("option", ["glossary", "lifecycle", "projects"])
def test_a_single_layer_needs_no_list(tmp_path: Path, option: str) -> None:
    settings = []
    for value in ("words", "[words]"):
        options = f"unjargon: {{{option}: {value}}}"
        text = SMALL_SITE["mkdocs.yml"].replace("unjargon: {}", options)
        site = write(tmp_path, {"mkdocs.yml": text, "docs/index.md": "# Home\n"})
        settings.append(read_configuration(site / "mkdocs.yml")[0])
    assert settings[0] == settings[1]
    assert getattr(settings[0], option) == ("words",)

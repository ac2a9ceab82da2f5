"""Each rule finds what breaks it, at the right place and in the right words, and nothing else.

A case holds `files`, the ids of the `rules` to run, and the `problems` that an author is shown.
Optional are `options` (as under `checks:` in mkdocs.yml), the day `as_of` which it is judged, and
`settings` of the site.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from sites import write
from unjargon.checks import configured
from unjargon.editor import judge
from unjargon.site import Settings

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))


def problems_of(case: dict[str, Any], folder: Path) -> list[str]:
    """Write a case's files and return what its rules say of them."""
    write(folder, case["files"])
    (folder / "docs").mkdir(exist_ok=True)
    rules = configured(case.get("options", {}))
    settings = Settings(folder, folder / "docs", **case.get("settings", {}))
    day = case.get("as_of", date(2026, 1, 31))
    judged = judge(settings, [rules[rule] for rule in case["rules"]], day)
    return [str(problem) for problem in judged.problems]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_rules_say(path: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    assert problems_of(case, tmp_path) == case["problems"]

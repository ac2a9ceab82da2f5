"""The reading rules tell plain definitions from bad ones, and this site keeps every rule.

The set is frozen: it was written before any rule was run on it, and no rule is fitted to it.
"""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from sites import ROOT, write
from unjargon.checks import RULES, configured
from unjargon.configuration import read_configuration
from unjargon.editor import judge
from unjargon.site import Settings

READING = (
    *("length", "sentences", "reading-grade", "rare-words"),
    *("jargon-in-definition", "circular", "style"),
)
SET: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    Path(__file__).with_name("calibration.yml").read_text("utf-8")
)


def file_of(entry: dict[str, Any]) -> str:
    """Return the name of the file that an entry would have."""
    return f"glossary/{re.sub('[^a-z0-9]+', '-', entry['term'].lower())}.yml"


@pytest.mark.parametrize(("kind", "least", "most"), [("good", 0, 0.1), ("bad", 0.75, 1)])
def test_plain_definitions_pass_and_bad_ones_do_not(
    kind: str, least: float, most: float, tmp_path: Path
) -> None:
    write(tmp_path, {file_of(entry): yaml.safe_dump(entry, width=1000) for entry in SET[kind]})
    rules = [RULES[rule] for rule in READING]
    problems = judge(Settings(tmp_path, tmp_path / "docs"), rules, date(2026, 1, 31)).problems
    found = {problem.path for problem in problems}
    assert least <= len(found) / len(SET[kind]) <= most, "\n".join(map(str, problems))


def test_the_set_is_whole() -> None:
    terms = {kind: sorted(entry["term"] for entry in SET[kind]) for kind in SET}
    assert terms["good"] == terms["bad"]
    assert {len(set(names)) for names in terms.values()} == {40}


def test_this_site_keeps_every_rule() -> None:
    settings, *_ = read_configuration(ROOT / "mkdocs.yml")
    rules = configured(settings.checks).values()
    days = [
        record.get("reviewed")
        for path in ROOT.glob("glossary/[!_]*.yml")
        if (record := yaml.safe_load(path.read_text("utf-8")))
    ]
    newest = max(day for day in days if day)
    assert [str(problem) for problem in judge(settings, rules, newest).problems] == []

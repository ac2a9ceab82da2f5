"""The page about the rules names each rule and option, and its examples do what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sites import ROOT, write
from unjargon.checks import RULES, configured
from unjargon.editor import judge
from unjargon.site import Settings

PAGE = (ROOT / "docs/authors/checks.md").read_text("utf-8")
SECTIONS = dict(re.findall(r"^### `([\w-]+)`\n(.*?)(?=^##|\Z)", PAGE, re.DOTALL | re.MULTILINE))
FILE = re.compile(r"`((?:glossary|docs)/\S+)`\n\n```\w+\n(.*?)```\n", re.DOTALL)
OUTPUT = re.compile(r"```text\n(.*?)```\n", re.DOTALL)
OPTIONS: dict[str, Any] = {"density": {"density": {"terms": 10, "least": 10}}}


def test_it_has_a_section_for_each_rule() -> None:
    assert list(SECTIONS) == list(RULES)


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.id)
def test_it_says_what_holds_and_lists_levels_and_options(rule: Any) -> None:
    assert f"Level: {rule.level}." in SECTIONS[rule.id]
    summary = rule.summary[0].upper() + rule.summary[1:] if rule.summary[0] != "`" else ""
    assert f"| [`{rule.id}`](#{rule.id}) | {summary}" in PAGE
    rows = re.findall(r"^\| `(\w+)` \|.*\| `([^`]*)` \|$", SECTIONS[rule.id], re.MULTILINE)
    assert rows == [(name, str(value)) for name, value in rule.options.items()]


def examples() -> Iterator[Any]:
    """Yield the files of each example with what the rule says of them."""
    for rule, text in SECTIONS.items():
        bad, _, good = text.partition("\nGood:")
        bad = bad.partition("\nBad:")[2]
        if FILE.search(bad):
            yield pytest.param(rule, bad, OUTPUT.findall(bad)[0].splitlines(), id=f"{rule}-bad")
            yield pytest.param(rule, good, [], id=f"{rule}-good")


@pytest.mark.parametrize(("rule", "text", "lines"), list(examples()))
def test_an_example_does_what_it_says(
    rule: str, text: str, lines: list[str], tmp_path: Path
) -> None:
    write(tmp_path, {"docs/empty.md": "", **dict(FILE.findall(text))})
    rules = [configured(OPTIONS.get(rule, {}))[rule]]
    judged = judge(Settings(tmp_path, tmp_path / "docs"), rules, date(2026, 1, 31))
    assert [str(problem) for problem in judged.problems] == lines

"""What a project's page holds follows from what its file says; nothing stands there empty."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sites import SMALL_SITE, write
from unjargon.site import Settings, Site

LEAST = (
    "name: Sort mails\nsummary: Sorts.\nphase: {phase}\nstage: frame\nproblem: Many.\n"
    "contact: {{name: ML team}}\n"
)
METRIC = "metrics: [{type: bias, unit: '%', value: 5, plain: P., baseline: 5, better: lower}]\n"
CASES: dict[str, tuple[str, str, list[str], list[str]]] = {
    "an-idea": (
        "idea",
        "",
        ["0 of 7", "ML team could fill in", "26 more that readers expect in a later phase"],
        ["Outside", "Not known"],
    ),
    "a-phase-that-expects-more": (
        "production",
        "",
        ["0 of 33", "No limits are filled in.", "Not planned"],
        ["in a later phase"],
    ),
    "as-good-as-the-simple-way": ("production", METRIC, ["the same"], ["beaten", "better than"]),
    "nobody-measured-the-simple-way": (
        "production",
        METRIC.replace(" baseline: 5,", ""),
        ["not measured"],
        [],
    ),
    "no-model": (
        "production",
        METRIC.replace(" baseline: 5,", "") + "gates: {solution: {state: closed}}\n",
        ["No: a gate is closed, so no model is used."],
        ["not measured"],
    ),
    "a-return": (
        "production",
        "cost: {once: 100, per_year: 10}\nvalue: {per_year: 90, how: H., years: 2}\n",
        ["EUR&nbsp;120", "EUR&nbsp;180", "EUR&nbsp;60", "<strong>50%</strong>", "15 months"],
        ["cannot be worked out"],
    ),
    "a-cost-that-is-kept-inside": (
        "production",
        "cost: {once: 100}\nvalue: {per_year: 90, how: H.}\nwithhold: [cost]\n",
        ["Kept inside and not shown here: cost.", "EUR&nbsp;90"],
        ["ROI", "EUR&nbsp;100"],
    ),
    "a-headline-that-is-kept-inside": (
        "production",
        METRIC + "guardrails: [{min: 3, outside: Stop.}]\nwithhold: [metrics]\n",
        ["Kept inside and not shown here: metrics."],
        ["How good it is", "Stop."],
    ),
    "much-of-everything": (
        "production",
        f"limitations: [{', '.join(f'Limit {number}' for number in range(40))}]\n",
        ["<summary>28 more</summary>", "Limit 39"],
        [],
    ),
    "one-figure-makes-no-chart": (
        "production",
        METRIC + "history: [{date: 2026-01-31, value: 5}]\n",
        ["How good it is"],
        ["uj-course"],
    ),
    "what-is-retired": (
        "retired",
        "stopped: It did no better.\ndates: {end: 2026-01-31, next_review: 2027-01-31}\n",
        ["## Why we stopped", "## Why we did it", '<time datetime="2026-01-31">31 January 2026'],
        ["The next one is due", "## Why we do it"],
    ),
}


def page(folder: Path, text: str) -> str:
    files = {
        "docs/lifecycle/frame.yml": "title: Frame\nquestion: Q\nsummary: S\n",
        "docs/projects/mails.yml": text,
    }
    write(folder, SMALL_SITE | files)
    return Site(Settings(folder, folder / "docs")).pages["projects/mails.md"].markdown


@pytest.mark.parametrize("name", CASES)
def test_a_page(tmp_path: Path, name: str) -> None:
    phase, fields, holds, lacks = CASES[name]
    text = page(tmp_path, LEAST.format(phase=phase) + fields)
    assert [words for words in holds if words not in text] == []
    assert [words for words in lacks if words in text] == []


def test_an_idea_has_no_empty_sections(tmp_path: Path) -> None:
    text = page(tmp_path, LEAST.format(phase="idea"))
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == [
        "What it means for you",
        "Why we do it",
        "Not filled in yet",
    ]

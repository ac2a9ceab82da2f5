"""What follows from a project's record: figures, health, return, and what is missing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from unjargon import standing
from unjargon.called import FIELDS
from unjargon.model import Project

LEAST: dict[str, Any] = {
    "name": "Sort mails",
    "summary": "Sorts mails.",
    "phase": "production",
    "stage": "monitor",
    "problem": "Too many mails.",
    "contact": {"name": "ML team"},
}
HEADLINE = {"type": "accuracy", "unit": "%", "value": 87, "plain": "P.", "date": "2026-10-31"}
HISTORY = [{"date": "2026-08-31", "value": 91}, {"date": "2026-09-30", "value": 89}]


def project(**fields: Any) -> Project:
    return Project.model_validate(LEAST | fields)


def limits(**ends: float) -> list[dict[str, Any]]:
    return [{"outside": "Stop.", **ends}]


HEALTH = {
    "no-limits": ({"metrics": [HEADLINE]}, "unknown"),
    "limits-and-nothing-measured": (
        {"guardrails": [{"type": "accuracy", "min": 90, "outside": "Stop."}]},
        "unknown",
    ),
    "inside": ({"metrics": [HEADLINE], "guardrails": limits(min=80)}, "yes"),
    "on-the-limit": ({"metrics": [HEADLINE], "guardrails": limits(min=87, max=87)}, "yes"),
    "outside": ({"metrics": [HEADLINE], "guardrails": limits(min=90)}, "no"),
    "too-high": ({"metrics": [HEADLINE], "guardrails": limits(max=80)}, "no"),
    "the-youngest-figure-counts": (
        {"metrics": [HEADLINE], "history": HISTORY, "guardrails": limits(min=88)},
        "no",
    ),
    "a-younger-figure-of-the-history": (
        {
            "metrics": [HEADLINE | {"date": "2026-07-31"}],
            "history": HISTORY,
            "guardrails": limits(min=88),
        },
        "yes",
    ),
    "one-outside-is-enough": (
        {
            "metrics": [HEADLINE, {"type": "recall", "value": 5, "plain": "P."}],
            "guardrails": [*limits(min=80), {"type": "recall", "min": 6, "outside": "Stop."}],
        },
        "no",
    ),
    "a-part-of-the-cases-does-not-count": (
        {
            "metrics": [HEADLINE, HEADLINE | {"segment": "Sundays", "value": 10}],
            "guardrails": limits(min=80),
        },
        "yes",
    ),
}


@pytest.mark.parametrize("name", HEALTH)
def test_limits(name: str) -> None:
    fields, answer = HEALTH[name]
    assert standing.health(project(**fields)).guardrail == answer


def test_a_course_ends_with_the_figure_of_today() -> None:
    found = standing.courses(project(metrics=[HEADLINE], history=HISTORY))
    assert [course.days for course in found] == [
        [(date(2026, 8, 31), 91), (date(2026, 9, 30), 89), (date(2026, 10, 31), 87)]
    ]


def test_nobody_reviews_what_is_retired() -> None:
    dates = {"next_review": "2027-01-31"}
    assert standing.health(project(dates=dates)).next_review == date(2027, 1, 31)
    assert standing.health(project(phase="retired", dates=dates)).next_review is None


def test_a_return_is_the_sum_over_its_years() -> None:
    cost = {"once": 38000, "per_year": 9000}
    value = {"per_year": 30720, "how": "H.", "years": 3}
    found = standing.returns(project(cost=cost, value=value))
    assert found
    assert (found.cost, found.brings, found.net) == (65000, 92160, 27160)
    assert round(found.roi, 1) == 41.8
    assert found.payback is not None
    assert round(found.payback, 2) == 1.75


@pytest.mark.parametrize(("once", "brings"), [(100, 50), (100, 10), (0, 40)])
def test_what_earns_no_more_than_it_costs_never_pays_back(once: float, brings: float) -> None:
    cost, value = {"once": once, "per_year": 50}, {"per_year": brings, "how": "H."}
    found = standing.returns(project(cost=cost, value=value))
    assert found
    assert found.payback is None


def test_without_cost_or_value_there_is_no_return() -> None:
    assert standing.returns(project(cost={"once": 5})) is None
    assert standing.returns(project()) is None


GATES = {
    "yes": {"problem": "open", "solution": "open", "data": "open"},
    "no": {"problem": "open", "solution": "closed"},
    "unknown": {"problem": "open", "solution": "open", "data": "unknown"},
}


@pytest.mark.parametrize("answer", GATES)
def test_it_needs_machine_learning_if_every_gate_is_open(answer: str) -> None:
    gates = {name: {"state": state} for name, state in GATES[answer].items()}
    assert standing.needs_ml(project(gates=gates)) == answer


def test_an_idea_is_asked_for_little() -> None:
    found = standing.completeness(project(phase="idea", goal="quick-help", team="Mail team"))
    assert (found.filled, found.expected) == (2, 7)
    assert [(gap.title, gap.teller) for gap in found.missing] == [
        ("Who gains what", "ML team"),
        ("What it means for each department", "ML team"),
        ("Whether it needs machine learning at all", "Mail team"),
        ("What was tried without machine learning", "Mail team"),
        ("The role that answers for it", "ML team"),
    ]
    assert {gap.title for gap in found.later} >= {"How good it is", "The day of the next review"}


def test_what_is_filled_in_early_is_not_asked_for_later() -> None:
    titles = {
        gap.title for gap in standing.completeness(project(phase="idea", metrics=[HEADLINE])).later
    }
    assert "How good it is" not in titles


def test_what_is_retired_has_to_say_why_and_is_not_watched() -> None:
    missing = {gap.title for gap in standing.completeness(project(phase="retired")).missing}
    assert {"Why it was given up", "The day on which it ended"} <= missing
    assert not {"How one notices that it gets worse", "The day of the next review"} & missing


def test_what_is_withheld_is_no_gap() -> None:
    whole = standing.completeness(project())
    open_part = standing.completeness(project(withhold=["cost", "value"]))
    assert open_part.expected == whole.expected - 2
    assert standing.withheld(project(withhold=["owner_role"])) == ["owner role"]


def test_every_part_that_can_be_missing_is_a_field() -> None:
    parts = [part for parts in standing.PARTS.values() for part in parts]
    assert {part.field for part in parts} <= set(Project.model_fields)
    assert [part.title for part in parts if part.holds(project())] == []


@pytest.mark.parametrize(
    ("better", "verdicts"), [("higher", (True, True)), ("lower", (False, True))]
)
def test_a_figure_reaches_another(better: str, verdicts: tuple[bool, bool]) -> None:
    metric = project(metrics=[HEADLINE | {"better": better}]).metrics[0]
    assert (standing.reaches(metric, 80), standing.reaches(metric, 87)) == verdicts
    assert standing.reaches(metric, None) is None


def test_every_field_that_can_be_withheld_has_a_name() -> None:
    fields = Project.written_fields()
    assert {*FIELDS} == {name for name in fields if not fields[name].is_required()}

"""Four questions, answered from a record alone; what it does not say is unknown."""

from __future__ import annotations

from typing import Any

import pytest

from unjargon.model import Project
from unjargon.scorecard import Score, counted, going, money, score, scores
from unjargon.standing import PARTS

LEAST: dict[str, Any] = {
    **dict.fromkeys(("name", "summary", "problem"), "x"),
    "phase": "production",
    "stage": "frame",
    "contact": {"name": "ML team"},
}
GOOD = {"cost": {"once": 10}, "value": {"per_year": 10, "how": "H."}}
BAD = {"cost": {"once": 100}, "value": {"per_year": 10, "how": "H."}}
ALL = [part.field for parts in PARTS.values() for part in parts]
"""Withholding a field is the shortest way to expect nothing of it."""


def project(**fields: Any) -> Project:
    return Project.model_validate(LEAST | fields)


ANSWERS: dict[str, tuple[dict[str, Any], dict[str, str]]] = {
    "nothing-said": ({}, {"live": "partly", "goal": "unknown", "hands": "unknown"}),
    "complete-and-live": ({"withhold": ALL}, {"live": "yes"}),
    "complete-and-not-live": ({"phase": "development", "withhold": ALL}, {"live": "partly"}),
    "neither": ({"phase": "development"}, {"live": "no"}),
    "an-idea": ({"phase": "idea"}, {"live": "no", "hands": "early", "worth": "unknown"}),
    "an-idea-that-nobody-uses": ({"phase": "idea", "in_use": "no"}, {"hands": "early"}),
    "used-before-its-time": ({"phase": "design", "in_use": "partly"}, {"hands": "partly"}),
    "live-and-not-used": ({"in_use": "no"}, {"hands": "no"}),
    "used-and-kept-inside": ({"phase": "idea", "withhold": ["in_use"]}, {"hands": "unknown"}),
    "shown-to-those-who-may": ({"in_use": "yes", "withhold": ["in_use"]}, {"hands": "yes"}),
    "retired": ({"phase": "retired", "in_use": "no"}, {"live": "ended", "hands": "ended"}),
    "retired-and-nobody-has-said": ({"phase": "retired"}, {"hands": "unknown"}),
    "retired-and-used-all-the-same": ({"phase": "retired", "in_use": "yes"}, {"hands": "yes"}),
    "a-goal": ({"goal": "on-time"}, {"goal": "yes"}),
    "worth-it": (GOOD | {"accountable": "Head"}, {"worth": "yes"}),
    "worth-it-and-nobody-answers": (GOOD, {"worth": "partly"}),
    "somebody-answers": ({"accountable": "Head"}, {"worth": "partly"}),
    "costs-more-than-it-brings": (BAD | {"accountable": "Head"}, {"worth": "no"}),
    "cost-alone": ({"cost": {"once": 10}}, {"worth": "unknown"}),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_answers(name: str) -> None:
    fields, answers = ANSWERS[name]
    found = score(project(**fields))
    assert {question: getattr(found, question) for question in answers} == answers


def test_figures_are_made_of_what_goes_on_and_rows_of_all() -> None:
    projects = {
        "a": project(phase="retired"),
        "b": project(goal="on-time"),
        "c": project(phase="idea"),
    }
    assert list(scores(projects)) == ["b", "c", "a"]
    found: list[Score] = going(projects)
    assert counted(found, "goal") == [("yes", "yes", 1), ("unknown", "unknown", 1)]
    assert counted(found, "live") == [("partly", "partly", 1), ("no", "not yet", 1)]


def test_each_currency_has_a_sum_of_its_own() -> None:
    projects = [project(**GOOD), project(**BAD), project(**GOOD, currency="CHF"), project()]
    assert [(one.currency, one.projects, one.cost, one.brings) for one in money(projects)] == [
        ("CHF", 1, 10, 30),
        ("EUR", 2, 110, 60),
    ]

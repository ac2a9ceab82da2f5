"""The days of all projects in one order, and how much of a long list is told."""

from __future__ import annotations

from datetime import date
from typing import Any

from unjargon.model import Project
from unjargon.roadmap import MOST, roadmap

LEAST: dict[str, Any] = {
    **dict.fromkeys(("name", "summary", "problem"), "x"),
    "phase": "development",
    "stage": "frame",
    "contact": {"name": "ML team"},
}


def project(**fields: Any) -> Project:
    return Project.model_validate(LEAST | fields)


def part(title: str, due: str | None = None, done: str | None = None) -> dict[str, Any]:
    return {"title": title, "due": due, "done": done}


def test_what_is_next_comes_first_and_what_is_done_the_other_way() -> None:
    found = roadmap(
        {
            "a": project(
                deliverables=[part("Late", "2026-01-31"), part("Old", done="2025-01-31")],
                dates={"reviewed": "2025-06-30", "next_review": "2027-01-31"},
            ),
            "b": project(deliverables=[part("Next", "2026-06-30", None), part("Some day")]),
        }
    )
    assert [(step.project, step.title, step.kind) for step in found.open] == [
        ("a", "Late", "deliverable"),
        ("b", "Next", "deliverable"),
        ("a", "", "review"),
    ]
    assert [step.title for step in found.done] == ["", "Old"]
    assert found.undated == (("b", "Some day"),)
    assert found.span == (date(2025, 1, 31), date(2027, 1, 31))


def test_lanes_stand_by_what_comes_next_and_those_without_it_last() -> None:
    found = roadmap(
        {
            "done": project(deliverables=[part("A", done="2020-01-31")]),
            "late": project(deliverables=[part("B", "2028-01-31")]),
            "silent": project(),
            "soon": project(deliverables=[part("C", "2027-01-31")]),
        }
    )
    assert [lane.project for lane in found.lanes] == ["soon", "late", "done"]
    assert found.silent == ("silent",)


def test_nobody_waits_for_what_a_retired_project_had_to_do() -> None:
    parts = [part("Never", "2026-01-31"), part("Some day"), part("Done", done="2025-01-31")]
    retired = project(phase="retired", deliverables=parts, dates={"next_review": "2027-01-31"})
    found = roadmap({"a": retired})
    assert (found.open, found.undated) == ([], ())
    assert [step.title for step in found.done] == ["Done"]


def test_of_many_days_the_nearest_are_told() -> None:
    parts = [part(f"Next {year}", f"{year}-01-31") for year in range(2100, 2140)]
    parts += [part(f"Past {year}", done=f"{year}-01-31") for year in range(1900, 1940)]
    parts += [part("Some day") for _ in range(40)]
    found = roadmap({"a": project(deliverables=parts)})
    assert [step.day.year for step in found.open] == list(range(2100, 2100 + MOST))
    assert [step.day.year for step in found.done] == list(range(1939, 1939 - MOST, -1))
    assert found.lanes[0].left_out == 80 - 2 * MOST
    assert len(found.undated) == MOST

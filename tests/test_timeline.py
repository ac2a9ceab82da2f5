"""The roadmap's drawing: whole, well-formed, and readable over a month and over a millennium."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from portfolio_site import site
from sites import ROOT
from unjargon.model import Project
from unjargon.roadmap import Lane, Step, roadmap
from unjargon.timeline import timeline

WHOLE = ROOT / "tests/site/portfolio/timeline.svg"
days = st.dates(min_value=date(1, 1, 1))


def drawn(first: date, last: date) -> str:
    step = Step(first, "a", "deliverable", "<b>", is_done=False)
    lane = Lane("a", first, None, last, (step,), 0)
    project = Project.model_validate(
        {
            **dict.fromkeys(("summary", "problem"), "x"),
            "name": "A & " + "long " * 30,
            "phase": "idea",
            "stage": "frame",
            "contact": {"name": "ML team"},
        }
    )
    return timeline("Projects", [lane], {"a": project}, (first, last))


def test_the_whole_drawing(tmp_path: Path) -> None:
    projects = site(tmp_path).catalog.projects
    found = roadmap(projects)
    svg = timeline("Projects", found.lanes, projects, found.span)
    assert svg.replace("><", ">\n<") + "\n" == WHOLE.read_text("utf-8")


@given(days, days)
def test_every_span_has_few_lines_and_none_outside(one: date, other: date) -> None:
    first, last = sorted((one, other))
    svg = drawn(first, last)
    ElementTree.fromstring(svg)
    places = [float(x) for x in re.findall(r'class="uj-grid" x1="([\d.]+)%"', svg)]
    assert len(places) <= 8
    assert places == sorted(places)
    assert all(2.5 <= place <= 97.5 for place in places)


def test_a_year_has_a_line_each_quarter() -> None:
    svg = drawn(date(2026, 1, 1), date(2026, 1, 1) + timedelta(days=364))
    labels = re.findall(r'class="uj-tick"[^>]*>([^<]*)<', svg)
    assert labels == ["2026", "Apr 2026", "Jul 2026", "Oct 2026"]


def test_a_day_alone_has_a_place() -> None:
    assert 'x="2.5%"' in drawn(date(2026, 5, 5), date(2026, 5, 5))

"""What projects hand over and when they are reviewed, as one list over time.

Nothing here knows what day it is: what is open is sorted by its day, so that whatever is late comes
first, and the reader's browser says how late. A project can list thousands of days; the roadmap
takes those of each that lie nearest, and says how many it leaves to the project's own page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Literal

from unjargon.model import Project

MOST = 12
"""How many open days of one project are told, and how many that are past."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that is handed over, or a review, and its day."""

    day: date
    """The day on which it happened, or by which it is to happen."""
    project: str
    """Id of the project."""
    kind: Literal["deliverable", "review"]
    """What it is."""
    title: str
    """What is handed over; empty for a review."""
    is_done: bool
    """Whether it has happened."""
    planned: date | None = None
    """The day for which it was planned; None where nobody has said."""


@dataclass(frozen=True, slots=True)
class Lane:
    """The days of one project."""

    project: str
    """Id of the project."""
    start: date | None
    """When the work began; None where nobody has said."""
    live: date | None
    """When people began to work with it; None where they have not, or nobody has said."""
    end: date | None
    """When it was switched off or given up; None while it goes on."""
    steps: tuple[Step, ...]
    """What is told of it, by day."""
    left_out: int
    """How many more there are."""

    @property
    def days(self) -> list[date]:
        """Every day of it, in no order."""
        ends = (self.start, self.live, self.end)
        return [*(step.day for step in self.steps), *(day for day in ends if day)]


@dataclass(frozen=True, slots=True)
class Roadmap:
    """All projects over time."""

    lanes: tuple[Lane, ...]
    """Each project that names a day; what is to happen next comes first."""
    undated: tuple[tuple[str, str], ...]
    """Project and title of what is still to be handed over, without a day."""
    silent: tuple[str, ...]
    """Ids of projects that name no day at all."""

    @property
    def open(self) -> list[Step]:
        """What is still to happen, the next first."""
        return sorted((step for step in self._steps if not step.is_done), key=_by_day)

    @property
    def done(self) -> list[Step]:
        """What has happened, the latest first."""
        return sorted((step for step in self._steps if step.is_done), key=_by_day, reverse=True)

    @property
    def _steps(self) -> Iterable[Step]:
        return chain.from_iterable(lane.steps for lane in self.lanes)

    @property
    def span(self) -> tuple[date, date]:
        """The first and the last day of all lanes; there is at least one."""
        days = [day for lane in self.lanes for day in lane.days]
        return min(days), max(days)


def roadmap(projects: dict[str, Project]) -> Roadmap:
    """Put the days of all projects together."""
    lanes = [_lane(key, project) for key, project in projects.items()]
    return Roadmap(
        tuple(sorted((lane for lane in lanes if lane.days), key=_next_day)),
        tuple(
            (key, part.title)
            for key, project in projects.items()
            if project.phase != "retired"
            for part in [part for part in project.deliverables if not (part.due or part.done)][
                :MOST
            ]
        ),
        tuple(lane.project for lane in lanes if not lane.days),
    )


def _lane(key: str, project: Project) -> Lane:
    steps = sorted(_steps(key, project), key=_by_day)
    ahead = [step for step in steps if not step.is_done]
    past = [step for step in steps if step.is_done]
    told = (*past[-MOST:], *ahead[:MOST])
    dates = project.dates
    ends = (dates.start, dates.live, dates.end) if dates else (None, None, None)
    return Lane(key, *ends, told, len(steps) - len(told))


def _steps(key: str, project: Project) -> Iterable[Step]:
    # What a retired project had still to hand over, nobody waits for.
    goes_on = project.phase != "retired"
    for part in project.deliverables:
        if part.done:
            yield Step(part.done, key, "deliverable", part.title, True, part.due)
        elif part.due and goes_on:
            yield Step(part.due, key, "deliverable", part.title, False)
    if project.dates and project.dates.reviewed:
        yield Step(project.dates.reviewed, key, "review", "", True)
    if project.dates and project.dates.next_review and goes_on:
        yield Step(project.dates.next_review, key, "review", "", False)


def _by_day(step: Step) -> tuple[date, str, str]:
    return step.day, step.project, step.title


def _next_day(lane: Lane) -> tuple[date, str]:
    return min(
        (step.day for step in lane.steps if not step.is_done), default=date.max
    ), lane.project

"""All projects side by side: what stands out, how they can be narrowed down, and where each stands.

What is retired serves no goal any more and stands in no stage. What a project's file withholds is
never told as missing.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from unjargon import standing
from unjargon.catalog import Catalog
from unjargon.language import N_, _
from unjargon.model import Goal, Project

RETIRED = ""
"""The column of the board for what is in no stage any more."""


@dataclass(frozen=True, slots=True)
class Aim:
    """A goal and what is done for it."""

    id: str
    """Id of the goal."""
    goal: Goal
    """The goal."""
    projects: tuple[str, ...]
    """Ids of the projects that name it, the retired ones last."""
    is_served: bool
    """Whether one of them goes on."""


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that projects can be narrowed down by."""

    name: str
    """What it is called in the page's address and in the rows."""
    title: str
    """What a reader reads."""
    options: tuple[tuple[str, str], ...]
    """Value and words of each option; only those that some project has."""


def goes_on(project: Project) -> bool:
    """Tell whether somebody still works on a project or with it."""
    return project.phase != "retired"


# What stands out ----------------------------------------------------------------------------------


def aims(catalog: Catalog) -> list[Aim]:
    """Return all goals in the order of their file."""
    found = []
    for key, goal in catalog.goals.items():
        ids = sorted(catalog.serving(key), key=lambda one: not goes_on(catalog.projects[one]))
        served = any(goes_on(catalog.projects[one]) for one in ids)
        found.append(Aim(key, goal, tuple(ids), served))
    return found


def without_goal(catalog: Catalog) -> list[str]:
    """Return the projects that go on and name no goal."""
    return [
        key
        for key, project in catalog.projects.items()
        if goes_on(project) and not project.goal and "goal" not in project.withhold
    ]


def outside(catalog: Catalog) -> list[str]:
    """Return the projects that go on, with a figure outside its limits."""
    return [
        key
        for key, project in catalog.projects.items()
        if goes_on(project) and standing.health(project).guardrail == "no"
    ]


def without_data(catalog: Catalog) -> list[str]:
    """Return the projects that go on and name no data."""
    return [
        key
        for key, project in catalog.projects.items()
        if goes_on(project) and not project.datasets and "datasets" not in project.withhold
    ]


def reviews(catalog: Catalog) -> list[date]:
    """Return the day of each project's next review, as far as one is named, the next first."""
    days = (standing.health(project).next_review for project in catalog.projects.values())
    return sorted(day for day in days if day)


def phases(catalog: Catalog) -> list[tuple[str, int]]:
    """Return how many projects are in each phase, in words, the furthest first."""
    counts = Counter[str](project.phase for project in catalog.projects.values())
    return [(_(words), counts[phase]) for phase, words in IN_PHASE.items() if counts[phase]]


IN_PHASE = {
    "production": N_("in production"),
    "development": N_("in development"),
    "design": N_("in design"),
    "idea": N_("an idea"),
    "retired": N_("retired"),
}
"""What is said of a project in a phase; the furthest first, and last what is over."""


# Narrowing down -----------------------------------------------------------------------------------


def marks(project: Project) -> dict[str, tuple[str, ...]]:
    """Return what a project is found by: its options of each choice."""
    no_goal = () if "goal" in project.withhold else ("none",)
    no_use = () if "in_use" in project.withhold else ("unknown",)
    return {
        "phase": (project.phase,),
        "stage": (project.stage,),
        "for": tuple(project.affects),
        "goal": (project.goal,) if project.goal else no_goal,
        "use": (project.in_use,) if project.in_use else no_use,
    }


def choices(catalog: Catalog) -> list[Choice]:
    """Return what the projects of a site can be narrowed down by."""
    had = [marks(project) for project in catalog.projects.values()]
    departments = catalog.vocabulary.departments
    options = {
        "phase": {phase: _(phase) for phase in standing.PHASES},
        "stage": {key: stage.title for key, stage in catalog.stages.items()},
        "for": {key: department.title for key, department in departments.items()},
        "goal": {key: goal.title for key, goal in catalog.goals.items()}
        | {"none": _("none named")},
        "use": {"yes": _("yes"), "partly": _("partly"), "no": _("no"), "unknown": _("not known")},
    }
    return [
        Choice(
            name,
            _(_TITLES[name]),
            tuple(
                (value, words)
                for value, words in options[name].items()
                if any(value in one[name] for one in had)
            ),
        )
        for name in _TITLES
    ]


_TITLES = {
    "phase": N_("Phase"),
    "stage": N_("Stage now"),
    "for": N_("Department"),
    "goal": N_("Goal"),
    "use": N_("In use"),
}


# The board ----------------------------------------------------------------------------------------


def board(catalog: Catalog) -> dict[str, list[str]]:
    """Return the projects of each stage in the order of the loop, and of `RETIRED` at the end.

    A site without a life cycle has the stages that its projects name.
    """
    found: dict[str, list[str]] = {key: [] for key in catalog.stages}
    retired = []
    for key, project in catalog.projects.items():
        if goes_on(project):
            found.setdefault(project.stage, []).append(key)
        else:
            retired.append(key)
    return found | ({RETIRED: retired} if retired else {})

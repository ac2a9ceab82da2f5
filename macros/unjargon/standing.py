"""How a project stands: its figures, its health, its return, and what nobody has filled in yet.

All of it follows from the record, so none of it is a field. Nothing here looks at the clock: a
page is the same on every day, and whether a review is late is told in the reader's browser.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from unjargon.called import FIELDS
from unjargon.language import N_, _
from unjargon.model import Deliverable, Difficulty, Guardrail, Measured, Metric, Project
from unjargon.model.measure import bounds

Answer = Literal["yes", "partly", "no", "unknown"]
PHASES: tuple[str, ...] = get_args(Project.model_fields["phase"].annotation)
"""How far a project can have come, in order."""


# Figures ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Course:
    """How one figure went."""

    type: str
    """Id of the term that says what is measured."""
    metric: Metric | None
    """The figure for all cases; None where only its history is filled in."""
    points: tuple[Measured, ...]
    """The figures by day, the oldest first."""
    guardrail: Guardrail | None
    """The limits inside which it has to stay."""

    @property
    def unit(self) -> str:
        """Unit of the figures; empty for bare counts and ratios."""
        return (self.metric.unit if self.metric else None) or ""

    @property
    def latest(self) -> float | None:
        """The youngest figure; None where nothing was measured."""
        if self.points:
            return self.points[-1].value
        return self.metric.value if self.metric else None

    @property
    def inside(self) -> bool | None:
        """Whether the youngest figure is inside its guardrail; None where nobody can tell."""
        if self.guardrail is None or self.latest is None:
            return None
        return self.guardrail.holds(self.latest)

    @property
    def days(self) -> list[tuple[date, float]]:
        """Day and figure of each point."""
        return [(point.date, point.value) for point in self.points]

    @property
    def has_odd(self) -> bool:
        """Whether any figure breaks the guardrail."""
        return any(self.is_outside(point.value) for point in self.points)

    def is_outside(self, value: float) -> bool:
        """Tell whether a figure breaks the guardrail."""
        return self.guardrail is not None and not self.guardrail.holds(value)


def courses(project: Project) -> list[Course]:
    """Return every figure of a project that stands for all cases, the headline first."""
    whole = {metric.type: metric for metric in project.metrics if not metric.segment}
    headline = project.metrics[0].type if project.metrics else ""
    limits = {limit.type or headline: limit for limit in project.guardrails}
    types = [metric.type for metric in project.metrics]
    types += [*limits, *(measured.type or headline for measured in project.history)]
    return [
        Course(key, whole.get(key), _points(project, key, whole.get(key)), limits.get(key))
        for key in dict.fromkeys(types)
        if key  # a headline that is withheld leaves limits and days without a name
    ]


def _points(project: Project, key: str, metric: Metric | None) -> tuple[Measured, ...]:
    headline = project.metrics[0].type if project.metrics else ""
    points = [entry for entry in project.history if (entry.type or headline) == key]
    if metric and metric.date and (not points or points[-1].date < metric.date):
        points.append(Measured(date=metric.date, value=metric.value, type=key))
    return tuple(points)


def span(metrics: Iterable[Metric]) -> tuple[float, float]:
    """Return the figures at both ends of bars that show these metrics side by side."""
    found = list(metrics)
    whole = bounds(found[0].unit) if found else None
    values = [metric.value for metric in found]
    return whole or (min(0.0, *values), max(0.0, *values))


def segments(project: Project, key: str) -> list[Metric]:
    """Return the figures of one type that stand for a part of all cases."""
    return [metric for metric in project.metrics if metric.type == key and metric.segment]


def reaches(metric: Metric, other: float | None) -> bool | None:
    """Tell whether a figure is as good as another; None where nobody can tell."""
    if other is None or metric.better is None:
        return None
    return metric.value >= other if metric.better == "higher" else metric.value <= other


def in_time(deliverables: Iterable[Deliverable]) -> list[Deliverable]:
    """Return what was and is to be handed over, by the day that counts; undated parts come last."""
    return sorted(deliverables, key=lambda part: part.done or part.due or date.max)


def shares(difficulty: Difficulty) -> list[tuple[str, float]]:
    """Return how many of 100 cases are obvious, ambiguous and left to a human; 0: not counted."""
    kinds = {
        _("Obvious"): difficulty.obvious,
        _("Ambiguous"): difficulty.ambiguous,
        _("Left to a human"): difficulty.human,
    }
    return [(name, (cases.share if cases else None) or 0) for name, cases in kinds.items()]


# Health -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Health:
    """Three questions about a project, answered from its record alone."""

    guardrail: Answer
    """Whether every figure with a guardrail is inside it."""
    outside: tuple[Course, ...]
    """The figures that are not."""
    next_review: date | None
    """The day by which it is reviewed again; None where nobody has said, or nobody has to."""
    in_use: Answer
    """Whether people work with it."""


def health(project: Project) -> Health:
    """Return how a project is."""
    limited = [course for course in courses(project) if course.guardrail]
    outside = tuple(course for course in limited if course.inside is False)
    known = any(course.inside for course in limited)
    ended = project.phase == "retired"
    next_review = project.dates.next_review if project.dates and not ended else None
    guardrail: Answer = "no" if outside else "yes" if known else "unknown"
    return Health(guardrail, outside, next_review, project.in_use or "unknown")


def needs_ml(project: Project) -> Answer:
    """Tell whether it is machine learning at all: every gate open, one closed, or not known."""
    if not project.gates:
        return "unknown"
    gates = (project.gates.problem, project.gates.solution, project.gates.data)
    states = [gate.state if gate else "unknown" for gate in gates]
    if "closed" in states:
        return "no"
    return "unknown" if "unknown" in states else "yes"


# Return -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Return:
    """What a project brings over some years of use, beside what it costs."""

    years: int
    """The years."""
    once: float
    """What it costs to make."""
    running: float
    """What it costs in these years of use."""
    brings: float
    """What it brings in these years, before its cost."""
    payback: float | None
    """After how many years it has earned what it cost to make; None where it never does."""

    @property
    def cost(self) -> float:
        """All that it costs."""
        return self.once + self.running

    @property
    def net(self) -> float:
        """What is left of what it brings."""
        return self.brings - self.cost

    @property
    def roi(self) -> float:
        """What is left, in per cent of all that it costs."""
        return 100 * self.net / self.cost


def returns(project: Project) -> Return | None:
    """Return what a project brings; None where cost or value are not known."""
    cost, value = project.cost, project.value
    if cost is None or value is None:
        return None
    margin = value.per_year - cost.per_year
    return Return(
        value.years,
        cost.once,
        cost.per_year * value.years,
        value.per_year * value.years,
        cost.once / margin if margin > 0 else None,
    )


# Completeness -------------------------------------------------------------------------------------

Teller = Literal["contact", "team", "owner", "accountable"]


@dataclass(frozen=True, slots=True)
class Part:
    """Something that a project's file can say."""

    title: str
    """What it says, in a few words."""
    teller: Teller
    """Who could fill it in."""
    field: str
    """The field that it stands in, for `withhold`."""
    inside: str = ""
    """The field inside that field; empty: the whole."""

    def holds(self, project: Project) -> bool:
        """Tell whether a project says it."""
        found = getattr(project, self.field)
        return bool(getattr(found, self.inside) if self.inside and found else found)


PARTS: dict[str, tuple[Part, ...]] = {
    "idea": (
        Part(N_("The business goal that it serves"), "owner", "goal"),
        Part(N_("Who gains what"), "owner", "benefit"),
        Part(N_("What it means for each department"), "owner", "affects"),
        Part(N_("Whether it needs machine learning at all"), "team", "gates"),
        Part(N_("What was tried without machine learning"), "team", "simple_solution"),
        Part(N_("The team that builds it"), "contact", "team"),
        Part(N_("The role that answers for it"), "contact", "owner_role"),
    ),
    "design": (
        Part(N_("Other ways to solve the problem"), "team", "alternatives"),
        Part(N_("What it is for, and what not"), "owner", "scope"),
        Part(N_("What is decided with it, and by whom"), "owner", "decision"),
        Part(N_("The data that it rests on"), "team", "datasets"),
        Part(N_("What it costs"), "accountable", "cost"),
        Part(N_("What it is worth"), "accountable", "value"),
        Part(N_("The role that answers for cost and value"), "owner", "accountable"),
        Part(N_("What is handed over, and when"), "team", "deliverables"),
        Part(N_("The day on which it began"), "team", "dates", "start"),
    ),
    "development": (
        Part(N_("How it works"), "team", "how_it_works"),
        Part(N_("What it looks at"), "team", "inputs"),
        Part(N_("What comes out, with an example"), "team", "output"),
        Part(N_("How good it is"), "team", "metrics"),
        Part(N_("Its limits, and what happens outside"), "owner", "guardrails"),
        Part(N_("Who agreed to its targets"), "owner", "agreed_with"),
        Part(N_("How hard its cases are"), "team", "difficulty"),
        Part(N_("What it cannot do"), "team", "limitations"),
        Part(N_("What can go wrong"), "team", "risks"),
        Part(N_("Whether it treats all people alike"), "team", "fairness"),
    ),
    "production": (
        Part(N_("Whether people work with it"), "owner", "in_use"),
        Part(N_("When its users were last asked"), "team", "last_check_in"),
        Part(N_("How its figures went"), "team", "history"),
        Part(N_("How one notices that it gets worse"), "team", "monitoring"),
        Part(N_("Who keeps it right"), "team", "maintenance"),
        Part(N_("The day on which it went live"), "team", "dates", "live"),
        Part(N_("The day of the next review"), "owner", "dates", "next_review"),
    ),
    # Nobody has to watch what is switched off.
    "retired": (
        Part(N_("Why it was given up"), "owner", "stopped"),
        Part(N_("The day on which it ended"), "owner", "dates", "end"),
    ),
}
"""What a project can say, by the phase from which readers expect it."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is not filled in yet."""

    title: str
    """What is missing."""
    teller: str
    """The team or role that could fill it in."""


@dataclass(frozen=True, slots=True)
class Completeness:
    """How much of what readers expect in a project's phase is filled in."""

    filled: int
    """How many things are."""
    expected: int
    """Of how many."""
    missing: tuple[Gap, ...]
    """What is not."""
    later: tuple[Gap, ...]
    """What is not filled in either, and is expected in a later phase only."""


def completeness(project: Project) -> Completeness:
    """Count what is filled in. What the file withholds counts neither way: nobody sees it."""
    phase = PHASES.index(project.phase)
    filled, missing, later = 0, [], []
    for since, parts in PARTS.items():
        for part in parts:
            if part.field in project.withhold or not _concerns(project, since):
                continue
            if PHASES.index(since) > phase:
                if not part.holds(project):
                    later.append(_gap(part, project))
            elif part.holds(project):
                filled += 1
            else:
                missing.append(_gap(part, project))
    return Completeness(filled, filled + len(missing), tuple(missing), tuple(later))


def withheld(project: Project) -> list[str]:
    """Return the fields that are left out of the site, in the words of a reader."""
    return [_(FIELDS[name]) for name in project.withhold if not getattr(project, name)]


def _concerns(project: Project, since: str) -> bool:
    ended = project.phase == "retired"
    return ended if since == "retired" else not (ended and since == "production")


def _gap(part: Part, project: Project) -> Gap:
    return Gap(_(part.title), TELLERS[part.teller](project))


TELLERS: dict[Teller, Callable[[Project], str]] = {
    "contact": lambda project: project.contact.name,
    "team": lambda project: project.team or project.contact.name,
    "owner": lambda project: project.owner_role or project.contact.name,
    "accountable": lambda project: (
        project.accountable or project.owner_role or project.contact.name
    ),
}
"""Who could fill something in, as far as the project's file tells."""

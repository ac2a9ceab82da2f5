"""The scorecard: four questions that somebody who pays for projects asks of all of them.

Is it complete and live? Does it serve a goal? Is it in people's hands? What does it return, and who
answers for it? The answers come from the records alone. What a record does not say is unknown,
never no, since a reader would take a guess for a fact.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from unjargon import standing
from unjargon.language import N_, _
from unjargon.model import Project
from unjargon.portfolio import Choice, goes_on
from unjargon.standing import Completeness, Return

Mark = Literal["yes", "partly", "early", "no", "unknown", "ended"]
"""An answer. `early`: nobody expects it in this phase; `ended`: nobody expects it any more."""
MARKS: tuple[Mark, ...] = get_args(Mark)
"""All answers, the best first."""
QUESTIONS: dict[str, str] = {
    "live": N_("Is it complete and live?"),
    "goal": N_("Does it serve a goal?"),
    "hands": N_("Is it in people’s hands?"),
    "worth": N_("What does it return, and who answers for it?"),
}
"""The four questions, in the order in which they are asked."""
SHORT = {
    "live": N_("Complete and live"),
    "goal": N_("Serves a goal"),
    "hands": N_("In people’s hands"),
    "worth": N_("Worth it, and who answers"),
}
"""The questions as labels."""


@dataclass(frozen=True, slots=True)
class Score:
    """The four answers of one project."""

    live: Mark
    """`yes`: in production, and its file says all that readers expect; `partly`: one of the two."""
    goal: Mark
    """`yes`: it names one."""
    hands: Mark
    """Whether people work with it."""
    worth: Mark
    """`yes`: it brings at least what it costs, and a role answers for that; `partly`: only one of
    the two is told; `no`: it costs more than it brings."""
    complete: Completeness
    """What its file says, and what is missing."""
    returns: Return | None
    """What it brings; None where cost or value are not known."""


@dataclass(frozen=True, slots=True)
class Money:
    """Costs and returns of all projects in one currency that say both."""

    currency: str
    """The currency."""
    projects: int
    """How many projects these are."""
    cost: float
    """What they cost over the years that each of them counts."""
    brings: float
    """What they bring in these years, before that cost."""


def score(project: Project) -> Score:
    """Answer the four questions for one project."""
    complete, found = standing.completeness(project), standing.returns(project)
    return Score(
        _live(project, complete),
        "yes" if project.goal else "unknown",
        _hands(project),
        _worth(project, found),
        complete,
        found,
    )


def scores(projects: Mapping[str, Project]) -> dict[str, Score]:
    """Return the scores of all projects by id, those of the retired last."""
    ids = sorted(projects, key=lambda key: not goes_on(projects[key]))
    return {key: score(projects[key]) for key in ids}


def going(projects: Mapping[str, Project]) -> list[Score]:
    """Return the scores of the projects that go on, of which the figures on top are made."""
    return [score(project) for project in projects.values() if goes_on(project)]


def questions() -> dict[str, str]:
    """Return the questions in the language that is spoken."""
    return {name: _(question) for name, question in QUESTIONS.items()}


def labels() -> dict[str, str]:
    """Return their labels in the language that is spoken."""
    return {name: _(label) for name, label in SHORT.items()}


def counted(found: Iterable[Score], question: str) -> list[tuple[Mark, str, int]]:
    """Return name, words and number of each answer that a question got, the best first."""
    counts = Counter(getattr(one, question) for one in found)
    return [(mark, words(question, mark), counts[mark]) for mark in MARKS if counts[mark]]


def words(question: str, mark: Mark) -> str:
    """Return an answer as one would say it."""
    is_early = mark == "early" or (question, mark) == ("live", "no")
    return _("not yet") if is_early else _(_WORDS[mark])


_WORDS = {
    **{"yes": N_("yes"), "partly": N_("partly"), "no": N_("no")},
    **{"unknown": N_("unknown"), "ended": N_("ended")},
}


def rank(mark: Mark) -> int:
    """Return the place of an answer among all, the best first."""
    return MARKS.index(mark)


def choices(found: Mapping[str, Score]) -> list[Choice]:
    """Return what a scorecard can be narrowed down by: each question."""
    return [
        Choice(
            name,
            title,
            tuple((mark, said) for mark, said, _ in counted(found.values(), name)),
        )
        for name, title in labels().items()
    ]


def money(projects: Iterable[Project]) -> list[Money]:
    """Add up costs and returns, each currency by itself, in the order of their names."""
    sums: dict[str, list[Return]] = {}
    for project in projects:
        if found := standing.returns(project):
            sums.setdefault(project.currency, []).append(found)
    return [
        Money(key, len(all_), sum(one.cost for one in all_), sum(one.brings for one in all_))
        for key, all_ in sorted(sums.items())
    ]


def _live(project: Project, complete: Completeness) -> Mark:
    if project.phase == "retired":
        return "ended"
    answers = (project.phase == "production", not complete.missing)
    return "yes" if all(answers) else "partly" if any(answers) else "no"


def _hands(project: Project) -> Mark:
    if not project.in_use and "in_use" in project.withhold:
        return "unknown"
    if project.in_use in (None, "no") and project.phase in ("idea", "design", "development"):
        return "early"
    if project.in_use == "no" and project.phase == "retired":
        return "ended"
    return project.in_use or "unknown"


def _worth(project: Project, found: Return | None) -> Mark:
    if found and found.net < 0:
        return "no"
    known = (found is not None, bool(project.accountable))
    return "yes" if all(known) else "partly" if any(known) else "unknown"

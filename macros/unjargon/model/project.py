"""A project: one piece of ML work, told so that a colleague sees what it does to their own.

Names follow what the field publishes: the UK's Algorithmic Transparency Recording Standard, the
Dutch algorithm register, Google's Model Card Toolkit and the model cards of Hugging Face. What can
be computed (the return, the health, what is missing) is computed, and is no field.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field, ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from unjargon.errors import nearest
from unjargon.model.base import NOTHING, Day, Id, Name, Prose, Record, Text
from unjargon.model.measure import (
    Difficulty,
    Guardrail,
    Measured,
    Metric,
    refuse_impossible,
    refuse_unsorted,
)
from unjargon.model.parts import (
    Alternative,
    Answer,
    Contact,
    Cost,
    Dataset,
    Dates,
    Deliverable,
    Gates,
    HumanDecision,
    Link,
    Output,
    Scope,
    SimpleSolution,
    Value,
)
from unjargon.model.stage import Risk
from unjargon.model.term import Change


def _can_be_withheld(name: str) -> str:
    known = Project.written_fields()
    if name not in known:
        hint = nearest(name, known) or "name a field of this file, as in [cost, value]"
        words = {"name": name, "hint": hint}
        raise PydanticCustomError("withhold", "'{name}' is not a field of a project", words)
    if known[name].is_required():
        hint = "write confidential: true to leave the whole project out"
        words = {"name": name, "hint": hint}
        raise PydanticCustomError("withhold", "every page needs '{name}'", words)
    return name


class Project(Record):
    """One ML project; one file in `docs/projects/`, whose name is its id."""

    COMPUTED: ClassVar[dict[str, str]] = {
        "roi": "it is computed from cost and value; remove it",
        "completeness": "it is counted; remove it",
        "health": "it is computed from guardrails, dates and in_use; remove it",
    }

    name: Name
    """Its name, with a verb: `Predict tomorrow's orders`."""
    summary: Annotated[Text, Field(max_length=350)]
    """What it does, in plain text of at most 350 characters."""
    example: bool = False
    """Whether it is invented; the page then says that it is example data."""
    phase: Literal["idea", "design", "development", "production", "retired"]
    """How far it has come."""
    stage: Id
    """The life-cycle stage that it is in now."""
    in_use: Literal["yes", "partly", "no"] | None = None
    """Whether people work with it; absent: nobody has said."""
    last_check_in: Day | None = None
    """The day on which the team last asked the people who use it; absent: never, or not noted."""
    tags: tuple[Text, ...] = ()
    """Words to find it by."""

    problem: Prose
    """The problem that it is meant to solve."""
    goal: Id | None = None
    """The business goal that it serves, by its id in `_goals.yml`."""
    benefit: Prose | None = None
    """Who gains what from it."""
    affects: dict[Id, Prose] = NOTHING
    """What changes for one department each, by department id."""
    decision: HumanDecision | None = None
    """What is decided with it, and by whom."""

    gates: Gates | None = None
    """Whether it needs machine learning at all."""
    simple_solution: SimpleSolution | None = None
    """What was tried first, without machine learning."""
    alternatives: tuple[Alternative, ...] = ()
    """Which ways there were to solve the problem."""

    scope: Scope | None = None
    """What it is meant for, and what not."""
    how_it_works: Prose | None = None
    """How it works, in plain words."""
    inputs: tuple[Text, ...] = ()
    """What it looks at for one answer."""
    output: Output | None = None
    """What comes out of it, with one worked example."""
    datasets: tuple[Dataset, ...] = ()
    """The data that it rests on."""

    metrics: tuple[Metric, ...] = ()
    """How good it is; the first is the headline."""
    difficulty: Difficulty | None = None
    """How hard its cases are."""
    guardrails: tuple[Guardrail, ...] = ()
    """The limits inside which its figures have to stay."""
    history: tuple[Measured, ...] = ()
    """How its figures went, the oldest first."""
    agreed_with: tuple[Text, ...] = ()
    """The roles that agreed to targets and guardrails."""

    cost: Cost | None = None
    """What it costs."""
    value: Value | None = None
    """What it is worth. The return is computed from the two."""
    currency: Text = "EUR"
    """The currency of `cost` and `value`."""
    accountable: Text | None = None
    """The role that answers for cost and value."""

    limitations: tuple[Text, ...] = ()
    """What it cannot do."""
    risks: tuple[Risk, ...] = ()
    """What can go wrong."""
    fairness: Prose | None = None
    """Whether it treats all people alike, and how one knows."""
    monitoring: Prose | None = None
    """How one notices that it gets worse."""
    maintenance: Prose | None = None
    """Who keeps it right, and what that takes."""

    confidential: bool = False
    """Whether it is left out of the site unless the option `confidential` asks for it."""
    withhold: tuple[Annotated[Text, AfterValidator(_can_be_withheld)], ...] = ()
    """Fields of this file that are left out of the site unless that option asks for them."""

    team: Text | None = None
    """The team that builds it."""
    owner_role: Text | None = None
    """The role that answers for it."""
    contact: Contact
    """Whom to ask."""
    deliverables: tuple[Deliverable, ...] = ()
    """What the team hands over, and when."""
    dates: Dates | None = None
    """When it began, went live, was reviewed and will be."""
    stopped: Prose | None = None
    """Why it is no longer used or was given up; absent unless it was."""
    changes: tuple[Change, ...] = ()
    """What was changed, and when."""
    links: tuple[Link, ...] = ()
    """Pages elsewhere that say more."""
    faq: tuple[Answer, ...] = ()
    """What people ask about it."""
    waive: dict[Text, Text] = NOTHING
    """Editorial rules that this file need not keep: rule and reason."""

    @field_validator("metrics")
    @classmethod
    def _figures_are_told_once(cls, metrics: tuple[Metric, ...]) -> tuple[Metric, ...]:
        seen: dict[tuple[str, str | None], int] = {}
        for index, metric in enumerate(metrics):
            first = seen.setdefault((metric.type, metric.segment), index)
            if first != index:
                part = f"of '{metric.segment}' " if metric.segment else ""
                words = {
                    "what": f"'{metric.type}' {part}".strip(),
                    "first": first + 1,
                    "hint": "keep one of them, or name the segment that it holds for",
                    "at": (index, "type"),
                }
                raise PydanticCustomError("twice", "{what} is entry {first} already", words)
        return metrics

    @field_validator("guardrails")
    @classmethod
    def _limits_fit_their_unit(
        cls, guardrails: tuple[Guardrail, ...], info: ValidationInfo
    ) -> tuple[Guardrail, ...]:
        metrics = _metrics(info)
        for index, guardrail in enumerate(guardrails):
            _refuse_untyped(guardrail.type, metrics, (index, "type"))
            for name, limit in (("min", guardrail.min), ("max", guardrail.max)):
                if limit is not None:
                    unit = _unit(guardrail.type, metrics)
                    refuse_impossible(limit, unit, at=(index, name))
        return guardrails

    @field_validator("history")
    @classmethod
    def _history_is_sorted(
        cls, history: tuple[Measured, ...], info: ValidationInfo
    ) -> tuple[Measured, ...]:
        metrics = _metrics(info)
        for index, measured in enumerate(history):
            _refuse_untyped(measured.type, metrics, (index, "type"))
            unit = _unit(measured.type, metrics)
            refuse_impossible(measured.value, unit, at=(index, "value"))
        refuse_unsorted(history, metrics[0].type if metrics else None)
        return history

    @field_validator("value")
    @classmethod
    def _value_has_a_cost(cls, value: Value | None, info: ValidationInfo) -> Value | None:
        if value is not None and info.data.get("cost", True) is None:
            message = "says what it brings, and nothing says what it costs"
            hint = {"hint": "add cost, or leave value out until somebody knows it"}
            raise PydanticCustomError("return", message, hint)
        return value


def _metrics(info: ValidationInfo) -> tuple[Metric, ...] | None:
    """Return the metrics of the project; None where they are wrong, which is told already."""
    found: tuple[Metric, ...] | None = info.data.get("metrics")
    return found


def _unit(wanted: str | None, metrics: tuple[Metric, ...] | None) -> str | None:
    """Return the unit of the figures of a type; of the headline's where no type is named."""
    metrics = metrics or ()
    return next((one.unit for one in metrics if wanted in (None, one.type)), None)


def _refuse_untyped(
    wanted: str | None, metrics: tuple[Metric, ...] | None, at: tuple[int | str, ...]
) -> None:
    if wanted is None and metrics == ():
        words = {"hint": "add type: the glossary term that is measured", "at": at}
        raise PydanticCustomError("type", "no metric says what is measured", words)

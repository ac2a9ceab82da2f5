"""A project: one piece of ML work, told so that a colleague sees what it does to their own."""

from __future__ import annotations

from typing import Literal

from unjargon.model.base import Id, Prose, Record, Text, WebAddress


class Contact(Record):
    """Whom to ask: a team, never a single person."""

    name: Text
    """The team's name."""
    url: WebAddress | None = None
    """How to reach it: a `mailto:` or web address."""


class HumanDecision(Record):
    """Who decides what with the help of a model."""

    what: Text
    """What is decided with it."""
    who: Text | None = None
    """The role that decides."""
    review: Text | None = None
    """What a human looks at before anything happens."""
    object: Text | None = None
    """How someone who is affected can object."""


class SimpleSolution(Record):
    """What was tried before machine learning."""

    what: Text
    """The simple way."""
    result: Text
    """How well it did."""


class Metric(Record):
    """One figure that says how good it is, beside the simple way."""

    term: Id
    """The glossary term that says what is measured."""
    value: float
    """The figure, in `unit`."""
    unit: Text | None = None
    """Unit of the figures; absent for bare counts and ratios."""
    plain: Text
    """The figure as one would say it: `9 of 10 parcels on the promised day`."""
    baseline: float | None = None
    """The figure of the simple way, in the same unit; absent when nobody measured it."""
    target: float | None = None
    """The figure that was agreed on as good enough, in the same unit."""


class Project(Record):
    """One ML project; one file in `docs/projects/`, whose name is its id."""

    name: Text
    """Its name, with a verb: `Predict tomorrow's orders`."""
    summary: Text
    """What it does, in plain text of at most 350 characters."""
    example: bool = False
    """Whether it is invented; the page then says that it is example data."""
    phase: Literal["idea", "design", "development", "production", "retired"]
    """How far it has come."""
    stage: Id
    """The life-cycle stage that it is in now."""
    in_use: Literal["yes", "partly", "no"] | None = None
    """Whether people work with it; absent: nobody has said."""
    problem: Prose
    """The problem that it is meant to solve."""
    benefit: Prose | None = None
    """Who gains what from it."""
    affects: dict[Id, Prose] = {}
    """What changes for one department each, by department id."""
    decision: HumanDecision | None = None
    """What is decided with it, and by whom."""
    simple_solution: SimpleSolution | None = None
    """What was tried first, without machine learning."""
    how_it_works: Prose | None = None
    """How it works, in plain words."""
    metrics: tuple[Metric, ...] = ()
    """How good it is."""
    limitations: tuple[Text, ...] = ()
    """What it cannot do."""
    team: Text | None = None
    """The team that builds it."""
    owner_role: Text | None = None
    """The role that answers for it."""
    contact: Contact
    """Whom to ask."""
    waive: dict[Text, Text] = {}
    """Editorial rules that this file need not keep: rule and reason."""

"""What a project's record is made of: its dates, data, costs, gates, people to ask."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from unjargon.model.base import Day, Prose, Record, Text, WebAddress
from unjargon.model.measure import Figure

Level = Literal["high", "medium", "low"]
Amount = Annotated[float, Field(ge=0, le=1e15)]
"""Money that is spent."""


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


class Gate(Record):
    """A question that has to be answered with yes before machine learning makes sense."""

    state: Literal["open", "closed", "unknown"]
    """`open`: yes, go on; `closed`: no; `unknown`: nobody knows yet."""
    evidence: Text | None = None
    """How one knows."""


class Gates(Record):
    """Is it machine learning at all? Three questions, asked in this order."""

    problem: Gate | None = None
    """Is the problem worth solving, and does somebody want it solved?"""
    solution: Gate | None = None
    """Does it need a model, where no simple rule does?"""
    data: Gate | None = None
    """Are there data to learn from, and may they be used?"""


class SimpleSolution(Record):
    """What was tried before machine learning."""

    what: Text
    """The simple way."""
    result: Text
    """How well it did."""


class Alternative(Record):
    """Another way to solve the problem, a purchase or doing nothing among them."""

    name: Text
    """The way."""
    cost: Text | None = None
    """What it would cost, in words: `EUR 12,000 a year`."""
    likelihood: Level | None = None
    """How likely it is to succeed; absent: nobody has judged it."""
    robustness: Level | None = None
    """How well it stands changes of the world around it; absent: nobody has judged it."""
    why: Text | None = None
    """Why it was taken, or why not."""
    chosen: bool = False
    """Whether it is the way that was taken."""


class Scope(Record):
    """What it is meant for, and what not."""

    for_: tuple[Text, ...] = Field(default=(), alias="for")
    """Uses that it was made for."""
    not_for: tuple[Text, ...] = ()
    """Uses that somebody could think of and that it must not be put to."""


class Output(Record):
    """What comes out of it."""

    what: Text
    """What people get to see."""
    example: Prose | None = None
    """One worked example, from what goes in to what somebody does with the answer."""


class Dataset(Record):
    """Data that it rests on."""

    name: Text
    """What the data are called here; projects that use the same data write the same name."""
    plain: Text | None = None
    """What they hold, in plain words."""
    origin: Text | None = None
    """Where they come from, and since when."""
    owner: Text | None = None
    """The role or team that looks after them."""
    condition: Literal["good", "fair", "poor", "unknown"] | None = None
    """In what condition they are; absent: nobody has said."""
    faults: tuple[Text, ...] = ()
    """What is known to be wrong with them."""
    personal_data: bool | None = None
    """Whether people can be told from them; absent: nobody has said."""
    could_also: tuple[Text, ...] = ()
    """What could be done with them that nobody does yet."""


class Cost(Record):
    """What it costs, in the project's `currency`."""

    once: Amount = 0
    """What it cost or will cost to make; absent: nothing."""
    per_year: Amount = 0
    """What it costs in each year of use; absent: nothing."""
    plain: Text | None = None
    """What the figures are made of."""

    @model_validator(mode="after")
    def _says_a_figure(self) -> Cost:
        if not self.once and not self.per_year:
            hint = {"hint": "add once, per_year or both"}
            raise PydanticCustomError("cost", "holds no figure", hint)
        return self


class Value(Record):
    """What it is worth, in the project's `currency`."""

    per_year: Figure
    """What it brings in or saves in a year, before its cost."""
    how: Text
    """How the figure was estimated or measured, as a sum that somebody can follow."""
    basis: Literal["estimated", "measured"] = "estimated"
    """Whether somebody expects the figure or has counted it."""
    years: int = Field(default=3, ge=1, le=20)
    """Over how many years of use the return is worked out."""


class Deliverable(Record):
    """Something that the team hands over."""

    title: Text
    """What it is."""
    due: Day | None = None
    """The day for which it is planned; absent: without a date."""
    done: Day | None = None
    """The day on which it was there; absent: not yet."""


class Dates(Record):
    """The days that matter."""

    start: Day | None = None
    """The day on which the work began."""
    live: Day | None = None
    """The day on which people began to work with it."""
    end: Day | None = None
    """The day on which it was switched off or given up."""
    reviewed: Day | None = None
    """The day on which somebody last asked whether it still does what it should."""
    next_review: Day | None = None
    """The day by which somebody asks that again."""

    @field_validator("live", "end", "reviewed", "next_review")
    @classmethod
    def _comes_after(cls, value: Day | None, info: ValidationInfo) -> Day | None:
        assert info.field_name
        for earlier in _BEFORE[info.field_name]:
            day = info.data.get(earlier)
            if value is not None and day is not None and value < day:
                words = {"day": value.isoformat(), "earlier": earlier, "other": day.isoformat()}
                message = "{day} is before {earlier}, {other}"
                hint = {"hint": "exchange them, or mend the year"}
                raise PydanticCustomError("order", message, words | hint)
        return value


_BEFORE = {
    "live": ("start",),
    "end": ("live", "start"),
    "reviewed": ("start",),
    "next_review": ("reviewed", "start"),
}
"""Days that a day cannot come before."""


class Answer(Record):
    """A question that people ask, and its answer."""

    question: Text
    """The question, as people ask it."""
    answer: Prose
    """The answer."""


class Link(Record):
    """A page elsewhere that says more."""

    title: Text
    """What is to be found there."""
    url: WebAddress
    """Its address."""

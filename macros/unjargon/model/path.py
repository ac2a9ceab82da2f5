"""A learning path: what somebody new reads, in which order, and how they know it was enough."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from unjargon.model.base import Id, Prose, Record, Text
from unjargon.model.lesson import Lesson, PageSource, Question, Steps


class PathStep(Lesson):
    """One step of a learning path."""

    day: int | None = Field(default=None, ge=1)
    """The working day on which it comes, from 1; absent in a path that is taken at one go."""
    text: Prose | None = None
    """What the reader does in it and why."""
    guides: tuple[PageSource, ...] = ()
    """Pages to read: `guides/never-finished.md`."""
    check: Question | None = None
    """A question that shows whether the step was understood."""


class LearningPath(Record):
    """A path through words, stages, projects and guides; one file in `docs/paths/`."""

    title: Text
    """Its name: `Your first day`."""
    audience: Text
    """Who it is for, in a few words: `everyone who starts here`."""
    summary: Text
    """What it is, in plain text."""
    outcomes: Annotated[tuple[Text, ...], Field(min_length=1)]
    """What a reader can say or do afterwards; each completes "You can …"."""
    assumes: tuple[Id, ...] = ()
    """Words that a reader is taken to know; all others are taught before they are needed."""
    steps: Annotated[tuple[PathStep, ...], Steps]
    """The steps, in order."""

    @property
    def minutes(self) -> int:
        """How long the whole path takes, in minutes."""
        return sum(step.minutes for step in self.steps)

    @model_validator(mode="after")
    def _days_in_order(self) -> LearningPath:
        day = 0
        for index, step in enumerate(self.steps):
            if step.day is not None and step.day < day:
                context = {"at": ("steps", index, "day"), "hint": "put the steps in order"}
                raise PydanticCustomError("days", "comes after a later day", context)
            day = step.day or day
        return self

"""A lunch-and-learn: an hour at most, told as steps, from which page, deck and handout are made."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from unjargon.model.base import Id, Prose, Record, Text
from unjargon.model.lesson import Lesson, PageSource, Steps


class SessionStep(Lesson):
    """One step of a session."""

    say: Prose | None = None
    """What the room reads on the step's own slide, in few words."""
    ask: Text | None = None
    """A question to the room, on a slide of its own."""
    notes: Prose | None = None
    """What the presenter says and does; only the speaker's window shows it."""

    @model_validator(mode="after")
    def _shows_something(self) -> SessionStep:
        if not (self.say or self.ask or self.terms or self.stages or self.projects):
            hint = "give it terms, stages, projects, say or ask"
            raise PydanticCustomError(
                "empty_step", "shows nothing and asks nothing", {"hint": hint}
            )
        return self


class Session(Record):
    """A lunch-and-learn; one file in `docs/sessions/`, whose name is its id."""

    title: Text
    """Its name: `ML in 20 minutes`."""
    audience: tuple[Id, ...] = ()
    """Departments that it was made for; absent: everyone."""
    minutes: int = Field(ge=1, le=480)
    """How long it takes; the steps' minutes add up to it."""
    goal: Text
    """What the listeners can say or do afterwards."""
    before: Prose | None = None
    """What the presenter prepares."""
    steps: Annotated[tuple[SessionStep, ...], Steps]
    """The steps, in order."""
    guides: tuple[PageSource, ...] = ()
    """Pages to read afterwards: `guides/never-finished.md`."""
    further: tuple[Id, ...] = ()
    """Works from `docs/learn/further.yml`."""

    @model_validator(mode="after")
    def _minutes_add_up(self) -> Session:
        total = sum(step.minutes for step in self.steps)
        if total != self.minutes:
            message = f"is {self.minutes}, and the steps add up to {total}"
            context = {"at": ("minutes",), "hint": f"write {total}, or change a step"}
            raise PydanticCustomError("minutes", message.replace("{", "{{"), context)
        return self

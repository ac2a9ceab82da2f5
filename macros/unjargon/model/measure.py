"""How good a project is: figures with a unit, the limits that they must keep, and how they went.

What a unit allows is told from its words, because that is all there is: `%`, `% of …` and `share`
are parts of a whole. Every other unit is taken as it comes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Literal

from pydantic import Field, ValidationInfo, field_validator, model_validator
from pydantic_core import PydanticCustomError

from unjargon.model.base import Day, Id, Record, Text

Figure = Annotated[float, Field(ge=-1e15, le=1e15)]
"""A figure that can be drawn beside others."""

_PERCENTAGE = re.compile(r"(?:%|per ?cent)(?: of\b.*)?", re.IGNORECASE | re.DOTALL)
_SHARE = re.compile(r"(?:share|probability)(?: of\b.*)?", re.IGNORECASE | re.DOTALL)


def bounds(unit: str | None) -> tuple[float, float] | None:
    """Return the least and the greatest figure of a unit; None where its words do not tell."""
    if unit and _PERCENTAGE.fullmatch(unit):
        return 0, 100
    return (0, 1) if unit and _SHARE.fullmatch(unit) else None


def refuse_impossible(value: float, unit: str | None, **place: object) -> None:
    """Raise where a figure cannot be in its unit.

    Args:
        value: The figure.
        unit: Its unit.
        place: `at`, the path of the figure inside the field that is being validated.
    """
    allowed = bounds(unit)
    if allowed and not allowed[0] <= value <= allowed[1]:
        low, high = allowed
        more = "a percentage that can be more says so, as in '% more than last year'"
        hint = more if high == 100 else "use a figure from 0 to 1, or the unit '%'"
        words = {"value": f"{value:g}", "unit": unit, "low": f"{low:g}", "high": f"{high:g}"}
        message = "is {value}, and '{unit}' goes from {low} to {high}"
        raise PydanticCustomError("unit", message, {**words, "hint": hint, **place})


class Metric(Record):
    """One figure that says how good it is, beside the simple way. The first is the headline."""

    type: Id
    """The glossary term that says what is measured."""
    unit: Text | None = None
    """Unit of the figures; absent for bare counts and ratios."""
    value: Figure
    """The figure, in `unit`."""
    plain: Text
    """The figure as one would say it: `9 of 10 parcels on the promised day`."""
    baseline: Figure | None = None
    """The figure of the simple way, in the same unit; absent when nobody measured it."""
    target: Figure | None = None
    """The figure that was agreed on as good enough, in the same unit."""
    better: Literal["higher", "lower"] | None = None
    """Whether a higher or a lower figure is better; absent: the page does not compare."""
    segment: Text | None = None
    """The part of all cases that it holds for: `Sundays`; absent: all of them."""
    date: Day | None = None
    """The day of the measurement; absent: nobody has said."""

    @field_validator("value", "baseline", "target")
    @classmethod
    def _fits_its_unit(cls, value: float | None, info: ValidationInfo) -> float | None:
        if value is not None:
            refuse_impossible(value, info.data.get("unit"))
        return value


class Cases(Record):
    """The cases of one difficulty."""

    plain: Text
    """Which cases these are, and how it does on them."""
    share: float | None = Field(default=None, ge=0, le=100)
    """How many of 100 cases are of this kind; absent: nobody has counted."""


class Difficulty(Record):
    """How hard the cases are, since one average hides the hard ones."""

    obvious: Cases | None = None
    """Cases that anybody would judge alike."""
    ambiguous: Cases | None = None
    """Cases on which people who know the work differ."""
    human: Cases | None = None
    """Cases that are left to a human."""

    @model_validator(mode="after")
    def _shares_fit_into_a_whole(self) -> Difficulty:
        kinds = (self.obvious, self.ambiguous, self.human)
        total = sum(cases.share or 0 for cases in kinds if cases)
        if total > 100.001:
            words = {"total": f"{total:g}", "hint": "of 100 cases, each is of one kind"}
            raise PydanticCustomError("shares", "its shares add up to {total}", words)
        return self


class Guardrail(Record):
    """The limits inside which a figure has to stay."""

    type: Id | None = None
    """The glossary term that says what is measured; absent: the headline's."""
    min: Figure | None = None
    """The lowest figure that is acceptable, in the unit of the metric; absent: none is too low."""
    max: Figure | None = None
    """The highest figure that is acceptable; absent: none is too high."""
    outside: Text
    """What happens once the figure is outside."""

    @field_validator("max")
    @classmethod
    def _max_is_higher(cls, value: float | None, info: ValidationInfo) -> float | None:
        low = info.data.get("min")
        if value is not None and low is not None and value < low:
            words = {"high": f"{value:g}", "low": f"{low:g}", "hint": "exchange the two"}
            raise PydanticCustomError("limits", "max {high} is less than min {low}", words)
        return value

    @model_validator(mode="after")
    def _has_a_limit(self) -> Guardrail:
        if self.min is None and self.max is None:
            hint = {"hint": "add one of them, or both"}
            raise PydanticCustomError("limits", "has neither min nor max", hint)
        return self

    def holds(self, value: float) -> bool:
        """Tell whether a figure is inside."""
        too_low = self.min is not None and value < self.min
        too_high = self.max is not None and value > self.max
        return not too_low and not too_high


class Measured(Record):
    """A figure as it was on one day."""

    date: Day
    """The day of the measurement."""
    value: Figure
    """The figure, in the unit of the metric."""
    type: Id | None = None
    """The glossary term that says what was measured; absent: the headline's."""


def refuse_unsorted(history: Iterable[Measured], headline: str | None) -> None:
    """Raise at the first figure that is not younger than the one before it of the same type."""
    latest: dict[str | None, Measured] = {}
    for index, measured in enumerate(history):
        before = latest.get(measured.type or headline)
        if before and measured.date <= before.date:
            words = {
                "day": measured.date.isoformat(),
                "before": before.date.isoformat(),
                "hint": "put the oldest first, each day once",
                "at": (index, "date"),
            }
            raise PydanticCustomError("order", "{day} comes after {before} in the list", words)
        latest[measured.type or headline] = measured

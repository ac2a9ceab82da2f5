"""What a model costs over its life: the rough figures of the stages, once and every year.

Bounds are summed as they are. The result is wider than what is likely, since not everything turns
out dear at once, and a reader who plans with its upper end is on the safe side.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from unjargon.language import _, ngettext, number
from unjargon.model import Range, Stage

YEARS = 5
"""How many years after the launch are added up."""

Row = tuple[str, float, float]
"""A label and two bounds, as charts take them."""


@dataclass(frozen=True, slots=True)
class Span:
    """A lower and an upper bound."""

    low: float
    high: float

    def __str__(self) -> str:
        low, high = number(self.low), number(self.high)
        return low if low == high else f"{low}–{high}"


@dataclass(frozen=True, slots=True)
class Cost:
    """What the stages of a medium-sized project cost."""

    once: tuple[Row, ...]
    """Person-days of each stage on the way to the launch, in order."""
    yearly: tuple[Row, ...]
    """Person-days a year of each stage that never ends."""
    weeks: Span
    """How long the way to the launch takes."""

    @property
    def until_launch(self) -> Span:
        """Person-days of all stages before the launch."""
        return _total(self.once)

    @property
    def each_year(self) -> Span:
        """Person-days of each year after it."""
        return _total(self.yearly)

    @property
    def most(self) -> float:
        """The largest figure of a single stage."""
        return max(high for _, _, high in (*self.once, *self.yearly))

    @property
    def adding_up(self) -> tuple[Row, ...]:
        """The way to the launch, and beside it all work since then, year by year."""
        before, each = self.until_launch, self.each_year
        years = ((_years(year), each.low * year, each.high * year) for year in range(1, YEARS + 1))
        return ((_("The way to the launch"), before.low, before.high), *years)

    @property
    def overtaken(self) -> int:
        """The year in which the work since the launch exceeds that before it; 0: none is seen."""
        (_, low, high), *years = self.adding_up
        passed = (year for year, row in enumerate(years, 1) if row[1] > low and row[2] > high)
        return next(passed, 0)


def cost_of(stages: Mapping[str, Stage]) -> Cost:
    """Gather what stages say of their cost; the rounds of one that never ends delay no launch."""
    told = [(stage, stage.cost) for stage in stages.values() if stage.cost]
    before = [stage for stage in stages.values() if not (stage.cost and stage.cost.yearly)]
    return Cost(
        once=tuple(_row(stage.title, cost) for stage, cost in told if not cost.yearly),
        yearly=tuple(_row(stage.title, cost) for stage, cost in told if cost.yearly),
        weeks=_total(_row(stage.title, stage.duration) for stage in before if stage.duration),
    )


def _years(count: int) -> str:
    return ngettext("{n} year of use", "{n} years of use", count).format(n=count)


def _row(title: str, figure: Range) -> Row:
    return title, figure.low, figure.high


def _total(rows: Iterable[Row]) -> Span:
    listed = list(rows)
    return Span(sum(low for _, low, _ in listed), sum(high for _, _, high in listed))

"""The rows of the table: what is divided by what, and how much that may be.

Costs are per page (or per term, for loading), start-up subtracted. A row is written once and
evaluated with instructions, with CPU time, or with memory as the cost.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bench.measure import NotMeasuredError
from bench.subjects import SIZES, Subject

Cost = Callable[[Subject], float]
"""Takes a subject, returns what it costs; raises NotMeasuredError."""

PLAIN = Subject("plain")
AUTOMATIC = ("abbr", "append", "zensical")
"""Peers that find words by themselves."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row."""

    id: str
    """Its name for `--rows`."""
    what: str
    """What it compares."""
    limit: float | None
    """What it may be at most; None: only reported."""
    subjects: tuple[Subject, ...]
    """What has to be measured for it."""
    value: Callable[[Cost], float]
    """Works the figure out."""
    is_memory: bool = False
    """Whether it is in megabytes and not a ratio."""
    kinds: tuple[str, ...] = ("instructions", "seconds")
    """By what it is measured, the deciding one first."""


def _linking(size: int, limit: float) -> Row:
    on, off = Subject("on", size), Subject("off", size)
    what = f"page with linking ÷ same page with autolink: false, {size:,} terms"
    return Row(f"link-{size}", what, limit, (on, off), lambda cost: cost(on) / cost(off))


def _whole(size: int) -> Row:
    on = Subject("on", size)
    what = f"page with linking ÷ same page without the plugin, {size:,} terms"
    return Row(f"whole-{size}", what, None, (on, PLAIN), lambda cost: cost(on) / cost(PLAIN))


def _ratio(row: str, what: str, limit: float | None, over: Subject, under: Subject) -> Row:
    return Row(row, what, limit, (over, under), lambda cost: cost(over) / cost(under))


def _peers(size: int) -> Row:
    peers = tuple(Subject(tool, size) for tool in AUTOMATIC)
    ours = Subject("on", size)

    def value(cost: Cost) -> float:
        plain = cost(PLAIN)
        others = [other - plain for peer in peers if (other := _or_none(cost, peer)) is not None]
        if not others:
            raise NotMeasuredError("no peer was measured")
        return (cost(ours) - plain) / min(others)

    what = f"what Unjargon adds to a page ÷ what the cheapest automatic peer adds, {size:,} terms"
    limit = 1.0 if size >= 1000 else None
    subjects = (ours, PLAIN, *peers, Subject("ez", size))
    return Row(f"peers-{size}", what, limit, subjects, value)


def _or_none(cost: Cost, subject: Subject) -> float | None:
    try:
        return cost(subject)
    except NotMeasuredError:
        return None


def _memory() -> Row:
    on = Subject("on", SIZES[-1])
    what = f"extra peak memory over a site without the plugin, {on.size:,} terms"
    needs = (on, PLAIN)
    return Row(
        "memory", what, 60.0, needs, lambda cost: cost(on) - cost(PLAIN), True, ("megabytes",)
    )


MANY = SIZES[-1]
ROWS: tuple[Row, ...] = (
    _linking(100, 1.06),
    _linking(1_000, 1.06),
    _linking(10_000, 1.10),
    *map(_whole, SIZES),
    _ratio(
        "size",
        "linking the same pages and mentions at 10,000 terms ÷ at 100",
        1.5,
        Subject("link", MANY),
        Subject("link", SIZES[0]),
    ),
    _ratio(
        "grow",
        "a kilobyte of a strange text of 300 kB ÷ of 30 kB",
        1.1,
        Subject("grow", 300),
        Subject("grow", 30),
    ),
    _ratio(
        "load",
        "loading and validating 10,000 terms ÷ PyYAML's C loader alone",
        1.5,
        Subject("load", MANY),
        Subject("yaml", MANY),
    ),
    _memory(),
    _ratio(
        "scan",
        "linker alone ÷ bare scan by ahocorasick_rs, 10,000 terms",
        None,
        Subject("link", MANY),
        Subject("scan", MANY),
    ),
    *map(_peers, SIZES),
)

"""The roadmap as SVG, made at build time: one lane a project, its days from the left to the right.

Drawn as `unjargon.charts` draws: as wide as the page allows, places across in per cent and places
down in pixels, no script and no style. A day that is still open names itself in `data-day`, and the
drawing the days at its ends, so that a script can mark what is late and where today is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from unjargon.language import _, month, written
from unjargon.model import Project
from unjargon.roadmap import Lane, Step

_AXIS, _LANE, _BAR = 24, 46, 30
"""Pixels: the height of the axis and of a lane, and how far down in its lane a bar is."""
_LEFT, _RIGHT = 2.5, 97.5
"""Per cent: where the first and the last day are, so that their marks fit."""
_STEPS = (1, 3, 6, *(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000)))
"""Months between two lines of the axis."""
_MOST_LINES = 7
_NAME = 48
"""Letters of a name that a phone has room for."""
_DIAMOND = "M0 -7 7 0 0 7 -7 0Z"
_CIRCLE = "M0 -5.5A5.5 5.5 0 1 1 0 5.5 5.5 5.5 0 1 1 0 -5.5Z"


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date

    def across(self, day: date) -> float:
        days = (self.last - self.first).days or 1
        return round(_LEFT + (_RIGHT - _LEFT) * (day - self.first).days / days, 2)


def timeline(
    title: str, lanes: Sequence[Lane], projects: Mapping[str, Project], span: tuple[date, date]
) -> str:
    """Return days over time.

    Args:
        title: What the drawing shows; the beginning of its accessible name.
        lanes: The days of each project, top to bottom.
        projects: The projects by id, for their names.
        span: The first and the last day, which drawings of one page share. No day is outside.
    """
    scale, height = _Scale(*span), _AXIS + len(lanes) * _LANE
    drawn = [_axis(scale, height)]
    for index, lane in enumerate(lanes):
        name = projects[lane.project].name
        drawn.append(_lane(name, lane, _AXIS + index * _LANE, scale))
    drawn.append(f'<line class="uj-today" y1="{_AXIS}" y2="{height}" visibility="hidden"/>')
    ends = {"first": written(scale.first), "last": written(scale.last)}
    told = _("{title}, from {first} to {last}").format(title=title, **ends)
    return (
        f'<svg class="uj-chart uj-roadmap" role="img" aria-label="{escape(told)}" width="100%" '
        f'height="{height}" data-first="{scale.first}" data-last="{scale.last}" '
        f'data-left="{_LEFT:g}" data-right="{_RIGHT:g}">{"".join(drawn)}</svg>'
    )


def _axis(scale: _Scale, height: int) -> str:
    parts = []
    for day in _lines(scale.first, scale.last):
        x = scale.across(day)
        label = str(day.year) if day.month == 1 else month(day)
        parts.append(f'<line class="uj-grid" x1="{x:g}%" x2="{x:g}%" y1="16" y2="{height}"/>')
        # A phone has no room for a label behind a line near the right end.
        if x < (92 if day.month == 1 else 85):
            parts.append(f'<text class="uj-tick" x="{x:g}%" y="12">{label}</text>')
    return "".join(parts)


def _lines(first: date, last: date) -> Iterator[date]:
    """Yield first days of months, evenly apart and few enough for a phone."""
    begin, end = (day.year * 12 + day.month - 1 for day in (first, last))
    step = next(step for step in _STEPS if (end - begin) // step < _MOST_LINES)
    for count in range(-(-begin // step) * step, end + 1, step):
        day = date(max(count // 12, 1), count % 12 + 1, 1)
        if first <= day:
            yield day


def _lane(name: str, lane: Lane, top: int, scale: _Scale) -> str:
    y = top + _BAR
    shown = f"{name[:_NAME]}…" if len(name) > _NAME else name
    parts = [f'<text x="0" y="{top + 14}">{escape(shown)}</text>']
    parts.append(f'<line class="uj-lane" x1="0" x2="100%" y1="{y}" y2="{y}"/>')
    parts += _bar("uj-work", lane.start, lane.live or lane.end, y, 4, scale)
    parts += _bar("uj-use", lane.live, lane.end, y, 10, scale)
    parts += [_mark(step, y, scale) for step in lane.steps]
    return "".join(parts)


def _bar(
    name: str, start: date | None, end: date | None, middle: int, height: int, scale: _Scale
) -> Iterator[str]:
    if start:
        left = scale.across(start)
        width = round((scale.across(end) if end else 100) - left, 2)
        yield (
            f'<rect class="{name}" x="{left:g}%" y="{middle - height // 2}" '
            f'width="{max(width, 0):g}%" height="{height}"/>'
        )


def _mark(step: Step, y: int, scale: _Scale) -> str:
    state = "uj-done" if step.is_done else "uj-open"
    day = "" if step.is_done else f' data-day="{step.day}"'
    shape = _DIAMOND if step.kind == "review" else _CIRCLE
    title = step.title or _("review")
    label = escape(f"{written(step.day)}: {title}")
    return (
        f'<svg class="uj-step {state}"{day} x="{scale.across(step.day):g}%" y="{y}" '
        f'overflow="visible"><path d="{shape}"><title>{label}</title></path></svg>'
    )

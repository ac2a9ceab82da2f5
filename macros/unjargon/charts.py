"""Charts as SVG, made at build time: no script, no inline style, the site's own colours.

Chart libraries were looked at and left: their output carries random ids, inline styles or
scripts, which neither reproducible builds nor a strict content security policy allow. Every chart
is shown beside a table that holds the same figures.

All but `bars` are as wide as the page allows and keep the size of their letters: places across are
in per cent, places down in pixels, so that a phone shows what a screen shows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from math import ceil, floor, log10

from unjargon.language import _, ngettext, number, written

_WIDTH = 680
_BAR, _GAP, _LABELS, _FIGURES = 18, 8, 250, 50


def bars(title: str, values: Sequence[tuple[str, float]], unit: str = "") -> str:
    """Return a chart of horizontal bars.

    Args:
        title: What the chart shows; its accessible name.
        values: Label and figure of each bar, top to bottom; figures are not negative.
        unit: Written behind each figure.
    """
    most = max((value for _, value in values), default=0) or 1
    room = _WIDTH - _LABELS - _FIGURES
    rows = []
    for index, (label, value) in enumerate(values):
        top = index * (_BAR + _GAP)
        middle, length = top + _BAR * 0.72, round(room * value / most, 1)
        rows.append(
            f'<text class="uj-bar-label" x="{_LABELS - 8}" y="{middle:g}">{escape(label)}</text>'
            f'<rect class="uj-bar" x="{_LABELS}" y="{top}" width="{length:g}" height="{_BAR}"/>'
            f'<text class="uj-bar-figure" x="{_LABELS + length + 6:g}" y="{middle:g}">'
            f"{value:g}{escape(unit)}</text>"
        )
    height = max(len(values) * (_BAR + _GAP) - _GAP, _BAR)
    return (
        f'<svg class="uj-chart" role="img" aria-label="{escape(title)}" '
        f'viewBox="0 0 {_WIDTH} {height}">{"".join(rows)}</svg>'
    )


def meter(value: float, least: float, most: float, mark: float | None = None) -> str:
    """Return one bar for a row of a table, which says in words what the bar shows.

    Args:
        value: The figure.
        least: The figure at the left end; a bar that shows no zero would mislead, so it is one.
        most: The figure at the right end.
        mark: A figure to compare with, drawn as a line across.
    """
    start, end = sorted((_across(0, least, most), _across(value, least, most)))
    parts = [f'<rect class="uj-track" width="100%" height="{_BAR}"/>']
    parts.append(
        f'<rect class="uj-bar" x="{start:g}%" width="{round(end - start, 2):g}%" height="{_BAR}"/>'
    )
    if mark is not None:
        x = _across(mark, least, most)
        parts.append(f'<line class="uj-mark" x1="{x:g}%" x2="{x:g}%" y1="0" y2="{_BAR}"/>')
    return f'<svg class="uj-meter" aria-hidden="true" height="{_BAR}">{"".join(parts)}</svg>'


def _across(value: float, least: float, most: float) -> float:
    share = (value - least) / (most - least) if most > least else 0
    return round(100 * min(max(share, 0), 1), 2)


@dataclass(frozen=True, slots=True)
class Lines:
    """What a line of figures is compared with; each may be missing."""

    low: float | None = None
    """Lower end of the band inside which the figures have to stay."""
    high: float | None = None
    """Upper end of that band."""
    target: float | None = None
    """The figure that was agreed on."""
    baseline: float | None = None
    """The figure of the simple way."""

    def outside(self, value: float) -> bool:
        """Tell whether a figure is outside the band."""
        return (self.low is not None and value < self.low) or (
            self.high is not None and value > self.high
        )

    @property
    def figures(self) -> list[float]:
        """All that there are."""
        found = (self.low, self.high, self.target, self.baseline)
        return [figure for figure in found if figure is not None]


_HEIGHT, _TOP, _BOTTOM = 220, 26, 30
_LEFT, _RIGHT = 4.0, 97.0
_DOTS = 60
"""With more figures than that, dots would cover the line."""


def course(title: str, points: Sequence[tuple[date, float]], lines: Lines, unit: str = "") -> str:
    """Return how a figure went: a line over time with its guardrail band, target and baseline.

    Args:
        title: What the chart shows; the beginning of its accessible name.
        points: Day and figure, the oldest first; at least two.
        lines: What the figures are compared with.
        unit: Written behind the figures of the accessible name.
    """
    values = [value for _, value in points]
    ticks = _ticks(min(values + lines.figures), max(values + lines.figures))
    scale = _Scale(points[0][0], points[-1][0], ticks[0], ticks[-1])
    places = [(scale.across(day), scale.down(value)) for day, value in points]
    parts = [_grid(ticks, scale), _band(lines, scale)]
    for name, figure in (("baseline", lines.baseline), ("target", lines.target)):
        if figure is not None:
            y = scale.down(figure)
            parts.append(f'<line class="uj-{name}" x1="0" x2="100%" y1="{y:g}" y2="{y:g}"/>')
    parts.append(_line(places))
    for place, (day, value) in _dotted(list(zip(places, points, strict=True)), lines):
        parts.append(_dot(*place, f"{written(day)}: {number(value)}", lines.outside(value)))
    parts += [_ends(points), _figure(places[-1], values[-1])]
    name = f"{title}: {_told(points, unit)}"
    return (
        f'<svg class="uj-chart uj-course" role="img" aria-label="{escape(name)}" '
        f'width="100%" height="{_HEIGHT}">{"".join(parts)}</svg>'
    )


_Point = tuple[tuple[float, float], tuple[date, float]]
"""Where a figure is drawn, and the figure."""


def _dotted(points: list[_Point], lines: Lines) -> list[_Point]:
    """Return the figures that get a dot: all, those outside, or the last, whichever are few."""
    outside = [point for point in points[:-1] if lines.outside(point[1][1])]
    few = next((found for found in (points[:-1], outside) if len(found) < _DOTS), [])
    return [*few, points[-1]]


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date
    low: float
    high: float

    def across(self, day: date) -> float:
        days = (self.last - self.first).days or 1
        return round(_LEFT + (_RIGHT - _LEFT) * (day - self.first).days / days, 2)

    def down(self, value: float) -> float:
        room = _HEIGHT - _TOP - _BOTTOM
        return round(_TOP + room * (self.high - value) / (self.high - self.low), 1)


def _ticks(low: float, high: float) -> list[float]:
    """Return round figures from below the lowest to above the highest, about four steps apart."""
    span = high - low
    if span <= 1e-9 * abs(high):  # all figures are the same, as far as anybody could see
        span = abs(high) or 1
    power = 10 ** floor(log10(span / 4))
    step = next(step * power for step in (1, 2, 2.5, 5, 10) if step * power >= span / 4)
    start, end = floor(low / step), ceil(high / step)
    # 0.1 three times is not 0.3 to a computer.
    return [float(f"{step * index:.12g}") for index in range(start, max(end, start + 1) + 1)]


def _grid(ticks: Sequence[float], scale: _Scale) -> str:
    return "".join(
        f'<line class="uj-grid" x1="0" x2="100%" y1="{scale.down(tick):g}" '
        f'y2="{scale.down(tick):g}"/>'
        f'<text class="uj-tick" x="0" y="{scale.down(tick) - 4:g}">{number(tick)}</text>'
        for tick in ticks
    )


def _band(lines: Lines, scale: _Scale) -> str:
    if lines.low is None and lines.high is None:
        return ""
    top = scale.down(scale.high if lines.high is None else lines.high)
    bottom = scale.down(scale.low if lines.low is None else lines.low)
    edges = [y for y, limit in ((top, lines.high), (bottom, lines.low)) if limit is not None]
    drawn = [f'<line class="uj-limit" x1="0" x2="100%" y1="{y:g}" y2="{y:g}"/>' for y in edges]
    height = round(bottom - top, 1)
    band = f'<rect class="uj-band" y="{top:g}" width="100%" height="{height:g}"/>'
    return "".join((band, *drawn))


def _line(places: Sequence[tuple[float, float]]) -> str:
    # A polyline takes no per cent. It is drawn on a sheet that is stretched, without its stroke.
    points = " ".join(f"{x:g},{y:g}" for x, y in places)
    return (
        f'<svg viewBox="0 0 100 {_HEIGHT}" width="100%" height="{_HEIGHT}" '
        f'preserveAspectRatio="none"><polyline class="uj-course-line" points="{points}" '
        'vector-effect="non-scaling-stroke"/></svg>'
    )


def _dot(x: float, y: float, label: str, odd: bool) -> str:
    title = f"<title>{escape(label)}</title>"
    if not odd:
        return f'<circle class="uj-dot" cx="{x:g}%" cy="{y:g}" r="3.5">{title}</circle>'
    # Another shape too, for whoever does not see the other colour.
    return (
        f'<svg class="uj-odd" x="{x:g}%" y="{y:g}" overflow="visible">'
        f'<path d="M0 -6.5 6.5 0 0 6.5 -6.5 0Z">{title}</path></svg>'
    )


def _ends(points: Sequence[tuple[date, float]]) -> str:
    y = _HEIGHT - 8
    first, last = (written(day) for day in (points[0][0], points[-1][0]))
    return (
        f'<text class="uj-tick" x="0" y="{y}">{first}</text>'
        f'<text class="uj-tick uj-tick-end" x="100%" y="{y}">{last}</text>'
    )


def _figure(place: tuple[float, float], value: float) -> str:
    y = place[1] - 11
    return f'<text class="uj-last" x="100%" y="{y:g}">{number(value)}</text>'


def _told(points: Sequence[tuple[date, float]], unit: str) -> str:
    (first, before), (last, now) = points[0], points[-1]
    # "%" stands close to its figure; so does what follows it.
    gap = "" if not unit or unit.startswith("%") else " "
    told = ngettext(
        "from {before} on {first} to {now} on {last}, {count} figure",
        "from {before} on {first} to {now} on {last}, {count} figures",
        len(points),
    )
    return told.format(
        before=f"{number(before)}{gap}{unit}",
        first=written(first),
        now=f"{number(now)}{gap}{unit}",
        last=written(last),
        count=len(points),
    )


def shares(title: str, parts: Sequence[tuple[str, float]]) -> str:
    """Return one bar of parts that make a whole of 100; what is missing to it stays empty.

    Args:
        title: What the chart shows; the beginning of its accessible name.
        parts: Label and figure of each part, from the left; together at most 100. Each has its
            colour by its place, so one of 0 leaves its colour out.
    """
    drawn, start = [f'<rect class="uj-track" width="100%" height="{_BAR}"/>'], 0.0
    for index, (label, value) in enumerate(parts):
        if not value:
            continue
        tip = escape(_("{part}: {share} of 100").format(part=label, share=number(value)))
        drawn.append(
            f'<rect class="uj-part-{index + 1}" x="{start:g}%" width="{value:g}%" '
            f'height="{_BAR}"><title>{tip}</title></rect>'
        )
        start = round(start + value, 2)
    told = ", ".join(f"{label} {number(value)}" for label, value in parts if value)
    return (
        f'<svg class="uj-meter uj-shares" role="img" aria-label="{escape(f"{title}: {told}")}" '
        f'height="{_BAR}">{"".join(drawn)}</svg>'
    )


def tally(title: str, counts: Sequence[tuple[str, str, int]]) -> str:
    """Return one bar of counted answers, each as wide as it is frequent.

    Args:
        title: What was asked; the beginning of its accessible name.
        counts: Name, words and number of each answer, from the left; the name is its class, as in
            `uj-is-yes`. There is at least one.
    """
    whole, drawn, before = sum(count for *_, count in counts), [], 0
    for name, words, count in counts:
        x, width = (round(100 * part / whole, 2) for part in (before, count))
        drawn.append(
            f'<rect class="uj-is-{name}" x="{x:g}%" width="{width:g}%" height="{_BAR}">'
            f"<title>{escape(f'{words}: {count}')}</title></rect>"
        )
        before += count
    told = ", ".join(f"{words} {count}" for _, words, count in counts)
    return (
        f'<svg class="uj-meter uj-tally" role="img" aria-label="{escape(f"{title} {told}")}" '
        f'height="{_BAR}">{"".join(drawn)}</svg>'
    )


def ranges(title: str, rows: Sequence[tuple[str, float, float]], most: float) -> str:
    """Return bars that reach from nothing to a lower bound, and on to an upper one.

    Places down are in units of the letters' size, since each bar has its label above it.

    Args:
        title: What the chart shows; its accessible name.
        rows: Label, lower and upper bound of each bar, top to bottom; neither is negative.
        most: The figure at the right end, which charts side by side share.
    """
    drawn = []
    for index, (label, low, high) in enumerate(rows):
        top, least, whole = index * 2.9, *(68 * bound / (most or 1) for bound in (low, high))
        bar = f'y="{top + 1.45:g}em" height=".9em"'
        shown = number(high) if low == high else f"{number(low)}–{number(high)}"
        drawn.append(
            f'<text y="{top + 1:g}em">{escape(label)}</text>'
            f'<rect class="uj-at-most" width="{whole:.4g}%" {bar}/>'
            f'<rect class="uj-at-least" width="{least:.4g}%" {bar}/>'
            f'<text class="uj-range" x="{whole:.4g}%" dx=".5em" y="{top + 2.25:g}em">{shown}</text>'
        )
    return (
        f'<svg class="uj-chart uj-ranges" role="img" aria-label="{escape(title)}" '
        f'width="100%" height="{len(rows) * 2.9:g}em">{"".join(drawn)}</svg>'
    )

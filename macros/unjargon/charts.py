"""Charts as SVG, made at build time: no script, no inline style, the site's own colours.

Chart libraries were looked at and left: their output carries random ids, inline styles or
scripts, which neither reproducible builds nor a strict content security policy allow. Every chart
is shown beside a table that holds the same figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

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

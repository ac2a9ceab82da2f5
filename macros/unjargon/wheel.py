"""The life cycle as a wheel: SVG made from the stages, so that a new one needs no drawing.

Colours are classes, and what a browser cannot do in SVG is worked out here: text does not wrap in
it, so the room that a line takes is estimated from its characters, on the generous side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from math import atan2, cos, hypot, pi, sin, tan
from unicodedata import east_asian_width

from unjargon.language import _
from unjargon.model import Stage

FEWEST, MOST = 2, 12
"""How many stages make a ring that can be read; a site with others shows their list alone."""

_GAP, _NOSE = 5.0, 13.0
_TITLE, _QUESTION = 17.0, 14.5
_LEADING = 1.22
# Wider than most fonts are, since nobody knows which one a reader has.
_CHARACTER = 0.55


@dataclass(frozen=True, slots=True)
class _Ring:
    """Where things are: the middle is the origin, and angles run clockwise from the top."""

    count: int
    inner: float
    outer: float

    @property
    def step(self) -> float:
        return 2 * pi / self.count

    @property
    def middle(self) -> float:
        return (self.inner + self.outer) / 2

    def segment(self, index: int) -> str:
        """Return the outline of a stage: a piece of the ring that ends in an arrow."""
        half = self.step / 2 - _GAP / 2 / self.middle
        start, end = index * self.step - half, index * self.step + half
        nose = _NOSE / self.middle
        return (
            f"M{_at(start, self.outer)}A{self.outer:g} {self.outer:g} 0 0 1 {_at(end, self.outer)}"
            f"L{_at(end + nose, self.middle)}L{_at(end, self.inner)}"
            f"A{self.inner:g} {self.inner:g} 0 0 0 {_at(start, self.inner)}"
            f"L{_at(start + nose, self.middle)}Z"
        )

    def number(self, index: int) -> str:
        """Return the number that stands in a stage's segment."""
        x, y = _point(index * self.step + _NOSE / 2 / self.middle, self.middle)
        return (
            f'<text class="uj-wheel-number" aria-hidden="true" x="{_figure(x)}" y="{_figure(y)}"'
            f' dy=".35em">{index + 1}</text>'
        )


def wheel(
    stages: Mapping[str, Stage],
    href: Callable[[str], str] | None,
    lit: str = "",
    small: bool = False,
) -> str:
    """Return a drawing of the loop; empty where there are too few stages for one, or too many.

    Args:
        stages: All stages by id, in the order of the loop.
        href: Returns the address of a stage's page; None: stages have no pages.
        lit: Id of the stage that is marked; empty: none.
        small: Whether it shows numbers and the marked stage's title only.
    """
    if not FEWEST <= len(stages) <= MOST:
        return ""
    if small:
        body, box = _small(stages, href, lit)
    else:
        body, box = _large(stages, href, lit)
    name = escape(_("The life cycle: a ring of {n} stages").format(n=len(stages)))
    view = " ".join(_figure(part) for part in box)
    # As wide as it takes for its titles to be as large as the text around.
    size = f'width="{_figure(box[2] / _TITLE)}em" viewBox="{view}"'
    return f'<svg role="group" aria-label="{name}" {size}>\n{"".join(body)}</svg>'


_Drawn = tuple[list[str], tuple[float, float, float, float]]


def _large(stages: Mapping[str, Stage], href: Callable[[str], str] | None, lit: str) -> _Drawn:
    # Beside a ring of more than eight stages, labels need a longer way round.
    outer = 190 + 15 * max(len(stages) - 8, 0)
    ring = _Ring(len(stages), outer - 52, outer)
    labels = [_label(stage, index, ring) for index, stage in enumerate(stages.values())]
    top = min(-ring.outer, *(label.top for label in labels))
    bottom = max(ring.outer, *(label.top + label.height for label in labels))
    half = max(ring.outer, *(max(-label.left, label.left + label.width) for label in labels)) + 4
    backs = _backs(stages, ring)
    body = []
    for index, (key, stage) in enumerate(stages.items()):
        shape = f'<path class="uj-wheel-segment" d="{ring.segment(index)}"/>'
        content = f"{shape}{ring.number(index)}{labels[index].svg}"
        name = f"{_numbered(stage, index, len(stages))}. {stage.question}"
        link = _link(content, name, href and href(key), key == lit)
        body.append(_group(f"{link}{''.join(backs[key])}", key == lit))
    return body, (-half, top - 4, 2 * half, bottom - top + 8)


def _small(stages: Mapping[str, Stage], href: Callable[[str], str] | None, lit: str) -> _Drawn:
    ring = _Ring(len(stages), 72, 116)
    body = []
    for index, (key, stage) in enumerate(stages.items()):
        name = _numbered(stage, index, len(stages))
        # Nothing but a number is to be seen, so a pointer that rests on it is told the rest.
        content = (
            f"<title>{escape(name)}</title>"
            f'<path class="uj-wheel-segment" d="{ring.segment(index)}"/>{ring.number(index)}'
        )
        body.append(_group(_link(content, name, href and href(key), key == lit), key == lit))
    if lit in stages:
        body.append(_in_the_middle(stages[lit].title))
    return body, (-120, -120, 240, 240)


def _numbered(stage: Stage, index: int, count: int) -> str:
    told = _("Stage {number} of {all}: {title}")
    return told.format(number=index + 1, all=count, title=stage.title)


def _group(content: str, lit: bool) -> str:
    return f'<g class="uj-wheel-stage{" uj-lit" if lit else ""}">{content}</g>\n'


def _link(content: str, name: str, url: str | None, lit: bool) -> str:
    current = ' aria-current="step"' if lit else ""
    named = f'aria-label="{escape(name)}"'
    if url is None:
        return f'<g role="img" {named}{current}>{content}</g>'
    # Not `href`: Material's instant navigation sets that of every element to itself, which a link
    # in a drawing does not allow, and stops working on the page.
    return f'<a xlink:href="{escape(url)}" {named}{current}>{content}</a>'


# Text ----------------------------------------------------------------------------------------

_SIDE, _MIDDLE, _WIDEST = 176.0, 300.0, 205.0


@dataclass(frozen=True, slots=True)
class _Label:
    """A stage's title and question beside its segment."""

    svg: str
    left: float
    top: float
    width: float
    height: float


def _label(stage: Stage, index: int, ring: _Ring) -> _Label:
    angle, distance = index * ring.step, ring.outer + 14
    x, y = _point(angle, distance)
    if abs(sin(angle)) < 0.1:
        anchor, x = "middle", 0.0
        # At the top, neighbours that stand close leave less room.
        beside = 2 * distance * sin(ring.step) - 24 if ring.count > 4 else _MIDDLE
        room = min(beside, _MIDDLE)
    else:
        anchor = "start" if x > 0 else "end"
        room = min(distance + _SIDE - abs(x), _WIDEST)
    lines = [(line, _TITLE, "uj-wheel-title") for line in wrapped(stage.title, room / _TITLE)]
    question = wrapped(stage.question, room / _QUESTION)
    lines += [(line, _QUESTION, "uj-wheel-question") for line in question]
    height = sum(size * _LEADING for _, size, _ in lines)
    # Above the ring at its top, below it at its bottom, and level with it at its sides.
    top = y - height / 2 - cos(angle) * height / 2
    widest = max(width_of(line) * size for line, size, _ in lines)
    left = {"start": x, "middle": x - widest / 2, "end": x - widest}[anchor]
    spot = (
        f'<rect class="uj-wheel-spot" x="{_figure(left)}" y="{_figure(top)}"'
        f' width="{_figure(widest)}" height="{_figure(height)}"/>'
    )
    return _Label(f"{spot}{_text(lines, x, top, anchor)}", left, top, widest, height)


def _in_the_middle(title: str) -> str:
    lines = [(line, _TITLE, "uj-wheel-title") for line in wrapped(title, 6.6)]
    height = len(lines) * _TITLE * _LEADING
    # The link of this stage has said it already.
    return f'<g aria-hidden="true">{_text(lines, 0, -height / 2, "middle")}</g>\n'


def _text(lines: Sequence[tuple[str, float, str]], x: float, top: float, anchor: str) -> str:
    drawn, y = [], top
    for line, size, css in lines:
        y += size * _LEADING
        # Letters stand on their line and hang a little below it.
        place = f'x="{_figure(x)}" y="{_figure(y - size * 0.3)}"'
        drawn.append(f'<text class="{css}" text-anchor="{anchor}" {place}>{escape(line)}</text>')
    return " ".join(drawn)


def width_of(text: str) -> float:
    """Return how wide a text is about, in units of its font size."""
    return sum(1.0 if east_asian_width(char) in "WF" else _CHARACTER for char in text)


def wrapped(text: str, room: float) -> list[str]:
    """Break a text into as few lines as it takes, and these into about equal ones.

    Args:
        text: Words and spaces; a word that is wider than a line is cut.
        room: How wide a line may be, in units of its font size.
    """
    lines = _filled(text, room)
    while len(closer := _filled(text, room - _CHARACTER)) == len(lines) and room > 2:
        lines, room = closer, room - _CHARACTER
    return lines


def _filled(text: str, room: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(joined) <= room:
            lines[-1] = joined
        else:
            lines.extend(_pieces(word, room))
    return lines


def _pieces(word: str, room: float) -> Iterator[str]:
    piece = ""
    for char in word:
        if piece and width_of(piece + char) > room:
            yield piece
            piece = ""
        piece += char
    yield piece


# Arrows back ---------------------------------------------------------------------------------


def _backs(stages: Mapping[str, Stage], ring: _Ring) -> dict[str, list[str]]:
    """Return the arrows that leave each stage for another one."""
    order = list(stages)
    pairs = [
        (order.index(key), order.index(back.stage))
        for key, stage in stages.items()
        for back in stage.loops_back_to
        if back.stage in stages and back.stage != key
    ]
    pairs = list(dict.fromkeys(pairs))
    ends = _ends(pairs, ring)
    arrows: dict[str, list[str]] = {key: [] for key in stages}
    for start, end in pairs:
        path = _arrow(ends[(start, start, end)], ends[(end, start, end)], ring.inner - 7)
        arrows[order[start]].append(f'<path class="uj-wheel-back" d="{path}"/>')
    return arrows


def _ends(pairs: Sequence[tuple[int, int]], ring: _Ring) -> dict[tuple[int, int, int], float]:
    """Return the angle at which each arrow begins and ends, by stage and arrow.

    Arrows share the inner edge of a segment, and stand on it so that no two from the same stage
    cross: the one to the next stage clockwise comes last.
    """
    found = {}
    for place in range(ring.count):
        here = [pair for pair in pairs if place in pair]
        here.sort(
            key=lambda pair, place=place: (  # type: ignore[misc]
                (pair[pair[0] == place] - place) % ring.count,
                pair[0] != place,
            ),
            reverse=True,
        )
        for slot, pair in enumerate(here):
            share = (slot + 0.5) / len(here) - 0.5
            found[(place, *pair)] = ring.step * (place + 0.72 * share)
    return found


def _arrow(start: float, end: float, radius: float) -> str:
    """Return an arc that leaves and meets the ring at right angles, with an arrow head."""
    turn = (end - start) % (2 * pi)
    half = min(turn, 2 * pi - turn) / 2
    # Opposite each other, the arc is all but straight.
    bow = radius * min(tan(half), 50.0)
    arc = f"A{bow:.1f} {bow:.1f} 0 0 {0 if turn < pi else 1} {_at(end, radius)}"
    return f"M{_at(start, radius)}{arc}{_head(end, radius)}"


def _head(angle: float, radius: float) -> str:
    back, side = radius - 8, 4.5
    distance, lean = hypot(back, side), atan2(side, back)
    wings = [_at(angle + turn, distance) for turn in (-lean, lean)]
    return f"M{wings[0]}L{_at(angle, radius)}L{wings[1]}"


def _point(angle: float, radius: float) -> tuple[float, float]:
    return radius * sin(angle), -radius * cos(angle)


def _at(angle: float, radius: float) -> str:
    return " ".join(map(_figure, _point(angle, radius)))


def _figure(number: float) -> str:
    # Tenths are enough, and `-0` is written as 0.
    return f"{round(number, 1) + 0.0:g}"

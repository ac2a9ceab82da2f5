"""The drawing of the life cycle: whole outputs for several rings, and how text is broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rings import address, stages
from unjargon.wheel import MOST, wheel, width_of, wrapped

WHEELS = Path(__file__).parent / "wheels"
DRAWN = {
    "three": lambda: wheel(stages(3), address),
    "eight-with-one-lit": lambda: wheel(stages(8), address, "train"),
    "eight-small-with-one-lit": lambda: wheel(stages(8), address, "maintain", small=True),
    "three-without-pages": lambda: wheel(stages(3), None, "gather"),
}


@pytest.mark.parametrize("name", DRAWN)
def test_the_wheel_is(name: str) -> None:
    """If it is meant to look otherwise: write what `wheel` returns into the file; look at it."""
    assert DRAWN[name]() + "\n" == (WHEELS / f"{name}.svg").read_text("utf-8")


@pytest.mark.parametrize("count", [0, 1, MOST + 1])
def test_too_few_or_too_many_stages_make_no_ring(count: int) -> None:
    assert wheel(stages(count), address) == ""


@pytest.mark.parametrize(
    ("text", "room", "lines"),
    [
        ("Evaluate", 20, ["Evaluate"]),
        # In about equal lines, so that no word stands alone.
        ("What should get better, and for whom?", 18, ["What should get", "better, and for whom?"]),
        ("Datenaufbereitungsverfahren", 7, ["Datenaufb", "ereitungs", "verfahren"]),
        ("学習データの収集と理解", 4, ["学習デー", "タの収集", "と理解"]),
    ],
)
def test_text_is_broken_into_lines(text: str, room: float, lines: list[str]) -> None:
    assert wrapped(text, room) == lines


@given(st.text(min_size=1), st.floats(1, 40))
def test_no_letter_is_lost_and_no_line_too_wide(text: str, room: float) -> None:
    lines = wrapped(text, room)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width_of(line) <= room or len(line) == 1 for line in lines)

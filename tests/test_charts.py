"""Each chart is the SVG of its case, and holds nothing that a strict site would not take."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml

from unjargon import charts

CASES = sorted((Path(__file__).parent / "charts").glob("*.yml"))


def drawn(case: dict[str, Any]) -> str:
    """Return the SVG of a case, one element a line."""
    arguments = list(case["arguments"])
    if "lines" in case:
        arguments.insert(2, charts.Lines(**case["lines"]))
    svg: str = getattr(charts, case["chart"])(*arguments)
    return svg.replace("><", ">\n<") + "\n"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_chart_is_the_svg_of_its_case(path: Path) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    assert drawn(case) == case["svg"]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_chart_is_well_formed_and_has_no_style_or_script(path: Path) -> None:
    root = ElementTree.fromstring(drawn(yaml.safe_load(path.read_text("utf-8"))))
    names = {element.tag for element in root.iter()}
    attributes = {name for element in root.iter() for name in element.attrib}
    assert names <= {"svg", "g", "rect", "line", "polyline", "path", "circle", "text", "title"}
    assert not {name for name in attributes if name == "style" or name.startswith("on")}
    assert root.get("aria-label") or root.get("aria-hidden")


@pytest.mark.parametrize("pair", [(1, 1.0000000001), (1e15, -1e15), (1e-15, 2e-15), (-3, -3)])
def test_odd_figures_have_a_place(pair: tuple[float, float]) -> None:
    points = [(date(2026, 1, 1), pair[0]), (date(2026, 1, 1), pair[1])]
    svg = charts.course("x", points, charts.Lines())
    assert "nan" not in svg
    assert "inf" not in svg

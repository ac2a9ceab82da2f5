"""What the stages cost, added up, and the chart of it."""

from __future__ import annotations

from unjargon.charts import ranges
from unjargon.cost import Cost, Span, cost_of
from unjargon.model import Range, Stage


def stage(title: str, cost: Range | None, weeks: Range | None = None) -> Stage:
    return Stage(title=title, question="What?", summary="A stage.", cost=cost, duration=weeks)


def figure(low: float, high: float, yearly: bool = False) -> Range:
    return Range(plain="Some.", low=low, high=high, yearly=yearly)


STAGES = {
    "frame": stage("Frame", figure(5, 15), figure(1, 3)),
    "talk": stage("Talk", None, figure(0.5, 0.5)),
    "build": stage("Build", figure(15, 50), figure(2, 6)),
    "watch": stage("Watch", figure(10, 30, yearly=True), figure(52, 52, yearly=True)),
}


def test_what_comes_once_is_kept_apart_from_what_comes_every_year() -> None:
    cost = cost_of(STAGES)
    assert cost == Cost(
        once=(("Frame", 5, 15), ("Build", 15, 50)),
        yearly=(("Watch", 10, 30),),
        weeks=Span(3.5, 9.5),
    )
    assert (str(cost.until_launch), str(cost.each_year), str(cost.weeks)) == (
        "20–65",
        "10–30",
        "3.5–9.5",
    )


def test_years_of_use_add_up_and_overtake_the_launch() -> None:
    cost = cost_of(STAGES)
    assert cost.adding_up == (
        ("The way to the launch", 20, 65),
        ("1 year of use", 10, 30),
        ("2 years of use", 20, 60),
        ("3 years of use", 30, 90),
        ("4 years of use", 40, 120),
        ("5 years of use", 50, 150),
    )
    assert cost.overtaken == 3


def test_a_model_that_costs_nothing_later_overtakes_nothing() -> None:
    assert cost_of({"frame": STAGES["frame"]}).overtaken == 0


def test_the_chart_is() -> None:
    assert ranges('Days & "weeks"', (("Frame <it>", 5, 15), ("Build", 30, 30)), 60) == (
        '<svg class="uj-chart uj-ranges" role="img" aria-label="Days &amp; &quot;weeks&quot;" '
        'width="100%" height="5.8em">'
        '<text y="1em">Frame &lt;it&gt;</text>'
        '<rect class="uj-at-most" width="17%" y="1.45em" height=".9em"/>'
        '<rect class="uj-at-least" width="5.667%" y="1.45em" height=".9em"/>'
        '<text class="uj-range" x="17%" dx=".5em" y="2.25em">5–15</text>'
        '<text y="3.9em">Build</text>'
        '<rect class="uj-at-most" width="34%" y="4.35em" height=".9em"/>'
        '<rect class="uj-at-least" width="34%" y="4.35em" height=".9em"/>'
        '<text class="uj-range" x="34%" dx=".5em" y="5.15em">30</text>'
        "</svg>"
    )

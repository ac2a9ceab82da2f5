"""Stylesheets of what only some pages hold: who links them, and where in the head."""

from __future__ import annotations

from importlib.resources import files

import pytest

from unjargon.sheets import MAIN, RIGHT_TO_LEFT, SHEETS, with_sheets

PAGE = (
    '<head><link rel="stylesheet" href="theme.css"><link rel="stylesheet" href="../a/unjargon.css">'
    '{}<link rel="stylesheet" href="own.css"></head><body>{}</body>'
)
BODIES = {
    "nothing of its own": ("<p>uj-cycle and uj-find</p>", []),
    "a wheel": ('<div class="uj-cycle uj-nav">', ["lifecycle.css"]),
    "two of them": ('<p class="uj-find"><p class="x uj-line">', ["glossary.css", "guides.css"]),
    "what only begins alike": ('<p class="uj-linear">', []),
    "what only ends alike": ('<p class="my-uj-line">', []),
    "another attribute": ('<p class="x" title="a uj-line b">uj-line </p>', []),
}


@pytest.mark.parametrize("body", BODIES)
def test_a_page_links_the_sheets_of_what_it_holds(body: str) -> None:
    html, sheets = BODIES[body]
    links = "".join(f'<link rel="stylesheet" href="../a/{sheet}">' for sheet in sheets)
    assert with_sheets(PAGE.format("", html), "../a") == PAGE.format(links, html)


def test_a_page_without_our_main_sheet_stays_as_it_is() -> None:
    html = '<head></head><div class="uj-cycle">'
    assert with_sheets(html, "../a") == html


OF_DOCUMENTS = {"deck.css", "handout.css", "reveal.css"}
"""Sheets of slides and handouts, which have a head of their own."""


def test_every_sheet_of_the_package_is_entered() -> None:
    assets = {file.name for file in files("unjargon").joinpath("assets").iterdir()}
    sheets = {name for name in assets if name.endswith(".css")}
    assert sheets == {MAIN, RIGHT_TO_LEFT, *SHEETS, *OF_DOCUMENTS}

"""A learning path in a browser: taken to its end across reloads, carried by a link, unbreakable."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from sites import ROOT
from unjargon.site import Settings, Site

pytestmark = pytest.mark.browser

PATH = Site(Settings(ROOT, ROOT / "docs")).catalog.paths["first-day"]
COUNT = len(PATH.steps)
HERE = "paths/first-day/"


def progress(page: Page) -> str:
    return page.locator(".uj-progress-text").inner_text()


def test_a_path_is_taken_to_its_end_across_reloads(
    visit: Callable[..., Page], address: str
) -> None:
    page = visit(HERE, address)
    expect(page.get_by_role("link", name="Begin")).to_be_visible()
    for number, step in enumerate(PATH.steps, 1):
        page.get_by_label(f"Done: {number}. {step.title}").focus()
        page.keyboard.press("Space")
        page.reload()
        if number < COUNT:
            assert progress(page) == f"{number} of {COUNT} steps done"
            page.get_by_role("link", name="Continue where you stopped").click()
            section = page.locator("h2").nth(number + 1)
            assert page.url.endswith(f"#{section.get_attribute('id')}")
    assert progress(page) == "All steps done"
    expect(page.locator(".uj-continue")).to_be_hidden()
    page.goto(f"{address}/paths/")
    card = page.locator("[data-path=first-day]")
    expect(card.get_by_text("All steps done")).to_be_visible()
    page.goto(f"{address}/{HERE}")
    page.get_by_role("button", name="Start again").click()
    page.reload()
    assert progress(page) == f"0 of {COUNT} steps done"


def test_a_link_carries_progress_and_loses_none(visit: Callable[..., Page], address: str) -> None:
    page = visit(f"{HERE}?done=what-it-is-about.no-such-step", address)
    assert progress(page) == f"1 of {COUNT} steps done"
    assert "?" not in page.url
    page.goto(f"{address}/{HERE}?done=where-to-ask")
    assert progress(page) == f"2 of {COUNT} steps done"
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject() }")
    page.get_by_role("button", name="Copy a link").click()
    link = page.get_by_label("Address with my progress").input_value()
    assert link == f"{address}/{HERE}?done=what-it-is-about.where-to-ask"


@pytest.mark.parametrize(
    "kept",
    [
        "{",
        "null",
        "7",
        '{"version": 2, "done": ["what-it-is-about"]}',
        '{"version": 1, "done": {}}',
        '{"version": 1, "done": [null, 7, "what-it-is-about", "gone"]}',
    ],
)
def test_what_is_kept_never_breaks_a_page(
    visit: Callable[..., Page], address: str, kept: str
) -> None:
    page = visit("paths/", address)
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.evaluate("kept => localStorage.setItem('uj-path-first-day', kept)", kept)
    page.reload()
    page.goto(f"{address}/{HERE}")
    known = 1 if '"version": 1' in kept and "null" in kept else 0
    assert (progress(page), faults) == (f"{known} of {COUNT} steps done", [])


def test_the_department_of_the_reader_is_told_of(visit: Callable[..., Page], address: str) -> None:
    page = visit(f"{HERE}?for=sales", address)
    shown = page.locator(".uj-lesson-words .uj-word-for:visible")
    assert set(shown.locator("strong").all_inner_texts()) == {"Sales"}


def test_without_script_the_steps_are_there(visit: Callable[..., Page], address: str) -> None:
    page = visit(HERE, address, java_script_enabled=False)
    expect(page.locator(".uj-progress")).to_be_hidden()
    page.locator(".uj-check summary").first.click()
    expect(page.locator(".uj-check p").first).to_be_visible()

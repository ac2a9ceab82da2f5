"""Stylesheets of what only some pages hold: each page has all that it needs, and never shows itself
without them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from test_choice import PROJECT, TERM
from test_sweep import PAGES

from unjargon.sheets import SHEETS

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]

LOOKS = """() => [...document.querySelectorAll("body *")].map((node) => {
  const { x, y, width, height } = node.getBoundingClientRect();
  const { color, display, fontSize, fontWeight, visibility } = getComputedStyle(node);
  const style = [color, display, fontSize, fontWeight, visibility];
  return [node.localName + "." + node.getAttribute("class"), x, y, width, height, ...style].join();
})"""
"""What one sees of every element: its place, its size, its letters."""
ADD = """async (names) => {
  const main = document.querySelector("link[href$='/unjargon/unjargon.css']");
  const loaded = names.map((name) => new Promise((resume) => {
    const sheet = document.createElement("link");
    sheet.rel = "stylesheet";
    sheet.href = main.href.replace("unjargon.css", name);
    sheet.onload = resume;
    main.after(sheet);
  }));
  await Promise.all(loaded);
}"""
SHEETS_IN_ORDER = """() => [...document.querySelectorAll("link[rel=stylesheet]")]
  .map(({ href }) => href.split("/").pop())"""


@pytest.mark.parametrize("medium", ["screen", "print"])
@pytest.mark.parametrize("name", PAGES)
def test_a_sheet_that_a_page_leaves_out_would_change_nothing(
    browser: Browser, address: str, name: str, medium: Any
) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.emulate_media(media=medium)
    page.goto(f"{address}/{PAGES[name]}")
    page.wait_for_load_state("networkidle")
    linked = page.evaluate(SHEETS_IN_ORDER)
    before = page.evaluate(LOOKS)
    others = [sheet for sheet in SHEETS if sheet not in linked]
    page.evaluate(ADD, others)
    after = page.evaluate(LOOKS)
    changed = [(*pair, others) for pair in zip(before, after, strict=True) if len(set(pair)) > 1]
    assert changed[:3] == []
    page.close()


WATCH = """() => {
  window.bare = [];
  (function look() {
    const sheets = [...document.querySelectorAll("link[rel=stylesheet]")];
    const isSeen = getComputedStyle(document.querySelector(".md-container")).opacity !== "0";
    if (isSeen && !sheets.every(({ sheet }) => sheet)) window.bare.push(document.title);
    requestAnimationFrame(look);
  })();
}"""
"""Notes each frame in which the page is seen before its sheets are there."""


def ready(visit: Visit) -> Page:
    """Open the first page and wait until the theme's instant navigation knows the site's map."""
    page = visit()
    page.wait_for_load_state("networkidle")
    return page


def hold(page: Page, sheet: str) -> list[Route]:
    """Let no answer come to who asks for a sheet, until a test says so."""
    held: list[Route] = []
    page.route(f"**/{sheet}", lambda route: held.append(route))
    return held


def let_come(page: Page, held: list[Route]) -> None:
    """Answer who asks for the sheet until the page is shown: late, or never if it has been kept."""
    for _ in range(200):
        while held:
            held.pop(0).continue_()
        if (
            page.evaluate("getComputedStyle(document.querySelector('.md-container')).opacity")
            == "1"
        ):
            return
        page.wait_for_timeout(50)
    raise AssertionError("the page stays unseen")


def follow(page: Page, path: str) -> None:
    """Go to another page of the site by a link, as instant navigation sees it."""
    page.evaluate(
        """(path) => {
          const link = document.createElement("a");
          link.href = new URL(path, document.querySelector(".md-logo").href);
          document.querySelector("article").append(link);
          link.click();
        }""",
        path,
    )


def test_instant_navigation_shows_no_page_before_its_sheets(visit: Visit) -> None:
    page = ready(visit)
    held = hold(page, "term.css")
    page.evaluate(WATCH)
    follow(page, TERM)
    expect(page.locator("h1")).to_have_text("bias")
    expect(page.locator(".md-container")).to_have_css("opacity", "0")
    page.wait_for_timeout(100)
    let_come(page, held)
    follow(page, PROJECT)
    expect(page.locator("h1")).to_have_text("Sort the mail")
    expect(page.locator(".md-container")).to_have_css("opacity", "1")
    page.go_back()
    expect(page.locator("h1")).to_have_text("bias")
    let_come(page, held)
    assert page.evaluate("window.bare") == []


def test_instant_navigation_brings_the_sheets_in_the_same_order(visit: Visit) -> None:
    page = ready(visit)
    follow(page, PROJECT)
    expect(page.locator("h1")).to_have_text("Sort the mail")
    come = page.evaluate(SHEETS_IN_ORDER)
    page.reload()
    assert sorted(page.evaluate(SHEETS_IN_ORDER)) == sorted(come)
    ours = [name for name in come if name in {*SHEETS, "unjargon.css", "choices.css"}]
    assert (ours[0], ours[-1]) == ("unjargon.css", "choices.css")
    assert {"lifecycle.css", "projects.css"} < set(ours)


def test_a_sheet_that_does_not_come_keeps_no_page_unseen(visit: Visit) -> None:
    page = ready(visit)
    page.route("**/term.css", lambda route: route.abort())
    follow(page, TERM)
    expect(page.locator("h1")).to_have_text("bias")
    expect(page.locator(".md-container")).to_have_css("opacity", "1")


def test_who_goes_on_before_a_sheet_comes_sees_the_next_page(visit: Visit) -> None:
    page = ready(visit)
    hold(page, "term.css")
    follow(page, TERM)
    expect(page.locator(".md-container")).to_have_css("opacity", "0")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Home")
    expect(page.locator(".md-container")).to_have_css("opacity", "1")


def test_going_back_leads_to_the_place_that_was_left(visit: Visit) -> None:
    page = visit(PROJECT, viewport={"width": 390, "height": 400})
    bottom = page.evaluate("scrollTo(0, 1e6), scrollY")
    page.wait_for_timeout(300)  # the theme notes the place after 100 ms
    follow(page, "")
    expect(page.locator("h1")).to_have_text("Home")
    held = hold(page, "projects.css")
    page.go_back()
    expect(page.locator("h1")).to_have_text("Sort the mail")
    page.wait_for_timeout(300)
    let_come(page, held)
    assert page.evaluate("scrollY") == bottom

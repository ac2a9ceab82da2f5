"""Pages that are read from right to left, in a real browser: whole, mirrored and accessible."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from arabic_site import FILES, PAGES
from playwright.sync_api import Locator, Page, expect
from test_sweep import Seen, faults

from sites import build, write

pytestmark = pytest.mark.browser

WINDOWS: dict[str, dict[str, Any]] = {
    "desktop": {"viewport": {"width": 1440, "height": 900}, "color_scheme": "light"},
    "phone": {"viewport": {"width": 390, "height": 844}, "color_scheme": "dark"},
}


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """Where a site in Arabic is served."""
    return serve(build(write(tmp_path_factory.mktemp("arabic"), FILES)))


def box(part: Locator) -> dict[str, float]:
    found = part.bounding_box()
    assert found is not None
    return {**found, "right": found["x"] + found["width"]}


def style(part: Locator, name: str, pseudo: str = "") -> str:
    """Return what the browser makes of a property."""
    found: str = part.evaluate(
        "(node, [name, pseudo]) => getComputedStyle(node, pseudo || null).getPropertyValue(name)",
        [name, pseudo],
    )
    return found


def places(part: Locator, *texts: str) -> list[float]:
    """Return where the middle of each text is, from left to right, in an element."""
    found: list[float] = part.evaluate(
        """(node, texts) => texts.map((text) => {
          const walker = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
          while (walker.nextNode()) {
            const at = walker.currentNode.data.indexOf(text);
            if (at < 0) continue;
            const range = new Range();
            range.setStart(walker.currentNode, at);
            range.setEnd(walker.currentNode, at + text.length);
            const { left, right } = range.getBoundingClientRect();
            return (left + right) / 2;
          }
        })""",
        list(texts),
    )
    return found


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("size", WINDOWS)
def test_every_page_holds(
    visit: Callable[..., Page], arabic: str, waivers: list[dict[str, str]], size: str, name: str
) -> None:
    window = WINDOWS[size]
    page = visit("", arabic, **window, reduced_motion="reduce")
    seen = Seen(page, arabic)
    page.goto(f"{arabic}/{PAGES[name]}")
    page.wait_for_load_state("networkidle")
    width = window["viewport"]["width"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert (seen.foreign, seen.complaints, faults(page, waivers)) == ([], [], [])
    words = page.locator(".md-content a.uj-term:visible")
    if words.count():
        words.first.focus()
        card = page.locator(".uj-popover:popover-open")
        expect(card).to_be_visible()
        shown = box(card)
        assert (shown["x"] >= 0, shown["right"] <= width) == (True, True)
        assert style(card, "direction") == "rtl"
        if size == "desktop":  # it begins where its word does
            assert abs(shown["right"] - box(words.first)["right"]) < 12


def test_what_stands_on_the_left_elsewhere_stands_on_the_right(
    visit: Callable[..., Page], arabic: str
) -> None:
    page = visit(PAGES["word"], arabic, **WINDOWS["desktop"])
    lead = page.locator(".uj-lead")
    assert (style(lead, "border-right-width"), style(lead, "border-left-width")) == ("4px", "0px")
    head, story = page.locator(".uj-maps th").all()
    assert box(head)["x"] > box(story)["x"]
    assert style(page.locator("h1"), "letter-spacing") in ("normal", "0px")
    page.locator(".uj-reader-button").click()
    assert box(page.locator(".uj-reader-panel"))["x"] < 400
    page.goto(f"{arabic}/")
    definition = page.locator(".uj-definition")
    assert style(definition, "border-top-left-radius") != "0px"
    assert style(definition, "border-top-right-radius") == "0px"
    page.goto(f"{arabic}/{PAGES['stage']}")
    before, after = page.locator(".uj-around > a").all()
    assert box(before)["x"] > box(after)["x"]
    assert style(before.locator("> span"), "content", "::before").startswith('"→')
    assert style(after.locator("> span"), "content", "::after").startswith('" ←')


def test_names_of_another_direction_stay_whole(visit: Callable[..., Page], arabic: str) -> None:
    page = visit("", arabic, **WINDOWS["desktop"])
    name, opening, letters, rest = places(
        page.locator("article p").first, "Acme", "(", "UK", "وآخر"
    )
    assert rest < name < opening < letters
    term, expansion = places(page.locator("#uj-word-overfitting").locator(".."), "فرط", "English")
    assert expansion < term
    note = page.locator(".uj-wheel-note")
    first, stop = places(note, "The thin", ".")
    assert first < stop


def test_charts_run_from_left_to_right_with_their_texts_in_place(
    visit: Callable[..., Page], arabic: str
) -> None:
    page = visit(PAGES["life cycle"], arabic, **WINDOWS["desktop"])
    numbers = page.locator(".uj-wheel .uj-wheel-number")
    shown = page.locator(".uj-wheel text:not(.uj-wheel-number)")
    second = box(shown.filter(has_text="التشغيل"))
    third = box(shown.filter(has_text="تحديد"))
    assert third["right"] < box(numbers.nth(2))["x"]
    assert box(numbers.nth(1))["right"] < second["x"]
    page.goto(f"{arabic}/{PAGES['roadmap']}")
    chart = box(page.locator(".uj-roadmap"))
    label = box(page.locator(".uj-roadmap text:not(.uj-tick)").first)
    assert chart["x"] - 5 <= label["x"] < label["right"] < chart["x"] + chart["width"] / 2


def test_slides_go_on_to_the_left(visit: Callable[..., Page], arabic: str) -> None:
    page = visit(PAGES["slides"], arabic, reduced_motion="reduce")
    page.locator(".reveal.ready").wait_for()
    assert page.evaluate("[document.documentElement.lang, document.documentElement.dir]") == [
        "ar",
        "rtl",
    ]
    title = page.locator(".slides > .present :is(h1, h2)")
    expect(title).to_have_text("الكلمات الأولى")
    assert box(title)["right"] > 900
    page.keyboard.press("ArrowLeft")
    expect(title).to_have_text("فرط التخصيص")
    with page.context.expect_page() as opening:
        page.keyboard.press("s")
    speaker = opening.value
    expect(speaker.locator(".uj-speaker")).to_be_visible()
    speaker.keyboard.press("ArrowLeft")
    expect(title).to_have_text("نموذج")
    speaker.keyboard.press("ArrowRight")
    expect(title).to_have_text("فرط التخصيص")


def test_the_big_card_goes_on_to_the_left(visit: Callable[..., Page], arabic: str) -> None:
    page = visit("glossary/model/?show", arabic)
    word = page.locator("#uj-show-word")
    expect(word).to_have_text("نموذج")
    step = page.locator(".uj-show-step[href]")
    key = "ArrowLeft" if step.get_attribute("data-step") == "next" else "ArrowRight"
    page.keyboard.press("ArrowRight" if key == "ArrowLeft" else "ArrowLeft")
    expect(word).to_have_text("نموذج")
    page.keyboard.press(key)
    expect(word).to_have_text("فرط التخصيص")

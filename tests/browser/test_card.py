"""The card of a linked word: opens on hover, focus and tap; closes on Escape; needs no script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

PAGE = "glossary/overfitting/"


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1000, "height": 700})
    page = context.new_page()
    page.goto(f"{address}/{PAGE}")
    yield page
    context.close()


def word(page: Page) -> Locator:
    return page.locator("a.uj-term[data-term=model]").first


def card(page: Page) -> Locator:
    return page.locator(".uj-popover:popover-open")


def entry(page: Page) -> str:
    return page.locator("#uj-word-model").inner_text()


def test_hover_opens_and_leaving_closes(page: Page) -> None:
    word(page).hover()
    expect(card(page)).to_contain_text(entry(page), timeout=1000)
    page.mouse.move(5, 690)
    expect(card(page)).to_have_count(0, timeout=1000)


def test_a_pointer_that_passes_opens_nothing(page: Page) -> None:
    word(page).hover()
    page.mouse.move(5, 690)
    page.wait_for_timeout(600)
    expect(card(page)).to_have_count(0)


def test_the_pointer_can_travel_into_the_card(page: Page) -> None:
    word(page).hover()
    expect(card(page)).to_be_visible(timeout=1000)
    card(page).hover()
    page.wait_for_timeout(600)
    expect(card(page)).to_be_visible()


def test_focus_opens_at_once_and_escape_closes_and_keeps_focus(page: Page) -> None:
    page.keyboard.press("Tab")
    word(page).focus()
    expect(card(page)).to_contain_text(entry(page), timeout=200)
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    expect(word(page)).to_be_focused()


def test_a_screen_reader_is_pointed_to_the_short_meaning(page: Page) -> None:
    described_by = word(page).get_attribute("aria-describedby")
    assert page.locator(f"#{described_by}").inner_text() == entry(page)


def test_first_tap_opens_and_second_follows(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    page.goto(f"{address}/{PAGE}")
    word(page).tap()
    expect(card(page)).to_be_visible(timeout=500)
    assert page.url.endswith(PAGE)
    word(page).tap()
    page.wait_for_url("**/glossary/model/")
    context.close()


def test_the_card_never_leaves_a_small_window(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 256})
    page = context.new_page()
    page.goto(f"{address}/{PAGE}")
    word(page).scroll_into_view_if_needed()
    word(page).hover()
    expect(card(page)).to_be_visible(timeout=1000)
    box = card(page).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= 320
    assert box["y"] + box["height"] <= 256
    context.close()


def test_it_survives_instant_navigation(page: Page) -> None:
    page.set_viewport_size({"width": 1300, "height": 700})
    page.locator(".md-tabs__link", has_text="Guides").click()
    page.wait_for_url("**/guides/")
    page.locator("article a", has_text="ready").first.click()
    page.wait_for_url("**/is-it-ready/")
    link = page.locator("article a.uj-term").first
    link.hover()
    expect(card(page)).to_be_visible(timeout=1500)


def test_without_script_the_words_stand_at_the_end(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{PAGE}")
    expect(page.locator("#uj-word-model")).to_be_visible()
    context.close()

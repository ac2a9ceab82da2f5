"""A word that is not there: operators may count it by themselves; nothing is sent by default."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.browser

LISTEN = """
    window.missing = [];
    document.addEventListener("unjargon:no-result", ({ detail }) => missing.push(detail.word));
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    page = context.new_page()
    page.clock.install(time=0)
    page.add_init_script(LISTEN)
    yield page
    context.close()


def opened(page: Page, address: str) -> Locator:
    """Go to the glossary, and let no time pass there by itself."""
    page.goto(address)
    page.clock.pause_at(3600)
    return page.get_by_label("Find a word").and_(page.get_by_role("searchbox"))


def missing(page: Page) -> list[str]:
    page.clock.run_for(1500)
    found: list[str] = page.evaluate("missing")
    return found


def test_each_missing_word_is_told_once_when_it_is_typed(page: Page, reading: str) -> None:
    field = opened(page, f"{reading}/glossary/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for typed in ("Zorb Chart", "drift", "drifz", "zorb  chart", "quuxification"):
        field.fill("")
        field.press_sequentially(typed)
        page.clock.run_for(1500)
    assert missing(page) == ["Zorb Chart", "quuxification"]
    assert {url for url in asked if not url.endswith("favicon.png")} == set()


def test_half_a_word_is_not_told(page: Page, reading: str) -> None:
    field = opened(page, f"{reading}/glossary/")
    field.press_sequentially("zzqq")
    page.clock.run_for(500)
    field.fill("drift")
    assert missing(page) == []


def test_a_word_that_an_address_asks_for_is_told_too(page: Page, reading: str) -> None:
    opened(page, f"{reading}/glossary/?word=quuxification")
    assert missing(page) == ["quuxification"]

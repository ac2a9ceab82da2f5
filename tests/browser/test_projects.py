"""Pages of projects: the reader's day decides what is late, and a meeting gets one page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from test_sweep import SITE, faults

pytestmark = pytest.mark.browser

LATE = "projects/promise-delivery-times/"
DUE = "2026-10-30"
"""The day of its next review."""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


def opened(context: BrowserContext, address: str, path: str, day: str = "2026-11-22") -> Page:
    page = context.new_page()
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.goto(f"{address}/{path}")
    return page


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-10-29", "in time"),
        (DUE, "in time"),
        ("2026-10-31", "overdue by 1 day"),
        ("2026-11-22", "overdue by 23 days"),
    ],
)
def test_a_review_is_late_on_the_day_after(
    context: BrowserContext, address: str, day: str, words: str
) -> None:
    page = opened(context, address, LATE, day)
    expect(page.locator(".uj-health .uj-due")).to_have_text(words)


def test_a_part_that_is_late_says_so_after_instant_navigation(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, address, "projects/")
    page.locator("article a", has_text="Promise the hour").first.click()
    late = page.locator(".uj-timeline li", has_text="A version that knows the new areas")
    expect(late.locator(".uj-due")).to_have_text("overdue by 9 days")
    expect(page.locator(".uj-timeline .uj-done .uj-due")).to_have_count(0)


def test_without_script_the_days_stand_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{LATE}")
    review = page.locator(".uj-health li", has_text="Review")
    expect(review.locator(f"time[datetime='{DUE}']")).to_be_visible()
    expect(page.get_by_role("button", name="Print one page")).to_be_hidden()
    context.close()


def test_a_chart_tells_what_it_shows(context: BrowserContext, address: str) -> None:
    page = opened(context, address, LATE)
    name = "accuracy: from 93% of parcels on 31 October 2025 to 87% of parcels on 31 October 2026"
    expect(page.get_by_role("img", name=name)).to_be_visible()
    rows = page.locator(".uj-course-figure details tbody tr")
    expect(rows).to_have_count(13)
    expect(rows.filter(has_text="outside")).to_have_count(2)


@pytest.mark.parametrize("key", SITE.catalog.projects)
def test_a_meeting_gets_one_page(context: BrowserContext, address: str, key: str) -> None:
    page = opened(context, address, f"projects/{key}/")
    printed = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", name=SITE.catalog.projects[key].name)).to_be_visible()
    expect(page.get_by_role("heading", name="What it means for you")).to_be_hidden()


@pytest.mark.parametrize("key", SITE.catalog.projects)
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_a_page_is_accessible_and_fits_a_small_phone(
    browser: Browser, address: str, waivers: list[dict[str, str]], colours: Any, key: str
) -> None:
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, color_scheme=colours, reduced_motion="reduce"
    )
    page = opened(context, address, f"projects/{key}/")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert faults(page, waivers) == []
    context.close()

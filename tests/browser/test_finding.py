"""Ways to a word: the home page's search box, the word of the day, a lost address, a feed."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser


def test_the_search_box_has_the_cursor_and_leads_to_the_glossary(
    browser: Browser, address: str
) -> None:
    page = browser.new_page()
    page.goto(f"{address}/")
    expect(page.get_by_label("Which word did you meet?")).to_be_focused()
    page.keyboard.type("false alarm")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/?word=false+alarm")
    expect(page.locator(".uj-index dt:visible a").first).to_have_text("false positive")
    page.close()


def test_each_day_has_a_word_of_its_own(browser: Browser, address: str) -> None:
    page = browser.new_page()
    seen = []
    for day in ("2026-03-01", "2026-03-02", "2026-03-01"):
        page.clock.set_fixed_time(f"{day}T12:00:00")
        page.goto(f"{address}/")
        words = page.locator(".uj-days > div:visible")
        assert words.count() == 1
        seen.append(words.inner_text())
    assert seen[0] == seen[2] != seen[1]
    page.close()


def test_without_script_a_word_stands_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/")
    expect(page.locator(".uj-days > div:visible")).to_have_count(1)
    context.close()


@pytest.mark.parametrize(
    ("lost", "found"),
    [
        ("overfiting", "overfitting"),
        ("old/wiki/LLM.html", "large language model"),
        ("false_positives", "false positive"),
    ],
)
def test_a_lost_address_is_looked_up(browser: Browser, address: str, lost: str, found: str) -> None:
    page = browser.new_page()
    html = page.request.get(f"{address}/404.html").text()
    # A web server shows this page at the address that was asked for; ours does not.
    page.route(f"**/{lost}", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto(f"{address}/{lost}")
    link = page.locator(".uj-lost li a").first
    expect(link).to_have_text(found)
    link.click()
    expect(page.locator("h1")).to_have_text(found)
    page.close()


def test_an_address_like_no_word_only_offers_the_search(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.goto(f"{address}/404.html")
    expect(page.locator(".uj-lost li")).to_have_count(0)
    expect(page.get_by_label("Look a word up in the glossary")).to_be_visible()
    page.close()


ASKED = {
    "LLM": "large language model",
    "large language model": "large language model",
    "large language models": "large language model",
    "machine learning": "machine learning",
    "ML": "machine learning",
    "overfitting": "overfitting",
    "overfiting": "overfitting",
    "bias": "bias",
    "model": "model",
    "models": "model",
    "data lake": "data lake",
    "annotator": "annotator",
    "AGI": "AGI",
    "false alarm": "false positive",
    "halucination": "hallucination",
    "acuracy": "accuracy",
}
"""What a reader types, and the word that comes first."""


def test_the_sites_search_puts_a_word_first_under_any_of_its_names(
    browser: Browser, searched: str
) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{searched}/guides/")
    page.get_by_placeholder("Search").focus()
    results = page.locator(".md-search-result__item")
    for asked, word in ASKED.items():
        page.get_by_placeholder("Search").fill(asked)
        page.keyboard.press("End")  # the theme listens to keys
        expect(results.first.locator("h1")).to_have_text(word, timeout=30_000)
        assert "/glossary/" in (results.first.locator("a").first.get_attribute("href") or "")
    tags = results.locator(".md-tag").all_inner_texts()
    assert [tag for tag in tags if "·" in tag] == []
    page.get_by_placeholder("Search").fill("LLM")
    page.keyboard.press("End")
    expect(results.first.locator(".md-tag").first).to_have_text("LLM")
    page.close()

"""Data in a page's head is never run: not on arrival, not by the theme's instant navigation."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser
from test_sweep import Seen

pytestmark = pytest.mark.browser

DATA = "script[type='application/ld+json']"


def test_a_policy_without_it_finds_no_fault(browser: Browser, reading: str) -> None:
    page = browser.new_page()
    seen = Seen(page, reading)
    page.goto(f"{reading}/glossary/bias/")
    assert json.loads(page.locator(DATA).text_content() or "")["name"] == "bias"
    for word in ("drift", "ML"):
        page.get_by_role("link", name="Glossary").first.click()
        page.locator(".uj-letter dt a", has_text=word).first.click()
        page.wait_for_url(f"**/glossary/{word.lower()}/")
        page.wait_for_load_state("networkidle")
    assert (seen.foreign, seen.complaints) == ([], [])
    page.close()

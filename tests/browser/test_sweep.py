"""Every kind of page in a real browser: accessible, silent, and asking no other host.

A page kind joins by being in the registry.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from screenshots import keep_screenshot

from sites import ROOT
from unjargon.addresses import Addresses
from unjargon.pages import KINDS
from unjargon.site import Settings, Site

SITE = Site(Settings(ROOT, ROOT / "docs"))
WRITTEN = {
    "home": "",
    "guide": "guides/is-it-ready/",
    "never-finished": "guides/never-finished/",
    "learn": "learn/",
    "authors": "authors/",
    "health": "authors/health/",
}
PAGES = WRITTEN | {
    kind.name: Addresses().url(kind.source(next(iter(kind.ids(SITE.catalog))))) for kind in KINDS
}
WINDOWS = {"light-desktop": ("light", 1440, 900), "dark-phone": ("dark", 390, 844)}
"""Each size and each choice of colours once: no colour depends on the size."""
STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
AXE = Axe().axe_script
RUN = """([part, standards]) => axe.run(part ?? document, {
  runOnly: {type: 'tag', values: standards},
  resultTypes: ['violations'],
}).then((found) => found.violations)"""
"""Only faults are told: a selector for each element that is right takes as long as the search."""

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("window", WINDOWS)
@pytest.mark.parametrize("name", PAGES)
def test_page(
    browser: Browser, address: str, waivers: list[dict[str, str]], name: str, window: str
) -> None:
    colours: Any
    colours, width, height = WINDOWS[window]
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=colours)
    page = context.new_page()
    seen = Seen(page, address)
    page.goto(f"{address}/{PAGES[name]}")
    page.wait_for_load_state("networkidle")
    keep_screenshot(page, f"{name}-{window}", whole=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert (seen.foreign, seen.complaints, faults(page, waivers)) == ([], [], [])
    if open_card(page):
        keep_screenshot(page, f"{name}-{window}-card")
        found = faults(page, waivers, "article :has(> .uj-popover)")
        assert (seen.foreign, seen.complaints, found) == ([], [], [])
    context.close()


def open_card(page: Page) -> bool:
    """Open the card of the page's first word, with a choice made; tell whether there is one."""
    words = page.locator("article a.uj-term:visible")
    if not words.count():
        return False
    page.evaluate(
        "Object.assign(document.documentElement.dataset, {ujWith: 'farming', ujFor: 'hr'})"
    )
    words.first.focus()
    expect(page.locator(".uj-popover:popover-open")).to_be_visible()
    return True


class Seen:
    """What a page asked for and complained about."""

    def __init__(self, page: Page, address: str) -> None:
        self.foreign: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self._request(request.url, address))
        page.on("console", lambda message: self._console(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _request(self, url: str, address: str) -> None:
        if not url.startswith((address, "data:", "blob:")):
            self.foreign.append(url)

    def _console(self, kind: str, text: str) -> None:
        if kind in ("error", "warning"):
            self.complaints.append(text)


def faults(page: Page, waivers: list[dict[str, str]], part: str | None = None) -> list[str]:
    """Return what axe finds on a page, or in a part of it, without what is waived."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    violations: list[dict[str, Any]] = page.evaluate(RUN, [part, STANDARDS])
    return [
        f"{violation['id']}: {node['target']}: {node['html'][:120]}"
        for violation in violations
        for node in violation["nodes"]
        if not any(
            waiver["rule"] == violation["id"]
            and re.search(waiver["target"], " ".join(map(str, node["target"])))
            for waiver in waivers
        )
    ]

"""What scripts say in another language: a catalogue that puts every message into brackets, and has
the plural forms of Polish, stands in for the German one."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from arabic_site import FILES, PAGES
from playwright.sync_api import Page, expect

from sites import build, write
from unjargon.language import said_by_scripts

pytestmark = pytest.mark.browser

GERMAN = FILES["mkdocs.yml"].replace("language: ar", "language: de")
LATE = "2026-11-15T12:00:00"


def bracketed() -> str:
    """The messages of scripts: `[few: 2 step]` where there is a number, else `[Close]`."""
    found = json.loads(said_by_scripts("de").partition("=")[2].strip(";\n"))
    said = {
        message: {form: f"[{form}: {message}]" for form in ("one", "few", "many")}
        if isinstance(text, dict)
        else f"[{message}]"
        for message, text in found.items()
    }
    return f"window.unjargonMessages={json.dumps(said | {'': 'pl-u-nu-latn'})};"


@pytest.fixture(scope="module")
def german(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """Where the site is served; its records stay Arabic, which is nothing to these tests."""
    site = build(write(tmp_path_factory.mktemp("german"), FILES | {"mkdocs.yml": GERMAN}))
    (site / "assets/unjargon/messages.js").write_text(bracketed(), "utf-8")
    return serve(site)


def test_cards_and_the_big_card(visit: Callable[..., Page], german: str) -> None:
    page = visit(PAGES["project"], german)
    page.locator("article a.uj-term").first.focus()
    expect(page.locator(".uj-popover-actions")).to_have_text("[Read more][Copy link]")
    page = visit("glossary/model/?show", german)
    expect(page.locator(".uj-show-place")).to_contain_text(re.compile(r"\[\d of 2\]"))
    expect(page.locator(".uj-show-bar button").last).to_have_text("[Close]")
    label = page.locator("a.uj-show-step").get_attribute("aria-label")
    assert label in ("[Next word: فرط التخصيص]", "[Previous word: فرط التخصيص]")


def test_a_session_of_ones_own(visit: Callable[..., Page], german: str) -> None:
    page = visit("glossary/model/", german)
    button = page.locator("[data-action=collect]")
    expect(button).to_have_text("[Add to my session]")
    button.click()
    expect(button).to_have_text("[Take out of my session]")
    expect(page.locator(".uj-actions [role=status]")).to_have_text("[one: My session: 1 slide]")
    page.goto(f"{german}/sessions/mine/")
    remove = page.locator(".uj-mine-list button")
    expect(remove).to_have_text("[Remove]")
    expect(remove).to_have_attribute("aria-label", "[Remove: نموذج]")


def test_progress_and_plural_forms(visit: Callable[..., Page], german: str) -> None:
    page = visit(PAGES["path"], german)
    told = page.locator(".uj-progress-text")
    expect(told).to_have_text("[few: 0 of 2 step done]")
    expect(page.locator(".uj-continue")).to_have_text("[Begin]")
    for check in page.locator(".uj-step-done input").all():
        check.check()
    expect(told).to_have_text("[All steps done]")


def test_days_and_figures(visit: Callable[..., Page], german: str) -> None:
    page = visit("", german)
    page.clock.set_fixed_time(LATE)
    page.goto(f"{german}/{PAGES['project']}")
    late = page.locator(".uj-due[data-state=late]")
    expect(late).to_have_text("[few: overdue by 2 day]")
    page.goto(f"{german}/{PAGES['roadmap']}")
    expect(page.locator(".uj-overdue")).to_have_text("[few: 1 of 2 overdue]")
    said = "unjargonSayMany('{n} word', '{n} words', 12345)"
    assert page.evaluate(said) == "12\N{NO-BREAK SPACE}345 words"


def test_a_text_that_is_explained(visit: Callable[..., Page], german: str) -> None:
    page = visit(PAGES["paste a text"], german)
    page.locator("textarea").fill("نموذج و model")
    expect(page.locator("[data-when=found]")).to_have_text("[one: 1 word explained.]")


def test_flash_cards(visit: Callable[..., Page], german: str) -> None:
    page = visit("learn/cards/", german)
    expect(page.locator(".uj-deal-count")).to_have_text("[many: 5 left for today]")
    page.locator("[data-action=turn]").click()
    page.locator("[data-action=known]").click()
    told = page.locator(".uj-deal [role=status]")
    expect(told).to_have_text("[few: That card comes back tomorrow.]")


def test_the_speakers_window(visit: Callable[..., Page], german: str) -> None:
    page = visit(f"{PAGES['slides']}?speaker", german)
    expect(page.locator(".uj-speaker-buttons button")).to_have_text(
        ["[Previous]", "[Next]", "[Start the clock again]"]
    )
    expect(page).to_have_title("[Speaker: الكلمات الأولى]")
    code = page.locator(".uj-speaker-pane svg").first
    expect(code).to_have_attribute("aria-label", re.compile(r"^\[QR code of http"))

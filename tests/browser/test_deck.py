"""A session in a real browser: held with the keyboard from start to end, printed, and one's own."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from test_sweep import STANDARDS, Seen, faults

from sites import ROOT
from unjargon.model import Session
from unjargon.site import Settings, Site

pytestmark = pytest.mark.browser

CATALOG = Site(Settings(ROOT, ROOT / "docs")).catalog
KEY = "how-good-is-good-enough"
SESSION = CATALOG.sessions[KEY]
DECK = f"sessions/{KEY}/deck.html"
WALL = {"width": 1920, "height": 1080}
assert STANDARDS


def expected(session: Session) -> list[str]:
    """Return the headings of a session's slides, in order."""
    found = [session.title]
    for step in session.steps:
        found += [step.title] * bool(step.say)
        found += [CATALOG.terms[key].term for key in step.terms]
        found += [CATALOG.stages[key].title for key in step.stages]
        found += [CATALOG.projects[key].name for key in step.projects]
        found += [step.ask] if step.ask else []
    return [*found, "All words of today, and what to read next"]


def opened(page: Page) -> Page:
    page.locator(".reveal.ready").wait_for()
    return page


def heading(page: Page) -> Any:
    return page.locator(".slides > .present :is(h1, h2)")


def test_it_is_held_from_start_to_end_with_the_keyboard(
    visit: Callable[..., Page], address: str
) -> None:
    page = visit("learn/", address, viewport=WALL, reduced_motion="reduce")
    seen = Seen(page, address)
    page.goto(f"{address}/{DECK}")
    opened(page)
    seen_headings = []
    for title in expected(SESSION):
        expect(heading(page)).to_have_text(title)
        seen_headings.append(title)
        box = page.locator(".slides > .present .uj-slide-body").bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= WALL["height"]
        page.keyboard.press("PageDown")
    page.keyboard.press("Home")
    expect(heading(page)).to_have_text(SESSION.title)
    assert (len(seen_headings) > len(SESSION.steps), seen.complaints, seen.foreign) == (
        True,
        [],
        [],
    )


def test_the_speakers_window_follows_and_leads(visit: Callable[..., Page], address: str) -> None:
    page = opened(visit(DECK, address, reduced_motion="reduce"))
    with page.context.expect_page() as opening:
        page.keyboard.press("s")
    speaker = opening.value
    first = SESSION.steps[0]
    page.keyboard.press("ArrowRight")
    expect(speaker.locator(".uj-speaker-notes")).to_contain_text("Have everyone vote by hand")
    expect(speaker.locator(".uj-speaker-plan")).to_have_text(
        f"{first.title}: until minute {first.minutes}"
    )
    expect(speaker.locator(".uj-speaker-pane h2").first).to_have_text(first.title)
    expect(speaker.locator(".uj-speaker-pane h2").last).to_have_text(str(first.ask))
    speaker.keyboard.press("ArrowRight")
    expect(heading(page)).to_have_text(str(first.ask))
    speaker.get_by_role("button", name="Previous").click()
    expect(heading(page)).to_have_text(first.title)
    speaker.reload()
    expect(speaker.locator(".uj-speaker-pane h2").first).to_have_text(first.title)
    assert not page.locator(".uj-notes:visible").count()


def test_it_prints_one_slide_a_page_with_its_text(
    visit: Callable[..., Page], address: str, tmp_path: Path
) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("no pdftotext: install Debian's package `poppler-utils`")
    page = opened(visit(DECK, address))
    file = tmp_path / "deck.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    text = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True)
    pages = [" ".join(part.split()) for part in text.stdout.split("\f")[:-1]]
    titles = expected(SESSION)
    assert len(pages) == len(titles)
    assert [title for title, words in zip(titles, pages, strict=True) if title not in words] == []


def test_a_word_opens_its_card_on_the_slide(visit: Callable[..., Page], address: str) -> None:
    page = opened(visit(f"{DECK}#/1", address, viewport=WALL))
    page.locator(".present a.uj-term").first.focus()
    card = page.locator(".uj-popover:popover-open")
    expect(card).to_contain_text(CATALOG.terms["model"].short)
    page.keyboard.press("Escape")
    expect(card).to_have_count(0)


def test_the_story_is_that_of_the_chosen_world(visit: Callable[..., Page], address: str) -> None:
    page = opened(visit("sessions/deck.html?slides=bias&with=sports", address))
    expect(page.locator(".present .uj-slide-story:visible")).to_have_attribute(
        "data-domain", "sports"
    )


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_slides_speaker_and_handout_are_accessible(
    visit: Callable[..., Page], address: str, waivers: list[dict[str, str]], colours: str
) -> None:
    page = opened(visit(f"{DECK}#/3", address, color_scheme=colours, viewport=WALL))
    found = faults(page, waivers)
    page.goto(f"{address}/{DECK}?speaker")
    page.locator(".uj-speaker").wait_for()
    found += faults(page, waivers)
    page.goto(f"{address}/sessions/{KEY}/handout.html")
    assert found + faults(page, waivers) == []


def test_every_handout_prints_on_two_pages(visit: Callable[..., Page], address: str) -> None:
    page = visit("learn/", address)
    for key in CATALOG.sessions:
        page.goto(f"{address}/sessions/{key}/handout.html")
        page.locator(".uj-qr svg").wait_for()
        printed = page.pdf(prefer_css_page_size=True)
        assert (key, len(re.findall(rb"/Type /Page\n", printed))) == (key, 2)


def test_without_script_all_slides_stand_below_each_other(
    visit: Callable[..., Page], address: str
) -> None:
    page = visit(DECK, address, java_script_enabled=False)
    shown = page.locator(".uj-slide :is(h1, h2)")
    assert shown.all_inner_texts() == expected(SESSION)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1000


def test_words_are_collected_while_browsing_and_opened_as_slides(
    visit: Callable[..., Page], address: str
) -> None:
    page = visit("glossary/drift/", address)
    page.get_by_role("button", name="Add to my session").click()
    page.goto(f"{address}/lifecycle/monitor/")
    page.get_by_role("button", name="Add to my session").click()
    page.get_by_role("link", name="My session: 2 slides").click()
    page.locator(".uj-mine select").select_option("bias")
    page.get_by_role("button", name="Earlier: bias").click()
    page.get_by_role("button", name="Remove: drift").click()
    assert page.url == f"{address}/sessions/mine/?slides=bias,stage:monitor"
    page.get_by_role("link", name="Open the slides").click()
    opened(page)
    titles = page.locator(".slides > section h2").all_inner_texts()
    assert titles == [CATALOG.terms["bias"].term, CATALOG.stages["monitor"].title]


@pytest.mark.parametrize(
    "slides",
    ["no-such-word,drift", "drift,drift,__proto__", "drift,%3Cimg%20src%3Dx%3E", "drift,,"],
)
def test_an_address_with_unknown_slides_shows_the_known_ones(
    visit: Callable[..., Page], address: str, slides: str
) -> None:
    page = visit(f"sessions/mine/?slides={slides}", address)
    assert page.locator(".uj-mine-list li span").all_inner_texts() == ["drift"]
    page.goto(f"{address}/sessions/deck.html?slides=no-such-word")
    expect(opened(page).locator(".slides > .present")).to_contain_text("Nothing is chosen yet")


@pytest.mark.parametrize(
    "kept", ["{", '{"version": 2}', '{"version": 1, "slides": [null, {}, "a b"]}']
)
def test_what_is_kept_never_breaks_the_session(
    visit: Callable[..., Page], address: str, kept: str
) -> None:
    page = visit("learn/", address)
    page.evaluate("kept => localStorage.setItem('uj-session', kept)", kept)
    page.goto(f"{address}/sessions/mine/")
    expect(page.get_by_text("Nothing is chosen yet.")).to_be_visible()


@pytest.mark.parametrize("label", ["Save as picture", "Save as SVG"])
def test_a_words_card_is_saved_as_a_picture(
    visit: Callable[..., Page], address: str, tmp_path: Path, label: str
) -> None:
    page = visit("glossary/large-language-model/", address)
    with page.expect_download() as saving:
        page.get_by_role("button", name=label).click()
    file = tmp_path / saving.value.suggested_filename
    saving.value.save_as(file)
    if label == "Save as SVG":
        page.goto(file.as_uri())
        shown = " ".join(page.locator("svg > text").all_text_contents())
        term = CATALOG.terms["large-language-model"]
        assert term.term in shown
        assert term.short in shown
        assert page.locator("svg > svg path").count() == 1
    else:
        data = file.read_bytes()
        assert (file.name, data[:8]) == ("large-language-model.png", b"\x89PNG\r\n\x1a\n")
        assert (int.from_bytes(data[16:20]), int.from_bytes(data[20:24])) == (2560, 1440)

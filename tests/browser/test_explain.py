"""The page "Paste a text": explains what is pasted, by pointer and keyboard, and sends nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from screenshots import keep_screenshot
from test_card import FOR_ALL, FOR_ME
from test_choice import choose
from test_sweep import Seen, faults

from sites import SMALL_SITE, build, write

pytestmark = pytest.mark.browser

MAIL = """Hi all,

the ML team's new model has an accuracy of 94 %.
  Overfitting?  No; but we watch for drift.

<img src=x onerror="document.title='harmed'"> <b>drift</b> &amp; http://x.example/drift/

Drift is a role model of nothing: the model works.
"""
WORDS = ["accuracy", "drift", "machine learning", "model", "overfitting"]


@pytest.fixture
def page(browser: Browser, address: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1000, "height": 700})
    page = context.new_page()
    page.goto(f"{address}/explain/")
    yield page
    context.close()


def paste(page: Page, text: str) -> None:
    """Put a text in as a reader does: all at once, where the caret is."""
    box(page).focus()
    page.keyboard.insert_text(text)


def box(page: Page) -> Locator:
    return page.locator("textarea")


def shown(page: Page) -> Locator:
    return page.locator(".uj-explain-shown")


def button(page: Page) -> Locator:
    return page.locator(".uj-explain").get_by_role("button", name="Clear", include_hidden=True)


def says(page: Page, text: str, wait: int = 5_000) -> None:
    expect(page.get_by_role("status")).to_have_text(text, use_inner_text=True, timeout=wait)


def card(page: Page) -> Locator:
    return page.locator(".uj-popover:popover-open")


def listed(page: Page) -> Locator:
    return page.locator(".uj-words dt")


def surfaces(page: Page) -> list[str]:
    return shown(page).locator("a.uj-term").all_inner_texts()


def test_words_are_linked_listed_and_counted(page: Page) -> None:
    paste(page, MAIL)
    expect(listed(page)).to_have_text(WORDS)
    found = "ML|model|accuracy|Overfitting|drift|drift|Drift|model"
    assert surfaces(page) == found.split("|")
    says(page, "5 words explained.")


def test_the_text_is_shown_as_it_is_and_does_nothing(page: Page) -> None:
    paste(page, MAIL)
    expect(listed(page)).to_have_count(len(WORDS))
    assert shown(page).evaluate("region => region.textContent") == MAIL
    assert shown(page).locator(":not(div, p, a.uj-term)").count() == 0
    assert page.title() != "harmed"


def test_lines_stay_lines(page: Page) -> None:
    paste(page, "drift\n\n\ndrift\ndrift")
    expect(listed(page)).to_have_count(1)
    page.set_viewport_size({"width": 1000, "height": 1000})
    height = shown(page).evaluate("region => region.firstChild.offsetHeight")
    line = shown(page).evaluate("region => parseFloat(getComputedStyle(region).lineHeight)")
    assert round(height / line) == 5


def test_a_word_has_the_card_that_it_has_everywhere(page: Page) -> None:
    paste(page, MAIL)
    word = shown(page).locator("a[data-term=drift]").nth(1)
    word.hover()
    entry = page.locator("#uj-word-drift")
    expect(card(page)).to_contain_text(entry.inner_text(), timeout=2000)
    assert word.get_attribute("aria-describedby") == "uj-word-drift"
    assert word.get_attribute("href") == "../glossary/drift/"


def test_the_card_speaks_the_readers_own_terms(visit: Callable[..., Page]) -> None:
    page = visit("explain/?with=farming&for=sales")
    paste(page, "Bias, and bias again.")
    shown(page).locator("a").hover()
    expect(card(page)).to_have_text(FOR_ME, use_inner_text=True)
    choose(page, "every story", "not said")
    shown(page).locator("a").hover()
    expect(card(page)).to_have_text(FOR_ALL, use_inner_text=True)


def test_what_the_card_shows_for_a_choice_is_loaded_with_the_choice(
    visit: Callable[..., Page],
) -> None:
    page = visit("explain/")
    asked: list[str] = []
    # What the browser fetches on its own, such as the icon, may come late.
    page.on(
        "request",
        lambda request: (
            request.resource_type == "script" and asked.append(request.url.rpartition("/")[2])
        ),
    )
    paste(page, "Bias, and bias again.")
    shown(page).locator("a").hover()
    expect(card(page)).to_have_text(FOR_ALL, use_inner_text=True)
    assert asked == []
    choose(page, "Farming", "Sales")
    shown(page).locator("a").hover()
    expect(card(page)).to_have_text(FOR_ME, use_inner_text=True)
    paste(page, " And drift.")
    expect(listed(page)).to_have_count(2)
    assert asked == ["details.js"]


def test_it_is_used_by_keyboard_alone(page: Page) -> None:
    paste(page, MAIL)
    expect(listed(page)).to_have_count(len(WORDS))
    page.keyboard.press("Tab")
    expect(button(page)).to_be_focused()
    for word in ["machine-learning", "model", "accuracy", "overfitting", "drift"]:
        page.keyboard.press("Tab")
        expect(shown(page).locator(f"[data-term={word}]").first).to_be_focused()
        expect(card(page)).to_be_visible()
        for action in ("Read more", "Copy link"):
            page.keyboard.press("Tab")
            expect(card(page).get_by_text(action)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)


def test_a_words_page_opens_beside_the_text(page: Page) -> None:
    paste(page, MAIL)
    with page.expect_popup() as opened:
        shown(page).locator("a").first.click()
    opened.value.wait_for_url("**/glossary/machine-learning/")
    expect(listed(page)).to_have_count(len(WORDS))


def test_clear_empties_everything_and_waits_for_the_next_text(page: Page) -> None:
    paste(page, MAIL)
    expect(listed(page)).to_have_count(len(WORDS))
    button(page).click()
    expect(box(page)).to_be_focused()
    expect(box(page)).to_have_value("")
    expect(shown(page)).to_be_hidden()
    expect(listed(page)).to_have_count(0)
    says(page, "")
    expect(button(page)).to_be_hidden()
    assert shown(page).evaluate("region => region.textContent") == ""


def test_where_no_word_is_found_it_says_so(page: Page) -> None:
    paste(page, "See you at lunch.")
    expect(page.get_by_role("status")).to_contain_text("None of our words is in this text.")
    expect(shown(page)).to_be_hidden()


def test_one_word_is_one_word(page: Page) -> None:
    paste(page, "a drift")
    says(page, "1 word explained.")


def test_a_word_across_a_line_is_found_and_across_a_paragraph_is_not(page: Page) -> None:
    paste(page, "machine\nlearning\n\nfalse\n \npositive")
    expect(listed(page)).to_have_text(["machine learning"])


def test_a_megabyte_is_explained_piece_by_piece(page: Page) -> None:
    text = (f"{MAIL}\n" * 4000)[:500_000] + "drift model " * 40_000
    box(page).evaluate(
        """(box, text) => {
          box.value = text;
          box.dispatchEvent(new Event("input", { bubbles: true }));
        }""",
        text,
    )
    says(page, "5 words explained.", wait=60_000)
    assert shown(page).evaluate("region => region.textContent") == text
    assert shown(page).locator("> div").count() > 1
    button(page).focus()
    page.keyboard.press("Tab")
    expect(shown(page)).to_be_focused()


def test_a_new_text_takes_the_place_of_one_that_is_still_being_read(page: Page) -> None:
    box(page).evaluate(
        """async (box) => {
          const type = (text) => {
            box.value = text;
            box.dispatchEvent(new Event("input", { bubbles: true }));
          };
          type("model ".repeat(150000));
          await new Promise((resume) => setTimeout(resume, 220));
          type("drift");
        }"""
    )
    expect(listed(page)).to_have_text(["drift"])
    page.wait_for_timeout(500)
    assert shown(page).evaluate("region => region.textContent") == "drift"


def test_nothing_leaves_and_nothing_is_stored(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/explain/")
    page.wait_for_load_state("networkidle")
    before = page.evaluate("[{ ...localStorage }, { ...sessionStorage }, document.cookie]")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    paste(page, MAIL)
    expect(listed(page)).to_have_count(len(WORDS))
    page.wait_for_timeout(500)
    after = page.evaluate("[{ ...localStorage }, { ...sessionStorage }, document.cookie]")
    assert (asked, after) == ([], before)
    page.reload()
    expect(box(page)).to_have_value("")
    context.close()


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize(("size", "width"), [("desktop", 1440), ("phone", 390)])
def test_it_is_accessible_with_a_text_in_it(
    browser: Browser,
    address: str,
    waivers: list[dict[str, str]],
    colours: str,
    size: str,
    width: int,
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=colours,  # type: ignore[arg-type]
    )
    page = context.new_page()
    seen = Seen(page, address)
    page.goto(f"{address}/explain/")
    paste(page, MAIL)
    expect(listed(page)).to_have_count(len(WORDS))
    keep_screenshot(page, f"explained-{colours}-{size}", whole=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert (seen.foreign, seen.complaints, faults(page, waivers)) == ([], [], [])
    context.close()


def test_instant_navigation_arrives_and_comes_back(
    browser: Browser, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    settings = SMALL_SITE["mkdocs.yml"].replace(
        "font: false", "font: false, features: [navigation.instant]"
    )
    # Instant navigation goes where the sitemap says, which names no page without an address.
    address = serve(tmp_path / "site")
    settings += f"site_url: {address}/\n"
    build(write(tmp_path, SMALL_SITE | {"mkdocs.yml": settings}))
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/glossary/")
    page.wait_for_load_state("networkidle")
    page.evaluate("window.stayed = true")
    for _ in range(2):
        page.get_by_role("link", name="Paste a mail or a slide").click()
        page.wait_for_url("**/explain/")
        expect(box(page)).to_have_value("")
        paste(page, "We fear bias.")
        expect(listed(page)).to_have_text(["bias"])
        says(page, "1 word explained.")
        page.go_back()
        page.wait_for_url("**/glossary/")
    assert page.evaluate("window.stayed")
    context.close()


def test_without_script_it_says_what_it_needs(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/explain/")
    # Chromium renders `noscript` only where scripts are off from its start.
    sentence = page.locator(".uj-explain noscript").text_content()
    assert "This page needs JavaScript" in (sentence or "")
    expect(box(page)).to_be_hidden()
    context.close()


def test_it_works_from_a_folder_without_a_server(browser: Browser, tmp_path: Path) -> None:
    settings = SMALL_SITE["mkdocs.yml"] + "use_directory_urls: false\n"
    site = build(write(tmp_path, SMALL_SITE | {"mkdocs.yml": settings}))
    context = browser.new_context()
    page = context.new_page()
    page.goto((site / "explain/index.html").as_uri())
    paste(page, "We fear bias.")
    expect(listed(page)).to_have_text(["bias"])
    with page.expect_popup() as opened:
        shown(page).locator("a").click()
    opened.value.wait_for_url("**/glossary/bias.html")
    context.close()

"""The reader's own terms: what is chosen holds everywhere, is remembered, and comes by address."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from test_card import FINGER, card, link, word
from test_sweep import Seen, faults

from chromium import whole_chromium

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]

TERM, STAGE, PROJECT = "glossary/bias/", "lifecycle/watch/", "projects/mail/"
NAME = "Explain in my own terms"
NO_STORY = "There is no story from your world here yet, so you see the others."
NOT_YOURS = "Nothing is written for your department here yet, so you see the others."
BOTH = {"with": "farming", "for": "sales"}
FORBIDDEN = """
for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, {
    get() { throw new DOMException("Access is denied for this document.", "SecurityError"); },
  });
"""


def control(page: Page) -> Locator:
    return page.get_by_role("button", name=NAME)


def panel(page: Page) -> Locator:
    return page.get_by_role("group", name=NAME)


def choice(page: Page, name: str) -> Locator:
    return panel(page).get_by_role("radio", name=name, exact=True)


def choose(page: Page, *names: str) -> None:
    """Choose as a reader does: open the panel, click, close it."""
    control(page).click()
    for name in names:
        choice(page, name).check()
    page.keyboard.press("Escape")


def chosen(page: Page) -> dict[str, str]:
    """What the page shows its texts for."""
    found: dict[str, str] = page.evaluate("({ ...document.documentElement.dataset })")
    return {
        name.removeprefix("uj").lower(): value
        for name, value in found.items()
        if name in ("ujWith", "ujFor") and value
    }


def marked(page: Page) -> list[str]:
    """What the panel says is chosen."""
    return page.locator("#uj-reader label:has(input[type=radio]:checked)").all_inner_texts()


def shown(page: Page) -> list[str]:
    """What the page says above its stories and departments' texts, in the order that one sees."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll(
          "article :is(.uj-analogy-label, [data-department] > dt, .uj-no-story, .uj-not-yours)")]
          .map((text) => ({ text, box: text.getBoundingClientRect() }))
          .filter(({ box }) => box.height)
          .sort((one, two) => one.box.top - two.box.top || one.box.left - two.box.left)
          .map(({ text }) => {
            const added = getComputedStyle(text, "::after").content;
            return text.textContent + (added.startsWith('"') ? JSON.parse(added) : "");
          })"""
    )
    return found


ALL_STORIES = ["Kitchen", "Farming"]
SHOWN = {
    TERM: ["Sales · your department", "Legal and compliance", "Farming"],
    STAGE: ["Farming"],
    PROJECT: ["Sales · your department", "Legal and compliance"],
}
OTHERS_SHOWN = {
    TERM: ["Legal and compliance · your department", "Sales", "Kitchen"],
    STAGE: ["Kitchen"],
    PROJECT: ["Legal and compliance · your department", "Sales"],
}
NOTHING_TOLD = {
    TERM: [NOT_YOURS, "Sales", "Legal and compliance", NO_STORY, *ALL_STORIES],
    STAGE: [NO_STORY, *ALL_STORIES],
    PROJECT: [NOT_YOURS, "Sales", "Legal and compliance"],
}
NOTHING_CHOSEN = {
    TERM: ["Sales", "Legal and compliance", *ALL_STORIES],
    STAGE: ALL_STORIES,
    PROJECT: ["Sales", "Legal and compliance"],
}
SEEN_FOR = {
    "": NOTHING_CHOSEN,
    "?with=farming&for=sales": SHOWN,
    "?with=kitchen&for=legal": OTHERS_SHOWN,
    "?with=sports&for=hr": NOTHING_TOLD,
    "?with=astrology&for=pirates": NOTHING_CHOSEN,
    "?with=&for=": NOTHING_CHOSEN,
}


@pytest.mark.parametrize("asked", SEEN_FOR)
@pytest.mark.parametrize("path", SHOWN, ids=["term", "stage", "project"])
def test_every_page_shows_what_the_address_asks_for(visit: Visit, asked: str, path: str) -> None:
    assert shown(visit(path + asked)) == SEEN_FOR[asked][path]


def test_what_nobody_knows_counts_as_not_chosen(visit: Visit) -> None:
    page = visit(f"{TERM}?with=astrology&for=%22%5D%7B%7D")
    assert chosen(page) == {}
    assert marked(page) == ["every story", "not said"]


def test_a_choice_in_the_panel_holds_at_once_and_everywhere(visit: Visit, reading: str) -> None:
    page = visit(TERM)
    choose(page, "Farming", "Sales")
    assert (shown(page), chosen(page)) == (SHOWN[TERM], BOTH)
    for path, expected in SHOWN.items():
        page.goto(f"{reading}/{path}")
        assert (shown(page), chosen(page), marked(page)) == (expected, BOTH, ["Farming", "Sales"])
    page.goto(f"{reading}/other/")
    word(page).focus()
    expect(card(page)).to_contain_text("Quotes lean towards one kind")
    expect(card(page)).to_contain_text("A scale that weighs")


def test_it_is_remembered_in_another_tab_and_taken_back(visit: Visit, reading: str) -> None:
    page = visit(TERM)
    choose(page, "Farming", "Sales")
    tab = page.context.new_page()
    tab.goto(f"{reading}/{STAGE}")
    assert (shown(tab), chosen(tab)) == (SHOWN[STAGE], BOTH)
    choose(tab, "every story", "not said")
    assert (shown(tab), chosen(tab)) == (NOTHING_CHOSEN[STAGE], {})
    page.reload()
    assert (shown(page), chosen(page)) == (NOTHING_CHOSEN[TERM], {})


def test_a_page_that_the_browser_kept_follows_a_later_choice(
    browser: Browser, reading: str
) -> None:
    kind = browser.browser_type
    keeps = {"ignore_default_args": ["--disable-back-forward-cache"], "args": ["--no-sandbox"]}
    keeping = kind.launch(executable_path=whole_chromium(), **keeps)  # type: ignore[arg-type]
    page = keeping.new_page()
    page.goto(f"{reading}/{TERM}")
    choose(page, "Kitchen", "Legal and compliance")
    page.evaluate("window.isKept = true")
    page.goto(f"{reading}/{STAGE}")
    choose(page, "Farming", "not said")
    control(page).click()
    panel(page).get_by_label("Show meanings").uncheck()
    page.go_back(wait_until="commit")
    page.wait_for_function("() => window.isKept")
    assert (chosen(page), marked(page)) == ({"with": "farming"}, ["Farming", "not said"])
    word(page, "drift").focus()
    page.wait_for_timeout(100)
    expect(card(page)).to_have_count(0)
    keeping.close()


def test_it_survives_instant_navigation(visit: Visit) -> None:
    page = visit()
    page.wait_for_load_state("networkidle")
    page.evaluate("window.stayed = true")
    choose(page, "Farming", "Sales")
    link(page, "something else").click()
    expect(page.locator("h1")).to_contain_text("Other")
    word(page).click()
    expect(page.locator("h1")).to_contain_text("bias")
    expect(page.get_by_role("button", name="Farming")).to_have_attribute("aria-pressed", "true")
    assert (shown(page), marked(page)) == (SHOWN[TERM], ["Farming", "Sales"])
    assert page.evaluate("window.stayed")


def test_the_address_counts_for_the_visit_only(visit: Visit, reading: str) -> None:
    page = visit(TERM)
    choose(page, "Kitchen")
    shared = page.context.new_page()
    shared.goto(f"{reading}/?with=farming&for=sales")
    word(shared).click()
    expect(shared.locator("h1")).to_contain_text("bias")
    assert (shown(shared), chosen(shared)) == (SHOWN[TERM], BOTH)
    page.reload()
    assert chosen(page) == {"with": "kitchen"}
    shared.close()
    later = page.context.new_page()
    later.goto(f"{reading}/{TERM}")
    assert chosen(later) == {"with": "kitchen"}


def test_a_link_that_asks_is_heard_in_instant_navigation(visit: Visit) -> None:
    page = visit()
    page.wait_for_load_state("networkidle")
    page.evaluate("window.stayed = true")
    link(page, "it is easier with farming").click()
    page.wait_for_url("**/other/?with=farming")
    expect(page.locator("h1")).to_contain_text("Other")
    assert page.evaluate("window.stayed")
    word(page).hover()
    expect(card(page)).to_contain_text("A scale that weighs")
    assert marked(page) == ["Farming", "not said"]


def test_what_the_reader_chooses_outlives_the_address(visit: Visit) -> None:
    page = visit(f"{TERM}?with=farming&for=sales")
    choose(page, "Kitchen")
    assert chosen(page) == {"with": "kitchen", "for": "sales"}
    page.reload()
    assert chosen(page) == {"with": "kitchen", "for": "sales"}


def test_a_story_is_chosen_beside_the_stories(visit: Visit) -> None:
    page = visit(TERM)
    beside = page.get_by_role("group", name="Tell it with")
    for name, stories in (("Farming", ["Farming"]), ("every story", ALL_STORIES)):
        button = beside.get_by_role("button", name=name)
        button.focus()
        page.keyboard.press("Enter")
        expect(button).to_have_attribute("aria-pressed", "true")
        expect(button).to_be_focused()
        expect(beside.locator("[aria-pressed=true]")).to_have_text([name])
        assert [text for text in shown(page) if text in ALL_STORIES] == stories
        assert marked(page)[0] == name


def test_the_panel_is_used_by_keyboard_alone(visit: Visit) -> None:
    page = visit(TERM)
    control(page).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(choice(page, "every story")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(choice(page, "Kitchen")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    assert chosen(page) == BOTH
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(panel(page).get_by_role("checkbox")).not_to_be_checked()
    page.keyboard.press("Tab")
    expect(panel(page).get_by_role("button")).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(control(page)).to_be_focused()


def test_a_link_with_the_choice_is_copied(visit: Visit, reading: str) -> None:
    page = visit(TERM)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    choose(page, "Farming", "Sales")
    control(page).click()
    button = panel(page).get_by_role("button")
    label = button.inner_text()
    for _ in range(2):
        button.click()
        expect(button).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{reading}/{TERM}?with=farming&for=sales"
    page.wait_for_timeout(2500)
    expect(button).to_have_text(label)


def test_cards_are_switched_off_for_good_and_on_again(visit: Visit, reading: str) -> None:
    page = visit()
    for is_on in (False, True):
        control(page).click()
        panel(page).get_by_role("checkbox").set_checked(is_on)
        page.keyboard.press("Escape")
        for path in ("", "other/"):
            page.goto(f"{reading}/{path}")
            word(page).focus()
            word(page).hover()
            page.wait_for_timeout(600)
            expect(card(page)).to_have_count(int(is_on))
            expect(page.locator("[name=uj-cards]")).to_be_checked(checked=is_on)


def test_without_cards_the_first_tap_follows_the_word(visit: Visit) -> None:
    page = visit(**FINGER)
    control(page).tap()
    panel(page).get_by_role("checkbox").set_checked(False)
    page.keyboard.press("Escape")
    word(page).tap()
    page.wait_for_url("**/glossary/bias/")


def test_where_storage_is_forbidden_a_choice_lasts_as_long_as_the_page(visit: Visit) -> None:
    page = visit()
    page.context.add_init_script(FORBIDDEN)
    page.goto(f"{page.url}{TERM}")
    choose(page, "Farming", "Sales")
    assert (shown(page), chosen(page)) == (SHOWN[TERM], BOTH)
    page.goto(f"{page.url}?with=farming")
    assert chosen(page) == {"with": "farming"}


def test_the_choice_is_there_before_anything_is_painted(visit: Visit, reading: str) -> None:
    page = visit()
    page.add_init_script("""
      window.early = [];
      new MutationObserver(() => early.push(document.body === null)).observe(
        document, { attributes: true, subtree: true, attributeFilter: ["data-uj-with"] });
    """)
    page.goto(f"{reading}/{STAGE}?with=farming")
    assert page.evaluate("early[0]")
    first = page.evaluate("[...document.scripts].map(({src, async, defer}) => [src, async, defer])")
    assert first[0] == [f"{reading}/assets/unjargon/reader.js", False, False]


WINDOWS = {"desktop": (1440, 900), "phone": (390, 844), "tiny": (320, 256)}


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("size", WINDOWS)
def test_the_open_panel_is_accessible_and_inside_the_window(
    visit: Visit, reading: str, waivers: list[dict[str, str]], colours: Any, size: str
) -> None:
    width, height = WINDOWS[size]
    page = visit(
        f"{TERM}?with=farming&for=sales",
        viewport={"width": width, "height": height},
        color_scheme=colours,
        has_touch=size != "desktop",
    )
    seen = Seen(page, reading)
    control(page).click()
    box = panel(page).bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= width
    assert box["y"] + box["height"] <= height
    for part in panel(page).locator("label, button").all():
        part.scroll_into_view_if_needed()
        expect(part).to_be_in_viewport(ratio=0.99)
    assert (seen.foreign, seen.complaints, faults(page, waivers)) == ([], [], [])


def test_without_script_every_text_is_readable_under_its_heading(
    browser: Browser, reading: str
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for path, expected in NOTHING_CHOSEN.items():
        page.goto(f"{reading}/{path}?with=farming&for=sales")
        assert shown(page) == expected
        expect(page.get_by_role("group", name="Tell it with")).to_be_hidden()
        expect(control(page)).to_be_hidden()
    context.close()

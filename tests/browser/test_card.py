"""The card of a linked word: opens on hover, focus and tap; closes on Escape; needs no script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]

FINGER = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SHORT = "A lean in one direction."
FOR_ALL = f"bias\n{SHORT}\nRead more\nCopy link"
FOR_ME = f"""\
bias
{SHORT}
Sales
Quotes lean towards one kind of customer.
Farming
A scale that weighs each sack too light.
Read more
Copy link"""


@pytest.fixture
def page(visit: Visit) -> Page:
    return visit()


@pytest.fixture
def still(page: Page) -> Page:
    """The same page with its clock stopped: time passes where a test says so."""
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    return page


def word(page: Page, term: str = "bias") -> Locator:
    return page.locator(f"a.uj-term[data-term={term}]").first


def card(page: Page) -> Locator:
    return page.locator(".uj-popover:popover-open")


def link(page: Page, name: str) -> Locator:
    return page.get_by_role("link", name=name, exact=True)


def point(page: Page, target: Locator) -> None:
    """Move the pointer onto the middle of something."""
    box = target.bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2, steps=3)


def leave(page: Page) -> None:
    page.mouse.move(5, 690)


def test_hover_opens_after_300_to_500_ms_and_leaving_closes_within_400(still: Page) -> None:
    point(still, word(still))
    still.clock.run_for(299)
    expect(card(still)).to_have_count(0)
    still.clock.run_for(201)
    expect(card(still)).to_be_visible()
    leave(still)
    still.clock.run_for(400)
    expect(card(still)).to_have_count(0)


def test_a_pointer_that_passes_opens_nothing(still: Page) -> None:
    point(still, word(still))
    still.clock.run_for(250)
    leave(still)
    still.clock.run_for(2000)
    expect(card(still)).to_have_count(0)


def test_the_pointer_can_travel_into_the_card_and_rest_there(still: Page) -> None:
    point(still, word(still))
    still.clock.run_for(500)
    still.mouse.move(990, 500)
    still.clock.run_for(150)
    point(still, card(still))
    still.clock.run_for(10_000)
    expect(card(still)).to_be_visible()
    leave(still)
    still.clock.run_for(400)
    expect(card(still)).to_have_count(0)


def test_on_the_way_it_may_cross_another_word(still: Page) -> None:
    point(still, word(still))
    still.clock.run_for(500)
    point(still, word(still, "drift"))
    still.clock.run_for(150)
    point(still, card(still))
    still.clock.run_for(2000)
    expect(card(still)).to_contain_text(SHORT)


def test_there_is_one_card(still: Page) -> None:
    point(still, word(still))
    still.clock.run_for(500)
    point(still, word(still, "ml"))
    still.clock.run_for(500)
    expect(card(still)).to_have_text("ML machine learningLearning from examples.Read moreCopy link")


def test_it_shows_what_the_reader_chose(visit: Visit) -> None:
    for asked, shown in (("", FOR_ALL), ("?with=farming&for=sales", FOR_ME)):
        page = visit(asked)
        word(page).focus()
        expect(card(page)).to_have_text(shown, use_inner_text=True)


def test_it_shows_the_expansion_and_nothing_where_nothing_is_told(visit: Visit) -> None:
    page = visit("?with=farming&for=sales")
    word(page, "ml").focus()
    shown = "ML machine learning\nLearning from examples.\nRead more\nCopy link"
    expect(card(page)).to_have_text(shown, use_inner_text=True)


def test_a_screen_reader_is_pointed_to_the_short_meaning_only(visit: Visit) -> None:
    page = visit("?with=farming&for=sales")
    word(page).focus()
    expect(word(page)).to_have_accessible_description(SHORT)


def test_focus_opens_at_once_and_escape_closes_and_keeps_focus(still: Page) -> None:
    link(still, "something else").focus()
    still.keyboard.press("Tab")
    expect(word(still, "ml")).to_be_focused()
    expect(card(still)).to_be_visible()
    still.keyboard.press("Escape")
    expect(card(still)).to_have_count(0)
    expect(word(still, "ml")).to_be_focused()
    still.clock.run_for(2000)
    expect(card(still)).to_have_count(0)


def test_tab_leads_from_the_word_into_the_card_and_on(still: Page) -> None:
    link(still, "something else").focus()
    still.keyboard.press("Tab")
    still.keyboard.press("Tab")
    expect(link(still, "Read more")).to_be_focused()
    still.keyboard.press("Tab")
    expect(still.get_by_role("button", name="Copy link")).to_be_focused()
    still.clock.run_for(10_000)
    expect(card(still)).to_contain_text("Learning from examples.")
    still.keyboard.press("Tab")
    expect(word(still, "bias")).to_be_focused()
    expect(card(still)).to_contain_text(SHORT)
    still.keyboard.press("Shift+Tab")
    expect(word(still, "ml")).to_be_focused()
    expect(card(still)).to_contain_text("Learning from examples.")


def test_it_closes_within_400_ms_once_the_focus_has_left(still: Page) -> None:
    word(still, "drift").focus()
    for _ in range(3):
        still.keyboard.press("Tab")
    expect(link(still, "it is easier with farming")).to_be_focused()
    still.clock.run_for(400)
    expect(card(still)).to_have_count(0)


def test_it_stays_under_the_focus_though_the_pointer_leaves(still: Page) -> None:
    word(still).focus()
    point(still, word(still))
    still.clock.run_for(500)
    leave(still)
    still.clock.run_for(2000)
    expect(card(still)).to_contain_text(SHORT)


@pytest.mark.parametrize("tabs", [1, 2])
def test_escape_in_the_card_leads_back_to_the_word(still: Page, tabs: int) -> None:
    word(still).focus()
    for _ in range(tabs):
        still.keyboard.press("Tab")
    still.keyboard.press("Escape")
    expect(card(still)).to_have_count(0)
    expect(word(still)).to_be_focused()
    still.clock.run_for(2000)
    expect(card(still)).to_have_count(0)
    still.keyboard.press("Tab")
    expect(word(still, "drift")).to_be_focused()
    expect(card(still)).to_be_visible()
    still.keyboard.press("Shift+Tab")
    expect(card(still)).to_contain_text(SHORT)


def test_escape_under_the_pointer_does_not_shut_out_the_keyboard(still: Page) -> None:
    point(still, word(still))
    still.clock.run_for(500)
    still.keyboard.press("Escape")
    still.clock.run_for(2000)
    expect(card(still)).to_have_count(0)
    word(still).focus()
    expect(card(still)).to_contain_text(SHORT)


def test_a_click_into_the_card_takes_the_focus_and_leaves_it_open(still: Page) -> None:
    word(still).focus()
    box = card(still).get_by_text(SHORT).bounding_box()
    assert box
    still.mouse.move(box["x"] + 20, box["y"] + 5)
    still.mouse.down()
    still.mouse.up()
    still.clock.run_for(2000)
    expect(card(still)).to_contain_text(SHORT)
    leave(still)
    still.clock.run_for(400)
    expect(card(still)).to_have_count(0)


def test_it_stays_under_the_pointer_though_the_focus_leaves(still: Page) -> None:
    word(still, "drift").focus()
    point(still, word(still, "drift"))
    for _ in range(3):
        still.keyboard.press("Tab")
    still.clock.run_for(2000)
    expect(card(still)).to_be_visible()


def test_enter_follows_the_word_and_leaves_no_card(page: Page) -> None:
    word(page).focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/bias/")
    expect(card(page)).to_have_count(0)


def test_read_more_leads_to_the_page_of_the_word(page: Page) -> None:
    word(page).focus()
    link(page, "Read more").click()
    page.wait_for_url("**/glossary/bias/")
    expect(card(page)).to_have_count(0)


def test_read_more_opens_where_the_word_would(visit: Visit) -> None:
    page = visit("explain/")
    page.locator("textarea").focus()
    page.keyboard.insert_text("We fear bias.")
    word(page).focus()
    with page.expect_popup() as opened:
        link(page, "Read more").click()
    opened.value.wait_for_url("**/glossary/bias/")
    expect(page.locator("textarea")).to_have_value("We fear bias.")


@pytest.mark.parametrize("clipboard", ["there", "missing", "forbidden"])
def test_copy_link_copies_and_says_so(visit: Visit, reading: str, clipboard: str) -> None:
    page = visit()
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    if clipboard == "missing":
        page.add_init_script("delete Navigator.prototype.clipboard")
    elif clipboard == "forbidden":
        page.add_init_script("Clipboard.prototype.writeText = () => Promise.reject('forbidden')")
    page.goto(f"{reading}/other/")
    word(page).focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(card(page).get_by_role("button")).to_have_text("Copied")
    expect(card(page).get_by_role("button")).to_be_focused()
    field = page.get_by_placeholder("Search")
    field.focus()
    page.keyboard.press("Control+v")
    expect(field).to_have_value(f"{reading}/glossary/bias/")


def test_first_tap_opens_and_second_follows(visit: Visit) -> None:
    page = visit(**FINGER)
    word(page).tap()
    expect(card(page)).to_be_visible(timeout=500)
    page.wait_for_timeout(500)
    assert page.url.endswith("/")
    word(page).tap()
    page.wait_for_url("**/glossary/bias/")


def test_a_finger_in_the_card_leaves_it_open_and_beside_it_closes_it(visit: Visit) -> None:
    page = visit("?with=farming&for=sales", **FINGER)
    word(page).tap()
    card(page).get_by_text(SHORT).tap()
    page.wait_for_timeout(600)
    expect(card(page)).to_contain_text(SHORT)
    page.touchscreen.tap(380, 830)
    expect(card(page)).to_have_count(0)


def test_a_tap_on_another_word_opens_its_card(visit: Visit) -> None:
    page = visit(**FINGER)
    word(page).tap()
    expect(card(page)).to_contain_text(SHORT)
    word(page, "ml").tap()
    expect(card(page)).to_contain_text("Learning from examples.")
    expect(card(page)).to_have_count(1)


def stays_beside(page: Page, word: Locator) -> None:
    """Check that the card is in the window, whole, and leaves its word in sight."""
    expect(card(page)).to_be_visible(timeout=1500)
    box, own, size = card(page).bounding_box(), word.bounding_box(), page.viewport_size
    assert box
    assert own
    assert size
    assert box["x"] >= 0
    assert box["y"] >= 0
    assert box["x"] + box["width"] <= size["width"]
    assert box["y"] + box["height"] <= size["height"]
    assert box["y"] + box["height"] <= own["y"] or own["y"] + own["height"] <= box["y"]


@pytest.mark.parametrize("height", [0, 110, 220])
@pytest.mark.parametrize("places", ["style", "script"])
def test_the_card_never_leaves_a_small_window(
    visit: Visit, reading: str, height: int, places: str
) -> None:
    page = visit(viewport={"width": 320, "height": 256})
    if places == "script":  # as in a browser that cannot place it by style
        page.add_init_script("CSS.supports = () => false")
    page.goto(f"{reading}/?with=farming&for=sales")
    # The page has no room above its first words; here it has.
    page.locator("body").evaluate("(body) => (body.style.paddingTop = '300px')")
    word(page).evaluate(
        "(word, height) => scrollTo(0, word.getBoundingClientRect().top - height)", height
    )
    word(page).evaluate("(word) => word.focus({ preventScroll: true, focusVisible: true })")
    stays_beside(page, word(page))
    actions = card(page).locator(".uj-popover-actions")
    actions.scroll_into_view_if_needed()
    expect(actions).to_be_in_viewport(ratio=1)


def test_an_open_card_follows_when_the_window_shrinks_to_320_by_256(visit: Visit) -> None:
    page = visit("?with=farming&for=sales")
    word(page, "drift").focus()
    stays_beside(page, word(page, "drift"))
    page.set_viewport_size({"width": 320, "height": 256})
    word(page, "drift").scroll_into_view_if_needed()
    stays_beside(page, word(page, "drift"))


def test_it_survives_instant_navigation(page: Page, reading: str) -> None:
    page.wait_for_load_state("networkidle")
    page.evaluate("window.stayed = true")
    point(page, word(page))
    expect(card(page)).to_be_visible(timeout=1500)
    link(page, "something else").click()
    page.wait_for_url("**/other/")
    for path, term in (("other/", "bias"), ("", "ml")):
        expect(page).to_have_url(f"{reading}/{path}")
        expect(card(page)).to_have_count(0)
        point(page, word(page, term))
        expect(card(page)).to_be_visible(timeout=1500)
        expect(link(page, "Read more")).to_have_attribute("href", f"{reading}/glossary/{term}/")
        if path:
            link(page, "Back home").click()
    assert page.evaluate("window.stayed")


def test_without_script_the_words_stand_at_the_end(browser: Browser, reading: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{reading}/")
    expect(page.locator("#uj-word-bias")).to_have_text(SHORT)
    expect(page.locator("#uj-word-bias")).to_be_visible()
    word(page).click()
    page.wait_for_url("**/glossary/bias/")
    context.close()

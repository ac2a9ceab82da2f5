"""A word's page in use: its big card, its link, its QR code, a way to suggest better words."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zxingcpp
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Request, Route, expect
from screenshots import keep_screenshot
from test_sweep import Seen, faults

from sites import ROOT, SMALL_SITE, build, write
from unjargon.site import Settings, Site

pytestmark = pytest.mark.browser

CATALOG = Site(Settings(ROOT, ROOT / "docs")).catalog
DATA = CATALOG.by_topic()["data"]
PAGE = "glossary/label/"
LIBRARY = "lean-qr.js"
NO_COPYING = """() => {
  Object.defineProperty(navigator, "clipboard", { value: undefined });
  document.execCommand = () => false;
}"""
SIZES = [(320, 256), (390, 844), (820, 1180), (1024, 768), (1440, 900), (1920, 1080)]


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(f"{address}/{PAGE}")
    return page


def action(page: Page, name: str) -> Locator:
    return page.locator(".uj-actions").get_by_role("button", name=name)


def card(page: Page) -> Locator:
    return page.locator("dialog.uj-show")


def word(page: Page) -> Locator:
    return card(page).get_by_role("heading")


def code(page: Page) -> Locator:
    return page.get_by_role("img", name="QR code of this page's address")


def here(page: Page) -> str:
    found: str = page.evaluate("location.href")
    return found


def note(request: Request, loaded: list[str]) -> None:
    if request.url.endswith(LIBRARY):
        loaded.append(LIBRARY)


def scanned(page: Page, shot: bytes) -> str:
    """Read the QR code of a screenshot as a phone does, from its grey values."""
    grey, width = page.context.new_page().evaluate(
        """async (url) => {
          const image = new Image();
          image.src = url;
          await image.decode();
          const canvas = new OffscreenCanvas(image.width, image.height);
          const context = canvas.getContext("2d");
          context.drawImage(image, 0, 0);
          const { data } = context.getImageData(0, 0, image.width, image.height);
          let grey = "";
          for (let index = 1; index < data.length; index += 4) {
            grey += String.fromCharCode(data[index]);
          }
          return [btoa(grey), image.width];
        }""",
        f"data:image/png;base64,{base64.b64encode(shot).decode()}",
    )
    values = base64.b64decode(grey)
    pixels = memoryview(values).cast("B", (len(values) // width, width))
    return "|".join(found.text for found in zxingcpp.read_barcodes(pixels))


def test_the_library_is_the_one_that_was_published() -> None:
    text = (ROOT / "macros/unjargon/assets" / LIBRARY).read_text("utf-8")
    _, _, module = text.partition("((exports) => {\n")
    published = module.removesuffix("})((window.unjargonQr = {}));\n")
    assert hashlib.sha256(published.encode()).hexdigest() == (
        "1aaa80f2ea87616a47e9ad358bb11b37ae55358ecf0c8086d2ad2a912cb183ad"
    )


# The row of actions ---------------------------------------------------------------------------


def test_copy_link_copies_the_permanent_address(context: BrowserContext, page: Page) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{page.url}?h=label#why-it-matters")
    place = "button => button.getBoundingClientRect().left"
    neighbour = action(page, "QR code").evaluate(place)
    action(page, "Copy link").click()
    expect(action(page, "Copied")).to_be_focused()
    assert page.evaluate("navigator.clipboard.readText()") == here(page).partition("?")[0]
    assert action(page, "QR code").evaluate(place) == neighbour
    expect(action(page, "Copy link")).to_be_visible(timeout=6_000)


def test_where_nothing_can_be_copied_the_address_is_selected(page: Page) -> None:
    page.evaluate(NO_COPYING)
    for _ in range(2):
        action(page, "Copy link").click()
        field = page.get_by_role("textbox", name="Address to copy")
        expect(field).to_be_focused()
        assert page.evaluate("getSelection().toString()") == here(page)
    page.keyboard.press("Tab")
    expect(field).to_have_count(0)


def test_the_qr_code_is_made_on_demand_beside_the_address(page: Page) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: note(request, loaded))
    page.reload()
    page.wait_for_load_state("networkidle")
    assert loaded == []
    button = action(page, "QR code")
    expect(button).to_have_attribute("aria-expanded", "false")
    for _ in range(2):
        button.click()
        expect(button).to_have_attribute("aria-expanded", "true")
        expect(code(page)).to_be_visible()
        expect(page.locator(".uj-code figcaption")).to_have_text(here(page))
        button.click()
        expect(code(page)).to_be_hidden()
    assert loaded == [LIBRARY]


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_a_phone_reads_the_qr_code(browser: Browser, address: str, colours: str) -> None:
    context = browser.new_context(color_scheme=colours)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}/{PAGE}?h=label")
    action(page, "QR code").click()
    expect(code(page)).to_be_visible()
    assert scanned(page, page.screenshot()) == f"{address}/{PAGE}"
    action(page, "QR code").click()
    action(page, "Show it big").click()
    expect(card(page).locator("svg")).to_be_visible()
    assert scanned(page, page.screenshot()) == f"{address}/{PAGE}"
    context.close()


def test_a_library_that_does_not_arrive_is_said(page: Page) -> None:
    page.route(f"**/{LIBRARY}", lambda route: route.abort())
    action(page, "QR code").click()
    expect(page.locator(".uj-code")).to_contain_text("The QR code could not be made.")
    page.unroute(f"**/{LIBRARY}")
    action(page, "Show it big").click()
    expect(card(page).locator("svg")).to_be_visible()


def test_a_suggestion_names_the_word_and_the_page(page: Page) -> None:
    link = page.get_by_role("link", name="Suggest a clearer wording")
    assert link.get_attribute("href") == (
        "mailto:ml-team@example.com?subject=A%20clearer%20wording%20for%3A%20label"
        "&body=What%20is%20unclear%2C%20and%20how%20would%20you%20say%20it%3F"
        "%0D%0A%0D%0A%0D%0Aglossary%2Flabel%2F"
    )


@pytest.mark.parametrize("path", ["", PAGE, "guides/is-it-ready/"])
def test_every_page_says_whom_to_ask(page: Page, address: str, path: str) -> None:
    page.goto(f"{address}/{path}")
    link = page.get_by_role("contentinfo").get_by_role("link", name="Ask us.")
    assert (link.get_attribute("href") or "").startswith("mailto:ml-team@example.com?subject=A%20")


def test_without_script_there_is_only_what_works(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{PAGE}?show")
    row = page.locator(".uj-actions")
    expect(row.locator("a, button").filter(visible=True)).to_have_text("Suggest a clearer wording")
    expect(page.locator(".uj-steps")).to_be_hidden()
    context.close()


# The big card ---------------------------------------------------------------------------------


def test_the_card_shows_what_the_page_holds(page: Page) -> None:
    action(page, "Show it big").click()
    expect(word(page)).to_have_text("label")
    lead = page.locator(".uj-lead").inner_text()
    expect(card(page).locator(".uj-show-short")).to_have_text(lead)
    first = page.locator(".uj-analogy").first
    label = first.locator(".uj-analogy-label").text_content() or ""
    story = first.locator("> p").all_text_contents()
    expect(card(page).locator(".uj-show-analogy > *")).to_have_text([label, *story])
    expect(card(page).locator(".uj-code figcaption")).to_have_text(here(page).partition("?")[0])
    expect(code(page)).to_be_visible()
    assert card(page).locator("a.uj-term").count() == 0


def test_the_card_tells_the_story_of_the_readers_own_world(page: Page) -> None:
    last = page.locator(".uj-analogy").last
    page.evaluate(
        "root => root.dataset.ujWith = 'no-such-world'", page.locator("html").element_handle()
    )
    action(page, "Show it big").click()
    label = card(page).locator(".uj-show-label")
    expect(label).to_have_text(page.locator(".uj-analogy-label").first.text_content() or "")
    page.keyboard.press("Escape")
    domain = last.get_attribute("data-domain")
    page.evaluate("domain => document.documentElement.dataset.ujWith = domain", domain)
    action(page, "Show it big").click()
    expect(label).to_have_text(last.locator(".uj-analogy-label").text_content() or "")


def test_an_acronym_is_written_out(page: Page, address: str) -> None:
    page.goto(f"{address}/glossary/mlops/")
    in_full = page.locator(".uj-in-full").inner_text()
    action(page, "Show it big").click()
    expect(card(page).locator(".uj-show-in-full")).to_have_text(in_full)


@pytest.mark.parametrize("close", ["key", "button"])
def test_the_address_keeps_step_and_focus_comes_back(page: Page, close: str) -> None:
    page.goto(f"{page.url}?with=farming#why-it-matters")
    before = here(page)
    action(page, "Show it big").click()
    assert here(page) == before.replace("?with=farming", "?with=farming&show")
    if close == "key":
        page.keyboard.press("Escape")
    else:
        card(page).get_by_role("button", name="Close").click()
    expect(card(page)).to_have_count(0)
    expect(action(page, "Show it big")).to_be_focused()
    assert here(page) == before


def test_an_address_opens_the_card_and_arrows_step_through_the_topic(
    page: Page, address: str
) -> None:
    first, second, third, *_, last = DATA
    page.goto(f"{address}/glossary/{second}/?show")
    expect(card(page).locator(".uj-show-place")).to_have_text(f"Data · 2 of {len(DATA)}")
    for key, name in (
        ("ArrowRight", third),
        ("ArrowLeft", second),
        ("PageUp", first),
        ("ArrowLeft", first),  # there is none before the first one
        ("PageDown", second),
    ):
        page.keyboard.press(key)
        expect(word(page)).to_have_text(CATALOG.terms[name].term)
        assert here(page) == f"{address}/glossary/{name}/?show"
    name = f"Next word: {CATALOG.terms[third].term}"
    card(page).get_by_role("link", name=name, exact=True).click()
    expect(word(page)).to_have_text(CATALOG.terms[third].term)
    page.goto(f"{address}/glossary/{last}/?show")
    expect(card(page).locator("a")).to_have_count(1)


def test_keys_of_the_browser_and_the_theme_are_left_alone(page: Page) -> None:
    page.goto(f"{page.url}?show")
    card(page).locator(".uj-show-short").click()  # focus stays in the card
    for key in ("Alt+ArrowRight", "Control+ArrowRight", "Control+f", "s", "n", "p", "/"):
        page.keyboard.press(key)
    page.wait_for_timeout(300)
    expect(word(page)).to_have_text("label")
    assert page.evaluate("document.fullscreenElement") is None
    expect(page.locator("[data-md-component=search-query]")).not_to_be_focused()


@pytest.mark.parametrize("way", ["key", "button"])
def test_full_screen_comes_and_goes_with_the_card(page: Page, way: str) -> None:
    action(page, "Show it big").click()
    for expected in ("HTML", None, "HTML"):
        if way == "key":
            page.keyboard.press("f")
        else:
            card(page).get_by_role("button", name="Full screen").click()
        page.wait_for_function(
            "name => (document.fullscreenElement?.nodeName ?? null) === name", arg=expected
        )
        # The card, and not the page below it, is what a room sees.
        seen = (
            "document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('dialog') !== null"
        )
        assert page.evaluate(seen)
    card(page).get_by_role("button", name="Close").click()
    page.wait_for_function("() => document.fullscreenElement === null")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_nothing_is_out_of_reach_in_any_room(
    browser: Browser, address: str, size: tuple[int, int]
) -> None:
    width, height = size
    context = browser.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    page.goto(f"{address}/glossary/large-language-model/?show")
    expect(code(page)).to_be_attached()
    page.wait_for_timeout(100)
    keep_screenshot(page, f"show-{width}x{height}")
    sheet = card(page).locator(".uj-show-sheet")
    wide = "sheet => [sheet.scrollWidth, document.documentElement.scrollWidth]"
    assert sheet.evaluate(wide) == [width, width]
    for shown in ("Full screen", "Close"):
        box = card(page).get_by_role("button", name=shown).bounding_box()
        assert box
        assert box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= height
    if height > 256:
        assert sheet.evaluate("sheet => sheet.scrollHeight <= sheet.clientHeight")
        # From the back of a room: letters of at least a fortieth of its shorter side.
        letters = "(sheet) => parseFloat(getComputedStyle(sheet).fontSize)"
        assert sheet.evaluate(letters) >= min(width, height) / 40
    else:
        page.keyboard.press("End")
        expect(code(page)).to_be_in_viewport()
    context.close()


def test_an_endless_word_stays_on_the_screen(browser: Browser, tmp_path: Path) -> None:
    words = {
        "glossary/bias.yml": f"term: {'x' * 120}\nshort: {'y' * 200}\nplain: Plain.\n",
        "docs/index.md": "# Home\n",
    }
    site = build(write(tmp_path, SMALL_SITE | words))
    context = browser.new_context(viewport={"width": 320, "height": 256})
    page = context.new_page()
    page.goto((site / "glossary/bias/index.html").as_uri() + "?show")
    expect(code(page)).to_be_attached()
    sheet = card(page).locator(".uj-show-sheet")
    assert sheet.evaluate("sheet => sheet.scrollWidth") == 320
    context.close()


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize(("size", "width"), [("desktop", 1440), ("phone", 390)])
def test_it_is_accessible_with_everything_open(
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
        reduced_motion="reduce",
    )
    page = context.new_page()
    seen = Seen(page, address)
    page.goto(f"{address}/{PAGE}")
    action(page, "QR code").click()
    page.evaluate(NO_COPYING)
    action(page, "Copy link").click()
    expect(page.locator(".uj-address")).to_be_focused()
    expect(code(page)).to_be_visible()
    keep_screenshot(page, f"actions-{colours}-{size}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = faults(page, waivers)
    action(page, "Show it big").click()
    expect(card(page).locator("svg")).to_be_visible()
    assert (seen.foreign, seen.complaints, found, faults(page, waivers)) == ([], [], [], [])
    context.close()


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("landscape", [False, True])
def test_an_open_card_prints_as_one_light_page(
    browser: Browser, address: str, colours: str, landscape: bool
) -> None:
    context = browser.new_context(color_scheme=colours)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{address}/{PAGE}?show")
    expect(code(page)).to_be_visible()
    assert page.pdf(format="A4", landscape=landscape).count(b"/Type /Page\n") == 1
    page.emulate_media(media="print")
    expect(card(page).locator("button").first).to_be_hidden()
    assert page.locator("h1, footer, header, .uj-lead").filter(visible=True).count() == 0
    paper = "card => getComputedStyle(card).backgroundColor"
    assert card(page).evaluate(paper) == "rgb(255, 255, 255)"
    context.close()


# Other ways to get there ----------------------------------------------------------------------


def words_of_a_topic(settings: str = "") -> dict[str, str]:
    text = "term: {}\nshort: Something.\nplain: Something.\n"
    names = ("bias", "drift", "label")
    return {f"glossary/{name}.yml": text.format(name) for name in names} | {
        "mkdocs.yml": SMALL_SITE["mkdocs.yml"] + settings
    }


def test_instant_navigation_steps_and_keeps_full_screen(
    context: BrowserContext, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    address = serve(tmp_path / "site")
    files = words_of_a_topic(f"site_url: {address}/\n")
    files["mkdocs.yml"] = files["mkdocs.yml"].replace(
        "font: false", "font: false, features: [navigation.instant]"
    )
    build(write(tmp_path, SMALL_SITE | files))
    page = context.new_page()
    loaded: list[str] = []
    page.on("request", lambda request: note(request, loaded))
    page.goto(f"{address}/glossary/bias/")
    page.wait_for_load_state("networkidle")
    page.evaluate("window.stayed = true")
    action(page, "Show it big").click()
    page.keyboard.press("f")
    page.wait_for_function("() => document.fullscreenElement !== null")
    for key, name in (("ArrowRight", "drift"), ("ArrowRight", "label"), ("ArrowLeft", "drift")):
        page.keyboard.press(key)
        expect(word(page)).to_have_text(name)
        expect(code(page)).to_be_visible()
        assert here(page) == f"{address}/glossary/{name}/?show"
        assert page.evaluate("document.fullscreenElement !== null && window.stayed")
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    page.wait_for_function("() => document.fullscreenElement === null")
    assert here(page) == f"{address}/glossary/drift/"
    assert loaded == [LIBRARY]


def test_the_back_button_leaves_no_card_behind(
    context: BrowserContext, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    address = serve(tmp_path / "site")
    files = words_of_a_topic(f"site_url: {address}/\n")
    files["mkdocs.yml"] = files["mkdocs.yml"].replace(
        "font: false", "font: false, features: [navigation.instant]"
    )
    build(write(tmp_path, SMALL_SITE | files))
    page = context.new_page()
    page.goto(f"{address}/")
    page.wait_for_load_state("networkidle")
    page.locator("a.uj-term").click()
    page.wait_for_url("**/glossary/bias/")
    action(page, "Show it big").click()
    page.keyboard.press("ArrowRight")
    expect(word(page)).to_have_text("drift")
    page.go_back()
    expect(word(page)).to_have_text("bias")
    page.go_back()
    expect(card(page)).to_have_count(0)
    expect(page.get_by_role("heading", name="Home")).to_be_visible()


def test_it_works_from_a_folder_without_a_server(context: BrowserContext, tmp_path: Path) -> None:
    site = build(write(tmp_path, SMALL_SITE | words_of_a_topic("use_directory_urls: false\n")))
    page = context.new_page()
    folder = (site / "glossary").as_uri()
    page.goto(f"{folder}/bias.html?show")
    expect(code(page)).to_be_visible()
    page.keyboard.press("ArrowRight")
    expect(word(page)).to_have_text("drift")
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    assert here(page) == f"{folder}/drift.html"
    action(page, "Show it big").click()
    assert here(page) == f"{folder}/drift.html?show"
    expect(code(page)).to_be_visible()


def test_another_theme_has_it_too(
    context: BrowserContext, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    files = words_of_a_topic()
    files["mkdocs.yml"] = (
        files["mkdocs.yml"]
        .replace("material, font: false", "mkdocs")
        .replace("unjargon: {}", "unjargon: {contact: 'https://ask.example.com/?t={title}'}")
    )
    site = build(write(tmp_path, SMALL_SITE | files))
    page = context.new_page()
    page.route("**/*", only_from_here)
    page.goto(f"{serve(site)}/glossary/bias/?show")
    expect(code(page)).to_be_visible()
    sheet = card(page).locator(".uj-show-sheet")
    assert sheet.evaluate("sheet => sheet.scrollWidth <= innerWidth")
    page.keyboard.press("Escape")
    expect(page.locator(".uj-actions a:not([data-action])")).to_have_attribute(
        "href", "https://ask.example.com/?t=A%20clearer%20wording%20for%3A%20bias"
    )
    expect(page.get_by_role("link", name="Ask us.")).to_be_visible()


def only_from_here(route: Route) -> None:
    (route.continue_ if "127.0.0.1" in route.request.url else route.abort)()

"""The glossary's index: shows at once what fits, by keyboard too, and keeps it in the address."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from drawn import layouts
from playwright.sync_api import Browser, Locator, Page, expect
from screenshots import keep_screenshot
from test_sweep import Seen, faults

from sites import ROOT, SMALL_SITE, build, write
from unjargon.addresses import Addresses
from unjargon.catalog import Catalog
from unjargon.model import Stage, Term, Vocabulary
from unjargon.pages import Renderer

pytestmark = pytest.mark.browser

SETTINGS = (
    "site_name: Words\n"
    "site_url: {address}/\n"
    "theme: {{name: material, font: false, features: [navigation.instant, navigation.tabs],\n"
    "  palette: [{{media: '(prefers-color-scheme: light)', scheme: default, primary: custom}},\n"
    "  {{media: '(prefers-color-scheme: dark)', scheme: slate, primary: custom}}]}}\n"
    "plugins: [search, macros: {{modules: [unjargon], on_undefined: strict}},\n"
    "  unjargon: {{contact: 'https://ask.example/new?subject={{title}}&text={{body}}'}}]\n"
)
FILES = {
    "docs/index.md": '# Home\n\n<a href="glossary/?word=drift&amp;topic=running">A word</a>\n',
    "docs/lifecycle/train.yml": "{title: Train, question: How?, summary: Learning., after: run}",
    "docs/lifecycle/run.yml": "{title: Run, question: On?, summary: Using., after: train}",
    "glossary/_vocabulary.yml": """
        topics: {data: {title: Data, summary: What it learns from.}, running: {title: Running}}
        departments: {sales: {title: Sales}, legal: {title: Legal}, hr: {title: HR}}
    """,
    "glossary/bias.yml": """
        {term: bias, short: A lean., plain: A lean., topic: data, aliases: [steady lean],
        level: essential, stages: [train], why_for: {sales: Look., legal: Ask.}}
    """,
    "glossary/drift.yml": """
        {term: drift, short: A change., plain: A change., topic: running, matches: [drifft],
        stages: [train, run], why_for: {sales: Tell.}}
    """,
    "glossary/llm.yml": """
        {term: LLM, expansion: large language model, short: Writes., plain: Writes., level: deep}
    """,
    "glossary/matrix.yml": "{term: matrix, short: A table., plain: A table., topic: data}",
    "glossary/naive-bayes.yml": "{term: naïve Bayes, short: A rule., plain: A rule.}",
    "glossary/overfitting.yml": "{term: overfitting, short: By heart., plain: By heart.}",
    "glossary/pre-trained-model.yml": """
        {term: pre-trained model, short: Ready., plain: Ready., topic: running}
    """,
}
WORDS = ["bias", "drift", "LLM", "matrix", "naïve Bayes", "overfitting", "pre-trained model"]


@pytest.fixture(scope="module")
def words(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """Where a small glossary is served, with instant navigation."""
    folder = tmp_path_factory.mktemp("words")
    address = serve(folder / "site")
    build(write(folder, FILES | {"mkdocs.yml": SETTINGS.format(address=address)}))
    return address


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page as a file of a folder that no server shows, in a site that names no contact."""
    folder = tmp_path_factory.mktemp("folder")
    settings = SMALL_SITE["mkdocs.yml"] + "use_directory_urls: false\n"
    return build(write(folder, FILES | {"mkdocs.yml": settings})) / "glossary/index.html"


@pytest.fixture
def page(browser: Browser, words: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1000, "height": 700})
    page = context.new_page()
    page.goto(f"{words}/glossary/")
    yield page
    context.close()


@pytest.fixture(scope="module")
def open_page(browser: Browser, words: str) -> Iterator[Page]:
    """One page for many words, as a reader has it: each is typed over the one before."""
    page = browser.new_page()
    page.goto(f"{words}/glossary/")
    yield page
    page.close()


def field(page: Page) -> Locator:
    return page.get_by_label("Find a word").and_(page.get_by_role("searchbox"))


def clear(page: Page) -> Locator:
    return page.locator(".uj-find").get_by_role("button", name="Clear")


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).select_option(label=option)


def shows(page: Page, names: list[str]) -> None:
    # Waits, as what has just come into view is laid out with the next picture.
    expect(page.locator(".uj-letter dt a:visible")).to_have_text(names)


def says(page: Page, text: str) -> None:
    expect(page.locator(".uj-find [role=status]")).to_have_text(text, use_inner_text=True)


def test_works_when_its_scripts_arrive_in_another_order(browser: Browser, words: str) -> None:
    page = browser.new_page()
    seen = Seen(page, words)
    page.goto(f"{words}/")
    page.wait_for_load_state("networkidle")  # the theme knows the site's map
    page.route("**/kept.js", lambda route: (page.wait_for_timeout(300), route.continue_()))
    page.get_by_role("link", name="A word").click()
    shows(page, ["drift"])
    assert seen.complaints == []
    page.close()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("BIA", "bias"),
        ("lean", "bias"),  # an alias
        ("drifft", "drift"),  # a misspelling that is shown nowhere
        ("large lang", "LLM"),  # an expansion
        ("model language", "LLM"),  # in any order
        ("matrices", "matrix"),  # a plural
        ("naive", "naïve Bayes"),
        ("NAÏVE-BAYES", "naïve Bayes"),
        ("pre trained", "pre-trained model"),
        ("pretrained", "pre-trained model"),
        ("over-fitting", "overfitting"),
        ("fitting", "overfitting"),  # inside a word, as no word begins so
        ("m", "LLM|matrix|pre-trained model"),
        ("overfiting", "overfitting"),  # a letter less
        ("overrfitting", "overfitting"),  # one more
        ("overfotting", "overfitting"),  # another
        ("ovrefitting", "overfitting"),  # two swapped
        ("overfitti nz", ""),
        ("ovefiting", ""),  # two slips
        ("dreft", "drift"),
        ("drof", ""),  # too short for a slip
        ("?!", "|".join(WORDS)),
    ],
)
def test_what_fits_is_shown(open_page: Page, typed: str, found: str) -> None:
    field(open_page).fill(typed)
    shows(open_page, [name for name in found.split("|") if name])


def test_it_says_at_once_how_many_fit(page: Page) -> None:
    says(page, "7 words.")
    field(page).press_sequentially("m")
    says(page, "3 of 7 words.")
    field(page).press_sequentially("atrix")
    says(page, "1 of 7 words.\nPress Enter to read “matrix”.")
    field(page).fill("matrox")
    says(
        page,
        "No word is spelt like that. Close to it: 1 of 7 words.\nPress Enter to read “matrix”.",
    )
    clear(page).click()
    says(page, "7 words.")
    expect(field(page)).to_be_focused()
    shows(page, WORDS)


def test_each_word_shows_its_other_names_and_its_meaning(page: Page) -> None:
    field(page).fill("llm")
    entry = page.locator(".uj-letter dl > div:visible")
    expect(entry).to_have_text("LLM\nlarge language model\nWrites.", use_inner_text=True)


def test_choices_narrow_further(page: Page) -> None:
    choose(page, "Department", "Sales")
    shows(page, ["bias", "drift"])
    choose(page, "Stage", "Run")
    shows(page, ["drift"])
    choose(page, "Stage", "All")
    choose(page, "Level", "Everyone should know it")
    shows(page, ["bias"])
    choose(page, "Topic", "Running")
    shows(page, [])
    clear(page).click()
    choose(page, "Topic", "Other words")
    shows(page, ["LLM", "naïve Bayes", "overfitting"])


def test_only_what_a_word_has_can_be_chosen(page: Page) -> None:
    options = page.get_by_role("combobox", name="Department").locator("option")
    assert options.all_inner_texts() == ["All", "Sales", "Legal"]


def test_where_choices_leave_nothing_it_offers_the_rest(page: Page) -> None:
    choose(page, "Topic", "Running")
    field(page).fill("bias")
    says(page, "0 of 7 words.")
    expect(page.locator("[data-ask]:visible")).to_have_count(0)
    page.get_by_role("button", name="Show them").click()
    shows(page, ["bias"])
    expect(page.get_by_role("combobox", name="Topic")).to_have_value("")


def test_where_nothing_fits_it_offers_to_ask(page: Page) -> None:
    field(page).fill(" ROI & $& <b> ")
    ask = page.get_by_role("link", name="Ask us to explain “ROI & $& <b>”")
    expect(ask).to_have_attribute(
        "href",
        "https://ask.example/new?subject=Please%20explain%3A%20ROI%20%26%20%24%26%20%3Cb%3E"
        "&text=Where%20I%20met%20this%20word%3A",
    )
    field(page).fill("bias")
    expect(page.locator("[data-ask]:visible")).to_have_count(0)


def test_without_a_contact_it_names_the_team(browser: Browser, folder: Path) -> None:
    page = browser.new_page()
    page.goto(f"{folder.as_uri()}?word=zzzz")
    expect(page.locator("[data-ask]:visible")).to_have_text(
        "Not here? Ask the ML team to explain “zzzz”."
    )
    page.close()


def test_the_address_keeps_all_of_it(page: Page, words: str) -> None:
    choose(page, "Topic", "Data")
    field(page).fill("bi as")
    page.wait_for_url("**/glossary/?word=bi+as&topic=data")
    field(page).fill("bia")
    page.wait_for_url("**/glossary/?word=bia&topic=data")
    page.reload()
    expect(field(page)).to_have_value("bia")
    shows(page, ["bias"])
    clear(page).click()
    page.wait_for_url(f"{words}/glossary/")


def test_an_address_from_elsewhere_is_understood(page: Page, words: str) -> None:
    page.goto(f"{words}/glossary/?topic=nonsense&for=sales&word=Drift&level=")
    shows(page, ["drift"])
    expect(page.get_by_role("combobox", name="Topic")).to_have_value("")
    expect(page.locator(".md-search__input")).not_to_be_focused()


def test_instant_navigation_brings_it_and_brings_it_back(page: Page, words: str) -> None:
    page.goto(f"{words}/")
    page.wait_for_load_state("networkidle")
    page.evaluate("window.stayed = true")
    for _ in range(2):
        page.get_by_role("link", name="A word").click()
        page.wait_for_url("**/glossary/?word=drift&topic=running")
        expect(field(page)).to_have_value("drift")
        field(page).fill("pre")
        field(page).press("Enter")  # before the address was written
        page.wait_for_url("**/glossary/pre-trained-model/")
        page.go_back()
        page.wait_for_url("**/glossary/?word=pre&topic=running")
        expect(field(page)).to_have_value("pre")
        shows(page, ["pre-trained model"])
        page.go_back()
        page.wait_for_url(f"{words}/")
    assert page.evaluate("window.stayed")


def test_a_topic_is_a_link(page: Page, words: str) -> None:
    page.wait_for_load_state("networkidle")
    topic = page.locator(".uj-topic", has_text="Data")
    expect(topic).to_have_text("Data\n2 words\nWhat it learns from.", use_inner_text=True)
    topic.get_by_role("link").click()
    page.wait_for_url("**/glossary/?topic=data#a-to-z")
    says(page, "2 of 7 words.")
    shows(page, ["bias", "matrix"])
    expect(page.locator(".uj-browse")).to_be_hidden()
    page.go_back()
    page.wait_for_url(f"{words}/glossary/")
    says(page, "7 words.")
    expect(page.locator(".uj-browse")).to_be_visible()


def test_enter_opens_the_word_and_nothing_else(page: Page) -> None:
    field(page).fill("m")
    field(page).press("Enter")
    page.wait_for_timeout(300)
    assert page.url.endswith("/glossary/?word=m")
    field(page).fill("Biases")
    expect(page.locator(".uj-exact dt a")).to_have_text("bias")
    field(page).press("Enter")
    page.wait_for_url("**/glossary/bias/")


def test_it_is_used_by_keyboard_alone(page: Page) -> None:
    field(page).focus()
    page.keyboard.type("model")
    for name in ("Clear", "Topic", "Level", "Stage", "Department"):
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_have_accessible_name(name)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("LLM")
    field(page).focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator(":focus")).to_have_text("LLM")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/pre-trained-model/")


def test_letters_lead_only_to_words_that_fit(page: Page) -> None:
    links = page.locator(".uj-letters a[href]")
    assert links.all_inner_texts() == ["B", "D", "L", "M", "N", "O", "P"]
    choose(page, "Topic", "Other words")
    page.wait_for_url("**/glossary/?topic=other")
    page.evaluate("window.stayed = true")
    page.set_viewport_size({"width": 1000, "height": 300})
    page.locator(".uj-az").evaluate("all => all.classList.remove('uj-few')")  # as of many words
    links.nth(2).click()
    page.wait_for_url("**/glossary/?topic=other#letter-6")
    overfitting = page.locator("dt a", has_text="overfitting")
    expect(overfitting).to_be_in_viewport()
    expect(overfitting).to_be_focused()
    assert page.evaluate("window.stayed")
    clear(page).click()
    field(page).fill("m")
    expect(links).to_have_text(["L", "M", "P"])


def test_the_form_moves_nothing_when_it_appears(browser: Browser, words: str) -> None:
    page = browser.new_page()
    held: list[Any] = []
    page.route("**/glossary.js", lambda route: held.append(route))
    page.goto(f"{words}/glossary/", wait_until="commit")
    heading = page.get_by_role("heading", name="A to Z")
    expect(heading).to_be_visible()
    expect(field(page)).to_have_count(0)
    page.wait_for_function("() => document.querySelectorAll('link[rel=stylesheet]')[0].sheet")
    before = heading.bounding_box()
    held[0].continue_()
    expect(field(page)).to_be_visible()
    assert heading.bounding_box() == before
    page.close()


def test_without_script_all_words_are_there_and_no_form(browser: Browser, words: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{words}/glossary/?word=bias")
    shows(page, WORDS)
    height = page.locator(".uj-find").bounding_box()
    assert height is None
    context.close()


def test_it_works_from_a_folder_without_a_server(browser: Browser, folder: Path) -> None:
    page = browser.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(folder.as_uri())
    field(page).fill("lean")
    page.wait_for_url("**/index.html?word=lean")
    page.reload()
    shows(page, ["bias"])
    clear(page).click()
    page.locator(".uj-topic a", has_text="Data").click()
    page.wait_for_url("**/index.html?topic=data#a-to-z")
    shows(page, ["bias", "matrix"])
    page.locator("dt a", has_text="bias").click()
    page.wait_for_url("**/glossary/bias.html")
    assert complaints == []
    page.close()


@pytest.mark.parametrize(
    ("size", "width", "colours"),
    [("desktop", 1440, "light"), ("phone", 390, "dark"), ("small", 320, "light")],
)
@pytest.mark.parametrize(
    ("state", "query"), [("found", "bias"), ("close", "matrox"), ("missing", "ROI")]
)
def test_it_is_accessible_whatever_it_shows(
    browser: Browser,
    words: str,
    waivers: list[dict[str, str]],
    state: str,
    query: str,
    size: str,
    width: int,
    colours: Any,
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=colours)
    page = context.new_page()
    seen = Seen(page, words)
    page.goto(f"{words}/glossary/?word={query}")
    expect(field(page)).to_have_value(query)
    keep_screenshot(page, f"glossary-{state}-{colours}-{size}", whole=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert (seen.foreign, seen.complaints, faults(page, waivers)) == ([], [], [])
    context.close()


def test_ten_thousand_words_are_filtered_at_once(browser: Browser, tmp_path: Path) -> None:
    onsets = [one + two for one in "bdfghklmnprstvz" for two in "aeiou"]
    names = [f"{one}{two}n test" for one in onsets for two in onsets] * 2
    terms = {
        f"w{number}": Term(
            term=f"{name[:6]}{number % 7} {name}",
            short="When a model has learned its examples by heart and fails on all that is new.",
            plain="-",
            aliases=(f"{name} score", f"so-called {name}"),
            topic="data",
            stages=("train",),
        )
        for number, name in enumerate(names[:10_000])
    }
    stages = {"train": Stage(title="Train", question="How?", summary="-")}
    catalog = Catalog(terms, stages, {}, Vocabulary(), {}, "en")
    html = Renderer(catalog, Addresses()).render("glossary", "glossary/")
    assets = ROOT / "macros/unjargon/assets"
    sheets = [(assets / name).as_uri() for name in ("unjargon.css", "glossary.css")]
    style = "".join(f'<link rel="stylesheet" href="{sheet}">' for sheet in sheets)
    said = f'<script src="{(assets / "reader.js").as_uri()}"></script>'
    write(tmp_path, {"index.html": f"<!doctype html>{said}{style}<body>{html}"})
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    scripts = re.compile("/(kept|glossary)\\.js$")
    page.route(scripts, lambda route: route.fulfill(path=assets / Path(route.request.url).name))
    page.goto((tmp_path / "index.html").as_uri())
    says(page, "10000 words.")
    # The browser works the page out once for each key, not once for each word.
    typed = """value => {
      const field = document.querySelector(".uj-find input");
      field.value = value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    }"""
    for value in ["b", "ba", "bad", "bade", "baden", "baden", "bade", "bad", "ba", "b"]:
        assert layouts(page, typed, value) <= 2, value
    # A letter is where it seems to be, though most words have no place yet.
    field(page).fill("")
    letter = page.locator(".uj-letters a").nth(9)
    letter.evaluate("link => link.click()")
    page.wait_for_timeout(1000)
    section = page.locator(letter.get_attribute("href") or "")
    assert 0 <= section.evaluate("section => section.getBoundingClientRect().top") < 200
    page.close()

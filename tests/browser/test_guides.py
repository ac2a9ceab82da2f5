"""The guides' form and slider: by keyboard, without script, in print, from a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from test_sweep import Seen, faults

from sites import SMALL_SITE, build, write

pytestmark = pytest.mark.browser

CELLS = """table => [...table.tBodies[0].rows].map(
  (row) => [...row.cells].map((cell) => cell.textContent)
)"""
FORM, SLIDER = "guides/do-we-need-ml/", "guides/how-good-is-good-enough/"
SMALL = """# Small

<form class="uj-decide" markdown>

1. **Have rules been tried?** A list of words helps.

    - **Yes.** *Yes.* Go on.
    - **No.** *Not yet.* Try one.

## What your answers say

- **Yes.** Do it.
- **Not yet.** Wait.

</form>

{{ decision_path() }}

| Score | Urgent | Other |
| --- | --- | --- |
| 0 to 49 | 2 | 90 |
| 50 to 99 | 8 | 10 |

{{ threshold_slider(cases="mails", sought="urgent") }}
"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    yield context.new_page()
    context.close()


@pytest.fixture
def plain_page(browser: Browser) -> Iterator[Page]:
    """A page of a browser without script."""
    context = browser.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


# The form --------------------------------------------------------------------------------------


def radios(page: Page, question: int) -> Locator:
    return page.locator("form.uj-decide fieldset").nth(question).get_by_role("radio")


def answer(page: Page, *places: int) -> None:
    """Choose an answer of each question from the first on: 0 yes, 1 not yet, 2 no."""
    for question, place in enumerate(places):
        radios(page, question).nth(place).check()


def outcome(page: Page) -> Locator:
    return page.locator("form.uj-decide > ul > li:visible")


def said(page: Page) -> Locator:
    return page.get_by_role("status").locator("p:visible")


def test_the_form_is_filled_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}/{FORM}")
    radios(page, 0).first.focus()
    for question in range(6):
        page.keyboard.press("Space")
        if question in (1, 4):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        expect(said(page)).to_contain_text("questions answered" if question < 5 else "not yet")
        page.keyboard.press("Tab")
        while question < 5 and page.evaluate("document.activeElement.type") != "radio":
            page.keyboard.press("Tab")  # past a word in what follows from the answer
    assert page.url.endswith(FORM)
    expect(outcome(page).locator("> strong")).to_have_text("Not yet.")
    expect(outcome(page).locator("li > strong")).to_have_text(
        ["Have simple rules been tried?", "Are the means there to train, run and watch a model?"]
    )
    expect(outcome(page).locator("li").first).to_contain_text("Use the best rule")
    button = page.get_by_role("button", name="Start again")
    while not button.evaluate("button => button === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(said(page)).to_have_text("0 of 6 questions answered.")
    expect(outcome(page)).to_have_count(0)
    expect(radios(page, 0).first).to_be_focused()


def test_six_times_yes_is_a_yes_with_six_reasons(page: Page, address: str) -> None:
    page.goto(f"{address}/{FORM}")
    answer(page, 0, 0, 0, 0, 0)
    expect(said(page)).to_have_text("5 of 6 questions answered.")
    radios(page, 5).first.check()
    expect(said(page)).to_have_text("Your answers say: yes. The reasons stand above.")
    expect(outcome(page).locator("> strong")).to_have_text("Yes.")
    expect(outcome(page).locator("li")).to_have_count(6)


def test_one_no_decides_at_once_and_can_be_taken_back(page: Page, address: str) -> None:
    page.goto(f"{address}/{FORM}")
    answer(page, 1, 2)
    expect(said(page)).to_contain_text("Your answers say: no.")
    expect(outcome(page).locator("li")).to_have_count(1)
    expect(outcome(page)).to_contain_text("Keep the rules.")
    radios(page, 1).first.check()
    expect(said(page)).to_have_text("2 of 6 questions answered.")
    expect(outcome(page)).to_have_count(0)


def test_what_follows_from_an_answer_is_seen_and_heard_with_it(page: Page, address: str) -> None:
    page.goto(f"{address}/{FORM}")
    follows = page.locator(".uj-follows:visible")
    expect(follows).to_have_count(0)
    answer(page, 1)
    expect(follows).to_have_text(
        "Not yet. Count for two weeks how often it happens and how much "
        "time it takes. A sheet of paper is enough."
    )
    described = radios(page, 0).nth(1).get_attribute("aria-describedby")
    assert follows.get_attribute("id") == described


def test_without_script_the_form_is_a_checklist(plain_page: Page, address: str) -> None:
    plain_page.goto(f"{address}/{FORM}")
    answers = plain_page.locator("form.uj-decide > ol > li > ul > li")
    expect(answers).to_have_count(18)
    expect(answers.nth(7)).to_have_text(
        "We do not know. Not yet. Ask the ML team to look around for a day."
    )
    for one in answers.all():
        expect(one).to_be_visible()
    # Each answer names the outcome that it leads to.
    assert answers.locator("em").all_inner_texts() == ["Yes.", "Not yet.", "No."] * 6
    expect(outcome(plain_page).locator("> strong")).to_have_text(["Yes.", "Not yet.", "No."])
    assert plain_page.locator(".uj-decide input, .uj-decide-end:visible").count() == 0


def test_paper_shows_the_answers_and_what_they_say(page: Page, address: str) -> None:
    page.goto(f"{address}/{FORM}")
    answer(page, 0, 1, 0, 0, 0, 0)
    page.emulate_media(media="print")
    expect(page.locator("form.uj-decide label:visible")).to_have_count(6)
    expect(page.locator(".uj-follows:visible")).to_have_count(6)
    expect(outcome(page).locator("> strong")).to_have_text("Not yet.")
    expect(page.locator(".uj-decide-bar button:visible")).to_have_count(0)


def test_paper_shows_an_empty_form_as_a_checklist(page: Page, address: str) -> None:
    page.goto(f"{address}/{FORM}")
    page.emulate_media(media="print")
    expect(page.locator("form.uj-decide label:visible")).to_have_count(18)
    expect(page.locator(".uj-follows:visible")).to_have_count(18)


def test_the_button_prints(page: Page, address: str) -> None:
    page.add_init_script("window.print = () => (window.printed = true)")
    page.goto(f"{address}/{FORM}")
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("window.printed")


# The slider ------------------------------------------------------------------------------------


def figure(page: Page, name: str) -> int:
    return int(page.locator(f".uj-line [data-figure={name}]").first.inner_text())


def rows(page: Page, table: int) -> list[list[str]]:
    """Return the cells of one of the page's tables."""
    found: list[list[str]] = page.locator("table").nth(table).evaluate(CELLS)
    return found


def test_the_slider_is_moved_by_keyboard_and_says_what_changed(page: Page, address: str) -> None:
    page.goto(f"{address}/{SLIDER}")
    slider = page.get_by_role("slider", name="Move the line. It is at 50 now.")
    slider.focus()
    expect(page.get_by_role("status")).to_have_text(
        "With the line at 50, the model marks 53 mails as urgent. It finds 33 of the 40 urgent "
        "mails and misses 7. It raises 20 false alarms. So 173 of 200 answers are right."
    )
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("status")).to_have_text(
        "With the line at 40, the model marks 68 mails as urgent. It finds 36 of the 40 urgent "
        "mails and misses 4. It raises 32 false alarms. So 164 of 200 answers are right."
    )
    expect(page.locator("tr.uj-here > td").first).to_have_text("40")
    page.keyboard.press("Home")
    assert (figure(page, "line"), figure(page, "missed"), figure(page, "alarm")) == (0, 0, 160)
    page.keyboard.press("End")
    assert (figure(page, "line"), figure(page, "missed"), figure(page, "alarm")) == (100, 40, 0)


def test_each_mark_is_counted_once_on_its_side(page: Page, address: str) -> None:
    page.goto(f"{address}/{SLIDER}")
    page.get_by_role("slider").focus()
    page.keyboard.press("Home")
    for line in range(0, 101, 10):
        kinds = ("found", "missed", "alarm", "left")
        marks = [page.locator(f".uj-line-picture .uj-{kind}").count() for kind in kinds]
        assert marks == [figure(page, kind) for kind in kinds]
        assert (figure(page, "line"), sum(marks), sum(marks[:2])) == (line, 200, 40)
        page.keyboard.press("ArrowRight")


def test_the_figures_of_the_tables_add_up(page: Page, address: str) -> None:
    page.goto(f"{address}/{SLIDER}")
    # The table that the slider took, the lines, the groups, the difficulties.
    spans, lines, groups, kinds = (rows(page, table) for table in range(4))
    slider = page.get_by_role("slider")
    for line, *counts in lines:
        slider.fill(line)
        names = ("found", "missed", "alarm", "right")
        assert [str(figure(page, name)) for name in names] == counts
    sums = [sum(int(row[column]) for row in spans) for column in (1, 2)]
    assert sums == [40, 160]
    for table, columns in ((groups, (1, 2, 3)), (kinds, (2, 3))):
        *parts, together = table
        for column in columns:
            assert sum(int(row[column]) for row in parts) == int(together[column])
    slider.fill("50")
    assert groups[-1][1:] == ["40", str(figure(page, "found")), str(figure(page, "missed"))]
    assert kinds[-1][2:] == ["200", str(figure(page, "right"))]


def test_the_line_stands_above_the_thumb(page: Page, address: str) -> None:
    page.goto(f"{address}/{SLIDER}")
    slider = page.get_by_role("slider")
    box = slider.bounding_box()
    assert box
    for value, at in (("0", 13), ("50", box["width"] / 2), ("100", box["width"] - 13)):
        slider.fill(value)
        line = page.locator(".uj-line-drawn").bounding_box()
        assert line
        assert line["x"] + line["width"] / 2 == pytest.approx(box["x"] + at, abs=2)


def test_without_script_the_slider_is_two_tables(plain_page: Page, address: str) -> None:
    plain_page.goto(f"{address}/{SLIDER}")
    expect(plain_page.locator(".uj-line")).to_be_hidden()
    for table in range(2):
        expect(plain_page.locator("table").nth(table)).to_be_visible()


def test_paper_shows_the_picture_and_the_counts(page: Page, address: str) -> None:
    page.goto(f"{address}/{SLIDER}")
    page.emulate_media(media="print")
    expect(page.locator(".uj-line-picture svg")).to_be_visible()
    expect(page.locator(".uj-line-said")).to_be_visible()
    expect(page.locator(".uj-line > input")).to_be_hidden()


# Both ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize(
    "path", [FORM, SLIDER, "guides/who-does-what/", "guides/questions-to-ask/"]
)
def test_it_is_accessible(
    browser: Browser,
    address: str,
    waivers: list[dict[str, str]],
    path: str,
    width: int,
    colours: str,
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=colours,  # type: ignore[arg-type]
    )
    page = context.new_page()
    seen = Seen(page, address)
    page.goto(f"{address}/{path}")
    page.wait_for_load_state("networkidle")
    if path == FORM:
        answer(page, 0, 1, 0, 0, 0, 1)
    if path == SLIDER:
        page.locator(".uj-line summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert (seen.foreign, seen.complaints, faults(page, waivers)) == ([], [], [])
    context.close()


def test_both_work_from_a_folder_without_a_server(page: Page, tmp_path: Path) -> None:
    extensions = "use_directory_urls: false\nmarkdown_extensions: [md_in_html, tables]\n"
    settings = SMALL_SITE["mkdocs.yml"] + extensions
    site = build(write(tmp_path, SMALL_SITE | {"mkdocs.yml": settings, "docs/a/small.md": SMALL}))
    page.goto((site / "a/small.html").as_uri())
    answer(page, 1)
    expect(outcome(page)).to_contain_text("Wait.")
    page.get_by_role("slider").fill("0")
    expect(page.locator(".uj-line-said")).to_contain_text("It finds 10 of the 10 urgent mails")


def test_instant_navigation_arrives_and_comes_back(
    page: Page, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    settings = SMALL_SITE["mkdocs.yml"].replace(
        "font: false", "font: false, features: [navigation.instant]"
    )
    # Instant navigation goes where the sitemap says, which names no page without an address.
    address = serve(tmp_path / "site")
    settings += f"site_url: {address}/\nmarkdown_extensions: [md_in_html, tables]\n"
    files = {"mkdocs.yml": settings, "docs/small.md": SMALL, "docs/index.md": "[Go](small.md)\n"}
    build(write(tmp_path, SMALL_SITE | files))
    page.goto(f"{address}/")
    page.wait_for_load_state("networkidle")
    page.evaluate("window.stayed = true")
    for _ in range(2):
        page.get_by_role("link", name="Go", exact=True).click()
        page.wait_for_url("**/small/")
        answer(page, 1)
        expect(outcome(page)).to_contain_text("Wait.")
        expect(page.locator("form.uj-decide fieldset")).to_have_count(1)
        page.get_by_role("slider").fill("0")
        expect(page.locator(".uj-line-said")).to_contain_text("misses 0")
        page.go_back()
        page.wait_for_url(f"{address}/")
    assert page.evaluate("window.stayed")

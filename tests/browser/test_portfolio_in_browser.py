"""The pages about all projects: narrowed down, sorted, with the keyboard and without script."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from drawn import layouts
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from test_sweep import SITE, faults

from portfolio_site import FILES, many
from sites import SMALL_SITE, build, write

pytestmark = pytest.mark.browser

NAMES = [project.name for project in SITE.catalog.projects.values()]
PAGES = ("projects/", "projects/roadmap/", "projects/scorecard/", "projects/data/")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """Where a site of 505 projects is served."""
    projects = {f"docs/projects/{key}.yml": text for key, text in many(500).items()}
    folder = write(tmp_path_factory.mktemp("crowded"), SMALL_SITE | FILES | projects)
    return serve(build(folder))


def opened(context: BrowserContext, address: str, path: str, day: str = "2026-11-22") -> Page:
    page = context.new_page()
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.goto(f"{address}/{path}")
    return page


def names(page: Page) -> Locator:
    return page.locator(".uj-sifted tbody tr:visible th a")


def says(page: Page, text: str) -> None:
    expect(page.locator(".uj-sift [role=status]")).to_have_text(text, use_inner_text=True)


def sort_by(page: Page, name: str) -> Locator:
    return page.get_by_role("columnheader", name=name).get_by_role("button")


# The portfolio ------------------------------------------------------------------------------------


def test_a_project_is_found_by_words_tags_and_choices(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, address, "projects/")
    says(page, "6 projects.")
    page.get_by_role("searchbox", name="Find a project").fill("urgén")
    expect(names(page)).to_have_text(["Sort refund mails by urgency"])
    says(page, "1 of 6 projects.")
    page.get_by_role("searchbox", name="Find a project").fill("simple rule online")  # tags
    expect(names(page)).to_have_text(["Remind customers of what they forgot"])
    page.locator(".uj-sift").get_by_role("button", name="Clear").click()
    expect(page.get_by_role("searchbox", name="Find a project")).to_be_focused()
    page.get_by_role("combobox", name="Phase").select_option("production")
    page.get_by_role("combobox", name="Department").select_option(label="Sales")
    expect(names(page)).to_have_text(["Promise the hour of a delivery"])


def test_the_address_keeps_what_is_chosen(context: BrowserContext, address: str) -> None:
    page = opened(context, address, "projects/?goal=easy-shopping&sort=-phase&view=cards")
    expect(names(page)).to_have_text(
        ["Suggest recipes to customers", "Remind customers of what they forgot"]
    )
    expect(page.get_by_role("button", name="Cards")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("combobox", name="In use").select_option("yes")
    page.wait_for_url("**/projects/?goal=easy-shopping&use=yes&sort=-phase&view=cards")
    names(page).first.click()
    page.wait_for_url("**/projects/remind-of-basics/")
    page.go_back()
    expect(names(page)).to_have_text(["Remind customers of what they forgot"])


def test_what_no_project_has_is_left_out_of_the_address(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, address, "projects/?phase=nonsense&sort=nonsense")
    expect(names(page)).to_have_text(NAMES)
    says(page, "6 projects.")


def test_columns_are_sorted_with_the_keyboard(context: BrowserContext, address: str) -> None:
    page = opened(context, address, "projects/")
    head = page.get_by_role("columnheader", name="Phase")
    expect(head).not_to_have_attribute("aria-sort", "ascending")
    sort_by(page, "Phase").focus()
    page.keyboard.press("Enter")
    expect(head).to_have_attribute("aria-sort", "ascending")
    phases = page.locator(".uj-sifted td[data-label=Phase]")
    expect(phases).to_have_text(["idea", "development", *["production"] * 3, "retired"])
    page.keyboard.press("Space")
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(phases).to_have_text(["retired", *["production"] * 3, "development", "idea"])
    expect(sort_by(page, "Phase")).to_be_focused()
    sort_by(page, "Project").click()
    expect(page.locator("th[aria-sort]")).to_have_count(1)
    expect(names(page)).to_have_text(NAMES)


def test_rows_can_be_looked_at_as_cards(context: BrowserContext, address: str) -> None:
    page = opened(context, address, "projects/")
    row = page.locator(".uj-sifted tbody tr").first
    wide = row.bounding_box()
    page.get_by_role("button", name="Cards").click()
    narrow = row.bounding_box()
    assert wide
    assert narrow
    assert narrow["width"] < wide["width"] / 2
    page.get_by_role("combobox", name="Phase").select_option("idea")
    expect(names(page)).to_have_text(["Spot damaged crates"])


def test_goals_and_projects_without_each_other_stand_out(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, address, "projects/")
    page.get_by_role("link", name="We throw away less food").click()
    lone = page.locator("#goal-less-waste")
    expect(lone).to_be_in_viewport()
    expect(lone).to_contain_text("No project here names it.")
    colours = page.evaluate(
        "[...document.querySelectorAll('.uj-aims > li')].map(one => [one.className,"
        " getComputedStyle(one).backgroundColor])"
    )
    assert len({colour for name, colour in colours}) == 2
    assert [name for name, _ in colours].count("uj-stands-out") == 2


def test_words_of_summaries_are_linked(context: BrowserContext, address: str) -> None:
    page = opened(context, address, "projects/")
    page.locator(".uj-what a.uj-term").first.focus()
    expect(page.locator(".uj-popover:popover-open")).to_be_visible()


# The roadmap --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "count", "lines"),
    [
        ("2026-10-30", "None of 10 overdue", 1),
        ("2026-11-22", "2 of 10 overdue", 1),
        ("2028-01-01", "10 of 10 overdue", 0),
    ],
)
def test_what_is_overdue_depends_on_the_readers_day(
    context: BrowserContext, address: str, day: str, count: str, lines: int
) -> None:
    page = opened(context, address, "projects/roadmap/", day)
    expect(page.locator(".uj-overdue")).to_have_text(count)
    late = count.split()[0].replace("None", "0")
    expect(page.locator(".uj-step.uj-late")).to_have_count(int(late))
    expect(page.locator(".uj-due[data-state=late]")).to_have_count(int(late))
    expect(page.locator(".uj-today[visibility=visible]")).to_have_count(lines)


def test_today_stands_among_the_days(context: BrowserContext, address: str) -> None:
    page = opened(context, address, "projects/roadmap/")
    places = page.evaluate(
        "['.uj-late', '.uj-today', '.uj-open:not(.uj-late)'].map(one =>"
        " document.querySelector('.uj-roadmap ' + one).getBoundingClientRect().x)"
    )
    assert places == sorted(places)


# All of them --------------------------------------------------------------------------------------


def test_the_pages_lead_to_each_other(context: BrowserContext, address: str) -> None:
    page = opened(context, address, "projects/")
    for label, heading in (
        ("Roadmap", "Roadmap"),
        ("Scorecard", "Scorecard"),
        ("Data", "Data in plain words"),
        ("Portfolio", "Projects"),
    ):
        sections = page.get_by_role("navigation", name="About all projects")
        sections.get_by_role("link", name=label).click()
        expect(page.get_by_role("heading", name=heading, level=1)).to_be_visible()
        current = page.locator(".uj-sections [aria-current=page]")
        expect(current).to_have_text(label)


def test_a_scorecard_is_narrowed_down_to_what_is_not_known(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, address, "projects/scorecard/?goal=unknown")
    expect(names(page)).to_have_text(["Spot damaged crates"])
    page.get_by_role("combobox", name="Serves a goal").select_option(label="All")
    sort_by(page, "Is it complete and live?").click()
    expect(names(page).last).to_have_text("Suggest recipes to customers")


def test_data_are_narrowed_down_to_those_about_people(
    context: BrowserContext, address: str
) -> None:
    page = opened(context, address, "projects/data/")
    page.get_by_role("combobox", name="Can people be told from it?").select_option("yes")
    expect(page.locator(".uj-dataset:visible h3")).to_have_text(
        ["Orders of customers", "Refund mails", "Stops of the vans"]
    )
    says(page, "3 of 6 datasets.")


@pytest.mark.parametrize("path", PAGES)
def test_without_script_all_of_it_stands_there(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 1280, "height": 900}
    )
    page = context.new_page()
    page.goto(f"{address}/{path}?phase=idea&word=nothing")
    expect(page.locator(".uj-sift:visible, .uj-more:visible, .uj-overdue:visible")).to_have_count(0)
    expect(page.locator(".uj-sifted thead button")).to_have_count(0)
    if page.locator(".uj-sifted").count():
        expect(names(page)).to_have_count(len(NAMES))
    context.close()


@pytest.mark.parametrize("path", [*PAGES, "projects/?view=cards&sort=goal"])
@pytest.mark.parametrize("width", [320, 700, 1000])
def test_a_page_is_accessible_and_fits(
    browser: Browser, address: str, waivers: list[dict[str, str]], width: int, path: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page = opened(context, address, path)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert faults(page, waivers) == []
    context.close()


def test_500_projects_are_usable(context: BrowserContext, crowded: str) -> None:
    page = opened(context, crowded, "projects/")
    expect(names(page)).to_have_count(50)
    assert page.evaluate("document.documentElement.scrollHeight") < 15_000
    page.get_by_role("button", name="Show 455 more").click()
    expect(names(page)).to_have_count(505)
    expect(names(page).nth(50)).to_be_focused()
    says(page, "505 projects.")
    # Whatever the number of rows: a page that measured each after it changed would take seconds.
    assert layouts(page, "() => document.querySelector('th button').click()") <= 2
    typed = """word => {
      const form = document.querySelector(".uj-sift");
      form.elements.word.value = word;
      form.dispatchEvent(new Event("input", { bubbles: true }));
    }"""
    assert layouts(page, typed, "number 49") <= 2
    assert layouts(page, typed, "") <= 2
    page.get_by_role("searchbox", name="Find a project").fill("number 49")
    expect(names(page)).to_have_count(11)

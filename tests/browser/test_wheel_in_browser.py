"""The wheel, its stories and its cost in a real browser: keyboard, no style, no script, print."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from test_sweep import Seen, faults

from rings import address as stage_address
from rings import stages
from sites import ROOT, SMALL_SITE, build, write
from unjargon.wheel import FEWEST, MOST, wheel

pytestmark = pytest.mark.browser

STAGES = ["Frame the problem", "Gather and understand data", "Prepare data", "Build and train"]
STAGES += ["Evaluate", "Deploy", "Monitor", "Maintain, retrain or retire"]
WORLDS = ["kitchen", "farming", "sports", "retail", "hospital", "factory"]


@contextmanager
def opened(browser: Browser, url: str, width: int = 1280, **context: Any) -> Iterator[Page]:
    made = browser.new_context(viewport={"width": width, "height": 800}, **context)
    page = made.new_page()
    page.goto(url)
    yield page
    made.close()


def drawn(page: Page) -> Locator:
    return page.locator(".uj-wheel svg a")


def listed(page: Page) -> Locator:
    return page.locator(".uj-cycle ol a")


def told(page: Page) -> list[str]:
    """Return the links of the life cycle that a screen reader is told of, and a Tab reaches."""
    page.evaluate("document.querySelector('.uj-cycle').tabIndex = -1")
    page.locator(".uj-cycle").focus()
    names = []
    while True:
        page.keyboard.press("Tab")
        name = page.evaluate(
            """() => {
              const link = document.activeElement;
              if (!link.closest(".uj-cycle")) return null;
              return link.getAttribute("aria-label") || link.innerText.replace(/\\s+/g, " ");
            }"""
        )
        if name is None:
            return names
        names.append(name)


def test_the_wheel_is_walked_by_keyboard(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/lifecycle/") as page:
        names = told(page)
        assert [name.partition(": ")[2].rpartition(". ")[0] for name in names] == STAGES
        assert names[4] == "Stage 5 of 8: Evaluate. Can we trust it?"
        drawn(page).nth(4).focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**/lifecycle/evaluate/")
        expect(page.locator("hgroup h1")).to_have_text("Evaluate")


def test_the_focus_is_seen(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/lifecycle/") as page:
        segment = drawn(page).nth(2).locator(".uj-wheel-segment")
        width = "segment => parseFloat(getComputedStyle(segment).strokeWidth)"
        before = segment.evaluate(width)
        drawn(page).nth(1).focus()
        page.keyboard.press("Tab")
        assert segment.evaluate(width) >= before + 2


@pytest.mark.parametrize("width", [320, 390])
def test_on_a_phone_the_list_has_the_links_and_the_ring_stays_to_be_seen(
    browser: Browser, address: str, width: int
) -> None:
    with opened(browser, f"{address}/lifecycle/", width) as page:
        assert [name.removesuffix("?").split(" ", 1)[0] for name in told(page)] == list("12345678")
        ring = page.locator(".uj-wheel-segment").first
        assert ring.evaluate("shape => getComputedStyle(shape).visibility") == "visible"
        number = page.locator(".uj-wheel-number").first.bounding_box()
        assert number is not None
        assert number["height"] >= 11
        assert not page.locator(".uj-wheel-title").first.is_visible()


@pytest.mark.parametrize("path", ["", "lifecycle/", "lifecycle/prepare/", "lifecycle/analogies/"])
@pytest.mark.parametrize("width", [320, 820])
def test_no_page_is_wider_than_the_screen(
    browser: Browser, address: str, path: str, width: int
) -> None:
    with opened(browser, f"{address}/{path}", width) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_only_one_stage_is_marked(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/lifecycle/monitor/") as page:
        small = page.locator(".uj-cycle-small")
        expect(small.locator("svg [aria-current=step]")).to_have_attribute(
            "aria-label", "Stage 7 of 8: Monitor"
        )
        lit, other = (
            small.locator(f"{scope} > a > .uj-wheel-segment").first.evaluate(
                "shape => getComputedStyle(shape).fill"
            )
            for scope in (".uj-lit", ".uj-wheel-stage:not(.uj-lit)")
        )
        assert lit != other
        assert len(told(page)) == 8


def test_forced_colours_mark_it_too(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/lifecycle/monitor/", forced_colors="active") as page:
        fills = page.locator(".uj-wheel-segment").evaluate_all(
            "shapes => shapes.map((shape) => getComputedStyle(shape).fill)"
        )
        assert len(set(fills)) == 2
        assert fills.count(fills[6]) == 1


def test_without_style_there_is_the_list_alone(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.route("**/*.css", lambda route: route.abort())
    page.goto(f"{address}/lifecycle/")
    assert not page.locator(".uj-wheel").is_visible()
    expect(listed(page)).to_have_count(8)
    assert listed(page).first.is_visible()
    assert not page.locator(".uj-wheel a").first.is_visible()
    context.close()


def test_without_script_all_of_it_is_there(browser: Browser, address: str) -> None:
    with opened(browser, f"{address}/lifecycle/", java_script_enabled=False) as page:
        drawn(page).nth(2).click()
        page.wait_for_url("**/lifecycle/prepare/")
        page.goto(f"{address}/lifecycle/analogies/")
        expect(page.locator(".uj-world")).to_have_count(len(WORLDS))
        for world in WORLDS:
            assert page.locator(f"#{world}").is_visible()
        page.get_by_role("radio", name="side by side").check()
        tops = page.locator("[id$=-monitor]").evaluate_all(
            "cards => cards.map((card) => Math.round(card.getBoundingClientRect().top))"
        )
        assert len(set(tops)) == 1


@pytest.mark.parametrize("width", [320, 1280])
def test_paper_has_the_wheel_and_all_stories(browser: Browser, address: str, width: int) -> None:
    with opened(browser, f"{address}/lifecycle/analogies/", width) as page:
        page.get_by_role("radio", name="side by side").check()
        page.emulate_media(media="print")
        expect(page.locator(".uj-worlds-how")).to_be_hidden()
        first, second = (page.locator(f"#{world}-frame").bounding_box() for world in WORLDS[:2])
        assert first is not None
        assert second is not None
        assert second["y"] > first["y"] + first["height"]
        assert page.locator("#farming-frame .uj-breaks").bounding_box() is not None
    with opened(browser, f"{address}/lifecycle/") as page:
        page.emulate_media(media="print")
        assert page.locator(".uj-wheel-title").first.is_visible()
        assert not listed(page).first.is_visible()


def test_a_chosen_world_stands_alone_until_another_is_asked_for(
    browser: Browser, address: str
) -> None:
    with opened(browser, f"{address}/lifecycle/analogies/?with=farming") as page:
        assert seen_worlds(page) == ["farming"]
        page.locator(".uj-glance a[href$='#hospital-deploy']").click()
        expect(page.locator("#hospital-deploy")).to_be_in_viewport()
        assert seen_worlds(page) == ["farming", "hospital"]
        page.goto(f"{address}/lifecycle/")
        page.get_by_role("link", name="Factory").click()
        expect(page.locator("#factory")).to_be_in_viewport()
        assert seen_worlds(page) == ["farming", "factory"]
        page.get_by_role("radio", name="side by side").check()
        assert seen_worlds(page) == ["farming", *(w for w in WORLDS if w != "farming")]
        page.get_by_role("button", name="every story").click()
        assert seen_worlds(page) == WORLDS


def seen_worlds(page: Page) -> list[str]:
    """Return the worlds that are shown, in the order in which they stand."""
    found: list[str] = page.locator(".uj-world").evaluate_all(
        """worlds => worlds.filter((world) => world.checkVisibility())
          .map((world) => [world.getBoundingClientRect(), world.dataset.domain])
          .sort(([a], [b]) => a.top - b.top || a.left - b.left).map(([, name]) => name)"""
    )
    return found


@pytest.mark.parametrize("count", range(FEWEST, MOST + 1))
def test_no_words_of_a_ring_meet(browser: Browser, count: int) -> None:
    assets = ROOT / "macros/unjargon/assets"
    sheets = ("unjargon.css", "lifecycle.css")
    css = "".join((assets / sheet).read_text("utf-8") for sheet in sheets)
    drawing = wheel(stages(count), stage_address, "frame")
    context = browser.new_context(viewport={"width": 900, "height": 900})
    page = context.new_page()
    page.set_content(
        f"<style>html {{ font: 20px sans-serif }} {css}</style>"
        f'<div class="uj-cycle"><div class="uj-wheel" hidden>{drawing}</div></div>'
    )
    assert (
        page.evaluate(
            """() => {
          const box = document.querySelector("svg").getBoundingClientRect();
          const labels = [...document.querySelectorAll("a")].map((link) => {
            const texts = [...link.querySelectorAll("text:not(.uj-wheel-number)")];
            return texts.map((text) => text.getBoundingClientRect());
          });
          const ring = [...document.querySelectorAll(".uj-wheel-segment")];
          const [x, y] = [box.left + box.width / 2, ring[0].ownerSVGElement.createSVGPoint()];
          const meet = (a, b) =>
            a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom;
          const faults = [];
          labels.forEach((own, one) => own.forEach((line) => {
            if (line.left < box.left - 1 || line.right > box.right + 1) faults.push([one, "out"]);
            if (line.top < box.top - 1 || line.bottom > box.bottom + 1) faults.push([one, "out"]);
            labels.forEach((others, other) => others.forEach((another) => {
              if (one < other && meet(line, another)) faults.push([one, other]);
            }));
            for (const [px, py] of [[line.left, line.top], [line.right, line.top],
                [line.left, line.bottom - 2], [line.right, line.bottom - 2]]) {
              const under = document.elementsFromPoint(px, py);
              if (under.some((shape) => shape.matches(".uj-wheel-segment"))) {
                faults.push([one, "ring"]);
              }
            }
          }));
          return faults;
        }"""
        )
        == []
    )
    context.close()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_cost_can_be_read_and_has_its_table(
    browser: Browser, address: str, waivers: list[dict[str, str]], width: int
) -> None:
    with opened(browser, f"{address}/guides/never-finished/", width) as page:
        outside = page.locator(".uj-ranges").evaluate_all(
            """charts => charts.flatMap((chart) => {
              const box = chart.getBoundingClientRect();
              return [...chart.querySelectorAll("text")].filter((text) => {
                const own = text.getBoundingClientRect();
                return own.right > box.right + 1 || own.bottom > box.bottom + 1 || own.height < 12;
              }).map((text) => text.textContent);
            })"""
        )
        assert outside == []
        page.get_by_text("The figures as a table").focus()
        page.keyboard.press("Enter")
        rows = page.locator(".uj-cost table tbody tr")
        expect(rows).to_have_count(8)
        expect(rows.nth(6)).to_have_text("Monitor52 weeks a year10–40 person-days a year")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert faults(page, waivers) == []


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_side_by_side_is_accessible(
    browser: Browser, address: str, waivers: list[dict[str, str]], colours: Any
) -> None:
    url = f"{address}/lifecycle/analogies/"
    with opened(browser, url, color_scheme=colours) as page:
        page.get_by_role("radio", name="side by side").check()
        page.get_by_text("What stands for what").first.click()
        assert faults(page, waivers) == []


def test_instant_navigation_reaches_a_page_with_a_wheel_and_leaves_it(
    browser: Browser, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    settings = SMALL_SITE["mkdocs.yml"].replace(
        "font: false", "font: false, features: [navigation.instant]"
    )
    # Instant navigation goes where the sitemap says, which names no page without an address.
    address = serve(tmp_path / "site")
    stage = "title: {0}\nquestion: Is it so?\nsummary: It is.\nafter: {1}\n"
    files = {
        "mkdocs.yml": f"{settings}site_url: {address}/\n",
        "docs/index.md": "# Home\n\n[Round](lifecycle/index.md)\n",
        "docs/lifecycle/plan.yml": stage.format("Plan", "watch"),
        "docs/lifecycle/watch.yml": stage.format("Watch", "plan"),
    }
    build(write(tmp_path, SMALL_SITE | files))
    with opened(browser, address) as page:
        seen = Seen(page, address)
        page.wait_for_load_state("networkidle")
        page.evaluate("window.stayed = true")
        page.get_by_role("link", name="Round").click()
        page.wait_for_url("**/lifecycle/")
        expect(drawn(page)).to_have_count(2)
        assert page.evaluate("window.stayed")
        page.locator("dl a", has_text="Watch").click()
        page.wait_for_url("**/lifecycle/watch/")
        expect(page.locator("hgroup h1")).to_have_text("Watch")
        page.locator(".uj-around a").first.click()
        page.wait_for_url("**/lifecycle/plan/")
        assert page.evaluate("window.stayed")
        # From the drawing itself the page is loaded as a whole, and from the right place.
        drawn(page).nth(1).locator(".uj-wheel-number").click()
        page.wait_for_url("**/lifecycle/watch/")
        expect(page.locator("hgroup h1")).to_have_text("Watch")
        assert seen.complaints == []

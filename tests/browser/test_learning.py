"""Quiz and flash cards in a real browser: by keyboard alone, kept here, readable without script."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from sites import ROOT
from unjargon.flashcards import card_terms
from unjargon.quiz import questions, quizzes
from unjargon.site import Settings, Site

pytestmark = pytest.mark.browser

CATALOG = Site(Settings(ROOT, ROOT / "docs")).catalog
QUIZ = "path-fund-ml"
ASKED = questions(CATALOG, quizzes(CATALOG)[QUIZ])
HERE = f"learn/quiz/{QUIZ}/"


def answer(page: Page, number: int, places: tuple[int, ...], kind: str) -> None:
    """Answer one question with the keyboard, beginning at its first field."""
    one = page.locator(".uj-asked-one").nth(number)
    if kind == "order":
        one.locator("select").first.focus()
        for field in range(len(places)):
            page.keyboard.press(str(places.index(field) + 1))
            page.keyboard.press("Tab")
    else:
        one.locator("input").first.focus()
        page.keyboard.press("Space")
        for _ in range(places[0]):
            page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")


def test_a_quiz_is_answered_by_keyboard_alone(visit: Callable[..., Page], address: str) -> None:
    page = visit(HERE, address)
    for number, one in enumerate(ASKED):
        good = number != 1
        places = one.right if good else tuple((place + 1) % len(one.options) for place in one.right)
        answer(page, number, places, one.kind)
        box = page.locator(".uj-asked-one").nth(number)
        expect(box.locator("[role=status]")).to_have_text("Right." if good else "Not quite.")
        expect(box.locator("details")).to_have_attribute("open", "")
    told = f"You answered {len(ASKED) - 1} of {len(ASKED)} questions right."
    expect(page.locator(".uj-quiz-end")).to_contain_text(told)
    page.goto(f"{address}/learn/quiz/")
    best = page.locator(f"[data-quiz={QUIZ}] .uj-quiz-best")
    expect(best).to_have_text(f"best: {len(ASKED) - 1} of {len(ASKED)}")


def test_nothing_chosen_is_no_answer(visit: Callable[..., Page], address: str) -> None:
    page = visit(HERE, address)
    box = page.locator(".uj-asked-one:has(input)").first
    box.get_by_role("button", name="Check").click()
    expect(box.locator("[role=status]")).to_have_text("Choose an answer first.")


def test_without_script_answers_are_folded(visit: Callable[..., Page], address: str) -> None:
    page = visit(HERE, address, java_script_enabled=False)
    one = page.locator(".uj-asked-one").first
    options = one.locator(".uj-options li").all_inner_texts()
    assert tuple(options) == ASKED[0].options
    answered = one.get_by_text(ASKED[0].options[ASKED[0].right[0]]).last
    expect(answered).to_be_hidden()
    one.locator("summary").click()
    expect(answered).to_be_visible()


@pytest.mark.parametrize("kept", ["[", "7", '{"version": 1, "right": 9, "of": 3}'])
def test_a_result_that_is_none_never_breaks_a_page(
    visit: Callable[..., Page], address: str, kept: str
) -> None:
    page = visit("learn/", address)
    for name in (f"uj-quiz-{QUIZ}", "uj-flash"):
        page.evaluate("([name, kept]) => localStorage.setItem(name, kept)", [name, kept])
    page.goto(f"{address}/learn/quiz/")
    expect(page.locator(".uj-quiz-best:visible")).to_have_count(0)
    page.goto(f"{address}/learn/cards/")
    expect(page.get_by_text("10 left for today")).to_be_visible()


def test_cards_move_through_three_boxes(visit: Callable[..., Page], address: str) -> None:
    page = visit("learn/cards/", address)
    page.get_by_label("Cards from").select_option("first-day")
    turn = page.get_by_role("button", name="Show the answer")
    turn.focus()
    for _ in range(2):
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
    expect(page.locator(".uj-deal [role=status]")).to_have_text("That card comes back in 3 days.")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Not yet").click()
    expect(page.locator(".uj-deal [role=status]")).to_have_text("That card comes back tomorrow.")
    page.reload()
    expect(page.locator(".uj-deal-boxes")).to_contain_text("box 1: 1 · box 2: 2 · box 3: 0")
    expect(page.get_by_text("7 left for today")).to_be_visible()
    # Nine days later the three are due again, before ten new ones.
    kept = json.loads(page.evaluate("localStorage.getItem('uj-flash')"))
    kept["cards"] = {key: [box, due - 9] for key, (box, due) in kept["cards"].items()}
    kept["fresh"] = {}
    page.evaluate("kept => localStorage.setItem('uj-flash', kept)", json.dumps(kept))
    page.reload()
    expect(page.get_by_text("13 left for today")).to_be_visible()
    page.get_by_role("button", name="Forget all").click()
    expect(page.locator(".uj-deal-boxes")).to_contain_text("box 1: 0 · box 2: 0 · box 3: 0")


def test_without_script_all_cards_are_folded(visit: Callable[..., Page], address: str) -> None:
    page = visit("learn/cards/", address, java_script_enabled=False)
    shown = {
        name.split()[0]
        for name in page.locator(".uj-flash").evaluate_all(
            "cards => cards.map((card) => card.dataset.card)"
        )
    }
    assert shown == set(card_terms(CATALOG))
    expect(page.locator(".uj-deal")).to_be_hidden()

"""The quiz: what it asks follows from the records and the seed, and every answer can be told."""

from __future__ import annotations

from itertools import pairwise

import pytest

from sites import ROOT
from unjargon.quiz import MOST_QUESTIONS, Asked, Quiz, questions, quizzes
from unjargon.site import Settings, Site

CATALOG = Site(Settings(ROOT, ROOT / "docs")).catalog
QUIZZES = quizzes(CATALOG)
ALL = {key: questions(CATALOG, quiz) for key, quiz in QUIZZES.items()}
EVERY = [one for asked in ALL.values() for one in asked]


def test_there_is_one_for_each_path_topic_and_stage() -> None:
    kinds = {"path": CATALOG.paths, "topic": CATALOG.vocabulary.topics, "stage": CATALOG.stages}
    assert set(QUIZZES) == {f"{kind}-{key}" for kind, found in kinds.items() for key in found}


@pytest.mark.parametrize("quiz", QUIZZES.values(), ids=lambda quiz: quiz.id)
def test_it_is_full_varied_and_about_its_own_words(quiz: Quiz) -> None:
    asked = ALL[quiz.id]
    assert len(asked) == MOST_QUESTIONS
    assert len({one.key for one in asked}) == len(asked)
    assert {"meaning", "word", "claim", "part"} <= {one.kind for one in asked}
    assert {one.term for one in asked} <= {*quiz.terms, ""}


@pytest.mark.parametrize("seed", ["", "2"])
def test_the_same_seed_asks_the_same(seed: str) -> None:
    quiz = QUIZZES["topic-data"]
    assert questions(CATALOG, quiz, seed) == questions(CATALOG, quiz, seed)


def test_another_seed_asks_something_else() -> None:
    quiz = QUIZZES["topic-data"]
    assert questions(CATALOG, quiz, "1") != questions(CATALOG, quiz, "2")


@pytest.mark.parametrize("kind", ["meaning", "word"])
def test_wrong_options_are_other_words_of_the_topic(kind: str) -> None:
    field = {"meaning": "short", "word": "term"}[kind]
    told = {getattr(term, field): key for key, term in CATALOG.terms.items()}
    for one in (one for one in EVERY if one.kind == kind):
        keys = [told[option] for option in one.options]
        assert keys[one.right[0]] == one.term
        assert {CATALOG.terms[key].topic for key in keys} == {CATALOG.terms[one.term].topic}
        for other in set(keys) - {one.term}:
            assert not CATALOG.written[other] & CATALOG.written[one.term]
            assert other not in CATALOG.terms[one.term].broader
            assert one.term not in CATALOG.terms[other].broader


def test_no_option_stands_twice() -> None:
    assert [one.key for one in EVERY if len(set(one.options)) < len(one.options)] == []


def test_a_word_is_not_told_by_its_own_meaning() -> None:
    asked = [one for one in EVERY if one.kind == "word"]
    assert [one.key for one in asked if one.options[one.right[0]].lower() in one.ask.lower()] == []


def test_beliefs_are_false_with_the_reality_as_reason_and_meanings_are_true() -> None:
    claims = [one for one in EVERY if one.kind == "claim"]
    assert {one.options for one in claims} == {("True", "False")}
    for one in claims:
        myths = {myth.claim: myth.reality for myth in CATALOG.terms[one.term].misconceptions}
        believed = next((claim for claim in myths if f"“{claim}”" in one.ask), None)
        expected = ((1,), myths[believed]) if believed else ((0,), "")
        assert (one.right, one.because) == expected
    assert len({one.right for one in claims}) == 2


def test_parts_of_a_story_are_those_of_its_table() -> None:
    for one in (one for one in EVERY if one.kind == "part"):
        told = next(
            told for told in CATALOG.terms[one.term].analogies.values() if told.story == one.story
        )
        part = next(part for part in told.maps if f"“{part}”?" in one.ask)
        assert one.options[one.right[0]] == told.maps[part]
        assert sorted(one.options) == sorted(told.maps.values())


def test_stages_are_put_in_the_order_of_the_loop() -> None:
    order = [f"{stage.title}: {stage.question}" for stage in CATALOG.stages.values()]
    asked = {key: one for key, found in ALL.items() for one in found if one.kind == "order"}
    assert {f"stage-{key}" for key in CATALOG.stages} <= set(asked)
    for one in asked.values():
        places = [order.index(one.options[place]) for place in one.right]
        steps = [(b - a) % len(order) for a, b in pairwise(places)]
        assert sum(steps) < len(order)


def test_questions_by_hand_are_asked_where_their_word_is() -> None:
    written = {one.ask: one for one in CATALOG.questions}
    found = [one for one in ALL["path-first-week"] if one.kind == "written"]
    assert found
    for one in found:
        assert one.options[one.right[0]] == written[one.ask].right
        assert one.because == written[one.ask].because


def test_answers_stand_in_every_place() -> None:
    """Whoever always takes the first option is mostly wrong."""
    places = [one.right[0] for one in EVERY if len(one.options) == 4 and one.kind != "order"]
    for place in range(4):
        assert 0.15 < places.count(place) / len(places) < 0.35


def test_no_record_makes_no_quiz() -> None:
    empty = Quiz("topic-none", "topic", "none", "None", (), ())
    assert questions(CATALOG, empty) == list[Asked]()

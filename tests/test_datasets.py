"""Data that several projects name: one entry, with all that is said of them."""

from __future__ import annotations

import re
from typing import Any

import pytest

from unjargon.datasets import facts, key_of, shared
from unjargon.model import Dataset, Project

LEAST: dict[str, Any] = {
    **dict.fromkeys(("name", "summary", "problem"), "x"),
    "phase": "idea",
    "stage": "frame",
    "contact": {"name": "ML team"},
}


def project(*datasets: dict[str, Any]) -> Project:
    return Project.model_validate(LEAST | {"datasets": datasets})


@pytest.mark.parametrize("name", ["Mails", " mails", "MAILS", "máils"])
def test_names_of_the_same_data(name: str) -> None:
    assert key_of(name) == "mails"


def test_what_one_leaves_out_another_says() -> None:
    found = shared(
        {
            "a": project({"name": "Mails", "condition": "unknown", "faults": ["Late.", "Few."]}),
            "b": project(
                {"name": "mails", "condition": "fair", "personal_data": False, "faults": ["Few."]}
            ),
            "c": project({"name": "Mails", "plain": "Post.", "faults": ["Odd."]}),
        }
    )["mails"]
    assert found.projects == ("a", "b", "c")
    assert found.record == Dataset(
        name="Mails",
        plain="Post.",
        condition="fair",
        personal_data=False,
        faults=("Late.", "Few.", "Odd."),
    )


def test_a_project_that_names_data_twice_rests_on_them_once() -> None:
    found = shared({"a": project({"name": "Mails"}, {"name": "mails", "owner": "Post room"})})
    assert found["mails"].projects == ("a",)
    assert found["mails"].record.owner == "Post room"


def test_each_has_a_place_of_its_own() -> None:
    names = ("Mails", "Mails?", "!?", "??", "[a](../../secret)", "a" * 100, "a" * 101)
    found = shared({"a": project(*({"name": name} for name in names))})
    anchors = [one.anchor for one in found.values()]
    assert len(set(anchors)) == len(names)
    assert all(re.fullmatch(r"data-[0-9a-f]{10}", anchor) for anchor in anchors)


def test_a_place_stays_when_other_data_come() -> None:
    alone, beside = (
        shared({"a": project(*({"name": name} for name in names))})["mails"].anchor
        for names in (["Mails"], ["Calls", "Mails"])
    )
    assert alone == beside


def test_unknown_answers_no_question() -> None:
    dataset = Dataset(name="Mails", condition="unknown", personal_data=False, plain="A  b\nc")
    assert dict(facts(dataset)) == {"plain": "A b c", "personal_data": False}

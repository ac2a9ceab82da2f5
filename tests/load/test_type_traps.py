"""What YAML would turn into a number, a date or nothing stays the text that its author typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from unjargon.load import Loaded
from unjargon.model import Project, Term

TYPED = [
    "no", "Yes", "on", "true", "~", "null", "010", "0x1F", "0o17", "0b1", "1_000", "1e3", "1.10",
    ".5", "+1", "-0", ".inf", ".nan", "12:30", "190:20:30", "2024-01-31", "2024-01-31T10:00:00Z",
    "=", "y", "-1", "50%", "a&b", "a*b", "a!b", "C#", "x:y",
]  # fmt: skip
"""Values that YAML 1.1 or 1.2 reads as something else, or that look as if it did."""

TERM = {
    "term": "bias",
    "short": "A steady lean.",
    "plain": "A steady lean.",
}
STAGE = "title: Train\nquestion: Why?\nsummary: A model is made.\n"


def read_term(read: Callable[..., Loaded], fields: str) -> Term:
    own = "".join(
        f"{name}: {text}\n" for name, text in TERM.items() if f"{name}:" not in fields.split()
    )
    loaded = read({"glossary/bias.yml": own + fields})
    assert loaded.problems == ()
    return loaded.terms["bias"].record


@pytest.mark.parametrize("typed", TYPED)
def test_text_stays_as_typed(read: Callable[..., Loaded], typed: str) -> None:
    term = read_term(read, f"short: {typed}\n")
    assert term.short == typed


@pytest.mark.parametrize("typed", TYPED)
def test_items_and_names_stay_as_typed(read: Callable[..., Loaded], typed: str) -> None:
    term = read_term(read, f"aliases:\n  - {typed}\nask: [{typed}]\nwhy_for:\n  {typed}: {typed}\n")
    assert (term.aliases, term.ask, term.why_for) == ((typed,), (typed,), {typed: typed})


@pytest.mark.parametrize("typed", ["2026-01-31", "'2026-01-31'", '"2026-01-31"'])
def test_a_day_becomes_a_date(read: Callable[..., Loaded], typed: str) -> None:
    assert read_term(read, f"reviewed: {typed}\n").reviewed == date(2026, 1, 31)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        *((typed, False) for typed in ("no", "No", "false", "False", "off")),
        *((typed, True) for typed in ("yes", "YES", "true", "True", "on")),
    ],
)
def test_yes_and_no_are_understood(read: Callable[..., Loaded], typed: str, meant: bool) -> None:
    assert read_project(read, f"example: {typed}\n").example is meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("9", 9), ("0.95", 0.95), ("'88'", 88), ("-1.5", -1.5), ("1e3", 1000), ("010", 10)],
)
def test_numbers_are_decimal(read: Callable[..., Loaded], typed: str, meant: float) -> None:
    metric = f"metrics:\n  - type: bias\n    value: {typed}\n    plain: A figure.\n"
    assert read_project(read, metric).metrics[0].value == meant


def test_hide_no_is_no(read: Callable[..., Loaded]) -> None:
    assert read_term(read, "hide: no\n").hide is False


def test_a_choice_named_no_is_no_false(read: Callable[..., Loaded]) -> None:
    assert read_project(read, "in_use: no\n").in_use == "no"


def read_project(read: Callable[..., Loaded], fields: str) -> Project:
    mails = (
        "name: Sort mails\nsummary: Sorts mails.\nphase: idea\nstage: train\nproblem: Mails.\n"
        f"contact:\n  name: ML team\n{fields}"
    )
    term = "".join(f"{name}: {text}\n" for name, text in TERM.items())
    loaded = read(
        {
            "glossary/bias.yml": term,
            "lifecycle/train.yml": STAGE,
            "projects/mails.yml": mails,
        }
    )
    assert loaded.problems == ()
    return loaded.projects["mails"].record

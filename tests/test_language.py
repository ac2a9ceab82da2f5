"""What is spoken where: figures, days, forms of a number, and what scripts are told."""

from __future__ import annotations

import json
from datetime import date

import pytest

from unjargon.language import _, month, ngettext, number, said_by_scripts, speaking, written

DAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("code", "word", "figure", "day", "short"),
    [
        ("en", "Glossary", "−12,345.5", "1 March 2026", "Mar 2026"),
        ("de", "Glossar", "−12.345,5", "1. März 2026", "März 2026"),
        ("de-CH", "Glossar", "−12’345.5", "1. März 2026", "März 2026"),
        ("DE_at", "Glossar", "−12.345,5", "1. März 2026", "März 2026"),
        ("es", "Glosario", "−12.345,5", "1 de marzo de 2026", "mar 2026"),
        ("fr", "Glossaire", "−12\u202f345,5", "1 mars 2026", "mars 2026"),
        # Nobody has translated it, so it is English in every respect.
        ("tlh", "Glossary", "−12,345.5", "1 March 2026", "Mar 2026"),
        ("../../de", "Glossary", "−12,345.5", "1 March 2026", "Mar 2026"),
        ("", "Glossary", "−12,345.5", "1 March 2026", "Mar 2026"),
    ],
)
def test_a_language_is_spoken_as_its_people_do(
    code: str, word: str, figure: str, day: str, short: str
) -> None:
    with speaking(code):
        assert (_("Glossary"), number(-12345.5), written(DAY), month(DAY)) == (
            *(word, figure, day),
            short,
        )


def test_it_is_spoken_inside_its_block_only() -> None:
    with speaking("de"):
        with speaking("en"):
            inner = _("Glossary")
        assert (inner, _("Glossary")) == ("Glossary", "Glossar")
    assert _("Glossary") == "Glossary"


@pytest.mark.parametrize(
    ("figure", "words"), [(0, "Stunden"), (1, "Stunde"), (1.0, "Stunde"), (1.5, "Stunden")]
)
def test_a_number_chooses_its_form(figure: float, words: str) -> None:
    with speaking("de"):
        assert ngettext("{n} hour", "{n} hours", figure) == f"{{n}} {words}"


def test_a_language_has_its_own_idea_of_one() -> None:
    with speaking("fr"):
        assert ngettext("{n} hour", "{n} hours", 0) == "{n} heure"


def test_english_scripts_need_no_messages() -> None:
    assert said_by_scripts("en") == said_by_scripts("tlh") == ""


def test_scripts_are_told_what_they_say_and_nothing_else() -> None:
    told = said_by_scripts("de-CH")
    assert told.startswith("window.unjargonMessages={")
    assert told.endswith("};\n")
    found = json.loads(told.removeprefix("window.unjargonMessages=").removesuffix(";\n"))
    assert found["Copied"] == "Kopiert"
    assert found["My session: {n} slide"] == {
        "one": "Meine Sitzung: {n} Folie",
        "other": "Meine Sitzung: {n} Folien",
    }
    assert "Words on this page" not in found

"""Every language says all that the interface does, with the same gaps and the same markup."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po

from sites import ROOT
from unjargon.language import FOLDER

CATALOGUES = sorted(FOLDER.glob("*.po"))
_GAP_OR_TAG = re.compile(r"%\(\w+\)s|\{\w+\}|<[^>]+>")


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.stem)


def test_the_languages_that_are_promised_are_there() -> None:
    assert {"de", "es", "fr"} <= {path.stem for path in CATALOGUES}


def test_catalogues_hold_what_the_interface_says(tmp_path: Path) -> None:
    """`make messages` finds nothing to add, to take out or to write in another way."""
    for path in CATALOGUES:
        shutil.copy(path, tmp_path)
    command = ["make", "-s", "-o", ".venv/.ready", "messages", f"CATALOGUES={tmp_path}"]
    command += [f"BIN={Path(sys.executable).parent}"]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stderr
    for path in CATALOGUES:
        assert messages(catalogue(tmp_path / path.name)) == messages(catalogue(path))


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_language_says_everything(path: Path) -> None:
    said = catalogue(path)
    assert [one.id for one in said if one.id and (one.fuzzy or not all(forms(one)))] == []
    assert {len(forms(one)) for one in said if isinstance(one.id, tuple)} == {said.num_plurals}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_translation_keeps_gaps_and_markup(path: Path) -> None:
    assert [one.id for one in catalogue(path) if one.id and not is_whole(one)] == []


def messages(of: Catalog) -> list[tuple[object, ...]]:
    """Return what a catalogue holds; other versions of Babel note other kinds of gaps."""
    return [(one.id, one.context, one.string, one.locations, one.fuzzy) for one in of if one.id]


def forms(message: Message) -> tuple[str, ...]:
    said = message.string
    return (said,) if isinstance(said, str) else tuple(said or ("",))


def is_whole(message: Message) -> bool:
    """Tell whether each form holds what the English has that a program fills in or reads."""
    english = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    allowed = [Counter(_GAP_OR_TAG.findall(text)) for text in english]
    return all(Counter(_GAP_OR_TAG.findall(form)) in allowed for form in forms(message))

"""Flash cards as files for Anki, made by genanki: the same bytes for the same records.

A note is known by its card's key and a deck by its name, so that somebody who takes a newer file
keeps what they have learnt. Anki takes a note's text over only if the file is younger than the one
before, which is why the file carries a time at all.
"""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time
from functools import partial
from hashlib import sha256
from pathlib import Path

import genanki

from unjargon.catalog import Catalog
from unjargon.flashcards import cards
from unjargon.language import _, speaking
from unjargon.observed import Part, at_once

ALL = "unjargon"
"""Name of the file with the cards of all words."""
_MODEL = "unjargon card 1"
_CSS = (
    ".card { font-family: sans-serif; font-size: 20px; line-height: 1.45; text-align: start;"
    " max-width: 34em; margin: 1em auto; }"
)
_ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def packages(
    catalog: Catalog, made: int | None = None, part: Part = at_once
) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every file: one of all words, and one for each learning path.

    Args:
        catalog: All records.
        made: The time that the files carry, in seconds since 1970; None: the day on which a word
            was last changed or read.
        part: Gives a file again if nothing has changed that it was made from.
    """
    name = f"learn/{ALL}.apkg"
    yield name, part((name, made), partial(_of_all_words, catalog, made))
    for key in catalog.paths:
        name = f"learn/{key}.apkg"
        yield name, part((name, made), partial(_of_path, catalog, key, made))


def _of_all_words(catalog: Catalog, made: int | None) -> bytes:
    words = [key for key, term in catalog.terms.items() if term.status != "deprecated"]
    return _package(catalog, _everything(catalog), words, made)


def _of_path(catalog: Catalog, key: str, made: int | None) -> bytes:
    path = catalog.paths[key]
    taught = dict.fromkeys(term for step in path.steps for term in step.terms)
    return _package(catalog, f"{_everything(catalog)}::{path.title}", taught, made)


def _everything(catalog: Catalog) -> str:
    with speaking(catalog.language):
        return _("Machine learning in plain words")


def last_change(catalog: Catalog) -> int:
    """Return the day on which a word was last changed or read, in seconds since 1970."""
    days = list(catalog.news())
    return int(datetime.combine(days[0], time(), UTC).timestamp()) if days else 0


def _package(catalog: Catalog, name: str, terms: Iterable[str], made: int | None) -> bytes:
    model = genanki.Model(
        _number(_MODEL),
        "Machine learning in plain words",
        fields=[{"name": "Front"}, {"name": "Back"}],
        templates=[
            {
                "name": "Card",
                "qfmt": "{{Front}}",
                "afmt": '{{FrontSide}}<hr id="answer">{{Back}}',
            }
        ],
        css=_CSS,
    )
    deck = genanki.Deck(_number(f"unjargon deck {name}"), name)
    with speaking(catalog.language):
        made_of = list(cards(catalog, terms))
    for card in made_of:
        topic = catalog.terms[card.term].topic
        deck.add_note(
            genanki.Note(
                model=model,
                fields=[card.front, card.back],
                guid=genanki.guid_for("unjargon", card.key),
                tags=[card.kind, *([topic] if topic else [])],
            )
        )
    return _written(genanki.Package(deck), last_change(catalog) if made is None else made)


def _written(package: genanki.Package, made: int) -> bytes:
    """Return the file's bytes; what the library writes holds the times of temporary files."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        package.write_to_file(path, timestamp=made)
        with zipfile.ZipFile(path) as source:
            parts = {name: source.read(name) for name in sorted(source.namelist())}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, _ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            file.writestr(entry, data)
    return target.getvalue()


def _number(name: str) -> int:
    """Return a number that stands for a name for ever; Anki keeps 31 bits of it."""
    return int.from_bytes(sha256(name.encode()).digest()[:4], "big") >> 2 | 1 << 30

"""Give a term another id: its file, every reference to it, the redirect from its old address.

Only the id changes. What the term is called is a field that its author edits.
"""

from __future__ import annotations

from collections.abc import Iterable

import yaml

from unjargon.authoring.changes import Changes
from unjargon.authoring.sources import Sources
from unjargon.authoring.uses import Use, read_pages, uses_in_records
from unjargon.load import LayerFile, place
from unjargon.promises import PUBLISHED


def rename(sources: Sources, old: str, new: str) -> Changes:
    """Return what has to change so that the term `old` is called `new`.

    Raises:
        RefusalError: If there is no such term here, or the new id cannot be had.
    """
    entry = sources.own_term(old)
    sources.refuse_taken(new)
    changes = Changes(sources)
    rewrite(changes, uses_in_records(sources.loaded, old), old, new)
    changes.rewrite(read_pages(sources.settings), old, new)

    sheet = changes.sheet(entry.own, layered=False)
    sheet.extend("formerly", [old])
    changes.put(sources.own.folder / f"{new}.yml", sheet.data())
    changes.put(entry.own.path, None)
    changes.say(entry.own.shown, f"becomes {sources.shown(new)}")
    changes.say(sources.shown(new), f"formerly: {old} added")
    # A draft was never published, whatever it is called.
    if entry.record.status != "draft":
        _publish(changes, sources, new)
    changes.check()
    return changes


def rewrite(changes: Changes, uses: Iterable[Use], old: str, new: str) -> None:
    """Name another term wherever records name one by its id."""
    for use in uses:
        file, node = found_at(use, use.path)
        sheet = changes.sheet(file, layered=len(use.entry.files) > 1)
        value = sheet.value(node)
        sheet.replace(value, old, new)
        changes.say(file.shown, f"{dotted(use)}: {old} -> {new}", value.start_mark.line + 1)


def found_at(use: Use, path: tuple[str | int, ...]) -> tuple[LayerFile, yaml.Node]:
    """Return the file and node of a path in the record that names a term."""
    return place(list(use.entry.files), path)


def dotted(use: Use) -> str:
    """Return the place of an id as problems name it: `confused_with.1.term`."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in use.path)


def _publish(changes: Changes, sources: Sources, term_id: str) -> None:
    """Add an id to those that were published; none is ever taken out."""
    path = sources.own.folder / PUBLISHED
    if path.is_file():
        data = path.read_bytes()
        ending = b"\r\n" if b"\r\n" in data else b"\n"
        before = data if data.endswith(b"\n") or not data else data + ending
        changes.put(path, before + term_id.encode() + ending)
        changes.say(f"{sources.own.shown}/{PUBLISHED}", f"{term_id} added")

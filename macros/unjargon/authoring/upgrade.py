"""What a newer package says differently where a site's own files lie over it: `unjargon diff`.

An installed package has forgotten its older self, so the starter's texts that an override was
written over are kept beside the override, in `_starter.yml`. That file goes through version control
with the site, and no upgrade touches it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import ndiff
from pathlib import Path

import yaml

from unjargon.authoring.changes import write_all
from unjargon.authoring.sources import RefusalError
from unjargon.errors import Problem, nearest
from unjargon.load import VOCABULARY, Folders, Layer, LayerFile
from unjargon.load.layers import find_files, hides
from unjargon.load.strict import filled, plain_value

RECORD = "_starter.yml"
"""The file in an own layer that keeps the starter's texts, by id and field."""
_HEAD = (
    "# The starter's texts that files of this folder were written over; `unjargon diff --accept`.\n"
)

Texts = dict[str, str]
"""The texts of a record by dotted field."""


@dataclass(frozen=True, slots=True)
class Override:
    """A starter record that own files lie over."""

    shown: str
    """How the own file is called."""
    own: frozenset[str]
    """The fields that the own files write."""
    now: Texts
    """What the installed starter says."""
    before: Texts | None
    """What it said when the override was last accepted; None: nobody has recorded it."""

    def changes(self) -> Iterator[tuple[str, str, str]]:
        """Yield field, text before and text now of everything that the starter changed."""
        before = self.now if self.before is None else self.before
        for field in sorted(before.keys() | self.now.keys()):
            texts = before.get(field, ""), self.now.get(field, "")
            if texts[0] != texts[1]:
                yield field, *texts

    def replaces(self, field: str) -> bool:
        """Tell whether the own files say something in the place of a field."""
        return any(field == one or field.startswith(f"{one}.") for one in self.own)


def overrides(folders: Folders) -> dict[Path, dict[str, Override]]:
    """Return all overrides of a site by id, by the file that keeps the texts below them.

    Raises:
        RefusalError: If such a file cannot be read.
    """
    found = {}
    for layers, special in ((folders.glossary, VOCABULARY), (folders.lifecycle, "")):
        own = [layer for layer in layers if not layer.is_starter]
        if own and len(own) < len(layers):
            found[own[-1].folder / RECORD] = dict(_overrides(layers, special, own[-1]))
    return found


def _overrides(
    layers: tuple[Layer, ...], special: str, top: Layer
) -> Iterator[tuple[str, Override]]:
    kept = _read(LayerFile(top, RECORD))
    for key, named in find_files(layers, [], special).items():
        above = [file for file in named if not file.layer.is_starter]
        if above and len(above) < len(named) and not hides(above[-1].root):
            own = {field for file in above for field in texts_of(file)}
            record_id = key.removesuffix(".yml")
            yield (
                record_id,
                Override(above[-1].shown, frozenset(own), texts_of(named[0]), kept.get(record_id)),
            )


def _read(file: LayerFile) -> dict[str, Texts]:
    if not file.path.exists():
        return {}
    problems: list[Problem] = []
    root = file.read(problems)
    if root is None:
        raise RefusalError(f"{file.shown}: cannot be used (mend it, or delete it)", problems)
    return {
        str(key): {name: str(text) for name, text in fields.items()}
        for key, fields in plain_value(root).items()
        if isinstance(fields, dict)
    }


def texts_of(file: LayerFile) -> Texts:
    """Return the texts of one file by dotted field, a list as one text."""
    return dict(_texts(file.root, ""))


def _texts(node: yaml.MappingNode, above: str) -> Iterator[tuple[str, str]]:
    for key, value in filled(node):
        field = f"{above}{key.value}"
        if isinstance(value, yaml.MappingNode) and "add" not in {k.value for k, _ in value.value}:
            yield from _texts(value, f"{field}.")
        elif isinstance(value, yaml.ScalarNode):
            yield field, value.value.strip()
        else:
            dumped = yaml.safe_dump(plain_value(value), allow_unicode=True, sort_keys=False)
            yield field, dumped.strip()


def report(found: dict[Path, dict[str, Override]]) -> Iterator[str]:
    """Yield the lines that tell what the starter changed below each override."""
    for override in _all(found):
        for field, before, now in override.changes():
            who = "yours stays" if override.replaces(field) else "your site shows the new text"
            yield f"{override.shown}: {field} ({who})"
            yield from (
                f"    {line}"
                for line in ndiff(before.splitlines(), now.splitlines())
                if not line.startswith("? ")
            )


def unrecorded(found: dict[Path, dict[str, Override]]) -> list[str]:
    """Return the own files that nobody has recorded the starter's texts for."""
    return [override.shown for override in _all(found) if override.before is None]


def _all(found: dict[Path, dict[str, Override]]) -> Iterator[Override]:
    return (override for by_id in found.values() for override in by_id.values())


def accept(found: dict[Path, dict[str, Override]], ids: tuple[str, ...] = ()) -> list[str]:
    """Record what the starter says now, and return the own files that this holds for.

    Args:
        found: All overrides.
        ids: Only these; none: all.

    Raises:
        RefusalError: If an id is not overridden, or a record cannot be written.
    """
    known = [key for by_id in found.values() for key in by_id]
    for key in ids:
        if key not in known:
            hint = nearest(key, known) or "no file of yours lies over a starter file of this name"
            raise RefusalError(f"'{key}' is not overridden ({hint})")
    files: dict[Path, bytes | None] = {}
    for path, by_id in found.items():
        kept = {key: one.now if _meant(key, ids) else one.before for key, one in by_id.items()}
        texts = {key: fields for key, fields in sorted(kept.items()) if fields is not None}
        dumped = yaml.safe_dump(texts, allow_unicode=True, width=100)
        files[path] = (_HEAD + dumped).encode() if texts else None
    write_all(files)
    return [one.shown for by_id in found.values() for key, one in by_id.items() if _meant(key, ids)]


def _meant(key: str, ids: tuple[str, ...]) -> bool:
    return not ids or key in ids

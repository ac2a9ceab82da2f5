"""Begin the file of a project from a model card.

What a project needs and no card says is written as "To fill in", which `unjargon check` finds
again. The file is tried out before it is written: a file that could not be loaded is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from unjargon.authoring.card_kinds import read_card
from unjargon.authoring.card_tree import Left
from unjargon.authoring.draft import Draft
from unjargon.authoring.sources import RefusalError, projects_layer
from unjargon.catalog import Catalog, catalog_of
from unjargon.checks.unfinished import TO_FILL_IN
from unjargon.errors import Problem, nearest
from unjargon.forms import without_accents
from unjargon.load import PAGES_BESIDE_PROJECTS, Layer, LayerFile, Loaded, load
from unjargon.load.layers import better_id, name_fault
from unjargon.load.records import validate
from unjargon.model import Contact, Dataset, Link, Metric, Output, Project, Record, Risk, Scope
from unjargon.site import Settings, find_folders

_GAPS = {
    "summary": "what it does, in one or two plain sentences.",
    "problem": "the problem that it is meant to solve.",
}
_GAPS_INSIDE = {
    "contact": {"name": "the team to ask."},
    "risks": {"sign": "how one would notice.", "mitigation": "what is done about it."},
    "metrics": {"plain": "what this figure means, in plain words."},
}
"""What is written where a card says nothing and a project has to."""
_PHASE = "development"
_MEASURING = "evaluation"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What an author says besides the card; empty where the card or a default decides."""

    id: str = ""
    """The project's id."""
    contact: str = ""
    """The team to ask, and its address in angle brackets."""
    phase: str = ""
    """How far the project has come."""
    stage: str = ""
    """Id of the stage that it is in."""


@dataclass(frozen=True, slots=True)
class Imported:
    """A project's file that is ready to be written."""

    path: Path
    """Where it goes."""
    shown: str
    """How authors know that place."""
    data: bytes
    """What it holds."""
    notes: tuple[str, ...]
    """What was assumed, a line each."""
    left: tuple[Left, ...]
    """What of the card is not in it."""

    def write(self) -> None:
        """Write the file, unless one is there by now."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("xb") as file:
                file.write(self.data)
        except FileExistsError as error:
            raise RefusalError(_taken(self.shown)) from error
        except OSError as error:
            with suppress(OSError):  # half a file is worse than none
                self.path.unlink(missing_ok=True)
            raise RefusalError(f"{self.shown}: {error.strerror or 'cannot be written'}") from error


def import_card(settings: Settings, data: bytes, shown: str, wishes: Wishes) -> Imported:
    """Make a project's file of a model card.

    Args:
        settings: The site that gets the project.
        data: The bytes of the card's file.
        shown: How authors know that file.
        wishes: What the author says besides.

    Raises:
        RefusalError: If the card cannot be read, or its project cannot be added.
    """
    problems: list[Problem] = []
    folders = find_folders(settings, problems)
    loaded = load(folders)
    catalog = catalog_of(loaded, language=settings.language, drafts=True, confidential=True)
    draft = Draft(catalog)
    read_card(draft, data, shown, problems.append)
    if problems:
        raise RefusalError("nothing was written", problems)
    layer = projects_layer(settings, folders)
    notes = _decide(draft.fields, wishes, catalog)
    project_id = wishes.id or _id_of(draft.fields.get("name", ""))
    path, name = layer.folder / f"{project_id}.yml", f"{layer.shown}/{project_id}.yml"
    if fault := name_fault(path.name, nested=False, taken=PAGES_BESIDE_PROJECTS):
        raise RefusalError(f"'{project_id}' is no id ({fault})")
    _refuse_known(draft.fields, loaded, path, name)
    _fill_gaps(draft.fields)
    text = _as_yaml(_sorted(draft.fields), assumed=[note.partition(":")[0] for note in notes])
    _try_out(text, path.name, layer)
    return Imported(path, name, text, tuple(notes), tuple(sorted(set(draft.left))))


def _decide(fields: dict[str, Any], wishes: Wishes, catalog: Catalog) -> list[str]:
    """Put the author's wishes over the card; return a line for each thing that was assumed."""
    if wishes.contact:
        name, _, address = wishes.contact.partition("<")
        address = address.rstrip("> ")
        mail = address and not re.match(r"https?://|mailto:", address)
        url = f"mailto:{address}" if mail else address
        fields["contact"] = {"name": name.strip(), "url": url}
    if wishes.stage and catalog.stages and wishes.stage not in catalog.stages:
        hint = nearest(wishes.stage, catalog.stages) or f"known: {', '.join(catalog.stages)}"
        raise RefusalError(f"no stage '{wishes.stage}' ({hint})")
    fields |= {name: wish for name in ("phase", "stage") if (wish := getattr(wishes, name))}
    assumed = {"phase": _PHASE, "stage": _stage(catalog)}
    notes = [f"{name}: {guess}" for name, guess in assumed.items() if name not in fields]
    fields.update({name: guess for name, guess in assumed.items() if name not in fields})
    return notes


def _stage(catalog: Catalog) -> str:
    """Return the stage of a model that somebody has measured, or else the first."""
    measuring = (
        key
        for key, stage in catalog.stages.items()
        if (stage.crisp_phase or "").casefold() == _MEASURING
    )
    return next(measuring, next(iter(catalog.stages), _MEASURING))


def _id_of(name: str) -> str:
    if not re.search("[a-z0-9]", without_accents(name).lower()):
        raise RefusalError(f"no id can be made of the card's name, '{name}' (add --id)")
    return better_id(name)


def _refuse_known(fields: Mapping[str, Any], loaded: Loaded, path: Path, shown: str) -> None:
    if path.exists():
        raise RefusalError(_taken(shown))
    for entry in loaded.projects.values():
        if entry.record.name.casefold() == fields.get("name", "").casefold():
            hint = "change the one, or take the other out"
            raise RefusalError(f"'{entry.record.name}' is the name of {entry.own.shown} ({hint})")


def _taken(shown: str) -> str:
    return f"{shown} exists already, and was not changed (add --id, or delete it)"


def _fill_gaps(fields: dict[str, Any]) -> None:
    """Write "To fill in" where a project has to say something and the card does not."""
    for field, what in _GAPS.items():
        fields.setdefault(field, f"{TO_FILL_IN}: {what}")
    fields.setdefault("contact", {})
    for field, gaps in _GAPS_INSIDE.items():
        found = fields.get(field, [])
        for entry in [found] if isinstance(found, dict) else found:
            for name, what in gaps.items():
                entry[name] = entry.get(name) or f"{TO_FILL_IN}: {what}"


def _sorted(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return what is filled, in the order of the record's fields."""
    return {
        name: _entry(name, fields[name])
        for name in Project.written_fields()
        if name in fields and _entry(name, fields[name])
    }


def _entry(field: str, value: Any) -> Any:
    if isinstance(value, list):
        return [_entry(field, one) for one in value]
    if not isinstance(value, dict):
        return value
    kind = _NESTED[field].written_fields()
    return {name: value[name] for name in kind if value.get(name)}


_NESTED: dict[str, type[Record]] = {
    "contact": Contact,
    "datasets": Dataset,
    "links": Link,
    "metrics": Metric,
    "output": Output,
    "risks": Risk,
    "scope": Scope,
}


class _Writer(yaml.SafeDumper):
    """Writes YAML as authors do: paragraphs in blocks, nothing by reference."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        """Write equal texts out each time."""
        return True


def _paragraphs(writer: _Writer, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Writer.add_representer(str, _paragraphs)


def _as_yaml(fields: Mapping[str, Any], assumed: Iterable[str]) -> bytes:
    text = yaml.dump(dict(fields), Dumper=_Writer, allow_unicode=True, sort_keys=False, width=100)
    for name in assumed:
        line = f"\n{name}: {fields[name]}\n"
        text = text.replace(line, f"{line[:-1]}  # assumed: the card does not say\n", 1)
    return str(text).encode()


def _try_out(data: bytes, name: str, layer: Layer) -> None:
    """Refuse a file that could not be loaded."""
    problems: list[Problem] = []
    with TemporaryDirectory() as folder:
        file = LayerFile(Layer(layer.name, Path(folder), layer.shown), name)
        file.path.write_bytes(data)
        validate({name: [file]}, Project, problems, set())
    if problems:
        raise RefusalError("nothing was written, since this would be wrong afterwards", problems)

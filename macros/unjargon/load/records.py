"""Merged trees -> records; what pydantic finds wrong, said as problems with a place.

Pydantic reports the path of a field, not its line; the path is walked in the node trees.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import Any, Generic, TypeVar, get_args

import yaml
from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from unjargon.errors import Problem, nearest
from unjargon.load.layers import Layer, LayerFile, Places, hides, merge, without
from unjargon.load.strict import plain_value
from unjargon.model import Record
from unjargon.remember import Remember, afresh

R = TypeVar("R", bound=Record)

_EXPECTED = {
    "string_type": "text",
    "tuple_type": "a list, one `- …` a line",
    "dict_type": "`name: text` lines",
    "model_type": "`name: text` lines",
    "bool_parsing": "yes or no",
    "bool_type": "yes or no",
    "int_parsing": "a whole number such as 3",
    "float_parsing": "a number such as 0.95",
    "float_type": "a number such as 0.95",
    "finite_number": "a number such as 0.95",
    "date_from_datetime_parsing": "a day such as 2026-01-31",
    "date_parsing": "a day such as 2026-01-31",
    "date_type": "a day such as 2026-01-31",
}


@dataclass(frozen=True, slots=True)
class Entry(Generic[R]):
    """A record together with the files that it comes from."""

    id: str
    """Its id."""
    record: R
    """The record itself."""
    files: tuple[LayerFile, ...]
    """Its files, lowest layer first."""

    @property
    def own(self) -> LayerFile:
        """The file that an editor should open: the one of the highest layer."""
        return self.files[-1]

    def problem(
        self, path: tuple[str | int, ...], rule: str, message: str, hint: str = ""
    ) -> Problem:
        """Make a problem that names the place of a field of this record."""
        return _problem(Places(list(self.files)), path, rule, message, hint)


def validate(
    found: dict[str, list[LayerFile]],
    kind: type[R],
    problems: list[Problem],
    hidden: set[str],
    lowest: Layer | None = None,
    gone: dict[str, set[str]] | None = None,
    remember: Remember = afresh,
) -> dict[str, Entry[R]]:
    """Read files and turn them into records of one kind.

    Args:
        found: The files of each id.
        kind: The kind of record.
        problems: What is wrong is added here; a file with a mistake is left out.
        hidden: Ids of records that an own layer leaves out are added here.
        lowest: The layer below which nothing lies; None: it does not matter.
        gone: What the starter's records say about entries of lists that an own layer leaves out:
            entries by the field that names them.
        remember: Gives a record again if its files hold what they held.
    """
    entries = {}
    for record_id, named in found.items():
        data: list[bytes | None] = []
        inputs = partial(_inputs, named, data, kind, gone or {})
        try:
            entry = remember(inputs, partial(_entry, record_id, named, data, kind, gone or {}))
        except _FlawedError as flawed:
            problems += flawed.problems
            error, files = flawed.error, flawed.files
            if flawed.is_hidden:
                hidden.add(record_id)
            elif error and lowest and files[0].layer is not lowest and _is_no_whole(error, kind):
                problems.append(_overrides_nothing(files[0], kind, found))
            elif error:
                problems.extend(_explain(error, kind, files))
            elif flawed.entry:
                entries[record_id] = flawed.entry
        else:
            entries[record_id] = entry
    return entries


class _FlawedError(Exception):
    """A record that no site shows as it is; it is told anew in every build."""

    def __init__(
        self,
        files: list[LayerFile],
        problems: list[Problem],
        *,
        entry: Entry[Any] | None = None,
        error: ValidationError | None = None,
        is_hidden: bool = False,
    ) -> None:
        super().__init__()
        self.files, self.problems, self.is_hidden = files, problems, is_hidden
        self.entry, self.error = entry, error


def _inputs(
    named: list[LayerFile],
    data: list[bytes | None],
    kind: type[Record],
    gone: dict[str, set[str]],
) -> Hashable:
    """Return all that a record is made from, and put what its files hold into `data`."""
    data[:] = map(_held, named)
    pruning = tuple((field, frozenset(names)) for field, names in gone.items())
    return kind, pruning, tuple(named), tuple(data)


def _held(file: LayerFile) -> bytes | None:
    # What cannot be read is read again, and told.
    with suppress(OSError):
        return file.data()
    return None


def _entry(
    record_id: str,
    named: list[LayerFile],
    data: list[bytes | None],
    kind: type[R],
    gone: dict[str, set[str]],
) -> Entry[R]:
    """Make a record, or raise what is wrong with it."""
    problems: list[Problem] = []
    held = zip(named, data or [None] * len(named), strict=True)
    trees = [(file, tree) for file, known in held if (tree := file.read(problems, known))]
    files = [file for file, _ in trees]
    if not trees:
        raise _FlawedError(files, problems)
    tree = merge([_pruned(file, root, gone) for file, root in trees])
    if _is_hidden(tree, files):
        raise _FlawedError(files, problems, is_hidden=True)
    try:
        record = kind.model_validate(plain_value(tree))
    except ValidationError as error:
        raise _FlawedError(files, problems, error=error) from error
    entry = Entry(record_id, record, tuple(files))
    if problems:
        raise _FlawedError(files, problems, entry=entry)
    return entry


def _pruned(file: LayerFile, root: yaml.MappingNode, gone: dict[str, set[str]]) -> yaml.MappingNode:
    return without(root, gone) if gone and file.layer.is_starter else root


def _is_hidden(tree: yaml.MappingNode, files: list[LayerFile]) -> bool:
    # Only an override can hide: in a single layer, deleting the file says the same better.
    if len(files) == 1:
        return False
    return hides(tree)


def _is_no_whole(error: ValidationError, kind: type[Record]) -> bool:
    """Tell whether a record lacks even its name, the first field that it needs."""
    name = next(field for field, info in kind.model_fields.items() if info.is_required())
    return any(one["type"] == "missing" and one["loc"] == (name,) for one in error.errors())


def _overrides_nothing(
    file: LayerFile, kind: type[Record], found: dict[str, list[LayerFile]]
) -> Problem:
    stem = file.name.removesuffix(".yml")
    below = [key for key, files in found.items() if files[0].layer is not file.layer]
    needed = [field for field, info in kind.model_fields.items() if info.is_required()]
    needs = f"a {kind.__name__.lower()} of your own needs {', '.join(needed)}"
    hint = "; ".join(filter(None, (nearest(stem, below), needs)))
    message = f"no layer below has '{stem}', so there is nothing to override or hide"
    return Problem(file.shown, 1, 1, "overrides-nothing", "", message, hint, file.layer.name)


def _explain(
    error: ValidationError, kind: type[Record], files: list[LayerFile]
) -> Iterable[Problem]:
    places = Places(files)
    for path, rule, message, hint in faults(error, kind):
        if rule == "missing-field" and len(path) == 1:
            yield _missing(files, places, str(path[0]), kind)
        else:
            yield _problem(places, path, rule, message, hint)


def faults(
    error: ValidationError, kind: type[Record]
) -> Iterable[tuple[tuple[str | int, ...], str, str, str]]:
    """Yield path, rule, message and hint of everything that pydantic finds wrong in a record."""
    details = error.errors(include_url=False)
    for detail in details:
        if detail["type"] == "too_short" and _holds_another(detail, details):
            continue  # Pydantic counts right entries only; the wrong ones are told themselves.
        # Pydantic marks an error in a mapping's key by a last step that is no field.
        path = tuple(step for step in detail["loc"] if step != "[key]")
        rule, message, hint = _words(detail, _record_at(kind, path[:-1]))
        # A validator of a whole list says which entry it means.
        yield path + tuple(detail.get("ctx", {}).get("at", ())), rule, message, hint


def _holds_another(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    path = detail["loc"]
    return any(len(one["loc"]) > len(path) and one["loc"][: len(path)] == path for one in details)


def _words(detail: ErrorDetails, owner: type[BaseModel] | None) -> tuple[str, str, str]:
    """Return rule, message and hint for one of pydantic's errors."""
    kind = detail["type"]
    context = detail.get("ctx", {})
    if kind == "missing":
        return "missing-field", "is required", "add it"
    if kind == "extra_forbidden":
        name = str(detail["loc"][-1])
        known = _fields(owner) if owner else {}
        hint = nearest(name, known) or f"known: {_first(known)}"
        hint = getattr(owner, "COMPUTED", {}).get(name, hint)
        return "unknown-field", f"not a field of {_called(owner)}", hint
    if kind in _EXPECTED:
        expected = _EXPECTED[kind]
        if kind == "string_type" and isinstance(detail["input"], dict):
            expected = "text, in quotes if it holds ': '"
        if kind == "tuple_type" and isinstance(detail["input"], dict):
            expected += "; {add: [...]} adds to the list of a lower layer"
        return "wrong-type", f"is {_shown(detail['input'])}", f"should be {expected}"
    if kind == "literal_error":
        choices = str(context["expected"])
        return "wrong-value", f"is {_shown(detail['input'])}", f"should be {choices}"
    if kind in ("string_too_short", "too_short"):
        least = context.get("min_length", 1)
        what = "is empty" if least == 1 else f"has fewer than {least} entries"
        return "wrong-value", what, _fill(detail, owner) if least == 1 else "add another"
    if kind == "too_long":
        most, count = context["max_length"], context["actual_length"]
        return "wrong-value", f"has {count} entries", f"use {most} or fewer"
    if kind == "string_too_long":
        most, length = context["max_length"], len(str(detail["input"]))
        return "wrong-value", f"has {length:,} characters", f"use {most} or fewer"
    if kind == "greater_than_equal":
        return "wrong-value", f"is less than {context['ge']:g}", f"use {context['ge']:g} or more"
    if kind == "less_than_equal":
        return "wrong-value", f"is more than {context['le']:g}", f"use {context['le']:g} or less"
    message = detail["msg"][0].lower() + detail["msg"][1:]
    return "wrong-value", message, str(context.get("hint", ""))


def _fields(record: type[BaseModel]) -> Mapping[str, FieldInfo]:
    return record.written_fields() if issubclass(record, Record) else record.model_fields


def _first(names: Iterable[str]) -> str:
    shown = list(names)
    return ", ".join(shown[:8]) + (" …" if len(shown) > 8 else "")


def _fill(detail: ErrorDetails, owner: type[BaseModel] | None) -> str:
    field = _fields(owner).get(str(detail["loc"][-1])) if owner else None
    return "fill it" if field and field.is_required() else "fill it or remove it"


def _called(record: type[BaseModel] | None) -> str:
    """Return a record's name with its article: `a role in stage`."""
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", record.__name__ if record else "Record").lower()
    return f"an {name}" if name[0] in "aeiou" else f"a {name}"


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a mapping"
    text = str(value)
    return f"'{text[:40]}…'" if len(text) > 40 else f"'{text}'"


def _record_at(kind: type[BaseModel], path: tuple[str | int, ...]) -> type[BaseModel] | None:
    """Find the record type that stands at a path, to name its fields."""
    current: Any = kind
    for step in path:
        if isinstance(current, type) and issubclass(current, BaseModel):
            fields = _fields(current)
            if str(step) not in fields:
                return None
            current = fields[str(step)].annotation
        else:
            # A list's items are its first type argument, a mapping's values its last.
            arguments = [arg for arg in get_args(current) if arg not in (Ellipsis, type(None))]
            if not arguments:
                return None
            current = arguments[-1]
    inner = [arg for arg in get_args(current) if isinstance(arg, type)]
    candidates = [current] if isinstance(current, type) else inner
    return next((c for c in candidates if issubclass(c, BaseModel)), None)


def _missing(files: list[LayerFile], places: Places, field: str, kind: type[Record]) -> Problem:
    """Say that a required field is missing."""
    file = files[-1]
    left_empty = next((key for key, _ in file.root.value if key.value == field), None)
    if left_empty:
        return _problem(places, (field,), "missing-field", f"{_called(kind)} needs it", "fill it")
    shown = (file.shown, 1, 1, "missing-field", field, f"{_called(kind)} needs it", "add it")
    return Problem(*shown, file.layer.name)


def _problem(
    places: Places, path: tuple[str | int, ...], rule: str, message: str, hint: str
) -> Problem:
    file, node, _ = places.find(path)
    mark = node.start_mark
    steps = (str(step + 1) if isinstance(step, int) else step for step in path)
    return Problem(
        file.shown,
        mark.line + 1,
        mark.column + 1,
        rule,
        ".".join(steps),
        message,
        hint,
        file.layer.name,
    )

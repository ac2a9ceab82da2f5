"""A table saved as CSV by a spreadsheet -> rows of fields, each with its column.

Spreadsheets part cells by semicolons where a comma is the decimal sign, and begin the file with an
invisible mark; both are taken as they come. A column is named by its field, `decision.who` for one
inside another, `metrics.1.value` for one of the first entry of a list.
"""

from __future__ import annotations

import csv
import io
import re
import types
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Union, get_args, get_origin

from unjargon.errors import Problem, nearest
from unjargon.model import Record

FieldPath = tuple[str | int, ...]
"""Where a field stands in a record; entries of lists count from 0."""
_DELIMITERS = ";,\t"
_PARTS = re.compile(r"\s*[|\n]\s*")
"""What parts the items of a list inside one cell."""


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a file."""

    shown: str
    """How problems name the file."""
    record: type[Record]
    """What a row holds."""
    columns: tuple[FieldPath, ...]
    """The field of each column; empty for a column without a name."""
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    """The rows that hold anything, each with its number in the spreadsheet."""

    def problem(
        self,
        row: int,
        cells: Mapping[FieldPath, int],
        path: FieldPath,
        rule: str,
        message: str,
        hint: str = "",
    ) -> Problem:
        """Say what is wrong in the cell of a field, or else in the nearest one beside it.

        Args:
            row: The row's number.
            cells: The column of each field of the row, from 0.
            path: The field.
            rule: The rule that is broken.
            message: What is wrong.
            hint: How to mend it.
        """
        column = 0
        for length in range(len(path), 0, -1):
            near = [place for one, place in cells.items() if one[:length] == path[:length]]
            if near:
                column = cells.get(path[:length], min(near))
                break
        return Problem(self.shown, row, column + 1, rule, _written(path), message, hint)


def read_table(
    data: bytes, shown: str, record: type[Record], more: Sequence[str], problems: list[Problem]
) -> Table | None:
    """Read a table, or return None and add to `problems` what is wrong with its header.

    Args:
        data: The file's bytes.
        shown: How problems name it.
        record: What a row holds.
        more: Columns that may stand beside its fields.
        problems: What is wrong is added here.
    """
    try:
        text = data.decode("utf-8-sig")
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except (UnicodeDecodeError, csv.Error):
        hint = "save it as CSV UTF-8"
        problems.append(Problem(shown, 1, 1, "encoding", "", "is no table in UTF-8", hint))
        return None
    before = len(problems)
    columns: list[FieldPath] = []
    for place, name in enumerate(lines[0] if lines else ()):
        path = _path(name)
        columns.append(path)
        if fault := _header_fault(path, columns, lines, record, more):
            problems.append(Problem(shown, 1, place + 1, *fault))
    rows = [
        (number, tuple(cell.strip() for cell in line))
        for number, line in enumerate(lines, start=1)
        if number > 1 and any(cell.strip() for cell in line)
    ]
    end = len(columns)
    for number, line in rows:
        if any(line[end:]):
            message = "the row has more cells than the header"
            hint = "put text that holds the separator into quotes"
            problems.append(Problem(shown, number, end + 1, "unknown-field", "", message, hint))
    return Table(shown, record, tuple(columns), tuple(rows)) if len(problems) == before else None


def _delimiter(text: str) -> str:
    """Return the sign that parts cells: the one that parts most of the header."""
    header = re.sub(r'"[^"]*"', "", text).partition("\n")[0]
    return max(_DELIMITERS, key=header.count)


def _path(name: str) -> FieldPath:
    """Read a column's name: `Owner role`, `decision.who`, `metrics.1.value`."""
    steps = re.sub(r"\s+", "_", name.strip().lower()).split(".")
    return tuple(int(step) - 1 if step.isdigit() else step for step in steps if step)


def _written(path: FieldPath) -> str:
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


def _header_fault(
    path: FieldPath,
    columns: Sequence[FieldPath],
    lines: Sequence[Sequence[str]],
    record: type[Record],
    more: Sequence[str],
) -> tuple[str, str, str, str] | None:
    """Return rule, field, message and hint of a column's name; None when it can be used."""
    name, place = _written(path), len(columns) - 1
    if not path:
        filled = any(line[place].strip() for line in lines[1:] if len(line) > place)
        hint = "write the name of a field into the first row"
        return ("missing-field", "", "the column has no name", hint) if filled else None
    if path in columns[:-1]:
        return "duplicate-key", name, "a second column of this name", "keep one of them"
    if name not in more and type_at(record, path) is None:
        known = [*more, *record.written_fields()]
        hint = nearest(str(path[0]), known) if path[0] not in known else ""
        hint = hint or "for a field inside another, write decision.who or metrics.1.value"
        return "unknown-field", name, f"not a field of a {record.__name__.lower()}", hint
    return None


def type_at(kind: Any, path: FieldPath) -> Any:
    """Return the type that stands at a path of a record; None where there is nothing."""
    for step in path:
        kind = _plain(kind)
        if isinstance(kind, type) and issubclass(kind, Record):
            field = kind.written_fields().get(str(step))
            kind = field.annotation if field else None
        elif get_origin(kind) is tuple and isinstance(step, int) and step >= 0:
            kind = get_args(kind)[0]
        elif get_origin(kind) is dict:
            kind = get_args(kind)[1]
        else:
            return None
    return _plain(kind)


def _plain(kind: Any) -> Any:
    """Return a type without what may be absent, and without its checks."""
    while get_origin(kind) in (Annotated, Union, types.UnionType):
        kind = next(one for one in get_args(kind) if one is not type(None))
    return kind


def fields_of(table: Table, texts: Sequence[str]) -> tuple[dict[str, object], dict[FieldPath, int]]:
    """Return the fields of one row as a YAML file would hold them, and the column of each."""
    tree: dict[str | int, Any] = {}
    cells: dict[FieldPath, int] = {}
    for column, (path, text) in enumerate(zip(table.columns, texts, strict=False)):
        if not path or not text:
            continue
        place = tree
        for step in path[:-1]:
            place = place.setdefault(step, {})
        kind = type_at(table.record, path)
        place[path[-1]] = _PARTS.split(text) if get_origin(kind) is tuple else text
        cells[path] = column
    moved: dict[FieldPath, int] = {}
    fields = {key: _listed(value, (key,), (key,), cells, moved) for key, value in tree.items()}
    return {str(key): value for key, value in fields.items()}, moved


def _listed(
    tree: Any,
    old: FieldPath,
    new: FieldPath,
    cells: Mapping[FieldPath, int],
    moved: dict[FieldPath, int],
) -> Any:
    """Turn mappings of numbers into lists without gaps, and let the cells' paths follow."""
    if not isinstance(tree, dict):
        moved[new] = cells[old]
        return tree
    if not all(isinstance(step, int) for step in tree):
        return {
            step: _listed(value, (*old, step), (*new, step), cells, moved)
            for step, value in tree.items()
        }
    return [
        _listed(tree[step], (*old, step), (*new, place), cells, moved)
        for place, step in enumerate(sorted(tree))
    ]

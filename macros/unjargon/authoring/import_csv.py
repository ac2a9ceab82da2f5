"""Projects from a spreadsheet: a table saved as CSV -> one YAML file a row.

Nothing is written until every cell is right: half an import is harder to mend than none. Problems
name the row and the column as the spreadsheet counts them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import yaml
from pydantic import ValidationError

from unjargon.authoring.sources import RefusalError, projects_layer
from unjargon.authoring.table import FieldPath, Table, fields_of, read_table
from unjargon.errors import Problem
from unjargon.load import PAGES_BESIDE_PROJECTS, Entry, LayerFile, load
from unjargon.load.layers import better_id, name_fault
from unjargon.load.records import faults
from unjargon.load.strict import read_yaml
from unjargon.model import Project
from unjargon.references import find_problems
from unjargon.site import Settings, find_folders

ID = "id"
"""The column that names a row's file; without it, the name does."""


@dataclass(frozen=True, slots=True)
class Row(Entry[Project]):
    """A project together with the cells that it comes from."""

    table: Table
    """The table."""
    number: int
    """Its row."""
    cells: Mapping[FieldPath, int]
    """The column of each field."""

    def problem(self, path: FieldPath, rule: str, message: str, hint: str = "") -> Problem:
        """Make a problem that names the cell of a field."""
        return self.table.problem(self.number, self.cells, path, rule, message, hint)


def import_csv(settings: Settings, data: bytes, shown: str) -> dict[LayerFile, bytes]:
    """Return the file of each project in a table.

    Args:
        settings: The site's configuration.
        data: The table.
        shown: How problems name it.

    Raises:
        RefusalError: If any cell is wrong, or a file is there already.
    """
    problems: list[Problem] = []
    folders = find_folders(settings, problems)
    table = read_table(data, shown, Project, (ID,), problems)
    if table is None:
        raise RefusalError("nothing was written", problems)
    layer = projects_layer(settings, folders)
    rows: dict[str, Row] = {}
    files: dict[LayerFile, bytes] = {}
    for number, texts in table.rows:
        fields, cells = fields_of(table, texts)
        key = str(fields.pop(ID, "") or better_id(str(fields.get("name", ""))))
        file = LayerFile(layer, f"{key}.yml")
        if fault := _fault(key, file, files):
            problems.append(table.problem(number, cells, (ID,), "file-name", *fault))
        files[file] = _dumped(fields)
        if told := _unreadable(files[file]):
            problems.append(table.problem(number, cells, (), *told))
        try:
            record = Project.model_validate(fields)
        except ValidationError as error:
            found = faults(error, Project)
            problems += [table.problem(number, cells, *one) for one in found]
        else:
            rows[key] = Row(key, record, (file,), table, number, cells)
    loaded = load(folders)
    whole = replace(loaded, projects={**loaded.projects, **rows})
    problems += [one for one in find_problems(whole, settings.language) if one.path == shown]
    if problems:
        raise RefusalError("nothing was written", problems)
    if not files:
        raise RefusalError(f"{shown}: the table has no row below its header (add one)")
    return files


def _fault(key: str, file: LayerFile, files: Mapping[LayerFile, bytes]) -> tuple[str, str] | None:
    """Say why a file cannot be written, and what to do; None when it can."""
    if hint := name_fault(file.path.name, nested="/" in key, taken=PAGES_BESIDE_PROJECTS):
        return f"'{key}' is no id", hint
    if file in files:
        return f"'{key}' stands in an earlier row", "give one of them another id"
    if file.path.exists():
        return f"{file.shown} exists already", "take the row out, or give it another id"
    return None


def _unreadable(data: bytes) -> tuple[str, str, str] | None:
    """Return rule, message and hint of what no YAML file may hold, such as control characters."""
    told: list[tuple[str, str, str]] = []
    read_yaml(data, lambda *fault: told.append((fault[2], fault[4], fault[5])))
    return told[0] if told else None


class _Dumper(yaml.SafeDumper):
    """Writes every text as it is: our loader turns none of them into something else."""

    yaml_implicit_resolvers = {}


_Dumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style="|" if "\n" in text else None
    ),
)


def _dumped(fields: Mapping[str, object]) -> bytes:
    order = [name for name in Project.written_fields() if name in fields]
    ordered = {name: fields[name] for name in order}
    text = yaml.dump(ordered, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
    return text.encode()

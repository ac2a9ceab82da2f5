"""Figures -> the table that people read and the JSON that programs read."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.figures import Figures
from bench.measure import NotMeasuredError
from bench.rows import PLAIN, Row
from bench.subjects import TOOLS, Subject
from bench.words import SEED

_PACKAGES = ("markdown", "mkdocs", "mkdocs-material", "pydantic", "pymdown-extensions", "pyyaml")


@dataclass(frozen=True, slots=True)
class Result:
    """One row, worked out."""

    id: str
    """The row's name."""
    what: str
    """What it compares."""
    limit: float | None
    """What it may be at most."""
    value: float | None
    """The figure that decides; None where it was not measured."""
    by: str
    """What the figure was measured by."""
    beside: float | None
    """The same by CPU time."""
    verdict: str
    """`within`, `over`, `report`, or `not measured: reason`."""


def work_out(row: Row, figures: Figures) -> Result:
    """Return a row's figures and verdict; CPU time decides where no instructions were counted."""
    values: dict[str, float] = {}
    reason = ""
    for kind in row.kinds:
        try:
            values[kind] = row.value(figures.cost(kind))
        except NotMeasuredError as error:
            reason = str(error)
    if not values:
        verdict = f"not measured: {reason}"
        return Result(row.id, row.what, row.limit, None, "", None, verdict)
    by = next(kind for kind in row.kinds if kind in values)
    value = values[by]
    verdict = "report" if row.limit is None else "within" if value <= row.limit else "over"
    return Result(row.id, row.what, row.limit, value, by, values.get("seconds"), verdict)


def table(results: Iterable[Result]) -> str:
    """Return the rows as a Markdown table."""
    lines = ["| row | what | at most | is | by | by CPU time | verdict |"]
    lines.append("| --- | --- | --: | --: | --- | --: | --- |")
    for result in results:
        unit = " MB" if result.by == "megabytes" else ""
        limit = "" if result.limit is None else f"{result.limit:g}{unit}"
        cells = (
            *(result.id, result.what, limit, _number(result.value, unit), result.by),
            *(_number(result.beside), result.verdict),
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def _number(value: float | None, unit: str = "") -> str:
    if value is None:
        return "–"
    return f"{value:,.0f}{unit}" if abs(value) >= 100 else f"{value:.3g}{unit}"


def tools_table(figures: Figures) -> str:
    """Return what each tool adds to a page, by size of the glossary, as a Markdown table."""
    lines = ["| tool | terms | adds to a page | CPU time | peak memory of the build |"]
    lines.append("| --- | --: | --: | --: | --: |")
    known = {subject for subject, _ in figures.seconds} | set(figures.failed)
    tools = [subject for subject in known if not subject.is_probe]
    for subject in sorted(tools, key=lambda one: (list(TOOLS).index(one.tool), one.size)):
        if subject in figures.failed:
            cells = [f"not measured: {figures.failed[subject]}", "", ""]
        else:
            cells = [
                _added(figures, subject, "instructions", 1, "M instructions"),
                _added(figures, subject, "seconds", 1000, "ms"),
                f"{figures.cost('megabytes')(subject):,.0f} MB",
            ]
        row = (TOOLS[subject.tool].title, f"{subject.size:,}" if subject.size else "–", *cells)
        lines.append(f"| {' | '.join(row)} |")
    return "\n".join(lines)


def _added(figures: Figures, subject: Subject, kind: str, factor: float, unit: str) -> str:
    cost = figures.cost(kind)
    try:
        value = cost(subject) if subject == PLAIN else cost(subject) - cost(PLAIN)
    except NotMeasuredError:
        return "–"
    return f"{'costs ' if subject == PLAIN else '+'}{value * factor:.1f} {unit}"


def machine() -> dict[str, Any]:
    """Return what the figures were measured on."""
    names = Path("/proc/cpuinfo")
    lines = names.read_text().splitlines() if names.exists() else []
    model = next((line.partition(": ")[2] for line in lines if "model name" in line), "")
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "processor": model or platform.machine(),
        "cores": os.cpu_count(),
        "python": platform.python_version(),
        "packages": {name: version(name) for name in _PACKAGES},
        "seed": SEED,
    }


def as_json(results: Iterable[Result], figures: Figures) -> dict[str, Any]:
    """Return everything for bench.json."""
    return {
        "machine": machine(),
        "rows": [asdict(result) for result in results],
        "not_measured": {subject.name: why for subject, why in figures.failed.items()},
        "figures": list(figures.raw()),
    }

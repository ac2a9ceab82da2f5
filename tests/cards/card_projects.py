"""Projects that go out as a card and come back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from sites import ROOT, write
from unjargon.authoring import Imported, Wishes, import_card
from unjargon.cards import CARDS, Card
from unjargon.catalog import Catalog
from unjargon.model import Project
from unjargon.site import Settings, Site

EXAMPLES: Catalog = Site(Settings(ROOT, ROOT / "docs")).catalog
MARKDOWN, JSON = CARDS
_MEASURED = sorted({one.type for project in EXAMPLES.projects.values() for one in project.metrics})
_WORD = "term: {}\nshort: S.\nplain: P.\n"
_STAGE = "title: T\nquestion: Q\nsummary: S\n"
MAPPED = {
    *("name", "summary", "example", "phase", "stage", "in_use", "last_check_in", "tags", "problem"),
    *("benefit", "scope", "how_it_works", "inputs", "output", "datasets", "metrics", "accountable"),
    *("limitations", "risks", "fairness", "monitoring", "maintenance", "stopped", "team"),
    *("owner_role", "contact", "links"),
}
"""The fields of a project that a model card holds."""
LOST = {MARKDOWN.name: set(), JSON.name: {"tags"}}
"""Those that one kind of card has no place for."""


def imported(folder: Path, card: Card, text: str) -> Imported:
    """Take a card into a site that knows the words and stages of this repository by name only."""
    if not (folder / "docs").exists():
        names = {key: EXAMPLES.terms[key].term for key in _MEASURED}
        write(folder, {f"glossary/{key}.yml": _WORD.format(name) for key, name in names.items()})
        write(folder, {f"docs/lifecycle/{key}.yml": _STAGE for key in EXAMPLES.stages})
    settings = Settings(folder, folder / "docs")
    return import_card(settings, text.encode(), card.name, Wishes(id="back"))


def record(data: bytes) -> Project:
    """Return the project of a file."""
    return Project.model_validate(yaml.load(data, yaml.BaseLoader))


def mapped(project: Project, card: Card) -> dict[str, Any]:
    """Return what a card holds of a project, plain texts on one line as readers see them."""
    fields = project.model_dump(include=MAPPED - LOST[card.name])
    if fields["output"]:
        del fields["output"]["example"]
    if fields["scope"] and not any(fields["scope"].values()):
        fields["scope"] = None
    prose = {"problem", "benefit", "how_it_works", "fairness", "monitoring", "maintenance"}
    prose |= {"stopped"}
    return {key: value if key in prose else _flat(value) for key, value in fields.items()}


def _flat(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, dict):
        return {key: _flat(inner) for key, inner in value.items()}
    return [_flat(inner) for inner in value] if isinstance(value, list | tuple) else value

"""Data that several projects rest on: told once, whoever names them.

Data of one name are the same data; capitals, accents and spaces make no difference. What one
project leaves out another may say, lists add up, and two answers to one question are a mistake:
readers see one entry, so one of the two would be lost without a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2s

from unjargon.forms import without_accents
from unjargon.model import Dataset, Project

FACTS = ("plain", "origin", "owner", "condition", "personal_data")
"""Questions that have one answer, whoever is asked."""
_LISTS = ("faults", "could_also")


@dataclass(frozen=True, slots=True)
class SharedDataset:
    """Data, and who rests on them."""

    record: Dataset
    """All that is said of them."""
    projects: tuple[str, ...]
    """Ids of the projects that name them."""
    anchor: str
    """Their place on the page about all data."""


def key_of(name: str) -> str:
    """Return what the names of the same data have in common."""
    return without_accents(" ".join(name.split())).casefold()


def facts(dataset: Dataset) -> Iterator[tuple[str, str | bool]]:
    """Yield field and answer of each question that is answered; `unknown` answers none."""
    for name in FACTS:
        answer = getattr(dataset, name)
        if answer not in (None, "unknown"):
            yield name, " ".join(answer.split()) if isinstance(answer, str) else answer


def shared(projects: dict[str, Project]) -> dict[str, SharedDataset]:
    """Return all data that projects name, by what their names have in common, in that order."""
    said: dict[str, list[tuple[str, Dataset]]] = {}
    for project_id, project in projects.items():
        for dataset in project.datasets:
            said.setdefault(key_of(dataset.name), []).append((project_id, dataset))
    return {
        key: SharedDataset(
            _together(dataset for _, dataset in said[key]),
            tuple(dict.fromkeys(project_id for project_id, _ in said[key])),
            _anchor(key),
        )
        for key in sorted(said)
    }


def _anchor(key: str) -> str:
    # It stays when other data come and go, and holds nothing of a text that anybody can write.
    return f"data-{blake2s(key.encode(), digest_size=5).hexdigest()}"


def _together(found: Iterable[Dataset]) -> Dataset:
    first, *others = found
    known = {name: getattr(first, name) for name in (*FACTS, *_LISTS)}
    for other in others:
        for name in FACTS:
            if known[name] in (None, "unknown") and getattr(other, name) is not None:
                known[name] = getattr(other, name)
        for name in _LISTS:
            known[name] = tuple(dict.fromkeys((*known[name], *getattr(other, name))))
    return first.model_copy(update=known)

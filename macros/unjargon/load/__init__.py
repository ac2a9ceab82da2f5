"""Folders of YAML -> all records of a site, and every problem of every file in one run."""

from __future__ import annotations

from dataclasses import dataclass

from unjargon.errors import Problem
from unjargon.load.layers import (
    Layer,
    LayerFile,
    Places,
    better_id,
    find_files,
    hidden_entries,
    place,
)
from unjargon.load.records import Entry, validate
from unjargon.model import Goals, Project, Stage, Term, Vocabulary

__all__ = ["Entry", "Folders", "Layer", "LayerFile", "Loaded", "Places", "load", "place"]

VOCABULARY = "_vocabulary.yml"
GOALS = "_goals.yml"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where each kind of record is written; lowest layer first."""

    glossary: tuple[Layer, ...]
    """Terms and the vocabulary."""
    lifecycle: tuple[Layer, ...] = ()
    """Stages."""
    projects: tuple[Layer, ...] = ()
    """Projects and the goals."""

    @property
    def all(self) -> tuple[Layer, ...]:
        """All layers of all kinds."""
        return (*self.glossary, *self.lifecycle, *self.projects)


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything that was read, right or wrong."""

    terms: dict[str, Entry[Term]]
    """Terms by id."""
    stages: dict[str, Entry[Stage]]
    """Stages by id."""
    projects: dict[str, Entry[Project]]
    """Projects by id."""
    goals: Entry[Goals] | None
    """What projects can serve; None when there is no file for it, or a broken one."""
    vocabulary: Entry[Vocabulary] | None
    """The lists to choose from; None when there is no file for them, or a broken one."""
    problems: tuple[Problem, ...]
    """What is wrong in single files."""
    broken: dict[str, frozenset[str]]
    """Ids whose file could not be used, by kind, so that nobody is told they do not exist."""
    hidden: frozenset[str]
    """Ids of starter records that an own layer leaves out."""
    has_lifecycle: bool
    """Whether the site has a life cycle that words can refer to."""


_PAGES_BESIDE_STAGES = ("analogies",)
_PAGES_BESIDE_PROJECTS = ("data", "roadmap", "scorecard")


def load(folders: Folders) -> Loaded:
    """Read and validate all files of all layers."""
    in_words: list[Problem] = []
    in_stages: list[Problem] = []
    in_projects: list[Problem] = []
    hidden: set[str] = set()
    words = find_files(folders.glossary, in_words, VOCABULARY)
    lists = words.pop(VOCABULARY, None)
    found_lists = validate({VOCABULARY: lists}, Vocabulary, in_words, set()) if lists else {}
    if folders.glossary and not words and not in_words:
        in_words.append(_nothing(folders.glossary))
    gone = _gone(hidden_entries(lists)) if lists else {}
    terms = validate(words, Term, in_words, hidden, _lowest(folders.glossary), gone)
    steps = find_files(folders.lifecycle, in_stages, taken=_PAGES_BESIDE_STAGES)
    stages = validate(steps, Stage, in_stages, hidden, _lowest(folders.lifecycle), gone)
    files = find_files(folders.projects, in_projects, GOALS, _PAGES_BESIDE_PROJECTS)
    aims = files.pop(GOALS, None)
    found_goals = validate({GOALS: aims}, Goals, in_projects, set()) if aims else {}
    projects = validate(files, Project, in_projects, hidden, _lowest(folders.projects))
    return Loaded(
        terms=terms,
        stages=stages,
        projects=projects,
        goals=found_goals.get(GOALS),
        vocabulary=found_lists.get(VOCABULARY),
        problems=(*in_words, *in_stages, *in_projects),
        broken={
            "term": _ids(in_words),
            "stage": _ids(in_stages),
            "project": _ids(in_projects),
        },
        hidden=frozenset(hidden),
        has_lifecycle=bool(folders.lifecycle),
    )


def _lowest(layers: tuple[Layer, ...]) -> Layer | None:
    return layers[0] if layers else None


def _gone(hidden: dict[str, set[str]]) -> dict[str, set[str]]:
    """Return entries that were left out by the fields of a record that name them."""
    named = {"topics": "topic", "domains": "analogies", "departments": "why_for"}
    return {field: hidden[name] for name, field in named.items() if hidden.get(name)}


def _ids(problems: list[Problem]) -> frozenset[str]:
    stems = (problem.path.rpartition("/")[2].rpartition(".")[0] for problem in problems)
    return frozenset(stem if stem.startswith("_") else better_id(stem) for stem in stems)


def _nothing(layers: tuple[Layer, ...]) -> Problem:
    places = ", ".join(f"{layer.shown}/" for layer in layers)
    first = layers[0].shown if layers else "glossary"
    message = f"no term in any layer (looked in {places})"
    return Problem(first, 1, 1, "no-terms", "", message, "add a file such as bias.yml")

"""Folders of YAML -> all records of a site, and every problem of every file in one run."""

from __future__ import annotations

from dataclasses import dataclass

from unjargon.errors import Problem
from unjargon.load.layers import Layer, LayerFile, read_layers
from unjargon.load.records import Entry, validate
from unjargon.model import Project, Stage, Term, Vocabulary

__all__ = ["Entry", "Folders", "Layer", "LayerFile", "Loaded", "load"]

VOCABULARY = "_vocabulary.yml"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where each kind of record is written; lowest layer first."""

    glossary: tuple[Layer, ...]
    """Terms and the vocabulary."""
    lifecycle: tuple[Layer, ...] = ()
    """Stages."""
    projects: tuple[Layer, ...] = ()
    """Projects."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything that was read, right or wrong."""

    terms: dict[str, Entry[Term]]
    """Terms by id."""
    stages: dict[str, Entry[Stage]]
    """Stages by id."""
    projects: dict[str, Entry[Project]]
    """Projects by id."""
    vocabulary: Entry[Vocabulary] | None
    """The lists to choose from; None when there is no file for them, or a broken one."""
    problems: tuple[Problem, ...]
    """What is wrong in single files."""
    broken: frozenset[str]
    """Ids whose file could not be used, so that nobody is told that they do not exist."""


def load(folders: Folders) -> Loaded:
    """Read and validate all files of all layers."""
    problems: list[Problem] = []
    words = read_layers(folders.glossary, problems, VOCABULARY)
    lists = words.pop(VOCABULARY, None)
    stages = read_layers(folders.lifecycle, problems)
    projects = read_layers(folders.projects, problems)
    found_lists = validate({VOCABULARY: lists}, Vocabulary, problems) if lists else {}
    if not words and not problems:
        problems.append(_nothing(folders.glossary))
    return Loaded(
        terms=validate(words, Term, problems),
        stages=validate(stages, Stage, problems),
        projects=validate(projects, Project, problems),
        vocabulary=found_lists.get(VOCABULARY),
        problems=tuple(problems),
        broken=frozenset(_stem(problem.path) for problem in problems),
    )


def _stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]


def _nothing(layers: tuple[Layer, ...]) -> Problem:
    places = ", ".join(f"{layer.shown}/" for layer in layers)
    first = layers[0].shown if layers else "glossary"
    message = f"no term in any layer (looked in {places})"
    return Problem(first, 1, 1, "no-terms", "", message, "add a file such as bias.yml")

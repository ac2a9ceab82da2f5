"""Folders of YAML -> all records of a site, and every problem of every file in one run."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

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
from unjargon.load.pages import find_titles
from unjargon.load.records import Entry, validate
from unjargon.model import (
    Further,
    Goals,
    LearningPath,
    Project,
    QuizQuestions,
    Session,
    Stage,
    Term,
    Vocabulary,
)
from unjargon.remember import Remember, Same, afresh
from unjargon.uncollected import uncollected

__all__ = ["Entry", "Folders", "Layer", "LayerFile", "Loaded", "Places", "load", "place"]

VOCABULARY = "_vocabulary.yml"
GOALS = "_goals.yml"
FURTHER = "further"
QUESTIONS = "questions"


@dataclass(frozen=True, slots=True)
class Folders:
    """Where each kind of record is written; lowest layer first."""

    glossary: tuple[Layer, ...]
    """Terms and the vocabulary."""
    lifecycle: tuple[Layer, ...] = ()
    """Stages."""
    projects: tuple[Layer, ...] = ()
    """Projects and the goals."""
    sessions: tuple[Layer, ...] = ()
    """Lunch-and-learns."""
    paths: tuple[Layer, ...] = ()
    """Learning paths."""
    learn: tuple[Layer, ...] = ()
    """Questions of the quiz, and works by others."""
    pages: Path | None = None
    """The site's Markdown files, which records can name; None: none."""

    @property
    def content(self) -> tuple[Layer, ...]:
        """All layers of all kinds."""
        base = (*self.glossary, *self.lifecycle, *self.projects)
        return (*base, *self.sessions, *self.paths, *self.learn)


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
    sessions: dict[str, Entry[Session]] = field(default_factory=dict)
    """Lunch-and-learns by id."""
    paths: dict[str, Entry[LearningPath]] = field(default_factory=dict)
    """Learning paths by id."""
    questions: Entry[QuizQuestions] | None = None
    """Hand-written questions of the quiz; None when there is no file for them."""
    further: Entry[Further] | None = None
    """Works by others; None when there is no file for them."""
    page_titles: dict[str, str] = field(default_factory=dict)
    """Titles of the Markdown pages that records name, by path; those that do not exist miss."""

    @property
    def key(self) -> Hashable:
        """A key of all that was read: equal if all records are the same ones as before."""
        several = (self.terms, self.stages, self.projects, self.sessions, self.paths)
        alone = (self.goals, self.vocabulary, self.questions, self.further)
        records = (*(entry for one in several for entry in one.values()), *alone)
        titles = tuple(self.page_titles.items())
        return Same(records), self.problems, self.hidden, self.has_lifecycle, titles


_PAGES_BESIDE_STAGES = ("analogies",)
PAGES_BESIDE_PROJECTS = ("data", "roadmap", "scorecard")
"""Pages of their section that no project can have the id of."""
_PAGES_BESIDE_SESSIONS = ("deck", "mine")


@uncollected()
def load(folders: Folders, remember: Remember = afresh) -> Loaded:
    """Read and validate all files of all layers; take what `remember` has of them."""
    read = partial(validate, remember=remember)
    in_words: list[Problem] = []
    in_stages: list[Problem] = []
    in_projects: list[Problem] = []
    hidden: set[str] = set()
    words = find_files(folders.glossary, in_words, VOCABULARY)
    lists = words.pop(VOCABULARY, None)
    found_lists = read({VOCABULARY: lists}, Vocabulary, in_words, set()) if lists else {}
    if folders.glossary and not words and not in_words:
        in_words.append(_nothing(folders.glossary))
    gone = _gone(hidden_entries(lists)) if lists else {}
    terms = read(words, Term, in_words, hidden, _lowest(folders.glossary), gone)
    steps = find_files(folders.lifecycle, in_stages, taken=_PAGES_BESIDE_STAGES)
    stages = read(steps, Stage, in_stages, hidden, _lowest(folders.lifecycle), gone)
    files = find_files(folders.projects, in_projects, GOALS, PAGES_BESIDE_PROJECTS)
    aims = files.pop(GOALS, None)
    found_goals = read({GOALS: aims}, Goals, in_projects, set()) if aims else {}
    projects = read(files, Project, in_projects, hidden, _lowest(folders.projects))
    in_lessons: list[Problem] = []
    in_learn: list[Problem] = []
    talks = find_files(folders.sessions, in_lessons, taken=_PAGES_BESIDE_SESSIONS)
    sessions = read(talks, Session, in_lessons, set())
    paths = read(find_files(folders.paths, in_lessons), LearningPath, in_lessons, set())
    beside = find_files(folders.learn, in_learn)
    asked = read(_only(QUESTIONS, beside), QuizQuestions, in_learn, set())
    works = read(_only(FURTHER, beside), Further, in_learn, set())
    named = {page for session in sessions.values() for page in session.record.guides}
    named |= {page for one in paths.values() for step in one.record.steps for page in step.guides}
    return Loaded(
        terms=terms,
        stages=stages,
        projects=projects,
        goals=found_goals.get(GOALS),
        vocabulary=found_lists.get(VOCABULARY),
        problems=(*in_words, *in_stages, *in_projects, *in_lessons, *in_learn),
        broken={
            "term": _ids(in_words),
            "stage": _ids(in_stages),
            "project": _ids(in_projects),
            "learn": _ids(in_learn),
        },
        hidden=frozenset(hidden),
        has_lifecycle=bool(folders.lifecycle),
        sessions=sessions,
        paths=paths,
        questions=asked.get(QUESTIONS),
        further=works.get(FURTHER),
        page_titles=find_titles(folders.pages, named),
    )


def _lowest(layers: tuple[Layer, ...]) -> Layer | None:
    return layers[0] if layers else None


def _gone(hidden: dict[str, set[str]]) -> dict[str, set[str]]:
    """Return entries that were left out by the fields of a record that name them."""
    named = {"topics": "topic", "domains": "analogies", "departments": "why_for"}
    return {field: hidden[name] for name, field in named.items() if hidden.get(name)}


def _only(name: str, found: dict[str, list[LayerFile]]) -> dict[str, list[LayerFile]]:
    return {name: found[name]} if name in found else {}


def _ids(problems: list[Problem]) -> frozenset[str]:
    stems = (problem.path.rpartition("/")[2].rpartition(".")[0] for problem in problems)
    return frozenset(stem if stem.startswith("_") else better_id(stem) for stem in stems)


def _nothing(layers: tuple[Layer, ...]) -> Problem:
    places = ", ".join(f"{layer.shown}/" for layer in layers)
    first = layers[0].shown if layers else "glossary"
    message = f"no term in any layer (looked in {places})"
    return Problem(first, 1, 1, "no-terms", "", message, "add a file such as bias.yml")

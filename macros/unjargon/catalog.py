"""All records of a site together: look-up by id and by name, and relations seen from both sides."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from unjargon.datasets import SharedDataset, key_of, shared
from unjargon.forms import forms, parse_form, without_accents
from unjargon.language import _
from unjargon.load import Entry, LayerFile, Loaded
from unjargon.model import (
    Choice,
    Dataset,
    Goal,
    LearningPath,
    Lesson,
    Project,
    QuizQuestion,
    Session,
    Stage,
    Term,
    Topic,
    Vocabulary,
    Work,
)

L = TypeVar("L", Session, LearningPath)


@dataclass(frozen=True, slots=True)
class News:
    """Something new about a word on one day."""

    term: str
    """Id of the term."""
    what: str
    """What changed; empty: somebody read the entry again."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a term stands among the terms of its topic."""

    number: int
    """Its number, from 1."""
    count: int
    """How many there are."""
    previous: str | None
    """The term before it; None before the first."""
    next: str | None
    """The term after it; None after the last."""


@dataclass(frozen=True)
class Catalog:
    """The records that a site shows. Build one with `catalog_of`."""

    terms: dict[str, Term]
    """Terms by id, in the order of their headwords."""
    stages: dict[str, Stage]
    """Stages by id, in the order of the loop."""
    projects: dict[str, Project]
    """Projects by id, in the order of their names."""
    vocabulary: Vocabulary
    """The lists to choose from."""
    files: dict[tuple[str, str], LayerFile]
    """The file that an editor opens for a record, by kind and id: `("term", "bias")`."""
    language: str
    """Language of the site's text, as in `en` or `de-AT`."""
    goals: dict[str, Goal] = field(default_factory=dict)
    """Business goals by id, in the order of their file."""
    sessions: dict[str, Session] = field(default_factory=dict)
    """Lunch-and-learns by id, the shortest first."""
    paths: dict[str, LearningPath] = field(default_factory=dict)
    """Learning paths by id, the shortest first."""
    questions: tuple[QuizQuestion, ...] = ()
    """Hand-written questions of the quiz."""
    works: dict[str, Work] = field(default_factory=dict)
    """Works by others by id, in the order of their file."""
    page_titles: dict[str, str] = field(default_factory=dict)
    """Titles of the Markdown pages that records name, by path."""

    @cached_property
    def _by_form(self) -> dict[tuple[str, ...], str]:
        return {
            keys: term_id for term_id, written in reversed(self.written.items()) for keys in written
        }

    @cached_property
    def written(self) -> dict[str, frozenset[tuple[str, ...]]]:
        """All ways in which each term may be written, by its id, word by word."""
        return {
            key: frozenset(form.keys for form in forms(term, self.language))
            for key, term in self.terms.items()
        }

    @cached_property
    def name_parts(self) -> dict[str, frozenset[frozenset[str]]]:
        """The words of each name of each term, by its id, in no order."""
        return {key: frozenset(map(frozenset, names)) for key, names in self.written.items()}

    def find_term(self, name: str) -> str | None:
        """Return the id of the term that has this id, name or spelling."""
        if name in self.terms:
            return name
        form = parse_form(name)
        return self._by_form.get(form.keys) if form else None

    def topic(self, topic_id: str) -> Topic:
        """Return a topic; terms without one share `Other words`."""
        return self.vocabulary.topics.get(topic_id) or Topic(title=_("Other words"))

    def domain(self, domain_id: str) -> Choice:
        """Return an everyday domain of the vocabulary."""
        return self.vocabulary.domains[domain_id]

    def department(self, department_id: str) -> Choice:
        """Return a department of the vocabulary."""
        return self.vocabulary.departments[department_id]

    def by_letter(self) -> dict[str, list[str]]:
        """Return term ids by the first letter of their headword; digits share `0–9`."""
        groups: dict[str, list[str]] = {}
        for term_id, term in self.terms.items():
            first = next((char for char in term.term if char.isalnum()), "#")
            letter = "0–9" if first.isdigit() else without_accents(first).upper()
            groups.setdefault(letter, []).append(term_id)
        # `.NET` stands among the digits and belongs under N.
        return dict(sorted(groups.items()))

    def by_topic(self) -> dict[str, list[str]]:
        """Return the ids of each topic's terms, topics in the vocabulary's order."""
        order = [*self.vocabulary.topics, ""]
        return {topic: self._of_topic[topic] for topic in order if topic in self._of_topic}

    def of_topic(self, topic: str) -> list[str]:
        """Return the ids of a topic's terms; those of none for an empty one."""
        return self._of_topic.get(topic, [])

    @cached_property
    def _of_topic(self) -> dict[str, list[str]]:
        groups: dict[str, list[str]] = {}
        for key, term in self.terms.items():
            groups.setdefault(term.topic or "", []).append(key)
        return groups

    def place(self, term_id: str) -> Place:
        """Return where a term stands in its topic."""
        return self._places[term_id]

    @cached_property
    def _places(self) -> dict[str, Place]:
        return {
            key: Place(
                index + 1,
                len(terms),
                terms[index - 1] if index else None,
                terms[index + 1] if index + 1 < len(terms) else None,
            )
            for terms in self.by_topic().values()
            for index, key in enumerate(terms)
        }

    def related(self, term_id: str) -> list[str]:
        """Return related terms, whichever side states the relation."""
        stated = (*self.terms[term_id].related, *self._related_from.get(term_id, ()))
        return [key for key in dict.fromkeys(stated) if key != term_id]

    def also_related(self, term_id: str) -> list[str]:
        """Return related terms that a reader is not sent to for a closer relation."""
        term = self.terms[term_id]
        closer = {*term.learn_first, *self.leads_to(term_id), *term.broader}
        return [key for key in self.related(term_id) if key not in closer]

    def leads_to(self, term_id: str) -> list[str]:
        """Return the terms that a reader can understand once this one is known."""
        return self._needed_by.get(term_id, [])

    @cached_property
    def _related_from(self) -> dict[str, list[str]]:
        return _reversed({key: term.related for key, term in self.terms.items()})

    @cached_property
    def _needed_by(self) -> dict[str, list[str]]:
        return _reversed({key: term.learn_first for key, term in self.terms.items()})

    def news(self) -> dict[date, list[News]]:
        """Return what is new, the latest day first: changes of words, and readings without one."""
        found: dict[date, list[News]] = {}
        for key, term in self.terms.items():
            days = {change.date: change.what for change in term.changes}
            if term.reviewed:
                days.setdefault(term.reviewed, "")
            for day, what in days.items():
                found.setdefault(day, []).append(News(key, what))
        # What somebody wrote down comes before what was only read again.
        for entries in found.values():
            entries.sort(key=lambda one: (not one.what, _alphabetical(self.terms[one.term].term)))
        return dict(sorted(found.items(), reverse=True))

    def words_of_stage(self, stage_id: str) -> list[str]:
        """Return the terms that come up in a stage."""
        return [term_id for term_id, term in self.terms.items() if stage_id in term.stages]

    def roles(self) -> dict[str, dict[str, str]]:
        """Return what each role does, by role and stage, in the order in which they come in."""
        found: dict[str, dict[str, str]] = {}
        for stage_id, stage in self.stages.items():
            for part in stage.roles:
                found.setdefault(part.role, {})[stage_id] = part.does
        return found

    def works_about(self, kind: str, record_id: str) -> list[Work]:
        """Return the works by others that are tied to a term or a stage."""
        return self._works_about.get((kind, record_id), [])

    @cached_property
    def _works_about(self) -> dict[tuple[str, str], list[Work]]:
        found: dict[tuple[str, str], list[Work]] = {}
        for work in self.works.values():
            for kind, ids in (("term", work.terms), ("stage", work.stages)):
                for key in dict.fromkeys(ids):
                    found.setdefault((kind, key), []).append(work)
        return found

    def words_for(self, department_id: str) -> list[str]:
        """Return the terms that say why they matter to a department."""
        return [term_id for term_id, term in self.terms.items() if department_id in term.why_for]

    def spellings(self, term_id: str) -> list[str]:
        """Return how a term may be written besides its headword: other names, plurals, slips."""
        term = self.terms[term_id]
        written = {"".join(form.keys) for form in forms(term, self.language)}
        headword = parse_form(term.term)
        return sorted(written - {"".join(headword.keys) if headword else ""})

    def projects_in(self, stage_id: str) -> list[str]:
        """Return the projects that are in a stage now."""
        return [key for key, project in self.projects.items() if project.stage == stage_id]

    def measured_in(self, term_id: str) -> list[str]:
        """Return the projects that report a figure under this term."""
        return self._measured_in.get(term_id, [])

    @cached_property
    def _measured_in(self) -> dict[str, list[str]]:
        return _reversed(
            {
                key: tuple(dict.fromkeys(metric.type for metric in project.metrics))
                for key, project in self.projects.items()
            }
        )

    @cached_property
    def datasets(self) -> dict[str, SharedDataset]:
        """All data that projects name, each once, by what their names have in common."""
        return shared(self.projects)

    def described(self, dataset: Dataset) -> SharedDataset:
        """Return all that projects say of data of this one's name."""
        return self.datasets[key_of(dataset.name)]

    def serving(self, goal_id: str) -> list[str]:
        """Return the projects that serve a goal."""
        return [key for key, project in self.projects.items() if project.goal == goal_id]

    def number_of(self, stage_id: str) -> int:
        """Return the place of a stage in the loop, from 1."""
        return list(self.stages).index(stage_id) + 1

    def worlds(self) -> list[str]:
        """Return the domains that tell the life cycle, or some of it."""
        return [
            key
            for key in self.vocabulary.domains
            if any(key in stage.analogies for stage in self.stages.values())
        ]

    def beside(self, stage_id: str) -> tuple[str, str]:
        """Return the stages before and after one, around the loop."""
        order = list(self.stages)
        place = order.index(stage_id)
        return order[place - 1], order[(place + 1) % len(order)]

    def goes_back(self) -> list[tuple[str, str, str]]:
        """Return every way back: from which stage, to which, and when."""
        return [
            (key, back.stage, back.when)
            for key, stage in self.stages.items()
            for back in stage.loops_back_to
            if back.stage in self.stages and back.stage != key
        ]


def catalog_of(
    loaded: Loaded, *, language: str = "en", drafts: bool = False, confidential: bool = False
) -> Catalog:
    """Put the records that a site shows together.

    Args:
        loaded: What was read, free of problems (see `unjargon.references`).
        language: Language of the site's text.
        drafts: Whether terms in draft are shown, as in a preview.
        confidential: Whether projects and fields are shown that their authors keep inside.
    """
    if not confidential:
        loaded = without_confidential(loaded)
    terms = {
        entry.id: entry.record
        for entry in loaded.terms.values()
        if drafts or entry.record.status != "draft"
    }
    projects = {entry.id: entry.record for entry in loaded.projects.values()}
    vocabulary = loaded.vocabulary.record if loaded.vocabulary else Vocabulary()
    return Catalog(
        terms={
            key: _pruned(terms[key], terms, loaded.stages)
            for key in sorted(terms, key=lambda key: (_alphabetical(terms[key].term), key))
        },
        stages=loop_order(loaded.stages, vocabulary.first_stage),
        projects={
            key: projects[key]
            for key in sorted(projects, key=lambda key: (_alphabetical(projects[key].name), key))
        },
        vocabulary=vocabulary,
        files=_files(loaded),
        language=language,
        goals=loaded.goals.record.goals if loaded.goals else {},
        sessions=_shortest_first(loaded.sessions, terms, loaded.stages, projects),
        paths=_shortest_first(loaded.paths, terms, loaded.stages, projects),
        questions=tuple(one for one in _questions(loaded) if one.about in terms),
        works=loaded.further.record.works if loaded.further else {},
        page_titles=loaded.page_titles,
    )


def _questions(loaded: Loaded) -> tuple[QuizQuestion, ...]:
    return loaded.questions.record.questions if loaded.questions else ()


def _shortest_first(entries: Mapping[str, Entry[L]], *shown: Container[str]) -> dict[str, L]:
    """Return sessions or paths without what this site does not show of words, stages, projects."""
    found = {key: _shown_steps(entry.record, *shown) for key, entry in entries.items()}
    return dict(sorted(found.items(), key=lambda one: (one[1].minutes, one[1].title, one[0])))


def _shown_steps(record: L, *shown: Container[str]) -> L:
    steps = tuple(_shown_step(step, *shown) for step in record.steps)
    return record.model_copy(update={"steps": steps})


def _shown_step(step: Lesson, *shown: Container[str]) -> Lesson:
    named = zip(("terms", "stages", "projects"), shown, strict=True)
    kept = {name: tuple(key for key in getattr(step, name) if key in ids) for name, ids in named}
    return step.model_copy(update=kept)


def without_confidential(loaded: Loaded) -> Loaded:
    """Return what was read without the projects and fields that their authors keep inside.

    Everything that is published is made from what this returns, so that nothing else has to know.
    """
    kept = {key: entry for key, entry in loaded.projects.items() if not entry.record.confidential}
    return replace(
        loaded,
        projects={key: replace(entry, record=_open(entry.record)) for key, entry in kept.items()},
    )


def _open(project: Project) -> Project:
    fields = Project.written_fields()
    held = {name: fields[name].get_default(call_default_factory=True) for name in project.withhold}
    return project.model_copy(update=held) if held else project


def _alphabetical(name: str) -> str:
    return without_accents(name).casefold()


def _files(loaded: Loaded) -> dict[tuple[str, str], LayerFile]:
    return {
        **{("term", key): entry.own for key, entry in loaded.terms.items()},
        **{("stage", key): entry.own for key, entry in loaded.stages.items()},
        **{("project", key): entry.own for key, entry in loaded.projects.items()},
        **{("session", key): entry.own for key, entry in loaded.sessions.items()},
        **{("path", key): entry.own for key, entry in loaded.paths.items()},
    }


def loop_order(stages: dict[str, Entry[Stage]], first: str | None) -> dict[str, Stage]:
    """Return stages in the order of their loop, from `first` on.

    Where the loop does not close, what it reaches comes first and the rest follows by id.
    """
    follows = {entry.record.after: key for key, entry in stages.items()}
    order: dict[str, Stage] = {}
    key = first if first in stages else next(iter(stages), None)
    while key is not None and key not in order:
        order[key] = stages[key].record
        key = follows.get(key)
    return order | {key: entry.record for key, entry in stages.items() if key not in order}


def _reversed(relation: dict[str, tuple[str, ...]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for key, targets in relation.items():
        for target in targets:
            found.setdefault(target, []).append(key)
    return found


def _pruned(term: Term, shown: dict[str, Term], stages: Container[str]) -> Term:
    """Drop a term's references to drafts and hidden records, which are not shown."""

    def kept(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(key for key in ids if key in shown)

    references = {
        "broader": kept(term.broader),
        "related": kept(term.related),
        "learn_first": kept(term.learn_first),
        "stages": tuple(key for key in term.stages if key in stages),
        "confused_with": tuple(pair for pair in term.confused_with if pair.term in shown),
        "replaced_by": term.replaced_by if term.replaced_by in shown else None,
    }
    dropped = {name: ids for name, ids in references.items() if ids != getattr(term, name)}
    return term.model_copy(update=dropped) if dropped else term

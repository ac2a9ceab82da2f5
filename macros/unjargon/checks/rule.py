"""What an editorial rule is, and what it is given to look at."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial, wraps
from typing import Any, Literal

from unjargon.catalog import Catalog
from unjargon.checks.texts import MarkdownPage, Passage, Place, passages_of, source_of
from unjargon.errors import Problem
from unjargon.linking import Match, Matcher, matcher_of, words_of
from unjargon.load import Entry, Loaded
from unjargon.model import Project, Stage, Term
from unjargon.remember import Remember, Same, afresh

Level = Literal["error", "warning", "off"]
AnyEntry = Entry[Term] | Entry[Stage] | Entry[Project]


@dataclass(frozen=True)
class Content:
    """Everything that rules read."""

    loaded: Loaded
    """All records, with their files."""
    catalog: Catalog
    """The records that the site shows."""
    matcher: Matcher
    """The glossary, ready for finding words in text."""
    pages: tuple[MarkdownPage, ...]
    """The site's Markdown pages."""
    published: Mapping[str, Place]
    """Every id that was ever published, with its place in `_published.txt`."""
    as_of: date
    """The day on which the content is judged."""
    remember: Remember = afresh
    """Gives again what was made before from the same text."""

    @cached_property
    def entries(self) -> tuple[AnyEntry, ...]:
        """All terms, stages and projects."""
        found = self.loaded
        return (*found.terms.values(), *found.stages.values(), *found.projects.values())

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text of every record and page."""
        return passages_of(self.loaded, self.pages, self.remember)

    @cached_property
    def everything(self) -> Matcher:
        """The whole glossary, words that are linked by macro only included."""
        terms = {key: self._unbound(term) for key, term in self.catalog.terms.items()}
        return matcher_of(terms, self.catalog.language, self.remember)

    def words_in(self, text: str) -> list[Match]:
        """Return the words of the glossary in a text that may be linked there."""
        return self._found(self.matcher, text)

    def all_words_in(self, text: str) -> list[Match]:
        """Return the words of the whole glossary in a text; see `everything`."""
        return self._found(self.everything, text)

    def _found(self, matcher: Matcher, text: str) -> list[Match]:
        return self.remember(lambda: ("found", matcher, text), lambda: matcher.find(text))

    def _unbound(self, term: Term) -> Term:
        return self.remember(
            lambda: ("unbound", Same([term])),
            lambda: term.model_copy(update={"link": "auto", "only_in": (), "not_in": ()}),
        )

    @cached_property
    def known_words(self) -> frozenset[str]:
        """Words that a site's readers know, in lower case."""
        return frozenset(word.lower() for word in self.catalog.vocabulary.known_words)

    @property
    def sources(self) -> Iterator[tuple[str, str, str]]:
        """Path, layer and text of every content file."""
        lists: tuple[Entry[Any] | None, ...] = (self.loaded.vocabulary, self.loaded.goals)
        for entry in (*self.entries, *filter(None, lists)):
            for file in entry.files:
                yield file.shown, file.layer.name, source_of(file)
        for page in self.pages:
            yield page.shown, "", page.text

    def by_owner(self) -> dict[str, list[Passage]]:
        """Return passages by the file that they stand in."""
        groups: dict[str, list[Passage]] = {}
        for passage in self.passages:
            groups.setdefault(passage.owner.path, []).append(passage)
        return groups

    @cached_property
    def files(self) -> list[tuple[Hashable, list[Passage]]]:
        """Passages by file, each with a key of all that a rule may read of them and of words."""
        return [(self._key(passages), passages) for passages in self.by_owner().values()]

    def _key(self, passages: list[Passage]) -> Hashable:
        if self.remember is afresh:
            return None
        text = "\n\n".join(passage.text for passage in passages)
        words = self.remember(lambda: ("words", text), lambda: words_of(text))
        glossaries = self.matcher.part(words), self.everything.part(words)
        return Same(passages), *glossaries, self.known_words


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a rule does not like."""

    place: Place
    """Where it is."""
    message: str
    """What is wrong, in one line."""
    hint: str = ""
    """How to mend it."""
    level: Level | None = None
    """How bad it is, where that is less than the rule's own level."""


Options = Mapping[str, Any]
OfFile = Callable[[Content, list[Passage], Options], Iterator[Finding]]
"""Yields what breaks a rule in one file; it reads the file's passages, and words in them."""


def file_by_file(find: OfFile) -> Callable[[Content, Options], Iterator[Finding]]:
    """Make a rule that does not look again at a file in which nothing can have changed."""

    @wraps(find)
    def rule(content: Content, options: Options) -> Iterator[Finding]:
        def findings(passages: list[Passage]) -> tuple[Finding, ...]:
            return tuple(find(content, passages, options))

        for key, passages in content.files:
            whole = find.__name__, repr(options), key
            yield from content.remember(partial(_itself, whole), partial(findings, passages))

    return rule


def _itself(key: Hashable) -> Hashable:
    return key


@dataclass(frozen=True)
class Rule:
    """One editorial rule; an entry of the registry."""

    id: str
    """Its id, as documented and as used in waivers."""
    summary: str
    """What holds when it is kept, in one line."""
    find: Callable[[Content, Options], Iterator[Finding]]
    """Yields what breaks it."""
    level: Level = "error"
    """Whether a finding stops a build."""
    options: Options = field(default_factory=dict)
    """Its limits, which a site may change in mkdocs.yml."""
    english: bool = False
    """Whether it knows English only, and is not run on a site in another language."""
    needs: str = ""
    """A package that it cannot do without; it belongs to the extra `unjargon[editor]`."""

    def problems(self, content: Content) -> Iterator[Problem]:
        """Yield what breaks the rule as problems."""
        for finding in self.find(content, self.options):
            level = "warning" if self.level == "warning" else finding.level or self.level
            yield finding.place.problem(self.id, finding.message, finding.hint, level)

    def configured(self, level: Level | None, options: Options) -> Rule:
        """Return the rule as a site wants it."""
        return replace(self, level=level or self.level, options={**self.options, **options})

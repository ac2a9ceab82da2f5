"""The vocabulary: the lists that terms, stages and projects choose from."""

from __future__ import annotations

from unjargon.model.base import NOTHING, Id, Record, Text


class Choice(Record):
    """One entry of a list: a department or an everyday domain."""

    title: Text
    """Its name, as readers see it."""


class Topic(Choice):
    """What a group of terms is about."""

    summary: Text | None = None
    """What the topic holds, in one sentence."""


class Vocabulary(Record):
    """The lists of a site; the file `_vocabulary.yml` in `glossary/`."""

    topics: dict[Id, Topic] = NOTHING
    """What words are about, in the order in which readers see them."""
    domains: dict[Id, Choice] = NOTHING
    """Everyday worlds that analogies are taken from."""
    departments: dict[Id, Choice] = NOTHING
    """Where readers work."""
    core_words: tuple[Id, ...] = ()
    """Terms that a definition may lean on without counting as jargon."""
    known_words: tuple[Text, ...] = ()
    """Words and acronyms that your readers know, so that no rule asks you to explain them."""
    first_stage: Id | None = None
    """The stage that readers meet first, since a loop has no beginning; absent: first by id."""

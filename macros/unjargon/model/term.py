"""A term: one word of jargon and everything that a colleague may want to know about it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from unjargon.model.base import NOTHING, Day, FormerId, Id, Name, Prose, Record, Source, Text


class Analogy(Record):
    """A comparison with an everyday world that the reader knows."""

    story: Prose
    """The comparison, told as a short story."""
    maps: Annotated[dict[Text, Text], Field(min_length=2)]
    """What corresponds to what, the machine-learning side first; at least two pairs."""
    breaks_when: Prose
    """Where the comparison stops holding; without it an analogy teaches a mistake."""


class Misconception(Record):
    """Something that people often believe, and what is true instead."""

    claim: Text
    """The belief, as people say it."""
    reality: Prose
    """What is true."""


class Confusion(Record):
    """Another term that this one is mistaken for."""

    term: Id
    """Id of the other term."""
    difference: Prose
    """How to tell the two apart."""


class Change(Record):
    """Something that was changed in an entry."""

    date: Day
    """The day of the change."""
    what: Text
    """What changed, in one sentence."""


class Term(Record):
    """One word of jargon; one file in `glossary/`, whose name is its id."""

    term: Name
    """The headword, in the case that it has in running text: `overfitting`, `F1 score`, `LLM`."""
    expansion: Name | None = None
    """What an acronym stands for; absent for words that are no acronym."""
    aliases: tuple[Name, ...] = ()
    """Other names for the same thing: shown to readers and linked."""
    matches: tuple[Name, ...] = ()
    """Spellings and inflections that are linked and never shown: misspellings, verb forms."""
    not_in: tuple[Name, ...] = ()
    """Phrases in which the word is not linked: `role model`, `business model`."""
    case: Literal["auto", "exact", "any"] = "auto"
    """Whether capitals matter: `auto` for acronyms only, `exact` always, `any` never."""
    link: Literal["auto", "explicit", "never"] = "auto"
    """`auto` links it in every text, `explicit` only where an author asks by macro, `never` not."""
    only_in: tuple[Text, ...] = ()
    """Topics, stages or page patterns (`guides/*`) where it may be linked; absent: everywhere."""
    topic: Id | None = None
    """A topic from `_vocabulary.yml`; absent: listed under "Other words"."""
    level: Literal["essential", "useful", "deep"] = "useful"
    """Who needs it: everyone (`essential`), many (`useful`), the curious (`deep`)."""
    short: Text
    """Its meaning in at most two sentences of plain text: what the hover card shows."""
    plain: Prose
    """The definition in plain words."""
    why: Prose | None = None
    """Why a colleague should care."""
    why_for: dict[Id, Prose] = NOTHING
    """The same for one department each, by department id."""
    example: Prose | None = None
    """An example from ordinary work."""
    analogies: dict[Id, Analogy] = NOTHING
    """Comparisons by domain id (`kitchen`, `farming` …)."""
    misconceptions: tuple[Misconception, ...] = ()
    """What people get wrong about it."""
    confused_with: tuple[Confusion, ...] = ()
    """Terms that it is mistaken for."""
    ask: tuple[Text, ...] = ()
    """Questions worth putting to the ML team."""
    technical: Prose | None = None
    """The exact definition, for the curious."""
    broader: tuple[Id, ...] = ()
    """Terms of which this one is a kind or a part."""
    related: tuple[Id, ...] = ()
    """Terms to read next. Stated on one side, shown on both."""
    learn_first: tuple[Id, ...] = ()
    """Terms that are needed to understand this one."""
    stages: tuple[Id, ...] = ()
    """Life-cycle stages where the word comes up."""
    say: Text | None = None
    """How to pronounce it, where that is not obvious."""
    sources: tuple[Source, ...] = ()
    """Where the facts come from."""
    owner: Text | None = None
    """The team that keeps this entry right."""
    reviewed: Day | None = None
    """The day on which somebody last read it and found it right."""
    changes: tuple[Change, ...] = ()
    """What was changed and when; shown on the page "What is new"."""
    status: Literal["draft", "reviewed", "deprecated"] = "reviewed"
    """A `draft` is shown in previews and never published; a `deprecated` word names a successor."""
    replaced_by: Id | None = None
    """The term to use instead of a deprecated one."""
    formerly: tuple[FormerId, ...] = ()
    """Ids that this term had before, or that were merged into it; their addresses redirect."""
    waive: dict[Text, Text] = NOTHING
    """Editorial rules that this file need not keep: rule and reason."""
    hide: bool = False
    """In an own layer: leave this starter term out of the site."""

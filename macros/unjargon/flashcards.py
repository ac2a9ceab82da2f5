"""Flash cards: what stands on their two sides, for the browser and for Anki alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from unjargon.catalog import Catalog
from unjargon.language import _
from unjargon.prose import prose


@dataclass(frozen=True, slots=True)
class Card:
    """One flash card."""

    key: str
    """What tells it apart from all others, for as long as its word has its id: `drift meaning`."""
    term: str
    """Id of its term."""
    kind: str
    """`meaning`, `word`, `story` or `belief`."""
    front: str
    """The side that asks: one paragraph of HTML, without its tags."""
    back: str
    """The side that answers, HTML."""


def card_terms(catalog: Catalog) -> list[str]:
    """Return the terms that everyone should know, and those of learning paths."""
    taught = {term for path in catalog.paths.values() for step in path.steps for term in step.terms}
    return [
        key
        for key, term in catalog.terms.items()
        if (term.level == "essential" or key in taught) and term.status != "deprecated"
    ]


def cards(catalog: Catalog, terms: Iterable[str]) -> Iterator[Card]:
    """Yield all cards of some terms, term by term."""
    for key in terms:
        term = catalog.terms[key]
        name = f"<strong>{escape(term.term)}</strong>"
        if term.expansion:
            name += f" ({escape(term.expansion)})"
        ask = _("What is {word}?").format(word=name)
        yield Card(f"{key} meaning", key, "meaning", ask, _text(term.short))
        if not _holds(term.short, term.term):
            ask = _("Which word is this?") + f"<br>{escape(term.short)}"
            yield Card(f"{key} word", key, "word", ask, f"<p>{name}</p>")
        for domain, told in term.analogies.items():
            ask = _("Tell {word} as a story: {world}.")
            ask = ask.format(word=name, world=escape(catalog.domain(domain).title))
            stops = _("Where the comparison stops:")
            limits = f"<p><em>{stops}</em></p>{prose(told.breaks_when)}"
            yield Card(f"{key} story {domain}", key, "story", ask, prose(told.story) + limits)
        for number, myth in enumerate(term.misconceptions, 1):
            ask = _("“{claim}” What is wrong with that?").format(claim=escape(myth.claim))
            yield Card(f"{key} belief {number}", key, "belief", ask, prose(myth.reality))


def _text(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _holds(text: str, word: str) -> bool:
    return word.casefold() in text.casefold()

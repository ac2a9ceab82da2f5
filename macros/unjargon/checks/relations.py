"""Rules for how terms hang together: stated once, never in a circle, always within reach."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unjargon.checks.rule import Content, Finding, Options
from unjargon.checks.texts import place_of
from unjargon.model import Term

_NAMED_BY_MACRO = re.compile(r"\{\{[^}]*?[\"']([a-z0-9-]+)[\"']")


def references(content: Content, options: Options) -> Iterator[Finding]:  # noqa: ARG001
    """Relations are stated once and lead somewhere else; every term can be reached."""
    terms = {key: entry.record for key, entry in content.loaded.terms.items()}
    for key, entry in content.loaded.terms.items():
        for field in ("related", "broader", "learn_first"):
            for index, target in enumerate(getattr(entry.record, field)):
                place = place_of(entry, (field, index))
                if target == key:
                    yield Finding(place, "relates the term to itself", "remove it")
                elif field == "related" and target < key and _relates(terms, target, key):
                    message = f"'{target}' states this relation too"
                    hint = "one side is enough; remove it here"
                    yield Finding(place, message, hint, level="warning")
    yield from _circles(content, terms)
    reached = _reached(content, terms)
    for key, entry in content.loaded.terms.items():
        if key not in reached and entry.record.status != "deprecated":
            hint = "use the word in a text, or fill its related or stages"
            place = place_of(entry, ("term",))
            yield Finding(place, "nothing leads to this term", hint, level="warning")


def _relates(terms: dict[str, Term], key: str, other: str) -> bool:
    return key in terms and other in terms[key].related


def _circles(content: Content, terms: dict[str, Term]) -> Iterator[Finding]:
    """Report each circle in `learn_first` once, at its first term by id."""
    for key in sorted(terms):
        path = _way_back(key, terms)
        if path and key == min(path):
            way = " -> ".join((*path, key))
            place = place_of(content.loaded.terms[key], ("learn_first",))
            message = f"nobody can begin: {way}"
            yield Finding(place, message, "take one of these out of learn_first")


def _way_back(start: str, terms: dict[str, Term]) -> list[str]:
    """Return a shortest way from a term along `learn_first` back to itself; empty without one."""
    ways, seen = [[start]], {start}
    for way in ways:
        for target in terms[way[-1]].learn_first:
            if target == start:
                # A term that names itself is reported as that.
                return way if len(way) > 1 else []
            if target in terms and target not in seen:
                seen.add(target)
                ways.append([*way, target])
    return []


def _reached(content: Content, terms: dict[str, Term]) -> set[str]:
    """Return the terms that another term, a stage or a text leads to."""
    reached = {key for key, term in terms.items() if term.stages}
    for term in terms.values():
        reached.update((*term.related, *term.broader, *term.learn_first))
        reached.update(pair.term for pair in term.confused_with)
    # A relation is shown on both sides, so stating one is enough to be reached by it.
    reached.update(key for key, term in terms.items() if term.related or term.broader)
    for passage in content.passages:
        for match in content.words_in(passage.text):
            reached.update(key for key in match.terms if key != passage.owner.id)
    for page in content.pages:
        if page.for_readers:
            reached.update(_NAMED_BY_MACRO.findall(page.text))
    return reached


def freshness(content: Content, options: Options) -> Iterator[Finding]:
    """What was read long ago is read again."""
    for entry in content.loaded.terms.values():
        day = entry.record.reviewed
        if day is None:
            continue
        age = (content.as_of - day).days
        if age > options["days"]:
            message = f"was last reviewed {age} days ago"
            yield Finding(
                place_of(entry, ("reviewed",)), message, "read it again, then set it to today"
            )
        elif age < 0:
            message = f"was reviewed on {day}, which is not yet"
            yield Finding(
                place_of(entry, ("reviewed",)), message, "set it to the day of the last reading"
            )


def addresses(content: Content, options: Options) -> Iterator[Finding]:  # noqa: ARG001
    """An address that was ever published still leads somewhere."""
    terms = content.loaded.terms
    shown = {key for key, entry in terms.items() if entry.record.status != "draft"}
    former = {old for key in shown for old in terms[key].record.formerly}
    kept = {*shown, *former, *content.loaded.hidden, *content.loaded.broken["term"]}
    for key, place in content.published.items():
        if key not in kept:
            message = f"the published address /glossary/{key}/ is gone"
            hint = f"name '{key}' in formerly of the term that replaces it"
            if key in terms:
                message = f"the published address /glossary/{key}/ would go: '{key}' is a draft"
                hint = "set its status to reviewed or deprecated"
            yield Finding(place, message, hint)

"""Begin the file of a new term: a template with what can be guessed filled in.

A guess is only made where a wrong one is seen at once, in a field that the author reads anyway.
"""

from __future__ import annotations

import re
from datetime import date
from importlib.resources import files

from unjargon.authoring.changes import Changes
from unjargon.authoring.sheet import Sheet, as_yaml, flow_list
from unjargon.authoring.sources import RefusalError, Sources
from unjargon.contact import override
from unjargon.forms import (
    Form,
    fold,
    forms,
    inflect,
    is_acronym,
    parse_form,
    without_accents,
    words,
)
from unjargon.load.layers import better_id
from unjargon.load.strict import read_yaml
from unjargon.model import Vocabulary
from unjargon.site import STARTER

_TEMPLATE = "_template.yml"
_LEAST = b"term:\nshort: >-\nplain: |\n"
"""The template of a site that has none."""
_SMALL = {"a", "an", "and", "for", "in", "of", "on", "or", "the", "to", "with"}
"""Words that say nothing about a topic."""


def new_term(sources: Sources, name: str, as_of: date) -> tuple[Changes, str]:
    """Return the file that a new term begins with, and how it is called.

    Args:
        sources: The content to add it to.
        name: Its headword; what stands behind it in brackets is its other name.
        as_of: The day that the entry is dated.

    Raises:
        RefusalError: If the word is there already, or no id can be made of it.
    """
    head, other = _apart(name)
    term_id = id_of(head)
    for text in filter(None, (head, other)):
        _refuse_known(sources, text)
    sources.refuse_taken(term_id)

    values = {"term": as_yaml(head)}
    if " " in other and " " not in head and is_acronym(head):
        values["expansion"] = as_yaml(other)
    elif other:
        values["aliases"] = flow_list([other])
    if topic := _topic_of(sources, head):
        values["topic"] = as_yaml(topic)
    values |= {"reviewed": as_of.isoformat(), "status": "draft"}

    shown, template = _template(sources)
    faults: list[str] = []
    root = read_yaml(template, lambda *fault: faults.append(fault[4]))
    if root is None or faults:
        raise RefusalError(f"{shown}: is no template: {faults[0]} (mend it first)")
    sheet = Sheet(template, root, layered=False)
    for field, value in values.items():
        sheet.put(field, value, uncomment=True)
    changes = Changes(sources)
    changes.put(sources.own.folder / f"{term_id}.yml", sheet.data())
    return changes, sources.shown(term_id)


def new_override(sources: Sources, term_id: str) -> tuple[Changes, str]:
    """Return the file that says a lower layer's term anew, and how it is called.

    Args:
        sources: The content to add it to.
        term_id: The term's id.

    Raises:
        RefusalError: If there is no such term, or the own layer has it.
    """
    entry = sources.term(term_id)
    if entry.own.layer is sources.own:
        raise RefusalError(f"{entry.own.shown} exists already (change that file)")
    changes = Changes(sources)
    changes.put(sources.own.folder / f"{term_id}.yml", override(term_id, entry.record).encode())
    return changes, sources.shown(term_id)


def _apart(name: str) -> tuple[str, str]:
    """Take `LLM (large language model)` apart."""
    text = " ".join(name.split())
    found = re.fullmatch(r"(.+?) ?\(([^()]+)\)", text)
    return (found[1], found[2].strip()) if found else (text, "")


def id_of(head: str) -> str:
    """Return the id that a name makes, or refuse one of which none can be made."""
    if not re.search("[a-z0-9]", without_accents(head).lower()):
        hint = "copy another word's file, and name it with a-z, 0-9 and single hyphens"
        raise RefusalError(f"no id can be made of '{head}' ({hint})")
    return better_id(head)


def _refuse_known(sources: Sources, text: str) -> None:
    """Refuse a name that a term has, in whatever capitals."""
    form = parse_form(text)
    for entry in sources.loaded.terms.values():
        if form and _plain(form) in map(_plain, forms(entry.record, sources.settings.language)):
            hint = "add to that file, or choose another word"
            raise RefusalError(f"'{text}' is '{entry.id}' already, in {entry.own.shown} ({hint})")


def _plain(form: Form) -> tuple[str, tuple[str, ...], str]:
    return form.before, form.keys, form.after


def _topic_of(sources: Sources, head: str) -> str | None:
    """Guess a topic: one whose title shares a word, or the one of all terms that share a word."""
    shared = _stems(head)
    lists = sources.loaded.vocabulary.record if sources.loaded.vocabulary else Vocabulary()
    titled = {key for key, topic in lists.topics.items() if shared & _stems(topic.title)}
    terms = (entry.record for entry in sources.loaded.terms.values())
    used = {term.topic for term in terms if term.topic and shared & _stems(term.term)}
    return _only(titled) or _only(used)


def _only(found: set[str]) -> str | None:
    return next(iter(found)) if len(found) == 1 else None


def _stems(text: str) -> set[str]:
    """Return the words of a name that carry meaning, each in singular and plural."""
    found = {fold(word[0]) for word in words(text)} - _SMALL
    return found.union(*map(inflect, found))


def _template(sources: Sources) -> tuple[str, bytes]:
    """Return the template of the own layer, of the package, or the least one."""
    own = sources.own.folder / _TEMPLATE
    if own.is_file():
        return f"{sources.own.shown}/{_TEMPLATE}", own.read_bytes()
    return _TEMPLATE, packed_template()


def packed_template() -> bytes:
    """Return the template that the package brings; the least one in a checkout."""
    packed = files("unjargon") / STARTER / "glossary" / _TEMPLATE
    if not packed.is_file():
        return _LEAST
    # Its schema is named by a path inside the repository.
    lines = packed.read_bytes().splitlines(keepends=True)
    return b"".join(lines[1:] if b"$schema=" in lines[0] else lines)

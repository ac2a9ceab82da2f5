"""Make one term part of another: its names, its former ids, and every reference to it.

What the first says in its other fields is the author's to carry over: two definitions cannot be
joined by a program. All text that would stand nowhere any more is therefore handed back.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from unjargon.authoring.changes import Changes
from unjargon.authoring.rename import dotted, found_at, rewrite
from unjargon.authoring.sheet import Sheet
from unjargon.authoring.sources import RefusalError, Sources
from unjargon.authoring.uses import (
    PageFile,
    Use,
    analogies_in_page,
    read_pages,
    uses_in_records,
)
from unjargon.forms import forms, names, parse_form
from unjargon.load import Entry
from unjargon.load.strict import filled
from unjargon.model import Term

_CARRIED = {"term", "expansion", "aliases", "matches", "formerly"}
"""The fields that a merger takes over."""


def merge(sources: Sources, gone: str, kept: str) -> tuple[Changes, list[str]]:
    """Return what has to change so that the term `gone` becomes part of `kept`.

    Returns:
        The changes, and what would stand nowhere any more: lines of YAML, each field after the
        name of its file.

    Raises:
        RefusalError: If one of them is not there, or cannot be merged.
    """
    if gone == kept:
        raise RefusalError(f"'{gone}' cannot become part of itself (name two terms)")
    one, other = sources.own_term(gone), sources.term(kept)
    pages = read_pages(sources.settings)
    _refuse_loss(sources, one.record, other, pages, gone)
    changes = Changes(sources)
    unsaid = _unsaid(one, other)
    lost = [f"# {one.own.shown}", *unsaid] if unsaid else []

    _take_names(changes, sources, one, other)
    kept_uses = []
    for use in uses_in_records(sources.loaded, gone):
        if use.entry is one:
            continue
        if use.entry is other or _doubled(use, other):
            lost += _drop(changes, use, gone)
        else:
            kept_uses.append(use)
    rewrite(changes, kept_uses, gone, kept)
    changes.rewrite(pages, gone, kept)
    changes.put(one.own.path, None)
    changes.say(one.own.shown, "deleted")
    changes.check()
    return changes, lost


def _refuse_loss(
    sources: Sources, one: Term, other: Entry[Term], pages: Iterable[PageFile], gone: str
) -> None:
    """Refuse a merger after which an address or a page of the site would be broken."""
    if other.record.status == "draft" != one.status:
        why = f"'{other.id}' is a draft, so the address of '{gone}' would lead nowhere"
        raise RefusalError(f"{why} (take it out of draft first)")
    written = {form.keys for form in forms(one, sources.settings.language)}
    ids = {*sources.loaded.terms, *sources.loaded.stages}
    for page in pages:
        for line, name, domain in analogies_in_page(page):
            form = parse_form(name) if name not in ids else None
            meant = name == gone or (form is not None and form.keys in written)
            if meant and domain in set(one.analogies) - set(other.record.analogies):
                why = f"tells the analogy '{domain}' of '{gone}', which '{other.id}' has not"
                raise RefusalError(
                    f"{page.shown}:{line}: {why} (copy it to {other.own.shown} first)"
                )


def _take_names(changes: Changes, sources: Sources, one: Entry[Term], other: Entry[Term]) -> None:
    """Add the names and former ids of one term to another, in the own layer."""
    if other.own.layer is sources.own:
        sheet = changes.sheet(other.own, layered=len(other.files) > 1)
    else:
        sheet = changes.blank(sources.own.folder / f"{other.id}.yml")
    language = sources.settings.language
    known = forms(other.record, language)

    def unknown(texts: Iterable[str]) -> list[str]:
        found = []
        for text in texts:
            case = other.record.case
            spelled = forms(Term(term=text, short="-", plain="-", case=case), language)
            if not spelled <= known:
                known.update(spelled)
                found.append(text)
        return found

    added = {
        "aliases": unknown(names(one.record)),
        "matches": unknown(one.record.matches),
        "formerly": [one.id, *one.record.formerly],
    }
    for field, texts in added.items():
        if texts:
            sheet.extend(field, texts)
            changes.say(sources.shown(other.id), f"{field}: {', '.join(texts)} added")


def _doubled(use: Use, other: Entry[Term]) -> bool:
    """Tell whether the same is said already: in this list, or from the other side."""
    record, field = use.entry.record, use.path[0]
    if isinstance(record, Term) and field == "confused_with":
        return any(pair.term == other.id for pair in record.confused_with)
    return other.id in use.beside or (field == "related" and use.entry.id in other.record.related)


def _drop(changes: Changes, use: Use, gone: str) -> list[str]:
    """Take a reference out, and return the text that goes with it."""
    pair = use.path[0] == "confused_with"
    file, node = found_at(use, use.path[:2])
    sheet: Sheet = changes.sheet(file, layered=len(use.entry.files) > 1)
    sheet.remove(node)
    changes.say(file.shown, f"{dotted(use)}: {gone} removed", node.start_mark.line + 1)
    return [f"# {file.shown}", "confused_with:", sheet.source(node)] if pair else []


def _unsaid(one: Entry[Term], other: Entry[Term]) -> list[str]:
    """Return the fields of a term whose text another does not hold, as they are written."""
    sheet = Sheet(one.own.path.read_bytes(), one.own.root, layered=False)
    return [
        sheet.source(key)
        for key, _ in filled(one.own.root)
        if key.value not in _CARRIED
        and not _said(getattr(one.record, key.value), getattr(other.record, key.value), other.id)
    ]


def _said(value: Any, others: Any, other_id: str) -> bool:
    """Tell whether a field's value stands in another term's field of the same name."""
    if isinstance(value, tuple):
        return all(item in (*others, other_id) for item in value)
    if isinstance(value, dict):
        return all(others.get(key) == text for key, text in value.items())
    return bool(value in (others, other_id))

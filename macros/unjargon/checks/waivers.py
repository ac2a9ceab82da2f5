"""Exceptions: a file may say that a rule does not hold for it, and why; few files may."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Mapping

from unjargon.checks.rule import Content, Finding, Options
from unjargon.checks.texts import Place, place_of
from unjargon.errors import nearest

Waivers = dict[str, Mapping[str, str]]


def waivers_of(content: Content) -> Waivers:
    """Return the rules that each file does not keep, with the reasons, by the file's path."""
    found: Waivers = {entry.own.shown: entry.record.waive for entry in content.entries}
    found |= {page.shown: page.waive for page in content.pages}
    return {path: waived for path, waived in found.items() if waived}


def excused(content: Content) -> Waivers:
    """Return the same for every file of a record: an override's words excuse those below it."""
    found = waivers_of(content)
    for entry in content.entries:
        if entry.own.shown in found:
            found |= {file.shown: found[entry.own.shown] for file in entry.files}
    return found


def waivers(content: Content, options: Options, rules: Collection[str]) -> Iterator[Finding]:
    """Few files are excused, each from rules that exist, with a reason."""
    waived = waivers_of(content)
    most = math.ceil(options["share"] * (len(content.entries) + len(content.pages)))
    for count, path in enumerate(sorted(waived), start=1):
        for rule, reason in waived[path].items():
            place = _place(content, path, rule)
            if rule not in rules:
                hint = nearest(rule, rules) or f"known: {', '.join(rules)}"
                yield Finding(place, f"no rule '{rule}' to be excused from", hint)
            elif len(reason.split()) < options["reason"]:
                message = f"is excused from '{rule}' without a reason"
                yield Finding(place, message, f"say why, in at least {options['reason']} words")
        if count > most:
            files = "1 file" if most == 1 else f"{most} files"
            message = f"{files} may be excused from rules, and this is number {count}"
            yield Finding(_place(content, path), message, "mend it, or another one")


def _place(content: Content, path: str, *rule: str) -> Place:
    for entry in content.entries:
        if entry.own.shown == path:
            return place_of(entry, ("waive", *rule))
    return Place(path, 1, 1, "waive")

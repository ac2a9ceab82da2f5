"""Exceptions: a file may say that a rule does not hold for it, and why; few files may."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from unjargon.checks.rule import Content, Finding, Options
from unjargon.checks.texts import Place, place_of

Waivers = dict[str, Mapping[str, str]]


def waivers_of(content: Content) -> Waivers:
    """Return the rules that each file does not keep, with the reasons, by the file's path."""
    found: Waivers = {entry.own.shown: entry.record.waive for entry in content.entries}
    found |= {page.shown: page.waive for page in content.pages}
    return {path: waived for path, waived in found.items() if waived}


def waivers(content: Content, options: Options) -> Iterator[Finding]:
    """Few files are excused, each from rules that exist, with a reason."""
    waived = waivers_of(content)
    most = math.ceil(options["share"] * (len(content.entries) + len(content.pages)))
    for count, path in enumerate(sorted(waived), start=1):
        place = _place(content, path)
        for rule, reason in waived[path].items():
            if rule not in options["rules"]:
                yield Finding(
                    place, f"no rule '{rule}' to be excused from", "see the list of rules"
                )
            if len(reason.split()) < options["reason"]:
                message = f"is excused from '{rule}' without a reason"
                yield Finding(place, message, f"say why, in {options['reason']} words or more")
        if count > most:
            message = f"is the file number {count} with an exception"
            yield Finding(place, message, f"at most {most}; mend one of them")


def _place(content: Content, path: str) -> Place:
    for entry in content.entries:
        if entry.own.shown == path:
            return place_of(entry, ("waive",))
    return Place(path, 1, 1, "waive")

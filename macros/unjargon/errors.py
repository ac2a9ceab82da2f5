"""What is wrong in somebody's file, said in one line that also says how to mend it.

Problems are collected, never raised one by one: an author wants every mistake of every file
in one run. The single exception carries them all once nothing more can be learned.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One mistake in one file, in the order in which problems are sorted."""

    path: str
    """The file, relative to the folder of the configuration; `starter/…` for a starter file."""
    line: int
    """Line, from 1."""
    column: int
    """Column, from 1."""
    rule: str
    """The id of the rule that was broken, as documented for authors: `unknown-field`."""
    field: str
    """Dotted path of the field (`analogies.kitchen.maps`); empty when the whole file is meant."""
    message: str
    """What is wrong, in one line."""
    hint: str = ""
    """How to mend it, or the nearest right answer; empty when the message already says so."""
    layer: str = ""
    """The layer that the file belongs to: `starter`, or a folder as configured."""
    level: str = "error"
    """`error` stops a build; `warning` does not, except under `--strict`."""

    def __str__(self) -> str:
        subject = f"{self.field}: " if self.field else ""
        hint = f" ({self.hint})" if self.hint else ""
        place = f"{self.path}:{self.line}:{self.column}"
        return one_line(f"{place}: {self.rule}: {subject}{self.message}{hint}")


class ContentError(Exception):
    """Content that cannot be published; `problems` says why, sorted and without repeats."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def one_line(text: str) -> str:
    """Show line breaks and control characters as escapes, so that a problem stays one line."""
    return "".join(
        char if char.isprintable() else char.encode("unicode_escape").decode() for char in text
    )


def nearest(word: str, known: Iterable[str]) -> str:
    """Return `did you mean 'x'?` for the known word nearest to `word`, or an empty string."""
    matches = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"did you mean {matches[0]!r}?" if matches else ""

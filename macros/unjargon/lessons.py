"""What is wrong in the order of lessons: a word needed before it is taught, a title twice."""

from __future__ import annotations

from collections.abc import Iterator

from unjargon.errors import Problem
from unjargon.load import Entry, Loaded
from unjargon.model import LearningPath, Session


def find_lesson_problems(loaded: Loaded) -> Iterator[Problem]:
    """Yield every problem of paths and sessions that their single fields do not show."""
    for path in loaded.paths.values():
        yield from _too_early(path, loaded)
        yield from _titles_twice(path)
    for session in loaded.sessions.values():
        yield from _titles_twice(session)


def _too_early(path: Entry[LearningPath], loaded: Loaded) -> Iterator[Problem]:
    """A word comes after those that it builds on, unless readers are taken to know them."""
    taught = set(path.record.assumes)
    steps = path.record.steps
    later = {term: number for number, step in enumerate(steps, 1) for term in step.terms}
    for number, step in enumerate(steps):
        for index, term in enumerate(step.terms):
            known = loaded.terms.get(term)
            needed = known.record.learn_first if known else ()
            # A word that is unknown here, or hidden, is told elsewhere or cannot be taught.
            for first in (one for one in needed if one in loaded.terms and one not in taught):
                where = f"comes in step {later[first]}" if first in later else "is not taught"
                message = f"'{term}' needs '{first}', which {where}"
                hint = f"teach '{first}' before it, or list it in assumes"
                yield path.problem(("steps", number, "terms", index), "too-early", message, hint)
            taught.add(term)


def _titles_twice(entry: Entry[LearningPath] | Entry[Session]) -> Iterator[Problem]:
    """Progress is kept by a step's title, so that a new step before it changes nothing."""
    seen: dict[str, int] = {}
    for number, step in enumerate(entry.record.steps):
        first = seen.setdefault(" ".join(step.title.casefold().split()), number)
        if first != number:
            message = f"step {first + 1} has this title too"
            at = ("steps", number, "title")
            yield entry.problem(at, "same-name", message, "say how the two differ")

"""A catalog that takes note of what is read of it, so that what is made from it can be kept.

Whatever is made asks the catalog questions, and each one follows from the answers before. So where
all questions of last time have the same answers, the same would be made.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import Any, Protocol, TypeVar, cast

from pydantic import BaseModel

from unjargon.catalog import Catalog
from unjargon.remember import Remember, Same, afresh

T = TypeVar("T")
Question = tuple[Any, ...]
"""How something is asked, and of what: `("field", "terms", "bias", "short")`."""


class Part(Protocol):
    """Gives a result that is made from a catalog, perhaps one that was made before."""

    def __call__(self, name: Hashable, make: Callable[[], T]) -> T:
        """Return the result.

        Args:
            name: What tells it apart from all others.
            make: Makes it from the catalog, and from nothing else that can change.
        """
        ...


def at_once(name: Hashable, make: Callable[[], T]) -> T:  # noqa: ARG001
    """Make the result: nothing is kept."""
    return make()


_UNKNOWN = object()
_HOW: dict[str, Callable[..., Any]] = {
    "value": getattr,
    "call": lambda catalog, name, *given: getattr(catalog, name)(*given),
    "keys": lambda catalog, name: tuple(getattr(catalog, name)),
    "has": lambda catalog, name, key: key in getattr(catalog, name),
    "entry": lambda catalog, name, key: getattr(catalog, name)[key],
    "field": lambda catalog, name, key, field: getattr(getattr(catalog, name)[key], field),
}


class Observed:
    """Results that are made from a catalog, each kept until something changes that it has read.

    Args:
        catalog: The catalog.
        remember: Keeps the results.
        settings: What else they depend on, all of them.
    """

    def __init__(self, catalog: Catalog, remember: Remember, settings: Hashable) -> None:
        self._remember, self._settings = remember, settings
        self._watched = _Watched(catalog)
        self.catalog = catalog if remember is afresh else cast("Catalog", self._watched)
        """What results have to be made from."""

    def part(self, name: Hashable, make: Callable[[], T]) -> T:
        """Return a result, made now or before; see `Part`."""
        if self._remember is afresh:
            return make()
        kept = self._remember(lambda: ("read", name, self._settings), _Read)
        if not self._watched.answers_as(kept.answers):
            kept.version = object()

        def read() -> T:
            result, kept.answers = self._watched.noted(make)
            return result

        return self._remember(lambda: ("part", name, Same([kept.version])), read)


class _Read:
    """What was read for a result."""

    def __init__(self) -> None:
        self.version = object()
        self.answers: dict[Question, Any] = {}


class _Watched:
    """Stands for a catalog; notes what is asked while something is made."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._notes: dict[Question, Any] | None = None
        self._answers: dict[Question, Any] = {}

    def noted(self, make: Callable[[], T]) -> tuple[T, dict[Question, Any]]:
        """Return what is made, and all questions and answers on the way."""
        assert self._notes is None, "a part within a part"
        notes = self._notes = {}
        try:
            return make(), notes
        finally:
            self._notes = None

    def answers_as(self, before: Mapping[Question, Any]) -> bool:
        """Tell whether all questions have the answers that they had before."""
        for question, answer in before.items():
            now = self._answers.get(question, _UNKNOWN)
            if now is _UNKNOWN:
                now = self._answers[question] = self._answer(*question)
            if now is not answer and now != answer:
                return False
        return True

    def _answer(self, how: str, *asked: Any) -> Any:
        try:
            return _HOW[how](self._catalog, *asked)
        except (AttributeError, IndexError, KeyError, ValueError):
            return _UNKNOWN  # It was asked of something that is gone.

    def __getattr__(self, name: str) -> Any:
        value, notes = getattr(self._catalog, name), self._notes
        if notes is None:
            return value
        if isinstance(value, Mapping):
            return _Entries(name, value, notes)
        if callable(value):

            def call(*given: Any) -> Any:
                answer = notes["call", name, *given] = value(*given)
                return answer

            return call
        notes["value", name] = value
        return value


class _Entries(Mapping[str, Any]):
    """Stands for a mapping of the catalog."""

    def __init__(self, name: str, entries: Mapping[str, Any], notes: dict[Question, Any]) -> None:
        self._name, self._entries, self._notes = name, entries, notes

    def __getitem__(self, key: str) -> Any:
        if key not in self:
            raise KeyError(key)
        value = self._entries[key]
        if isinstance(value, BaseModel):
            return _Entry((self._name, key), value, self._notes)
        self._notes["entry", self._name, key] = value
        return value

    def __contains__(self, key: object) -> bool:
        found = self._notes["has", self._name, key] = key in self._entries
        return found

    def __iter__(self) -> Iterator[str]:
        keys = self._notes["keys", self._name] = tuple(self._entries)
        return iter(keys)

    def __len__(self) -> int:
        return len(tuple(iter(self)))


class _Entry:
    """Stands for a record of such a mapping."""

    __slots__ = ("_notes", "_place", "_record")

    def __init__(
        self, place: tuple[str, str], record: BaseModel, notes: dict[Question, Any]
    ) -> None:
        self._place, self._record, self._notes = place, record, notes

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._record, name)
        if callable(value):
            self._notes["entry", *self._place] = self._record  # It may read any field.
        else:
            self._notes["field", *self._place, name] = value
        return value

    def __iter__(self) -> Iterator[Any]:
        self._notes["entry", *self._place] = self._record
        return iter(self._record)

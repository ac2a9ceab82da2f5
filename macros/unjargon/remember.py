"""What a preview keeps from one build to the next: results, each under all that went into it.

Keys hold the inputs themselves and are compared whole, so a result is taken only where the same
inputs come again; what a build does not ask for is let go. Other builds keep nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

T = TypeVar("T")


class Remember(Protocol):
    """Gives the result of `make`, perhaps one that was made before under an equal key."""

    def __call__(self, key: Callable[[], Hashable], make: Callable[[], T]) -> T:
        """Return the result.

        Args:
            key: Gives all that the result depends on; not asked where nothing is kept.
            make: Makes the result. What it raises is passed on, and nothing is kept.
        """
        ...


def afresh(key: Callable[[], Hashable], make: Callable[[], T]) -> T:  # noqa: ARG001
    """Make the result: nothing is kept."""
    return make()


class AbandonedError(BaseException):
    """Nobody wants the work any more; no `except Exception` of a plugin may keep it going."""


class _Result:
    """A result, and what was asked for while it was made: both are needed equally long."""

    def __init__(self) -> None:
        self.made: Any = None
        self.parts: list[_Result] = []
        self.used = 0


def _never() -> bool:
    return False


class Memory:
    """Results of builds; one for each preview."""

    def __init__(self) -> None:
        self._results: dict[Hashable, _Result] = {}
        self._build = 1
        self._at_work: list[_Result] = []
        self._is_needless: Callable[[], bool] = _never

    @contextmanager
    def unless(self, is_needless: Callable[[], bool]) -> Iterator[None]:
        """Ask before each result whether all of it has become needless.

        What was made until then is kept. Raises `AbandonedError` when it has.
        """
        self._is_needless = is_needless
        try:
            yield
        finally:
            self._is_needless = _never

    def __call__(self, key: Callable[[], Hashable], make: Callable[[], T]) -> T:
        """Return a result, made now or before."""
        if self._is_needless():
            raise AbandonedError
        inputs = key()
        result = self._results.get(inputs)
        if result is None:
            result = _Result()
            self._at_work.append(result)
            try:
                result.made = make()
            finally:
                self._at_work.pop()
            self._results[inputs] = result
        self._use(result)
        if self._at_work:
            self._at_work[-1].parts.append(result)
        made: T = result.made
        return made

    def _use(self, result: _Result) -> None:
        if result.used < self._build:
            result.used = self._build
            for part in result.parts:
                self._use(part)

    def forget_unused(self) -> None:
        """Let go of what was not asked for since the last time; call it after a whole build."""
        self._results = {
            key: result for key, result in self._results.items() if result.used == self._build
        }
        self._build += 1


class Same:
    """Objects that are equal only to themselves, as a key: records hold what cannot be one."""

    def __init__(self, objects: Iterable[object]) -> None:
        self._objects = tuple(objects)  # Kept, so that no other object gets the id of one.
        self._ids = tuple(map(id, self._objects))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and self._ids == other._ids

    def __hash__(self) -> int:
        return hash(self._ids)

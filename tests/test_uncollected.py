"""The search for reference cycles goes on after it was put off, as it was."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from unjargon.uncollected import uncollected


@pytest.fixture
def as_it_was() -> Iterator[None]:
    """Leave the search as it was before the test."""
    was_on = gc.isenabled()
    yield
    (gc.enable if was_on else gc.disable)()


@pytest.mark.usefixtures("as_it_was")
@pytest.mark.parametrize("on", [True, False])
def test_the_search_is_put_off_and_left_as_it_was(on: bool) -> None:
    (gc.enable if on else gc.disable)()

    @uncollected()
    def fail() -> None:
        assert not gc.isenabled()
        raise LookupError

    for _ in range(2):
        with pytest.raises(LookupError):
            fail()
        assert gc.isenabled() is on

"""Many records are made without a look for reference cycles, since they form none.

Python looks at all objects again whenever a quarter has joined them: for a glossary, whose records
all stay, that is a tenth of the time of reading it. References are counted as ever.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Put off the search for cycles; as a decorator, while a function runs."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

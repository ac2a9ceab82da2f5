"""How many examples Hypothesis tries: few enough for every run, 2,000 under `make fuzz`."""

from __future__ import annotations

import os

from hypothesis import settings

_ASKED = int(os.environ.get("UNJARGON_EXAMPLES", "0"))


def examples(count: int) -> settings:
    """Return settings that try `count` examples, or as many as the environment asks for."""
    return settings(max_examples=max(count, _ASKED), deadline=None)

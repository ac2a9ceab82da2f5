"""A rule for what was left to somebody who knows: gaps that a command wrote into a file."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unjargon.checks.rule import Content, Finding, Options
from unjargon.checks.texts import Place

TO_FILL_IN = "To fill in"
"""How a text begins that a command has put where a record has to say something."""
_GAP = re.compile(rf"\b{TO_FILL_IN}: *(.*)")


def unfinished(content: Content, _: Options) -> Iterator[Finding]:
    """Nothing is left "to fill in" in a record."""
    for shown, layer, text in content.sources:
        if not shown.endswith(".yml"):
            continue
        for number, line in enumerate(text.splitlines(), start=1):
            if gap := _GAP.search(line):
                place = Place(shown, number, gap.start() + 1, layer=layer)
                what = gap[1].strip("'\".")
                yield Finding(place, "is left to fill in", f"say {what}" if what else "fill it")

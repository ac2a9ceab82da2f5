"""Options that are about to go: each works for one more minor version, and names its successor.

One table, so that whoever renames an option writes one line here, and the upgrade page another.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Deprecation:
    """How an option ends."""

    successor: str
    """The option that takes its value."""
    gone: str
    """The version in which it is no longer known."""


OPTIONS: dict[str, Deprecation] = {}
"""The deprecated options of the plugin by name; at present there is none."""


def with_successors(options: Mapping[str, Any]) -> tuple[dict[str, Any], list[tuple[str, str]]]:
    """Return options without the deprecated ones, and a warning for each of those.

    A successor that is written as well stays as it is.
    """
    kept = {name: value for name, value in options.items() if name not in OPTIONS}
    warnings = []
    for name in sorted(options.keys() & OPTIONS.keys()):
        successor, gone = OPTIONS[name].successor, OPTIONS[name].gone
        kept.setdefault(successor, options[name])
        warnings.append((name, f"is deprecated and goes in version {gone} (use '{successor}')"))
    return kept, warnings

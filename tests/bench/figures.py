"""All that was measured, and the cost per page that follows from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from bench.measure import NotMeasuredError
from bench.rows import Cost
from bench.subjects import Subject

Run = tuple[Subject, int]
"""A subject and its number of pages."""


@dataclass(slots=True)
class Figures:
    """Figures by subject and pages."""

    instructions: dict[Run, list[float]] = field(default_factory=dict)
    """Millions of instructions of one run; one figure, since it repeats itself."""
    seconds: dict[Run, list[float]] = field(default_factory=dict)
    """CPU time of each run."""
    megabytes: dict[Run, list[float]] = field(default_factory=dict)
    """Peak memory of each run."""
    failed: dict[Subject, str] = field(default_factory=dict)
    """Why a subject was not measured."""

    def cost(self, kind: str) -> Cost:
        """Return the function that gives a subject's cost.

        Args:
            kind: `instructions` (millions a page), `seconds` (a page), `megabytes` (of the build).
        """

        def cost(subject: Subject) -> float:
            if subject in self.failed:
                raise NotMeasuredError(self.failed[subject])
            found: dict[Run, list[float]] = getattr(self, kind)
            many = subject.many(counted=kind == "instructions")
            if (subject, many) not in found:
                raise NotMeasuredError("not asked for")
            if kind == "megabytes":
                return median(found[subject, many])
            few = subject.few
            return (median(found[subject, many]) - median(found[subject, few])) / (many - few)

        return cost

    def spread(self, subject: Subject) -> float:
        """Return how far the runs of a subject lie apart, as a share of their median."""
        runs = self.seconds[subject, subject.many(counted=False)]
        return (max(runs) - min(runs)) / median(runs)

    def raw(self) -> Iterator[dict[str, Any]]:
        """Yield every figure for bench.json."""
        for subject, pages in sorted(
            {*self.instructions, *self.seconds}, key=lambda run: (run[0].name, run[1])
        ):
            run = subject, pages
            yield {
                "subject": subject.name,
                "items": pages,
                "million_instructions": self.instructions.get(run),
                "cpu_seconds": self.seconds.get(run),
                "peak_megabytes": self.megabytes.get(run),
            }

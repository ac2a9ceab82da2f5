"""The headings and labels of a model card's text: one table for writing and for reading.

Headings are those of Hugging Face's template where it has one. What a project says beyond that
gets a heading of its own, so that nothing has to be hidden in fields that mean something else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Shape = Literal["prose", "text", "texts", "records", "facts", "links", "contact"]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of a model card, and the field of a project that stands below it."""

    title: str
    """The heading as it is written."""
    field: str
    """The project's field, `scope.for` for one inside another; for facts, the name of a table."""
    shape: Shape
    """How the field is written in Markdown."""
    also: tuple[str, ...] = ()
    """Headings under which other cards say the same."""


SECTIONS: tuple[Section, ...] = (
    Section("Model Details", "facts", "facts", also=("Details",)),
    Section("Model Description", "how_it_works", "prose", also=("Description", "How It Works")),
    Section("Problem", "problem", "prose", also=("Motivation",)),
    Section("Benefit", "benefit", "prose"),
    Section(
        *("Direct Use", "scope.for", "texts"),
        also=("Uses", "Intended Use", "Intended Uses", "Intended Uses and Limitations"),
    ),
    Section(
        *("Out-of-Scope Use", "scope.not_for", "texts"),
        also=("Out-of-Scope Uses", "Misuse and Out-of-Scope Use"),
    ),
    Section("Inputs", "inputs", "texts"),
    Section("Output", "output.what", "text"),
    Section(
        *("Bias, Risks, and Limitations", "limitations", "texts"),
        also=("Limitations", "Limitations and Bias", "Risks, Limitations and Biases"),
    ),
    Section("Risks", "risks", "records"),
    Section("Fairness", "fairness", "prose", also=("Bias",)),
    Section("Training Data", "datasets", "records"),
    Section("Evaluation", "metrics", "records"),
    Section("Monitoring", "monitoring", "prose"),
    Section("Maintenance", "maintenance", "prose"),
    Section("Why It Was Stopped", "stopped", "prose"),
    Section("Model Sources", "links", "links"),
    Section("Model Card Contact", "contact", "contact", also=("Contact",)),
)
"""Every heading, in the order in which a card is written."""

LABELS: dict[str, dict[str, str]] = {
    "facts": {
        "Developed by": "team",
        "Answered for by": "owner_role",
        "Phase": "phase",
        "Life-cycle stage": "stage",
        "In use": "in_use",
        "Users last asked on": "last_check_in",
        "Costs answered for by": "accountable",
        "Example data": "example",
    },
    "contact": {
        "Team": "name",
        "Address": "url",
    },
    "datasets": {
        "What they hold": "plain",
        "Where they come from": "origin",
        "Looked after by": "owner",
        "Condition": "condition",
        "Known fault": "faults",
        "Personal data": "personal_data",
        "Could also": "could_also",
    },
    "risks": {
        "Sign": "sign",
        "What is done about it": "mitigation",
    },
    "metrics": {
        "Cases": "segment",
        "Value": "value",
        "Unit": "unit",
        "In plain words": "plain",
        "The simple way": "baseline",
        "Target": "target",
        "Better": "better",
        "Measured on": "date",
    },
}
"""What each fact about a thing is called, and the field that it is."""

ALL_CASES = "All cases"
"""The name of the data behind a figure that holds for no segment alone."""


def plain_title(heading: str) -> str:
    """Return a heading without what differs from card to card: case, signs, `[optional]`."""
    words = re.findall(r"\w+", heading.casefold().replace("&", " and "))
    return " ".join(word for word in words if word != "optional")

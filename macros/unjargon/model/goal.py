"""Goals: what the business wants to reach, whoever works towards it."""

from __future__ import annotations

from unjargon.model.base import NOTHING, Id, Record, Text


class Goal(Record):
    """One business goal that projects can serve."""

    title: Text
    """The goal, as people name it: `Parcels arrive on the promised day`."""
    summary: Text | None = None
    """What it means and how one would know that it is reached, in plain text."""
    owner: Text | None = None
    """The role that answers for it."""


class Goals(Record):
    """The goals of a site; the file `_goals.yml` in `docs/projects/`."""

    goals: dict[Id, Goal] = NOTHING
    """The goals by id, in the order in which readers see them."""

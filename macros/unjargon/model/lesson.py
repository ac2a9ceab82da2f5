"""What learning paths and sessions share: steps that name words, stages, projects and guides."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from unjargon.model.base import Id, Name, Prose, Record, Text

MOST_STEPS = 60
"""More than anyone takes in one go; a file with more was made by mistake."""
Steps = Field(min_length=1, max_length=MOST_STEPS)
PageSource = Annotated[str, Field(min_length=1)]
"""The path of a Markdown file in the folder of pages: `guides/never-finished.md`."""


class Lesson(Record):
    """A step of a learning path or a session."""

    title: Name
    """Its name, unique in its path or session."""
    minutes: int = Field(ge=1, le=480)
    """How long it takes, in minutes."""
    terms: tuple[Id, ...] = ()
    """Words that are met in it, in this order."""
    stages: tuple[Id, ...] = ()
    """Stages of the life cycle that are shown."""
    projects: tuple[Id, ...] = ()
    """Projects that are shown."""


class Question(Record):
    """A question together with its answer."""

    ask: Text
    """The question."""
    answer: Prose
    """What is true."""

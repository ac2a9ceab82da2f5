"""What stands beside the words for those who learn: questions of a quiz, and works by others."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from unjargon.model.base import NOTHING, Id, Prose, Record, Text, WebAddress


class QuizQuestion(Record):
    """A question that somebody wrote for the quiz, beside those made from the records."""

    ask: Text
    """The question."""
    right: Text
    """The answer."""
    wrong: Annotated[tuple[Text, ...], Field(min_length=1, max_length=5)]
    """Answers that somebody could take for it."""
    because: Prose
    """Why the answer is right, shown afterwards."""
    about: Id
    """The term that it is about; quizzes of its topic, stages and paths ask it."""


class QuizQuestions(Record):
    """The hand-written questions of the quiz; the file `questions.yml` in `docs/learn/`."""

    questions: tuple[QuizQuestion, ...] = ()
    """The questions."""


class Work(Record):
    """A course, book, article or film by somebody else."""

    title: Text
    """Its title, exactly."""
    by: Text
    """Who made it."""
    kind: Literal["course", "book", "article", "film", "tool"]
    """What it is."""
    url: WebAddress | None = None
    """Its address; absent where nobody has checked it, as for most books."""
    year: int | None = Field(default=None, ge=1900, le=2100)
    """The year in which it came out."""
    length: Text
    """How long it takes: `6 hours`, `a weekend`."""
    cost: Literal["free", "paid", "partly free"]
    """What it costs: `partly free` where only a certificate has to be paid for."""
    audience: Text
    """Who it is for."""
    why: Text
    """What it is good for, in one honest sentence of our own."""
    terms: tuple[Id, ...] = ()
    """Words whose pages show it under "Learn more"."""
    stages: tuple[Id, ...] = ()
    """Stages whose pages show it under "Learn more"."""


class Further(Record):
    """Works by others, for further learning; the file `further.yml` in `docs/learn/`."""

    works: dict[Id, Work] = NOTHING
    """The works by id, in the order in which readers see them."""

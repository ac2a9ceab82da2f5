"""A stage of the life cycle: a step that every ML project passes, again and again."""

from __future__ import annotations

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from unjargon.model.base import NOTHING, Id, Prose, Record, Source, Text
from unjargon.model.term import Analogy


class RoleInStage(Record):
    """What one role does in a stage."""

    role: Text
    """The role, as people call it: `data engineer`."""
    does: Text
    """What it does here."""


class Decision(Record):
    """Something that has to be decided in a stage."""

    what: Text
    """The decision."""
    who: Text
    """The role that takes it."""


class Risk(Record):
    """Something that can go wrong."""

    name: Text
    """What goes wrong."""
    sign: Text
    """How one would notice."""
    mitigation: Text
    """What is done about it."""


class Range(Record):
    """A rough figure: a sentence for readers, and its bounds for charts."""

    plain: Text
    """The figure as a sentence."""
    low: float = Field(ge=0)
    """Lower bound, in the unit that the field names."""
    high: float = Field(ge=0)
    """Upper bound, in the same unit."""
    yearly: bool = False
    """Whether it comes again every year that the model is in use, and not once before that."""

    @model_validator(mode="after")
    def _low_is_lower(self) -> Range:
        if self.low > self.high:
            raise PydanticCustomError("range", "low is greater than high")
        return self


class LoopBack(Record):
    """An earlier stage that the work may return to."""

    stage: Id
    """Id of that stage."""
    when: Text
    """What has to happen for it."""


class Stage(Record):
    """One stage of the life cycle; one file in `docs/lifecycle/`, whose name is its id."""

    title: Text
    """Its name: `Evaluate`."""
    question: Text
    """Its plain name, a question: `Can we trust it?`."""
    summary: Text
    """What a colleague must know about it, in plain text."""
    goal: Text | None = None
    """What is there when the stage is done."""
    after: Id | None = None
    """The stage before it. All stages together form one loop."""
    happens: Prose | None = None
    """What happens here, in four or five sentences."""
    inputs: tuple[Text, ...] = ()
    """What goes in."""
    activities: tuple[Text, ...] = ()
    """What people do."""
    outputs: tuple[Text, ...] = ()
    """What comes out."""
    roles: tuple[RoleInStage, ...] = ()
    """Who does what."""
    decisions: tuple[Decision, ...] = ()
    """What is decided, and by whom."""
    ask: tuple[Text, ...] = ()
    """Questions that a colleague can ask."""
    risks: tuple[Risk, ...] = ()
    """What can go wrong."""
    quality_checks: tuple[Text, ...] = ()
    """How the work of this stage is checked."""
    duration: Range | None = None
    """How long it usually takes; bounds in weeks."""
    cost: Range | None = None
    """What it usually costs; bounds in person-days of work."""
    loops_back_to: tuple[LoopBack, ...] = ()
    """Earlier stages that the work may return to."""
    analogies: dict[Id, Analogy] = NOTHING
    """Comparisons by domain id (`kitchen`, `farming` …)."""
    crisp_phase: Text | None = None
    """The phase of CRISP-ML(Q) that it belongs to."""
    sources: tuple[Source, ...] = ()
    """Where the facts come from."""
    waive: dict[Text, Text] = NOTHING
    """Editorial rules that this file need not keep: rule and reason."""
    hide: bool = False
    """In an own layer: leave this starter stage out of the site."""

"""What a term, a stage, a project and a vocabulary *are*: frozen records without any I/O."""

from unjargon.model.base import Record, Source
from unjargon.model.goal import Goal, Goals
from unjargon.model.measure import Cases, Difficulty, Guardrail, Measured, Metric
from unjargon.model.project import (
    Alternative,
    Answer,
    Contact,
    Cost,
    Dataset,
    Dates,
    Deliverable,
    Gate,
    Gates,
    HumanDecision,
    Link,
    Output,
    Project,
    Scope,
    SimpleSolution,
    Value,
)
from unjargon.model.stage import Decision, LoopBack, Range, Risk, RoleInStage, Stage
from unjargon.model.term import Analogy, Change, Confusion, Misconception, Term
from unjargon.model.vocabulary import Choice, Topic, Vocabulary

__all__ = [
    "Alternative",
    "Analogy",
    "Answer",
    "Cases",
    "Change",
    "Choice",
    "Confusion",
    "Contact",
    "Cost",
    "Dataset",
    "Dates",
    "Decision",
    "Deliverable",
    "Difficulty",
    "Gate",
    "Gates",
    "Goal",
    "Goals",
    "Guardrail",
    "HumanDecision",
    "Link",
    "LoopBack",
    "Measured",
    "Metric",
    "Misconception",
    "Output",
    "Project",
    "Range",
    "Record",
    "Risk",
    "RoleInStage",
    "Scope",
    "SimpleSolution",
    "Source",
    "Stage",
    "Term",
    "Topic",
    "Value",
    "Vocabulary",
]

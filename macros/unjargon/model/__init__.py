"""What a term, a stage, a project and a vocabulary *are*: frozen records without any I/O."""

from unjargon.model.base import Record, Source
from unjargon.model.project import Contact, HumanDecision, Metric, Project, SimpleSolution
from unjargon.model.stage import Decision, LoopBack, Range, Risk, RoleInStage, Stage
from unjargon.model.term import Analogy, Change, Confusion, Misconception, Term
from unjargon.model.vocabulary import Choice, Topic, Vocabulary

__all__ = [
    "Analogy",
    "Change",
    "Choice",
    "Confusion",
    "Contact",
    "Decision",
    "HumanDecision",
    "LoopBack",
    "Metric",
    "Misconception",
    "Project",
    "Range",
    "Record",
    "Risk",
    "RoleInStage",
    "SimpleSolution",
    "Source",
    "Stage",
    "Term",
    "Topic",
    "Vocabulary",
]

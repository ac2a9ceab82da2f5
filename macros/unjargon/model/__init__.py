"""What a term, a stage, a project, a session … *are*: frozen records without any I/O."""

from unjargon.model.base import Record, Source
from unjargon.model.goal import Goal, Goals
from unjargon.model.learn import Further, QuizQuestion, QuizQuestions, Work
from unjargon.model.lesson import Lesson, Question
from unjargon.model.measure import Cases, Difficulty, Guardrail, Measured, Metric
from unjargon.model.parts import (
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
    Scope,
    SimpleSolution,
    Value,
)
from unjargon.model.path import LearningPath, PathStep
from unjargon.model.project import Project
from unjargon.model.session import Session, SessionStep
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
    "Further",
    "Gate",
    "Gates",
    "Goal",
    "Goals",
    "Guardrail",
    "HumanDecision",
    "LearningPath",
    "Lesson",
    "Link",
    "LoopBack",
    "Measured",
    "Metric",
    "Misconception",
    "Output",
    "PathStep",
    "Project",
    "Question",
    "QuizQuestion",
    "QuizQuestions",
    "Range",
    "Record",
    "Risk",
    "RoleInStage",
    "Scope",
    "Session",
    "SessionStep",
    "SimpleSolution",
    "Source",
    "Stage",
    "Term",
    "Topic",
    "Value",
    "Vocabulary",
    "Work",
]

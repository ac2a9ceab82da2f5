"""Every field, macro, argument, option, command and rule is documented; guides are short."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
import yaml

from sites import ROOT
from unjargon import model
from unjargon.cards import LABELS, SECTIONS
from unjargon.cli import main
from unjargon.configuration import UnjargonConfig
from unjargon.exports.glossary_csv import COLUMNS
from unjargon.exports.glossary_json import Entry, GlossaryFile
from unjargon.macros import NAMES, PageMacros

AUTHORS = ROOT / "docs" / "authors"
FIELDS = {
    "words.md": (model.Term, model.Analogy, model.Misconception, model.Confusion, model.Source),
    "stages.md": (
        *(model.Stage, model.RoleInStage, model.Decision, model.Risk, model.Range),
        *(model.LoopBack, model.Vocabulary, model.Topic, model.Choice),
    ),
    "lessons.md": (
        *(model.Session, model.SessionStep, model.LearningPath, model.PathStep, model.Question),
        *(model.QuizQuestions, model.QuizQuestion, model.Further, model.Work),
    ),
    "projects.md": (
        *(model.Project, model.Contact, model.HumanDecision, model.Gates, model.Gate),
        *(model.SimpleSolution, model.Alternative, model.Scope, model.Output, model.Dataset),
        *(model.Metric, model.Difficulty, model.Cases, model.Guardrail, model.Measured),
        *(model.Cost, model.Value, model.Risk, model.Deliverable, model.Dates, model.Change),
        *(model.Answer, model.Link, model.Goals, model.Goal),
    ),
}


def documented(page: str) -> set[str]:
    """Return the words that stand in code on a page."""
    text = (AUTHORS / page).read_text("utf-8")
    code = " ".join(re.findall(r"```.*?```|`[^`]+`", text, re.DOTALL))
    return {word.strip("-") for word in re.findall(r"[\w-]+", code)}


def expected() -> Iterator[tuple[str, set[str]]]:
    for page, kinds in FIELDS.items():
        for kind in kinds:
            assert issubclass(kind, model.Record)
            yield page, set(kind.written_fields())
    for name in NAMES:
        arguments = set(inspect.signature(getattr(PageMacros, name)).parameters) - {"self"}
        yield "macros.md", {name} | arguments
    fields = {*GlossaryFile.written_fields(), *Entry.written_fields()} - {*model.Term.model_fields}
    yield "exports.md", {name.strip("$") for name in fields} | {*COLUMNS, "hide", "waive"}
    yield "options.md", {name for name, _ in UnjargonConfig._schema}
    groups = [one for one in main.commands.values() if isinstance(one, click.Group)]
    nested = {name: inner for group in groups for name, inner in group.commands.items()}
    for name, command in (main.commands | nested).items():
        options = {part for option in command.params for part in option.opts if part[:2] == "--"}
        yield "commands.md", {name} | {option.strip("-") for option in options}
    yield "problems.md", rules()
    yield "model-cards.md", {word for text in card_words() for word in re.findall(r"[\w-]+", text)}


def card_words() -> Iterator[str]:
    """Yield the headings and labels of model cards, and the fields that stand below them."""
    for section in SECTIONS:
        yield from (section.title, *section.also)
        if section.field != "facts":
            yield section.field.partition(".")[0]
    for labels in LABELS.values():
        yield from labels


def rules() -> set[str]:
    """Return the rules that the golden tests show."""
    fixtures = [*(ROOT / "tests/load").glob("[lm]*/*.yml")]
    lines = [line for path in fixtures for line in yaml.safe_load(path.read_text())["problems"]]
    return {line.split(": ")[1] for line in lines}


@pytest.mark.parametrize(("page", "names"), list(expected()))
def test_it_is_documented(page: str, names: set[str]) -> None:
    assert names - documented(page) == set()


@pytest.mark.parametrize("path", sorted((ROOT / "docs/guides").glob("*.md")), ids=lambda p: p.stem)
def test_a_guide_is_read_at_one_go(path: Path) -> None:
    _, _, text = path.read_text("utf-8").split("---\n", 2)
    words = [word for word in text.split() if any(map(str.isalnum, word))]
    assert len(words) <= 900

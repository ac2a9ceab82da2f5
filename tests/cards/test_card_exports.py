"""Model cards of projects: whole files, what their readers make of them, and the way back."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from card_cases import SITE
from card_projects import EXAMPLES, JSON, MARKDOWN, imported, mapped, record
from huggingface_hub import ModelCard
from huggingface_hub.repocard_data import EvalResult

from sites import write
from unjargon.cards import CARDS, Card, cards
from unjargon.model import Project
from unjargon.site import Settings, Site

HERE = Path(__file__).parent
PROJECT = record((HERE / "exports/sort-mails.yml").read_bytes())
SCHEMA = json.loads((HERE / "model-card-toolkit/model_card.schema.json").read_text("utf-8"))
TYPES = {"accuracy": "accuracy", "f1-score": "F1 score"}

each_card = pytest.mark.parametrize("card", CARDS, ids=lambda card: card.name)
each_example = pytest.mark.parametrize("project", EXAMPLES.projects.values(), ids=EXAMPLES.projects)


@each_card
def test_a_card_in_full(card: Card, tmp_path: Path) -> None:
    site = write(tmp_path, SITE)
    catalog = Site(Settings(site, site / "docs")).catalog
    catalog = replace(catalog, projects={"sort-mails": PROJECT})
    expected = (HERE / "exports" / card.name).read_text("utf-8")
    assert dict(cards(catalog))[f"projects/sort-mails/{card.name}"] == expected


@each_example
def test_it_is_what_the_published_schema_says(project: Project) -> None:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    validator = jsonschema.Draft7Validator(SCHEMA, format_checker=jsonschema.FormatChecker())
    validator.validate(json.loads(JSON.text(project, EXAMPLES)))


def test_the_schema_would_notice_a_mistake() -> None:
    card = json.loads(JSON.text(PROJECT, EXAMPLES))
    card["quantitative_analysis"]["performance_metrics"][0]["value"] = 91.5
    with pytest.raises(jsonschema.ValidationError, match=r"91.5 is not of type 'string'"):
        jsonschema.validate(card, SCHEMA)


@each_example
def test_hugging_faces_own_library_reads_it(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text(MARKDOWN.text(project, EXAMPLES), "utf-8")
    data = ModelCard.load(path).data
    results: list[EvalResult] = data.eval_results or []
    assert data.language == "en"
    assert data.get("tags", []) == list(project.tags)
    assert [
        (one.metric_type, one.metric_value, one.metric_name, one.dataset_config) for one in results
    ] == [
        (one.type, one.value, EXAMPLES.terms[one.type].term, one.segment) for one in project.metrics
    ]
    assert data.get("model_name") == (project.name if project.metrics else None)


@each_example
def test_that_library_keeps_every_figure_when_it_saves(project: Project, tmp_path: Path) -> None:
    card = ModelCard(MARKDOWN.text(project, EXAMPLES))
    card.save(tmp_path / "saved.md")
    saved = ModelCard.load(tmp_path / "saved.md")
    assert saved.text.strip() == card.text.strip()
    before, after = (
        {
            (one.metric_type, one.dataset_config, one.metric_value)
            for one in found.eval_results or []
        }
        for found in (card.data, saved.data)
    )
    assert before == after


@each_card
@each_example
def test_an_example_comes_back_as_it_was(project: Project, card: Card, tmp_path: Path) -> None:
    back = imported(tmp_path, card, card.text(project, EXAMPLES))
    assert mapped(record(back.data), card) == mapped(project, card)
    assert back.notes == ()
    language = ["language: en"] if card is MARKDOWN else []
    assert [str(one) for one in back.left] == language

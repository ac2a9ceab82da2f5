"""All records together: look-up by any name, relations from both sides, order, and no drafts."""

from __future__ import annotations

from pathlib import Path

import pytest

from unjargon.catalog import Catalog, Place, catalog_of
from unjargon.load import Folders, Layer, load
from unjargon.references import find_problems

FILES = {
    "glossary/_vocabulary.yml": """
        topics: {running: {title: Running}, data: {title: Data}, empty: {title: Empty}}
        domains: {kitchen: {title: Kitchen}}
        departments: {sales: {title: Sales}}
        first_stage: train
    """,
    "glossary/bias.yml": """
        {term: bias, short: A lean., plain: A lean., aliases: [steady lean], matches: [biassed],
        topic: data, related: [drift, draft], stages: [train, deploy], why_for: {sales: Ask.}}
    """,
    "glossary/draft.yml": """
        {term: draft word, short: Not yet., plain: Not yet., status: draft, related: [bias],
        learn_first: [bias], stages: [train]}
    """,
    "glossary/drift.yml": """
        {term: Drift, short: A change., plain: A change., topic: running,
        learn_first: [bias, draft], broader: [draft],
        confused_with: [{term: draft, difference: One is there.},
        {term: bias, difference: One is slow.}], replaced_by: draft, related: [drift]}
    """,
    "glossary/emu.yml": "{term: émile, short: A name., plain: A name., related: [bias]}",
    "glossary/f1-score.yml": "{term: F1 score, short: A figure., plain: A figure., topic: data}",
    "glossary/llm.yml": """
        {term: LLM, expansion: large language model, short: Writes., plain: Writes.,
        learn_first: [bias]}
    """,
    "glossary/one-hot.yml": "{term: 1-hot encoding, short: A code., plain: A code.}",
    "lifecycle/deploy.yml": "{title: Deploy, question: On?, summary: It runs., after: train}",
    "lifecycle/gather.yml": "{title: Gather, question: What?, summary: Data., after: deploy}",
    "lifecycle/train.yml": "{title: Train, question: Why?, summary: A model., after: gather}",
    "projects/_goals.yml": "goals: {slow: {title: Be slow}, quick: {title: Be quick}}",
    "projects/mails.yml": """
        {name: sort mails, summary: Sorts., phase: idea, stage: train, problem: Many.,
        contact: {name: ML team}, metrics: [{type: f1-score, value: 1, plain: All.}],
        goal: quick, datasets: [{name: Mails, owner: Post room, personal_data: yes}]}
    """,
    "projects/orders.yml": """
        {name: Guess orders, summary: Guesses., phase: idea, stage: train, problem: Many.,
        contact: {name: ML team}, datasets: [{name: mails, plain: Post.}]}
    """,
}


def catalog(folder: Path, *, drafts: bool = False, language: str = "en") -> Catalog:
    for name, text in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    kinds = ("glossary", "lifecycle", "projects")
    loaded = load(Folders(**{kind: (Layer(kind, folder / kind, kind),) for kind in kinds}))
    assert [*loaded.problems, *find_problems(loaded, language)] == []
    return catalog_of(loaded, drafts=drafts, language=language)


@pytest.fixture
def site(tmp_path: Path) -> Catalog:
    return catalog(tmp_path)


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("f1-score", "f1-score"),  # its id
        ("F1 score", "f1-score"),  # its name
        ("BIAS", "bias"),
        ("  bias ", "bias"),
        ("biases", "bias"),  # its plural
        ("steady lean", "bias"),  # an alias
        ("Steady-leans", "bias"),
        ("biassed", "bias"),  # a match
        ("drifts", "drift"),
        ("LLMs", "llm"),
        ("large language models", "llm"),  # its expansion
        ("emile", "emu"),  # without the accent
        ("draft word", None),  # a draft
        ("draft", None),
        ("lean", None),
        ("", None),
        ("?!", None),
    ],
)
def test_a_term_is_found_by_all_that_it_is_called(
    site: Catalog, name: str, found: str | None
) -> None:
    assert site.find_term(name) == found


def test_other_languages_have_no_english_plurals(tmp_path: Path) -> None:
    german = catalog(tmp_path, language="de")
    assert (german.find_term("bias"), german.find_term("biases")) == ("bias", None)


def test_records_stand_in_their_readers_order(site: Catalog) -> None:
    assert list(site.terms) == ["one-hot", "bias", "drift", "emu", "f1-score", "llm"]
    assert list(site.stages) == ["train", "deploy", "gather"]
    assert list(site.projects) == ["orders", "mails"]


def test_stages_are_numbered_from_the_first(site: Catalog) -> None:
    assert [site.number_of(stage) for stage in ("train", "deploy", "gather")] == [1, 2, 3]


def test_a_relation_is_shown_on_both_sides(site: Catalog) -> None:
    related = {term: site.related(term) for term in site.terms if site.related(term)}
    assert related == {"bias": ["drift", "emu"], "drift": ["bias"], "emu": ["bias"]}


def test_a_word_leads_to_those_that_need_it(site: Catalog) -> None:
    leads_to = {term: site.leads_to(term) for term in site.terms if site.leads_to(term)}
    assert leads_to == {"bias": ["drift", "llm"]}


def test_no_reference_leads_to_a_draft(site: Catalog) -> None:
    fields = {"broader", "related", "learn_first", "confused_with", "replaced_by"}
    drift = site.terms["drift"].model_dump(include=fields, mode="json")
    assert site.terms["bias"].related == ("drift",)
    assert drift == {
        "broader": [],
        "related": ["drift"],
        "learn_first": ["bias"],
        "confused_with": [{"term": "bias", "difference": "One is slow."}],
        "replaced_by": None,
    }


def test_a_preview_shows_drafts(tmp_path: Path) -> None:
    preview = catalog(tmp_path, drafts=True)
    assert preview.find_term("draft words") == "draft"
    assert preview.related("draft") == ["bias"]
    assert preview.leads_to("draft") == ["drift"]
    assert preview.terms["drift"].replaced_by == "draft"


def test_terms_by_letter(site: Catalog) -> None:
    assert list(site.by_letter().items()) == [
        ("0–9", ["one-hot"]),
        ("B", ["bias"]),
        ("D", ["drift"]),
        ("E", ["emu"]),
        ("F", ["f1-score"]),
        ("L", ["llm"]),
    ]


def test_a_letter_has_all_its_terms_wherever_a_sign_puts_them(tmp_path: Path) -> None:
    text = "{term: .NET, short: A kit., plain: A kit.}"
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary/net.yml").write_text(text, "utf-8")
    found = catalog(tmp_path).by_letter()
    assert (list(found), found["N"]) == (["0–9", "B", "D", "E", "F", "L", "N"], ["net"])


def test_spellings_are_all_but_the_headword(site: Catalog) -> None:
    assert {key: site.spellings(key) for key in ("bias", "f1-score", "llm")} == {
        "bias": ["biases", "biassed", "biasseds", "steady lean", "steady leans"],
        "f1-score": ["f1 scores"],
        "llm": ["large language model", "large language models", "llms"],
    }


def test_terms_by_topic(site: Catalog) -> None:
    assert list(site.by_topic().items()) == [
        ("running", ["drift"]),
        ("data", ["bias", "f1-score"]),
        ("", ["one-hot", "emu", "llm"]),
    ]
    assert (site.topic("").title, site.topic("data").title) == ("Other words", "Data")


def test_the_place_of_a_term_in_its_topic(site: Catalog) -> None:
    assert {key: site.place(key) for key in site.terms} == {
        "drift": Place(1, 1, previous=None, next=None),
        "bias": Place(1, 2, previous=None, next="f1-score"),
        "f1-score": Place(2, 2, previous="bias", next=None),
        "one-hot": Place(1, 3, previous=None, next="emu"),
        "emu": Place(2, 3, previous="one-hot", next="llm"),
        "llm": Place(3, 3, previous="emu", next=None),
    }


def test_what_belongs_to_a_stage_and_to_a_term(site: Catalog) -> None:
    assert site.words_of_stage("train") == ["bias"]
    assert (site.words_for("sales"), site.words_for("legal")) == (["bias"], [])
    assert site.projects_in("train") == ["orders", "mails"]
    assert site.projects_in("gather") == []
    assert site.measured_in("f1-score") == ["mails"]
    assert site.files[("term", "bias")].shown == "glossary/bias.yml"


def test_what_serves_a_goal(site: Catalog) -> None:
    assert [(key, goal.title, site.serving(key)) for key, goal in site.goals.items()] == [
        ("slow", "Be slow", []),
        ("quick", "Be quick", ["mails"]),
    ]


def test_projects_that_share_data_describe_them_together(site: Catalog) -> None:
    own = site.projects["orders"].datasets[0]
    found = site.described(own).record
    assert (found.plain, found.owner) == ("Post.", "Post room")
    assert found.personal_data is True

"""The ways in which a term may be written: numbers, acronyms, accents, and names with signs."""

from __future__ import annotations

import pytest

from unjargon.forms import Form, fold, forms, inflect, is_acronym, parse_form, phrases
from unjargon.model import Term

OTHER_NUMBER = {
    # A headword in the singular is found in the plural …
    "analysis": {"analyses"},
    "approach": {"approaches"},
    "axis": {"axes"},
    "batch": {"batches"},
    "bias": {"biases"},
    "boundary": {"boundaries"},
    "box": {"boxes"},
    "class": {"classes"},
    "clustering": {"clusterings"},
    "corpus": {"corpora", "corpuses"},
    "criterion": {"criteria"},
    "day": {"days"},
    "epoch": {"epochs"},
    "hypothesis": {"hypotheses"},
    "index": {"indices", "indexes"},
    "library": {"libraries"},
    "lens": {"lenses"},
    "loss": {"losses"},
    "matrix": {"matrices", "matrixes"},
    "neural network": {"neural networks"},
    "query": {"queries"},
    "status": {"statuses"},
    "vertex": {"vertices", "vertexes"},
    # … and one in the plural in the singular.
    "analyses": {"analysis"},
    "batches": {"batch"},
    "biases": {"bias"},
    "classes": {"class"},
    "criteria": {"criterion"},
    "evaluation metrics": {"evaluation metric"},
    "hyperparameters": {"hyperparameter"},
    "indices": {"index"},
    "libraries": {"library"},
    "losses": {"loss"},
    "matrices": {"matrix"},
    "weights": {"weight"},
    # Some words have one form only.
    "data": set(),
    "training data": set(),
    "metadata": set(),
    "series": set(),
    "software": set(),
    "statistics": set(),
    # An acronym takes a small s, and only once.
    "LLM": {"LLMs"},
    "LLMs": set(),
    "GPT-4": {"GPT-4s"},
    "F1 score": {"F1 scores"},
    "R&D": {"R&Ds"},
    "A/B test": {"A/B tests"},
    # Signs and single letters take nothing.
    "C++": set(),
    "C": set(),
    "F1": {"F1s"},
}


@pytest.mark.parametrize("written", OTHER_NUMBER)
def test_other_number(written: str) -> None:
    assert inflect(written) == OTHER_NUMBER[written]


SHAPES = {
    "C++": Form(("c",), (None,), "", "++"),
    ".NET": Form(("net",), ("NET",), ".", ""),
    "R&D": Form(("r", "&", "d"), (None, None), "", ""),
    "A/B test": Form(("a", "/", "b", " ", "test"), (None, None, None), "", ""),
    "GPT-4": Form(("gpt", " ", "4"), ("GPT", None), "", ""),
    "F1 score": Form(("f1", " ", "score"), ("F1", None), "", ""),
    "cross-validation": Form(("cross", " ", "validation"), (None, None), "", ""),
    "machine \n learning": Form(("machine", " ", "learning"), (None, None), "", ""),
    "Zipf’s law": Form(("zipf", "'", "s", " ", "law"), (None, None, None), "", ""),
    "机器": Form(("机", "", "器"), (None, None), "", ""),
    "++": None,
    "": None,
}


@pytest.mark.parametrize("written", SHAPES)
def test_shape(written: str) -> None:
    assert parse_form(written) == SHAPES[written]


@pytest.mark.parametrize(
    ("case", "exact"),
    [("auto", ("LLM", None)), ("exact", ("LLM", "Score")), ("any", (None, None))],
)
def test_case_says_which_words_are_exact(case: str, exact: tuple[str | None, ...]) -> None:
    assert parse_form("LLM Score", case) == Form(("llm", " ", "score"), exact, "", "")


@pytest.mark.parametrize("word", ["IT", "LLMs", "MLOps", "F1", "R2", "GPUs"])
def test_acronyms(word: str) -> None:
    assert is_acronym(word)


@pytest.mark.parametrize("word", ["it", "It", "R", "Spark", "k8s", "x1", "2"])
def test_no_acronyms(word: str) -> None:
    assert not is_acronym(word)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bias", "bias"),
        ("na\u00efve", "nai\u0308ve"),
        ("\ufb01ne", "fine"),
        ("over\u00adfitting", "overfitting"),
        ("MASS", "maß"),
        ("ΜΟΝΤΈΛΟΣ", "μοντέλος"),
    ],
)
def test_folded_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def spelt(language: str = "en", **fields: object) -> set[tuple[str, ...]]:
    term = Term.model_validate({"short": "A word.", "plain": "A word."} | fields)
    return {form.keys for form in forms(term, language)}


def test_every_name_counts() -> None:
    assert spelt(term="ML", expansion="machine learning", aliases=["AI"], matches=["mlearn"]) == {
        ("ml",), ("mls",), ("machine", " ", "learning"), ("machine", " ", "learnings"),
        ("ai",), ("ais",), ("mlearn",), ("mlearns",),
    }  # fmt: skip


def test_accents_may_be_dropped_in_english() -> None:
    assert spelt(term="résumé") == {("résumé",), ("résumés",), ("resume",), ("resumes",)}


def test_other_languages_are_matched_as_written() -> None:
    assert spelt("de-AT", term="Größe") == {("grösse",)}


def test_phrases_are_inflected_too() -> None:
    term = Term(term="model", short="A.", plain="A.", not_in=("role model",))
    assert {form.keys for form in phrases(term)} == {
        ("role", " ", "model"),
        ("role", " ", "models"),
    }

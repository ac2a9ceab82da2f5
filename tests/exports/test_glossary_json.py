"""`glossary.json`: what its schema says holds for it, and the schema says what everything means."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from sites import ROOT
from unjargon.exports import Published
from unjargon.exports.glossary_json import VERSION, glossary_json, schema
from unjargon.model import Term
from unjargon.site import Settings, Site

REAL = Site(Settings(ROOT, ROOT / "docs")).published
NOT_PUBLISHED = {"hide", "waive"}


def test_the_small_site_satisfies_the_schema(small: Published) -> None:
    jsonschema.Draft202012Validator(schema()).validate(json.loads(glossary_json(small)))


def test_the_real_words_satisfy_it_and_are_all_there() -> None:
    found = json.loads(glossary_json(REAL))
    jsonschema.Draft202012Validator(schema()).validate(found)
    assert [term["id"] for term in found["terms"]] == list(REAL.catalog.terms)


@pytest.mark.parametrize(
    "wrong",
    [{"version": 1}, {"terms": [{}]}, {"more": ""}, {"terms": [{"id": "a", "url": "b"}]}],
)
def test_the_schema_refuses_what_is_no_such_file(small: Published, wrong: dict[str, Any]) -> None:
    broken = json.loads(glossary_json(small)) | wrong
    assert not jsonschema.Draft202012Validator(schema()).is_valid(broken)


def test_every_field_of_a_record_is_in_it() -> None:
    entry = schema()["$defs"]["Entry"]
    fields = set(Term.written_fields()) - NOT_PUBLISHED | {"id", "url", "narrower"}
    assert set(entry["properties"]) == set(entry["required"]) == fields


def test_what_a_file_says_comes_back(small: Published) -> None:
    by_id = {term["id"]: term for term in json.loads(glossary_json(small))["terms"]}
    for key, term in small.catalog.terms.items():
        own = {name: by_id[key][name] for name in Term.written_fields() if name in by_id[key]}
        own["related"] = list(term.related)
        assert Term.model_validate(own) == term.model_copy(update={"waive": {}})


def test_it_says_its_version(small: Published) -> None:
    assert json.loads(glossary_json(small))["version"] == schema()["version"] == VERSION

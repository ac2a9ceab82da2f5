"""`glossary.json`: every word with all that its file says, and the schema of that file.

The schema is made from the records' own docstrings, so both say the same. A field that is added
raises the second number of the version, one that changes or goes raises the first.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import ConfigDict, Field

from unjargon.exports.hierarchy import narrower_terms
from unjargon.exports.published import Published
from unjargon.model import Choice, Record, Term, Topic
from unjargon.model.base import Id, Text

VERSION = "1.0"
SCHEMA_FILE = "glossary.schema.json"


class Entry(Term):
    """One word: the fields of its file, and what follows from other files."""

    model_config = ConfigDict(json_schema_serialization_defaults_required=True)

    id: Id
    """Its id, which never changes."""
    url: str
    """Address of its page, from the site's root where the site does not know its own address."""
    narrower: tuple[Id, ...]
    """Terms that name this one as `broader`."""
    waive: dict[Text, Text] = Field(default={}, exclude=True)
    hide: bool = Field(default=False, exclude=True)


class GlossaryFile(Record):
    """The words of a site. Text of the format `text/markdown` is Markdown, all other is plain."""

    model_config = ConfigDict(title="A glossary by Unjargon")

    schema_: str = Field(alias="$schema")
    """Address of this schema."""
    version: str
    """Version of this schema. Additions raise the second number, all other changes the first."""
    name: str
    """The site's name."""
    language: str
    """Language of all texts, as in `en` or `de-AT`."""
    url: str
    """Address of the glossary."""
    topics: dict[Id, Topic]
    """What words are about, by the id that their `topic` holds."""
    domains: dict[Id, Choice]
    """Everyday worlds, by the ids that `analogies` are told under."""
    departments: dict[Id, Choice]
    """Where readers work, by the ids that `why_for` is told under."""
    terms: tuple[Entry, ...]
    """The words, by their headwords. Relations are told on both sides."""


def glossary_json(site: Published) -> str:
    """Return all words of a site as JSON."""
    catalog = site.catalog
    narrower = narrower_terms(catalog.terms)
    terms = tuple(
        Entry.model_construct(
            **vars(term) | {"related": tuple(catalog.related(key))},
            id=key,
            url=site.term(key),
            narrower=tuple(narrower.get(key, ())),
        )
        for key, term in catalog.terms.items()
    )
    whole = GlossaryFile.model_construct(
        schema_=site.addresses.absolute(SCHEMA_FILE),
        version=VERSION,
        name=site.name,
        language=site.language,
        url=site.glossary(),
        topics=catalog.vocabulary.topics,
        domains=catalog.vocabulary.domains,
        departments=catalog.vocabulary.departments,
        terms=terms,
    )
    return whole.model_dump_json(indent=1, by_alias=True) + "\n"


def glossary_schema(site: Published) -> str:  # noqa: ARG001 - every site has the same
    """Return the JSON Schema of `glossary.json`."""
    return json.dumps(schema(), indent=1, ensure_ascii=False) + "\n"


def schema() -> dict[str, Any]:
    """Return the JSON Schema of `glossary.json` as a dictionary."""
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema", "version": VERSION}
    return head | GlossaryFile.model_json_schema(mode="serialization")

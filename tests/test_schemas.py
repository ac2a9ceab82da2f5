"""The committed schemas are the records' own, and the repository's files satisfy them."""

from __future__ import annotations

import pytest

from sites import ROOT
from unjargon import model
from unjargon.schemas import SCHEMAS, schema_text

FOLDER = ROOT / "macros" / "unjargon" / "schemas"


@pytest.mark.parametrize("name", SCHEMAS)
def test_schema_is_fresh(name: str) -> None:
    """If this fails: make schemas."""
    assert (FOLDER / f"{name}.json").read_text("utf-8") == schema_text(SCHEMAS[name])


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_field_is_described(name: str) -> None:
    for kind in (SCHEMAS[name], *_nested(SCHEMAS[name])):
        missing = [field for field, info in kind.model_fields.items() if not info.description]
        assert missing == [], kind


def _nested(kind: type) -> list[type]:
    definitions = kind.model_json_schema().get("$defs", {})  # type: ignore[attr-defined]
    return [getattr(model, name) for name in definitions]

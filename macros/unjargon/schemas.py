"""JSON Schemas of the records, made from their docstrings: completion and hover help in editors."""

from __future__ import annotations

import json
from pathlib import Path

from unjargon.model import (
    Further,
    Goals,
    LearningPath,
    Project,
    QuizQuestions,
    Record,
    Session,
    Stage,
    Term,
    Vocabulary,
)

SCHEMAS: dict[str, type[Record]] = {
    "term": Term,
    "stage": Stage,
    "project": Project,
    "goals": Goals,
    "vocabulary": Vocabulary,
    "session": Session,
    "path": LearningPath,
    "questions": QuizQuestions,
    "further": Further,
}
"""The schemas by file name."""


def schema_text(kind: type[Record]) -> str:
    """Return the schema of one kind of record as JSON."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **kind.model_json_schema()}
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write all schemas into a folder; return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, kind in SCHEMAS.items():
        path = folder / f"{name}.json"
        path.write_text(schema_text(kind), encoding="utf-8")
        written.append(path)
    return written

"""A project as JSON of Google's Model Card Toolkit, schema 0.0.2.

What its fields cannot say stands in `documentation`, which is free text: the same Markdown as in
the card for Hugging Face.
"""

from __future__ import annotations

import json
from typing import Any

from unjargon.cards.body import body, figure
from unjargon.cards.markdown import flat
from unjargon.catalog import Catalog
from unjargon.model import Dataset, Project

VERSION = "0.0.2"
"""The version of the schema."""
PARTS = ("model_details", "model_parameters", "quantitative_analysis", "considerations")
"""The parts of a card beside its version."""


def toolkit(project: Project, _: Catalog) -> str:
    """Return a project's model card as JSON, without what nobody has filled in."""
    scope = project.scope
    owners = [{"name": project.contact.name, "contact": project.contact.url}]
    if project.owner_role:
        owners.append({"name": project.owner_role, "contact": None})
    card = {
        "schema_version": VERSION,
        "model_details": {
            "name": project.name,
            "overview": project.summary,
            "documentation": body(project),
            "owners": owners,
            "references": [{"reference": link.url} for link in project.links],
        },
        "model_parameters": {
            "data": [_dataset(one) for one in project.datasets],
            "input_format": "\n".join(flat(one) for one in project.inputs),
            "output_format": project.output.what if project.output else None,
        },
        "quantitative_analysis": {
            "performance_metrics": [
                {"type": one.type, "value": figure(one.value), "slice": one.segment}
                for one in project.metrics
            ]
        },
        "considerations": {
            "use_cases": [{"description": one} for one in (scope.for_ if scope else ())],
            "limitations": [{"description": one} for one in project.limitations],
            "ethical_considerations": [
                {"name": one.name, "mitigation_strategy": one.mitigation} for one in project.risks
            ],
        },
    }
    # ASCII only, so that the file means the same whatever encoding a server claims for it.
    return json.dumps(_filled(card), indent=2) + "\n"


def _dataset(data: Dataset) -> dict[str, Any]:
    sensitive = {"sensitive_data": ["Personal data"]} if data.personal_data else None
    return {"name": data.name, "description": data.plain, "sensitive": sensitive}


def _filled(value: Any) -> Any:
    """Return JSON without empty parts, at any depth."""
    if isinstance(value, dict):
        return {key: kept for key, inner in value.items() if (kept := _filled(inner))}
    return [_filled(inner) for inner in value] if isinstance(value, list) else value

"""A project as a model card of Hugging Face: YAML front matter, and Markdown below it.

Front matter holds what the Hub knows the meaning of. Names of data stay out of its `datasets`,
because the Hub takes each of them for the id of a dataset that it has.
"""

from __future__ import annotations

from typing import Any

import yaml

from unjargon.cards.body import body
from unjargon.cards.layout import ALL_CASES
from unjargon.cards.markdown import escaped
from unjargon.catalog import Catalog
from unjargon.model import Metric, Project


def hugging_face(project: Project, catalog: Catalog) -> str:
    """Return a project's model card as the text of a README.md."""
    matter: dict[str, Any] = {"language": catalog.language}
    if project.tags:
        matter["tags"] = list(project.tags)
    if project.metrics:
        matter["metrics"] = list(dict.fromkeys(one.type for one in project.metrics))
        results = [_result(one, catalog) for one in project.metrics]
        matter["model-index"] = [{"name": project.name, "results": results}]
    dumped = yaml.safe_dump(matter, allow_unicode=True, sort_keys=False, width=100)
    return (
        f"---\n{dumped}---\n\n# {escaped(project.name)}\n\n{escaped(project.summary)}"
        f"\n\n{body(project)}\n"
    )


def _result(metric: Metric, catalog: Catalog) -> dict[str, Any]:
    # The Hub tells figures of one type apart by task, kind, part and split of the data alone.
    part = {"config": metric.segment} if metric.segment else {}
    value = int(metric.value) if metric.value.is_integer() else metric.value
    term = catalog.terms.get(metric.type)
    return {
        "task": {"type": "other"},
        "dataset": {"type": "private", "name": metric.segment or ALL_CASES, **part},
        "metrics": [
            {"type": metric.type, "value": value, "name": term.term if term else metric.type}
        ],
    }

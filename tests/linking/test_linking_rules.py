"""Each linking rule on its own: HTML in, exact HTML out."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from linking_cases import matcher, page

from unjargon.linking import link_html

RULES = sorted(Path(__file__).parent.glob("rules/*.yml"))


@pytest.mark.parametrize("path", RULES, ids=[path.stem for path in RULES])
def test_rule(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    where = case.get("page", {})
    place = page(**where | {"tags": frozenset(where.get("tags", ()))})
    assert link_html(case["html"], matcher(case["terms"]), place).html == case["expect"]

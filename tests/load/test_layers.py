"""A later layer is laid over the earlier ones field by field, and problems name the right one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from unjargon.load import Loaded

CASES = sorted((Path(__file__).parent / "layers").glob("*.yml"))


def records(loaded: Loaded) -> dict[str, dict[str, Any]]:
    found = {**loaded.terms, **loaded.stages, **loaded.projects}
    return {
        key: entry.record.model_dump(mode="json", exclude_defaults=True)
        for key, entry in found.items()
    }


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_layers_become_one_record(
    path: Path, read: Callable[..., Loaded], problems_of: Callable[[Loaded], list[str]]
) -> None:
    case = yaml.safe_load(path.read_bytes())
    loaded = read(case["files"], case["starter"])
    assert (records(loaded), problems_of(loaded)) == (case["records"], case["problems"])

"""Every mistake that an author can make in YAML gets one line: where, what, how to mend it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from unjargon.load import Loaded

CASES = sorted((Path(__file__).parent / "mistakes").glob("*.yml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_mistake_is_told_in_one_line(
    path: Path, read: Callable[..., Loaded], problems_of: Callable[[Loaded], list[str]]
) -> None:
    case = yaml.safe_load(path.read_bytes())
    assert problems_of(read(case["files"], case.get("starter"))) == case["problems"]

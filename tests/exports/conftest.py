"""The small site of these tests."""

from __future__ import annotations

import pytest
from exported_site import published

from unjargon.exports import Published


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Published:
    """The site whose texts hold what has to be escaped."""
    return published(tmp_path_factory.mktemp("exports"))

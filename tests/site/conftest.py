"""What several tests of built pages share."""

from __future__ import annotations

import pytest

from portfolio_site import many, site
from unjargon.pages import GeneratedPage


@pytest.fixture(scope="session")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> dict[str, GeneratedPage]:
    """Every page of a site of 505 projects, by source path."""
    return site(tmp_path_factory.mktemp("crowd"), **many(500)).pages

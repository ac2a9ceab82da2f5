"""What stands out among all projects, and what they can be narrowed down by."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from portfolio_site import FILES, site
from unjargon import portfolio
from unjargon.catalog import Catalog


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return site(tmp_path_factory.mktemp("portfolio")).catalog


def test_goals_without_a_project_that_goes_on(catalog: Catalog) -> None:
    found = [(aim.id, aim.projects, aim.is_served) for aim in portfolio.aims(catalog)]
    assert found == [
        ("on-time", ("orders", "mails"), True),
        ("easy", ("recipes",), False),
        ("waste", (), False),
    ]


def test_what_is_kept_inside_is_not_told_as_missing(catalog: Catalog) -> None:
    assert portfolio.without_goal(catalog) == ["crates"]
    assert portfolio.without_data(catalog) == ["crates"]
    assert portfolio.marks(catalog.projects["prices"])["goal"] == ()


def test_what_stands_out(catalog: Catalog) -> None:
    assert portfolio.outside(catalog) == ["orders"]
    assert portfolio.reviews(catalog) == [date(2026, 12, 31)]


def test_what_is_retired_comes_last_on_the_board(catalog: Catalog) -> None:
    assert portfolio.board(catalog) == {
        "frame": ["mails", "crates"],
        "run": ["orders", "prices"],
        "": ["recipes"],
    }


def test_without_a_life_cycle_the_board_has_the_stages_that_projects_name(tmp_path: Path) -> None:
    stages = [name for name in FILES if name.startswith("docs/lifecycle/")]
    found = site(tmp_path, **{f"../lifecycle/{Path(name).stem}": "" for name in stages}).catalog
    assert portfolio.board(found).keys() == {"run", "frame", ""}


def test_only_what_some_project_has_can_be_chosen(catalog: Catalog) -> None:
    found = {
        choice.name: [value for value, _ in choice.options] for choice in portfolio.choices(catalog)
    }
    assert found == {
        "phase": ["idea", "development", "production", "retired"],
        "stage": ["frame", "run"],
        "for": ["sales", "hr"],
        "goal": ["on-time", "easy", "none"],
        "use": ["yes", "no", "unknown"],
    }

"""The scorecard: four questions, for all projects and for each."""

from __future__ import annotations

from pathlib import Path

from portfolio_site import FILES, site
from sites import ROOT
from unjargon.pages import GeneratedPage

WHOLE = ROOT / "tests/site/portfolio/scorecard.md"


def page(folder: Path, **more: str) -> str:
    return site(folder, **more).pages["projects/scorecard.md"].markdown


def test_the_whole_page(tmp_path: Path) -> None:
    assert page(tmp_path) == WHOLE.read_text("utf-8")


def test_where_all_is_over_there_is_no_figure(tmp_path: Path) -> None:
    text = page(tmp_path, orders="", mails="", crates="", prices="")
    assert text.count("<strong>0 of 0</strong>") == 4
    assert "<svg" not in text


def test_500_projects_have_a_row_each(crowd: dict[str, GeneratedPage]) -> None:
    text = crowd["projects/scorecard.md"].markdown
    assert text.count('<th scope="row">') == 505
    assert len(text) < 700_000


def test_a_project_of_a_megabyte_takes_one_row_of_usual_size(tmp_path: Path) -> None:
    long = f"accountable: {'word ' * 100_000}"
    orders = FILES["docs/projects/orders.yml"].replace("accountable: Head of depot", long)
    assert len(page(tmp_path, orders=orders)) < len(WHOLE.read_text("utf-8")) + 500

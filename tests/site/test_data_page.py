"""Data in plain words: each once, with all that projects say of them."""

from __future__ import annotations

import re
from pathlib import Path

from portfolio_site import FILES, site
from sites import ROOT
from unjargon.pages import GeneratedPage

WHOLE = ROOT / "tests/site/portfolio/data.md"


def page(folder: Path, **more: str) -> str:
    return site(folder, **more).pages["projects/data.md"].markdown


def test_the_whole_page(tmp_path: Path) -> None:
    assert page(tmp_path) == WHOLE.read_text("utf-8")


def test_without_data_the_page_says_who_can_tell(tmp_path: Path) -> None:
    text = page(tmp_path, orders="", mails="")
    assert "No project has named its data yet." in text
    assert "uj-sift" not in text


def test_a_projects_page_leads_to_its_data(tmp_path: Path) -> None:
    pages = site(tmp_path).pages
    links = re.findall(r'href="\.\./data/#([^"]+)"', pages["projects/mails.md"].markdown)
    assert len(set(links)) == 2
    assert all(f'id="{anchor}"' in pages["projects/data.md"].markdown for anchor in links)


def test_of_500_projects_shared_data_stand_there_once(crowd: dict[str, GeneratedPage]) -> None:
    text = crowd["projects/data.md"].markdown
    assert text.count("<article") == 503
    assert "and 490 more" in text


def test_a_project_of_a_megabyte_is_cut_short(tmp_path: Path) -> None:
    mails = FILES["docs/projects/mails.yml"].replace(
        "name: Mails,", f"name: Mails, plain: {'word ' * 90_000}, owner: {'word ' * 90_000},"
    )
    assert len(page(tmp_path, mails=mails)) < len(WHOLE.read_text("utf-8")) + 1000

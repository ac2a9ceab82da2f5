"""The roadmap: what comes next, all of it over time, and what is done."""

from __future__ import annotations

import re
from pathlib import Path

from portfolio_site import FILES, site
from sites import ROOT
from unjargon.pages import GeneratedPage

WHOLE = ROOT / "tests/site/portfolio/roadmap.md"


def page(folder: Path, **more: str) -> str:
    return site(folder, **more).pages["projects/roadmap.md"].markdown


def test_the_whole_page(tmp_path: Path) -> None:
    assert page(tmp_path) == WHOLE.read_text("utf-8")


def test_projects_without_a_day_make_no_drawing(tmp_path: Path) -> None:
    text = page(tmp_path, orders="", mails="", recipes="", prices="")
    assert "<svg" not in text
    assert "No project names a day that is still to come." in text


def test_500_projects_are_drawn_25_at_a_time(crowd: dict[str, GeneratedPage]) -> None:
    text = crowd["projects/roadmap.md"].markdown
    lanes = [svg.count('class="uj-lane"') for svg in re.findall(r"<svg class=.uj-chart.*", text)]
    assert lanes == [25] * 16 + [3]
    shown = re.sub(r"<details.*?</details>", "", text, flags=re.DOTALL)
    assert shown.count("<tr>") < 60


def test_a_project_of_a_megabyte_leaves_most_days_to_its_own_page(tmp_path: Path) -> None:
    parts = "".join(
        f"  - {{title: Part {number}, due: {2000 + number // 365}-01-{number % 28 + 1:02}}}\n"
        for number in range(20_000)
    )
    orders = re.sub(
        r"deliverables:\n(  - .*\n)+", f"deliverables:\n{parts}", FILES["docs/projects/orders.yml"]
    )
    text = page(tmp_path, orders=orders)
    assert len(text) < 20_000
    assert "has 19,989 more days on its own page" in text

"""The portfolio: what stands out, every project in one table, goals, and the board."""

from __future__ import annotations

import re
from pathlib import Path

from portfolio_site import FILES, site
from sites import ROOT
from unjargon.pages import GeneratedPage

WHOLE = ROOT / "tests/site/portfolio/projects.md"


def page(folder: Path, **more: str) -> str:
    return site(folder, **more).pages["projects/index.md"].markdown


def rows(text: str) -> list[str]:
    """Return the names in the table, in its order."""
    table = text.partition("<tbody>")[2].partition("</tbody>")[0]
    return re.findall(r'<th scope="row"><a[^>]*>(.*?)</a>', table)


def test_the_whole_page(tmp_path: Path) -> None:
    assert page(tmp_path) == WHOLE.read_text("utf-8")


def test_without_goals_nothing_is_said_of_them(tmp_path: Path) -> None:
    orders = FILES["docs/projects/orders.yml"].replace("goal: on-time\n", "")
    text = page(tmp_path, _goals="", mails="", recipes="", prices="", orders=orders)
    assert "By goal" not in text
    assert "2 without a goal" in text


def test_where_nothing_is_wrong_nothing_stands_out(tmp_path: Path) -> None:
    orders = FILES["docs/projects/orders.yml"].replace("min: 10", "min: 1")
    goals = "goals: {on-time: {title: On time}}\n"
    text = page(tmp_path, _goals=goals, crates="", recipes="", prices="", orders=orders)
    assert "uj-is-no" not in text
    assert "uj-stands-out" not in text
    assert "None outside" in text
    assert "Each names a goal" in text


def test_a_site_without_projects_has_none_of_these_pages(tmp_path: Path) -> None:
    ids = ("orders", "mails", "crates", "recipes", "prices")
    found = site(tmp_path, **dict.fromkeys(ids, "")).pages
    assert [source for source in found if source.startswith("projects/")] == []


def test_of_500_projects_the_table_has_each_and_the_rest_stays_short(
    crowd: dict[str, GeneratedPage],
) -> None:
    text = crowd["projects/index.md"].markdown
    assert len(rows(text)) == 505
    before, _, after = text.partition("</tbody>")
    assert before.count("<a ") - 505 < 40
    shown = re.sub(r"<details.*?</details>", "", after, flags=re.DOTALL)
    assert shown.count("<a ") < 60
    assert "<summary>193 more</summary>" in after


def test_a_project_of_a_megabyte_takes_one_row_of_usual_size(tmp_path: Path) -> None:
    long = "word " * 1000
    orders = FILES["docs/projects/orders.yml"].replace(
        "tags: [depot]", f"tags: [{', '.join(f'tag{number}' for number in range(100_000))}]"
    )
    goals = f"goals: {{on-time: {{title: {long}, summary: {long}, owner: {long}}}}}\n"
    short = page(tmp_path, _goals="goals: {on-time: {title: T}}\n", recipes="", prices="")
    text = page(tmp_path, _goals=goals, recipes="", prices="", orders=orders)
    assert len(text) < len(short) + 3000

"""A stage or a world added in YAML shows wherever the life cycle does, without any other edit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sites import SMALL_SITE, build, run, write

pytestmark = pytest.mark.slow


def stage(title: str, after: str, *domains: str, more: str = "") -> str:
    """Return a stage's file, told from some worlds."""
    told = "".join(
        f"  {domain}:\n    story: The {domain} does what {title} does.\n"
        f"    maps: {{the model: the {title.lower()} of the {domain}, the data: the seed}}\n"
        f"    breaks_when: Nobody in the {domain} would put up with a {title.lower()} for ever.\n"
        for domain in domains
    )
    return (
        f"title: {title}\nquestion: Is it {title.lower()}?\nsummary: It is done.\n"
        f"after: {after}\n{more}" + (f"analogies:\n{told}" if told else "")
    )


LOOP = {
    "mkdocs.yml": SMALL_SITE["mkdocs.yml"]
    + "nav: [index.md, {Words: glossary/index.md}, {Life cycle: lifecycle/index.md}]\n",
    "docs/index.md": "# Home\n\n{{ lifecycle() }}\n\n{{ lifecycle_cost() }}\n",
    "glossary/_vocabulary.yml": "domains: {kitchen: {title: Kitchen}}\nfirst_stage: plan\n",
    "docs/lifecycle/plan.yml": stage("Plan", "watch", "kitchen"),
    "docs/lifecycle/build.yml": stage(
        "Build", "plan", "kitchen", more="cost: {plain: Some., low: 4, high: 8}\n"
    ),
    "docs/lifecycle/watch.yml": stage("Watch", "build", "kitchen"),
}
ONE_MORE = {
    "docs/lifecycle/test.yml": stage(
        "Test",
        "build",
        "kitchen",
        "railway",
        more=(
            "cost: {plain: A few days., low: 2, high: 5}\n"
            "loops_back_to: [{stage: build, when: It fails.}]\n"
        ),
    ),
    "docs/lifecycle/watch.yml": stage("Watch", "test", "kitchen"),
    "glossary/_vocabulary.yml": (
        "domains: {kitchen: {title: Kitchen}, railway: {title: Railway}}\nfirst_stage: plan\n"
    ),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A site with a loop of three stages and one world, to which a stage and a world were added."""
    folder = write(tmp_path_factory.mktemp("lifecycle"), SMALL_SITE | LOOP)
    build(folder)
    before = (folder / "site/lifecycle/index.html").read_text("utf-8")
    assert "ring of 3 stages" in before
    assert "Test" not in before
    build(write(folder, ONE_MORE))
    return folder


def page(folder: Path, name: str) -> str:
    return (folder / "site" / name / "index.html").read_text("utf-8")


def links(html: str) -> list[tuple[str, str]]:
    """Return where each link in some HTML leads, and its text."""
    found = re.findall(r'<a\b[^>]*?href="([^"]*)"[^>]*>(.*?)</a>', html, re.DOTALL)
    return [(href, " ".join(re.sub(r"<[^>]*>", " ", text).split())) for href, text in found]


def part(html: str, start: str, end: str) -> str:
    return html[html.index(start) :].partition(end)[0]


def test_it_is_in_the_wheel_and_in_the_list(folder: Path) -> None:
    html = page(folder, "")
    svg = part(html, '<svg role="group"', "</svg>")
    assert 'aria-label="The life cycle: a ring of 4 stages"' in svg
    assert re.findall(r'xlink:href="([^"]*)" aria-label="([^"]*)"', svg) == [
        ("lifecycle/plan/", "Stage 1 of 4: Plan. Is it plan?"),
        ("lifecycle/build/", "Stage 2 of 4: Build. Is it build?"),
        ("lifecycle/test/", "Stage 3 of 4: Test. Is it test?"),
        ("lifecycle/watch/", "Stage 4 of 4: Watch. Is it watch?"),
    ]
    assert svg.count("uj-wheel-back") == 1
    assert links(part(html, '<ol class="uj-loop"', "</ol>"))[2] == (
        "lifecycle/test/",
        "3 Test Is it test?",
    )


def test_it_is_in_the_navigation(folder: Path) -> None:
    nav = part(page(folder, "lifecycle"), '<nav class="md-nav md-nav--primary"', "</nav>\n</div>")
    listed = [text for href, text in links(nav) if not href.startswith("#")]
    assert listed[listed.index("Plan") :][:5] == [
        "Plan",
        "Build",
        "Test",
        "Watch",
        "Told as stories",
    ]


def test_its_neighbours_lead_to_it(folder: Path) -> None:
    around = {
        name: links(part(page(folder, f"lifecycle/{name}"), '<nav class="uj-around', "</nav>"))
        for name in ("build", "test", "watch", "plan")
    }
    assert around == {
        "build": [
            ("../plan/", "The stage before Plan Is it plan?"),
            ("../test/", "The next stage Test Is it test?"),
        ],
        "test": [
            ("../build/", "The stage before Build Is it build?"),
            ("../watch/", "The next stage Watch Is it watch?"),
        ],
        "watch": [
            ("../test/", "The stage before Test Is it test?"),
            ("../plan/", "The next stage Plan Is it plan?"),
        ],
        "plan": [
            ("../watch/", "The stage before Watch Is it watch?"),
            ("../build/", "The next stage Build Is it build?"),
        ],
    }


def test_its_own_page_lights_it(folder: Path) -> None:
    svg = part(page(folder, "lifecycle/test"), '<svg role="group"', "</svg>")
    assert re.findall(r'<a xlink:href="([^"]*)"[^>]* aria-current="step"', svg) == ["./"]


def test_it_is_in_the_table_of_stories_and_so_is_the_new_world(folder: Path) -> None:
    html = page(folder, "lifecycle/analogies")
    rows = part(html, '<div class="uj-glance"', "</table>").split("<tr>")[1:]
    cells = [
        [
            " ".join(re.sub(r"<[^>]*>", " ", cell).split())
            for cell in re.split(r"</t[hd]>", row)[:-1]
        ]
        for row in rows
    ]
    assert cells == [
        ["Stage", "Kitchen", "Railway"],
        ["Plan", "the plan of the kitchen", "not told yet"],
        ["Build", "the build of the kitchen", "not told yet"],
        ["Test", "the test of the kitchen", "the test of the railway"],
        ["Watch", "the watch of the kitchen", "not told yet"],
    ]


def test_every_link_of_the_table_leads_to_a_story(folder: Path) -> None:
    html = page(folder, "lifecycle/analogies")
    table = part(html, '<div class="uj-glance"', "</table>")
    wanted = {href[1:] for href, _ in links(table) if href.startswith("#")}
    assert wanted <= set(re.findall(r'\bid="([^"]*)"', html))
    assert {"kitchen", "railway", "kitchen-test", "railway-test"} <= wanted


def test_a_reader_who_chose_the_new_world_sees_it_alone(folder: Path) -> None:
    styles = (folder / "site/assets/unjargon/choices.css").read_text("utf-8")
    assert '.uj-world:not([data-domain="railway"], .uj-world-asked) { display: none; }' in styles


def test_its_cost_is_in_the_chart_and_in_the_table(folder: Path) -> None:
    html = page(folder, "")
    assert "Once, on the way to the launch: 6–13 person-days" in html
    chart = part(html, '<svg class="uj-chart uj-ranges"', "</svg>")
    assert re.findall(r"<text[^>]*>([^<]*)", chart) == ["Build", "4–8", "Test", "2–5"]
    table = part(html, "The figures as a table", "</table>")
    assert "<tr><td>Test</td><td>nobody has said</td><td>2–5 person-days</td></tr>" in table


def test_the_check_reports_the_holes_in_the_table(folder: Path) -> None:
    checked = run("unjargon", "check", cwd=folder)
    found = [line for line in checked.stdout.splitlines() if "no analogy from" in line]
    assert [line.partition(" (")[0] for line in found] == [
        f"docs/lifecycle/{place}:1: analogies: analogies: no analogy from railway"
        for place in ("build.yml:6", "plan.yml:5", "watch.yml:5")
    ]


def test_a_cost_that_no_stage_tells_is_reported(small_site: Path) -> None:
    write(small_site, {"docs/index.md": "# Home\n\n{{ lifecycle_cost() }}\n"})
    built = run("mkdocs", "build", cwd=small_site)
    assert built.returncode == 1
    assert (
        "docs/index.md:3:1: macro: lifecycle_cost: no stage says what it costs "
        "(add cost to a stage)" in built.stderr
    )

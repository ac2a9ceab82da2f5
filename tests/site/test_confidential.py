"""What authors keep inside is in no byte of the published site, unless a build is asked for it."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from sites import SMALL_SITE, build, write
from unjargon.model import Project

pytestmark = pytest.mark.slow

SECRET = "zzsecret"
NUMBER = "48151623"
FIELDS = {
    "example": "yes",
    "in_use": "partly",
    "last_check_in": "2031-07-07",
    "tags": f"[{SECRET}]",
    "goal": "grow",
    "benefit": SECRET,
    "affects": f"{{sales: {SECRET}}}",
    "decision": f"{{what: {SECRET}, who: {SECRET}, review: {SECRET}, object: {SECRET}}}",
    "gates": f"{{problem: {{state: open, evidence: {SECRET}}}}}",
    "simple_solution": f"{{what: {SECRET}, result: {SECRET}}}",
    "alternatives": f"[{{name: {SECRET}, cost: {SECRET}, why: {SECRET}, likelihood: high}}]",
    "scope": f"{{for: [{SECRET}], not_for: [{SECRET}]}}",
    "how_it_works": SECRET,
    "inputs": f"[{SECRET}]",
    "output": f"{{what: {SECRET}, example: {SECRET}}}",
    "datasets": f"[{{name: {SECRET}, plain: {SECRET}, could_also: [{SECRET}]}}]",
    "metrics": f"[{{type: bias, value: {NUMBER}, plain: {SECRET}, unit: {SECRET}}}]",
    "difficulty": f"{{human: {{plain: {SECRET}, share: 31}}}}",
    "guardrails": f"[{{type: bias, min: {NUMBER}, outside: {SECRET}}}]",
    "history": f"[{{type: bias, date: 2031-07-07, value: {NUMBER}}}]",
    "agreed_with": f"[{SECRET}]",
    "cost": f"{{once: {NUMBER}, plain: {SECRET}}}",
    "value": f"{{per_year: {NUMBER}, how: {SECRET}}}",
    "currency": SECRET,
    "accountable": SECRET,
    "limitations": f"[{SECRET}]",
    "risks": f"[{{name: {SECRET}, sign: {SECRET}, mitigation: {SECRET}}}]",
    "fairness": SECRET,
    "monitoring": SECRET,
    "maintenance": SECRET,
    "team": SECRET,
    "owner_role": SECRET,
    "deliverables": f"[{{title: {SECRET}, due: 2031-07-07}}]",
    "dates": "{start: 2031-07-07}",
    "stopped": SECRET,
    "changes": f"[{{date: 2031-07-07, what: {SECRET}}}]",
    "links": f"[{{title: {SECRET}, url: 'https://{SECRET}.example'}}]",
    "faq": f"[{{question: {SECRET}, answer: {SECRET}}}]",
    "waive": f"{{style: {SECRET} is a word}}",
}
KEPT = ("name", "summary", "phase", "stage", "problem", "contact", "confidential", "withhold")


def project(**fields: str) -> str:
    return "".join(f"{name}: {text}\n" for name, text in fields.items())


def site(folder: Path, option: str) -> Path:
    options = f"{{health: true, linking_json: true{option}}}"
    hidden = dict.fromkeys(("name", "summary", "problem"), SECRET) | {"phase": "idea"}
    open_part = {"name": "Open", "summary": "Open.", "problem": "Open.", "phase": "retired"}
    files = {
        "mkdocs.yml": (
            SMALL_SITE["mkdocs.yml"].replace("unjargon: {}", f"unjargon: {options}")
            + "site_url: https://words.example/\n"
        ),
        "glossary/_vocabulary.yml": "departments: {sales: {title: Sales}}\n",
        "docs/index.md": "# Home\n\n{{ projects() }}\n",
        "docs/lifecycle/frame.yml": "title: Frame\nquestion: Q\nsummary: S\n",
        "docs/projects/_goals.yml": "goals: {grow: {title: Grow}}\n",
        # A long sentence and an unknown acronym, so that the health page has something to tell.
        "docs/projects/zzsecret-plan.yml": project(
            **hidden,
            stage="frame",
            contact=f"{{name: {SECRET}}}",
            confidential="yes",
            **FIELDS | {"fairness": f"{'ZZSECRET long ' * 30}sentence."},
        ),
        "docs/projects/open.yml": project(
            **open_part,
            stage="frame",
            contact="{name: Open team}",
            withhold=f"[{', '.join(FIELDS)}]",
            **FIELDS | {"fairness": f"{'ZZSECRET long ' * 30}sentence."},
        ),
    }
    return build(write(write(folder, SMALL_SITE), files))


def places(site: Path, *secrets: str) -> list[str]:
    """Return the files of a site that hold one of some texts, in whatever capitals."""
    found = []
    for path in sorted(site.rglob("*")):
        if path.is_file():
            data = path.read_bytes()
            text = gzip.decompress(data) if path.suffix == ".gz" else data
            name = path.relative_to(site).as_posix()
            if any(secret.encode() in name.encode() + text.lower() for secret in secrets):
                found.append(name)
    return found


def test_the_case_holds_every_field() -> None:
    assert {*FIELDS, *KEPT} == set(Project.written_fields())


def test_it_is_in_no_byte(tmp_path: Path) -> None:
    built = site(tmp_path, "")
    for name in ("index.html", "card.json", "model-card.md"):
        assert (built / "projects/open" / name).is_file()
    assert places(built, SECRET, NUMBER, "48,151,623", "2031", "july") == []


def test_a_build_can_be_asked_for_it(tmp_path: Path) -> None:
    built = site(tmp_path, ", confidential: true")
    assert {*places(built, SECRET)} >= {
        "authors/health/index.html",
        "index.html",
        "linking.json",
        "projects/data/index.html",
        "projects/index.html",
        "projects/open/card.json",
        "projects/open/index.html",
        "projects/roadmap/index.html",
        "projects/scorecard/index.html",
        "projects/open/model-card.md",
        "projects/zzsecret-plan/card.json",
        "projects/zzsecret-plan/index.html",
        "projects/zzsecret-plan/model-card.md",
        "search/search_index.json",
        "sitemap.xml",
    }

"""A site of five projects between which everything stands out that can."""

from __future__ import annotations

from pathlib import Path

from sites import SMALL_SITE, write
from unjargon.site import Settings, Site

PROJECT = "summary: {0} bias.\nproblem: Many.\ncontact: {{name: ML team}}\n"
FILES = {
    "glossary/_vocabulary.yml": "departments: {sales: {title: Sales}, hr: {title: HR}}\n",
    "docs/lifecycle/frame.yml": "{title: Frame, question: Why?, summary: Begin., after: run}",
    "docs/lifecycle/run.yml": "{title: Run, question: On?, summary: Go., after: frame}",
    "docs/projects/_goals.yml": """
goals:
  on-time: {title: On time, summary: 95 of 100., owner: Head of depot}
  easy: {title: Easy shopping}
  waste: {title: Less waste, owner: Head of purchasing}
""",
    # Complete in nothing, outside its limits, with a return, a past and a future.
    "docs/projects/orders.yml": PROJECT.format("Estimates orders without")
    + """
name: Estimate orders
phase: production
stage: run
in_use: yes
last_check_in: 2026-09-30
tags: [depot]
goal: on-time
affects: {sales: Fewer surprises., hr: Plan later.}
metrics: [{type: bias, unit: '%', value: 5, plain: P.}]
guardrails: [{min: 10, outside: Stop.}]
cost: {once: 1000, per_year: 200}
value: {per_year: 1000, how: Counted., years: 2}
accountable: Head of depot
deliverables:
  - {title: First version, due: 2026-01-31, done: 2026-02-14}
  - {title: Second <version>, due: 2026-11-13}
  - {title: Some day}
dates: {start: 2025-09-01, live: 2026-03-01, reviewed: 2026-06-30, next_review: 2026-12-31}
datasets:
  - {name: Daily orders, plain: 'Orders, by day.', owner: Depot, personal_data: no, condition: good}
  - {name: Weather, could_also: [Plan ice cream.]}
""",
    "docs/projects/mails.yml": PROJECT.format("Sorts mails without")
    + """
name: Sort mails
phase: development
stage: frame
example: true
goal: on-time
cost: {per_year: 500}
value: {per_year: 100, how: Guessed.}
currency: CHF
affects: {hr: Less to read.}
deliverables: [{title: Report, due: 2026-10-31}]
datasets:
  - {name: daily  Orders, origin: The depot., condition: unknown, faults: [Sundays lack.]}
  - {name: Mails, personal_data: yes, condition: poor}
""",
    "docs/projects/crates.yml": PROJECT.format("Sees crates without")
    + "name: 'Spot {{ crates }}'\nphase: idea\nstage: frame\n",
    "docs/projects/recipes.yml": PROJECT.format("Chose recipes without")
    + """
name: Suggest recipes
phase: retired
stage: run
in_use: no
goal: easy
cost: {once: 100}
value: {per_year: 10, how: Counted., years: 1}
dates: {start: 2024-01-15, live: 2024-06-01, end: 2025-01-31}
deliverables:
  - {title: List, done: 2024-05-31}
  - {title: Never handed over, due: 2025-06-30}
""",
    # What is kept inside is neither told nor told as missing.
    "docs/projects/prices.yml": PROJECT.format("Finds prices without")
    + """
name: Find prices
phase: production
stage: run
in_use: yes
goal: waste
cost: {once: 10}
value: {per_year: 10, how: Counted.}
accountable: Head of sales
datasets: [{name: Prices, plain: Secret prices.}]
withhold: [in_use, goal, cost, accountable, datasets]
""",
}


def site(folder: Path, **more: str) -> Site:
    """Read the site, with more projects by id or some of them otherwise; empty leaves one out."""
    files = SMALL_SITE | FILES | {f"docs/projects/{key}.yml": text for key, text in more.items()}
    write(folder, {name: text for name, text in files.items() if text})
    return Site(Settings(folder, folder / "docs"))


def many(count: int) -> dict[str, str]:
    """Return projects by id, of all phases, half of them without a goal."""
    phases = ("idea", "design", "development", "production", "retired")
    return {
        f"p{number:03}": PROJECT.format(f"Number {number} has no")
        + f"name: Project {number:03}\nphase: {phases[number % 5]}\nstage: run\n"
        + ("goal: on-time\n" if number % 2 else "")
        + f"in_use: {('yes', 'no', 'partly')[number % 3]}\n"
        + "affects: {sales: More to do.}\n"
        + f"datasets: [{{name: Data {number:03}, plain: Rows.}}, {{name: Daily orders}}]\n"
        + f"deliverables: [{{title: Report {number}, due: 2026-{number % 12 + 1:02}-15}}]\n"
        for number in range(count)
    }

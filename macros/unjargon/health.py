"""The health page: what maintainers have to know of a glossary, counted from its content.

It is left out unless a site asks for it, because it reads every text with every rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass
from functools import partial

from unjargon.checks import Content, find_problems, missing
from unjargon.checks.jargon import undefined
from unjargon.checks.reading import grade_of
from unjargon.checks.rule import Rule
from unjargon.checks.texts import Passage
from unjargon.errors import Problem

Row = tuple[str, int]
SHOWN = 10
"""How many entries a list shows."""


@dataclass(frozen=True, slots=True)
class Health:
    """The figures of the health page."""

    counts: tuple[Row, ...]
    """Terms, stages, projects, pages, drafts."""
    topics: tuple[Row, ...]
    """Terms of each topic."""
    domains: tuple[Row, ...]
    """Terms that have an analogy from each domain."""
    departments: tuple[Row, ...]
    """Terms that say what they mean for each department."""
    grades: tuple[Row, ...]
    """Terms by the reading grade of their definition."""
    oldest: tuple[tuple[str, str], ...]
    """Terms read longest ago, and the day."""
    unused: tuple[str, ...]
    """Terms that stand in no text but their own; those that only macros link aside."""
    most_used: tuple[Row, ...]
    """Terms that stand in most texts, and in how many."""
    undefined: tuple[str, ...]
    """Words that look like jargon and have no entry, most frequent first."""
    findings: tuple[Row, ...]
    """Open findings by rule."""
    problems: tuple[Problem, ...]
    """The findings themselves."""


def examine(content: Content, rules: dict[str, Rule]) -> Health:
    """Count what there is, what is missing and what is wrong."""
    terms = content.catalog.terms
    lists = content.catalog.vocabulary
    used = _uses(content)
    # What depends on the day has no place on a page that is the same on every build.
    lasting = [rule for rule in rules.values() if rule.id != "freshness"]
    problems = find_problems(content, lasting)
    reviewed = sorted((term.reviewed, key) for key, term in terms.items() if term.reviewed)
    jargon = rules["undefined-jargon"]
    return Health(
        counts=(
            ("terms", len(terms)),
            ("of them essential", sum(term.level == "essential" for term in terms.values())),
            ("of them in draft", sum(term.status == "draft" for term in terms.values())),
            ("stages", len(content.catalog.stages)),
            ("projects", len(content.catalog.projects)),
            ("pages for readers", sum(page.for_readers for page in content.pages)),
        ),
        topics=tuple(
            (content.catalog.topic(topic).title, len(ids))
            for topic, ids in content.catalog.by_topic().items()
        ),
        domains=tuple(
            (choice.title, sum(domain in term.analogies for term in terms.values()))
            for domain, choice in lists.domains.items()
        ),
        departments=tuple(
            (choice.title, sum(department in term.why_for for term in terms.values()))
            for department, choice in lists.departments.items()
        ),
        grades=_grades(content),
        oldest=tuple((key, day.isoformat()) for day, key in reviewed[:SHOWN]),
        unused=tuple(key for key, term in terms.items() if not used[key] and term.link == "auto"),
        most_used=tuple(used.most_common(SHOWN)),
        undefined=() if missing(jargon) else _undefined(content, jargon),
        findings=tuple(Counter(problem.rule for problem in problems).most_common()),
        problems=tuple(problems[: 5 * SHOWN]),
    )


def _undefined(content: Content, rule: Rule) -> tuple[str, ...]:
    return tuple(found.message for found in undefined(content, rule.options))[:SHOWN]


def _uses(content: Content) -> Counter[str]:
    """Count the files in which each term stands, its own aside."""
    uses: Counter[str] = Counter()
    for key, found in content.files:
        owner = found[0].owner
        here = content.remember(partial(_used, key), partial(_words_of, content, found))
        uses.update(here - {owner.id} if owner.kind == "term" else here)
    return uses


def _used(key: Hashable) -> Hashable:
    return "used", key


def _words_of(content: Content, passages: list[Passage]) -> set[str]:
    return {
        term
        for passage in passages
        for match in content.words_in(passage.text)
        for term in match.terms
    }


def _grades(content: Content) -> tuple[Row, ...]:
    grades: Counter[int] = Counter()
    for passage in content.passages:
        if passage.owner.kind == "term" and passage.path == ("plain",):
            grade = grade_of(content, passage)
            grades[min(max(round(grade), 0), 12)] += 1
    if not grades:
        return ()
    span = range(min(grades), max(grades) + 1)
    return tuple((f"grade {grade}", grades[grade]) for grade in span)

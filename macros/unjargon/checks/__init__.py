"""The editor: a registry of rules that keep words plain, exact and connected."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from importlib.util import find_spec
from typing import Any

from unjargon.checks.analogies import analogies
from unjargon.checks.jargon import circular, density, in_definition, undefined
from unjargon.checks.reading import grade, length, long_sentences, rare_words
from unjargon.checks.relations import addresses, freshness, references
from unjargon.checks.rule import Content, Rule
from unjargon.checks.secrets import secrets
from unjargon.checks.style import style
from unjargon.checks.texts import MarkdownPage, Place
from unjargon.checks.unfinished import unfinished
from unjargon.checks.waivers import excused, waivers
from unjargon.errors import Problem, nearest

__all__ = [
    "RULES",
    "Content",
    "MarkdownPage",
    "Place",
    "Rule",
    "configured",
    "find_problems",
    "missing",
    "not_run",
]

_RULES = (
    Rule(
        "length",
        "`short` fits a hover card, `plain` begins with a short paragraph",
        length,
        options={"sentences": 2, "words": 30, "characters": 200, "paragraph": 45},
    ),
    Rule(
        "sentences",
        "no sentence is too long, and they are short on average",
        long_sentences,
        options={"words": 25, "average": 15, "least": 4},
    ),
    Rule(
        "reading-grade",
        "`short` and `plain` can be read at the age of 13 or 14",
        grade,
        options={"grade": 8},
        english=True,
    ),
    Rule(
        "rare-words",
        "few words are rare in everyday English",
        rare_words,
        options={"zipf": 2.74, "short": 1, "share": 0.02, "least": 50},
        english=True,
        needs="wordfreq",
    ),
    Rule(
        "jargon-in-definition",
        "a definition leans on few other terms, and no two need each other",
        in_definition,
        options={"short": 1, "plain": 3},
    ),
    Rule(
        "undefined-jargon",
        "words that look like jargon have an entry",
        undefined,
        level="warning",
        options={"zipf": 2.2, "uses": 2, "letters": 3},
        english=True,
        needs="wordfreq",
    ),
    Rule(
        "density",
        "a page names few terms for its length",
        density,
        options={"terms": 3, "least": 100},
    ),
    Rule("circular", "a definition does not explain its word by the same word", circular),
    Rule(
        "analogies",
        "comparisons say where they stop, and there are enough of them",
        analogies,
        level="warning",
        options={"breaks_when": 8, "essential": 4},
    ),
    Rule(
        "style",
        "no empty phrase, needless passive, unexplained acronym or exclamation mark",
        style,
        level="warning",
        options={"allow": [], "phrases": [], "passives": 0.25, "least": 8},
        english=True,
    ),
    Rule(
        "references",
        "relations are stated once, never in a circle, and reach every term",
        references,
    ),
    Rule(
        "freshness",
        "what was read long ago is read again",
        freshness,
        level="warning",
        options={"days": 365},
    ),
    Rule("addresses", "a published address still leads somewhere", addresses),
    Rule(
        "secrets",
        "no key, token or password stands in a content file",
        secrets,
        options={"allow": []},
        needs="detect_secrets",
    ),
    Rule("to-fill-in", "nothing is left to fill in that a command could not know", unfinished),
)
_WAIVERS = Rule(
    "waivers",
    "few files are excused from rules, each with a reason",
    partial(waivers, rules=[rule.id for rule in _RULES]),
    options={"share": 0.02, "reason": 3},
)
RULES: dict[str, Rule] = {rule.id: rule for rule in (*_RULES, _WAIVERS)}
"""Every editorial rule by id, in the order of the documentation."""


def configured(options: Mapping[str, Any]) -> dict[str, Rule]:
    """Return the rules as a site's mkdocs.yml wants them.

    Args:
        options: By rule id, a level (`off`, `warning`, `error`) or a mapping of options.

    Raises:
        ValueError: If a rule, level or option does not exist; the message names the nearest.
    """
    rules = dict(RULES)
    for rule_id, wanted in options.items():
        if rule_id not in RULES:
            hint = nearest(rule_id, RULES) or f"known: {', '.join(RULES)}"
            raise ValueError(f"checks: no rule '{rule_id}' ({hint})")
        if not isinstance(wanted, str | bool | Mapping):
            raise ValueError(f"checks: {rule_id}: should be a level, or options with their values")
        settings = {"level": wanted} if isinstance(wanted, str | bool) else dict(wanted)
        level = settings.pop("level", None)
        level = "off" if level is False else level  # YAML reads a bare `off` as false.
        if level not in (None, "off", "warning", "error"):
            raise ValueError(f"checks: {rule_id}: level is '{level}' (off, warning or error)")
        known = RULES[rule_id].options
        for name, value in settings.items():
            if name not in known:
                hint = nearest(name, known) or f"known: {', '.join(('level', *known))}"
                raise ValueError(f"checks: {rule_id}: no option '{name}' ({hint})")
            if not _fits(value, known[name]):
                what = "a list" if isinstance(known[name], list) else "a number"
                raise ValueError(f"checks: {rule_id}: {name} is '{value}' (should be {what})")
        rules[rule_id] = RULES[rule_id].configured(level, settings)
    return rules


def _fits(value: Any, default: Any) -> bool:
    if isinstance(default, list):
        return isinstance(value, list)
    return isinstance(value, int | float) and not isinstance(value, bool)


def find_problems(content: Content, rules: Iterable[Rule]) -> list[Problem]:
    """Return what breaks the rules, sorted, without what files are excused from."""
    waived = excused(content)
    found = [
        problem
        for rule in rules
        if rule.level != "off" and not missing(rule, content.catalog.language)
        for problem in rule.problems(content)
        if rule.id == _WAIVERS.id or rule.id not in waived.get(problem.path, {})
    ]
    return sorted(set(found))


def missing(rule: Rule, language: str = "en") -> str:
    """Return why a rule cannot run here; empty if it can."""
    if rule.english and not language.startswith("en"):
        return f"English only, and the site's language is '{language}'"
    if rule.needs and find_spec(rule.needs) is None:
        return "pip install 'unjargon[editor]'"
    return ""


def not_run(rules: Iterable[Rule], language: str = "en") -> list[str]:
    """Return a line for each reason why rules cannot run here, with those rules."""
    kept: dict[str, list[str]] = {}
    for rule in rules:
        if rule.level != "off" and (reason := missing(rule, language)):
            kept.setdefault(reason, []).append(rule.id)
    return [f"Not run: {', '.join(ids)} ({reason})" for reason, ids in kept.items()]

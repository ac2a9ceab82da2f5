"""A site whose every text field holds an attack: the fields are read off the records themselves,
so that a field which joins them is attacked from its first day on.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Annotated, Any, Literal, Union, get_args, get_origin

import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sites import SMALL_SITE
from unjargon import model
from unjargon.model.base import FormerId, WebAddress

ATTACKS: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "attacks.yml").read_text("utf-8"))
TEXTS: dict[str, str] = ATTACKS["texts"]
ADDRESSES: dict[str, str] = ATTACKS["addresses"]["kept"]
# Names that mean something to the scripts of a page, and are ids like any other.
CLOBBERING = (
    *("constructor", "prototype", "tostring", "valueof", "hasownproperty", "then", "length"),
    *("location", "document", "forms", "body", "name", "config", "search", "top", "self"),
)

Text = Callable[[], str]
"""Returns the text for the next field."""

# Fields that hold no free text: ids, and what has to fit something else.
_WRITTEN: dict[str, Any] = {
    "Term.topic": "basics",
    "Term.case": "auto",
    "Term.link": "auto",
    "Term.status": "reviewed",
    "Term.replaced_by": None,
    "Term.only_in": (),
    "Term.formerly": (),
    "Term.broader": ("bias",),
    "Term.related": ("bias",),
    "Term.learn_first": ("bias",),
    "Term.stages": ("stage-0",),
    "Term.waive": {},
    "Term.hide": False,
    "Confusion.term": "bias",
    "LoopBack.stage": "stage-0",
    "Stage.waive": {},
    "Stage.hide": False,
    "Project.stage": "stage-0",
    "Project.goal": "grow",
    "Project.confidential": False,
    "Project.withhold": (),
    "Project.waive": {},
    "Project.history": (
        {"date": "2026-01-31", "value": 1, "type": "bias"},
        {"date": "2026-02-28", "value": 2, "type": "bias"},
    ),
    "Metric.type": "bias",
    "Guardrail.type": "bias",
    "Dataset.personal_data": True,
    "SessionStep.minutes": 1,
    "SessionStep.terms": ("bias",),
    "PathStep.minutes": 1,
    "PathStep.terms": (),
    "QuizQuestion.about": "bias",
    "Work.year": 2020,
    "Work.terms": ("bias",),
    **{
        f"{step}.{name}": value
        for step in ("SessionStep", "PathStep")
        for name, value in (("stages", ("stage-0",)), ("projects", ("attack-0",)), ("guides", ()))
    },
    "Work.stages": ("stage-0",),
}
"""By class and field; None: left out."""
_KEYS = {"why_for": "one", "affects": "one", "analogies": "one"}
"""Fields that are keyed by an id of the lists."""


def filled(record: type[BaseModel], text: Text, **fields: Any) -> dict[str, Any]:
    """Return all fields of a record with an attack in each that is free text."""
    found = dict(fields)
    for name, info in record.model_fields.items():
        key = info.alias or name
        if key in found:
            continue
        place = f"{record.__name__}.{name}"
        value = _WRITTEN[place] if place in _WRITTEN else _value(_annotated(info), text, name)
        if value is not None:
            found[key] = value
    return found


def _annotated(info: FieldInfo) -> Any:
    return Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation


def _value(kind: Any, text: Text, name: str) -> Any:
    arguments = get_args(kind)
    if get_origin(kind) is Annotated:
        checks = {type(one): one for one in arguments[1:]}
        for known, value in ((WebAddress, _address(text)), (FormerId, "former")):
            if any(one is checks.get(type(one)) for one in get_args(known)[1:]):
                return value
        return _value(arguments[0], text, name)
    if get_origin(kind) in (Union, types.UnionType):
        return _value(arguments[0], text, name)
    if get_origin(kind) is Literal:
        return arguments[0]
    if get_origin(kind) is tuple:
        return (_value(arguments[0], text, name),)
    if get_origin(kind) is dict:
        values = (_value(arguments[1], text, name), _value(arguments[1], text, name))
        if name in _KEYS:
            return {_KEYS[name]: values[0]}
        return dict(zip((text(), "second"), values, strict=True))
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return filled(kind, text)
    return {str: text(), date: "2026-01-31", bool: True}.get(kind, 1)


def _address(text: Text) -> str:
    return list(ADDRESSES.values())[sum(text().encode()) % len(ADDRESSES)]


def files() -> dict[str, str]:
    """Return the attacked site. Two attacks take turns in the fields of one term and one project,
    all of them in those of stages, lists and front matter: a page for each attack would be too many
    to open in a browser.
    """
    return {
        **SMALL_SITE,
        "mkdocs.yml": (
            "site_name: Attacked\ntheme: {name: material, font: false, features: "
            "[navigation.instant, navigation.tabs, navigation.indexes, search.highlight]}\n"
            "plugins: [search, macros: {modules: [unjargon], on_undefined: strict}, "
            "unjargon: {health: true, linking_json: true}]\n"
            "markdown_extensions: [abbr, admonition, attr_list, def_list, footnotes, md_in_html, "
            "tables, toc: {permalink: true}, pymdownx.details, pymdownx.highlight, "
            "pymdownx.superfences, pymdownx.snippets, pymdownx.tasklist, "
            "pymdownx.tabbed: {alternate_style: true}, pymdownx.arithmatex: {generic: true}]\n"
        ),
        **dict(_lists()),
        **{f"glossary/{key}.yml": json.dumps(term) for key, term in terms().items()},
        **{f"docs/projects/{key}.yml": json.dumps(one) for key, one in projects().items()},
        **dict(_stages()),
        **dict(_lessons()),
        **{f"docs/front/{key}.md": _page(matter) for key, matter in front_matter().items()},
        "docs/index.md": f"# Home\n\nWe fear {', '.join(f'{key} word' for key in CLOBBERING)}.\n",
        "docs/macros.md": "# Macros\n\n{{ lifecycle() }}\n\n{{ projects() }}\n\n"
        + "".join(
            f'{{{{ term("{key}") }}}}\n\n{{{{ definition("{key}") }}}}\n\n'
            f'{{{{ analogy("{key}", "one") }}}}\n\n'
            for key in terms()
            if key.startswith("attack")
        ),
    }


def terms() -> dict[str, dict[str, Any]]:
    """Return the terms of the site by id."""
    found = {
        key: {"term": f"{key} word", "short": f"About {key}.", "plain": "P."} for key in CLOBBERING
    }
    for number, pair in enumerate(_pairs()):
        text = partial(next, cycle(pair))
        stories = {key: filled(model.Analogy, text) for key in ("one", f"t-{number}")}
        more = {"topic": f"t-{number}", "analogies": stories, "not_in": ["the x"]}
        found[f"attack-{number}"] = filled(model.Term, text, **more)
    return found


def projects() -> dict[str, dict[str, Any]]:
    """Return the projects of the site by id; its attacks stand where the terms have the others."""
    return {
        f"attack-{number}": filled(
            model.Project, partial(next, cycle(reversed(pair))), goal=f"t-{number}"
        )
        for number, pair in enumerate(_pairs())
    }


def front_matter() -> dict[str, dict[str, str]]:
    """Return the front matter of pages by name. Their body would be code, and reviewed as such."""
    fields, texts = ("title", "description", "author", "subtitle"), list(TEXTS.values())
    return {
        f"page-{start}": dict(zip(fields, (texts * 2)[start : start + len(fields)], strict=True))
        for start in range(0, len(texts), len(fields))
    }


def _page(matter: dict[str, str]) -> str:
    return f"---\n{json.dumps(matter)}\n---\n# A heading\n\nText about bias.\n"


def _pairs() -> list[tuple[str, str]]:
    texts = list(TEXTS.values())
    middle = (len(texts) + 1) // 2
    return [(text, texts[(middle + number) % len(texts)]) for number, text in
            enumerate(texts[:middle])]  # fmt: skip


def _lists() -> Iterator[tuple[str, str]]:
    turn = partial(next, cycle(TEXTS.values()))
    keys = [f"t-{number}" for number in range(len(_pairs()))]
    lists: dict[str, Any] = {
        "topics": {"basics": {"title": "Basics"}}
        | {key: filled(model.Topic, turn) for key in keys},
        "domains": {"one": {"title": "One"}} | {key: filled(model.Choice, turn) for key in keys},
        "departments": {"one": {"title": turn()}},
        "known_words": list(TEXTS.values()),
    }
    assert set(lists) < set(model.Vocabulary.written_fields())
    yield "glossary/_vocabulary.yml", json.dumps(lists)
    goals = {"grow": {"title": "Grow"}} | {key: filled(model.Goal, turn) for key in keys}
    yield "docs/projects/_goals.yml", json.dumps({"goals": goals})


def _stages() -> Iterator[tuple[str, str]]:
    turn = partial(next, cycle(TEXTS.values()))
    count = 12
    for number in range(count):
        stage = filled(model.Stage, turn, after=f"stage-{(number - 1) % count}")
        yield f"docs/lifecycle/stage-{number}.yml", json.dumps(stage)


def _lessons() -> Iterator[tuple[str, str]]:
    turn = partial(next, cycle(TEXTS.values()))
    count = 20
    works = {f"work-{number}": filled(model.Work, turn) for number in range(count)}
    session = {"audience": ("one",), "minutes": count, "guides": (), "further": tuple(works)}
    found = {
        "sessions/attack": filled(
            model.Session, turn, steps=[filled(model.SessionStep, turn) for _ in works], **session
        ),
        "paths/attack": filled(
            model.LearningPath,
            turn,
            assumes=(),
            steps=[filled(model.PathStep, turn) for _ in works],
        ),
        "learn/further": {"works": works},
        "learn/questions": {"questions": [filled(model.QuizQuestion, turn) for _ in works]},
    }
    for name, record in found.items():
        yield f"docs/{name}.yml", json.dumps(record)

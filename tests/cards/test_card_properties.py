"""Whatever a project says, its card shows that and no more, and is read back as the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from card_projects import EXAMPLES, imported, mapped, record
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from unjargon.cards import CARDS, Card
from unjargon.cards.markdown import FULL, escaped, flat, portable
from unjargon.model import Project
from unjargon.prose import MARKDOWN

# Signs of Markdown, HTML, YAML and Jinja, in words short enough that they meet.
SIGNS = "ab1 \n*_`~[]()<>!#-+=|\\&;:'\"{}%.,/@é😀\u00a0\u2028"
ANYTHING = st.text(st.sampled_from(SIGNS), max_size=20)
TEXT = st.tuples(ANYTHING, st.sampled_from("ab1é"), ANYTHING).map("".join).map(str.strip)
LINE = TEXT.map(lambda text: " ".join(text.split()))
FIGURE = st.floats(-1e15, 1e15, allow_nan=False).map(str)
FEW = {"max_size": 3}


def maybe(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


def several(entry: st.SearchStrategy[Any], **needed: st.SearchStrategy[Any]) -> Any:
    """Lists of things that differ in what every one of them has."""
    both = st.tuples(st.fixed_dictionaries(needed), entry).map(lambda pair: pair[0] | pair[1])
    return st.lists(both, unique_by=lambda one: tuple(one[name] for name in needed), **FEW)


DAY = st.dates().map(str)
PROJECTS = st.tuples(
    st.fixed_dictionaries(
        {
            "name": LINE,
            "summary": LINE,
            "phase": st.sampled_from(["idea", "production", "retired"]),
            "stage": st.sampled_from(sorted(EXAMPLES.stages)),
            "problem": TEXT.map(portable),
            "contact": st.tuples(
                st.fixed_dictionaries({"name": LINE}),
                maybe(url=st.sampled_from(["mailto:a_b@c.de", "HTTPS://a.de/b_c*d(e)?f&amp;g`h"])),
            ).map(lambda pair: pair[0] | pair[1]),
        }
    ),
    maybe(
        example=st.sampled_from(["yes", "no"]),
        in_use=st.sampled_from(["yes", "partly", "no"]),
        last_check_in=DAY,
        tags=st.lists(LINE, unique=True, **FEW),
        how_it_works=TEXT.map(portable),
        scope=maybe(
            **{"for": st.lists(LINE, unique=True, **FEW)},
            not_for=st.lists(LINE, unique=True, **FEW),
        ),
        inputs=st.lists(LINE, unique=True, **FEW),
        output=st.fixed_dictionaries({"what": LINE}),
        datasets=several(
            maybe(
                plain=LINE,
                condition=st.sampled_from(["good", "poor"]),
                faults=st.lists(LINE, **FEW),
                personal_data=st.sampled_from(["yes", "no"]),
            ),
            name=LINE,
        ),
        metrics=several(
            maybe(unit=LINE.map(lambda text: f"x{text}"), baseline=FIGURE, date=DAY)
            .flatmap(lambda fields: st.tuples(st.just(fields), FIGURE, LINE))
            .map(lambda all_: all_[0] | {"value": all_[1], "plain": all_[2]}),
            type=st.sampled_from(["accuracy", "recall"]),
            segment=LINE,
        ),
        limitations=st.lists(LINE, unique=True, **FEW),
        risks=several(
            st.fixed_dictionaries({"sign": LINE, "mitigation": LINE}),
            name=LINE,
        ),
        team=LINE,
        owner_role=LINE,
        links=several(
            st.fixed_dictionaries({"title": LINE}), url=st.sampled_from(["http://a", "mailto:b_c"])
        ),
        stopped=TEXT.map(portable),
    ),
).map(lambda pair: Project.model_validate(pair[0] | pair[1]))


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.name)
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(project=PROJECTS)
def test_a_project_comes_back_as_it_was(card: Card, project: Project, tmp_path: Path) -> None:
    back = imported(tmp_path, card, card.text(project, EXAMPLES))
    assert mapped(record(back.data), card) == mapped(project, card)


@settings(max_examples=500, deadline=None)
@given(TEXT)
@example("a #")
@example("a ##")
def test_plain_text_is_shown_as_it_is(text: str) -> None:
    for before, after in (("", ""), ("# ", ""), ("- **", "**"), ("- **x:** ", "")):
        tokens = FULL.parse(f"{before}{escaped(text)}{after}")
        shown = "".join(
            child.content for token in tokens for child in token.children or () if child.content
        )
        assert shown.removeprefix("x: ") == flat(text)


@settings(max_examples=500, deadline=None)
@given(ANYTHING)
def test_prose_means_the_same_to_every_reader(text: str) -> None:
    kept = portable(text)
    assert FULL.render(f"{kept}\n\n## x\n") == f"{MARKDOWN.render(kept)}<h2>x</h2>\n"
    assert portable(kept) == kept

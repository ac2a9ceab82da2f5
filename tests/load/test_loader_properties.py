"""Whatever bytes a file holds, the reader says what is wrong, and text comes back as typed."""

from __future__ import annotations

import json
import re

import yaml
from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from unjargon.load.strict import plain_value, read_yaml
from unjargon.model import Term

Reported = tuple[int, int, str, str, str, str]

SIGNS = st.sampled_from(
    [*"abc:-?[]{},&*!<#'\"|>%@`~ \t\n\r\\\x85\u2028\0", ": ", "- ", "\n  ", "---"]
)
YAML_LIKE = st.lists(SIGNS, max_size=60).map("".join).map(str.encode)
FILES = st.one_of(st.binary(max_size=200), st.text(max_size=100).map(str.encode), YAML_LIKE)

# What can be typed on one line; white space around a text is not part of it.
TEXT = st.text(
    st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufffe\uffff"),
    min_size=1,
).filter(lambda text: text.strip() == text)


def short_of(field: str) -> str:
    root, reported = read(f"term: bias\nplain: A steady lean.\n{field}".encode())
    assert reported == []
    assert root is not None
    return Term.model_validate(plain_value(root)).short


def read(data: bytes) -> tuple[yaml.MappingNode | None, list[Reported]]:
    reported: list[Reported] = []
    root = read_yaml(data, lambda *mistake: reported.append(mistake))
    return root, reported


@examples(200)
@given(FILES)
def test_any_bytes_are_read_or_explained(data: bytes) -> None:
    root, reported = read(data)
    assert reported or isinstance(plain_value(root), dict)


@examples(200)
@given(FILES)
def test_each_mistake_has_a_place_in_the_file_and_words(data: bytes) -> None:
    lines = len(re.split(rb"\r\n|[\r\n]|\xc2\x85|\xe2\x80[\xa8\xa9]", data))
    for line, column, rule, _, message, _ in read(data)[1]:
        assert 0 <= line <= lines
        assert 0 <= column <= len(data)
        assert rule
        assert message


@examples(200)
@given(TEXT)
def test_quoted_text_comes_back_as_typed(text: str) -> None:
    quoted = json.dumps(text, ensure_ascii=False)
    assert short_of(f"short: {quoted}\n") == text


@examples(200)
@given(st.lists(TEXT, min_size=1, max_size=5))
def test_block_text_comes_back_as_typed(lines: list[str]) -> None:
    block = "".join(f"  {line}\n" for line in lines)
    assert short_of(f"short: |\n{block}") == "\n".join(lines)

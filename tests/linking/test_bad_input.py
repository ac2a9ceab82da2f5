"""Texts and glossaries that nobody means to write: a correct page comes out of each."""

from __future__ import annotations

import pytest
from linking_cases import matcher, page

from unjargon.linking import link_html

DEEP = 50_000
LINK = (
    '<a class="uj-term" data-term="bias" href="/g/bias/" aria-describedby="uj-word-bias">bias</a>'
)
TEXTS = {
    "nothing": ("", ""),
    "nul": ("a\0 bias\0 b", f"a\0 {LINK}\0 b"),
    "lone-surrogates": ("\ud800 bias \udfff", f"\ud800 {LINK} \udfff"),
    "control-characters": ("\x01\x0b bias \x7f\x85", f"\x01\x0b {LINK} \x7f\x85"),
    "five-megabytes": (f"<p>{'word ' * 1_000_000}bias</p>", f"<p>{'word ' * 1_000_000}{LINK}</p>"),
    "blocks-in-blocks": (f"{'<div>' * DEEP}bias", f"{'<div>' * DEEP}{LINK}"),
    "inline-in-inline": (f"{'<b>' * DEEP}bias", f"{'<b>' * DEEP}{LINK}"),
    "brackets-that-open-nothing": (f"{'<' * DEEP} bias", f"{'<' * DEEP} {LINK}"),
    "ends-of-what-never-began": (f"{'</p>' * DEEP}bias", f"{'</p>' * DEEP}{LINK}"),
    "one-endless-word": (f"{'bias' * DEEP} bias", f"{'bias' * DEEP} {LINK}"),
    "one-endless-chain": (f"{'bias-' * DEEP}x bias", f"{'bias-' * DEEP}x {LINK}"),
    "one-endless-path": (f"{'bias/' * DEEP}x bias", f"{'bias/' * DEEP}x {LINK}"),
    "entities-without-end": (f"{'&amp' * DEEP} bias", f"{'&amp' * DEEP} {LINK}"),
    "a-tag-that-never-ends": (f"<b title='{'bias ' * DEEP}", f"<b title='{'bias ' * DEEP}"),
    "a-comment-that-never-ends": (f"<!-- {'bias ' * DEEP}", f"<!-- {'bias ' * DEEP}"),
}
NAMES = {
    "one-character": ("x", "an x here"),
    "one-character-of-another-script": ("é", "un é ici"),
    "as-long-as-may-be": ("x" * 200, f"a {'x' * 200} here"),
    "as-many-words-as-may-be": ("y " * 99 + "y", f"a {'y ' * 50_000}here"),
    "a-regular-expression": ("(a|b)+.*[c]", "the (a|b)+.*[c] here"),
    "anchors-of-a-regular-expression": ("^bias$", "the ^bias$ here"),
    "backslashes": (r"\bias\d", r"the \bias\d here"),
    "brackets": ("f(x)", "the f(x) here"),
    "quotes": ("'so-called'", "the 'so-called' here"),
}


@pytest.mark.parametrize(("html", "expected"), TEXTS.values(), ids=TEXTS)
def test_a_strange_text_is_linked_where_it_can_be(html: str, expected: str) -> None:
    assert link_html(html, matcher([{"id": "bias", "term": "bias"}]), page()).html == expected


@pytest.mark.parametrize(("name", "text"), NAMES.values(), ids=NAMES)
def test_a_strange_name_is_found_as_it_is_written(name: str, text: str) -> None:
    found = link_html(text, matcher([{"id": "strange", "term": name}]), page()).decisions
    assert [(item.surface, item.rule) for item in found if item.rule == "linked"] == [
        (name, "linked")
    ]


def test_a_glossary_of_nothing_links_nothing() -> None:
    assert link_html("<p>bias</p>", matcher([]), page()).html == "<p>bias</p>"

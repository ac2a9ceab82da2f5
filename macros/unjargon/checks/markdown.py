"""The words of Markdown, without the markup: what a reader reads as sentences."""

from __future__ import annotations

import re
from textwrap import dedent

from markdown_it import MarkdownIt
from markdown_it.token import Token

_MARKDOWN = MarkdownIt("commonmark").enable("table")
FRONT_MATTER = re.compile(r"\A---\n.*?^---[ \t]*\n", re.DOTALL | re.MULTILINE)
_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{:?[^}\n]*\}")
_FORMULA = re.compile(
    r"\$\$.*?\$\$|\\\(.*?\\\)|\\\[.*?\\\]|\$(?!\s)[^$\n]+(?<!\s)\$(?!\d)", re.DOTALL
)
# Boxes and tabs of the usual extensions: a line that opens one, and what is indented below.
_BOX = re.compile(
    r"^(?P<indent> *)(?:!!!|\?\?\?\+?|===[!+]?) .*\n(?P<inside>(?:(?P=indent) {4}.*\n|[ \t]*\n)*)",
    re.MULTILINE,
)
_ABBREVIATION = re.compile(r"^\*\[[^\]\n]+\]:.*$", re.MULTILINE)


def words_of(markdown: str) -> str:
    """Return the words of Markdown: blocks separated by blank lines, code and tables left out."""
    blocks: list[str] = []
    skip = 0
    for token in _MARKDOWN.parse(markdown):
        if token.type in ("heading_open", "table_open"):
            skip += 1
        elif token.type in ("heading_close", "table_close"):
            skip -= 1
        elif token.type == "inline" and not skip:
            blocks.append(_inline_words(token.children or []))
    return "\n\n".join(block for block in blocks if block.strip())


def _inline_words(tokens: list[Token]) -> str:
    # Code stands for a name; its letters are not prose, but the sentence needs a word there.
    stand_in = {"softbreak": " ", "hardbreak": " ", "code_inline": "code"}
    return "".join(
        token.content if token.type == "text" else stand_in.get(token.type, "") for token in tokens
    )


def sentences_only(markdown: str) -> str:
    """Return Markdown without what is no sentence: macros, attributes, formulas, marks of boxes."""
    text = _ABBREVIATION.sub("", _JINJA.sub("", markdown))
    text = _ATTRIBUTES.sub("", _FORMULA.sub("formula", text))
    while _BOX.search(text):
        text = _BOX.sub(lambda box: f"\n{dedent(box['inside'])}\n", text)
    return text

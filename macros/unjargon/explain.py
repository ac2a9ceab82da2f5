"""Which links the site would make in a Markdown file, and in which line of its source.

Line numbers come from invisible marks put after the words of the source before it is rendered:
a private-use character for each digit of the line. Where a mark would change what Markdown
makes of the text, the mention's line is honestly unknown.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

from markdown import Markdown

from unjargon.linking import Matcher, Page, link_html


@dataclass(frozen=True, slots=True)
class Mention:
    """One link that the site would make."""

    surface: str
    """The words as they stand in the text."""
    term: str
    """Id of the term."""
    line: int | None
    """Line of the mention in the source, from 1; None where it cannot be told."""


# Private-use characters: one for each line of the source.
_FIRST_MARK, _LAST_MARK = 0xF0000, 0x10FFFD
_MARKS = re.compile(f"[{chr(_FIRST_MARK)}-{chr(_LAST_MARK)}]")
_WORD_END = re.compile(r"(?<=\w)(?!\w)")
_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_FRONT_MATTER = re.compile(r"\A---\n.*?^---[ \t]*\n", re.DOTALL | re.MULTILINE)


def explain_markdown(
    source: str,
    matcher: Matcher,
    page: Page,
    extensions: Sequence[Any] = ("toc", "tables", "fenced_code"),
    configs: dict[str, Any] | None = None,
) -> list[Mention]:
    """Return the links that a page would have, in reading order.

    Args:
        source: Markdown, with or without front matter. Macros are left out, not run.
        matcher: The glossary.
        page: What is known of the page.
        extensions: Python-Markdown extensions, as MkDocs hands them over.
        configs: Their options.
    """

    def render(text: str) -> str:
        return Markdown(extensions=extensions, extension_configs=configs or {}).convert(text)

    text = _FRONT_MATTER.sub(_blank, _JINJA.sub(_blank, source.replace("\r\n", "\n")))
    html = render(text)
    linked = link_html(html, matcher, page)
    marks = _marks(text, html, render)
    return [
        Mention(
            surface=" ".join(unescape(found.surface).split()),
            term=found.term,
            line=_line(found.start, len(found.surface), marks),
        )
        for found in linked.decisions
        if found.rule == "linked"
    ]


def _blank(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _marks(text: str, html: str, render: Callable[[str], str]) -> list[tuple[int, int]]:
    """Return offsets in the HTML, and the source line of the word that ends at each."""
    lines = text.split("\n")
    usable = _harmless(lines, list(range(min(len(lines), _LAST_MARK - _FIRST_MARK))), html, render)
    marked = render(_marked(lines, usable))
    if _MARKS.sub("", marked) != html:
        return []
    return [
        (mark.start() - count, ord(mark[0]) - _FIRST_MARK + 1)
        for count, mark in enumerate(_MARKS.finditer(marked))
    ]


def _harmless(
    lines: list[str], chosen: list[int], html: str, render: Callable[[str], str]
) -> list[int]:
    """Return those of the chosen lines whose marks leave the rendered page as it is."""
    if not chosen or _MARKS.sub("", render(_marked(lines, chosen))) == html:
        return chosen
    if len(chosen) == 1:
        return []
    middle = len(chosen) // 2
    return _harmless(lines, chosen[:middle], html, render) + _harmless(
        lines, chosen[middle:], html, render
    )


def _marked(lines: list[str], chosen: list[int]) -> str:
    marked = list(lines)
    for number in chosen:
        marked[number] = _WORD_END.sub(chr(_FIRST_MARK + number), lines[number])
    return "\n".join(marked)


def _line(start: int, length: int, marks: list[tuple[int, int]]) -> int | None:
    """Return the line of the first mark inside a mention."""
    first = bisect_right(marks, (start, _LAST_MARK))
    if first < len(marks) and marks[first][0] <= start + length:
        return marks[first][1]
    return None

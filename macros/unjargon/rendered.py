"""A Markdown text, rendered, with the way back from its HTML to the lines of its source.

Line numbers come from invisible marks put after the words of the source before it is rendered:
one private-use character for each line. Where a mark would change what Markdown makes of a line,
places in that line are honestly unknown.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from markdown import Markdown

_FIRST_MARK, _LAST_MARK = 0xF0000, 0x10FFFD
_MARKS = re.compile(f"[{chr(_FIRST_MARK)}-{chr(_LAST_MARK)}]")
_WORD_END_OR_BRACKETS = re.compile(r"(?<=\w)(?!\w)|\[([^\[\]]*)\]")
# Where a link, a footnote or an abbreviation is given its label.
_DEFINITION = re.compile(r"^ {0,3}\*?\[([^\[\]\n]+)\]:", re.MULTILINE)
_WORD_END = re.compile(r"(?<=\w)(?!\w)")
_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_FRONT_MATTER = re.compile(r"\A---\n.*?^---[ \t]*\n", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text as HTML, and where its words come from."""

    html: str
    """The HTML."""
    _marks: tuple[tuple[int, int], ...]
    """Offsets in the HTML at which words end, and the lines that these stand in."""

    def line_of(self, start: int, length: int) -> int | None:
        """Return the source line of a span of the HTML, from 1; None where it cannot be told."""
        first = bisect_right(self._marks, (start, _LAST_MARK))
        if first < len(self._marks) and self._marks[first][0] <= start + length:
            return self._marks[first][1]
        return None


def render(
    source: str,
    extensions: Sequence[Any] = ("toc", "tables", "fenced_code"),
    configs: dict[str, Any] | None = None,
) -> Rendered:
    """Render Markdown as a site would.

    Args:
        source: The text, with or without front matter. Macros are left out, not run.
        extensions: Python-Markdown extensions, as MkDocs hands them over.
        configs: Their options.
    """

    def convert(text: str) -> str:
        return Markdown(extensions=extensions, extension_configs=configs or {}).convert(text)

    text = _FRONT_MATTER.sub(_blank, _JINJA.sub(_blank, source.replace("\r\n", "\n")))
    html = convert(text)
    return Rendered(html, tuple(_find_marks(text, html, convert)))


def _blank(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _find_marks(text: str, html: str, convert: Callable[[str], str]) -> list[tuple[int, int]]:
    lines = text.split("\n")
    labels = {_label(found[1]) for found in _DEFINITION.finditer(text)}
    with_marks = [
        _marked(line, chr(_FIRST_MARK + number), labels)
        for number, line in enumerate(lines[: _LAST_MARK - _FIRST_MARK])
    ]

    def attempt(chosen: list[int]) -> str:
        tried = list(lines)
        for number in chosen:
            tried[number] = with_marks[number]
        return convert("\n".join(tried))

    marked = attempt(_harmless(list(range(len(with_marks))), html, attempt))
    if _MARKS.sub("", marked) != html:
        return []
    return [
        (mark.start() - count, ord(mark[0]) - _FIRST_MARK + 1)
        for count, mark in enumerate(_MARKS.finditer(marked))
    ]


def _harmless(chosen: list[int], html: str, attempt: Callable[[list[int]], str]) -> list[int]:
    """Return those of the chosen lines whose marks leave the rendered page as it is."""
    if not chosen or _MARKS.sub("", attempt(chosen)) == html:
        return chosen
    if len(chosen) == 1:
        return []
    middle = len(chosen) // 2
    return _harmless(chosen[:middle], html, attempt) + _harmless(chosen[middle:], html, attempt)


def _marked(line: str, mark: str, labels: set[str]) -> str:
    """Put a mark after each word but those of a label, which would become another label."""

    def with_mark(found: re.Match[str]) -> str:
        if found[1] is None:
            return mark
        return found[0] if _label(found[1]) in labels else _WORD_END.sub(mark, found[0])

    return _WORD_END_OR_BRACKETS.sub(with_mark, line)


def _label(text: str) -> str:
    return " ".join(text.lower().split())

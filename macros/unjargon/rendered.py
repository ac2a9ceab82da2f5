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
    every = list(range(min(len(lines), _LAST_MARK - _FIRST_MARK)))
    marked = convert(_marked(lines, _harmless(lines, every, html, convert)))
    if _MARKS.sub("", marked) != html:
        return []
    return [
        (mark.start() - count, ord(mark[0]) - _FIRST_MARK + 1)
        for count, mark in enumerate(_MARKS.finditer(marked))
    ]


def _harmless(
    lines: list[str], chosen: list[int], html: str, convert: Callable[[str], str]
) -> list[int]:
    """Return those of the chosen lines whose marks leave the rendered page as it is."""
    if not chosen or _MARKS.sub("", convert(_marked(lines, chosen))) == html:
        return chosen
    if len(chosen) == 1:
        return []
    middle = len(chosen) // 2
    return _harmless(lines, chosen[:middle], html, convert) + _harmless(
        lines, chosen[middle:], html, convert
    )


def _marked(lines: list[str], chosen: list[int]) -> str:
    marked = list(lines)
    for number in chosen:
        marked[number] = _WORD_END.sub(chr(_FIRST_MARK + number), lines[number])
    return "\n".join(marked)

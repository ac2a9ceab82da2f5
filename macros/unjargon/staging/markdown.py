"""A finished page as Markdown: its headings in Markdown, all between them as raw HTML.

What Unjargon, macros and Markdown extensions made of a page stands in its HTML already, so that
the engine that builds it needs none of them. Headings are spelt in Markdown again because every
engine makes its table of contents of those.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from typing import Any, NamedTuple

import yaml

_HEADING = re.compile(r"h([1-6])")
_PERMALINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_PRE = re.compile(r"<pre\b.*?</pre>", re.DOTALL)
_TAG = re.compile(r"(<[^>]*>)")
# What Markdown or its attribute lists could take for more than text.
_SIGN = re.compile(r"[\\`*_{}\[\]<>&#|~^=$]")
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class StagedPage:
    """A finished page of a site."""

    meta: Mapping[str, Any]
    """Its front matter."""
    html: str
    """Its content: words linked, macros run."""
    head: str
    """What belongs into its head, as HTML."""
    edit_url: str
    """Where the file that it was made from is edited; empty: nowhere."""


class _Heading(NamedTuple):
    start: int
    end: int
    level: int
    id: str
    inner: str


def staged_markdown(page: StagedPage) -> str:
    """Return a page as a Markdown file, front matter included."""
    # Titles that are marked as escaped are no plain strings, and the dumper knows only those.
    meta = {
        key: str(value) if isinstance(value, str) else value for key, value in page.meta.items()
    }
    ours = {"unjargon_head": page.head, "unjargon_edit": page.edit_url}
    meta |= {name: value for name, value in ours.items() if value}
    matter = yaml.safe_dump(meta, sort_keys=False, allow_unicode=True, width=10**6) if meta else ""
    return f"---\n{matter}---\n\n" + "\n\n".join(_parts(page.html)) + "\n"


def _parts(html: str) -> Iterator[str]:
    written = 0
    for heading in _Headings(html).found:
        yield from _raw(html[written : heading.start])
        inner = "".join(map(_escaped, _TAG.split(_PERMALINK.sub("", heading.inner)))).strip()
        yield f"{'#' * heading.level} {inner} {{ #{heading.id} }}"
        written = heading.end
    yield from _raw(html[written:])


def _raw(html: str) -> Iterator[str]:
    if html.strip():
        # Within one element Markdown reads nothing; only tabs would become spaces.
        kept = _PRE.sub(lambda pre: pre[0].replace("\t", "&#9;"), html.strip())
        yield f"<div>\n{kept}\n</div>"


def _escaped(piece: str) -> str:
    if piece.startswith("<"):
        return piece
    text = " ".join(re.split(r"\s+", unescape(piece)))
    return _SIGN.sub(lambda sign: f"&#{ord(sign[0])};", text)


class _Headings(HTMLParser):
    """Finds the headings that stand in no other element and that something can link to."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.found: list[_Heading] = []
        self._html = html
        self._open: list[str] = []
        self._begun: tuple[int, int, str] | None = None
        self._lines = [0]
        for line in html.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if not self._open and _HEADING.fullmatch(tag) and (name := dict(attrs).get("id")):
            start = self._offset()
            self._begun = start, start + len(self.get_starttag_text() or ""), name
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Leave `<path/>` and the like out: they hold nothing."""

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            return
        while self._open.pop() != tag:
            pass
        if self._begun and not self._open:
            (start, inside, name), here = self._begun, self._offset()
            level, end = int(tag[1]), self._html.index(">", here) + 1
            self.found.append(_Heading(start, end, level, name, self._html[inside:here]))
            self._begun = None

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

"""What Material's search takes of a page, told by one expression instead of a parser of HTML.

The rules are those of `material.plugins.search.plugin.Parser`, whose parser and look-ups took a
fifth of a large build. What the expression does not understand is left to that class.
"""

from __future__ import annotations

import re
from html import escape, unescape
from math import inf
from typing import Any

from material.plugins.search.plugin import (  # type: ignore[import-untyped]
    Element,
    Parser,
    SearchIndex,
    SearchPlugin,
    Section,
    void,
)
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

_ATTRIBUTES = re.compile(r"""\s+([^\s"'<>/=]+)(?:=(?:"([^"]*)"|'([^']*)'))?""")
# Text, and the one program, tag or comment that follows it.
_TOKEN = re.compile(
    r"""([^<]*)(?:
        <(script|style)\b[^>]*>.*?</\2>
        |<(/?)((?!script\b|style\b)[a-zA-Z][\w:-]*)
            ((?:\s+[^\s"'<>/=]+(?:=(?:"[^"]*"|'[^']*'))?)*)\s*(/?)>
        |<!--(?!-?>).*?-->
        |\Z
    )""",
    re.DOTALL | re.VERBOSE,
)
# Read in another way by some versions of Python's parser.
_ODD = re.compile(r"<(?:textarea|iframe|noscript|noembed|noframes|plaintext|xmp)\b", re.IGNORECASE)
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_KEPT = frozenset(Parser().keep)
_LEFT_OUT = frozenset(Parser().skip)
"""Elements that are left out wherever they stand; others are while one of them asks for it."""
_TELLING = ("data-search-exclude", "linenodiv", "headerlink")


class QuickIndex(SearchIndex):  # type: ignore[misc]
    """Material's index, which reads pages faster."""

    def add_entry_from_context(self, page: Page) -> None:
        """Add a page's sections."""
        if not (page.meta.get("search") or {}).get("exclude"):
            for section in sections(page.content or ""):
                if not section.is_excluded():
                    self.create_entry_for_section(section, page.toc, page.url, page)


def read_quickly(config: MkDocsConfig) -> None:
    """Give Material's search, where a site has it as it is, an index that reads faster."""
    for plugin in config.plugins.values():
        is_known = type(plugin) is SearchPlugin and plugin.config.enabled
        if is_known and type(plugin.search_index) is SearchIndex:
            plugin.search_index = QuickIndex(**plugin.config)


def sections(html: str) -> list[Any]:
    """Return the sections of a page's content, as Material's parser does."""
    tokens = None if _ODD.search(html) else _tokens(html)
    if tokens is not None:
        reader = _Reader()
        for text, slash, tag, written, closed in tokens:
            if text:
                reader.text(text)
            if tag:
                if not slash:
                    reader.start(tag, written)
                if slash or closed:
                    reader.end(tag)
        return reader.sections
    parser = Parser()
    parser.feed(html)
    parser.close()
    found: list[Any] = parser.data
    return found


def _tokens(html: str) -> list[tuple[str, str, str, str, str]] | None:
    """Return texts and the tags behind them; None: there is something else in the page."""
    tokens, end = [], 0
    for found in _TOKEN.finditer(html):
        if found.start() != end:
            return None
        end = found.end()
        text, program, slash, tag, written, closed = found.groups("")
        if program:
            # Its text is never of use, but it ends the text before it.
            tokens.append((text, "", program, "", "/"))
        else:
            tokens.append((text, slash, tag.lower(), written, closed))
    return tokens if end == len(html) else None


class _Reader:
    """Goes through a page's tags and texts; elements are told apart by their tags alone."""

    def __init__(self) -> None:
        self.sections: list[Any] = []
        self._open: list[str] = []
        self._skipped = set(_LEFT_OUT)
        self._permalinks: list[int] = []
        self._section: Any = None
        self._heading = ""

    def start(self, tag: str, written: str) -> None:
        """Enter an element."""
        if tag in void:
            return
        self._open.append(tag)
        is_heading = tag in _HEADINGS
        attributes: dict[str, str] = {}
        if written and (is_heading or any(mark in written for mark in _TELLING)):
            attributes = {
                name.lower(): unescape(one or other)
                for name, one, other in _ATTRIBUTES.findall(written)
            }
        if is_heading and "id" in attributes:
            depth = len(self._open)
            if tag != "h1" and not self.sections:
                self._begin(Section(Element("hx"), depth))
            section = Section(Element(tag, attributes), depth)
            if self.sections:
                section.id = attributes["id"]
            self._begin(section)
        if self._section is None:
            self._begin(Section(Element("hx")))
        if attributes:
            if "data-search-exclude" in attributes or attributes.get("class") == "linenodiv":
                self._skipped.add(tag)
                return
            if tag == "a" and attributes.get("class") == "headerlink":
                self._permalinks.append(len(self._open))
        if tag in _KEPT and self._skipped.isdisjoint(self._open):
            self._parts().append(f"<{tag}>")

    def end(self, tag: str) -> None:
        """Leave an element, if it is the one that was entered last."""
        if not self._open or self._open[-1] != tag:
            return
        depth = len(self._open)
        if self._section.depth > depth:
            for section in reversed(self.sections):
                if section.depth <= depth:
                    self._section.depth = inf
                    self._section, self._heading = section, section.el.tag
                    break
        self._open.pop()
        if self._permalinks and self._permalinks[-1] == depth:
            self._permalinks.pop()
        if tag in self._skipped:
            if tag not in _LEFT_OUT:
                self._skipped.remove(tag)
            return
        if tag in _KEPT and self._skipped.isdisjoint(self._open):
            parts = self._parts()
            first = parts.index(f"<{tag}>")
            # What holds nothing is taken out again.
            if any(not part.isspace() for part in parts[first + 1 :]):
                parts.append(f"</{tag}>")
            else:
                del parts[first:]

    def text(self, written: str) -> None:
        """Take text."""
        if not self._skipped.isdisjoint(self._open):
            return
        text = unescape(written)
        is_space = text.isspace()
        is_laid_out = "pre" in self._open
        if not is_laid_out:
            text = " " if is_space else text.replace("\n", " ")
        if self._section is None:
            self._begin(Section(Element("hx")))
        if self._heading in self._open:
            if not self._permalinks:
                self._section.title.append(escape(text, quote=False))
            return
        parts = self._section.text
        if not is_space:
            parts.append(escape(text, quote=False))
        elif is_laid_out or not parts or not parts[-1].isspace():
            parts.append(text)

    def _begin(self, section: Any) -> None:
        self._section, self._heading = section, section.el.tag
        self.sections.append(section)

    def _parts(self) -> list[str]:
        """Return where a kept tag goes: to the title of the section, or to its text."""
        found: list[str] = (
            self._section.title if self._heading in self._open else self._section.text
        )
        return found

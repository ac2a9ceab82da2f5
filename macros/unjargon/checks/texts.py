"""Texts that somebody reads, and where each stands: fields of records and blocks of pages.

Fields are found by walking the records, so that a new field is checked as soon as it exists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token
from pydantic import BaseModel

from unjargon.errors import Problem
from unjargon.load import Entry, LayerFile, Loaded, place

# Fields that name something instead of saying something.
_LABELS = frozenset(
    {
        *("term", "expansion", "aliases", "matches", "not_in", "only_in", "case", "link", "topic"),
        *("level", "broader", "related", "learn_first", "stages", "say", "sources", "owner"),
        *("status", "replaced_by", "formerly", "title", "after", "stage", "crisp_phase", "role"),
        *("who", "name", "phase", "in_use", "unit", "team", "owner_role", "contact", "waive"),
        *("claim", "object_to"),
    }
)
_EXACT = frozenset({"technical"})
_MARKDOWN = MarkdownIt("commonmark").enable("table")
_FRONT_MATTER = re.compile(r"\A---\n.*?^---[ \t]*\n", re.DOTALL | re.MULTILINE)
_JINJA = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{:?[^}\n]*\}")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a content file."""

    path: str
    """The file, as problems name it."""
    line: int
    """Line, from 1."""
    column: int
    """Column, from 1."""
    field: str = ""
    """The field; empty in pages."""
    layer: str = ""
    """The layer that the file belongs to."""

    def problem(self, rule: str, message: str, hint: str, level: str) -> Problem:
        """Return a problem at this place."""
        where = self.path, self.line, self.column
        return Problem(*where, rule, self.field, message, hint, self.layer, level)


@dataclass(frozen=True)
class MarkdownPage:
    """A page that somebody wrote in Markdown."""

    shown: str
    """Its path, as problems name it."""
    source: str
    """Its path in the folder of pages."""
    text: str
    """Its whole source."""
    waive: Mapping[str, str]
    """Rules that it need not keep, with the reason; from its front matter."""
    for_readers: bool = True
    """Whether lay readers find it; what is out of their search may speak to experts."""


@dataclass(frozen=True)
class Owner:
    """The record or page that a passage belongs to."""

    path: str
    """Its own file, as problems name it."""
    kind: str
    """`term`, `stage`, `project` or `page`."""
    id: str
    """The record's id; a page's source path."""


@dataclass(frozen=True)
class Passage:
    """A text that is read in one go: a field, or a paragraph of a page."""

    owner: Owner
    """What it belongs to."""
    field: str
    """The field's name (`short`, `plain` …); empty in pages."""
    path: tuple[str | int, ...]
    """The field's whole path."""
    text: str
    """Its words without markup; blocks are separated by blank lines."""
    raw: str
    """The source file's text, in which phrases are looked up."""
    start: int
    """Where the passage begins in `raw`."""
    layer: str
    """The layer of the file."""
    shown: str
    """The file, as problems name it."""

    @property
    def is_exact(self) -> bool:
        """Whether it is written for experts, who may be told hard words."""
        return self.field in _EXACT

    @cached_property
    def blocks(self) -> list[str]:
        """Paragraphs and list items, each on one line."""
        return [" ".join(block.split()) for block in self.text.split("\n\n") if block.strip()]

    def at(self, phrase: str = "") -> Place:
        """Return the place of a phrase in the passage; of its beginning if it is not found."""
        offset = self.start
        if phrase:
            words = r"[\s*_`>]+".join(map(re.escape, phrase.split()))
            found = re.compile(rf"(?<!\w){words}").search(self.raw, self.start)
            offset = found.start() if found else offset
        line = self.raw.count("\n", 0, offset)
        column = offset - self.raw.rfind("\n", 0, offset)
        steps = (str(step + 1) if isinstance(step, int) else step for step in self.path)
        return Place(self.shown, line + 1, column, ".".join(steps), self.layer)


def place_of(entry: Entry[Any], path: tuple[str | int, ...]) -> Place:
    """Return the place of a record's field; of the record where the field is not written."""
    found = entry.problem(path, "", "")
    return Place(found.path, found.line, found.column, found.field, found.layer)


def passages_of(loaded: Loaded, pages: tuple[MarkdownPage, ...]) -> tuple[Passage, ...]:
    """Return every passage of all records and pages."""
    return tuple(_from_records(loaded)) + tuple(_from_pages(pages))


def _from_records(loaded: Loaded) -> Iterator[Passage]:
    kinds: dict[str, Mapping[str, Entry[Any]]] = {
        "term": loaded.terms,
        "stage": loaded.stages,
        "project": loaded.projects,
    }
    for kind, entries in kinds.items():
        for entry in entries.values():
            owner = Owner(entry.own.shown, kind, entry.id)
            for path, text in _texts(entry.record, ()):
                file, node = place(list(entry.files), path)
                raw = source_of(file)
                field = next(str(step) for step in path if isinstance(step, str))
                shown, layer = file.shown, file.layer.name
                plain, start = words_of(text), _offset(raw, node)
                yield Passage(owner, field, path, plain, raw, start, layer, shown)


def _texts(
    record: BaseModel, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for name in type(record).model_fields:
        if name not in _LABELS and name in record.model_fields_set:
            yield from _inside(getattr(record, name), (*path, name))


def _inside(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        # Literal fields and addresses hold no space.
        if " " in value:
            yield path, value
    elif isinstance(value, BaseModel):
        yield from _texts(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _inside(item, (*path, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _inside(item, (*path, key))


@lru_cache(maxsize=1024)
def _text_of(path: Path) -> str:
    return path.read_text("utf-8-sig")


def source_of(file: LayerFile) -> str:
    """Return the text of a record's file."""
    return _text_of(file.path)


def _offset(raw: str, node: yaml.Node) -> int:
    lines, mark = raw.split("\n", node.start_mark.line + 1), node.start_mark
    return sum(len(line) + 1 for line in lines[: mark.line]) + mark.column


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


def _from_pages(pages: tuple[MarkdownPage, ...]) -> Iterator[Passage]:
    for page in pages:
        if not page.for_readers:
            continue
        owner = Owner(page.shown, "page", page.source)
        cleaned = _FRONT_MATTER.sub("", page.text)
        front = len(page.text) - len(cleaned)
        cleaned = _ATTRIBUTES.sub("", _JINJA.sub("", cleaned))
        for block in words_of(cleaned).split("\n\n"):
            if len(block.split()) > 1:
                start = _find_block(page.text, block, front)
                yield Passage(owner, "", (), block, page.text, start, "", page.shown)


def _find_block(raw: str, block: str, front: int) -> int:
    beginning = r"\W+".join(map(re.escape, re.findall(r"\w+", block)[:4]))
    found = re.compile(beginning).search(raw, front)
    return found.start() if found else front

"""Texts that somebody reads, and where each stands: fields of records and blocks of pages.

Fields are found by walking the records, so that a new field is checked as soon as it exists.
"""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel

from unjargon.checks.markdown import FRONT_MATTER, sentences_only, words_of
from unjargon.errors import Problem
from unjargon.load import Entry, LayerFile, Loaded, Places
from unjargon.remember import Remember, Same, afresh

# Fields that name something instead of saying something.
_LABELS = frozenset(
    {
        *("term", "expansion", "aliases", "matches", "not_in", "only_in", "case", "link", "topic"),
        *("level", "broader", "related", "learn_first", "stages", "say", "sources", "owner"),
        *("status", "replaced_by", "formerly", "title", "after", "stage", "crisp_phase", "role"),
        *("who", "name", "phase", "in_use", "unit", "team", "owner_role", "contact", "waive"),
        *("claim", "object_to", "tags", "type", "segment", "agreed_with", "accountable"),
        *("currency", "withhold", "guides", "further", "about", "right", "wrong"),
        *("by", "kind", "url", "length", "audience", "assumes"),
    }
)
_EXACT = frozenset({"technical"})
# What may stand between two words of a phrase in Markdown: markup, and the target of a link.
_BETWEEN = r"(?:\]\([^)\s]*\)|[\W_])+"


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
    layer: str = ""
    """The layer of its file."""

    @property
    def place(self) -> Place:
        """Its first line, for what is said of the whole file."""
        return Place(self.path, 1, 1, layer=self.layer)


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
    """Where its field or paragraph begins in `raw`."""
    words_from: int
    """Where its first word may stand in `raw`, behind the name of the field."""
    end: int
    """Where it ends in `raw`."""
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

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[re.Match[str], str, Place]]:
        """Yield what a pattern finds, the block in which it stands, and its place."""
        before = ""
        for block in self.blocks:
            for match in pattern.finditer(block):
                yield match, block, self.at(match[0], before + block[: match.start()])
            before += f"{block}\n\n"

    def at(self, phrase: str = "", before: str = "") -> Place:
        """Return the place of a phrase in the passage; of its beginning if it is not found.

        Args:
            phrase: Some words of the passage.
            before: The words before it, to tell several mentions of one phrase apart.
        """
        offset = self.start
        pattern = _pattern(phrase)
        if pattern:
            mentions = list(pattern.finditer(self.raw, self.words_from, self.end))
            earlier = len(pattern.findall(before))
            if mentions:
                offset = mentions[min(earlier, len(mentions) - 1)].start()
        line = self.raw.count("\n", 0, offset)
        column = offset - self.raw.rfind("\n", 0, offset)
        steps = (str(step + 1) if isinstance(step, int) else step for step in self.path)
        return Place(self.shown, line + 1, column, ".".join(steps), self.layer)


def _pattern(phrase: str) -> re.Pattern[str] | None:
    found = re.findall(r"[^\W_]+", phrase)
    if found:
        return re.compile(rf"(?<![^\W_]){_BETWEEN.join(map(re.escape, found))}(?![^\W_])")
    return re.compile(re.escape(phrase.strip())) if phrase.strip() else None


def place_of(entry: Entry[Any], path: tuple[str | int, ...]) -> Place:
    """Return the place of a record's field; of the record where the field is not written."""
    found = entry.problem(path, "", "")
    return Place(found.path, found.line, found.column, found.field, found.layer)


def passages_of(
    loaded: Loaded, pages: tuple[MarkdownPage, ...], remember: Remember = afresh
) -> tuple[Passage, ...]:
    """Return every passage of all records and pages; those that `remember` has, as they were."""
    found: list[Passage] = []
    for kind, entry in _records(loaded):
        key: Hashable = "passages", kind, Same([entry])
        found += remember(partial(_itself, key), partial(_of_record, kind, entry))
    for page in pages:
        if page.for_readers:
            key = "passages", page.shown, page.source, page.text
            found += remember(partial(_itself, key), partial(_of_page, page))
    return tuple(found)


def _itself(key: Hashable) -> Hashable:
    return key


def _records(loaded: Loaded) -> Iterator[tuple[str, Entry[Any]]]:
    kinds: dict[str, Mapping[str, Entry[Any]]] = {
        "term": loaded.terms,
        "stage": loaded.stages,
        "project": loaded.projects,
        "session": loaded.sessions,
        "path": loaded.paths,
        "questions": {"questions": loaded.questions} if loaded.questions else {},
        "further": {"further": loaded.further} if loaded.further else {},
    }
    for kind, entries in kinds.items():
        for entry in entries.values():
            yield kind, entry


def _of_record(kind: str, entry: Entry[Any]) -> tuple[Passage, ...]:
    owner = Owner(entry.own.shown, kind, entry.id, entry.own.layer.name)
    places = Places(list(entry.files))
    found = []
    for path, text in _texts(entry.record, ()):
        file, node, value = places.find(path)
        raw = source_of(file)
        field = next(str(step) for step in path if isinstance(step, str))
        shown, layer = file.shown, file.layer.name
        span = _span(raw, node, value)
        found.append(Passage(owner, field, path, words_of(text), raw, *span, layer, shown))
    return tuple(found)


def _texts(
    record: BaseModel, path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for name in type(record).model_fields:
        if name not in _LABELS and name in record.model_fields_set:
            # Python keeps `for` to itself; the file has the name that authors write.
            written = type(record).model_fields[name].alias or name
            yield from _inside(getattr(record, name), (*path, written))


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
def _text_of(state: tuple[Path, int, int]) -> str:
    return state[0].read_text("utf-8-sig")


def source_of(file: LayerFile) -> str:
    """Return the text of a record's file."""
    found = file.path.stat()
    return _text_of((file.path, found.st_mtime_ns, found.st_size))


def _span(raw: str, node: yaml.Node, value: yaml.Node) -> tuple[int, int, int]:
    """Return where a field begins, where its text begins, and where it ends."""
    marks = node.start_mark, value.start_mark, value.end_mark
    starts = _line_starts(raw)
    start, inside, end = (starts[min(mark.line, len(starts) - 1)] + mark.column for mark in marks)
    return start, inside, end


@lru_cache(maxsize=1024)
def _line_starts(raw: str) -> list[int]:
    return [0, *(found.end() for found in re.finditer("\n", raw)), len(raw)]


def _of_page(page: MarkdownPage) -> tuple[Passage, ...]:
    owner = Owner(page.shown, "page", page.source)
    cleaned = FRONT_MATTER.sub("", page.text)
    position = len(page.text) - len(cleaned)
    blocks = [b for b in words_of(sentences_only(cleaned)).split("\n\n") if len(b.split()) > 1]
    starts: list[int] = []
    for block in blocks:
        starts.append(_find_block(page.text, block, position))
        position = starts[-1] + 1
    ends = [*starts, len(page.text)][1:]
    return tuple(
        Passage(owner, "", (), block, page.text, start, start, end, "", page.shown)
        for block, start, end in zip(blocks, starts, ends, strict=True)
    )


def _find_block(raw: str, block: str, position: int) -> int:
    """Find where a block of words begins, looking on from the one before it."""
    for count in (6, 4, 2):
        pattern = _pattern(" ".join(re.findall(r"[^\W_]+", block)[:count]))
        found = pattern.search(raw, position) if pattern else None
        if found:
            return found.start()
    return position

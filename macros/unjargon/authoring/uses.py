"""Where a term is named by its id: in YAML files of every kind, and in Markdown pages.

Pages are searched as text, since only their source can be changed; what is taken for a use is
narrow, so that prose and code that merely look like one stay as they are.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass
from inspect import signature
from pathlib import Path

from unjargon.addresses import Addresses, source_of
from unjargon.authoring.sources import RefusalError
from unjargon.load import Loaded
from unjargon.macros import NAMES, PageMacros
from unjargon.references import AnyEntry, all_references
from unjargon.references import Path as FieldPath
from unjargon.site import Settings

_MACROS = [name for name in NAMES if "name" in signature(getattr(PageMacros, name)).parameters]
"""The macros that take a term."""
# Pages and blocks that show macros instead of running them hold examples, which stay.
_SHOWN = re.compile(
    r"\ufeff?---\s*\n(?:(?!---).*\n)*?render_macros:\s*(?:false|no|off)\b", re.IGNORECASE
)
_BRACES = re.compile(
    r"(?P<shown>\{%-?\s*raw\b.*?\bendraw\s*-?%\}|\{#.*?#\})|\{\{.*?\}\}|\{%.*?%\}", re.DOTALL
)
_CALL = re.compile(
    rf"(?<![\w.])(?:{'|'.join(_MACROS)})\s*\((?:[^()]*?\bname\s*=)?\s*(['\"])(?P<id>.*?)\1",
    re.DOTALL,
)
_ANALOGY = re.compile(
    r"(?<![\w.])analogy\s*\(\s*(?:name\s*=\s*)?(['\"])(?P<name>.*?)\1\s*,"
    r"\s*(?:domain\s*=\s*)?(['\"])(?P<domain>.*?)\3",
    re.DOTALL,
)
_TARGET = re.compile(r"(?:\]\(\s*<?|\]:\s*<?|\bhref\s*=\s*[\"']?)(?P<path>[^\s()<>\"'#?]+\.md)")
_LINKED = re.compile(r"\bdata-term\s*=\s*[\"']?(?P<id>[\w-]+)")


@dataclass(frozen=True, slots=True)
class Use:
    """A field of a record that names a term."""

    entry: AnyEntry
    """The record."""
    path: FieldPath
    """Where in the record the id stands."""
    beside: frozenset[str]
    """The other ids of the same list; empty where the id stands alone."""


@dataclass(frozen=True, slots=True)
class PageFile:
    """One Markdown page as it is written."""

    path: Path
    """Where it is."""
    shown: str
    """How messages name it."""
    source: str
    """Its path among the pages."""
    text: str
    """Its text, line endings as they are."""
    addresses: Addresses
    """Where the site's generated pages are."""

    def line(self, place: int) -> int:
        """Return the number of the line in which a place of the text is."""
        return self.text.count("\n", 0, place) + 1


def uses_in_records(loaded: Loaded, term_id: str) -> Iterator[Use]:
    """Yield every field of every record that names a term."""
    for entry, references in all_references(loaded):
        named = [(path, target) for path, kind, target in references if kind == "term"]
        for path, target in named:
            if target == term_id:
                in_list = isinstance(path[-1], int)
                beside = {t for other, t in named if in_list and other[:-1] == path[:-1]}
                yield Use(entry, path, frozenset(beside - {term_id}))


def uses_in_page(page: PageFile, term_id: str) -> list[int]:
    """Return where in a page a term's id begins: in macros, links and `data-term`."""
    found = {match.start("id") for match in _calls(page.text, _CALL) if match["id"] == term_id}
    found |= {m.start("id") for m in _LINKED.finditer(page.text) if m["id"] == term_id}
    folder, wanted = (
        posixpath.dirname(page.source),
        page.addresses.place(source_of("term", term_id)),
    )
    for match in _TARGET.finditer(page.text):
        if posixpath.normpath(posixpath.join("/", folder, match["path"])) == f"/{wanted}":
            found.add(match.end("path") - len(f"{term_id}.md"))
    return sorted(found)


def analogies_in_page(page: PageFile) -> Iterator[tuple[int, str, str]]:
    """Yield the analogies that a page tells: line, id or name of what is compared, and domain."""
    for match in _calls(page.text, _ANALOGY):
        yield page.line(match.start("name")), match["name"], match["domain"]


def _calls(text: str, call: re.Pattern[str]) -> Iterator[re.Match[str]]:
    if _SHOWN.match(text):
        return
    for braces in _BRACES.finditer(text):
        if not braces["shown"]:
            yield from call.finditer(text, *braces.span())


def read_pages(settings: Settings) -> list[PageFile]:
    """Return all Markdown pages of a site, or refuse when one cannot be read."""
    found = []
    for path in sorted(settings.docs_dir.rglob("*.md")):
        inside = path.is_relative_to(settings.root)
        shown = path.relative_to(settings.root).as_posix() if inside else str(path)
        try:
            text = path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            why = error.strerror if isinstance(error, OSError) else "is not UTF-8"
            raise RefusalError(f"{shown}: {why} (mend this first)") from error
        source = path.relative_to(settings.docs_dir).as_posix()
        found.append(PageFile(path, shown, source, text, Addresses(folders=settings.addresses)))
    return found

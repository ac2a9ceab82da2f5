"""Titles of Markdown pages that records name: the record says which, the page says its title."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import yaml

_MATTER = re.compile(r"\A---\s*\n(.*?)\n---\s*(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"^# +(.+?)(?: +#+)? *(?:\{[^}]*\})? *$", re.MULTILINE)


def find_titles(folder: Path | None, sources: Iterable[str]) -> dict[str, str]:
    """Return the titles of those pages that exist, by path.

    Args:
        folder: The folder of Markdown files; None: no page exists.
        sources: Paths in it.
    """
    if folder is None:
        return {}
    root = folder.resolve()
    files = {source: (root / source).resolve() for source in sorted(sources)}
    return {
        source: title_of(file.read_text("utf-8-sig"), source)
        for source, file in files.items()
        if source.endswith(".md") and file.is_relative_to(root) and file.is_file()
    }


def title_of(text: str, source: str) -> str:
    """Return a page's title as MkDocs finds it: front matter, first heading, or the file's name."""
    matter = _MATTER.match(text)
    try:
        fields = yaml.safe_load(matter[1]) if matter else None
    except yaml.YAMLError:
        fields = None  # MkDocs takes broken front matter for text, too
    if isinstance(fields, dict) and fields.get("title"):
        return str(fields["title"])
    heading = _HEADING.search(text, matter.end() if matter else 0)
    return heading[1] if heading else source.rpartition("/")[2].removesuffix(".md")

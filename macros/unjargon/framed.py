"""Generated pages as MkDocs renders them: of their Markdown, the headings alone are Markdown.

All else is raw HTML, which Python-Markdown would read three times to hand it back as it was. So it
is kept aside, and what is left, the *frame*, is rendered once for all pages that have the same one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import entry_points
from itertools import chain
from typing import Any

from markdown.util import BLOCK_LEVEL_ELEMENTS
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents
from mkdocs.utils.meta import get_data

from unjargon.finished import read_page

_KNOWN = ("markdown.", "pymdownx.")
"""Packages whose extensions look at nothing but Markdown, but for some."""
_READ_HTML = {
    *(f"pymdownx.{name}" for name in ("b64", "critic", "extrarawhtml", "pathconverter")),
    "pymdownx.striphtml",
}
# Stands in a frame where HTML stood.
_PLACE = "<div data-uj-place></div>"
_BLOCK = re.compile(rf"<(?:{'|'.join(sorted(BLOCK_LEVEL_ELEMENTS))})[\s>]")
_HEADING = re.compile(r"#{1,6} [^\n]+")
_NO_CONTENT = re.compile(r"<(?:area|base|br|col|embed|hr|img|input|link|meta|wbr)\b|<!|/>")
# Markdown hands text back without them, or with something else.
_CHANGED = re.compile(r"[\t\r\x02\x03]")


@dataclass(frozen=True, slots=True)
class Frame:
    """What Markdown makes of a page's headings."""

    pieces: tuple[str, ...]
    """The HTML before, between and after the places of raw HTML."""
    toc: TableOfContents
    """Its table of contents."""
    title: str | None
    """Its first heading, if that is of level 1."""


class FramedPage(Page):
    """A generated page that takes its frame from a page that was rendered before.

    Args:
        file: Its file.
        config: The site's configuration.
        frames: The frames of this build.
        meta: Its front matter.
    """

    # Apart from all that MkDocs knows of a page, which a preview compares.
    __slots__ = ("_frames", "_read")

    def __init__(
        self, file: File, config: MkDocsConfig, frames: dict[str, Frame], meta: Mapping[str, Any]
    ) -> None:
        super().__init__(None, file, config)
        self._frames = frames
        self._read = file.content_string, meta

    def read_source(self, config: MkDocsConfig) -> None:
        """Read the page; its front matter is known, unless a plugin has changed the source."""
        source = config.plugins.on_page_read_source(page=self, config=config)
        text = self.file.content_string if source is None else source
        known, meta = self._read
        if text is known:
            self.markdown, self.meta = (
                text.partition("\n---\n")[2].lstrip("\n"),
                deepcopy(dict(meta)),
            )
        else:
            self.markdown, self.meta = get_data(text)

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Turn the page's Markdown into HTML."""
        markdown = self.markdown or ""
        parts = tuple(parts_of(markdown))
        blocks = [part for part in parts if part.startswith("<")]
        skeleton = "\n\n".join(_PLACE if part.startswith("<") else part for part in parts)
        if skeleton and skeleton not in self._frames:
            self.markdown = skeleton
            super().render(config, files)
            self.markdown = markdown
            pieces = tuple((self.content or "").split(_PLACE))
            self._frames[skeleton] = Frame(pieces, self.toc, self._title_from_render)
        frame = self._frames.get(skeleton)
        if frame is None or len(frame.pieces) != len(blocks) + 1:
            super().render(config, files)
            return
        vars(self).pop("present_anchor_ids", None)
        filled = chain.from_iterable(zip(frame.pieces, blocks, strict=False))
        self.content = "".join((*filled, frame.pieces[-1]))
        self.toc = TableOfContents(_copied(frame.toc))
        self._title_from_render = frame.title
        self.links_to_anchors = {}  # Headings link to themselves at most.

    @cached_property
    def present_anchor_ids(self) -> set[str]:  # type: ignore[override]
        """What a link to this page may name after `#`; hardly any page is asked for it."""
        return {*read_page(self.content or "").anchors}


def parts_of(markdown: str) -> Iterator[str]:
    """Yield headings, and raw HTML between them, of a page that holds nothing else.

    Yields nothing if it does, or if Markdown would change any of it.

    Args:
        markdown: A page's Markdown, without front matter, in which every element that stands in no
            other begins a line.
    """
    if _CHANGED.search(markdown):
        return
    parts, held = [], ""
    for chunk in markdown.split("\n\n"):
        # Between two parts more empty lines mean nothing; within an element they stay.
        held = f"{held}\n\n{chunk}" if held else chunk.strip("\n")
        if not held or not _is_whole(held):
            continue
        if not (_BLOCK.match(held) or _HEADING.fullmatch(held)):
            return
        parts.append(held)
        held = ""
    if not held:
        yield from parts


def _is_whole(html: str) -> bool:
    """Tell whether every element that begins here ends here; no text holds a `<`."""
    ends = html.count("</")
    begins = html.count("<") - ends
    return begins == ends or begins - len(_NO_CONTENT.findall(html)) == ends


def leaves_html_alone(extensions: Iterable[object]) -> bool:
    """Tell whether Markdown with these extensions hands raw HTML back as it was.

    Args:
        extensions: Extensions by name, as a site's configuration has them. What is known to it in
            another way may do anything.
    """
    homes = {one.name: one.value for one in entry_points(group="markdown.extensions")}
    named = (homes.get(one, one) if isinstance(one, str) else "" for one in extensions)
    modules = {home.partition(":")[0] for home in named}
    return all(f"{one}.".startswith(_KNOWN) and one not in _READ_HTML for one in modules)


def _copied(toc: Iterable[AnchorLink]) -> list[AnchorLink]:
    """Return a table of contents that plugins may change without changing that of other pages."""
    copies = []
    for item in toc:
        copy = AnchorLink(item.title, item.id, item.level)
        copy.children = _copied(item.children)
        copies.append(copy)
    return copies

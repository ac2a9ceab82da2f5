"""Cut finished HTML into runs of text that may hold links.

A run is the text between two block boundaries. Inline markup inside a run is transparent, so
that `un<b>bias</b>ed` is one word; what must never hold a link is not in any run. The cost is
linear in the page: a tag that never ends makes the rest of the page opaque.
"""

from __future__ import annotations

import html as entities
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

OPAQUE = frozenset(
    {
        *("a", "abbr", "audio", "button", "canvas", "code", "dt", "embed", "h1", "h2", "h3", "h4"),
        *("h5", "h6", "head", "iframe", "kbd", "label", "math", "noscript", "object", "option"),
        *("pre", "samp", "script", "select", "style", "summary", "svg", "template", "textarea"),
        *("th", "title", "tt", "var", "video"),
    }
)
"""Elements whose text is never linked."""
OPT_OUT = "no-autolink"
"""The class with which an author keeps an element free of links."""
_OPAQUE_CLASSES = re.compile(
    rf"(?:^|\s)(?:{OPT_OUT}|admonition-title|arithmatex|headerlink|mermaid|highlight|"
    r"uj-words|tabbed-labels)(?:\s|$)"
)
_INLINE = frozenset(
    {
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "i", "ins"),
        *("kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span"),
        *("strong", "sub", "sup", "time", "tt", "u", "var", "wbr"),
    }
)
_VOID = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"),
        *("source", "track", "wbr"),
    }
)
_NAME = re.compile(r"</?([a-zA-Z][^\s/>]*)")
_TAG = re.compile(r"""</?[a-zA-Z](?:[^>"']++|"[^"]*"|'[^']*')*+>""")
_CLASS = re.compile(r"""\sclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_STOP = re.compile(r"<(?=[a-zA-Z/!?])|&(?=#?\w+;)")
_ENTITY = re.compile(r"&#?\w+;")
# Stands in a run where something opaque stood, so that words on both sides stay apart.
_BREAK = "\ufffc"


@dataclass(slots=True)
class Run:
    """A stretch of text, and where each part of it stands in the HTML."""

    text: str = ""
    """The text as a reader sees it."""
    section: int = 0
    """How many headings stand before it."""
    _starts: list[int] = field(default_factory=list)
    _pieces: list[tuple[int, int, bool]] = field(default_factory=list)

    def add(self, text: str, start: int, end: int, *, whole: bool = False) -> None:
        """Append text that stands at `start` in the HTML; `whole` where it cannot be cut."""
        self._starts.append(len(self.text))
        self._pieces.append((start, end, whole))
        self.text += text

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span of the text begins and ends in the HTML."""
        first = bisect_right(self._starts, start) - 1
        last = bisect_right(self._starts, end - 1) - 1
        begin, _, whole = self._pieces[first]
        if not whole:
            begin += start - self._starts[first]
        after, stop, whole = self._pieces[last]
        return begin, stop if whole else after + end - self._starts[last]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link that the author made."""

    tag: str
    """Its opening tag."""
    start: int
    """Where its content begins in the HTML."""
    end: int
    """Where its content ends."""
    section: int
    """How many headings stand before it."""

    def text(self, html: str) -> str:
        """Return what the link shows, without markup."""
        return entities.unescape(re.sub(r"<[^>]*>", "", html[self.start : self.end]))


def scan(html: str) -> Iterator[Run | Anchor]:
    """Yield runs of text and the author's own links, in order."""
    run, section, position = Run(), 0, 0
    while position < len(html):
        stop = _STOP.search(html, position)
        here = stop.start() if stop else len(html)
        if here > position:
            run.add(html[position:here], position, here)
        if stop is None:
            break
        if stop[0] == "&":
            entity = _ENTITY.match(html, here)
            assert entity is not None
            run.add(entities.unescape(entity[0]), here, entity.end(), whole=True)
            position = entity.end()
            continue
        name, tag_end = _tag_at(html, here)
        if tag_end < 0:
            break
        tag, position = html[here:tag_end], tag_end
        opens = not tag.startswith("</")
        if opens and name not in _VOID and (name in OPAQUE or _is_opaque(tag)):
            position = _skip(html, tag_end, name)
            if name == "a":
                yield Anchor(tag, tag_end, html.rfind("</", tag_end, position), section)
            if name in _INLINE:
                run.add(_BREAK, here, position, whole=True)
        if opens and len(name) == 2 and name[0] == "h" and name[1].isdigit():
            section += 1
        if name not in _INLINE:
            if run.text:
                yield run
            run = Run(section=section)
    if run.text:
        yield run


def _tag_at(html: str, start: int) -> tuple[str, int]:
    """Return the name and end of the tag or comment at `start`; the end is -1 if it has none."""
    if html.startswith("<!--", start):
        return "span", html.find("-->", start + 4) + 3 if "-->" in html[start + 4 :] else -1
    tag = _TAG.match(html, start)
    if tag:
        name = _NAME.match(tag[0])
        return (name[1].lower() if name else "span"), tag.end()
    # `</>`, a doctype, a processing instruction; or a tag that never ends.
    if html[start + 1] in "!?" or html.startswith("</", start):
        end = html.find(">", start)
        return "div", end + 1 if end >= 0 else -1
    return "", -1


def _is_opaque(tag: str) -> bool:
    if "class" not in tag:
        return False
    found = _CLASS.search(tag)
    return bool(found and _OPAQUE_CLASSES.search(found[1] or found[2] or found[3] or ""))


def _skip(html: str, position: int, name: str) -> int:
    """Return where the element that was opened before `position` ends."""
    depth = 1
    same = re.compile(rf"<(/?){re.escape(name)}(?=[\s/>])", re.IGNORECASE)
    for tag in same.finditer(html, position):
        depth += -1 if tag[1] else 1
        if depth == 0:
            end = html.find(">", tag.end())
            return end + 1 if end >= 0 else len(html)
    return len(html)

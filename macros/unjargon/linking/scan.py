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
from dataclasses import dataclass
from itertools import accumulate

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
_NAMES = (
    rf"{OPT_OUT}|admonition-title|arithmatex|headerlink|mermaid|highlight|uj-words|uj-nav|"
    "tabbed-labels"
)
_OPAQUE_CLASSES = re.compile(rf"(?:^|\s)(?:{_NAMES})(?:\s|$)")
_OPAQUE_NAMES = re.compile(rf"{_NAMES}|&")  # A letter may be written as an entity.
# Lists that we make for moving about. They explain nothing, so a word that they link to still
# needs its link in the text; an author's own link does not.
_MOVING_ABOUT = re.compile(r"[\s\"'](?:uj-words|uj-nav)[\s\"']")
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
_BLOCKS = (
    *("blockquote", "dd", "details", "div", "dl", "li", "ol", "p", "section", "table", "tbody"),
    *("td", "thead", "tr", "ul"),
)
_PLAIN = frozenset(f"<{slash}{name}>" for name in _BLOCKS for slash in ("", "/"))
"""Tags that do nothing but begin or end a block. Most are such, and need no expression."""
_RAW_TEXT = frozenset({"iframe", "noscript", "script", "style", "textarea", "title"})
TAG_REST = r"""[^>=]*+(?:=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>"'][^\s>]*+)?+[^>=]*+)*+"""
"""Expression of what stands in a tag behind its name, as a browser reads it: a quote opens a value
only after an equals sign. It always matches, so that no text is looked at twice."""
# One comment, declaration or tag; without `end` it never ends.
_MARKUP = re.compile(
    rf"""<(?:
        !--(?:-?(?=>)|.*?(?:--(?=>)|\Z))
        |(?:[!?]|/(?![a-zA-Z]))[^>]*+
        |(?P<slash>/?)(?P<name>[a-zA-Z][^\s/>]*+){TAG_REST}
    )(?P<end>>?)""",
    re.DOTALL | re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+)))?"""
)
_STOP = re.compile(r"<(?=[a-zA-Z/!?])|&(?=#?\w+;)")
_ENTITY = re.compile(r"&#?\w+;")
_ANCHOR = re.compile(r"<[aA][\s/>]")
# Stands in a run where something opaque stood, so that words on both sides stay apart.
_BREAK = "\ufffc"


# A part of a run: its text, where that stands in the HTML, and whether it cannot be cut.
_Piece = tuple[str, int, int, bool]


class Run:
    """A stretch of text, and where each part of it stands in the HTML."""

    __slots__ = ("_pieces", "_starts", "section", "text")

    def __init__(self, pieces: list[_Piece], section: int) -> None:
        self.text = pieces[0][0]
        """The text as a reader sees it."""
        self.section = section
        """How many headings stand before it."""
        self._pieces = pieces
        self._starts = [0]
        if len(pieces) > 1:  # Most have one.
            texts = [piece[0] for piece in pieces]
            self.text = "".join(texts)
            self._starts = [0, *accumulate(map(len, texts))]

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span of the text begins and ends in the HTML."""
        first = bisect_right(self._starts, start) - 1
        _, begin, stop, whole = self._pieces[first]
        if not whole:
            shift = begin - self._starts[first]
            if end + shift <= stop:  # Most words stand in one piece.
                return start + shift, end + shift
            begin = start + shift
        last = bisect_right(self._starts, end - 1) - 1
        _, after, stop, whole = self._pieces[last]
        return begin, stop if whole else after + end - self._starts[last]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link that the author made."""

    tag: str
    """Its opening tag."""
    start: int
    """Where its content begins in the HTML."""
    text: str
    """What it shows, without markup."""
    section: int
    """How many headings stand before it; a heading belongs to its own section."""


@dataclass(frozen=True, slots=True)
class Opaque:
    """An element that never holds our links."""

    name: str
    """What it is: `<code>`, or `.no-autolink` where its class decides."""
    start: int
    """Where its content begins in the HTML."""
    end: int
    """Where its content ends."""


def scan(html: str) -> Iterator[Run | Anchor | Opaque]:
    """Yield runs of text, the author's own links, and what is passed over, in order."""
    pieces: list[_Piece] = []
    begins_in = section = position = 0
    while position < len(html):
        stop = _STOP.search(html, position)
        here = stop.start() if stop else len(html)
        text = html[position:here]
        # Between two blocks there is white space, which is no run of its own.
        if text and (pieces or not text.isspace()):
            pieces.append((text, position, here, False))
        if stop is None:
            break
        if stop[0] == "&":
            entity = _ENTITY.match(html, here)
            assert entity is not None
            shown = entities.unescape(entity[0])
            # `&copyright;` only begins like an entity.
            whole = shown == ";" or not shown.endswith(";")
            position = entity.end() if whole else here + 1
            pieces.append((shown if whole else "&", here, position, whole))
            continue
        position = html.find(">", here) + 1
        if html[here:position] not in _PLAIN:
            tag = _MARKUP.match(html, here)
            if tag is None or not tag["end"]:
                break
            name, position = (tag["name"] or "").lower(), tag.end()
            if name and not tag["slash"]:
                if len(name) == 2 and name[0] == "h" and name[1].isdigit():
                    section += 1
                if name not in _VOID and (name in OPAQUE or _is_opaque(tag[0])):
                    inner, position = _end_of(html, position, name)
                    yield Opaque(f"<{name}>", tag.end(), inner)
                    if not _MOVING_ABOUT.search(tag[0]):
                        yield from _anchors(html, here, position, section)
                    if name in _INLINE:
                        # Read with the text around it: `<code>re</code>-training` is one word.
                        shown = _text_of(html[tag.end() : inner]) or _BREAK
                        pieces.append((shown, here, position, True))
            if name in _INLINE or tag[0].startswith("<!--"):
                continue
        if pieces:
            yield Run(pieces, begins_in)
            pieces = []
        begins_in = section
    if pieces:
        yield Run(pieces, begins_in)


def attributes(tag: str) -> dict[str, str]:
    """Return the attributes of an opening tag; the first of a name counts, as in a browser."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(tag, 1):
        found.setdefault(name.lower(), entities.unescape(double or single or bare))
    return found


def _is_opaque(tag: str) -> bool:
    # Few tags hold any of the names, and all other attributes need not be read.
    return bool(_OPAQUE_NAMES.search(tag)) and bool(
        _OPAQUE_CLASSES.search(attributes(tag).get("class", ""))
    )


def _end_of(html: str, position: int, name: str) -> tuple[int, int]:
    """Return where the content of an element ends, and where the element does."""
    if name in _RAW_TEXT:
        found = re.compile(rf"</{name}(?=[\s/>])[^>]*>", re.IGNORECASE).search(html, position)
        return found.span() if found else (len(html), len(html))
    end = html.find("<", position)
    if html.startswith(f"</{name}>", end):  # Nothing but text, as in most of them.
        return end, end + len(name) + 3
    depth = 1
    for tag in _MARKUP.finditer(html, position):
        if (tag["name"] or "").lower() == name:
            depth += -1 if tag["slash"] else 1
            if depth == 0:
                return tag.start(), tag.end()
    return len(html), len(html)


def _anchors(html: str, start: int, end: int, section: int) -> Iterator[Anchor]:
    """Yield the links that an opaque element is or holds."""
    opening = None
    if not _ANCHOR.search(html, start, end):
        return
    for tag in _MARKUP.finditer(html, start, end):
        if (tag["name"] or "").lower() == "a":
            if opening:
                text = _text_of(html[opening.end() : tag.start()])
                yield Anchor(opening[0], opening.end(), text, section)
            opening = None if tag["slash"] else tag


def _text_of(html: str) -> str:
    return entities.unescape(_MARKUP.sub("", html) if "<" in html else html)

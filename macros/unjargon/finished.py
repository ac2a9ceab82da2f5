"""What a finished page holds that a browser would follow, load or run.

One expression cuts a page into tags, as a browser reads them: a parser that builds a tree would
take longer than the rest of the build. Attributes are looked at only in tags that have some of use.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

_PART = re.compile(
    r"""<(?:
        !--.*?--!?>
        |(?P<raw>script|style|textarea|title|template)\b(?P<on>(?:[^>"']++|"[^"]*"|'[^']*')*+)>
         (?P<text>.*?)</(?P=raw)\s*>
        |(?P<tag>[a-z][^\s/>]*+)(?P<attributes>(?:[^>"']++|"[^"]*"|'[^']*')*+)>
    )""",
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)
_WANTED = re.compile(r"\s(?:id|name|href|src|style|srcset|poster|action|data)\s*=", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"""([^\s"'<>/=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s>"'][^\s>]*+)))"""
)
_FOLLOWED = {"href", "src", "srcset", "poster", "action", "data"}


@dataclass(frozen=True, slots=True)
class Reference:
    """An address that a tag names."""

    tag: str
    """The tag, in small letters: `a`, `img`."""
    address: str
    """The address, as it is meant."""
    rel: str = ""
    """What a `link` says that it is: `stylesheet`, `canonical`."""


@dataclass(slots=True)
class Finished:
    """What stands in one finished page."""

    anchors: set[str] = field(default_factory=set)
    """What an address of this page may name after `#`."""
    references: list[Reference] = field(default_factory=list)
    """Addresses, in reading order."""
    scripts: list[str] = field(default_factory=list)
    """Scripts that stand in the page itself and run."""
    styles: list[str] = field(default_factory=list)
    """Style sheets that stand in the page itself."""
    style_attributes: list[str] = field(default_factory=list)
    """Styles of single elements."""


def read_page(html: str) -> Finished:
    """Read a finished page."""
    page = Finished()
    for part in _PART.finditer(html):
        tag = (part["raw"] or part["tag"] or "").lower()
        written = part["on"] or part["attributes"] or ""
        attributes = _attributes(written) if _WANTED.search(written) else {}
        if tag == "script" and "src" not in attributes and "json" not in written:
            page.scripts.append(part["text"])
        elif tag == "style":
            page.styles.append(part["text"])
        if attributes:
            _take(page, tag, attributes)
    return page


def _attributes(written: str) -> dict[str, str]:
    return {
        found[1].lower(): unescape(found[2] or found[3] or found[4] or "")
        for found in _ATTRIBUTE.finditer(written)
    }


def _take(page: Finished, tag: str, attributes: dict[str, str]) -> None:
    if "id" in attributes:
        page.anchors.add(attributes["id"])
    if tag == "a" and "name" in attributes:
        page.anchors.add(attributes["name"])
    if "style" in attributes:
        page.style_attributes.append(attributes["style"])
    for name in _FOLLOWED & attributes.keys():
        value = attributes[name]
        # A list of pictures, each with the width that it is for.
        several = [one.split()[0] for one in value.split(",") if one.strip()]
        for address in several if name == "srcset" else [value]:
            page.references.append(Reference(tag, address.strip(), attributes.get("rel", "")))

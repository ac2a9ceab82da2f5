"""What a finished page holds that a browser would follow, load or run.

One expression cuts a page into tags, as a browser reads them: a parser that builds a tree would
take longer than the rest of the build. Most tags stand on many pages, and are looked at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple, TypeVar

from unjargon.linking.scan import TAG_REST, attributes

_RAW = "|".join(
    rf"{name}(?=[\s/>]){TAG_REST}>?.*?(?:</{name}(?=[\s/>])|\Z)"
    for name in ("script", "style", "textarea", "title", "template")
)
# A tag as most programs write it, which takes fewer steps than all that a browser puts up with.
_NEAT = r"""[a-z0-9]*+(?: [a-z-]++="[^"]*+")++>"""
# What follows in a tag of more than a name, which alone holds nothing.
_REST = rf"(?![a-z0-9]*+>)(?:{_NEAT}|{TAG_REST})"
# The tags that are most come first. What never ends is matched too: no text is looked at twice.
_PART = re.compile(
    rf"<(?:[a-rA-Ru-zU-Z]{_REST}|(?=[sStT])(?:(?i:{_RAW})|[sStT]{_REST})|!--.*?(?:--!?>|\Z))",
    re.DOTALL,
)
_TAG = re.compile(rf"<([a-z][^\s/>]*+)({TAG_REST})", re.DOTALL | re.IGNORECASE)
_FOLLOWED = {"href", "src", "srcset", "poster", "action", "data"}
_ANCHORS = {"a": ("id", "name")}
_ID = ("id",)
_USED = {*_FOLLOWED, "id", "name", "style"}
_TEXTS = ("script", "style")
T = TypeVar("T")


class Reference(NamedTuple):
    """An address that a tag names."""

    tag: str
    """The tag, in small letters: `a`, `img`."""
    address: str
    """The address, as it is meant."""
    rel: str = ""
    """What a `link` says that it is: `stylesheet`, `canonical`."""


@dataclass(frozen=True, slots=True)
class Finished:
    """What stands in one finished page, each thing once."""

    anchors: frozenset[str] = frozenset()
    """What an address of this page may name after `#`."""
    references: tuple[Reference, ...] = ()
    """Addresses, in reading order."""
    scripts: tuple[str, ...] = ()
    """Scripts that stand in the page itself and run."""
    styles: tuple[str, ...] = ()
    """Style sheets that stand in the page itself."""
    style_attributes: tuple[str, ...] = ()
    """Styles of single elements."""


def read_page(html: str) -> Finished:
    """Read a finished page."""
    anchors: set[str] = set()
    references: dict[Reference, None] = {}
    rest: list[Finished] = []
    for part in dict.fromkeys(_PART.findall(html)):
        found = _read_part(part)
        if found is None:
            continue
        own_anchors, own_references, own_rest = found
        if own_anchors:
            anchors |= own_anchors
        if own_references:
            references |= own_references
        if own_rest:
            rest.append(own_rest)
    return Finished(
        frozenset(anchors),
        tuple(references),
        _joined(one.scripts for one in rest),
        _joined(one.styles for one in rest),
        _joined(one.style_attributes for one in rest),
    )


_Part = tuple[frozenset[str], dict[Reference, None], Finished | None]
"""What one tag, or one element whose text is no HTML, holds: anchors, addresses, and the rest."""


# The theme's own parts, and links of popular words, stand on every page.
@lru_cache(maxsize=4096)
def _read_part(part: str) -> _Part | None:
    """Return what a tag, or an element whose text is no HTML, holds; None: nothing of use."""
    found = _TAG.match(part)
    if found is None:
        return None
    tag, rest_of_tag = found[1].lower(), found[2]
    if "=" not in rest_of_tag and tag not in _TEXTS:
        return None
    written = attributes(rest_of_tag)
    if tag not in _TEXTS and _USED.isdisjoint(written):
        return None
    anchors = frozenset([written[name] for name in _ANCHORS.get(tag, _ID) if name in written])
    rel = written.get("rel", "")
    references: dict[Reference, None] = {}
    for name, value in written.items():
        if name == "srcset":  # A list of pictures, each with the width that it is for.
            listed = [one.split()[0] for one in value.split(",") if one.strip()]
            references |= dict.fromkeys([Reference(tag, address, rel) for address in listed])
        elif name in _FOLLOWED:
            references[Reference(tag, value.strip(), rel)] = None
    rest = None
    if tag in _TEXTS or "style" in written:
        text = part[found.end() + 1 :].rpartition("</")[0]
        is_program = "src" not in written and "json" not in written.get("type", "")
        rest = Finished(
            scripts=(text,) if tag == "script" and is_program and text else (),
            styles=(text,) if tag == "style" and text else (),
            style_attributes=(written["style"],) if "style" in written else (),
        )
    return anchors, references, rest


def _joined(parts: Iterable[tuple[T, ...]]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(parts)))

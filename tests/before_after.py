"""Two builds of one site, without and with Unjargon: what differs besides what it may add.

It may add links around words, one section at the end of a page, files of its own, and the lines of
the head and foot that load them. Everything else has to be the same, runs of white space aside.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

_LINK = re.compile(r'<a class="uj-term"[^>]*>(.*?)</a>', re.DOTALL)
_WORDS = re.compile(r'<section class="uj-words".*?</section>', re.DOTALL)
_LOADED = re.compile(
    r'<script src="[^"]*assets/unjargon/[^"]*"[^>]*></script>|'
    r'<link[^>]*href="[^"]*assets/unjargon/[^"]*"[^>]*>'
)
_CONTROL = re.compile(r'<div class="uj-reader">.*?</div>\s*</div>', re.DOTALL)
_LOOK_UP = re.compile(r'<div class="uj-lost".*?</form></div>', re.DOTALL)
_ADDED = (_WORDS, _CONTROL, _LOOK_UP, _LOADED)
# The time of the build, which stands at the end of the home page.
_BUILT = re.compile(r"Build Date UTC : [\d :.+-]*")


def linked(html: str) -> list[str]:
    """Return the text of every word that is linked on a page."""
    return [match[1] for match in _LINK.finditer(_WORDS.sub("", html))]


def without_additions(html: str) -> str:
    """Return a page as it would be without Unjargon."""
    for added in _ADDED:
        html = added.sub("", html)
    text = " ".join(_BUILT.sub("", _LINK.sub(r"\1", html)).split())
    # A line break comes with the section, before the end of what holds it.
    return text.replace(" </", "</")


def differences(before: Path, after: Path) -> Iterator[str]:
    """Yield the files of the first build that the second one lacks or has otherwise."""
    for path in sorted(before.rglob("*")):
        name = path.relative_to(before).as_posix()
        other = after / name
        # Both list all pages, the new ones too.
        if path.is_dir() or name.startswith("sitemap.xml"):
            continue
        if not other.is_file():
            yield f"{name}: is gone"
        elif name.endswith("search_index.json"):
            yield from (f"{name}: {place}" for place in _searched(path) - _searched(other))
        elif name.endswith(".html"):
            if without_additions(path.read_text("utf-8")) != without_additions(
                other.read_text("utf-8")
            ):
                yield f"{name}: differs"
        elif path.read_bytes() != other.read_bytes():
            yield f"{name}: differs"


def _searched(index: Path) -> set[tuple[str, str, str]]:
    docs = json.loads(index.read_text("utf-8"))["docs"]
    return {(one["location"], one["title"], one["text"]) for one in docs}

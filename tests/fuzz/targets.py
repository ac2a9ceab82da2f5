"""What is fuzzed, and what must hold for any bytes: each target raises where it does not."""

from __future__ import annotations

import re
from collections.abc import Callable

from unjargon.load.strict import read_yaml
from unjargon.prose import inert, inline, prose

_ACTIVE = re.compile(r"[{}`~\n\r]|<(?!/?(?:a|blockquote|br|code|em|li|ol|p|pre|strong|ul)\b)")
_HREF = re.compile(r'href="(?!https?:|mailto:)', re.IGNORECASE)


def loader(data: bytes) -> None:
    """A file is used, or at least one mistake is told of it, at a place that can be."""
    told: list[tuple[int, int]] = []
    root = read_yaml(data, lambda line, column, *_: told.append((line, column)))
    assert root is not None or told
    lines = data.count(b"\n") + data.count(b"\r") + data.count(b"\xc2\x85") + 1
    lines += data.count(b"\xe2\x80\xa8") + data.count(b"\xe2\x80\xa9")
    assert all(0 <= line <= lines and column >= 0 for line, column in told)


def text(data: bytes) -> None:
    """Prose from any text holds nothing active, and stays as it is when it is made inert again."""
    written = data.decode("utf-8", "ignore")
    html = prose(written)
    assert not _ACTIVE.search(html), html
    assert not _HREF.search(html), html
    assert inert(html) == html
    assert not re.search(r"[<>{}`]", inline(written))


TARGETS: dict[str, Callable[[bytes], None]] = {"loader": loader, "prose": text}

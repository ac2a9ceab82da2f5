"""Which file names and addresses are safe on every platform that a site is checked out, built or
served on; plain text in, no look at any disk but where a link has to be followed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

MAX_NAME = 100
"""Characters of one name: a path of a few of them still fits into the 260 that Windows allows."""
LINK_OUTSIDE = "is a symbolic link that leads out of its folder"
"""What a problem says of such a file: it would publish what nobody put there."""
_DEVICES = re.compile(r"(?:con|prn|aux|nul|(?:com|lpt)[0-9¹²³])(?:\..*)?", re.IGNORECASE)
# What Windows refuses; braces besides, which mkdocs-macros would run in a title made of the name.
_REFUSED = re.compile(r'[<>:"|?*\\{}]')


def is_device(name: str) -> bool:
    """Tell whether Windows keeps a name for a device, so that nobody there could check it out."""
    return bool(_DEVICES.fullmatch(name))


def name_fault(path: str) -> str:
    """Say how to mend the path of a page or file, `/` between its parts; empty when it is safe."""
    for part in path.split("/"):
        if found := _REFUSED.search(part):
            return f"take the {found[0]} out of '{part}'"
        if not part.isprintable():
            return "take the invisible characters out of its name"
        if is_device(part):
            return f"Windows cannot store '{part}'"
        if part.endswith((".", " ")):
            return f"take the {'full stop' if part[-1] == '.' else 'space'} off the end of '{part}'"
        if len(part) > MAX_NAME:
            return f"use at most {MAX_NAME} characters"
    return ""


def collisions(paths: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield pairs of paths that are one file where capitals or the way of composing accents do not
    count, as on Windows and macOS: the number of the path that was there, and of the later one.
    """
    first: dict[str, int] = {}
    for number, path in enumerate(paths):
        key = unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
        if first.setdefault(key, number) != number:
            yield first[key], number


def leads_out(path: Path, folders: Iterable[Path]) -> bool:
    """Tell whether a path lies outside some folders once all symbolic links are followed."""
    real = path.resolve()
    return not any(real.is_relative_to(folder.resolve()) for folder in folders)

"""Write a small, complete site into an empty folder: `unjargon new site`.

The files are templates in `scaffold/`. There, `dot-` stands for a leading dot, so that no tool
takes them for settings of this package. `@` marks the gaps to fill, because CI recipes and pages
use braces and dollars themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from unjargon.authoring.changes import write_all
from unjargon.authoring.new import packed_template
from unjargon.authoring.sheet import as_yaml
from unjargon.authoring.sources import RefusalError


def new_site(folder: Path, name: str) -> list[str]:
    """Write a site and return the paths of its files, sorted.

    Args:
        folder: Where; it must be empty, and is created where it does not exist.
        name: The site's name.

    Raises:
        RefusalError: If the folder holds anything, or cannot be written.
    """
    gaps = {"name": as_yaml(name), "title": name, "version": version("unjargon")}
    texts = {
        path: re.sub(r"@(\w+)@", lambda gap: gaps[gap[1]], text)
        for path, text in _templates(files("unjargon") / "scaffold")
    }
    data = {path: text.encode() for path, text in texts.items()}
    data["glossary/_template.yml"] = packed_template()
    _refuse_filled(folder)
    paths = sorted(data)
    write_all({folder / path: data[path] for path in paths})
    return paths


def _templates(folder: Traversable, below: str = "") -> Iterator[tuple[str, str]]:
    for entry in folder.iterdir():
        path = below + re.sub(r"^dot-", ".", entry.name)
        if entry.is_dir():
            yield from _templates(entry, f"{path}/")
        else:
            yield path, entry.read_text("utf-8")


def _refuse_filled(folder: Path) -> None:
    try:
        filled = folder.exists() and any(folder.iterdir())
    except OSError as error:
        raise RefusalError(f"{folder}: {error.strerror} (choose another folder)") from error
    if filled:
        hint = "choose an empty one, or add the plugin to the site that is there"
        raise RefusalError(f"{folder}: the folder is not empty ({hint})")

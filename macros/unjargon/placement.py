"""Where a site's files are, and where they will be: names that some platform refuses, links that
lead out, two files at one address.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from unjargon.errors import Problem
from unjargon.paths import LINK_OUTSIDE, collisions, leads_out, name_fault


@dataclass(frozen=True, slots=True)
class Placed:
    """One file of a site."""

    source: str
    """Its path in the folder of pages, or the one that it would have there."""
    target: str
    """Its path in the finished site."""
    path: Path | None = None
    """Where it is on the disk; None for files that are generated or the theme's."""


def placement_problems(
    files: Iterable[Placed], docs_dir: Path, root: Path, folders: Iterable[Path] = ()
) -> Iterator[Problem]:
    """Yield what is wrong with where files are.

    Args:
        files: All files of the site.
        docs_dir: The folder of pages.
        root: The folder of the configuration, from which problems name files.
        folders: Folders of content besides, into which symbolic links may lead.
    """
    placed = list(files)
    allowed = [docs_dir, *folders]

    @cache
    def passes_a_link(path: Path) -> bool:
        """Tell whether a path below the folder of pages is a link, or a folder above it is one."""
        if not path.is_relative_to(docs_dir):
            return False
        return path.is_symlink() or passes_a_link(path.parent)

    for file in placed:
        if file.path is None:
            continue
        if hint := name_fault(file.source):
            message = "pages at this path cannot be stored or served everywhere"
            yield _problem(file, root, "file-name", message, hint)
        if passes_a_link(file.path) and leads_out(file.path, allowed):
            yield _problem(file, root, "link-outside", LINK_OUTSIDE, "put the file itself here")
    for pair in collisions(file.target for file in placed):
        one, other = sorted((placed[at] for at in pair), key=lambda file: file.path is None)
        hint = "rename one of them"
        message = f"its address is that of '{other.source}' too, where capitals do not count"
        yield _problem(one, root, "same-address", message, hint)


def _problem(file: Placed, root: Path, rule: str, message: str, hint: str) -> Problem:
    path = file.path.as_posix() if file.path else file.source
    if file.path and file.path.is_relative_to(root):
        path = file.path.relative_to(root).as_posix()
    return Problem(path, 1, 1, rule, "", message, hint)

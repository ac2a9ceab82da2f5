"""The folder of a staged site: it holds what Unjargon put there, what engines make of it, no more.

Its list of files is written as `sha256sum` writes it, so that anybody can check it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from unjargon.errors import Problem

LIST = "staged.sha256"
"""The file that lists the others."""
MADE_BY_ENGINES = ("site", ".cache")
"""Folders that engines make there, which nobody stages anew."""


def strangers(folder: Path) -> Iterator[Problem]:
    """Yield a problem for every file of a folder that was not put there by `write_stage`."""
    listed = _listed(folder)
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        shown = (folder / name).as_posix()
        if name not in listed:
            message, hint = (
                "was not put here by 'unjargon stage'",
                "move it, or name another folder",
            )
        elif _digest(path.read_bytes()) != listed[name]:
            message = "was changed since 'unjargon stage' put it here"
            hint = "change the site's own files instead, then delete it"
        else:
            continue
        yield Problem(shown, 1, 1, "not-staged", "", message, hint)


def write_stage(folder: Path, contents: Mapping[str, bytes]) -> None:
    """Write the files of a staged site, and delete those that an earlier one had besides.

    Args:
        folder: A folder without strangers; made where it is not there.
        contents: What each file holds, by its path in the folder.

    Raises:
        OSError: If the folder may not be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    listed = _listed(folder)
    # The list comes first: should the rest fail, all that is there by then is known.
    digests = {name: _digest(content) for name, content in contents.items()}
    lines = [f"{digest}  {name}\n" for name, digest in sorted(digests.items())]
    for name in sorted(set(listed) - set(contents)):
        (folder / name).unlink(missing_ok=True)
    (folder / LIST).write_text("".join(lines), encoding="utf-8")
    for name, content in contents.items():
        path = folder / name
        # What stays the same keeps its time, and engines their caches.
        if listed.get(name) != digests[name] or not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    for path in sorted(folder.glob("**/"), reverse=True):
        if path != folder and not any(path.iterdir()):
            path.rmdir()


def _files(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        return
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        is_ours = inside.parts[0] not in MADE_BY_ENGINES and inside != Path(LIST)
        if is_ours and (path.is_symlink() or not path.is_dir()):
            yield path


def _listed(folder: Path) -> dict[str, str]:
    try:
        lines = (folder / LIST).read_text("utf-8").splitlines()
    except OSError:
        return {}
    pairs = (line.partition("  ") for line in lines)
    return {
        name: digest
        for digest, _, name in pairs
        # Nothing outside the folder is ever deleted, whatever the list says.
        if name and not PurePosixPath(name).is_absolute() and ".." not in PurePosixPath(name).parts
    }


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()

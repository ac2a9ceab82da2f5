"""Build beside what is published, then swap: whatever goes wrong, readers keep the last good site.

Beside a site `site/` stands a folder `.site.building/` with a lock, the site that is being built
and, for a moment, the one that was replaced. A lock of the operating system ends with its process,
so that a killed build hinders nobody.
"""

from __future__ import annotations

import ctypes
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MARK = ".unjargon"
"""The file that says of a folder that it may be emptied, since all of it is built anew."""
_TEXT = (
    "Unjargon built this folder, and empties it with every build. Keep nothing of your own here.\n"
)
_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


class RefusedError(Exception):
    """A site that cannot be built now, or not there; the text says why and what to do."""


def claim(site: Path) -> None:
    """Make the folder of a site and mark it as ours.

    Raises:
        RefusedError: If it holds anything and was not built by Unjargon, or cannot be a folder.
    """
    refuse_foreign(site)
    _write(site / MARK, _TEXT)


def refuse_foreign(site: Path) -> None:
    """Raise `RefusedError` if building a site there would delete what Unjargon did not make."""
    if site.exists() and not site.is_dir():
        raise RefusedError(f"site_dir '{site}' is a file; name a folder.")
    if site.is_dir() and any(site.iterdir()) and not (site / MARK).is_file():
        raise RefusedError(
            f"site_dir '{site}' holds files that Unjargon did not make, and a build would delete "
            "them. If MkDocs put them there without Unjargon, delete the folder once. Otherwise "
            "empty it yourself, or name another folder."
        )


def _write(file: Path, text: str) -> None:
    """Write a file of a build's own, and its folder, or say what a build needs."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        raise RefusedError(
            f"'{file.parent}' cannot be written ({error.strerror}); a build writes into site_dir "
            "and into a folder beside it, so allow that, or name another site_dir."
        ) from error


@contextmanager
def replacing(site: Path) -> Iterator[Path]:
    """Give an empty folder to build in, and put it in the place of the site if all goes well.

    Args:
        site: Folder of the published site.

    Raises:
        RefusedError: If another build is at work, or the folder must not be replaced.
    """
    # `mkdocs build` and previews lock nothing, and have no use for what this brings.
    from filelock import FileLock, Timeout

    site = site.resolve()
    refuse_foreign(site)
    beside = site.parent / f".{site.name}.building"
    _write(beside / ".gitignore", "*\n")
    lock = FileLock(beside / "lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise RefusedError(
            f"another build of '{site}' is at work; wait until it is done."
        ) from error
    new, old = beside / "new", beside / "old"
    try:
        if old.exists() and not site.exists():
            old.rename(site)  # The last build was killed between two steps.
        for left in (new, old):
            shutil.rmtree(left, ignore_errors=True)
        new.mkdir()
        yield new
        _swap(new, site, old)
    finally:
        shutil.rmtree(new, ignore_errors=True)
        if site.exists():
            shutil.rmtree(old, ignore_errors=True)
        lock.release()


def _swap(new: Path, site: Path, old: Path) -> None:
    """Put `new` in the place of `site`, in one step where the system can."""
    try:
        if not site.exists():
            new.rename(site)
        elif not _exchange(new, site):
            site.rename(old)
            try:
                new.rename(site)
            except OSError:
                old.rename(site)
                raise
    except OSError as error:
        raise RefusedError(
            f"'{site}' cannot be replaced ({error.strerror}); if it is a mounted volume, build "
            "into a folder inside it."
        ) from error


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, as Linux can; False where the system cannot."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    paths = _AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other)
    return bool(rename(*paths, _RENAME_EXCHANGE) == 0)

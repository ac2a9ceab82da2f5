"""The files of a case -> a temporary folder -> what the real loader makes of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from unjargon.errors import ContentError
from unjargon.load import Folders, Layer, Loaded, load
from unjargon.references import find_problems

KINDS = ("glossary", "lifecycle", "projects", "sessions", "paths", "learn")


def content(given: str | dict[str, Any]) -> bytes:
    """Return the bytes of a file: of its text, of `bytes` or of `start`, `repeat`, `times`, `end`.

    In `bytes` each character is one byte: `"caf\\xE9"` ends in the byte E9.
    """
    if isinstance(given, str):
        return given.encode()
    if "bytes" in given:
        return str(given["bytes"]).encode("latin-1")
    return f"{given['start']}{given['repeat'] * given['times']}{given.get('end', '')}".encode()


def write(folder: Path, files: dict[str, Any]) -> None:
    """Write the files of one layer."""
    for kind in KINDS:
        (folder / kind).mkdir(parents=True)
    for name, given in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(content(given))


@pytest.fixture
def read(tmp_path: Path) -> Callable[..., Loaded]:
    """Return a function that reads a site's own files, over the starter's if there are any."""

    def read_files(files: dict[str, Any], starter: dict[str, Any] | None = None) -> Loaded:
        write(tmp_path, files)
        layers = {kind: (Layer(kind, tmp_path / kind, kind),) for kind in KINDS}
        if starter is not None:
            write(tmp_path / "starter", starter)
            below = {kind: tmp_path / "starter" / kind for kind in KINDS}
            layers = {
                kind: (Layer("starter", below[kind], f"starter/{kind}"), *layers[kind])
                for kind in KINDS
            }
        return load(Folders(**layers, pages=tmp_path))

    return read_files


@pytest.fixture
def problems_of() -> Callable[[Loaded], list[str]]:
    """Return a function that says all that is wrong as an author sees it, line by line."""

    def lines(loaded: Loaded) -> list[str]:
        error = ContentError([*loaded.problems, *find_problems(loaded)])
        return [str(problem) for problem in error.problems]

    return lines

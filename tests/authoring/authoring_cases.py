"""A case's files -> a site in a temporary folder -> what a command makes of it."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

import click
from click.testing import CliRunner, Result

from unjargon.commands_authoring import COMMANDS

MKDOCS = "site_name: S\nplugins: [unjargon]\n"
CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write a case's files, and the least configuration where it brings none."""
    for name, text in {"mkdocs.yml": MKDOCS, "docs/index.md": "# Home\n", **files}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    return folder


def tree(folder: Path) -> dict[str, str]:
    """Return the text of every file below a folder, line endings as they are."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode(errors="surrogateescape")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def changes(before: dict[str, str], after: dict[str, str]) -> dict[str, str | None]:
    """Return the files that differ; None for one that is gone."""
    return {
        name: after.get(name)
        for name in sorted(before | after)
        if before.get(name) != after.get(name)
    }


def command(site: Path, line: str) -> Result:
    """Run a command line in a site."""
    group = click.Group(commands={found.name or "": found for found in COMMANDS})
    return CliRunner().invoke(group, [*shlex.split(line), "-f", str(site / "mkdocs.yml")])


def outcome(site: Path, case: dict[str, Any]) -> dict[str, Any]:
    """Return what a case's command changes, prints and ends with."""
    before = tree(write(site, case["files"]))
    done = command(site, case["command"])
    after = changes(before, tree(site))
    return {"after": after, "output": done.output, "exit": done.exit_code}

"""Sites made in temporary folders: write files, run a command as an author would, build."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
"""The repository."""


def run(*command: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command of the installed package as an author would."""
    executable = Path(sys.executable).parent / command[0]
    # Where the package is, and what coverage leaves for subprocesses; nothing else of this machine.
    kept = ("COVERAGE", "PYTHONPATH")
    passed = {name: text for name, text in os.environ.items() if name.startswith(kept)}
    return subprocess.run(
        [str(executable), *command[1:]],
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        env={
            "PATH": "/usr/bin:/bin",
            "NO_MKDOCS_2_WARNING": "1",
            "SOURCE_DATE_EPOCH": "0",
            **passed,
        },
    )


def write(folder: Path, files: dict[str, str]) -> Path:
    """Write files into a folder and return it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def build(folder: Path, *arguments: str) -> Path:
    """Build a site strictly and return where it is. (`-q` would let warnings pass.)"""
    built = run("mkdocs", "build", "--strict", *arguments, cwd=folder)
    assert built.returncode == 0, built.stderr
    return folder / "site"


SMALL_SITE = {
    "mkdocs.yml": (
        "site_name: Small\n"
        "theme: {name: material, font: false}\n"
        "plugins: [search, macros: {modules: [unjargon], on_undefined: strict}, unjargon: {}]\n"
    ),
    "docs/index.md": "# Home\n\nWe fear bias.\n",
    "glossary/bias.yml": "term: bias\nshort: A lean.\nplain: A lean in one direction.\n",
}
"""The least that makes a site: one page, one term, no option."""

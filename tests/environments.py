"""Environments that hold something else than the tests' own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_UV = [sys.executable, "-m", "uv"]


def environment(folder: Path, *what: str) -> Path:
    """Make an environment, and return the folder of its programs.

    Where no package index is in reach, the test is skipped; in CI it fails.

    Args:
        folder: Where it is made.
        what: What is installed into it, as `pip install` takes it.
    """
    subprocess.run([*_UV, "venv", "-q", "--python", sys.executable, str(folder)], check=True)
    programs = folder / "bin"
    install = [*_UV, "pip", "install", "-q", "--python", str(programs / "python"), *what]
    installed = subprocess.run(install, capture_output=True, text=True, check=False)
    if installed.returncode:
        reason = f"no package index in reach: {installed.stderr.strip().splitlines()[-1:]}"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    return programs

"""An older Python is told in one line."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("release", "code", "told"),
    [
        ((3, 10, 4), 1, "Unjargon needs Python 3.11 or newer; this is 3.10.\n"),
        (tuple(sys.version_info), 0, ""),
    ],
)
def test_it(release: tuple[object, ...], code: int, told: str) -> None:
    line = f"import sys; sys.version_info = {release}; import unjargon"
    done = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (code, told)

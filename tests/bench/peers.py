"""The interpreter of the bench: what .venv has, and the peers beside it in a venv of their own."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

REQUIREMENTS = Path(__file__).with_name("requirements.txt")


def interpreter(folder: Path) -> tuple[Path, dict[str, str]]:
    """Make the venv, unless it is there, and install each peer into it.

    Args:
        folder: Where the venv is.

    Returns:
        Its interpreter, and why a peer could not be installed, by the peer's requirement.
    """
    python = folder / "bin" / "python"
    if not python.exists():
        venv.create(folder, with_pip=True)
    # All that .venv holds is seen from here, so that both run the very same MkDocs.
    packages = next(folder.glob("lib/python*/site-packages"))
    line = f"import site; site.addsitedir({sysconfig.get_path('purelib')!r})\n"
    (packages / "bench.pth").write_text(line, "utf-8")
    done = folder / "installed.txt"
    installed = done.read_text("utf-8").splitlines() if done.exists() else []
    missing = {}
    for requirement in _requirements():
        if requirement in installed:
            continue
        print(f"installing {requirement}", file=sys.stderr)
        # zensical-glossary declares Python 3.12 and runs on 3.11.
        options = ("-q", "--disable-pip-version-check", "--ignore-requires-python")
        command = [str(python), "-m", "pip", "install", *options, requirement]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        if ran.returncode:
            missing[requirement] = (ran.stderr.strip().splitlines() or ["pip failed"])[-1]
        else:
            installed.append(requirement)
    done.write_text("".join(f"{name}\n" for name in installed), "utf-8")
    return python, missing


def _requirements() -> list[str]:
    lines = REQUIREMENTS.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]

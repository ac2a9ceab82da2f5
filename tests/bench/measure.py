"""Run one command and say what it took: instructions, CPU time, memory."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

LIMIT = 3600.0
"""Seconds after which a command is given up."""
_CACHEGRIND = ("valgrind", "--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null")


class NotMeasuredError(Exception):
    """A command that cannot be run or does not end; the message says why."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What one run of a command took."""

    seconds: float
    """CPU time, user and system."""
    megabytes: float
    """Peak resident memory, in units of 1,000,000 bytes."""


def environment(paths: Sequence[Path]) -> dict[str, str]:
    """Return the environment of all commands: nothing of the caller's, and a fixed hash seed."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join(map(str, paths)),
        "PYTHONHASHSEED": "0",
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": "0",
    }


def take(command: Sequence[str], env: dict[str, str], cwd: Path, *, limit: float = LIMIT) -> Taken:
    """Run a command to its end and return its CPU time and memory.

    Args:
        command: The command.
        env: Its whole environment.
        cwd: The folder that it runs in.
        limit: Seconds after which it is given up.

    Raises:
        NotMeasuredError: If it fails, or does not end in time.
    """
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            command, cwd=cwd, env=env, stdout=said, stderr=said, start_new_session=True
        )
        clock = threading.Timer(limit, os.killpg, (process.pid, signal.SIGKILL))
        began = time.monotonic()
        clock.start()
        try:
            _, status, used = os.wait4(process.pid, 0)
        finally:
            clock.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if time.monotonic() - began >= limit:
            raise NotMeasuredError(f"took more than {limit:,.0f} s")
        if process.returncode < 0:
            raise NotMeasuredError(f"was ended by {signal.Signals(-process.returncode).name}")
        if process.returncode:
            said.seek(0)
            lines = said.read().decode("utf-8", "replace").strip().splitlines() or ["no message"]
            raise NotMeasuredError(f"exit code {process.returncode}: {lines[-1]}")
    # ru_maxrss counts kibibytes on Linux, bytes on macOS.
    unit = 1 if os.uname().sysname == "Darwin" else 1024
    return Taken(used.ru_utime + used.ru_stime, used.ru_maxrss * unit / 1e6)


def count(command: Sequence[str], env: dict[str, str], cwd: Path) -> float:
    """Run a command under valgrind and return how many millions of instructions it took.

    Raises:
        NotMeasuredError: As `take`, or if valgrind is not installed.
    """
    if shutil.which("valgrind") is None:
        raise NotMeasuredError("valgrind is not installed")
    with tempfile.NamedTemporaryFile("r", suffix=".log") as log:
        take([*_CACHEGRIND, f"--log-file={log.name}", *command], env, cwd)
        found = re.search(r"I +refs: +([\d,]+)", Path(log.name).read_text())
    if not found:
        raise NotMeasuredError("valgrind counted nothing")
    return int(found[1].replace(",", "")) / 1e6

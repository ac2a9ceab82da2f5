"""Where the browser of the tests is."""

from __future__ import annotations

import shutil

SHELL = "chromium-headless-shell"
"""It draws the same pages as the browser with its windows, in a third of the CPU time."""

WHOLE = ("chromium", "chromium-browser")


def chromium() -> str | None:
    """Return the path of a Chromium, or None where there is none."""
    return shutil.which(SHELL) or whole_chromium()


def whole_chromium() -> str | None:
    """Return the path of one that has all that a person's has, as the pages kept for "back"."""
    return next(filter(None, map(shutil.which, WHOLE)), None)

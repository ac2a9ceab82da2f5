"""Warnings that count although nobody sees them.

`mkdocs build -q` raises the level of the logger, so that its warnings reach neither the screen nor
the handler that counts them for `--strict`. Here the level of the screen is raised instead.
"""

from __future__ import annotations

import logging


def count_hidden_warnings(logger: logging.Logger) -> None:
    """Let warnings pass a logger, and keep them from those of its handlers that would show them."""
    if logger.level > logging.WARNING:
        for handler in logger.handlers:
            handler.setLevel(max(handler.level, logger.level))
        logger.setLevel(logging.WARNING)

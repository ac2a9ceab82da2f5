"""Text of a record as Markdown that means the same everywhere, whoever wrote it."""

from __future__ import annotations

import re
from typing import Any

from markdown_it import MarkdownIt

from unjargon.prose import MARKDOWN

FULL = MarkdownIt("commonmark").enable(["table", "strikethrough"])
"""The Markdown that readers of a card see: HTML, headings and pictures included."""
# Signs that mean something anywhere, at the start of a line, or as what closes a heading.
_ACTIVE = re.compile(r"[\\`*_\[\]<>&~|]|^(?:[#+=-]|\d+(?=[.)](?: |$)))|(?<= )#(?=#*$)")
_SPACE = re.compile(r"[ \t\r\n]+")
_AFTER, _RENDERED_AFTER = "\n\n## x\n", "<h2>x</h2>\n"


def escaped(text: str) -> str:
    """Return plain text as one line of Markdown that shows just this text."""
    return _ACTIVE.sub(_escape, flat(text))


def flat(text: str) -> str:
    """Return plain text on one line, as Markdown shows it. Other spaces than these stay."""
    return _SPACE.sub(" ", text).strip()


def _escape(found: re.Match[str]) -> str:
    # A number would begin a list by the sign behind it.
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"


def portable(text: str) -> str:
    """Return prose as it was typed, if it means the same in any Markdown; else its plain signs.

    Prose of a record knows neither HTML nor headings nor pictures, and a card's readers do. Text
    that would become one of these, or run on into the next section, is escaped as a whole.
    """
    environment: dict[str, Any] = {}
    seen = FULL.render(text + _AFTER, environment)
    if seen == MARKDOWN.render(text) + _RENDERED_AFTER and not environment.get("references"):
        return text
    return "\n\n".join(escaped(part) for part in re.split(r"\n\s*\n", text))

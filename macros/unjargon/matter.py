"""Front matter of pages: text, whatever theme and macros would make of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from unjargon.prose import attribute


def as_text(meta: Mapping[str, Any], *, escaped: bool = False) -> dict[str, Any]:
    """Return front matter whose texts show what was typed.

    Themes print titles and descriptions unescaped, mkdocs-macros runs a title as a template, and
    some templates escape again, so the result is marked as escaped.

    Args:
        meta: The fields of a page.
        escaped: Whether its texts are escaped already.
    """
    return {
        name: Markup(value if escaped else attribute(value)) if isinstance(value, str) else value
        for name, value in meta.items()
    }

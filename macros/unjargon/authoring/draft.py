"""A project that is being put together from a model card: fields as text, and what was left."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from unjargon.authoring.card_tree import Left
from unjargon.cards.body import figure
from unjargon.catalog import Catalog

_SAME = {
    "datasets": ("name",),
    "risks": ("name",),
    "metrics": ("type", "segment"),
    "links": ("url",),
}
"""What tells the entries of a list apart."""
_MOST = 1e15


class Draft:
    """The fields of a project, in the spelling of its file.

    A card may say a thing twice, in a field and in its text. What is said first stands; what is
    said later adds to it.

    Args:
        catalog: The site's records, for the words that figures need.
    """

    def __init__(self, catalog: Catalog) -> None:
        self.catalog = catalog
        self.fields: dict[str, Any] = {}
        self.left: list[Left] = []

    def fill(self, field: str, value: Any) -> bool:
        """Fill a field, `scope.for` for one inside another; tell whether it says this now."""
        outer, _, inner = field.partition(".")
        place, name = (self.fields.setdefault(outer, {}), inner) if inner else (self.fields, outer)
        if not value:
            return True
        return bool(place.setdefault(name, value) == value)

    def append(self, field: str, text: str) -> None:
        """Add paragraphs to a field of prose."""
        before = self.fields.get(field)
        if text and before != text:
            self.fields[field] = f"{before}\n\n{text}" if before else text

    def add(self, field: str, text: str) -> None:
        """Add a text to a list of texts that does not hold it."""
        outer, _, inner = field.partition(".")
        place, name = (self.fields.setdefault(outer, {}), inner) if inner else (self.fields, outer)
        texts = place.setdefault(name, [])
        if text and text not in texts:
            texts.append(text)

    def put(self, field: str, entry: Mapping[str, Any]) -> str:
        """Add an entry to a list of entries, or what it says to the one that is there.

        Returns:
            What the two say differently, so that it is not in the draft; mostly nothing.
        """
        entries: list[dict[str, Any]] = self.fields.setdefault(field, [])
        for known in entries:
            if all(known.get(key) == entry.get(key) for key in _SAME[field]):
                known.update({name: value for name, value in entry.items() if name not in known})
                other = [text for name, text in entry.items() if known[name] != text]
                return f"{', '.join(map(str, other))}, which differs from before" if other else ""
        entries.append(dict(entry))
        return ""

    def measure(self, names: tuple[str, ...], entry: Mapping[str, Any]) -> str:
        """Add a figure; return why it cannot be one, or an empty text.

        Args:
            names: What the card calls what was measured, the exactest first.
            entry: The fields of the figure besides its type.
        """
        tried = (way for name in names for way in (name, name.replace("_", " "), f"{name} score"))
        term = next((found for way in tried if (found := self.catalog.find_term(way))), None)
        if term is None:
            return f"no word of the glossary is called '{names[0]}' (add it, then the figure)"
        value, unit = _figure(entry.get("value", ""))
        if not value:
            return f"{entry.get('value') or 'nothing'} is no figure (write it down by hand)"
        more = {"unit": unit} if unit else {}
        return self.put("metrics", {"type": term, **entry, "value": value, **more})


def _figure(text: str) -> tuple[str, str]:
    """Return a figure and its unit, as far as a text holds them; empty where it holds none."""
    try:
        value = float(text.removesuffix("%").strip())
    except ValueError:
        return "", ""
    if not math.isfinite(value) or abs(value) > _MOST:
        return "", ""
    return figure(value), "%" if text.endswith("%") and 0 <= value <= 100 else ""

"""The site's navigation with generated pages in it: a stage added in YAML needs no other edit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from unjargon.pages import GeneratedPage

Nav = list[Any]


def with_generated(nav: Nav | None, pages: Iterable[GeneratedPage]) -> Nav | None:
    """List a section's pages after its own page, wherever the navigation names that.

    Args:
        nav: `nav` as in mkdocs.yml; None where the engine makes it from folders.
        pages: The generated pages, in order.

    Returns:
        The navigation to use; None stays None.
    """
    if nav is None:
        return None
    children: dict[str, list[str]] = {}
    for page in pages:
        index = f"{page.kind.section}/index.md"
        if page.kind.in_nav and page.source != index:
            children.setdefault(index, []).append(page.source)
    return _expand(nav, children)


def _expand(items: Nav, children: dict[str, list[str]]) -> Nav:
    expanded: Nav = []
    for item in items:
        if isinstance(item, str):
            expanded += [item, *children.get(item, [])]
        elif isinstance(item, dict):
            expanded.append({title: _entry(target, children) for title, target in item.items()})
        else:
            expanded.append(item)
    return expanded


def _entry(target: Any, children: dict[str, list[str]]) -> Any:
    if isinstance(target, list):
        return _expand(target, children)
    return [target, *children[target]] if target in children else target

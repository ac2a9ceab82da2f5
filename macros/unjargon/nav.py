"""The site's navigation with generated pages in it: a stage added in YAML needs no other edit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from unjargon.addresses import Addresses
from unjargon.language import N_
from unjargon.pages import GeneratedPage

Nav = list[Any]
FOLDERS = (N_("Glossary"), N_("Learn"), N_("Lifecycle"), N_("Paths"), N_("Projects"), N_("Quiz"),
           N_("Sessions"))  # fmt: skip
"""What an engine calls the folders of generated pages where a site has no navigation of its own."""


def with_generated(
    nav: Nav | None, pages: Iterable[GeneratedPage], addresses: Addresses
) -> Nav | None:
    """List a section's pages after its own page, wherever the navigation names that.

    Args:
        nav: `nav` as in mkdocs.yml; None where the engine makes it from folders.
        pages: The generated pages, in order.
        addresses: Where they are.

    Returns:
        The navigation to use; None stays None.
    """
    if nav is None:
        return None
    children: dict[str, list[str]] = {}
    for page in pages:
        index = addresses.place(f"{page.kind.section}/index.md")
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


def listed(nav: Any) -> Iterator[str]:
    """Yield every path and address that a navigation names."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for target in nav.values():
            yield from listed(target)
    elif isinstance(nav, list):
        for item in nav:
            yield from listed(item)

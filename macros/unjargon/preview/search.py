"""The search index of Material, which need not read again what it has read."""

from __future__ import annotations

from typing import Any

from material.plugins.search.plugin import (  # type: ignore[import-untyped]
    SearchIndex,
    SearchPlugin,
)
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from unjargon.preview.keys import frozen, headings
from unjargon.remember import Remember


class RememberingIndex(SearchIndex):  # type: ignore[misc]
    """An index that takes the entries of a page from the last build, if it is the same page."""

    def __init__(self, remember: Remember, config: Any) -> None:
        super().__init__(**config)
        self._remember = remember

    def add_entry_from_context(self, page: Page) -> None:
        """Add a page's sections."""
        key = ("search", page.content, page.url, page.title, headings(page), frozen(page.meta))
        self.entries += self._remember(lambda: key, lambda: self._read(page))

    def _read(self, page: Page) -> list[dict[str, Any]]:
        alone = SearchIndex(**self.config)
        alone.add_entry_from_context(page)
        entries: list[dict[str, Any]] = alone.entries
        return entries


def with_memory(config: MkDocsConfig, remember: Remember) -> None:
    """Give Material's search, where a site has it, an index that remembers."""
    for plugin in config.plugins.values():
        if type(plugin) is SearchPlugin and plugin.config.enabled:
            plugin.search_index = RememberingIndex(remember, plugin.config)

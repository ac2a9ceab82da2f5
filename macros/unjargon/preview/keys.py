"""What MkDocs' work on a page depends on, as keys; and for which sites that can be told.

An extension, plugin or theme that we do not know may read anything. Where one takes part, its
share of the work is done anew in every build: a slow preview is better than a wrong one.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import date
from enum import Enum
from importlib.metadata import entry_points
from pathlib import Path, PurePath
from types import BuiltinFunctionType, FunctionType
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin
from mkdocs.structure import StructureItem
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink
from mkdocs.theme import Theme
from mkdocs.utils.templates import TemplateContext
from pathspec import PathSpec

_KNOWN = ("markdown.", "pymdownx.", "material.", "mkdocs.", "mkdocs_macros.", "unjargon.")
"""Packages whose work depends on nothing but its input and the configuration."""
_READ_FILES = {"pymdownx.snippets", "pymdownx.b64"}
_PLUGINS = (
    "material.plugins.search.",
    "mkdocs.contrib.search.",
    "mkdocs_macros.plugin.",
    "unjargon.plugin.",
)
"""Plugins that change nothing of a theme's templates."""
_PLAIN = (str, bytes, int, float, bool, type(None), date, PurePath, Enum)
_CONTEXT = frozenset(TemplateContext.__annotations__)
"""What MkDocs itself tells a template."""


class UnknownError(Exception):
    """Something takes part of which nobody can tell what it depends on."""


def frozen(value: Any) -> Hashable:
    """Return a key that is equal for equal values.

    Raises:
        UnknownError: If there is none for values of its type.
    """
    if isinstance(value, _PLAIN):
        return type(value).__name__, value
    if isinstance(value, BasePlugin):
        return type(value).__qualname__, frozen(value.config)
    if isinstance(value, Theme):
        said = {**value, "locale": str(value.locale)}
        return "theme", tuple(value.dirs), _own_files(value), frozen(said)
    if isinstance(value, Mapping):
        return "map", tuple((frozen(key), frozen(value[key])) for key in value)
    if isinstance(value, list | tuple):
        return "list", tuple(map(frozen, value))
    if isinstance(value, set | frozenset):
        return "set", frozenset(map(frozen, value))
    if isinstance(value, PathSpec):
        return "paths", tuple((one.include, str(one.regex)) for one in value.patterns)
    if isinstance(value, FunctionType | BuiltinFunctionType | type):
        if f"{value.__module__}.".startswith(_KNOWN):
            return value.__module__, value.__qualname__
    elif type(value).__module__.startswith("mkdocs."):
        return type(value).__qualname__, frozen(vars(value))
    raise UnknownError(f"{type(value).__module__}.{type(value).__qualname__}")


def _own_files(theme: Theme) -> Hashable:
    """Return a key of the files that a site lays over its theme: pictures, templates."""
    own = theme.custom_dir
    paths = sorted(path for path in Path(own).rglob("*") if path.is_file()) if own else []
    return tuple((str(path), path.stat().st_mtime_ns, path.stat().st_size) for path in paths)


def of_markdown(config: MkDocsConfig, files: Files) -> Hashable:
    """Return what the HTML of every page depends on, its own Markdown aside.

    Raises:
        UnknownError: If that cannot be told.
    """
    homes = {one.name: one.value for one in entry_points(group="markdown.extensions")}
    for extension in config.markdown_extensions:
        home = homes.get(extension, extension) if isinstance(extension, str) else repr(extension)
        if not f"{home}.".startswith(_KNOWN) or home.partition(":")[0] in _READ_FILES:
            raise UnknownError(str(extension))
    targets = tuple((file.src_uri, file.dest_uri, file.inclusion.value) for file in files)
    return frozen(config), targets


def of_templates(config: MkDocsConfig, nav: Navigation) -> Hashable:
    """Return what the theme makes of every page depends on, the page itself aside.

    Raises:
        UnknownError: If that cannot be told.
    """
    for plugin in config.plugins.values():
        if not f"{type(plugin).__module__}.".startswith(_PLUGINS):
            raise UnknownError(type(plugin).__module__)
    if config.theme.name != "material" or config.theme.custom_dir or config.hooks:
        raise UnknownError("a theme of its own")
    return frozen(config), tuple(map(_item, nav.items))


def of_page(context: TemplateContext) -> Hashable:
    """Return what a template is told of one page.

    Raises:
        UnknownError: If that cannot be told.
    """
    if not _CONTEXT.issuperset(context):
        raise UnknownError("a plugin's own variables")
    page = context["page"]
    assert page is not None
    own = {name: value for name, value in vars(page).items() if name not in _APART}
    around = (*page.ancestors, page.previous_page, page.next_page)
    return (
        page.file.src_uri,
        page.title,
        context["base_url"],
        frozen(context["extra_css"]),
        frozen(context["extra_javascript"]),
        tuple(item and _item(item, children=False) for item in around),
        headings(page),
        frozen(own),
    )


_APART = {"file", "toc", "parent", "previous_page", "next_page", "markdown", "links_to_anchors"}
"""What `of_page` tells in other ways, or is of no use to a template."""


def _item(item: StructureItem, *, children: bool = True) -> Hashable:
    below = tuple(map(_item, getattr(item, "children", None) or ())) if children else ()
    if isinstance(item, Page):
        own: tuple[Any, ...] = (item.url, item.canonical_url, item.is_homepage, frozen(item.meta))
    else:
        own = (getattr(item, "url", None),)
    return type(item).__name__, item.title, own, below


def headings(page: Page) -> Hashable:
    """Return a page's table of contents as a key."""
    return tuple(map(_heading, page.toc))


def _heading(heading: AnchorLink) -> Hashable:
    return heading.title, heading.id, heading.level, tuple(map(_heading, heading.children))

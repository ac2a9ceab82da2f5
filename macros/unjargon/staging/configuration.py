"""The configuration of a staged site, and what its theme needs besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from typing import Any

import yaml

from unjargon.prose import inert

_KEPT = ("extra", "repo_url", "repo_name", "site_author")
"""Settings that are taken over as they stand."""
_LOST = ("hooks", "extra_templates")
"""Settings that no staged site has: what they did to pages is done, the rest is not."""
_KNOWN_PLUGINS = frozenset(("search", "macros", "unjargon"))
OVERRIDES = "overrides"


def configuration(
    written: Mapping[str, Any], finished: Mapping[str, Any], nav: list[Any], has_toc_links: bool
) -> dict[str, str]:
    """Return the configuration files: `mkdocs.yml`, and the name that ProperDocs looks for.

    Args:
        written: The site's own configuration as it is written.
        finished: Settings that plugins had a hand in, by name.
        nav: The navigation, pages by their staged paths.
        has_toc_links: Whether headings show a link to themselves.
    """
    theme = written.get("theme", "mkdocs")
    theme = {"name": theme} if isinstance(theme, str) else dict(theme)
    settings: dict[str, Any] = {
        **finished,
        **{name: written[name] for name in _KEPT if name in written},
        "docs_dir": "docs",
        "site_dir": "site",
        "edit_uri": "",
        # Zensical's other look has other colours and measures than the stylesheets expect.
        "theme": theme | {"custom_dir": OVERRIDES, "variant": "classic"},
        "plugins": ["search"],
        "markdown_extensions": ["attr_list", {"toc": {"permalink": has_toc_links}}],
        "nav": nav,
        "validation": {"nav": {"omitted_files": "ignore"}},
    }
    told = yaml.safe_dump(settings, sort_keys=False, allow_unicode=True, width=100)
    return {"mkdocs.yml": told, "properdocs.yml": "INHERIT: mkdocs.yml\n"}


def left_out(written: Mapping[str, Any], plugins: Iterable[str]) -> Iterator[str]:
    """Yield the settings of a site that its staged form does without.

    Args:
        written: The site's own configuration as it is written.
        plugins: The names of its plugins.
    """
    for name in plugins:
        if name.rpartition("/")[2] not in _KNOWN_PLUGINS:
            yield f"plugins: {name}"
    theme = written.get("theme")
    if isinstance(theme, Mapping) and theme.get("custom_dir"):
        yield "theme: custom_dir"
    yield from (name for name in _LOST if written.get(name))


def theme_files(control: str, lost: str, sheets: str, scripts: Iterable[str]) -> dict[str, str]:
    """Return the templates that put our parts into the theme's pages.

    Titles from YAML stand in the parts, so they are made inert: engines run what templates say.

    Args:
        control: The control of the reader's own terms, as HTML.
        lost: What the page for addresses that do not exist shows, as HTML.
        sheets: The links in that page's head to the stylesheets that it needs.
        scripts: The scripts of every page's head.
    """
    ours = files("unjargon.staging").joinpath("theme")
    return {
        f"{OVERRIDES}/main.html": ours.joinpath("main.html").read_text("utf-8"),
        f"{OVERRIDES}/partials/actions.html": ours.joinpath("actions.html").read_text("utf-8"),
        f"{OVERRIDES}/404.html": (
            f'{{% extends "main.html" %}}\n{{% block content %}}\n{inert(lost)}\n{{% endblock %}}\n'
            f"{{% block extrahead %}}\n{{{{ super() }}}}\n{sheets}\n{{% endblock %}}\n"
        ),
        f"{OVERRIDES}/partials/unjargon-reader.html": inert(control),
        f"{OVERRIDES}/partials/unjargon-scripts.html": "".join(
            f"<script src=\"{{{{ 'assets/unjargon/{script}' | url }}}}\"></script>\n"
            for script in scripts
        ),
    }

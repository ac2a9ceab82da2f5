"""Builds as a preview makes them, without its server."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from unjargon.plugin import UnjargonPlugin
from unjargon.remember import Remember


def configured(folder: Path, name: str, url: str, remember: Remember) -> MkDocsConfig:
    """Return the configuration of a preview, ready to be built.

    Args:
        folder: The site.
        name: Folder in it that is built into.
        url: Where the preview would be served.
        remember: What keeps results from build to build.
    """
    config = load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / name))
    config.site_url = url
    config.plugins.on_startup(command="serve", dirty=False)
    plugin = config.plugins["unjargon"]
    assert isinstance(plugin, UnjargonPlugin)
    plugin.remember = remember
    return config

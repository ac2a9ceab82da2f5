"""`unjargon stage`: the finished site as files that other engines build.

MkDocs builds the site as ever, into a folder that is thrown away; a plugin that comes last takes
down what every page held. So what is staged is what is published, other plugins' work included.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import click
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.nav import Section as NavSection
from mkdocs.structure.pages import Page

from unjargon.addresses import relative
from unjargon.beside import ASSETS
from unjargon.configuration import config_file_option, open_configuration, told_in_one_line
from unjargon.exports import announcements
from unjargon.language import speaking
from unjargon.lost import with_search
from unjargon.plugin import UnjargonPlugin
from unjargon.reader import head_scripts
from unjargon.sheets import sheet_links
from unjargon.staging import (
    StagedPage,
    configuration,
    left_out,
    staged_markdown,
    strangers,
    theme_files,
    write_stage,
)

_MODEL_CARD = re.compile(r'(href="[^"]*\bmodel-card\.md)(?=")')


@click.command()
@config_file_option
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def stage(config_file: Path, folder: Path) -> None:
    """Write the finished site into DIR, for Zensical or ProperDocs to build.

    DIR may hold an earlier stage, and nothing else.
    """
    found = list(strangers(folder))
    if found:
        for problem in found:
            click.echo(problem, err=True)
        sys.exit(2)
    with told_in_one_line(config_file):
        config, _ = open_configuration(config_file)
    if folder.resolve().is_relative_to(Path(config.docs_dir).resolve()):
        raise click.UsageError(f"{folder} lies in the folder of pages; name one outside of it.")
    written = {name: value for part in config.user_configs for name, value in part.items()}
    plugins = [name for name in config.plugins if name not in config.hooks]
    collected = _build(config, cast("UnjargonPlugin", config.plugins["unjargon"]))
    contents = collected.contents(written)
    try:
        write_stage(folder, contents)
    except OSError as error:
        raise click.UsageError(f"{folder}: {error.strerror or error}") from error
    for name in left_out(written, plugins):
        click.echo(f"left out: {name}", err=True)
    click.echo(f"{len(collected.pages)} pages in {folder}. Now run one of these:")
    click.echo(f"zensical build -f {folder / 'mkdocs.yml'}")
    click.echo(f"properdocs build -f {folder / 'properdocs.yml'}")


def _build(config: MkDocsConfig, plugin: UnjargonPlugin) -> _Collector:
    collector = _Collector(plugin)
    config.plugins["unjargon-stage"] = collector
    with TemporaryDirectory() as thrown_away:
        config.site_dir = thrown_away
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    return collector


class _Collector(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """Takes down what a build makes."""

    def __init__(self, plugin: UnjargonPlugin) -> None:
        self._plugin = plugin
        self._nav: list[Any] = []
        self._settings: dict[str, Any] = {}
        self._files: dict[str, bytes] = {}
        self.pages: dict[str, StagedPage] = {}
        """The pages, by their staged paths."""

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Take down the navigation and the settings, now that all plugins had their say."""
        self._nav = nav.items
        names = ("site_name", "site_url", "site_description", "copyright", "use_directory_urls")
        self._settings = {name: config[name] for name in names if config[name] is not None}
        self._settings["extra_css"] = list(map(str, config.extra_css))
        self._settings["extra_javascript"] = [
            script if isinstance(script, str) else _filled(script)
            for script in config.extra_javascript
        ]

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> None:
        """Take down a page, its words linked."""
        site = self._plugin.site
        made = site.pages.get(page.file.src_uri)
        kind, record_id = (made.kind.name, made.id) if made else ("", "")
        html = page.content or ""
        head = sheet_links(html, relative(ASSETS, page.url))
        head += announcements(site.published, page.url, kind, record_id)
        # These engines make a page of every Markdown file, so model cards are text files there.
        html = _MODEL_CARD.sub(r"\1.txt", html)
        self.pages[_source(page.file)] = StagedPage(page.meta, html, head, page.edit_url or "")

    # After all that add files here.
    @event_priority(-200)
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Take down what is no page and not the theme's."""
        themes = [Path(folder) for folder in config.theme.dirs]
        for file in files:
            source = file.abs_src_path
            is_themes = source and any(map(Path(source).is_relative_to, themes))
            if not (file.is_documentation_page() or is_themes or file.inclusion.is_excluded()):  # type: ignore[no-untyped-call]
                self._files[f"docs/{file.src_uri}"] = file.content_bytes

    def contents(self, written: Mapping[str, Any]) -> dict[str, bytes]:
        """Return every file of the staged site.

        Args:
            written: The site's configuration as it is written.
        """
        site = self._plugin.site
        has_links = any('class="headerlink"' in page.html for page in self.pages.values())
        missing = "<h1>404 - Not found</h1>"
        with speaking(site.settings.language):
            lost = with_search(missing, site.addresses.root, site.addresses)
        sheets = sheet_links(lost, f"{site.addresses.root}{ASSETS}")
        texts = {
            **{f"docs/{path}": staged_markdown(page) for path, page in self.pages.items()},
            **configuration(written, self._settings, list(map(_entry, self._nav)), has_links),
            **theme_files(site.reader_control, lost, sheets, head_scripts(site.settings.language)),
        }
        return self._files | {path: text.encode() for path, text in texts.items()}


def _source(file: File) -> str:
    # Where the page will lie: some engines take the links of a page's HTML as starting from its
    # address, some as starting from its file, and here both mean the same.
    return f"{file.dest_uri.removesuffix('.html')}.md"


def _entry(item: Any) -> dict[str, Any]:
    if isinstance(item, NavSection):
        return {str(item.title): [_entry(child) for child in item.children]}
    if isinstance(item, Page):
        return {str(item.title): _source(item.file)}
    return {str(item.title): item.url}


def _filled(script: Any) -> dict[str, Any]:
    return {name: value for name, value in dict(script).items() if value}

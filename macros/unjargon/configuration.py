"""The options of mkdocs.yml, and the settings that follow from them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
import yaml
from mkdocs.config import base, load_config
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from unjargon.addresses import SECTIONS
from unjargon.errors import nearest
from unjargon.load.syntax import explain_syntax
from unjargon.site import Settings

config_file_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's configuration.",
)
"""The option by which commands are told of a site; its file has to be there."""


class _Layers(c.ListOfItems[str]):
    """Folders, lowest first; a single one may stand without a list."""

    def __init__(self, default: list[str] | None = None) -> None:
        super().__init__(c.Type(str), default)

    def run_validation(self, value: object) -> list[str]:
        return super().run_validation([value] if isinstance(value, str) else value)


class UnjargonConfig(base.Config):  # type: ignore[no-untyped-call]
    """The options under `plugins: - unjargon:` in mkdocs.yml; each has a default."""

    glossary = _Layers(["glossary/"])
    """Layers of terms, lowest first: folders beside mkdocs.yml, or `starter`."""
    lifecycle = c.Optional(_Layers())
    """Layers of stages. Default: `lifecycle/` in the folder of pages, over the starter's."""
    projects = c.Optional(_Layers())
    """Folders of projects. Default: `projects/` in the folder of pages."""
    sections = c.ListOfItems(c.Choice(SECTIONS), default=list(SECTIONS))
    """Which sections are generated."""
    addresses = c.Type(dict, default={})
    """Other folders for generated pages, by the one that they have otherwise."""
    glossary_url = c.Optional(c.URL())
    """Where linked words lead when this site has no glossary section of its own."""
    autolink = c.Type(bool, default=True)
    """Whether words are linked."""
    contact = c.Type(str, default="")
    """Where readers ask and suggest: a `mailto:` address, or an issue form's with `{title}`,
    `{body}` and `{url}` in it."""
    checks = c.Type(dict, default={})
    """Levels and limits of the rules of `unjargon check`, by rule id."""
    health = c.Type(bool, default=False)
    """Whether the page for maintainers, `authors/health/`, is made; it reads every text."""
    anki = c.Type(bool, default=False)
    """Whether flash cards are offered as files for Anki; needs `unjargon[anki]`."""
    linking_json = c.Type(bool, default=False)
    """Whether `linking.json` is written: per page every decision, per term where it is used."""
    confidential = c.Type(bool, default=False)
    """Whether projects and fields are published that their authors keep inside."""
    repeat = c.Choice(("page", "section", "always"), default="page")
    """How often a word is linked: once a page, once a section, every time."""

    def validate(self) -> tuple[base.ConfigErrors, base.ConfigWarnings]:
        """Name the nearest option to one that is unknown: what it says has no effect."""
        errors, warnings = super().validate()
        unknown = self.keys() - self._schema_keys
        hints = {name: hint for name in unknown if (hint := nearest(name, self._schema_keys))}
        return errors, [
            (name, f"{told} ({hints[name]})" if name in hints else told) for name, told in warnings
        ]


def settings_of(config: MkDocsConfig, options: UnjargonConfig, *, preview: bool) -> Settings:
    """Turn MkDocs' configuration into settings.

    Args:
        config: The whole configuration.
        options: The plugin's part of it.
        preview: Whether drafts are shown.
    """
    root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    return Settings(
        root=root.resolve(),
        docs_dir=Path(config.docs_dir).resolve(),
        glossary=tuple(options.glossary),
        lifecycle=_maybe_tuple(options.lifecycle),
        projects=_maybe_tuple(options.projects),
        sections=tuple(options.sections),
        glossary_url=str(options.glossary_url or ""),
        addresses=options.addresses,
        autolink=options.autolink,
        repeat=options.repeat,  # type: ignore[arg-type]
        language=language_of(config),
        directory_urls=config.use_directory_urls,
        site_url=str(config.site_url or ""),
        name=config.site_name,
        description=str(config.site_description or ""),
        contact=options.contact,
        preview=preview,
        confidential=options.confidential,
        anki=options.anki,
        checks=options.checks,
    )


def language_of(config: MkDocsConfig) -> str:
    """Return the language of a site's texts."""
    return str(config.theme.get("language") or config.theme.get("locale") or "en")


def open_configuration(path: Path, **changes: Any) -> tuple[MkDocsConfig, UnjargonConfig]:
    """Open a site's mkdocs.yml for a command: all of it, and the options of the plugin.

    Args:
        path: The file.
        changes: Settings of MkDocs that are not to be taken from it.

    Raises:
        OSError: If the file cannot be read.
        ValueError: If the configuration is wrong, or does not name the plugin.
    """
    try:
        with path.open("rb") as file:
            config = load_config(file, config_file_path=str(path.resolve()), **changes)
    except MkDocsException as error:
        raise ValueError(_in_one_line(error, path)) from error
    plugin = config.plugins.get("unjargon")
    if plugin is None or not isinstance(plugin.config, UnjargonConfig):
        raise ValueError("the plugin 'unjargon' is not listed under plugins")
    return config, plugin.config


def read_configuration(path: Path) -> tuple[Settings, list[str], dict[str, Any]]:
    """Read a site's mkdocs.yml for a command.

    Returns:
        Its settings, its Markdown extensions, and their options.

    Raises:
        ValueError: If the configuration is wrong, or does not name the plugin.
    """
    config, options = open_configuration(path)
    settings = settings_of(config, options, preview=True)
    return settings, list(config.markdown_extensions), dict(config.mdx_configs)


@contextmanager
def told_in_one_line(path: Path) -> Iterator[None]:
    """End a command with what is wrong with its configuration; how it is used is not at fault."""
    try:
        yield
    except ValueError as error:
        failure = click.ClickException(f"{path}: {error}")
        failure.exit_code = 2
        raise failure from error


def _in_one_line(error: MkDocsException, path: Path) -> str:
    """Say what MkDocs says; of YAML that cannot be read, place and remedy as for content."""
    fault = error.__context__
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    if not isinstance(fault, yaml.YAMLError) or mark is None:
        return str(error)
    file = Path(mark.name)  # A file that this one inherits from, perhaps.
    text = file.read_text("utf-8", "replace")
    line, column, _, _, message, hint = explain_syntax(text, fault)
    inside = "" if file.resolve() == path.resolve() else f"{file.name}, "
    place = f"{inside}line {line + 1}, column {column + 1}"
    return f"{place}: {message}" + (f" ({hint})" if hint else "")


def _maybe_tuple(names: list[str] | None) -> tuple[str, ...] | None:
    return None if names is None else tuple(names)

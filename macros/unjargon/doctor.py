"""What a site runs on and what was found where: `unjargon doctor`.

Its text is made to be pasted into an issue. So it names no folder outside the site, no address and
no value of an option that could hold one.
"""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

import click
from mkdocs.config.defaults import MkDocsConfig

from unjargon.authoring.upgrade import overrides, unrecorded
from unjargon.configuration import UnjargonConfig, language_of, open_configuration, settings_of
from unjargon.errors import Problem
from unjargon.load import GOALS, VOCABULARY, Folders, Layer, Loaded, load
from unjargon.load.layers import find_files, hides
from unjargon.promises import PUBLISHED
from unjargon.references import find_problems
from unjargon.site import find_folders

PACKAGES = (
    *("unjargon", "mkdocs", "mkdocs-material", "mkdocs-macros-plugin", "PyYAML", "Markdown"),
    *("pydantic", "nh3", "click"),
)
"""What the versions are told of: the package, and what it leans on most."""
_EXTRAS = {"wordfreq": "rare-words and undefined-jargon", "detect_secrets": "secrets"}
"""What the extra `editor` brings, and the rules that need it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """The state of one site."""

    lines: tuple[str, ...]
    """What there is, in lines of text."""
    missing: tuple[str, ...]
    """What a site of its kind usually has and this one does not."""
    problems: tuple[str, ...]
    """What stops a build."""


@click.command()
@click.option(
    "-f",
    "--config-file",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's configuration.",
)
def doctor(config_file: Path) -> None:
    """Show versions, configuration, what was found where, and what is missing.

    Exit code 0: nothing stands in the way of a build. 1: something does.
    """
    click.echo("\n".join(versions()))
    found = examine(config_file)
    for title, lines in (
        ("Found", found.lines),
        ("Missing, if you want it", found.missing),
        ("In the way of a build", found.problems),
    ):
        if lines:
            click.echo(f"\n{title}\n" + "\n".join(f"  {line}" for line in lines))
    raise SystemExit(1 if found.problems else 0)


def versions() -> Iterator[str]:
    """Yield one line for each piece of software."""
    for name in PACKAGES:
        try:
            yield f"{name} {version(name)}"
        except PackageNotFoundError:
            yield f"{name} is not installed"
    yield f"Python {platform.python_version()}, {platform.system()}"


def examine(path: Path) -> Finding:
    """Look at the site of a configuration file, whatever state it is in."""
    try:
        config, options = open_configuration(path)
    except (OSError, ValueError) as error:
        told = error.strerror if isinstance(error, OSError) else str(error)
        return Finding((), (), (f"{path.name}: {_without_places(str(told), path)}",))
    settings = settings_of(config, options, preview=True)
    problems: list[Problem] = []
    folders = find_folders(settings, problems)
    loaded = load(folders)
    problems += [*loaded.problems, *find_problems(loaded, settings.language)]
    lines = [
        *_configuration(config, options),
        *_layers("glossary", folders.glossary, VOCABULARY, "word"),
        *_layers("lifecycle", folders.lifecycle, "", "stage"),
        *_layers("projects", folders.projects, GOALS, "project"),
    ]
    return Finding(
        tuple(lines),
        tuple(_missing(config, options, folders, loaded)),
        tuple(_stopping(problems, path)),
    )


def _stopping(problems: list[Problem], path: Path) -> Iterator[str]:
    """Yield what is wrong with the configuration, and counts of what is wrong with content."""
    yield from (_without_places(str(one), path) for one in problems if one.path == "mkdocs.yml")
    rules = Counter(one.rule for one in problems if one.path != "mkdocs.yml")
    yield from (f"{count} × {rule}" for rule, count in sorted(rules.items()))
    if rules:
        yield "unjargon check: says where"


def _without_places(text: str, path: Path) -> str:
    for place, shown in ((path.resolve().parent, "."), (Path.home(), "~")):
        text = text.replace(str(place), shown)
    return text


def _configuration(config: MkDocsConfig, options: UnjargonConfig) -> Iterator[str]:
    yield f"theme: {config.theme.name or 'of its own'}, language {language_of(config)}"
    yield f"plugins: {', '.join(config.plugins)}"
    chosen = [name for name, option in options._schema if options[name] != option.default]
    yield f"options that were set: {', '.join(chosen) or 'none'}"
    yield f"sections: {', '.join(options.sections) or 'none'}"


def _layers(kind: str, layers: Sequence[Layer], special: str, what: str) -> Iterator[str]:
    below: set[str] = set()
    for layer in layers:
        files = find_files((layer,), [], special)
        lists = [named for named in [files.pop(special, None)] if named]
        over = below & files.keys()
        hidden = [key for key in over if hides(files[key][0].root)]
        parts = [f"{len(files)} {what}{'s' * (len(files) != 1)}"]
        parts += [f"{len(over) - len(hidden)} over those below"] * (len(over) > len(hidden))
        parts += [f"{len(hidden)} hidden"] * bool(hidden)
        parts += [special] * bool(lists)
        parts += [PUBLISHED] * (layer.folder / PUBLISHED).is_file()
        # A folder outside the site's is shown by its whole path elsewhere.
        shown = layer.shown if not Path(layer.shown).is_absolute() else f"…/{layer.folder.name}"
        yield f"{kind}: {shown}: {', '.join(parts)}"
        below |= files.keys()
    if not layers:
        yield f"{kind}: no folder"


def _missing(
    config: MkDocsConfig, options: UnjargonConfig, folders: Folders, loaded: Loaded
) -> Iterator[str]:
    if "macros" not in config.plugins:
        yield "plugin macros: without it, pages cannot show words, stages or projects"
    if "search" not in config.plugins and "material/search" not in config.plugins:
        yield "plugin search: readers cannot search"
    if not config.site_url:
        yield "site_url: addresses in mails, feeds and QR codes are not whole without it"
    if not (config.edit_uri_template or config.edit_uri):
        yield 'edit_uri_template: no page has "Edit this page"'
    if not options.contact:
        yield "contact: readers cannot ask about a word"
    if options.sections and config.nav and "glossary/index.md" not in str(config.nav):
        yield "glossary/index.md in nav: the glossary is reached by links alone"
    if not loaded.projects:
        yield "projects: add a file to docs/projects/"
    for module, rules in _EXTRAS.items():
        if find_spec(module) is None:
            yield f"{module}: pip install 'unjargon[editor]' for the rules {rules}"
    for shown in unrecorded(overrides(folders)):
        yield f"a record of the starter's text below {shown}: unjargon diff --accept"

"""The commands that write for an author: `unjargon new`, `unjargon rename`, `unjargon merge`.

They end with 2 when what was asked for cannot be done, and with 1 when content stands in the way.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click

from unjargon import authoring
from unjargon.plugin import read_configuration

NEXT = "Now run: unjargon check"

_config_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's configuration.",
)
_dry_run_option = click.option("--dry-run", is_flag=True, help="List the changes, write nothing.")


@click.group()
def new() -> None:
    """Begin a new record from a template."""


@new.command("term")
@_config_option
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day on which the entry is written.  [default: today]",
)
@click.argument("name")
def new_term(config_file: Path, as_of: datetime | None, name: str) -> None:
    """Begin the file of the word NAME: "gradient descent", "LLM (large language model)"."""
    with _refusals():
        sources = _sources(config_file, whole=False)
        changes, shown = authoring.new_term(sources, name, (as_of or datetime.now()).date())
        changes.write()
    click.echo(shown)
    click.echo("Now fill in short and plain, then run: unjargon check")


@new.command("session")
@_config_option
@click.argument("title")
def new_session(config_file: Path, title: str) -> None:
    """Begin the file of the lunch-and-learn TITLE: "Drift in ten minutes"."""
    _begin(config_file, "session", title)


@new.command("path")
@_config_option
@click.argument("title")
def new_path(config_file: Path, title: str) -> None:
    """Begin the file of the learning path TITLE: "Your first day"."""
    _begin(config_file, "path", title)


def _begin(config_file: Path, kind: str, title: str) -> None:
    with _refusals():
        changes, shown = authoring.new_lesson(_sources(config_file, whole=False), kind, title)
        changes.write()
    click.echo(shown)
    click.echo("Now fill in what is empty, then run: unjargon check")


@click.command()
@_config_option
@_dry_run_option
@click.argument("old")
@click.argument("new_id", metavar="NEW")
def rename(config_file: Path, dry_run: bool, old: str, new_id: str) -> None:
    """Change the id OLD to NEW everywhere; the old address redirects."""
    with _refusals():
        changes = authoring.rename(_sources(config_file), old, new_id)
        _finish(changes, dry_run=dry_run)


@click.command()
@_config_option
@_dry_run_option
@click.argument("gone", metavar="A")
@click.argument("kept", metavar="B")
def merge(config_file: Path, dry_run: bool, gone: str, kept: str) -> None:
    """Make the term A part of B, and list the text of A that B does not have."""
    with _refusals():
        changes, lost = authoring.merge(_sources(config_file), gone, kept)
        _finish(changes, dry_run=dry_run, lost=lost)


COMMANDS = (new, rename, merge)
"""What the group `unjargon` is given."""


def _sources(config_file: Path, *, whole: bool = True) -> authoring.Sources:
    try:
        settings = read_configuration(config_file)[0]
    except ValueError as error:
        raise click.UsageError(f"{config_file}: {error}") from error
    return authoring.read_sources(settings, whole=whole)


def _finish(changes: authoring.Changes, *, dry_run: bool, lost: list[str] | None = None) -> None:
    """Write what was found, and say so."""
    if not dry_run:
        changes.write()
    click.echo("\n".join(changes.lines))
    if lost:
        click.echo("This stands nowhere any more; carry over what is worth keeping:\n")
        click.echo("\n".join(lost) + "\n")
    click.echo("Nothing was written." if dry_run else NEXT)


@contextmanager
def _refusals() -> Iterator[None]:
    """Turn a refusal into one line on standard error, below the problems that are its reason."""
    try:
        yield
    except authoring.RefusalError as refusal:
        for problem in refusal.problems:
            click.echo(problem, err=True)
        failure = click.ClickException(str(refusal))
        failure.exit_code = 1 if refusal.problems else 2
        raise failure from refusal

"""The commands that write for an author: `unjargon new`, `import`, `rename`, `merge`, `diff`.

They end with 2 when what was asked for cannot be done, and with 1 when content stands in the way.
"""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from shutil import which
from typing import IO

import click

from unjargon import authoring
from unjargon.authoring import upgrade
from unjargon.configuration import config_file_option, read_configuration, told_in_one_line
from unjargon.site import Settings
from unjargon.standing import PHASES

_STANDARD_INPUT = "<stdin>"
NEXT = "Now run: unjargon check"

_dry_run_option = click.option("--dry-run", is_flag=True, help="List the changes, write nothing.")


@click.group()
def new() -> None:
    """Begin a new record from a template."""


@new.command("term")
@config_file_option
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="The day on which the entry is written.  [default: today]",
)
@click.option(
    "--override", is_flag=True, help="NAME is the id of a starter word, to be said differently."
)
@click.argument("name")
def new_term(config_file: Path, as_of: datetime | None, override: bool, name: str) -> None:
    """Begin the file of the word NAME: "gradient descent", "LLM (large language model)"."""
    with _refusals():
        sources = _sources(config_file, whole=False)
        if override:
            changes, shown = authoring.new_override(sources, name)
            changes.write()
            upgrade.accept(upgrade.overrides(sources.folders), (name,))
            click.echo(shown)
            click.echo("Now change short or plain, delete the other, then run: unjargon check")
            return
        changes, shown = authoring.new_term(sources, name, (as_of or datetime.now()).date())
        changes.write()
    click.echo(shown)
    click.echo(
        "Now fill in short and plain, delete the line status: draft, then run: unjargon check"
    )


@new.command("session")
@config_file_option
@click.argument("title")
def new_session(config_file: Path, title: str) -> None:
    """Begin the file of the lunch-and-learn TITLE: "Drift in ten minutes"."""
    _begin(config_file, "session", title)


@new.command("path")
@config_file_option
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


@click.group("import")
def import_() -> None:
    """Begin projects from a spreadsheet or from what another tool has published."""


@import_.command("model-card")
@config_file_option
@click.option("--id", "project_id", default="", help="The project's id.  [default: of its name]")
@click.option("--contact", default="", help='Whom to ask: "Mail team <mail@example.com>".')
@click.option("--phase", type=click.Choice(PHASES), help="How far it has come.")
@click.option("--stage", default="", help="Id of the life-cycle stage that it is in.")
@click.argument("file", type=click.File("rb"))
def import_model_card(
    config_file: Path, project_id: str, contact: str, phase: str | None, stage: str, file: IO[bytes]
) -> None:
    """Begin a project from a model card FILE (- for standard input).

    Reads the README.md of a model on Hugging Face, and JSON of Google's Model Card Toolkit. Lists
    what of the card is not in the project's file.
    """
    wishes = authoring.Wishes(project_id, contact, phase or "", stage)
    shown = str(getattr(file, "name", _STANDARD_INPUT))
    with _refusals():
        imported = authoring.import_card(_settings(config_file), file.read(), shown, wishes)
        imported.write()
    click.echo(imported.shown)
    for note in imported.notes:
        click.echo(f"Assumed, since the card does not say: {note}")
    if imported.left:
        click.echo("\nThis of the card is not in it:\n")
        click.echo("\n".join(f"{shown}:{one.line}: {one}" for one in imported.left) + "\n")
    click.echo("Now fill in what is missing; this lists it: unjargon check")


@new.command("site")
@click.option(
    "--name", default="Machine learning in plain words", show_default=True, help="The site's name."
)
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def new_site(name: str, folder: Path) -> None:
    """Write a small, complete site over the starter words into the empty folder DIR."""
    with _refusals():
        for path in authoring.new_site(folder, name):
            click.echo(folder / path)
    # The environment need not be the one whose commands the terminal finds.
    found = "unjargon" if which("unjargon") else str(Path(sys.executable).with_name("unjargon"))
    click.echo(f"Now run: {shlex.join(['cd', str(folder)])} && {shlex.quote(found)} serve")


@import_.command("csv")
@config_file_option
@_dry_run_option
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_csv(config_file: Path, dry_run: bool, file: Path) -> None:
    """Write a project for each row of the spreadsheet FILE, saved as CSV.

    The first row names the fields: name, owner_role, decision.who, metrics.1.value.
    """
    with _refusals():
        files = authoring.import_csv(_settings(config_file), file.read_bytes(), file.name)
        if not dry_run:
            authoring.write_all({file.path: data for file, data in files.items()})
    click.echo("\n".join(file.shown for file in files))
    click.echo("Nothing was written." if dry_run else NEXT)


@click.command()
@config_file_option
@_dry_run_option
@click.argument("old")
@click.argument("new_id", metavar="NEW")
def rename(config_file: Path, dry_run: bool, old: str, new_id: str) -> None:
    """Change the id OLD to NEW everywhere; the old address redirects."""
    with _refusals():
        changes = authoring.rename(_sources(config_file), old, new_id)
        _finish(changes, dry_run=dry_run)


@click.command()
@config_file_option
@_dry_run_option
@click.argument("gone", metavar="A")
@click.argument("kept", metavar="B")
def merge(config_file: Path, dry_run: bool, gone: str, kept: str) -> None:
    """Make the term A part of B, and list the text of A that B does not have."""
    with _refusals():
        changes, lost = authoring.merge(_sources(config_file), gone, kept)
        _finish(changes, dry_run=dry_run, lost=lost)


@click.command()
@config_file_option
@click.option(
    "--accept", is_flag=True, help="Record the starter's texts of today, for the next upgrade."
)
@click.argument("ids", metavar="[ID]...", nargs=-1)
def diff(config_file: Path, accept: bool, ids: tuple[str, ...]) -> None:
    """Show what an upgrade changed in starter records that your files lie over.

    Exit code 0: nothing changed. 1: something did. 2: wrong usage.
    """
    if ids and not accept:
        raise click.UsageError("IDs go with --accept.")
    with _refusals():
        found = upgrade.overrides(_sources(config_file, whole=False).folders)
        if accept:
            accepted = upgrade.accept(found, ids)
            click.echo("".join(f"{shown}: recorded\n" for shown in accepted), nl=False)
            return
    unknown = list(upgrade.unrecorded(found))
    for shown in unknown:
        hint = "run `unjargon diff --accept` before an upgrade"
        click.echo(f"{shown}: nobody recorded the starter's text below it ({hint})", err=True)
    lines = list(upgrade.report(found))
    nothing = f"Nothing changed{' in what was recorded' if unknown else ''}.\n"
    click.echo("".join(f"{line}\n" for line in lines) or nothing, nl=False)
    if lines:
        click.echo("Once your files fit again, run: unjargon diff --accept", err=True)
        raise SystemExit(1)


COMMANDS = (new, import_, rename, merge, diff)
"""What the group `unjargon` is given."""


def _settings(config_file: Path) -> Settings:
    with told_in_one_line(config_file):
        return read_configuration(config_file)[0]


def _sources(config_file: Path, *, whole: bool = True) -> authoring.Sources:
    return authoring.read_sources(_settings(config_file), whole=whole)


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

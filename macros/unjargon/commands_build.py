"""`unjargon build`: MkDocs' build, beside the published site, which it replaces at the end."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import cast

import click
from mkdocs.__main__ import color_option, common_options
from mkdocs.commands.build import build as build_site

from unjargon.configuration import config_file_option, open_configuration, told_in_one_line
from unjargon.plugin import UnjargonPlugin
from unjargon.promises import keep
from unjargon.publish import RefusedError, replacing

_EPOCH = "SOURCE_DATE_EPOCH"
"""The variable by which builds agree on their day, in seconds since 1970:
https://reproducible-builds.org/specs/source-date-epoch/"""


@click.command()
@config_file_option
@click.option(
    "-d", "--site-dir", type=click.Path(file_okay=False), help="Build there, not into `site_dir`."
)
@click.option(
    "--strict/--no-strict", default=None, help="Whether a warning fails.  [default: as configured]"
)
@common_options  # type: ignore[untyped-decorator]
@color_option  # type: ignore[untyped-decorator]
def build(config_file: Path, site_dir: str | None, strict: bool | None) -> None:
    """Build the site, and publish it only if the whole build went well.

    Exit code 0: built and published. 1: nothing was changed.
    """
    epoch = _last_commit(config_file.resolve().parent)
    if epoch:
        os.environ.setdefault(_EPOCH, epoch)
    changes = {"site_dir": str(Path(site_dir).resolve())} if site_dir else {}
    with told_in_one_line(config_file):
        config, _ = open_configuration(config_file, strict=strict, **changes)
    plugin = cast("UnjargonPlugin", config.plugins["unjargon"])
    try:
        with replacing(Path(config.site_dir)) as folder:
            config.site_dir = str(folder)
            config.plugins.on_startup(command="build", dirty=False)
            try:
                build_site(config)
            finally:
                config.plugins.on_shutdown()
        if kept := keep(plugin.site):
            click.echo(f"{kept[0]}: added {', '.join(kept[1])}; commit the file")
    except (RefusedError, OSError) as error:
        raise click.ClickException(str(error)) from error


def _last_commit(folder: Path) -> str:
    """Return when the last commit of a folder was made; empty where no git can tell."""
    command = ["git", "-C", str(folder), "log", "-1", "--format=%ct"]
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return told.stdout.strip()

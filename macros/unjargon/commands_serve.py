"""`unjargon serve`: a preview that goes on through mistakes and shows them in the browser."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import click
from mkdocs.__main__ import color_option, common_options
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from unjargon.configuration import config_file_option
from unjargon.preview import Preview

LAST_PORT = 65535
"""The highest port that there is."""


@click.command()
@config_file_option
@click.option(
    "-a", "--dev-addr", metavar="IP:PORT", help="Where to listen.  [default: as configured]"
)
@click.option("-o", "--open", "open_in_browser", is_flag=True, help="Open it in a browser.")
@common_options  # type: ignore[untyped-decorator]
@color_option  # type: ignore[untyped-decorator]
def serve(config_file: Path, dev_addr: str | None, open_in_browser: bool) -> None:
    """Preview the site with live reload, drafts included, until Ctrl+C."""
    site = Path(tempfile.mkdtemp(prefix="unjargon_"))
    path = config_file.resolve()

    def load() -> MkDocsConfig:
        with path.open("rb") as file:
            return load_config(file, config_file_path=str(path), site_dir=str(site))

    try:
        Preview(load, site, path, _address(dev_addr)).serve(open_in_browser=open_in_browser)
    except OSError as error:
        if error.filename:
            raise  # of a file, not of the address
        said = f"{dev_addr or 'dev_addr'}: {error.strerror or error} (choose another with -a)"
        raise click.ClickException(said) from error
    finally:
        shutil.rmtree(site, ignore_errors=True)


def _address(written: str | None) -> tuple[str, int] | None:
    if written is None:
        return None
    host, _, port = written.rpartition(":")
    if not host or not port.isdigit() or int(port) > LAST_PORT:
        raise click.BadParameter("write it as 127.0.0.1:8000", param_hint="--dev-addr")
    return host, int(port)

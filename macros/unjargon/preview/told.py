"""What a build tells while it is at work, as MkDocs would tell it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import BuildError
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.commands.build")


@contextmanager
def at_work(what: str, page: Page, config: MkDocsConfig) -> Iterator[None]:
    """Say which page fails, as MkDocs does."""
    config._current_page = page
    try:
        yield
    except Exception as error:
        told = "" if isinstance(error, BuildError) else f" {error}"
        log.error("Error %s page '%s':%s", what, page.file.src_uri, told)
        raise
    finally:
        page.active = False
        config._current_page = None


@contextmanager
def counted_warnings(*, strict: bool) -> Iterator[utils.CountHandler]:
    """Count the warnings of a build that should have none."""
    counter, logger = utils.CountHandler(), logging.getLogger("mkdocs")
    counter.setLevel(logging.WARNING)
    if strict:
        logger.addHandler(counter)
    try:
        yield counter
    finally:
        logger.removeHandler(counter)

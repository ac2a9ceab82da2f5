"""A page's Markdown as MkDocs has rendered it, to be put into the same page of another build."""

from __future__ import annotations

import logging
import pickle
from dataclasses import dataclass

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page


@dataclass(frozen=True, slots=True)
class Rendered:
    """All that rendering did."""

    state: bytes
    """What it changed of the page, pickled: plugins may change each page's own copy."""
    links: tuple[tuple[str, dict[str, str]], ...]
    """Links to places on pages, by the path of the page that they lead to."""
    told: tuple[logging.LogRecord, ...]
    """What it logged: links that lead nowhere."""

    def apply(self, page: Page, files: Files) -> None:
        """Do the same to a page."""
        vars(page).update(pickle.loads(self.state))
        targets = ((files.get_file_from_path(path), dict(found)) for path, found in self.links)
        page.links_to_anchors = {file: found for file, found in targets if file}
        for record in self.told:
            logging.getLogger(record.name).handle(record)


def rendered(page: Page, config: MkDocsConfig, files: Files) -> Rendered:
    """Render a page and return what that did."""
    before = dict(vars(page))
    logger, ear = logging.getLogger("mkdocs"), _Ear()
    logger.addHandler(ear)
    try:
        page.render(config, files)
    finally:
        logger.removeHandler(ear)
    changed = {
        name: value
        for name, value in vars(page).items()
        if name != "links_to_anchors" and before.get(name, before) is not value
    }
    links = page.links_to_anchors or {}
    return Rendered(
        pickle.dumps(changed),
        tuple((file.src_uri, dict(found)) for file, found in links.items()),
        tuple(ear.heard),
    )


class _Ear(logging.Handler):
    """Keeps what is logged."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        self.heard.append(record)

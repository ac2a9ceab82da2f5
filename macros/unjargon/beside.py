"""All that a site publishes beside its pages: assets, redirects, slides, files for programs."""

from __future__ import annotations

import os
from collections.abc import Iterator
from importlib.resources import files

from unjargon.cards import cards
from unjargon.exports import export
from unjargon.language import MESSAGES, said_by_scripts
from unjargon.pages import EXPLAIN
from unjargon.reader import STYLES, stylesheet
from unjargon.redirects import redirects
from unjargon.site import Site

ASSETS = "assets/unjargon"
"""Where the files of the package's `assets/` are published; pages ask for those they need."""
SCRIPT = "page.js"
"""The script that every page runs, at its end: what a page needs in four parts, in one file."""
_PARTS = ("unjargon.js", "choice.js", "sheets.js", "find.js")
_ALONE = "unjargon.js"
"""That of them which slides run too."""


def files_beside(site: Site, *, anki: bool) -> Iterator[tuple[str, str | bytes]]:
    """Yield path and content of every file.

    Args:
        site: The site.
        anki: Whether flash cards are offered as files for Anki.
    """
    assets = files("unjargon").joinpath("assets")
    for asset in assets.iterdir():
        if asset.name not in _PARTS or asset.name == _ALONE:
            yield f"{ASSETS}/{asset.name}", asset.read_bytes()
    parts = (assets.joinpath(name).read_text("utf-8") for name in _PARTS)
    yield f"{ASSETS}/{SCRIPT}", "\n".join(parts)
    yield f"{ASSETS}/{STYLES}", stylesheet(site.catalog.vocabulary)
    if messages := said_by_scripts(site.settings.language):
        yield f"{ASSETS}/{MESSAGES}", messages
    yield from redirects(site.catalog, site.addresses)
    yield from site.documents()
    yield from export(site.published, site.observed.part)
    if EXPLAIN.section in site.addresses.sections:
        yield site.addresses.place(f"{EXPLAIN.folder}/details.js"), site.explained_details()
    if "projects" in site.addresses.sections:
        made_of = site.observed.catalog
        for path, text in site.observed.part("model cards", lambda: tuple(cards(made_of))):
            yield site.addresses.place(path), text
    if anki and "learn" in site.addresses.sections:
        # With genanki, it is an extra that few sites install.
        from unjargon.ankideck import packages

        made = os.environ.get("SOURCE_DATE_EPOCH", "")
        day = int(made) if made.isdigit() else None
        yield from packages(site.observed.catalog, day, site.observed.part)

"""Addresses are promises: the list of all ids that were ever published, kept by each build."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from unjargon.errors import Problem
from unjargon.load import Folders
from unjargon.site import Site

PUBLISHED = "_published.txt"
"""The file in `glossary/` that lists every id that was ever published, one a line."""
_BEGIN = (
    "# Every id that was ever published. An address is a promise: lines are added, never removed.\n"
)


def listed(folders: Folders) -> Iterator[tuple[str, str, int, str]]:
    """Yield every listed id, with the file as problems name it, its line, and its layer."""
    for layer in folders.glossary:
        path = layer.folder / PUBLISHED
        if path.is_file():
            lines = path.read_text("utf-8-sig", "replace").splitlines()
            for number, line in enumerate(lines, start=1):
                if line.strip() and not line.startswith("#"):
                    yield line.strip(), f"{layer.shown}/{PUBLISHED}", number, layer.name


def broken_promises(site: Site) -> Iterator[Problem]:
    """Yield a problem for every listed address that this site would no longer have."""
    if "glossary" not in site.addresses.sections:
        return
    terms = site.catalog.terms
    kept = {*terms, *site.hidden, *(old for term in terms.values() for old in term.formerly)}
    for term_id, path, line, layer in listed(site.folders):
        if term_id not in kept:
            message = f"the published address /glossary/{term_id}/ is gone"
            hint = f"name '{term_id}' in formerly of the term that replaces it"
            yield Problem(path, line, 1, "addresses", "", message, hint, layer, "warning")


def keep(site: Site) -> tuple[Path, list[str]] | None:
    """Add the ids that a site has published to the list of its own highest layer.

    Returns:
        The file and the ids that were added; None if there was nothing to add, or no own layer.
    """
    own = [layer for layer in site.folders.glossary if not layer.is_starter]
    if not own or "glossary" not in site.addresses.sections:
        return None
    known = {term_id for term_id, *_ in listed(site.folders)}
    added = sorted(key for key, term in site.catalog.terms.items()
                   if key not in known and term.status != "draft")  # fmt: skip
    path = own[-1].folder / PUBLISHED
    if not added:
        return None
    data = path.read_bytes() if path.is_file() else _BEGIN.encode()
    ending = b"\r\n" if b"\r\n" in data else b"\n"
    before = data if data.endswith(b"\n") or not data else data + ending
    path.write_bytes(before + b"".join(key.encode() + ending for key in added))
    return path, added

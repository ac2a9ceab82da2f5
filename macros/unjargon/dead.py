"""Links and anchors of the finished site that lead nowhere, wherever they were written.

MkDocs looks at links of Markdown alone; raw HTML, macros and templates write links too, and only
the finished pages hold them all.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from urllib.parse import unquote, urlsplit

from unjargon.finished import Finished

_ADDRESS = attrgetter("address")
_WEB = ("https://", "http://")
# What cannot be read leads nowhere on any site, so nobody looks for it on this one.
_NO_ADDRESS = ("invalid", "", "", "", None)
# A relative path that goes up, if at all, before it goes down.
_STRAIGHT = re.compile(r"((?:\.\./)*)(?:(?!\.\.?(?:/|\Z))[^/]+/)*(?!\.\.?\Z)[^/]*")


@dataclass(frozen=True, slots=True)
class Dead:
    """A reference that leads nowhere."""

    page: str
    """The finished page that holds it, relative to the site's root: `guides/x/index.html`."""
    address: str
    """The address, as it is written there."""
    anchor: bool
    """Whether the page that it names is there, and only the place on it is not."""


def dead_links(
    pages: Mapping[str, Finished], files: Collection[str], site_url: str = ""
) -> Iterator[Dead]:
    """Yield every reference to this site that leads nowhere, each once a page.

    Args:
        pages: The finished pages by path, relative to the site's root.
        files: The paths of all files of the site.
        site_url: Address of the whole site; empty: not known, and taken to be a host's root.
    """
    root = urlsplit(site_url)
    known = frozenset(files)
    for name, page in pages.items():
        for address in dict.fromkeys(map(_ADDRESS, page.references)):
            target = _target(address, name, root.netloc, root.path.rstrip("/"))
            if target is None:
                continue
            path, fragment = target
            found = _file(path, known)
            # Themes link the root of a site also where it has no page.
            if found is None and not path:
                continue
            if found is None:
                yield Dead(name, address, anchor=False)
            elif found in pages and not _stands_on(fragment, pages[found]):
                yield Dead(name, address, anchor=True)


def _target(address: str, page: str, host: str, root: str) -> tuple[str, str] | None:
    """Return path and fragment that an address on a page means; None if it leaves the site."""
    # Another site's, as all words' are where they stand on one: there is nothing to parse.
    if address.startswith(_WEB) and (not host or host not in address):
        return None
    scheme, netloc, path, fragment, ups = _parts(address)
    if ups is not None:
        # As generated pages and themes write it: up, then straight down.
        folders = page.split("/")[:-1]
        if ups <= len(folders):
            return "/".join((*folders[: len(folders) - ups], path[3 * ups :])), fragment
    if scheme or netloc:
        inside = host and netloc == host and scheme in ("", "http", "https")
        if not inside or not path.startswith(f"{root}/"):
            return None
    if path.startswith("/"):
        if not path.startswith(f"{root}/"):
            return None
        path = path.removeprefix(root)
    elif path:
        path = posixpath.join("/", posixpath.dirname(page), path)
    else:
        path = f"/{page}"
    folder = path.endswith(("/", "/.", "/.."))
    normal = posixpath.normpath(path).lstrip("/")
    return (f"{normal}/" if folder and normal else normal), fragment


# The theme's links, and those of popular words, stand on many pages.
@lru_cache(maxsize=4096)
def _parts(address: str) -> tuple[str, str, str, str, int | None]:
    """Return scheme, host, path and fragment of an address, and how many folders it goes up.

    The last is None where it does not go straight to a place on the same site.
    """
    try:
        parts = urlsplit(address)
    except ValueError:
        return _NO_ADDRESS
    path, ups = unquote(parts.path), None
    if path and not (parts.scheme or parts.netloc) and (found := _STRAIGHT.fullmatch(path)):
        ups = len(found[1]) // 3
    return parts.scheme, parts.netloc, path, unquote(parts.fragment), ups


def _file(path: str, known: frozenset[str]) -> str | None:
    for found in (path, posixpath.join(path, "index.html")):
        if found in known:
            return found
    return None


def _stands_on(fragment: str, page: Finished) -> bool:
    # Browsers go to the top for the first two; the third searches for a text.
    return fragment in page.anchors or fragment in ("", "top") or fragment.startswith(":~:")

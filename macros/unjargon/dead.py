"""Links and anchors of the finished site that lead nowhere, wherever they were written.

MkDocs looks at links of Markdown alone; raw HTML, macros and templates write links too, and only
the finished pages hold them all.
"""

from __future__ import annotations

import posixpath
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from unjargon.finished import Finished

_ADDRESS = attrgetter("address")
_WEB = ("https://", "http://")
# A relative path that goes up, if at all, before it goes down.
_STRAIGHT = re.compile(r"((?:\.\./)*)(?:(?!\.\.?(?:/|\Z))[^/]+/)*(?!\.\.?\Z)[^/]*")


class _Parts(NamedTuple):
    """What an address is made of."""

    scheme: str
    host: str
    path: str
    fragment: str
    # As generated pages and themes write it: up, then straight down. No site is so deep otherwise.
    ups: int = sys.maxsize
    down: str = ""


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
    pages: Mapping[str, Finished], files: Iterable[str], site_url: str = ""
) -> Iterator[Dead]:
    """Yield every reference to this site that leads nowhere, each once a page.

    Args:
        pages: The finished pages by path, relative to the site's root.
        files: The paths of all files of the site.
        site_url: Address of the whole site; empty: not known, and taken to be a host's root.
    """
    root = urlsplit(site_url)
    places = _places(pages, files)
    for name, page in pages.items():
        # Of the page's folder, of the one above it, and so on.
        above = ["", *(f"{name[: at.start()]}/" for at in re.finditer("/", name))][::-1]
        for address in dict.fromkeys(map(_ADDRESS, page.references)):
            # Another site's, as all words' are where they stand on one: there is nothing to parse.
            if address.startswith(_WEB) and (not root.netloc or root.netloc not in address):
                continue
            parts = _parts(address)
            path = (
                above[parts.ups] + parts.down
                if parts.ups < len(above)
                else _target(parts, name, root.netloc, root.path.rstrip("/"))
            )
            if path is None:
                continue
            if path not in places:
                # Themes link the root of a site also where it has no page.
                if path:
                    yield Dead(name, address, anchor=False)
            elif parts.fragment and not _stands_on(parts.fragment, places[path]):
                yield Dead(name, address, anchor=True)


def _places(pages: Mapping[str, Finished], files: Iterable[str]) -> dict[str, Finished | None]:
    """Return all paths that lead to a file, and the page that stands there, if it is one."""
    places = {name: pages.get(name) for name in files}
    for name, page in pages.items():
        if posixpath.basename(name) == "index.html":
            folder = name.removesuffix("index.html")
            places[folder] = places[folder.rstrip("/")] = page
    return places


def _target(parts: _Parts, page: str, host: str, root: str) -> str | None:
    """Return the path that an address on a page means; None if it leaves the site."""
    path = parts.path
    if parts.scheme or parts.host:
        inside = host and parts.host == host and parts.scheme in ("", "http", "https")
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
    return f"{normal}/" if folder and normal else normal


# The theme's links, and those of popular words, stand on many pages.
@lru_cache(maxsize=4096)
def _parts(address: str) -> _Parts:
    try:
        scheme, host, path, _, fragment = urlsplit(address)
    except ValueError:
        # What cannot be read leads nowhere on any site, so nobody looks for it on this one.
        return _Parts("invalid", "", "", "")
    path, fragment = unquote(path), unquote(fragment)
    if path and not (scheme or host) and (found := _STRAIGHT.fullmatch(path)):
        return _Parts(scheme, host, path, fragment, len(found[1]) // 3, path[found.end(1) :])
    return _Parts(scheme, host, path, fragment)


def _stands_on(fragment: str, page: Finished | None) -> bool:
    # Browsers go to the top for the first; the second searches for a text.
    return (
        page is None or fragment in page.anchors or fragment == "top" or fragment.startswith(":~:")
    )

"""What is left to do once all pages are written: read them as a browser will."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from unjargon.dead import Dead, dead_links
from unjargon.finished import read_page
from unjargon.policy import as_header, as_nginx, policy

POLICY, NGINX = "security/csp.txt", "security/nginx.conf"
"""Where the policy stands, as a header and as nginx includes it."""


def finish(site: Path, site_url: str = "") -> Iterator[Dead]:
    """Write the policy that the pages of a site need, and yield their dead links.

    Args:
        site: Folder of the finished site.
        site_url: Its address; empty: not known.
    """
    names = sorted(_files(site))
    # Somebody's own HTML file may have an older encoding; its links are ASCII all the same.
    pages = {
        name: read_page((site / name).read_bytes().decode("utf-8", "replace"))
        for name in names
        if name.endswith(".html")
    }
    rules = policy(pages.values())
    for name, text in ((POLICY, as_header(rules)), (NGINX, as_nginx(rules))):
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    yield from dead_links(pages, [*names, POLICY, NGINX], site_url)


def _files(site: Path) -> Iterator[str]:
    # `Path.rglob` takes three times as long over 15,000 pages.
    root = os.path.join(site, "")
    for folder, _, names in os.walk(root):
        within = os.path.join(folder, "").removeprefix(root).replace(os.sep, "/")
        yield from (within + name for name in names)

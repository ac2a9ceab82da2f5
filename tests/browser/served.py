"""How built sites are served to the browser: with or without a policy, with or without a search."""

from __future__ import annotations

import base64
import hashlib
import re
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

SEARCH_INDEX = "/search/search_index.json"
NOTHING = Path(__file__).parent / "nothing_to_search.json"
# Data is none: the policy need not allow it.
_INLINE_SCRIPT = re.compile(
    r"<script(?![^>]*(?:\bsrc=|application/ld\+json))[^>]*>(.*?)</script>", re.DOTALL
)


class Plain(SimpleHTTPRequestHandler):
    """Serves files as they are, and says nothing."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        pass


class Unsearched(Plain):
    """Has nothing to search.

    On each page that is opened the theme makes the index of the whole site ready, which takes a
    browser several times as long as the page.
    """

    def translate_path(self, path: str) -> str:
        return super().translate_path(path) if path != SEARCH_INDEX else str(NOTHING)


class Guarded(Plain):
    """Sends each page with its policy."""

    def end_headers(self) -> None:
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() else path
        if page.suffix == ".html" and page.is_file():
            self.send_header("Content-Security-Policy", policy(page.read_text("utf-8")))
        super().end_headers()


class GuardedUnsearched(Guarded, Unsearched):
    """Sends each page with its policy, and has nothing to search."""


def policy(html: str) -> str:
    """The content security policy of a page: scripts from here, and the theme's own inline ones."""
    digests = (hashlib.sha256(code.encode()).digest() for code in _INLINE_SCRIPT.findall(html))
    hashes = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return (
        f"default-src 'none'; script-src 'self' {hashes}; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; font-src 'self'; worker-src 'self'; manifest-src 'self'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    )

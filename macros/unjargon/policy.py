"""The content security policy of a site: only what its finished pages need, each by name or hash.

The theme's own inline scripts are allowed by their hashes, so no page needs `unsafe-inline`. What
an author's Markdown loads from another host is allowed by that host: Markdown is code.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from urllib.parse import urlsplit

from unjargon.finished import Finished

_LOADED_BY = {
    "script": "script-src",
    "img": "img-src",
    "source": "media-src",
    "video": "media-src",
    "audio": "media-src",
    "iframe": "frame-src",
    "embed": "object-src",
    "object": "object-src",
    "form": "form-action",
}
"""The directive that rules what a tag loads; a `link` is told by what it says that it is."""


def policy(pages: Iterable[Finished]) -> str:
    """Return the value of the header under which all of these pages work."""
    allowed: dict[str, set[str]] = {
        "script-src": {"'self'"},
        "style-src": {"'self'"},
        "img-src": {"'self'", "data:"},
        "media-src": {"'self'"},
        "font-src": {"'self'"},
        "connect-src": {"'self'"},
        "worker-src": {"'self'"},
        "manifest-src": {"'self'"},
        "form-action": {"'self'"},
    }
    for page in pages:
        allowed["script-src"] |= {_digest(code) for code in page.scripts}
        allowed["style-src"] |= {_digest(code) for code in page.styles}
        if page.style_attributes:
            # Of single elements a hash allows just this text, on any element.
            hashes = {_digest(code) for code in page.style_attributes}
            allowed["style-src"] |= {"'unsafe-hashes'"} | hashes
        for reference in page.references:
            sheet = reference.tag == "link" and "stylesheet" in reference.rel
            directive = "style-src" if sheet else _LOADED_BY.get(reference.tag)
            if directive is None:
                continue
            parts = urlsplit(reference.address)
            if parts.netloc:
                host = f"{parts.scheme or 'https'}://{parts.netloc}"
                allowed.setdefault(directive, set()).add(host)
    rules = [f"{name} {' '.join(sorted(values))}" for name, values in allowed.items()]
    closed = ["base-uri 'none'", "frame-ancestors 'none'"]
    return "; ".join(["default-src 'none'", *rules, *closed])


def as_header(value: str) -> str:
    """Return the header as a line."""
    return f"Content-Security-Policy: {value}\n"


def as_nginx(value: str) -> str:
    """Return what an nginx server includes: the policy, and two headers that go with it."""
    return (
        "# Made by Unjargon with every build. Include it in a server or location of nginx.\n"
        f'add_header Content-Security-Policy "{value}" always;\n'
        "add_header X-Content-Type-Options nosniff always;\n"
        "add_header Referrer-Policy same-origin always;\n"
    )


def _digest(code: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()}'"

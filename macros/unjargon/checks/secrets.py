"""A rule for what must never be published: keys, tokens and passwords pasted into content.

detect-secrets knows their shapes. Its guesses by randomness are left out, because addresses and
hashes in ordinary text set them off; nothing is ever sent anywhere to be verified.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from unjargon.checks.rule import Content, Finding, Options
from unjargon.checks.texts import Place

if TYPE_CHECKING:
    from detect_secrets.core.potential_secret import PotentialSecret

# detect-secrets takes a millisecond a line; only lines that could hold a secret are shown to it.
_WORTH_A_LOOK = re.compile(
    r"[\w+/=.-]{16,}|passw|pwd|secret|token|api.?key|credential|private key|://[^/\s]+:[^@\s]+@",
    re.IGNORECASE,
)
_GUESSES = {"Base64 High Entropy String", "Hex High Entropy String", "Public IP (ipv4)"}


def secrets(content: Content, options: Options) -> Iterator[Finding]:
    """No key, token or password stands in a content file."""
    from detect_secrets.settings import default_settings

    with default_settings():
        for shown, layer, text in content.sources:
            for number, line, secret in _secrets(content, text):
                if secret.type not in _GUESSES and secret.secret_value not in options["allow"]:
                    column = line.find(secret.secret_value or "") + 1
                    place = Place(shown, number, max(column, 1), layer=layer)
                    message = f"looks like a secret: {secret.type}"
                    hint = "remove it, and make it invalid where it came from"
                    yield Finding(place, message, hint)


def _secrets(content: Content, text: str) -> tuple[tuple[int, str, PotentialSecret], ...]:
    """Return what looks like a secret in a text, with the number of its line and the line."""
    from detect_secrets.core.scan import scan_line

    return content.remember(
        lambda: ("secrets", text),
        lambda: tuple(
            (number, line, secret)
            for number, line in enumerate(text.splitlines(), start=1)
            if _WORTH_A_LOOK.search(line)
            for secret in scan_line(line)
        ),
    )

"""The page for an address that does not exist: it looks the address's last part up."""

from __future__ import annotations

from html import escape

from unjargon.addresses import Addresses
from unjargon.language import _
from unjargon.pages import EXPLAIN

_ANCHOR = "</h1>"


def with_search(html: str, root: str, addresses: Addresses) -> str:
    """Put a search of the glossary into a theme's 404 page.

    Args:
        html: The page.
        root: Path of the site's root on its host, ending in a slash: such a page is shown at any
            depth, so no link in it can be relative.
        addresses: Where pages are.
    """
    if "glossary" not in addresses.sections or _ANCHOR not in html:
        return html
    base = escape(root)
    glossary = f"{base}{addresses.url('glossary/index.md')}"
    words = f"{base}{addresses.place(f'{EXPLAIN.folder}/words.js')}"
    label, question = escape(_("Words")), escape(_("Did you mean one of these words?"))
    asked, button = escape(_("Look a word up in the glossary")), escape(_("Look it up"))
    box = (
        f'<div class="uj-lost" data-words="{words}">'
        f"<p hidden>{question}</p><ul></ul>"
        f'<form class="uj-look-up" role="search" aria-label="{label}" '
        f'action="{glossary}">'
        f'<label for="uj-look-up">{asked}</label>'
        '<input type="search" id="uj-look-up" name="word" maxlength="100">'
        f'<button type="submit" class="md-button">{button}</button></form></div>'
        f'<script src="{base}assets/unjargon/lost.js"></script>'
    )
    before, anchor, after = html.rpartition(_ANCHOR)
    return f"{before}{anchor}{box}{after}"

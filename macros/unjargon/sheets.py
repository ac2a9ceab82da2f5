"""Stylesheets of what only some pages hold; each page links those that it needs.

The finished page decides, by the classes in it: so a sheet comes along wherever a template, a macro
or an author's own HTML puts such a part, and nobody has to say so. `assets/sheets.js` does the rest
for instant navigation.
"""

from __future__ import annotations

import re

MAIN = "unjargon.css"
"""The sheet of every page: colours, linked words, and what most pages hold."""

RIGHT_TO_LEFT = "rtl.css"
"""The sheet of every page of a site whose language is read from right to left."""

SHEETS: dict[str, frozenset[str]] = {
    "explain.css": frozenset({"uj-explain"}),
    "glossary.css": frozenset({"uj-find"}),
    "guides.css": frozenset({"uj-asked", "uj-decide", "uj-line", "uj-roles"}),
    "home.css": frozenset({"uj-doors", "uj-hero", "uj-look-up"}),
    "learn.css": frozenset({"uj-lesson"}),
    "lifecycle.css": frozenset({"uj-around", "uj-cost", "uj-cycle", "uj-head-beside"}),
    "projects.css": frozenset({"uj-portfolio-head", "uj-project-head"}),
    "portfolio.css": frozenset({"uj-portfolio-head"}),
    "stories.css": frozenset({"uj-worlds"}),
    "term.css": frozenset({"uj-steps"}),
}
"""The other sheets, each with the classes of the outermost elements that it is about."""

_CLASSES = frozenset().union(*SHEETS.values())
# It begins with plain letters, which are looked for ten times as fast as a word's boundary.
_NAMED = re.compile(rf'uj-(?:{"|".join(sorted(one[3:] for one in _CLASSES))})(?=[\s"])')


def with_sheets(html: str, base: str) -> str:
    """Link the sheets that a page needs, after the main one and before a site's own.

    Args:
        html: The whole page.
        base: Address of the assets as a link from the page.
    """
    links, main = sheet_links(html, base), html.find(f'"{base}/{MAIN}"')
    end = html.find(">", main) + 1
    return f"{html[:end]}{links}{html[end:]}" if main >= 0 and links else html


def sheet_links(html: str, base: str) -> str:
    """Return the links to the sheets that some HTML needs besides the main one.

    Args:
        html: A page, or its content.
        base: Address of the assets as a link from the page.
    """
    found = {name[0] for name in _NAMED.finditer(html) if _is_class(html, name.start())}
    return "".join(
        f'<link rel="stylesheet" href="{base}/{sheet}">'
        for sheet, classes in SHEETS.items()
        if not found.isdisjoint(classes)
    )


def _is_class(html: str, start: int) -> bool:
    begins = html[start - 1] == '"' or html[start - 1].isspace()
    return begins and html.endswith("class=", 0, html.rfind('"', 0, start))

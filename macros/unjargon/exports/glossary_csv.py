"""`glossary.csv`: one row a word, for spreadsheets.

A cell that begins like a formula would run as one, and what stands in YAML was written by many.
Such a cell gets an apostrophe before it, which spreadsheets take as "this is text". So does what
follows a semicolon, where some languages' spreadsheets begin a new cell.
"""

from __future__ import annotations

import csv
import io

from unjargon.exports.published import Published
from unjargon.model import Term
from unjargon.prose import plain

_BETWEEN = " | "
"""What stands between several values of one cell."""
_MARK = "\ufeff"
"""Tells spreadsheets that the file is UTF-8; without it some read it as the system's own."""
# OWASP's list, and the wide forms that East Asian spreadsheets read as the same signs.
_FORMULA = tuple("=+-@\t\r＝＋－＠")

COLUMNS = (
    *("id", "term", "expansion", "aliases", "topic", "level", "short", "plain", "why", "example"),
    *("technical", "broader", "related", "stages", "status", "replaced_by", "reviewed", "owner"),
    "url",
)
"""The columns, in order. New ones go to the end, so that old formulas keep pointing right."""


def glossary_csv(site: Published) -> str:
    """Return all words of a site as CSV (RFC 4180): commas, every cell in quotation marks."""
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    rows = (_row(site, key, term) for key, term in site.catalog.terms.items())
    writer.writerows([harmless(row[column]) for column in COLUMNS] for row in rows)
    return _MARK + out.getvalue()


def _row(site: Published, key: str, term: Term) -> dict[str, str]:
    return {
        "id": key,
        "term": term.term,
        "expansion": term.expansion or "",
        "aliases": _BETWEEN.join(term.aliases),
        "topic": site.catalog.topic(term.topic or "").title,
        "level": term.level,
        "short": term.short,
        "plain": plain(term.plain),
        "why": plain(term.why or ""),
        "example": plain(term.example or ""),
        "technical": plain(term.technical or ""),
        "broader": _BETWEEN.join(term.broader),
        "related": _BETWEEN.join(site.catalog.related(key)),
        "stages": _BETWEEN.join(term.stages),
        "status": term.status,
        "replaced_by": term.replaced_by or "",
        "reviewed": term.reviewed.isoformat() if term.reviewed else "",
        "owner": term.owner or "",
        "url": site.term(key),
    }


def harmless(cell: str) -> str:
    """Return a cell on one line that no spreadsheet takes for a formula."""
    parts = " ".join(cell.split()).split(";")
    return ";".join([f"'{part}" if part.startswith(_FORMULA) else part for part in parts])

"""The registry of machine-readable files: what programs may read of a site, beside its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from unjargon.exports.feed import feed
from unjargon.exports.glossary_csv import glossary_csv
from unjargon.exports.glossary_json import SCHEMA_FILE, glossary_json, glossary_schema
from unjargon.exports.llms import llms_txt
from unjargon.exports.opensearch import FILE, MEDIA_TYPE, opensearch
from unjargon.exports.published import Published
from unjargon.exports.schema_org import glossary_jsonld
from unjargon.exports.skos import glossary_ttl
from unjargon.exports.words import explained_words
from unjargon.language import N_, speaking
from unjargon.observed import Part, at_once
from unjargon.pages import EXPLAIN, NEWS
from unjargon.uncollected import uncollected


@dataclass(frozen=True, slots=True)
class Export:
    """A machine-readable file of a site."""

    name: str
    """Its name."""
    path: str
    """Where it is, relative to the site's root."""
    section: str
    """The section that it belongs to; a site without it does not have the file."""
    text: Callable[[Published], str]
    """What it holds: the same for the same records, in any order of reading them."""
    media_type: str = ""
    """Its media type; empty where no page announces it."""
    offered_as: str = ""
    """What the glossary's page calls it; empty: it is not for readers to take away."""
    needs_address: bool = False
    """Whether a site that does not know its own address goes without it."""


EXPORTS: tuple[Export, ...] = (
    Export("explained-words", f"{EXPLAIN.folder}/words.js", EXPLAIN.section, explained_words),
    Export("news", f"{NEWS.folder}/feed.xml", NEWS.section, feed),
    Export("csv", "glossary.csv", "glossary", glossary_csv, "text/csv", N_("Spreadsheet (CSV)")),
    Export("json", "glossary.json", "glossary", glossary_json, "application/json", N_("JSON")),
    Export("json-schema", SCHEMA_FILE, "glossary", glossary_schema),
    Export(
        *("schema-org", "glossary.jsonld", "glossary", glossary_jsonld),
        *("application/ld+json", N_("schema.org (JSON-LD)")),
    ),
    Export("skos", "glossary.ttl", "glossary", glossary_ttl, "text/turtle", N_("SKOS (Turtle)")),
    Export("llms", "llms.txt", "glossary", llms_txt, "text/plain", N_("For assistants (llms.txt)")),
    Export("opensearch", FILE, "glossary", opensearch, MEDIA_TYPE, needs_address=True),
)
"""Every file, in the order in which the glossary's page offers them."""


def exports_of(site: Published) -> Iterator[Export]:
    """Yield the files that a site has, in the order of the registry."""
    for entry in EXPORTS:
        is_missing_address = entry.needs_address and not site.addresses.site_url
        if entry.section in site.addresses.sections and not is_missing_address:
            yield entry


def export(site: Published, part: Part = at_once) -> Iterator[tuple[str, str]]:
    """Yield path and text of every file of a site.

    Args:
        site: The site.
        part: Gives a text again if nothing has changed that it was made from.
    """
    for entry in exports_of(site):
        text = part(("export", entry.name), partial(_text, entry, site))
        yield site.addresses.place(entry.path), text


@uncollected()
def _text(entry: Export, site: Published) -> str:
    with speaking(site.catalog.language):
        return entry.text(site)

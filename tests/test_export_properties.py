"""Every machine-readable file can be read again, whatever words hold."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from examples import examples
from sites import ROOT
from unjargon.addresses import Addresses
from unjargon.catalog import Catalog
from unjargon.exports import Published, export
from unjargon.model import Term
from unjargon.site import Settings, Site

CATALOG = replace(Site(Settings(ROOT, ROOT / "docs")).catalog, stages={}, projects={})
# What the loader lets through: no controls but white space, no surrogates.
CHARACTERS = st.characters(exclude_categories=["Cs", "Cc", "Cn"]) | st.sampled_from("\t\n\r\x85")
TEXT = st.text(CHARACTERS, min_size=1, max_size=60).filter(str.strip)
NAME = TEXT.map(lambda text: f"word {text}")


def catalog(name: str, text: str) -> Catalog:
    """Return a catalog of one term that says a text in all its fields."""
    term = Term.model_validate(
        {
            "term": name,
            "expansion": text,
            "short": text,
            "plain": text,
            "reviewed": "2026-01-31",
            "changes": [{"date": "2026-02-28", "what": text}],
        }
    )
    return replace(CATALOG, terms={"hostile": term})


@examples(100)
@given(NAME, TEXT)
def test_exports_can_be_read_again(name: str, text: str) -> None:
    addresses = Addresses(site_url="https://example.org/w/")
    for path, content in export(Published(catalog(name, text), addresses)):
        if path.endswith((".xml", ".atom", ".rss")):
            ElementTree.fromstring(content)
        elif path.endswith((".json", ".jsonld")):
            json.loads(content)
        elif path.endswith("words.js"):
            (word,) = json.loads(content.partition("=")[2].rstrip(";\n"))
            assert (word["term"], word["short"]) == (name.strip(), text.strip())

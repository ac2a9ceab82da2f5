"""The site's search finds a word by every name that it has: short, written out, plural, misspelt.

Names join the finished index as tags, the field that Material's search weighs most; only those of
a page's first entry, since every section would repeat them. `assets/find.js` puts a word first that
is called exactly what the reader typed, and hides the tags that are no name.
"""

from __future__ import annotations

import json
from collections import Counter

from unjargon.addresses import Addresses, source_of
from unjargon.catalog import Catalog
from unjargon.forms import names
from unjargon.prose import attribute

_CROWD = 9
"""Words of whose names so many hold another word that it would be lost among them."""
_BOOST = 5


def with_names(index: str, catalog: Catalog, addresses: Addresses) -> str:
    """Add the names of words to a search index.

    Args:
        index: `search_index.json`, as MkDocs' and Material's search write it.
        catalog: All records.
        addresses: Where pages are.
    """
    found = json.loads(index)
    pages = {addresses.url(source_of("term", key)): key for key in catalog.terms}
    parts = Counter(
        part
        for term in catalog.terms.values()
        for part in set(" ".join(names(term)).casefold().replace("-", " ").split())
    )
    for entry in found["docs"]:
        if key := pages.get(entry["location"]):
            spellings = " · ".join(("", *catalog.spellings(key))).strip()
            # The theme prints tags as HTML.
            tags = dict.fromkeys((*names(catalog.terms[key]), spellings))
            entry["tags"] = [attribute(tag) for tag in tags if tag]
            if parts[catalog.terms[key].term.casefold()] > _CROWD:
                entry["boost"] = _BOOST
    return json.dumps(found, separators=(",", ":"))

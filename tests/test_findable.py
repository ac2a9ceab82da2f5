"""The names of words in the index of the site's search."""

from __future__ import annotations

import json

from unjargon.addresses import Addresses
from unjargon.catalog import Catalog
from unjargon.findable import with_names
from unjargon.model import Term, Vocabulary

TERMS = {
    "r-and-d": Term(term="R&D model", aliases=("lab <b>",), short="S.", plain="P."),
    "ml": Term(
        term="ML", expansion="machine learning", matches=("mashine",), short="S.", plain="P."
    ),
}
NAMES = {
    "glossary/r-and-d/": [
        "R&amp;D model",
        "lab &lt;b&gt;",
        "· lab &lt;b · r&amp;d models",
    ],
    "glossary/ml/": [
        "ML",
        "machine learning",
        "· machine learning · machine learnings · mashine · mashines · mls",
    ],
}


def test_names_join_the_first_entry_of_a_words_page() -> None:
    places = ["", "glossary/ml/", "glossary/ml/#why", "glossary/r-and-d/", "glossary/other/"]
    docs = [{"location": place, "title": "T", "text": "X"} for place in places]
    index = json.dumps({"config": {"lang": ["en"]}, "docs": docs})
    catalog = Catalog(TERMS, {}, {}, Vocabulary(), {}, "en")
    found = json.loads(with_names(index, catalog, Addresses()))
    assert found["config"] == {"lang": ["en"]}
    assert {doc["location"]: doc.get("tags", []) for doc in found["docs"]} == {
        place: NAMES.get(place, []) for place in places
    }

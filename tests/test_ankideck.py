"""Flash cards for Anki: the same bytes every time, and an update that keeps what was learnt."""

from __future__ import annotations

from pathlib import Path

from anki.collection import Collection, ImportAnkiPackageRequest

from sites import ROOT
from unjargon.ankideck import last_change, packages
from unjargon.catalog import Catalog
from unjargon.flashcards import cards
from unjargon.site import Settings, Site

CATALOG = Site(Settings(ROOT, ROOT / "docs")).catalog
MADE = 1_763_800_000
DAY = 86_400


def written(folder: Path, catalog: Catalog, made: int) -> dict[str, Path]:
    files = {}
    for path, data in packages(catalog, made):
        files[path] = folder / f"{made}-{Path(path).name}"
        files[path].write_bytes(data)
    return files


def with_new_meaning(catalog: Catalog, key: str) -> Catalog:
    terms = dict(catalog.terms)
    terms[key] = terms[key].model_copy(update={"short": "Said anew."})
    return Catalog(terms, catalog.stages, {}, catalog.vocabulary, {}, "en", paths=catalog.paths)


def test_there_is_one_for_all_words_and_one_for_each_path() -> None:
    paths = [path for path, _ in packages(CATALOG, MADE)]
    assert paths == ["learn/unjargon.apkg", *(f"learn/{key}.apkg" for key in CATALOG.paths)]


def test_the_same_records_make_the_same_bytes() -> None:
    assert dict(packages(CATALOG)) == dict(packages(CATALOG, last_change(CATALOG)))


def test_every_kind_of_card_is_there_once() -> None:
    made = list(cards(CATALOG, CATALOG.terms))
    assert {card.kind for card in made} == {"meaning", "word", "story", "belief"}
    assert len({card.key for card in made}) == len(made)


def test_anki_takes_an_update_over_without_a_duplicate(tmp_path: Path) -> None:
    """Imported a second time with one word said anew: the text changes, progress stays."""
    col = Collection(str(tmp_path / "collection.anki2"))

    def take(path: Path) -> None:
        col.import_anki_package(ImportAnkiPackageRequest(package_path=str(path)))

    try:
        first = written(tmp_path, CATALOG, MADE)
        take(first["learn/unjargon.apkg"])
        count = len(list(cards(CATALOG, CATALOG.terms)))
        assert (col.note_count(), col.card_count()) == (count, count)
        (card_id,) = col.find_cards('"What is drift?"')
        card = col.get_card(card_id)
        card.type = card.queue = 2
        card.ivl = 30
        col.update_card(card)

        second = written(tmp_path, with_new_meaning(CATALOG, "drift"), MADE + DAY)
        for path in (second["learn/unjargon.apkg"], second["learn/first-day.apkg"]):
            take(path)
            assert (col.note_count(), col.card_count()) == (count, count)
        card.load()
        assert (card.ivl, card.note()["Back"]) == (30, "<p>Said anew.</p>")
    finally:
        col.close()

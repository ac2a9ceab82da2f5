"""`glossary.ttl`: rdflib reads the records back, whatever their texts hold."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rdflib import DCTERMS, OWL, RDF, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from sites import ROOT
from unjargon.exports import Published
from unjargon.exports.skos import block, glossary_ttl, iri, literal
from unjargon.prose import plain
from unjargon.site import Settings, Site

ADDRESS = "https://words.example/"
REAL = Site(Settings(ROOT, ROOT / "docs", site_url=ADDRESS)).published
TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph().parse(data=glossary_ttl(REAL), format="turtle")


def concept(key: str) -> URIRef:
    return URIRef(REAL.term(key))


def said(*texts: str | None) -> set[Node]:
    return {Literal(text, lang="en") for text in texts if text}


def concepts(keys: Iterable[str]) -> set[Node]:
    return {concept(key) for key in keys}


def test_every_word_is_a_concept_of_the_scheme(graph: Graph) -> None:
    scheme = URIRef(f"{ADDRESS}glossary/")
    assert set(graph.subjects(RDF.type, SKOS.Concept)) == concepts(REAL.catalog.terms)
    assert set(graph.subjects(SKOS.inScheme, scheme)) == concepts(REAL.catalog.terms)
    tops = [key for key, term in REAL.catalog.terms.items() if not term.broader]
    assert set(graph.objects(scheme, SKOS.hasTopConcept)) == concepts(tops)
    assert set(graph.subjects(SKOS.topConceptOf, scheme)) == concepts(tops)


def test_labels_are_the_records(graph: Graph) -> None:
    for key, term in REAL.catalog.terms.items():
        shown = {term.term, term.expansion, *term.aliases} - {None}
        assert set(graph.objects(concept(key), SKOS.prefLabel)) == said(term.term)
        assert set(graph.objects(concept(key), SKOS.altLabel)) == said(*shown - {term.term})
        hidden = said(*set(term.matches) - shown)
        assert set(graph.objects(concept(key), SKOS.hiddenLabel)) == hidden


def test_notes_are_the_records(graph: Graph) -> None:
    for key, term in REAL.catalog.terms.items():
        notes = {kind: set(graph.objects(concept(key), kind)) for kind in (SKOS.note, SKOS.example)}
        assert set(graph.objects(concept(key), SKOS.definition)) == said(term.short)
        assert notes[SKOS.note] == said(plain(term.plain))
        assert notes[SKOS.example] == said(plain(term.example or ""))
        scope = [str(note) for note in graph.objects(concept(key), SKOS.scopeNote)]
        assert len(scope) == len(term.confused_with)
        for pair in term.confused_with:
            assert any(note.endswith(plain(pair.difference)) for note in scope)


def test_relations_are_the_records_and_keep_the_rules_of_skos(graph: Graph) -> None:
    catalog = REAL.catalog
    for key, term in catalog.terms.items():
        assert set(graph.objects(concept(key), SKOS.broader)) == concepts(term.broader)
        narrower = [other for other, one in catalog.terms.items() if key in one.broader]
        assert set(graph.objects(concept(key), SKOS.narrower)) == concepts(narrower)
        line = set(graph.transitive_objects(concept(key), SKOS.broader))
        line |= set(graph.transitive_objects(concept(key), SKOS.narrower))
        related = concepts(catalog.related(key)) - line
        assert set(graph.objects(concept(key), SKOS.related)) == related
        assert set(graph.objects(concept(key), DCTERMS.requires)) == concepts(term.learn_first)


def test_topics_are_collections(graph: Graph) -> None:
    found = {
        str(graph.value(topic, SKOS.prefLabel)): set(graph.objects(topic, SKOS.member))
        for topic in graph.subjects(RDF.type, SKOS.Collection)
    }
    catalog = REAL.catalog
    assert found == {
        catalog.topic(topic).title: concepts(keys)
        for topic, keys in catalog.by_topic().items()
        if topic
    }


def test_a_word_out_of_use_says_so(small: Published) -> None:
    graph = Graph().parse(data=glossary_ttl(small), format="turtle")
    old, model = URIRef(small.term("old")), URIRef(small.term("model"))
    assert graph.value(old, OWL.deprecated) == Literal(True)
    assert graph.value(old, DCTERMS.isReplacedBy) == model


def test_without_an_address_it_is_read_from_where_it_lies() -> None:
    site = Site(Settings(ROOT, ROOT / "docs")).published
    graph = Graph().parse(data=glossary_ttl(site), format="turtle", publicID=f"{ADDRESS}a/b.ttl")
    assert URIRef(f"{ADDRESS}a/glossary/bias/") in set(graph.subjects(RDF.type, SKOS.Concept))


@given(TEXTS)
def test_any_text_comes_back(text: str) -> None:
    turtle = block("<a:b>", [("<a:says>", f"{literal(text)}@en")])
    graph = Graph().parse(data=turtle, format="turtle")
    assert list(graph.objects()) == [Literal(text, lang="en")]


@given(TEXTS)
def test_any_address_stays_one_address(text: str) -> None:
    turtle = block(iri(f"https://words.example/{text}"), [("a", "<a:b>")])
    (subject,) = Graph().parse(data=turtle, format="turtle").subjects()
    assert isinstance(subject, URIRef)

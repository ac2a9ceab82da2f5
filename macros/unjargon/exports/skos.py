"""`glossary.ttl`: the glossary as a SKOS concept scheme, in Turtle.

Which field becomes which property is the table in `docs/authors/exports.md`. SKOS forbids two
things that a glossary may well say, and gives way to it here: a name stands under one kind of
label only, and a broader term is not a related one too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from unjargon.addresses import source_of
from unjargon.exports.hierarchy import above, narrower_terms
from unjargon.exports.published import Published
from unjargon.model import Term
from unjargon.prose import plain

_PREFIXES = """\
@prefix dct: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
# Between quotation marks only these mean something (Turtle 1.1, 2.5.1); controls are spelt too,
# so that the file is the same whatever an editor makes of them.
_SPECIAL = re.compile(r'[\x00-\x1f"\\\x7f-\x9f\u2028\u2029]')
_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')

Fact = tuple[str, str]
"""A property and its value, as they stand in Turtle."""


def glossary_ttl(site: Published) -> str:
    """Return the glossary as Turtle: its scheme, its topics as collections, its terms."""
    catalog = site.catalog
    narrower = narrower_terms(catalog.terms)
    scheme = iri(site.glossary())
    blocks = [block(scheme, _scheme(site))]
    for topic_id, ids in catalog.by_topic().items():
        if topic_id:
            topic = catalog.topic(topic_id)
            facts = [("a", "skos:Collection"), ("skos:prefLabel", _said(site, topic.title))]
            if topic.summary:
                facts.append(("skos:definition", _said(site, topic.summary)))
            facts += [("skos:member", iri(site.term(key))) for key in ids]
            blocks.append(block(iri(f"{site.glossary()}#topic-{topic_id}"), facts))
    for key, term in catalog.terms.items():
        facts = [("a", "skos:Concept"), ("skos:inScheme", scheme)]
        facts += _labels(site, term)
        facts += _notes(site, term)
        facts += _relations(site, key, term, narrower.get(key, []))
        facts += _standing(site, key, term)
        blocks.append(block(iri(site.term(key)), facts))
    return "\n".join((_PREFIXES, *blocks))


def _scheme(site: Published) -> Iterator[Fact]:
    yield "a", "skos:ConceptScheme"
    yield "dct:title", _said(site, site.name)
    if site.description:
        yield "dct:description", _said(site, site.description)
    for key, term in site.catalog.terms.items():
        if not term.broader:
            yield "skos:hasTopConcept", iri(site.term(key))


def _labels(site: Published, term: Term) -> Iterator[Fact]:
    taken = {term.term}
    yield "skos:prefLabel", _said(site, term.term)
    others = [name for name in (term.expansion, *term.aliases) if name]
    for kind, names in (("skos:altLabel", others), ("skos:hiddenLabel", term.matches)):
        for name in names:
            if name not in taken:
                taken.add(name)
                yield kind, _said(site, name)


def _notes(site: Published, term: Term) -> Iterator[Fact]:
    yield "skos:definition", _said(site, term.short)
    yield "skos:note", _said(site, plain(term.plain))
    for pair in term.confused_with:
        other = site.catalog.terms[pair.term].term
        told = f"Not to be confused with {other}: {plain(pair.difference)}"
        yield "skos:scopeNote", _said(site, told)
    if term.example:
        yield "skos:example", _said(site, plain(term.example))
    for change in term.changes:
        yield "skos:changeNote", _said(site, f"{change.date.isoformat()}: {change.what}")


def _relations(site: Published, key: str, term: Term, narrower: list[str]) -> Iterator[Fact]:
    if not term.broader:
        yield "skos:topConceptOf", iri(site.glossary())
    terms = site.catalog.terms
    higher = above(terms, key)
    related = [
        other
        for other in site.catalog.related(key)
        if other not in higher and key not in above(terms, other)
    ]
    relations: tuple[tuple[str, Iterable[str]], ...] = (
        ("skos:broader", term.broader),
        ("skos:narrower", narrower),
        ("skos:related", related),
        ("dct:requires", term.learn_first),
        ("dct:isReplacedBy", [term.replaced_by] if term.replaced_by else []),
    )
    for kind, others in relations:
        for other in others:
            yield kind, iri(site.term(other))


def _standing(site: Published, key: str, term: Term) -> Iterator[Fact]:
    yield "dct:identifier", literal(key)
    for old in term.formerly:
        yield "dct:replaces", iri(site.link(source_of("term", old)))
    for source in term.sources:
        yield "dct:source", iri(source.url) if source.url else _said(site, source.title)
    if term.status == "deprecated":
        yield "owl:deprecated", "true"
    if term.reviewed:
        yield "dct:modified", f"{literal(term.reviewed.isoformat())}^^xsd:date"


def block(subject: str, facts: Iterable[Fact]) -> str:
    """Return all that is said of one subject."""
    lines = " ;\n".join(f"  {name} {value}" for name, value in dict.fromkeys(facts))
    return f"{subject}\n{lines} .\n"


def _said(site: Published, text: str) -> str:
    return f"{literal(text)}@{site.language}"


def literal(text: str) -> str:
    """Return any text as a literal of Turtle."""
    return f'"{_SPECIAL.sub(_spelt, text)}"'


def iri(address: str) -> str:
    """Return an address as an IRI reference of Turtle, whatever stands in it."""
    return f"<{_NOT_IN_IRI.sub(lambda found: quote(found[0]), address)}>"


def _spelt(found: re.Match[str]) -> str:
    char = found[0]
    return f"\\{char}" if char in '"\\' else f"\\u{ord(char):04X}"

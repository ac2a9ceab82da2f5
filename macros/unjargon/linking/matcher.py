"""Find the terms of a glossary in plain text: longest match, at word boundaries.

A trie over folded words, walked from each word of the text. Its cost depends on the text and
hardly on the glossary: a word that begins no term costs one look-up in a dictionary. Its port
for the browser is `assets/matcher.js`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from unjargon.forms import HANGUL, Form, fold, forms, gap, phrases, visible, word_in, words
from unjargon.model import Term

# Makes ASCII letters small and all that belongs to no word a space.
_PLAIN = bytes(
    ord(chr(code).lower()) if code < 128 and (chr(code).isalnum() or code == ord("_")) else 32
    for code in range(256)
)
# Signs that typesetters use between words, or in place of signs of ASCII.
_TYPESET = "\u00a0\u2013\u2014\u2018\u2019\u201c\u201d\u2026"
# So many different words are looked for one by one; more of them in one pass over the text.
_FEW = 8
# With a letter on their other side these make one name of two words: re-training, model.pkl, R&D.
_JOINERS = frozenset("-\u2010\u2011&.@\\=")
# These make another name of the word before them, whatever follows: C#, C++.
_SUFFIXES = frozenset("#+")
# A chunk of text around a slash that is an address or a path, and not "precision/recall".
_ADDRESS = re.compile(r"://|@|\Awww\.|\A\.{0,2}/|/.*/|/\Z|\.\w+/|/.*\.\w")
# Particles that Korean writes onto the end of a word.
_PARTICLES = re.compile(
    "(?:을|를|이|가|은|는|의|에|에서|에게|와|과|도|로|으로|만|까지|부터|처럼|보다|이나|나|이란|란|"
    "이다|입니다|들|들을|들이|들은|들의)\\Z"
)


class Match(NamedTuple):
    """A term found in a text."""

    start: int
    """Where it begins."""
    end: int
    """Where it ends."""
    terms: tuple[str, ...]
    """Ids of the terms that claim it; more than one where the glossary is ambiguous."""


class _Entry(NamedTuple):
    """A form's end in the trie, with what is not in the trie of it."""

    term: str
    is_phrase: bool
    exact: tuple[str | None, ...]
    """As in the form; empty where capitals matter in none of its words."""
    before: str
    after: str

    @property
    def exactness(self) -> int:
        """For how many of its words capitals matter."""
        return len(self.exact) - self.exact.count(None)


@dataclass(slots=True)
class _Node:
    """What may follow a beginning (a word, then what may stand before it), and what ends there."""

    next: dict[str, dict[str, _Node]] = field(default_factory=lambda: _NOWHERE)
    entries: tuple[_Entry, ...] = ()


# Most nodes are ends. They share one empty mapping, which is never written to.
_NOWHERE: dict[str, dict[str, _Node]] = {}
_Span = tuple[int, int]


class Matcher:
    """A glossary, made ready for searching. Build it once, use it for every page.

    Args:
        terms: The glossary, by id. Those with `link: explicit` or `never` are not searched for.
        language: Language of the text that will be searched.
    """

    def __init__(self, terms: Mapping[str, Term], language: str = "en") -> None:
        self.terms = terms
        self.language = language
        self._first: dict[str, _Node] = {}
        for key, term in sorted(terms.items()):
            if term.link == "auto":
                for form in forms(term, language):
                    self._add(form, key, is_phrase=False)
                for form in phrases(term, language):
                    self._add(form, key, is_phrase=True)

    def _add(self, form: Form, term: str, *, is_phrase: bool) -> None:
        first, *rest = form.keys
        node = self._first.get(first) or self._first.setdefault(first, _Node())
        for between, word in zip(rest[::2], rest[1::2], strict=True):
            if node.next is _NOWHERE:
                node.next = {}
            ways = node.next.setdefault(word, {})
            node = ways.get(between) or ways.setdefault(between, _Node())
        exact = form.exact if any(form.exact) else ()
        node.entries += (_Entry(term, is_phrase, exact, form.before, form.after),)

    def find(self, text: str, allowed: Callable[[Term], bool] = lambda _: True) -> list[Match]:
        """Return the terms in a text in order, none overlapping another.

        Args:
            text: Plain text: no markup, no entities.
            allowed: Whether a term with `only_in` may be linked here.
        """
        found: list[Match] = []
        shielded: dict[str, int] = {}
        free_from = 0
        for start, stop, key in self._beginnings(text):
            best, rank = None, (0, 0, 0)
            for begin, end, entry in self._candidates(text, start, stop, key):
                if entry.is_phrase:
                    shielded[entry.term] = max(end, shielded.get(entry.term, 0))
                    continue
                if begin < free_from or shielded.get(entry.term, 0) > start:
                    continue
                if self.terms[entry.term].only_in and not allowed(self.terms[entry.term]):
                    continue
                # The longest wins, at either end: `.NET` before `NET`.
                here = (end, -begin, entry.exactness)
                if best is None or here > rank:
                    best, rank = Match(begin, end, (entry.term,)), here
                elif here == rank and entry.term not in best.terms:
                    best = Match(begin, end, (*best.terms, entry.term))
            if best:
                found.append(best)
                free_from = best.end
        return found

    def _beginnings(self, text: str) -> list[tuple[int, int, str]]:
        """Return where words stand at which a term may begin, and their folded shapes."""
        plain = text
        if not text.isascii():
            for sign in _TYPESET:
                plain = plain.replace(sign, " ")
            if not plain.isascii():
                return [
                    (word.start(), word.end(), key)
                    for word in words(text)
                    if (key := fold(word[0])) in self._first or HANGUL.match(word[0])
                ]
        # Splitting at spaces costs a fraction of an expression that tells where words stand, so
        # that is asked only of words that could begin a term: in a large glossary most words do
        # begin one, and the next word tells that it is not meant.
        spaced = f" {plain.encode('ascii').translate(_PLAIN).decode('ascii')} "
        tokens = [*spaced.split(), ""]
        wanted = {
            tokens[index]
            for index, node in enumerate(map(self._first.get, tokens))
            if node is not None and (node.entries or tokens[index + 1] in node.next)
        }
        if not wanted:
            return []
        if len(wanted) > _FEW:
            found = words(spaced)
            return [(w.start() - 1, w.end() - 1, w[0]) for w in found if w[0] in wanted]
        places = []
        for word in wanted:
            at = spaced.find(f" {word} ")
            while at >= 0:
                places.append((at, at + len(word), word))
                at = spaced.find(f" {word} ", at + len(word) + 1)
        return sorted(places)

    def _candidates(
        self, text: str, start: int, stop: int, key: str
    ) -> list[tuple[int, int, _Entry]]:
        """Return what may begin at a word, phrases first so that they shield what they hold."""
        found = []
        for node, spans in self._walk(text, start, stop, key):
            for entry in node.entries:
                span = _fit(text, spans, entry)
                if span:
                    found.append((*span, entry))
        return found if len(found) < 2 else sorted(found, key=lambda item: not item[2].is_phrase)

    def _walk(
        self, text: str, start: int, stop: int, key: str
    ) -> Iterator[tuple[_Node, list[_Span]]]:
        """Follow the trie from a word; yield each node and the spans of the words up to it."""
        node, spans = self._first.get(key), [(start, stop)]
        if node is None:
            # A Korean word with a particle written onto it; no longer name can go on after that.
            stem = _PARTICLES.sub("", key)
            if stem in self._first:
                yield self._first[stem], [(start, start + len(stem))]
            return
        search = word_in(text).search
        while True:
            yield node, spans
            word = search(text, stop) if node.next else None
            if word is None:
                return
            key, between = fold(word[0]), gap(text[stop : word.start()])
            start, stop = word.span()
            ways = node.next.get(key)
            if ways is None:
                stem = _PARTICLES.sub("", key) if HANGUL.match(key) else ""
                last = node.next.get(stem, {}).get(between)
                if last:
                    yield last, [*spans, (start, start + len(stem))]
                return
            node = ways.get(between)
            if node is None:
                return
            spans = [*spans, (start, stop)]


def _fit(text: str, spans: list[_Span], entry: _Entry) -> _Span | None:
    """Return the span of a form whose words were found, if all else about it fits too."""
    if entry.exact:
        for (start, end), exact in zip(spans, entry.exact, strict=True):
            if exact is not None and exact != visible(text[start:end]):
                return None
    start, end = spans[0][0], spans[-1][1]
    begin, stop = start - len(entry.before), end + len(entry.after)
    if entry.before and (begin < 0 or text[begin:start] != entry.before):
        return None
    if entry.after and text[end:stop] != entry.after:
        return None
    return (begin, stop) if _stands_alone(text, begin, stop, entry) else None


def _stands_alone(text: str, begin: int, stop: int, entry: _Entry) -> bool:
    """Tell whether a span is a name of its own and not a piece of another one."""
    before, after = text[max(begin - 2, 0) : begin], text[stop : stop + 2]
    if before:
        if entry.before and before[-1].isalnum():
            return False
        if before[-1] == "@" or (before[-1] in _JOINERS and before[:-1].isalnum()):
            return False
    if after:
        if entry.after and (after[0].isalnum() or after[0] == entry.after[-1]):
            return False
        if after[0] in _SUFFIXES or (after[0] in _JOINERS and after[1:].isalnum()):
            return False
    if "/" in (before[-1:], after[:1]):
        return not _ADDRESS.search(_chunk(text, begin, stop))
    return True


def _chunk(text: str, begin: int, stop: int) -> str:
    """Return the stretch without white space around a span, as far as an address would be long."""
    left = re.search(r"\S{0,200}\Z", text[max(begin - 200, 0) : begin])
    right = re.match(r"\S{0,200}", text[stop : stop + 200])
    chunk = (left[0] if left else "") + text[begin:stop] + (right[0] if right else "")
    return chunk.strip(".,;:!?()[]\"'")

"""Find the terms of a glossary in plain text: longest match, at word boundaries.

A trie over folded words, walked from each word of the text. Its cost depends on the text and
hardly on the glossary: a word that begins no term costs one look-up in a dictionary. Its port
for the browser is `assets/matcher.js`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from unjargon.forms import HANGUL, SPACE, Form, fold, forms, gap, phrases, visible, word_in, words
from unjargon.model import Term

# Makes ASCII letters small and all that belongs to no word a space. A question mark stands for a
# character that is not ASCII.
_PLAIN = bytes(
    ord(chr(code).lower()) if chr(code).isalnum() or chr(code) in "_?" else ord(" ")
    for code in range(128)
).ljust(256)
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
    exactness: int
    """For how many of its words capitals matter."""
    before: str
    after: str
    is_bare: bool
    """Whether its words are all that has to be there, however they are written."""
    is_bound: bool
    """Whether its term may be linked on some pages only."""


@dataclass(slots=True)
class _Node:
    """A word of a form: what may follow it, and what ends there."""

    gap: str = ""
    """What stands before the word."""
    other: _Node | None = None
    """The same word at the same place after another gap, which is rare."""
    next: dict[str, _Node] = field(default_factory=lambda: _NOWHERE)
    entries: tuple[_Entry, ...] = ()

    def after(self, word: str, gap: str) -> _Node | None:
        """Return what follows with a word and what stands before it."""
        node = self.next.get(word)
        while node and node.gap != gap:
            node = node.other
        return node


# Most nodes are ends. They share one empty mapping, which is never written to.
_NOWHERE: dict[str, _Node] = {}
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
        self._words: set[str] = set()
        for key, term in sorted(terms.items()):
            if term.link == "auto":
                is_bound = bool(term.only_in)
                # Most forms of a term end alike: plural and singular are one object here.
                ends: dict[tuple[_Entry], tuple[_Entry]] = {}
                for form in forms(term, language):
                    end = (_entry(form, key, is_phrase=False, is_bound=is_bound),)
                    self._end(form).entries += ends.setdefault(end, end)
                for form in phrases(term, language):
                    end = (_entry(form, key, is_phrase=True, is_bound=is_bound),)
                    self._end(form).entries += end

    def _end(self, form: Form) -> _Node:
        """Return the node of a form's last word."""
        first, *rest = form.keys
        self._words.update(form.keys[::2])
        node = self._first.get(first) or self._first.setdefault(first, _Node())
        for between, word in zip(rest[::2], rest[1::2], strict=True):
            following = node.after(word, between)
            if following is None:
                if node.next is _NOWHERE:
                    node.next = {}
                following = node.next[word] = _Node(between, node.next.get(word))
            node = following
        return node

    def find(self, text: str, allowed: Callable[[Term], bool] = lambda _: True) -> list[Match]:
        """Return the terms in a text in order, none overlapping another.

        Args:
            text: Plain text: no markup, no entities.
            allowed: Whether a term with `only_in` may be linked here.
        """
        found: list[Match] = []
        shielded: dict[str, int] = {}
        free_from = 0
        spaced = _spaced(text)
        for start, stop, key in self._beginnings(text, spaced):
            best: tuple[str, ...] = ()
            rank = (0, 0, 0)
            for begin, end, entry in self._candidates(text, spaced, start, stop, key):
                term = entry.term
                if entry.is_phrase:
                    shielded[term] = max(end, shielded.get(term, 0))
                    continue
                if begin < free_from or (shielded and shielded.get(term, 0) > start):
                    continue
                if entry.is_bound and not allowed(self.terms[term]):
                    continue
                # The longest wins, at either end: `.NET` before `NET`.
                here = (end, -begin, entry.exactness)
                if here > rank:
                    best, rank = (term,), here
                elif here == rank and term not in best:
                    best = (*best, term)
            if best:
                free_from = rank[0]
                found.append(Match(-rank[1], free_from, best))
        return found

    def _beginnings(self, text: str, spaced: str) -> list[tuple[int, int, str]]:
        """Return where words stand at which a term may begin, and their folded shapes."""
        first = self._first
        foreign = [] if text.isascii() else list(_foreign_words(text, spaced))
        there = _folded(foreign)
        # In a large glossary most words begin a term, but what has to follow does not. What does
        # is a word of the glossary too, so only such words need to be looked at.
        known = [*filter(self._words.__contains__, spaced.split())]
        wanted = {
            word
            for word, after in pairwise([*known, ""])
            if (node := first.get(word))
            and (node.entries or after in node.next or (there and not there.isdisjoint(node.next)))
        }
        places = _places(filter(wanted.__contains__, known), spaced)
        if not foreign:
            return places
        places += [one for one in foreign if one[2] in first or HANGUL.match(one[2])]
        return sorted(places)

    def part(self, words: Set[str]) -> Hashable:
        """Return all that can matter in texts that have no other words; see `words_of`.

        Matchers with equal parts find the same there.
        """
        found = set()
        waiting: list[tuple[tuple[str, ...], _Node]] = [
            ((word,), self._first[word]) for word in self._first.keys() & words
        ]
        while waiting:
            path, node = waiting.pop()
            # A Korean word counts without its particle only where it leads nowhere with it.
            if node.entries or HANGUL.match(path[-1]):
                only_in = tuple(self.terms[entry.term].only_in for entry in node.entries)
                found.add((path, node.entries, only_in))
            for word in node.next.keys() & words:
                following: _Node | None = node.next[word]
                while following:
                    waiting.append(((*path, following.gap, word), following))
                    following = following.other
        return frozenset(found)

    def _candidates(
        self, text: str, spaced: str, start: int, stop: int, key: str
    ) -> list[tuple[int, int, _Entry]]:
        """Return what may begin at a word, phrases first so that they shield what they hold."""
        found = []
        for node, end in self._walk(text, spaced, start, stop, key):
            for entry in node.entries:
                if entry.is_bare:
                    if text[start - 1 : start] == " " == text[end : end + 1] or _stands_alone(
                        text, start, end
                    ):
                        found.append((start, end, entry))
                elif span := _fit(text, start, end, entry):
                    found.append((*span, entry))
        return found if len(found) < 2 else sorted(found, key=lambda item: not item[2].is_phrase)

    def _walk(
        self, text: str, spaced: str, start: int, stop: int, key: str
    ) -> list[tuple[_Node, int]]:
        """Follow the trie from a word; return each node and where the last word up to it ends."""
        node = self._first.get(key)
        if node is None:
            # A Korean word with a particle written onto it; no longer name can go on after that.
            stem = _PARTICLES.sub("", key)
            return [(self._first[stem], start + len(stem))] if stem in self._first else []
        way = [(node, stop)]
        while node.next and (word := _next_word(text, spaced, stop)):
            start, stop, key, between = word
            following = node.after(key, between)
            if following is None:
                is_new = key not in node.next
                stem = _PARTICLES.sub("", key) if is_new and HANGUL.match(key) else ""
                if last := node.after(stem, between):
                    way.append((last, start + len(stem)))
                break
            node = following
            way.append((node, stop))
        return way


def _entry(form: Form, term: str, *, is_phrase: bool, is_bound: bool) -> _Entry:
    exactness = len(form.exact) - form.exact.count(None)
    exact = form.exact if exactness else ()
    is_bare = not (exact or form.before or form.after)
    return _Entry(term, is_phrase, exact, exactness, form.before, form.after, is_bare, is_bound)


def _spaced(text: str) -> str:
    """Return the words of a text in small letters with nothing but spaces around them.

    All stay in their places, one further to the right: there is one letter for each.
    """
    plain = f" {text.replace('?', ' ')} ".encode("ascii", "replace")
    return plain.translate(_PLAIN).decode("ascii")


def _next_word(text: str, spaced: str, at: int) -> tuple[int, int, str, str] | None:
    """Return where the next word begins and ends, its folded shape, and what stands before it."""
    # After a single space, as most words are, and without a sign that is not ASCII.
    if text.startswith(SPACE, at):
        key = spaced[at + 2 : spaced.find(SPACE, at + 2)]
        if key and "?" not in key:
            return at + 1, at + 1 + len(key), key, SPACE
    word = word_in(text).search(text, at)
    if word is None:
        return None
    return word.start(), word.end(), fold(word[0]), gap(text[at : word.start()])


def _foreign_words(text: str, spaced: str) -> Iterator[tuple[int, int, str]]:
    """Yield place and shape of words that hold, or touch, a character that is not ASCII."""
    at = spaced.find("?")
    while at >= 0:
        left, right = spaced.rfind(" ", 0, at), spaced.find(" ", at)
        for word in words(text[left : right - 1]):
            yield left + word.start(), left + word.end(), fold(word[0])
        at = spaced.find("?", right)


def words_of(text: str) -> Set[str]:
    """Return the folded words of a text; of one in Korean, without its particle too."""
    spaced = _spaced(text)
    return {*spaced.split(), *_folded(_foreign_words(text, spaced))}


def _folded(foreign: Iterable[tuple[int, int, str]]) -> set[str]:
    there = set()
    for *_, key in foreign:
        there.add(key)
        if HANGUL.match(key):
            there.add(_PARTICLES.sub("", key))
    return there


def _places(found: Iterable[str], spaced: str) -> list[tuple[int, int, str]]:
    """Return where words stand in a text that has one space more on its left.

    They come in the order of the text, so all of them together take one pass over it.
    """
    places, end = [], 0
    for word in found:
        start = spaced.find(f" {word} ", end)
        end = start + len(word) + 1
        places.append((start, end - 1, word))
    return places


def _fit(text: str, start: int, stop: int, entry: _Entry) -> _Span | None:
    """Return the span of a form whose words were found, if all else about it fits too."""
    if entry.exact and not _is_written(text[start:stop], entry.exact):
        return None
    if entry.before:
        start -= len(entry.before)
        if (
            start < 0
            or not text.startswith(entry.before, start)
            or text[max(start - 1, 0) : start].isalnum()
        ):
            return None
    if entry.after:
        if not text.startswith(entry.after, stop):
            return None
        stop += len(entry.after)
        if text[stop : stop + 1].isalnum() or text.startswith(entry.after[-1], stop):
            return None
    return (start, stop) if _stands_alone(text, start, stop) else None


def _is_written(surface: str, exact: tuple[str | None, ...]) -> bool:
    """Tell whether the words that have only one spelling are spelt so."""
    pairs = zip(words(surface), exact, strict=True)
    return all(only is None or only == visible(word[0]) for word, only in pairs)


def _stands_alone(text: str, start: int, stop: int) -> bool:
    """Tell whether a span is a name of its own and not a piece of another one."""
    left, right = text[start - 1 : start], text[stop : stop + 1]
    if left == " " == right:
        return True
    if left == "@" or right in _SUFFIXES:
        return False
    if left in _JOINERS and text[max(start - 2, 0) : start - 1].isalnum():
        return False
    if right in _JOINERS and text[stop + 1 : stop + 2].isalnum():
        return False
    return "/" not in (left, right) or not _ADDRESS.search(_chunk(text, start, stop))


def _chunk(text: str, begin: int, stop: int) -> str:
    """Return the stretch without white space around a span, as far as an address would be long."""
    left = re.search(r"\S{0,200}\Z", text[max(begin - 200, 0) : begin])
    right = re.match(r"\S{0,200}", text[stop : stop + 200])
    chunk = (left[0] if left else "") + text[begin:stop] + (right[0] if right else "")
    return chunk.strip(".,;:!?()[]\"'")

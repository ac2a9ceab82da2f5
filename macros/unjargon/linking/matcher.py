"""Find the terms of a glossary in plain text: longest match, at word boundaries.

A trie over folded words, walked from each word of the text. Its cost depends on the text and
hardly on the glossary: a word that begins no term costs one look-up in a dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from unjargon.forms import HANGUL, SPACE, Form, fold, forms, gap, phrases, split, visible
from unjargon.model import Term

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


@dataclass(frozen=True, slots=True)
class _Entry:
    """A form's end in the trie."""

    form: Form
    term: str
    is_phrase: bool

    @property
    def exactness(self) -> int:
        return sum(word is not None for word in self.form.exact)


@dataclass(slots=True)
class _Node:
    """What may follow a beginning, by `_key`, and what may end there."""

    next: dict[str, _Node] = field(default_factory=dict)
    entries: tuple[_Entry, ...] = ()


class Matcher:
    """A glossary, made ready for searching. Build it once, use it for every page.

    Args:
        terms: The glossary, by id. Those with `link: explicit` or `never` are not searched for.
        language: Language of the text that will be searched.
    """

    def __init__(self, terms: Mapping[str, Term], language: str = "en") -> None:
        self.terms = terms
        self.language = language
        self._root = _Node()
        for key, term in sorted(terms.items()):
            if term.link == "auto":
                for form in forms(term, language):
                    self._add(_Entry(form, key, is_phrase=False))
                for form in phrases(term, language):
                    self._add(_Entry(form, key, is_phrase=True))

    def _add(self, entry: _Entry) -> None:
        node, keys = self._root, entry.form.keys
        for between, word in zip((SPACE, *keys[1::2]), keys[::2], strict=True):
            key = _key(between, word)
            node = node.next.get(key) or node.next.setdefault(key, _Node())
        node.entries += (entry,)

    def find(self, text: str, allowed: Callable[[Term], bool] = lambda _: True) -> list[Match]:
        """Return the terms in a text in order, none overlapping another.

        Args:
            text: Plain text: no markup, no entities.
            allowed: Whether a term with `only_in` may be linked here.
        """
        found: list[Match] = []
        shielded: dict[str, int] = {}
        free_from = 0
        cut = _Cut(text)
        begins = self._beginnings(cut)
        if not begins:
            return found
        cut.measure()
        for index in begins:
            start = cut.starts[index]
            best, rank = None, (0, 0, 0)
            for begin, end, entry in self._candidates(cut, index):
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

    def _beginnings(self, cut: _Cut) -> list[int]:
        """Return the places of all words at which a term may begin."""
        parts, begins = cut.parts, self._root.next
        if not cut.text.isascii():
            hangul = [i for i in range(1, len(parts), 2) if HANGUL.match(parts[i])]
            return sorted({*hangul, *(i for i in range(1, len(parts), 2) if parts[i] in begins)})
        # In a large glossary most words begin some term. One look at the next word spares a walk.
        return [
            i
            for i in range(1, len(parts), 2)
            if (node := begins.get(parts[i]))
            and (node.entries or parts[i + 1] != SPACE or cut.word_after(i) in node.next)
        ]

    def _candidates(self, cut: _Cut, index: int) -> list[tuple[int, int, _Entry]]:
        """Return what may begin at a word, phrases first so that they shield what they hold."""
        found = []
        for last, node, end in self._walk(cut, index):
            for entry in node.entries:
                span = _fit(cut, index, last, end, entry.form)
                if span:
                    found.append((*span, entry))
        return sorted(found, key=lambda candidate: not candidate[2].is_phrase) if found else found

    def _walk(self, cut: _Cut, index: int) -> list[tuple[int, _Node, int]]:
        """Follow the trie from a word.

        Returns:
            Each node at which a form ends, the place of its last word, and where that ends.
        """
        steps: list[tuple[int, _Node, int]] = []
        parts, starts, node, key = cut.parts, cut.starts, self._root, cut.parts[index]
        while True:
            step, end = node.next.get(key), starts[index + 1]
            if step is None and not key.isascii() and HANGUL.match(parts[index]):
                stem = _PARTICLES.sub("", parts[index])
                step = node.next.get(key.removesuffix(parts[index]) + stem)
                end = starts[index] + len(stem)
            if step is None:
                return steps
            if step.entries:
                steps.append((index, step, end))
            index += 2
            if not step.next or index >= len(parts):
                return steps
            node, key = step, _key(gap(cut.text[end : starts[index]]), parts[index])


def _key(between: str, word: str) -> str:
    # Nearly always a space stands between two words, and then the word alone is the key.
    return word if between == SPACE else f"\0{between}{word}"


class _Cut:
    """A text cut into gaps and folded words in turn."""

    __slots__ = ("_written", "parts", "starts", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts: list[int] = []
        """Where each part begins, and where the last one ends; empty before `measure`."""
        if text.isascii():
            # Folding all words at once costs a tenth of folding one by one.
            self.parts = self._written = split(text.lower())
        else:
            self._written = split(text)
            self.parts = [fold(part) if i % 2 else part for i, part in enumerate(self._written)]

    def measure(self) -> None:
        """Find out where parts begin; few texts hold a term, and only these need it."""
        self.starts = list(accumulate(map(len, self._written), initial=0))

    def word(self, index: int) -> str:
        """Return a word as it is written."""
        return self.text[self.starts[index] : self.starts[index + 1]]

    def word_after(self, index: int) -> str:
        """Return the folded word after the one at a place; empty after the last."""
        return self.parts[index + 2] if index + 2 < len(self.parts) else ""


def _fit(cut: _Cut, first: int, last: int, end: int, form: Form) -> tuple[int, int] | None:
    """Return the span of a form whose words were found, if all else about it fits too."""
    for index, exact in zip(range(first, last + 1, 2), form.exact, strict=True):
        if exact is not None and exact != visible(cut.word(index)):
            return None
    text, start = cut.text, cut.starts[first]
    begin, stop = start - len(form.before), end + len(form.after)
    if form.before and (begin < 0 or text[begin:start] != form.before):
        return None
    if form.after and text[end:stop] != form.after:
        return None
    return (begin, stop) if _stands_alone(text, begin, stop, form) else None


def _stands_alone(text: str, begin: int, stop: int, form: Form) -> bool:
    """Tell whether a span is a name of its own and not a piece of another one."""
    before, after = text[max(begin - 2, 0) : begin], text[stop : stop + 2]
    if before:
        if form.before and before[-1].isalnum():
            return False
        if before[-1] == "@" or (before[-1] in _JOINERS and before[:-1].isalnum()):
            return False
    if after:
        if form.after and (after[0].isalnum() or after[0] == form.after[-1]):
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

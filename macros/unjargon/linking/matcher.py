"""Find the terms of a glossary in plain text: longest match, at word boundaries.

A trie over folded words, walked from each word of the text. Its cost depends on the text and
hardly on the glossary: a word that begins no term costs one look-up in a dictionary.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from unjargon.forms import HANGUL, Form, fold, forms, gap, phrases, visible, words
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

Token = tuple[str, int, int]


@dataclass(frozen=True, slots=True)
class Match:
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
    """What may follow a beginning, and what may end there."""

    next: dict[str, _Node] = field(default_factory=dict)
    entries: list[_Entry] = field(default_factory=list)


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
        node = self._root
        for key in entry.form.keys:
            node = node.next.setdefault(key, _Node())
        node.entries.append(entry)

    def find(self, text: str, allowed: Callable[[Term], bool] = lambda _: True) -> list[Match]:
        """Return the terms in a text in order, none overlapping another.

        Args:
            text: Plain text: no markup, no entities.
            allowed: Whether a term with `only_in` may be linked here.
        """
        found: list[Match] = []
        shielded: dict[str, int] = {}
        free_from = 0
        begins = self._root.next
        tokens = [(word[0], word.start(), word.end()) for word in words(text)]
        for index, (word, start, _) in enumerate(tokens):
            if fold(word) not in begins and not HANGUL.match(word):
                continue
            best, rank = None, (0, 0, 0)
            for begin, end, entry in self._candidates(text, tokens, index):
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

    def _candidates(
        self, text: str, tokens: list[Token], index: int
    ) -> list[tuple[int, int, _Entry]]:
        """Return what may begin at a word, phrases first so that they shield what they hold."""
        found = []
        for last, node, end in self._walk(text, tokens, index):
            for entry in node.entries:
                span = _fit(text, tokens[index : last + 1], end, entry.form)
                if span:
                    found.append((*span, entry))
        return sorted(found, key=lambda candidate: not candidate[2].is_phrase)

    def _walk(self, text: str, tokens: list[Token], index: int) -> Iterator[tuple[int, _Node, int]]:
        """Follow the trie from a word: yield each node, its last word and where that ends."""
        node, position = self._root, index
        while True:
            word, _, end = tokens[position]
            step = node.next.get(fold(word))
            if step is None and HANGUL.match(word):
                stem = _PARTICLES.sub("", word)
                step, end = node.next.get(stem), end - len(word) + len(stem)
            if step is None:
                return
            yield position, step, end
            position += 1
            if position == len(tokens) or not step.next:
                return
            follow = step.next.get(gap(text[end : tokens[position][1]]))
            if follow is None:
                return
            node = follow


def _fit(text: str, tokens: list[Token], end: int, form: Form) -> tuple[int, int] | None:
    """Return the span of a form whose words were found, if all else about it fits too."""
    for (word, _, _), exact in zip(tokens, form.exact, strict=True):
        if exact is not None and exact != visible(word):
            return None
    start = tokens[0][1]
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

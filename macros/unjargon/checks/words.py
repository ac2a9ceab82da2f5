"""Counting what makes text hard to read: sentences, words, syllables, rare words.

The reading grade is Flesch and Kincaid's (J. P. Kincaid and others, 1975): the American school
year in which a text is understood. Syllables are counted by pyphen's hyphenation patterns.
"""

from __future__ import annotations

import re
from functools import lru_cache

import pyphen

_HYPHENATION = pyphen.Pyphen(lang="en_US")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019](?!s\b)[^\W\d_]+)?(?:['\u2019]s\b)?")
_TOKEN = re.compile(r"[\w%\u20ac$]+(?:['\u2019.,\u2010\u2011-][\w]+)*")
_END = re.compile(r"[.!?\u2026]+[\"'\u201d\u2019)\]]*\s+(?=[\"'\u201c\u2018(\[]?[A-Z0-9])")
_NO_END = re.compile(r"(?:\b(?:e\.g|i\.e|etc|vs|Dr|Mr|Ms|No|approx|ca|cf|al|St)|\b[A-Z])\.\s*\Z")


def sentences(blocks: list[str]) -> list[str]:
    """Split blocks of text into sentences; a block's end ends one."""
    found: list[str] = []
    for block in blocks:
        start = 0
        for end in _END.finditer(block):
            if not _NO_END.search(block[start : end.end()]):
                found.append(block[start : end.end()].strip())
                start = end.end()
        if block[start:].strip():
            found.append(block[start:].strip())
    return found


def tokens(text: str) -> list[str]:
    """Return the words and figures of a text, as a word processor counts them."""
    return _TOKEN.findall(text)


def words(text: str) -> list[str]:
    """Return the words of a text; both halves of a compound count, figures do not."""
    return _WORD.findall(text)


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """Estimate how many syllables an English word has."""
    return len(_HYPHENATION.positions(word.lower())) + 1


def reading_grade(blocks: list[str], count: int = 0) -> float:
    """Return the Flesch-Kincaid grade of a text: 8 is read with ease at the age of 13 or 14.

    Args:
        blocks: The text.
        count: How many sentences it has; 0 to count them.
    """
    count = count or max(len(sentences(blocks)), 1)
    found = [word for block in blocks for word in words(block)]
    if not found:
        return 0.0
    beats = sum(map(syllables, found))
    return 0.39 * len(found) / count + 11.8 * beats / len(found) - 15.59


@lru_cache(maxsize=50_000)
def zipf(word: str) -> float:
    """Return how common a word is in English: 7 for `the`, 3 for once in a million words.

    Possessives and regular endings count as the word itself: `mends` is as common as `mend`.
    Source: Robyn Speer's wordfreq, an extra of this package.
    """
    from wordfreq import zipf_frequency

    word = word.removesuffix("'s").removesuffix("\u2019s")
    stems = {word, *(word.removesuffix(ending) for ending in ("s", "es", "ed", "d", "ing", "ly"))}
    return max(float(zipf_frequency(stem, "en")) for stem in stems if len(stem) > 2 or stem == word)

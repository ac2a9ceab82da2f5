"""Words that nobody wrote: text, terms and their records, all of them out of one seed.

No word of a term's own stands in ordinary text, so that pages mention exactly what they are told
to, whatever the size of the glossary. But half of all longer terms *begin* with an ordinary word,
as `training set` does: at 10,000 terms a page is full of beginnings that lead nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from random import Random

SEED = 4
MENTIONED = 100
"""Pages mention only the first terms, which every glossary holds."""
_SHORT = (
    "a", "all", "an", "and", "are", "as", "at", "be", "but", "by", "can", "for", "from", "has",
    "if", "in", "into", "is", "it", "more", "no", "not", "of", "on", "one", "or", "our", "so",
    "than", "that", "the", "this", "to", "we", "what", "when", "who", "will", "with",
)  # fmt: skip
_ONSETS = (
    *"bcdfghlmnprstv",
    "br",
    "cl",
    "dr",
    "fl",
    "gr",
    "pl",
    "pr",
    "st",
    "tr",
    "th",
    "ch",
    "sh",
)
_CODAS = (*"nrlmdt", "nd", "nt", "rm", "st", "ck")


@dataclass(frozen=True, slots=True)
class Word:
    """A term as pages mention it."""

    id: str
    """Its id."""
    name: str
    """Its headword."""
    plural: str
    """Its plural, which pages write too."""
    expansion: str = ""
    """Of an acronym: what it stands for."""


def _coin(random: Random, taken: set[str]) -> str:
    """Make a word of four to eleven letters that was not made before."""
    while True:
        count = random.choices((2, 3, 4), (5, 4, 1))[0]
        parts = (random.choice(_ONSETS) + random.choice("aeiou") for _ in range(count))
        word = "".join(parts) + random.choice(_CODAS)
        if 4 <= len(word) <= 11 and word not in taken:
            taken.add(word)
            return word


class Language:
    """All words of a seed; making it twice gives the same words."""

    def __init__(self, seed: int = SEED) -> None:
        self._seed = seed
        random, taken = self.random("words"), set(_SHORT)
        self._common = [_coin(random, taken) for _ in range(3000)]
        # As in any language, a few words are most of the text.
        ranks = range(1, len(self._common) + 1)
        self._weights = [1 / (rank + 10) for rank in ranks]
        self._pools = [[_coin(random, taken) for _ in range(count)] for count in (150, 2500)]
        self._coined = taken
        self.terms: list[Word] = []

    def random(self, purpose: str) -> Random:
        """Return the source of chance for one purpose, whatever was drawn for others."""
        return Random(f"{self._seed} {purpose}")

    def text(self, random: Random, count: int) -> list[str]:
        """Return ordinary words, half of them the short ones that hold sentences together."""
        long = random.choices(self._common, self._weights, k=count)
        return [random.choice(_SHORT) if random.random() < 0.5 else word for word in long]

    def sentences(self, random: Random, words: list[str]) -> str:
        """Write words as sentences of 8 to 20 words, with a comma here and there."""
        rest, done = iter(words), []
        while part := list(islice(rest, random.randint(8, 20))):
            part[0] = part[0][:1].upper() + part[0][1:]
            if len(part) > 10:
                part[5] += ","
            done.append(" ".join(part) + ".")
        return " ".join(done)

    def prose(self, random: Random, count: int) -> str:
        """Return sentences of `count` words in all."""
        return self.sentences(random, self.text(random, count))

    def make_terms(self, count: int) -> None:
        """Make the glossary: one to three words, one in sixteen an acronym; fills `terms`."""
        random, known = self.random("terms"), set[str]()
        while len(self.terms) < count:
            pool = self._pools[len(self.terms) >= MENTIONED]
            words = [random.choice(pool) for _ in range(random.choices((1, 2, 3), (35, 45, 20))[0])]
            if len(words) == 1:
                words = [_coin(random, self._coined)]
            elif random.random() < 0.5:
                words[0] = random.choice(self._common)
            name = expansion = " ".join(words)
            if random.random() < 1 / 16:
                name = "".join(random.choices("BCDFGHJKLMPQRTVWXZ", k=random.choice((3, 4, 4))))
            if name not in known and expansion not in known:
                known |= {name, expansion}
                term_id = name.lower().replace(" ", "-")
                full = expansion if name != expansion else ""
                self.terms.append(Word(term_id, name, f"{name}s", full))

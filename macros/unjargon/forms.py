"""The ways in which a term may be written: its names, their inflections, and one shape for each.

A *form* is a sequence of folded words with the gaps between them. Folding makes case, Unicode
composition, ligatures and soft hyphens disappear; gaps make a space, a hyphen and a line break
the same. English endings are added to a form's last word; other languages are matched as
written, until they have rules of their own.

`assets/matcher.js` is a port of this and of `linking.matcher`: change both. It reads forms from
`explain/words.js`, so only folding and gaps are told twice; the same conformance cases run on both.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from unjargon.model import Term

SPACE = " "
"""The gap that stands for any run of white space, or for one hyphen."""

# Scripts that are written without spaces: each character is a word of its own.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf"
    "\u4e00-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
HANGUL = re.compile("[\uac00-\ud7a3]+")
"""Korean syllables: words with particles written onto them."""
_INVISIBLE = "\u00ad\u200c\u200d\u2060\ufe00-\ufe0f"
_HYPHENS = "-\u2010\u2011"
_GAP = re.compile(rf"\s*[{_HYPHENS}]\s*|\s+")
_ASCII_WORD = re.compile(r"\w+", re.ASCII)


@cache
def _any_word() -> re.Pattern[str]:
    """Words of any script; built when the first text that is not ASCII arrives."""
    marks = _INVISIBLE + "".join(
        chr(code) for code in range(0x300, 0x20000) if unicodedata.category(chr(code))[0] == "M"
    )
    unspaced, hangul = rf"[{_UNSPACED}][{marks}]*", f"{HANGUL.pattern}"
    return re.compile(rf"{unspaced}|{hangul}|(?:[^\W{_UNSPACED}\uac00-\ud7a3]|[{marks}])+")


def words(text: str) -> Iterator[re.Match[str]]:
    """Find the words of a text; in scripts without spaces every character is one."""
    return word_in(text).finditer(text)


def word_in(text: str) -> re.Pattern[str]:
    """Return the pattern of one word, which is cheaper where a text is all ASCII."""
    return _ASCII_WORD if text.isascii() else _any_word()


def fold(word: str) -> str:
    """Return the one shape under which a word is looked up."""
    if word.isascii():
        return word.lower()
    composed = unicodedata.normalize("NFKC", word).casefold()
    return re.sub(f"[{_INVISIBLE}]", "", unicodedata.normalize("NFC", composed))


def visible(word: str) -> str:
    """Return a word composed and without invisible characters, capitals kept."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFC", re.sub(f"[{_INVISIBLE}]", "", word))


def gap(text: str) -> str:
    """Return the one shape of what stands between two words; empty between unspaced characters."""
    if text == SPACE or _GAP.fullmatch(text):
        return SPACE
    return text.replace("\u2019", "'")


class Form(NamedTuple):
    """One way of writing a term."""

    keys: tuple[str, ...]
    """Folded words and the gaps between them, in turn."""
    exact: tuple[str | None, ...]
    """For each word, the only spelling that counts, or None where capitals do not matter."""
    before: str
    """What has to stand right before the first word: the dot of `.NET`."""
    after: str
    """What has to stand right after the last word: the `++` of `C++`."""


def parse_form(text: str, case: str = "auto") -> Form | None:
    """Take a written form apart; None when it holds neither letter nor digit."""
    parts = text.split()
    if text.isascii() and "".join(parts).isalnum():
        # Nothing but words and spaces, as nearly all names are.
        keys = [SPACE] * (2 * len(parts) - 1)
        keys[::2] = map(str.lower, parts)
        has_capitals = case == "exact" or not text.islower()
        exact = _exact(parts, case) if has_capitals else (None,) * len(parts)
        return Form(tuple(keys), exact, "", "")
    text = SPACE.join(parts)
    # A run of invisible characters alone looks like a word, but folds to nothing.
    found = [word for word in words(text) if fold(word[0])]
    if not found:
        return None
    keys = []
    for index, word in enumerate(found):
        if index:
            keys.append(gap(text[found[index - 1].end() : word.start()]))
        keys.append(fold(word[0]))
    before, after = text[: found[0].start()], text[found[-1].end() :]
    return Form(tuple(keys), _exact([word[0] for word in found], case), before, after)


def _exact(parts: list[str], case: str) -> tuple[str | None, ...]:
    return tuple([visible(part) if _is_exact(part, case) else None for part in parts])


def _is_exact(word: str, case: str) -> bool:
    return case == "exact" or (case == "auto" and is_acronym(word))


def is_acronym(word: str) -> bool:
    """Tell whether capitals are part of a word's meaning: `IT`, `MLOps`, `LLMs`, `F1`."""
    if word.islower():
        return False  # As nearly all are.
    capitals = sum(char.isupper() for char in word)
    return capitals >= 2 or (capitals == 1 and len(word) > 1 and word[1:].isdigit())


def names(term: Term) -> tuple[str, ...]:
    """Return what a term is called, headword first: what readers see."""
    expansion = (term.expansion,) if term.expansion else ()
    return (term.term, *expansion, *term.aliases)


def written_out(term: Term) -> str:
    """Return a term with its acronym: `large language model (LLM)`; just itself without one."""
    if term.expansion:
        return f"{term.expansion} ({term.term})"
    acronym = next((name for name in term.aliases if " " not in name and is_acronym(name)), "")
    return f"{term.term} ({acronym})" if acronym else term.term


def forms(term: Term, language: str = "en") -> set[Form]:
    """Return every form under which a term is found in text.

    Args:
        term: The term.
        language: Language of the site's text; endings are known for `en` only.
    """
    found: set[Form] = set()
    for written in (*names(term), *term.matches):
        found.update(_spellings(written, term.case, language))
    return found


def phrases(term: Term, language: str = "en") -> set[Form]:
    """Return the forms of the phrases in which a term is not linked."""
    found: set[Form] = set()
    for written in term.not_in:
        found.update(_spellings(written, term.case, language))
    return found


def _spellings(written: str, case: str, language: str) -> Iterator[Form]:
    variants = {written}
    if language.startswith("en"):
        variants |= inflect(written)
        if not written.isascii():
            variants |= {without_accents(variant) for variant in variants}
    for variant in variants:
        form = parse_form(variant, case)
        if form:
            yield form


def without_accents(text: str) -> str:
    """Drop the accents of Latin letters: `naïve` is often typed `naive`."""
    if text.isascii():
        return text
    return "".join(
        unicodedata.normalize("NFD", char)[0]
        if "LATIN" in unicodedata.name(char, "") and char.isalpha()
        else char
        for char in unicodedata.normalize("NFC", text)
    )


_IRREGULAR = {
    "analysis": "analyses", "appendix": "appendices", "axis": "axes", "basis": "bases",
    "bias": "biases", "child": "children", "corpus": "corpora", "crisis": "crises",
    "criterion": "criteria",
    "hypothesis": "hypotheses", "index": "indices", "leaf": "leaves", "matrix": "matrices",
    "man": "men", "phenomenon": "phenomena", "simplex": "simplices", "synthesis": "syntheses",
    "thesis": "theses", "vertex": "vertices", "vortex": "vortices", "woman": "women",
}  # fmt: skip
# Besides the irregular plural these also take a regular one.
_BOTH = {"appendix", "corpus", "index", "matrix", "vertex"}
_SINGULARS = {plural: singular for singular, plural in _IRREGULAR.items()} | {"bases": "base"}
# Words that have no plural, or are one: "training datas" is never written by anyone.
_UNCOUNTED = {
    "advice", "data", "equipment", "feedback", "hardware", "information", "knowledge", "media",
    "metadata", "news", "people", "research", "series", "software", "species", "traffic",
}  # fmt: skip
_COUNTED_ICS = {"characteristics", "heuristics", "metrics", "topics"}
_HARD_CH = ("epoch", "monarch", "patriarch", "stomach", "tech")


_LAST_WORD = re.compile(r"(?<![^\s-])[A-Za-z\u00c0-\u024f]+\Z")


def inflect(written: str) -> set[str]:
    """Return the English plural of a form's last word, or its singular where it is a plural."""
    last = _LAST_WORD.search(written)
    if not last:
        return _acronym_plural(written)
    word, start = last[0], written[: last.start()]
    if is_acronym(word):
        return set() if word.endswith("s") else {f"{written}s"}
    return {start + other for other in _endings(word.lower(), word)}


def _acronym_plural(written: str) -> set[str]:
    last = written.split()[-1] if written.split() else ""
    return {f"{written}s"} if is_acronym(last) and last[-1].isalnum() else set()


def _endings(lower: str, word: str) -> Iterator[str]:
    if (
        len(word) < 2
        or lower in _UNCOUNTED
        or (lower.endswith("ics") and lower not in _COUNTED_ICS)
    ):
        return
    if lower in _SINGULARS:
        yield _SINGULARS[lower]
    elif lower[-1] == "s" and lower[-2] not in "aiosu" and not lower.endswith(("lens", "canvas")):
        yield _singular(word)
    elif lower in _IRREGULAR:
        yield _IRREGULAR[lower]
        if lower in _BOTH:
            yield _regular_plural(word)
    else:
        yield _regular_plural(word)


def _singular(word: str) -> str:
    if re.search(r"[^aeiou]ies\Z", word, re.IGNORECASE) and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ch|sh|ss|x|zz)es\Z", word, re.IGNORECASE):
        return word[:-2]
    return word[:-1]


def _regular_plural(word: str) -> str:
    lower = word.lower()
    if lower[-1] == "y" and lower[-2] not in "aeiou":
        return word[:-1] + "ies"
    if lower.endswith(("s", "x", "z", "sh")) or (
        lower.endswith("ch") and not lower.endswith(_HARD_CH)
    ):
        return word + "es"
    return word + "s"

"""Rules that keep words plain: length, sentences, reading grade, rare words."""

from __future__ import annotations

from collections.abc import Iterator

from unjargon.checks.rule import Content, Finding, Options, file_by_file
from unjargon.checks.texts import Passage
from unjargon.checks.words import reading_grade, sentences, tokens, words, zipf

DEFINITIONS = ("short", "plain")
"""The fields that define a term."""


def length(content: Content, options: Options) -> Iterator[Finding]:
    """`short` fits a hover card, and `plain` begins with a short paragraph."""
    for passage in content.passages:
        if passage.owner.kind != "term" or passage.path not in (("short",), ("plain",)):
            continue
        counts: list[tuple[int, int, str]]
        if passage.field == "short":
            counts = [
                (len(sentences(passage.blocks)), options["sentences"], "sentences"),
                (len(tokens(passage.text)), options["words"], "words"),
                (len(passage.text), options["characters"], "characters"),
            ]
        else:
            counts = [(len(tokens("".join(passage.blocks[:1]))), options["paragraph"], "words")]
        for count, most, what in counts:
            if count > most:
                part = "its first paragraph has" if passage.field == "plain" else "has"
                yield Finding(passage.at(), f"{part} {count} {what}", f"at most {most}")


@file_by_file
def long_sentences(
    content: Content,  # noqa: ARG001
    found: list[Passage],
    options: Options,
) -> Iterator[Finding]:
    """No sentence is too long, and a text's sentences are short on average."""
    lengths = []
    for passage in found:
        before = ""
        for sentence in sentences(passage.blocks):
            count = len(tokens(sentence))
            lengths.append(count)
            if count > options["words"]:
                message = f"a sentence of {count} words: “{_start(sentence)} …”"
                place = passage.at(" ".join(sentence.split()[:3]), before)
                yield Finding(place, message, f"at most {options['words']}; make two of it")
            before += f"{sentence} "
    if len(lengths) >= options["least"]:
        average = sum(lengths) / len(lengths)
        if average > options["average"]:
            message = f"the file's sentences have {average:.1f} words on average"
            hint = f"at most {options['average']}; shorten the longest"
            yield Finding(found[0].owner.place, message, hint)


def _start(sentence: str) -> str:
    return " ".join(sentence.split()[:6])


def grade(content: Content, options: Options) -> Iterator[Finding]:
    """A reader of 13 or 14 years can read the definitions; terms themselves do not count."""
    for passage in content.passages:
        if passage.owner.kind == "term" and passage.path in (("short",), ("plain",)):
            found = grade_of(content, passage)
            if found > options["grade"]:
                message = f"reads at grade {found:.1f}"
                hint = f"at most {options['grade']}; use shorter words and sentences"
                yield Finding(passage.at(), message, hint)


def grade_of(content: Content, passage: Passage) -> float:
    """Return the reading grade of a text without its terms."""
    kept = [without_terms(content, block) for block in passage.blocks]
    # Sentences are counted before: one that begins with a term must not lose its capital.
    return reading_grade(kept, len(sentences(passage.blocks)))


def without_terms(content: Content, text: str) -> str:
    """Return a text without its terms: the reader needs those words, and finds them explained."""
    kept, position = [], 0
    for match in content.all_words_in(text):
        kept.append(text[position : match.start])
        position = match.end
    return "".join((*kept, text[position:]))


@file_by_file
def rare_words(content: Content, found: list[Passage], options: Options) -> Iterator[Finding]:
    """At most one rare word in `short`, and few in longer text; terms themselves do not count."""
    total, rare = 0, []
    for passage in found:
        if passage.is_exact:
            continue
        here = _rare(content, passage, options["zipf"])
        if passage.path == ("short",) and len(here) > options["short"]:
            named = ", ".join(here)
            hint = f"at most {options['short']}; say it with everyday words"
            yield Finding(passage.at(here[-1]), f"{len(here)} rare words: {named}", hint)
        total += len(words(passage.text))
        rare += [(word, passage) for word in here]
    if total >= options["least"] and len(rare) > options["share"] * total:
        named = ", ".join(dict.fromkeys(word for word, _ in rare))
        message = f"{len(rare)} of the file's {total} words are rare: {named}"
        hint = f"at most {options['share']:.0%}; say it with everyday words"
        yield Finding(rare[0][1].at(rare[0][0]), message, hint)


def _rare(content: Content, passage: Passage, limit: float) -> list[str]:
    known = content.known_words
    return [
        word
        for block in passage.blocks
        for word in words(without_terms(content, block))
        if word.islower() and word not in known and zipf(word) < limit
    ]

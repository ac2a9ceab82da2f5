"""Rules that keep jargon from being explained by jargon, and from going unexplained."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from unjargon.checks.reading import without_terms
from unjargon.checks.rule import Content, Finding, Options, file_by_file
from unjargon.checks.texts import Passage
from unjargon.checks.words import tokens, words, zipf


def in_definition(content: Content, options: Options) -> Iterator[Finding]:
    """A definition leans on few other terms, and no two terms need each other."""
    leans: dict[str, dict[str, Passage]] = {}
    for passage in content.passages:
        if passage.owner.kind != "term" or passage.path not in (("short",), ("plain",)):
            continue
        others = _other_terms(content, passage)
        most = options[passage.field]
        if len(others) > most:
            message = f"leans on {len(others)} other terms: {', '.join(others.values())}"
            yield Finding(passage.at(list(others.values())[-1]), message, f"at most {most}")
        if passage.field == "short":
            leans[passage.owner.id] = dict.fromkeys(others, passage)
    for key, needed in leans.items():
        for other, passage in needed.items():
            if key < other and key in leans.get(other, {}):
                message = f"'{key}' and '{other}' are explained by each other"
                yield Finding(passage.at(), message, "explain one of them without the other")


def _other_terms(content: Content, passage: Passage) -> dict[str, str]:
    """Return the terms that a definition leans on, and the words under which they stand there."""
    core = {*content.catalog.vocabulary.core_words, passage.owner.id}
    found: dict[str, str] = {}
    for block in passage.blocks:
        for match in content.words_in(block):
            if len(match.terms) == 1 and match.terms[0] not in core:
                found.setdefault(match.terms[0], block[match.start : match.end])
    return found


def undefined(content: Content, options: Options) -> Iterator[Finding]:
    """Words that look like jargon have an entry."""
    uses, first = count_undefined(content, content.passages, options)
    for word, count in uses.most_common():
        if count >= options["uses"]:
            message = f"'{word}' looks like jargon and has no entry; the site says it {count} times"
            hint = "add a term, say it differently, or list it in known_words of _vocabulary.yml"
            yield Finding(first[word].at(word), message, hint)


def count_undefined(
    content: Content, passages: Iterable[Passage], options: Options
) -> tuple[Counter[str], dict[str, Passage]]:
    """Count words that are rare in everyday English and have no entry; also tell where first."""
    uses: Counter[str] = Counter()
    first: dict[str, Passage] = {}
    for passage in passages:
        # The worlds of analogies have words of their own, which are nobody's jargon.
        if passage.is_exact or passage.field == "analogies":
            continue
        for block in passage.blocks:
            for word in words(without_terms(content, block)):
                candidate = word.islower() and len(word) > options["letters"]
                if candidate and word not in content.known_words and zipf(word) < options["zipf"]:
                    uses[word] += 1
                    first.setdefault(word, passage)
    return uses, first


@file_by_file
def density(content: Content, found: list[Passage], options: Options) -> Iterator[Finding]:
    """A page does not drown its reader in terms."""
    total = sum(len(tokens(passage.text)) for passage in found)
    if total < options["least"]:
        return
    own = found[0].owner.id
    terms = {
        term
        for passage in found
        for block in passage.blocks
        for match in content.words_in(block)
        for term in match.terms
        if not (found[0].owner.kind == "term" and term == own)
    }
    share = 100 * len(terms) / total
    if share > options["terms"]:
        message = f"{len(terms)} different terms in {total} words, {share:.1f} in 100"
        hint = f"at most {options['terms']} in 100; explain more, or name fewer"
        yield Finding(found[0].owner.place, message, hint)


def circular(content: Content, options: Options) -> Iterator[Finding]:  # noqa: ARG001
    """A definition does not explain its word by the same word."""
    for passage in content.passages:
        if passage.owner.kind == "term" and passage.path == ("short",):
            for match in content.all_words_in(passage.text):
                if passage.owner.id in match.terms:
                    word = passage.text[match.start : match.end]
                    message = f"explains the word by itself: '{word}'"
                    yield Finding(passage.at(word), message, "say what it is in other words")
                    break

"""Rules of style: phrases that say nothing, the passive, acronyms, exclamation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unjargon.checks.rule import Content, Finding, Options, file_by_file
from unjargon.checks.texts import Passage
from unjargon.checks.words import sentences
from unjargon.forms import is_acronym

PHRASES = {
    "simply": "leave it out",
    "just": "leave it out, or write 'only'",
    "obviously": "leave it out",
    "of course": "leave it out",
    "basically": "leave it out",
    "leverage": "use",
    "leverages": "uses",
    "leveraged": "used",
    "leveraging": "using",
    "utilize": "use",
    "utilise": "use",
    "utilizes": "uses",
    "utilises": "uses",
    "utilized": "used",
    "utilised": "used",
    "utilizing": "using",
    "utilising": "using",
    "facilitate": "help",
    "facilitates": "helps",
    "facilitated": "helped",
    "facilitating": "helping",
    "cutting-edge": "say what is new about it",
    "state-of-the-art": "say what it does better",
    "best-in-class": "say better than what",
    "world-class": "say what is good about it",
    "game-changing": "say what changes",
    "game changer": "say what changes",
    "game-changer": "say what changes",
    "groundbreaking": "say what is new about it",
    "revolutionary": "say what changes",
    "seamless": "say what need not be done",
    "seamlessly": "say what need not be done",
    "robust": "say what it withstands",
    "holistic": "whole",
    "paradigm": "way",
    "synergy": "say who gains what",
    "synergies": "say who gains what",
    "empower": "let",
    "empowers": "lets",
    "empowering": "letting",
    "unlock": "say what becomes possible",
    "unlocks": "say what becomes possible",
    "unlocking": "say what becomes possible",
    "harness": "use",
    "harnesses": "uses",
    "harnessing": "using",
    "delve": "look",
    "delves": "looks",
    "delving": "looking",
    "paramount": "say why it matters",
    "plethora": "many",
    "myriad": "many",
}
"""Phrases that sound like something and say nothing, with what to write instead."""
_LITERAL = frozenset({"harness", "harnesses", "harnessing", "unlock", "unlocks", "unlocking"})
_LITERAL = frozenset({"harness", "harnesses", "harnessing", "unlock", "unlocks", "unlocking"})
# "has just arrived", "just under ten" and "a just decision" say something.
_JUST = (
    r"(?<!\bhas )(?<!\bhave )(?<!\bhad )(?<!\ba )just"
    r"(?! (?:before|after|over|under|as|below|above|now|in time|enough|one|two)\b)"
)
_PHRASE = re.compile(
    rf"\b(?:{'|'.join(_JUST if phrase == 'just' else re.escape(phrase) for phrase in PHRASES)})\b",
    re.IGNORECASE,
)

_IRREGULAR = (
    "begun|bought|brought|built|caught|chosen|cut|done|drawn|driven|eaten|fed|felt|found|given|"
    "grown|held|hidden|hit|kept|known|laid|led|left|lost|made|meant|met|paid|put|read|run|said|"
    "seen|sent|set|shown|shut|sold|spent|spoken|stolen|taken|taught|thrown|told|thought|tied|"
    "understood|used|won|worn|written"
)
_PASSIVE = re.compile(
    rf"\b(?:am|is|are|was|were|be|been|being|gets?|got)\s+(?:not\s+|also\s+|often\s+|then\s+)?"
    rf"(?:\w+ly\s+)?(?:\w+[^e\W]ed|{_IRREGULAR})\b",
    re.IGNORECASE,
)
# "by chance" and "event by event" name no agent; a determiner or a plural does. A measure, a time
# or a key does not: "is reduced by a third", "by the end of the week", "sorted by the date".
_NO_AGENT = (
    r"(?!(?:an?|the|each|every|most|some|many)\s+(?:\w+\s+)?(?:third|half|quarter|fifth|tenth|"
    r"factor|percent|share|sum|total|amount|number|age|date|day|hour|minute|second|week|month|year|"
    r"evening|morning|night|noon|time|end|deadline|way|kilo|gram|litre|metre|mile|piece|point|"
    r"size|name|price|margin|few|lot|bit)s?\b|\d)"
)
_BY_AGENT = re.compile(
    rf"{_PASSIVE.pattern}(?:\s+\w+){{0,2}}\s+by\s+{_NO_AGENT}"
    r"(?:(?:an?|the|our|your|their|its|each|every|most|some|many)\b(?:\s\w+)?|"
    r"(?:somebody|someone|people|everybody|everyone)\b|(?!bus\b|\w+(?:is|us)\b)\w+[^s\W]s\b)",
    re.IGNORECASE,
)
_EXCLAMATION = re.compile(r"(?<=[^\W\d]|[\"'”’)])!")
_ACRONYM = re.compile(r"(?<![\w-])[A-Z][A-Z&]*[A-Z](?:s\b|\b)(?![\w-])")
_EVERYDAY = frozenset(
    (
        *("AM", "CD", "CEO", "CV", "DVD", "EU", "EUR", "FAQ", "GPS", "HR", "ID", "IT", "OK", "PC"),
        *("PDF", "PIN", "PM", "SMS", "TV", "UK", "UN", "US", "USA", "USB", "USD", "VAT"),
    )
)
"""Acronyms that everybody knows better than what they stand for."""


@file_by_file
def style(content: Content, found_in: list[Passage], options: Options) -> Iterator[Finding]:
    """No empty phrase, no needless passive, no unexpanded acronym, no exclamation mark."""
    for passage in found_in:
        yield from _phrases(content, passage, options)
        if not passage.is_exact:
            for _, _, place in passage.find(_EXCLAMATION):
                yield Finding(place, "has an exclamation mark", "end with a full stop")
            for found, _, place in passage.find(_BY_AGENT):
                hint = "turn it round: say who does it, then what they do"
                yield Finding(place, f"passive: “{found[0]}”", hint)
    yield from _acronyms(content, found_in)
    yield from _share_of_passives(found_in, options)


def _phrases(content: Content, passage: Passage, options: Options) -> Iterator[Finding]:
    for found, block, place in passage.find(_PHRASE):
        phrase = found[0].lower()
        # In a story from the farm or the shop, people do harness a horse and unlock a door.
        literal = passage.field == "analogies" and phrase in _LITERAL
        term = any(
            match.start <= found.start() < match.end for match in content.all_words_in(block)
        )
        if not literal and not term and phrase not in options["allow"]:
            hint = PHRASES[phrase]
            if hint.startswith(("say ", "leave ")):
                yield Finding(place, f"'{found[0]}' says nothing", hint)
            else:
                yield Finding(place, f"'{found[0]}' says no more than '{hint}'", "write that")
    for phrase in options["phrases"]:
        for found, _, place in passage.find(re.compile(rf"\b{re.escape(phrase)}\b", re.IGNORECASE)):
            message = f"'{found[0]}' is not wanted on this site"
            yield Finding(place, message, "say it differently, or leave it out")


def _acronyms(content: Content, found_in: list[Passage]) -> Iterator[Finding]:
    """Report an acronym once a file; what the file spells out is explained in all of it."""
    page = found_in[0].raw if found_in[0].owner.kind == "page" else ""
    whole = "\n\n".join((*(passage.text for passage in found_in), page))
    reported: set[str] = set()
    for passage in found_in:
        if passage.is_exact:
            continue
        # A hover card stands alone; elsewhere the reader has the whole text.
        context = passage.text if passage.path == ("short",) else whole
        before = ""
        for block in passage.blocks:
            for found in unexplained_acronyms(content, block, context):
                word = found[0].removesuffix("s")
                if word not in reported:
                    reported.add(word)
                    place = passage.at(found[0], before + block[: found.start()])
                    hint = "write it out, add a term, or list it in known_words of _vocabulary.yml"
                    yield Finding(place, f"'{word}' is not explained", hint)
            before += f"{block}\n\n"


def unexplained_acronyms(
    content: Content, block: str, context: str = ""
) -> Iterator[re.Match[str]]:
    """Yield the acronyms of a text that nothing explains.

    Args:
        content: What the site explains.
        block: The text.
        context: The text around it, which may spell an acronym out.
    """
    explained = {block[match.start : match.end] for match in content.all_words_in(block)}
    for found in _ACRONYM.finditer(block):
        word = found[0].removesuffix("s")
        name = re.escape(word)
        spelt = rf"\({name}s?\)|\b{name}s? \(|^\*\[{name}\]:"
        known = word in _EVERYDAY or word.lower() in content.known_words
        known = known or any(word in text for text in explained)
        if is_acronym(word) and not known and not re.search(spelt, context or block, re.MULTILINE):
            yield found


def _share_of_passives(found_in: list[Passage], options: Options) -> Iterator[Finding]:
    total, passives = 0, []
    for passage in found_in:
        if passage.is_exact:
            continue
        for sentence in sentences(passage.blocks):
            total += 1
            if found := _PASSIVE.search(sentence):
                passives.append((found[0], passage))
    if total >= options["least"] and len(passives) > options["passives"] * total:
        phrase, passage = passives[0]
        message = f"{len(passives)} of the file's {total} sentences are passive; first “{phrase}”"
        hint = f"at most {options['passives']:.0%}; say who does it"
        yield Finding(passage.at(phrase), message, hint)

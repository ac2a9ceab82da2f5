"""Rules of style: phrases that say nothing, the passive, acronyms, exclamation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from unjargon.checks.rule import Content, Finding, Options
from unjargon.checks.texts import Passage
from unjargon.checks.words import sentences
from unjargon.forms import is_acronym

PHRASES = {
    "simply": "leave it out",
    "just": "leave it out",
    "obviously": "leave it out",
    "of course": "leave it out",
    "basically": "leave it out",
    "leverage": "use",
    "leverages": "uses",
    "leveraging": "using",
    "utilize": "use",
    "utilise": "use",
    "utilizes": "uses",
    "utilises": "uses",
    "facilitate": "help",
    "facilitates": "helps",
    "cutting-edge": "say what is new about it",
    "state-of-the-art": "say what it does better",
    "best-in-class": "say better than what",
    "world-class": "say what is good about it",
    "game-changing": "say what changes",
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
    "unlock": "say what becomes possible",
    "unlocks": "say what becomes possible",
    "harness": "use",
    "harnesses": "uses",
    "delve": "look",
    "paramount": "say why it matters",
    "plethora": "many",
    "myriad": "many",
}
"""Phrases that sound like something and say nothing, with what to write instead."""
# "has just arrived" and "just under ten" say something.
_NO_FILLER = r"(?<!has )(?<!have )(?<!had )(?!just (?:before|after|over|under|as|below|above)\b)"
_PHRASE = re.compile(rf"\b{_NO_FILLER}(?:{'|'.join(map(re.escape, PHRASES))})\b", re.IGNORECASE)

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
# "by chance" and "event by event" name no agent; a determiner or a plural does.
_BY_AGENT = re.compile(
    rf"{_PASSIVE.pattern}(?:\s+\w+){{0,2}}\s+by\s+"
    r"(?:(?:an?|the|our|your|their|its|each|every|most|some|many|somebody|someone|people)\b"
    r"(?:\s\w+)?|\w+[^s\W]s\b)",
    re.IGNORECASE,
)
_ACRONYM = re.compile(r"(?<![\w-])[A-Z][A-Z&]*[A-Z](?:s\b|\b)(?![\w-])")


def style(content: Content, options: Options) -> Iterator[Finding]:
    """No empty phrase, no needless passive, no unexpanded acronym, no exclamation mark."""
    for passage in content.passages:
        for block in passage.blocks:
            yield from _phrases(passage, block, options)
            if "!" in block:
                yield Finding(passage.at(), "has an exclamation mark", "let the facts speak")
        if not passage.is_exact:
            for block in passage.blocks:
                yield from _acronyms(content, passage, block)
            for found in _BY_AGENT.finditer(passage.text):
                hint = "turn it round: who does it?"
                yield Finding(passage.at(found[0]), f"passive: “{found[0]}”", hint)
    for found_in in content.by_owner().values():
        yield from _share_of_passives(found_in, options)


def _phrases(passage: Passage, block: str, options: Options) -> Iterator[Finding]:
    for found in _PHRASE.finditer(block):
        phrase = found[0].lower()
        if phrase not in options["allow"]:
            yield Finding(passage.at(found[0]), f"'{found[0]}' says nothing", PHRASES[phrase])
    for phrase in options["phrases"]:
        if re.search(rf"\b{re.escape(phrase)}\b", block, re.IGNORECASE):
            yield Finding(passage.at(phrase), f"'{phrase}' is not wanted on this site")


def _acronyms(content: Content, passage: Passage, block: str) -> Iterator[Finding]:
    for written in unexplained_acronyms(content, block):
        hint = "write it out, add a term, or list it under known_words"
        message = f"'{written.removesuffix('s')}' is not explained"
        yield Finding(passage.at(written), message, hint)


def unexplained_acronyms(content: Content, block: str) -> Iterator[str]:
    """Yield the acronyms of a text that nothing explains, as they are written."""
    explained = {block[match.start : match.end] for match in content.everything.find(block)}
    for found in _ACRONYM.finditer(block):
        word = found[0].removesuffix("s")
        expanded = re.search(rf"\({re.escape(word)}s?\)|\b{re.escape(word)}s? \(", block)
        known = word.lower() in content.known_words or any(word in text for text in explained)
        if is_acronym(word) and not expanded and not known:
            yield found[0]


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
        message = f"{len(passives)} of {total} sentences are passive, the first: “{phrase}”"
        hint = f"at most {options['passives']:.0%}; say who does it"
        yield Finding(passage.at(phrase), message, hint)

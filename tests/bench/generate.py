"""Glossaries and pages on disk: 700 words a page, twelve terms mentioned in twenty places."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from bench.words import MENTIONED, Language, Word

PAGE_WORDS = 700
TERMS_ON_PAGE = 12
MENTIONS = 20
SECTIONS = 5

Mark = Callable[[Word, str], str]
"""Takes a term and the words of its first mention on a page, returns what the author writes."""


def as_it_is(_: Word, surface: str) -> str:
    """Write a mention without any mark."""
    return surface


def marked(term: Word, surface: str) -> str:
    """Write a mention as ezglossary wants it."""
    return f"<term:{term.name}>" if surface == term.name else f"<term:{term.name}|{surface}>"


def write_once(folder: Path, write: Callable[[Path], None]) -> Path:
    """Have a folder written, unless it is there; one that was left half done is not there."""
    if not folder.exists():
        half = folder.with_name(f"{folder.name}.half")
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
        write(half)
        half.rename(folder)
    return folder


def write_pages(folder: Path, language: Language, count: int, mark: Mark = as_it_is) -> None:
    """Write the home page and `count` pages under `pages/`, which the navigation does not list."""
    (folder / "pages").mkdir(parents=True, exist_ok=True)
    (folder / "index.md").write_text("# Home\n\nNothing to see.\n", "utf-8")
    for number in range(count):
        text = page(language, language.random(f"page {number}"), number, mark)
        (folder / "pages" / f"{number:05}.md").write_text(text, "utf-8")


def page(language: Language, random: Random, number: int, mark: Mark) -> str:
    """Return one page: sections of prose, a list and a line of code."""
    parts = [f"# Page {number}"]
    mentions = _mentions(language, random, mark)
    for section in range(SECTIONS):
        words = language.text(random, PAGE_WORDS // SECTIONS - 36)
        for mention in mentions[section::SECTIONS]:
            words.insert(random.randrange(2, len(words)), mention)
        middle = len(words) // 2
        parts += [
            f"## {language.prose(random, 4)[:-1]}",
            language.sentences(random, words[:middle]),
            language.sentences(random, words[middle:]).replace(". ", ". *See* `x = 1`. ", 1),
            "\n".join(f"- {language.prose(random, 6)}" for _ in range(4)),
        ]
    return "\n\n".join(parts) + "\n"


def _mentions(language: Language, random: Random, mark: Mark) -> list[str]:
    chosen = random.sample(language.terms[:MENTIONED], TERMS_ON_PAGE)
    seen: set[str] = set()
    written = []
    for term in chosen + random.choices(chosen, k=MENTIONS - TERMS_ON_PAGE):
        surface = term.plural if random.random() < 0.2 else term.name
        written.append(surface if term.id in seen else mark(term, surface))
        seen.add(term.id)
    return written


def write_glossary(folder: Path, language: Language, count: int) -> None:
    """Write the first `count` terms as Unjargon's files, of one to two kilobytes each."""
    folder.mkdir(parents=True, exist_ok=True)
    lists = "topics: {basics: {title: Basics}}\ndomains: {kitchen: {title: Kitchen}}\n"
    (folder / "_vocabulary.yml").write_text(lists, "utf-8")
    for term in language.terms[:count]:
        text = "\n".join(_record(language, term)) + "\n"
        (folder / f"{term.id}.yml").write_text(text, "utf-8")


def short(language: Language, term: Word) -> str:
    """Return a term's short meaning, the same for every tool."""
    return language.prose(language.random(f"short {term.id}"), 18)


def _record(language: Language, term: Word) -> Iterator[str]:
    random = language.random(f"record {term.id}")
    yield f"term: {term.name}"
    if term.expansion:
        yield f"expansion: {term.expansion}"
    elif random.random() < 0.3:
        yield f"aliases: [{term.name} zq{term.id[:3]}]"
    yield from ("topic: basics", "level: useful")
    yield f"short: >-\n  {short(language, term)}"
    others = random.sample(language.terms[:MENTIONED], 4)
    words = language.text(random, 60)
    words[20], words[40] = others[0].name, others[1].plural
    yield f"plain: |\n  {language.sentences(random, words)}\n\n  {language.prose(random, 30)}"
    yield f"why: >-\n  {language.prose(random, 25)}"
    yield f"example: >-\n  {language.prose(random, 30)}"
    if random.random() < 0.5:
        yield f"analogies:\n  kitchen:\n    story: >-\n      {language.prose(random, 40)}"
        yield "    maps:"
        yield from (f"      side {side}: {' '.join(language.text(random, 5))}" for side in "ab")
        yield f"    breaks_when: {language.prose(random, 15)}"
    ids = [other.id for other in others if other.id != term.id]
    yield f"related: [{', '.join(ids[:2])}]\nlearn_first: [{ids[2]}]"
    yield "owner: ML team\nreviewed: 2026-11-22\nstatus: reviewed"


def write_plain_term_pages(folder: Path, language: Language, count: int) -> None:
    """Write pages with as much text as term pages show, as Markdown that no tool touches.

    What explains other words at the end of a term's page is not counted, nor what a script shows.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.md").write_text("# Words\n\nNothing to see.\n", "utf-8")
    for term in language.terms[:count]:
        text = "\n\n".join(_plain_page(language, term)) + "\n"
        (folder / f"{term.id}.md").write_text(text, "utf-8")


def _plain_page(language: Language, term: Word) -> Iterator[str]:
    random = language.random(f"plain {term.id}")
    yield f"# {term.name}"
    yield "Basics"
    if term.expansion or random.random() < 0.3:
        yield f"also called {term.expansion or term.name}"
    yield short(language, term)
    yield from ("## In plain words", language.prose(random, 60), language.prose(random, 30))
    yield from ("## Why it matters", language.prose(random, 25))
    yield from ("## An example", language.prose(random, 30))
    if random.random() < 0.5:
        yield from ("## Think of it like this", "Kitchen", language.prose(random, 40))
        for side in "ab":
            yield f"side {side}: {' '.join(language.text(random, 5))}"
        yield f"Where the comparison stops: {language.prose(random, 15)}"
    yield "## Where this word comes up"
    yield "No other page of this site links to this word yet."
    first, *others = (word.name for word in random.sample(language.terms[:MENTIONED], 3))
    yield from ("## Keep reading", "Read first", f"- {first}")
    yield from ("Related", "\n".join(f"- {name}" for name in others))
    yield "Kept by: ML team. Last reviewed on 22 November 2026."

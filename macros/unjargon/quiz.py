"""The quiz: questions made from the records, beside those that somebody wrote.

Which question comes, and in which order its answers stand, follows from a digest of its own key and
the seed: the same records give the same quiz everywhere, and a new word moves few other questions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice

from unjargon.catalog import Catalog
from unjargon.language import _
from unjargon.model import QuizQuestion

MOST_QUESTIONS = 12
"""How long a quiz is at most: about five minutes."""
LEAST_WORDS = 4
"""With fewer words there would be nothing to choose from."""
_OPTIONS = 4
_STAGES_IN_ORDER = 4
_LEVELS = ("essential", "useful", "deep")


@dataclass(frozen=True, slots=True)
class Quiz:
    """What a quiz is about."""

    id: str
    """Its id: `topic-data`."""
    kind: str
    """`path`, `topic` or `stage`."""
    about: str
    """Id of that path, topic or stage."""
    title: str
    """The title of that."""
    terms: tuple[str, ...]
    """The words that it asks about."""
    stages: tuple[str, ...]
    """The stages whose order it asks for, in that order; empty: none."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question, ready to be shown."""

    kind: str
    """`meaning`, `word`, `claim`, `part`, `order` or `written`."""
    key: str
    """What tells it apart from all others."""
    term: str
    """Id of the term that it is about; empty for the order of stages."""
    ask: str
    """The question, plain text."""
    story: str
    """What has to be read before it, Markdown; empty for most."""
    options: tuple[str, ...]
    """What to choose from, plain text; of an order, its parts as they are shown."""
    right: tuple[int, ...]
    """Place of the right option; of an order, the places of its parts one after the other."""
    because: str
    """Why, Markdown; empty where the right option says it all."""


def quizzes(catalog: Catalog) -> dict[str, Quiz]:
    """Return every quiz of a site by id: of paths, topics and stages that have enough words."""
    found = [*_of_paths(catalog), *_of_topics(catalog), *_of_stages(catalog)]
    return {quiz.id: quiz for quiz in found if len(quiz.terms) >= LEAST_WORDS}


def _of_paths(catalog: Catalog) -> Iterator[Quiz]:
    order = list(catalog.stages)
    for key, path in catalog.paths.items():
        terms = tuple(dict.fromkeys(term for step in path.steps for term in step.terms))
        named = {stage for step in path.steps for stage in step.stages}
        # With two stages there is only one order to guess.
        stages = tuple(stage for stage in order if stage in named) if len(named) > 2 else ()
        yield Quiz(f"path-{key}", "path", key, path.title, terms, stages)


def _of_topics(catalog: Catalog) -> Iterator[Quiz]:
    for key, terms in catalog.by_topic().items():
        yield Quiz(f"topic-{key}", "topic", key, catalog.topic(key).title, tuple(terms), ())


def _of_stages(catalog: Catalog) -> Iterator[Quiz]:
    order = tuple(catalog.stages)
    for key, stage in catalog.stages.items():
        terms, stages = tuple(catalog.words_of_stage(key)), order if len(order) > 2 else ()
        yield Quiz(f"stage-{key}", "stage", key, stage.title, terms, stages)


def questions(catalog: Catalog, quiz: Quiz, seed: str = "") -> list[Asked]:
    """Return the questions of a quiz.

    Kinds take turns, important words come first, and no word is asked about twice before each one
    was asked about.

    Args:
        catalog: All records.
        quiz: What it is about.
        seed: Another one asks other questions.
    """
    pool = [key for key in quiz.terms if catalog.terms[key].status != "deprecated"]

    def rank(one: Asked) -> tuple[int, str]:
        return _LEVELS.index(catalog.terms[one.term].level), _digest(seed, one.key)

    kinds = [
        sorted((one for key in pool for one in make(catalog, key)), key=rank) for make in _MAKERS
    ]
    chosen = [*_order_of_stages(catalog, quiz, seed)]
    chosen += _in_turns(kinds, MOST_QUESTIONS - len(chosen))
    return [_mixed(one, seed) for one in sorted(chosen, key=lambda one: _digest(seed, one.key))]


def _in_turns(kinds: Sequence[list[Asked]], most: int) -> list[Asked]:
    """Take questions of all kinds in turns; no word again before each word had its turn."""
    chosen: list[Asked] = []
    again: list[list[Asked]] = [[] for _ in kinds]
    had: set[str] = set()
    while any(kinds) and len(chosen) < most:
        for waiting, later in zip(kinds, again, strict=True):
            while waiting and waiting[0].term in had:
                later.append(waiting.pop(0))
            if waiting and len(chosen) < most:
                had.add(waiting[0].term)
                chosen.append(waiting.pop(0))
    left = most - len(chosen)
    return chosen + (_in_turns(again, left) if left and any(again) else [])


def _digest(*parts: str) -> str:
    return sha256("\n".join(parts).encode()).hexdigest()


def _mixed(asked: Asked, seed: str) -> Asked:
    """Put the options into an order that tells nothing; true and false keep theirs."""
    if asked.kind == "claim":
        return asked
    places = sorted(
        range(len(asked.options)), key=lambda at: _digest(seed, asked.key, asked.options[at])
    )
    return Asked(
        asked.kind,
        asked.key,
        asked.term,
        asked.ask,
        asked.story,
        tuple(asked.options[place] for place in places),
        tuple(places.index(place) for place in asked.right),
        asked.because,
    )


def _meaning(catalog: Catalog, key: str) -> Iterator[Asked]:
    term, others = catalog.terms[key], _beside(catalog, key)
    options = (term.short, *(catalog.terms[other].short for other in others))
    if _enough(options):
        ask = _("What does “{word}” mean?").format(word=term.term)
        yield Asked("meaning", f"meaning {key}", key, ask, "", options, (0,), "")


def _word(catalog: Catalog, key: str) -> Iterator[Asked]:
    term, others = catalog.terms[key], _beside(catalog, key)
    options = (term.term, *(catalog.terms[other].term for other in others))
    if _enough(options) and not any(_tells(term.short, option) for option in options):
        ask = _("Which word is this? “{meaning}”").format(meaning=term.short)
        yield Asked("word", f"word {key}", key, ask, "", options, (0,), "")


def _claims(catalog: Catalog, key: str) -> Iterator[Asked]:
    """Beliefs are false, meanings are true: whoever always says the same is wrong half the time."""
    term, options = catalog.terms[key], (_("True"), _("False"))
    for number, myth in enumerate(term.misconceptions):
        ask = _("True or false? “{claim}”").format(claim=myth.claim)
        name = f"claim {key} {number}"
        yield Asked("claim", name, key, ask, "", options, (1,), myth.reality)
    word = f"{term.term[:1].upper()}{term.term[1:]}"
    ask = _("True or false? “{word}” means: {meaning}").format(word=word, meaning=term.short)
    yield Asked("claim", f"claim {key}", key, ask, "", options, (0,), "")


def _parts(catalog: Catalog, key: str) -> Iterator[Asked]:
    term = catalog.terms[key]
    for domain, told in term.analogies.items():
        options = tuple(told.maps.values())
        if len(set(options)) >= 3:
            for number, part in enumerate(told.maps):
                ask = _("In this story about “{word}”, what stands for “{part}”?")
                ask = ask.format(word=term.term, part=part)
                name = f"part {key} {domain} {number}"
                yield Asked(
                    "part", name, key, ask, told.story, options, (number,), told.breaks_when
                )


def _written(catalog: Catalog, key: str) -> Iterator[Asked]:
    for one in catalog.questions:
        if one.about == key:
            yield _from_hand(one)


def _from_hand(one: QuizQuestion) -> Asked:
    options = (one.right, *one.wrong)
    return Asked(
        "written", f"written {one.ask}", one.about, one.ask, "", options, (0,), one.because
    )


def _order_of_stages(catalog: Catalog, quiz: Quiz, seed: str) -> Iterator[Asked]:
    if len(quiz.stages) < 3:
        return
    count = len(quiz.stages)
    if quiz.kind == "stage":
        # Around the loop, so that the quiz's own stage and what comes after it are among them.
        start = quiz.stages.index(quiz.about) - 1
        chosen = [quiz.stages[(start + step) % count] for step in range(_STAGES_IN_ORDER)]
        first = catalog.stages[chosen[0]].title
        ask = _("Put these stages in order. “{stage}” comes first of them.").format(stage=first)
    else:
        keep = sorted(quiz.stages, key=lambda key: _digest(seed, key))[:_STAGES_IN_ORDER]
        chosen = [key for key in quiz.stages if key in keep]
        ask = _("Put these stages in order, as a project first meets them.")
    chosen = list(dict.fromkeys(chosen))
    titles = tuple(f"{catalog.stages[key].title}: {catalog.stages[key].question}" for key in chosen)
    yield Asked("order", "order", "", ask, "", titles, tuple(range(len(titles))), "")


def _beside(catalog: Catalog, key: str) -> list[str]:
    """Return words of the same topic whose meaning is another one: the wrong options."""
    term = catalog.terms[key]
    level = _LEVELS.index(term.level)
    same = sorted(
        catalog.of_topic(term.topic or ""),
        key=lambda other: (
            abs(_LEVELS.index(catalog.terms[other].level) - level),
            _digest(key, other),
        ),
    )
    apart = (other for other in same if other != key and _apart(catalog, key, other))
    return list(islice(apart, _OPTIONS - 1))


def _apart(catalog: Catalog, key: str, other: str) -> bool:
    """Tell whether one word could never be taken for the other: no name, kind or part of it."""
    one, two = catalog.terms[key], catalog.terms[other]
    if two.status == "deprecated" or other in one.broader or key in two.broader:
        return False
    names, others = catalog.name_parts[key], catalog.name_parts[other]
    return not any(a <= b or b <= a for a in names for b in others)


def _enough(options: Sequence[str]) -> bool:
    return len(set(options)) == len(options) >= 3


def _tells(text: str, word: str) -> bool:
    """Tell whether a text gives a word away."""
    stem = word.casefold()[: max(4, len(word) - 2)]
    return bool(re.search(rf"\b{re.escape(stem)}", text.casefold()))


_MAKERS: tuple[Callable[[Catalog, str], Iterable[Asked]], ...] = (
    _written,
    _meaning,
    _claims,
    _word,
    _parts,
)

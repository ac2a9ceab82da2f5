"""What is wrong between records: ids that lead nowhere, words claimed twice, a broken loop.

These are errors of the loader and stop a build; matters of style belong to `unjargon check`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from unjargon.catalog import loop_order
from unjargon.datasets import facts, key_of
from unjargon.errors import Problem, nearest
from unjargon.forms import Form, forms, parse_form
from unjargon.lessons import find_lesson_problems
from unjargon.load import Entry, Loaded
from unjargon.model import (
    Further,
    LearningPath,
    Lesson,
    Project,
    QuizQuestions,
    Session,
    Stage,
    Term,
    Vocabulary,
)
from unjargon.uncollected import uncollected

Path = tuple[str | int, ...]
Reference = tuple[Path, str, str]
"""Where an id stands, what kind of record it names, and the id."""


@uncollected()
def find_problems(loaded: Loaded, language: str = "en") -> list[Problem]:
    """Return every problem that shows only when all records are looked at together."""
    return [
        *_dangling(loaded),
        *_former_ids(loaded),
        *_only_in(loaded),
        *_nameless(loaded),
        *_claimed_twice(loaded, language),
        *_open_loop(loaded),
        *_same_name(loaded),
        *_contradictions(loaded),
        *find_lesson_problems(loaded),
    ]


def _dangling(loaded: Loaded) -> Iterator[Problem]:
    lists = loaded.vocabulary.record if loaded.vocabulary else Vocabulary()
    known: dict[str, set[str]] = {
        "term": {*loaded.terms, *loaded.broken["term"]} - {"_vocabulary", "index"},
        "stage": {*loaded.stages, *loaded.broken["stage"]} - {"index"},
        "topic": set(lists.topics),
        "domain": set(lists.domains),
        "department": set(lists.departments),
        "goal": set(loaded.goals.record.goals) if loaded.goals else set(),
        "project": {*loaded.projects, *loaded.broken["project"]} - {"_goals"},
        "work": set(loaded.further.record.works) if loaded.further else set(),
        "page": set(loaded.page_titles),
    }
    # A broken vocabulary is reported once, not again for every word that needs it. A site
    # without a life cycle may still use words that name its stages.
    unknown = {"topic", "domain", "department"} if "_vocabulary" in loaded.broken["term"] else set()
    if not loaded.has_lifecycle:
        unknown.add("stage")
    if "_goals" in loaded.broken["project"]:
        unknown.add("goal")
    if "further" in loaded.broken["learn"]:
        unknown.add("work")
    for entry, references in all_references(loaded):
        for path, kind, target in references:
            if kind not in unknown and target not in known[kind]:
                where = _LISTED_IN.get(kind, "")
                hint = nearest(target, known[kind]) or f"known: {_listed(known[kind])}"
                found = entry.problem(path, "unknown-id", f"no {kind} '{target}'{where}", hint)
                # Whoever hides a record cannot change the starter's files that name it.
                # A stage after a hidden one has to be told its new place all the same.
                excused = found.layer == "starter" and target in loaded.hidden
                if not excused or path == ("after",):
                    yield found


def _listed(ids: set[str]) -> str:
    shown = sorted(ids)[:8]
    return ", ".join(shown) + (" …" if len(ids) > len(shown) else "") if shown else "none yet"


_LISTED_IN = {
    **dict.fromkeys(("topic", "domain", "department"), " in _vocabulary.yml"),
    "goal": " in _goals.yml",
    "work": " in further.yml",
    "page": " in the folder of pages",
}
"""The file that ids come from which are no files themselves."""

AnyEntry = (
    Entry[Term]
    | Entry[Stage]
    | Entry[Project]
    | Entry[Vocabulary]
    | Entry[Session]
    | Entry[LearningPath]
    | Entry[QuizQuestions]
    | Entry[Further]
)


def all_references(loaded: Loaded) -> Iterator[tuple[AnyEntry, Iterable[Reference]]]:
    """Yield every record, and the ids of other records that it names."""
    for term in loaded.terms.values():
        yield term, _term_references(term.record)
    for stage in loaded.stages.values():
        yield stage, _stage_references(stage.record)
    for project in loaded.projects.values():
        yield project, _project_references(project.record)
    for session in loaded.sessions.values():
        yield session, _session_references(session.record)
    for path in loaded.paths.values():
        yield path, _path_references(path.record)
    if loaded.questions:
        asked = loaded.questions.record.questions
        about: list[Reference] = [
            (("questions", index, "about"), "term", one.about) for index, one in enumerate(asked)
        ]
        yield loaded.questions, about
    if loaded.further:
        yield loaded.further, _further_references(loaded.further.record)
    if loaded.vocabulary:
        lists = loaded.vocabulary.record
        yield loaded.vocabulary, _list("core_words", "term", lists.core_words)
        if lists.first_stage and loaded.stages:
            first: list[Reference] = [(("first_stage",), "stage", lists.first_stage)]
            yield loaded.vocabulary, first


def _list(field: str, kind: str, ids: Iterable[str]) -> Iterator[Reference]:
    for index, target in enumerate(ids):
        yield (field, index), kind, target


def _keys(field: str, kind: str, ids: Iterable[str]) -> Iterator[Reference]:
    for target in ids:
        yield (field, target), kind, target


def _term_references(term: Term) -> Iterator[Reference]:
    if term.topic:
        yield ("topic",), "topic", term.topic
    if term.replaced_by:
        yield ("replaced_by",), "term", term.replaced_by
    for index, pair in enumerate(term.confused_with):
        yield ("confused_with", index, "term"), "term", pair.term
    yield from _keys("why_for", "department", term.why_for)
    yield from _keys("analogies", "domain", term.analogies)
    yield from _list("broader", "term", term.broader)
    yield from _list("related", "term", term.related)
    yield from _list("learn_first", "term", term.learn_first)
    yield from _list("stages", "stage", term.stages)


def _stage_references(stage: Stage) -> Iterator[Reference]:
    if stage.after:
        yield ("after",), "stage", stage.after
    for index, loop in enumerate(stage.loops_back_to):
        yield ("loops_back_to", index, "stage"), "stage", loop.stage
    yield from _keys("analogies", "domain", stage.analogies)


def _project_references(project: Project) -> Iterator[Reference]:
    yield ("stage",), "stage", project.stage
    if project.goal:
        yield ("goal",), "goal", project.goal
    for index, metric in enumerate(project.metrics):
        yield ("metrics", index, "type"), "term", metric.type
    for index, guardrail in enumerate(project.guardrails):
        if guardrail.type:
            yield ("guardrails", index, "type"), "term", guardrail.type
    for index, measured in enumerate(project.history):
        if measured.type:
            yield ("history", index, "type"), "term", measured.type
    yield from _keys("affects", "department", project.affects)


def _lesson_references(steps: Iterable[Lesson]) -> Iterator[Reference]:
    for number, step in enumerate(steps):
        named = ("term", step.terms), ("stage", step.stages), ("project", step.projects)
        for kind, ids in named:
            for path, _, target in _list(f"{kind}s", kind, ids):
                yield ("steps", number, *path), kind, target


def _session_references(session: Session) -> Iterator[Reference]:
    yield from _list("audience", "department", session.audience)
    yield from _lesson_references(session.steps)
    yield from _list("guides", "page", session.guides)
    yield from _list("further", "work", session.further)


def _path_references(path: LearningPath) -> Iterator[Reference]:
    yield from _list("assumes", "term", path.assumes)
    yield from _lesson_references(path.steps)
    for number, step in enumerate(path.steps):
        for place, kind, target in _list("guides", "page", step.guides):
            yield ("steps", number, *place), kind, target


def _further_references(further: Further) -> Iterator[Reference]:
    for key, work in further.works.items():
        for kind, ids in (("term", work.terms), ("stage", work.stages)):
            for path, _, target in _list(f"{kind}s", kind, ids):
                yield ("works", key, *path), kind, target


def _only_in(loaded: Loaded) -> Iterator[Problem]:
    """An entry of `only_in` is a topic, a stage, or a pattern of page paths."""
    topics = loaded.vocabulary.record.topics if loaded.vocabulary else {}
    known = {*topics, *loaded.stages, *loaded.broken["stage"], *loaded.hidden}
    for entry in loaded.terms.values():
        for index, where in enumerate(entry.record.only_in):
            is_path = any(char in where for char in "/*?.")
            if loaded.has_lifecycle and not is_path and where not in known:
                hint = nearest(where, known) or "pages are written as guides/*"
                message = f"no topic or stage '{where}'"
                yield entry.problem(("only_in", index), "unknown-id", message, hint)


def _former_ids(loaded: Loaded) -> Iterator[Problem]:
    """A former id must redirect to one term, and to a page that is not there itself."""
    taken: dict[str, str] = {}
    for key, entry in loaded.terms.items():
        for index, old in enumerate(entry.record.formerly):
            path = ("formerly", index)
            if old == key:
                message = f"'{old}' is this term's own id"
                yield entry.problem(path, "reused-id", message, "remove it")
            elif old in loaded.terms:
                message = f"'{old}' is the id of a term that exists"
                yield entry.problem(path, "reused-id", message, "remove it here, or that file")
            elif old in taken:
                message = f"'{old}' is a former id of '{taken[old]}' too"
                yield entry.problem(path, "reused-id", message, "an address leads to one page")
            taken.setdefault(old, key)


def _nameless(loaded: Loaded) -> Iterator[Problem]:
    """A name of signs alone, such as `?!`, is no word that could be found in a text."""
    for entry in loaded.terms.values():
        if entry.record.link == "auto":
            for path, written in _written(entry.record):
                if parse_form(written) is None:
                    message = f"'{written}' holds no letter and no digit, so no text can link it"
                    hint = "write it in words, or set link: never"
                    yield entry.problem(path, "no-word", message, hint)


def _claimed_twice(loaded: Loaded, language: str) -> Iterator[Problem]:
    # Forms by their hashes: all of them would take as much memory as a matcher.
    claims: dict[int, tuple[str, ...]] = {}
    for key, entry in loaded.terms.items():
        if entry.record.link == "auto":
            alone = (key,)
            for form in set(map(hash, forms(entry.record, language))):
                claims[form] = claims.get(form, ()) + alone
    several = (claimants for claimants in claims.values() if len(claimants) > 1)
    pairs = (pair for claimants in several for pair in combinations(claimants, 2))
    for first, second in dict.fromkeys(pairs):
        one, other = loaded.terms[first], loaded.terms[second]
        shared = forms(one.record, language) & forms(other.record, language)
        if shared and not _apart(one.record, other.record):
            yield _claim_problem(one, other, shared, language)


def _apart(first: Term, second: Term) -> bool:
    one, other = set(first.only_in), set(second.only_in)
    return bool(one and other) and not one & other


def _claim_problem(
    first: Entry[Term], second: Entry[Term], shared: set[Form], language: str
) -> Problem:
    """Name both terms, at the field of the second that makes the claim."""
    path, written = next(
        (path, text)
        for path, text in _written(second.record)
        if forms(Term(term=text, short="-", plain="-", case=second.record.case), language) & shared
    )
    return second.problem(
        path,
        "claimed-twice",
        f"'{written}' is claimed by '{first.id}' ({first.own.shown}) too",
        "remove it from one of them, or separate them by only_in",
    )


def _written(term: Term) -> Iterator[tuple[Path, str]]:
    yield ("term",), term.term
    if term.expansion:
        yield ("expansion",), term.expansion
    yield from ((("aliases", index), text) for index, text in enumerate(term.aliases))
    yield from ((("matches", index), text) for index, text in enumerate(term.matches))


def _same_name(loaded: Loaded) -> Iterator[Problem]:
    """Two projects of one name could not be told apart in a list."""
    first: dict[str, Entry[Project]] = {}
    for entry in loaded.projects.values():
        name = " ".join(entry.record.name.casefold().split())
        other = first.setdefault(name, entry)
        if other is not entry:
            message = f"'{other.id}' ({other.own.shown}) has this name too"
            yield entry.problem(("name",), "same-name", message, "say how the two differ")


def _contradictions(loaded: Loaded) -> Iterator[Problem]:
    """Data that two projects name have one owner, one condition, one origin."""
    first: dict[tuple[str, str], tuple[Entry[Project], str | bool]] = {}
    for entry in loaded.projects.values():
        for index, dataset in enumerate(entry.record.datasets):
            for field, answer in facts(dataset):
                place = key_of(dataset.name), field
                other, before = first.setdefault(place, (entry, answer))
                if answer != before:
                    of_whom = f"'{other.id}' ({other.own.shown})"
                    message = f"is {_brief(answer)}, and {of_whom} says {_brief(before)}"
                    hint = f"say it of '{dataset.name}' in one file only, or name other data"
                    path = ("datasets", index, field)
                    yield entry.problem(path, "contradiction", message, hint)


def _brief(answer: str | bool) -> str:
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    return f"'{answer[:40]}…'" if len(answer) > 40 else f"'{answer}'"


def _open_loop(loaded: Loaded) -> Iterator[Problem]:
    stages = loaded.stages
    if len(stages) < 2 or any(
        entry.record.after is not None and entry.record.after not in stages
        for entry in stages.values()
    ):
        return  # A dangling `after` is reported where it stands.
    followed: dict[str, str] = {}
    for key, entry in stages.items():
        after = entry.record.after
        if after is None:
            message = "names no stage before it, so the loop does not close"
            yield entry.problem(("after",), "open-loop", message, "add after: the stage before")
        elif after in followed:
            message = f"'{followed[after]}' comes after '{after}' too"
            yield entry.problem(("after",), "open-loop", message, "each stage has one successor")
        else:
            followed[after] = key
    if len(followed) == len(stages):
        yield from _second_loop(stages)


def _second_loop(stages: dict[str, Entry[Stage]]) -> Iterator[Problem]:
    start = next(iter(stages))
    reached, key = {start}, stages[start].record.after
    while key is not None and key not in reached:
        reached.add(key)
        key = stages[key].record.after
    rest = [key for key in loop_order(stages, start) if key not in reached]
    if rest:
        message = f"makes a second loop with {', '.join(rest)}"
        yield stages[rest[0]].problem(("after",), "open-loop", message, "all stages form one loop")

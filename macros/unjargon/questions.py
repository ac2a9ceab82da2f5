"""Which questions a reader can take to the ML team: few enough for one meeting.

Most essential words speak to most departments, so all of their questions would be hundreds. A
department gets, for each stage, the word that fewest departments share: the most particular to it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from unjargon.catalog import Catalog

_OF_ONE_STAGE = 3
"""So many words of a stage ask for a department, where a reader looks at that stage alone."""


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and where it comes from."""

    text: str
    """The question."""
    term: str = ""
    """Id of the term that asks it; empty: the stage itself."""
    why: str = ""
    """Why it matters to the department, as Markdown; empty for a stage's own question."""


def questions(catalog: Catalog, department: str = "", stage: str = "") -> dict[str, list[Question]]:
    """Return questions by stage, in the order of the life cycle; stages without one are left out.

    Args:
        catalog: All records.
        department: Take them from the essential terms that speak to this department; empty: from
            the stages themselves.
        stage: Only those of this stage; empty: of all.
    """
    stages = [stage] if stage else list(catalog.stages)
    if not department:
        asked = {key: [Question(text) for text in catalog.stages[key].ask] for key in stages}
    else:
        asked, used = {}, set[str]()
        for key in stages:
            terms = [term for term in _particular(catalog, department, key) if term not in used]
            chosen = terms[: _OF_ONE_STAGE if stage else 1]
            used.update(chosen)
            asked[key] = [_of_term(catalog, department, term) for term in chosen]
    return {key: found for key, found in asked.items() if found}


def _particular(catalog: Catalog, department: str, stage: str) -> Iterator[str]:
    """Yield the essential terms of a stage that speak to a department, the most particular first.

    Where as many departments share two words, writers say the department concerned most first.
    """

    def rank(term_id: str) -> tuple[int, int]:
        departments = list(catalog.terms[term_id].why_for)
        return len(departments), departments.index(department)

    speaking = (
        key
        for key in catalog.words_of_stage(stage)
        if (term := catalog.terms[key]).level == "essential"
        and term.ask
        and department in term.why_for
    )
    yield from sorted(speaking, key=rank)


def _of_term(catalog: Catalog, department: str, term_id: str) -> Question:
    term = catalog.terms[term_id]
    return Question(term.ask[0], term_id, term.why_for[department])

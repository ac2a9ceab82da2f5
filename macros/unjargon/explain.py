"""Which links the site would make in a text, and why a word is linked or not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from unjargon.linking import Decision, Matcher, Page, link_html
from unjargon.linking.scan import Opaque, Run, scan
from unjargon.model import Term
from unjargon.rendered import Rendered


@dataclass(frozen=True, slots=True)
class Mention:
    """One link that the site would make."""

    surface: str
    """The words as they stand in the text."""
    term: str
    """Id of the term."""
    line: int | None
    """Line of the mention in the source, from 1; None where it cannot be told."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a word is linked or not, at one place."""

    surface: str
    """The words as they stand in the text."""
    line: int | None
    """Line in the source, from 1; None where it cannot be told."""
    verdict: str
    """What was decided, and because of which rule."""


def explain(text: Rendered, matcher: Matcher, page: Page) -> list[Mention]:
    """Return the links that a page would have, in reading order."""
    return [
        Mention(_shown(found.surface), found.term, text.line_of(found.start, len(found.surface)))
        for found in link_html(text.html, matcher, page).decisions
        if found.rule == "linked"
    ]


def why(text: Rendered, word: str, matcher: Matcher, page: Page) -> list[Reason]:
    """Return a reason for every place where a word or phrase stands, in reading order.

    Args:
        text: The page.
        word: The word, however it is capitalised; its endings count as the word.
        matcher: The glossary.
        page: What is known of the page.
    """
    places = sorted(_places(text.html, word, matcher, page))
    return [
        Reason(_shown(surface), text.line_of(start, len(surface)), verdict)
        for start, surface, verdict in places
    ]


def _places(html: str, word: str, matcher: Matcher, page: Page) -> Iterator[tuple[int, str, str]]:
    """Yield where a word stands in the HTML, as what, and what was decided."""
    decided = {found.start: found for found in link_html(html, matcher, page).decisions}
    lenient = Matcher(
        {key: _lenient(term) for key, term in matcher.terms.items()}, matcher.language
    )
    pattern = re.compile(r"\s+".join(map(re.escape, word.split())) + r"\w{0,3}", re.IGNORECASE)
    for part in scan(html):
        if isinstance(part, Opaque):
            for found in pattern.finditer(html, part.start, part.end):
                before = html[part.start : found.start()]
                if before.rfind("<") > before.rfind(">"):
                    continue  # It is an attribute's value.
                verdict = f"not linked: it stands in {part.name}, which never holds our links"
                yield found.start(), found[0], verdict
        elif isinstance(part, Run):
            for found in pattern.finditer(part.text):
                start, _ = part.locate(*found.span())
                if html[start] != "<":
                    verdict = _verdict(part.text, found, decided.get(start), matcher, lenient, page)
                    yield start, found[0], verdict


def _shown(surface: str) -> str:
    return " ".join(unescape(surface).split())


def _lenient(term: Term) -> Term:
    """Return a term as if nothing kept it from being linked."""
    return term.model_copy(update={"link": "auto", "only_in": (), "not_in": ()})


_DECIDED = {
    "linked": "linked to '{term}'",
    "author": "not linked again: the author links it to '{term}' here",
    "macro": "linked to '{term}' by a macro",
    "repeated": "not linked: '{term}' is linked already (repeat: {repeat})",
    "own-page": "not linked: this is the page of '{term}' itself",
    "ambiguous": "not linked: {term} claim it, and the software does not guess",
    "markup": "not linked: markup begins or ends inside the words",
}


def _verdict(
    run: str,
    found: re.Match[str],
    decision: Decision | None,
    matcher: Matcher,
    lenient: Matcher,
    page: Page,
) -> str:
    if decision:
        term = decision.term.replace("|", " and ")
        return _DECIDED[decision.rule].format(term=term, repeat=page.repeat)
    if not page.autolink:
        return "not linked: linking is switched off for this page or site"
    for match in matcher.find(run, page.allows):
        if match.start < found.end() and found.start() < match.end:
            longer = _shown(run[match.start : match.end])
            return f"part of a longer mention: '{longer}' ({' and '.join(match.terms)})"
    for match in lenient.find(run):
        if match.start == found.start():
            return _kept_back(match.terms[0], matcher.terms[match.terms[0]], page)
    if lenient.find(found[0]):
        return "not linked: it is a piece of a longer word or name"
    return "not linked: no term is written so"


def _kept_back(key: str, term: Term, page: Page) -> str:
    if term.link != "auto":
        how = "only a macro links it" if term.link == "explicit" else "it is never linked"
        return f"not linked: '{key}' has link: {term.link}, so {how}"
    if term.only_in and not page.allows(term):
        return f"not linked: '{key}' is linked only in {', '.join(term.only_in)}"
    return f"not linked: it stands in a phrase of not_in of '{key}'"

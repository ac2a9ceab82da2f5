"""Link the words of finished HTML: one pure function, and an account of every decision.

It works on HTML because that holds everything a reader will see: Markdown, the output of
macros, raw HTML, prose from YAML. It inserts tags and changes no other character.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import accumulate
from operator import attrgetter
from typing import Literal, NamedTuple, get_args

from unjargon.linking.markup import term_link
from unjargon.linking.matcher import Matcher
from unjargon.linking.scan import Anchor, Opaque, Run, attributes, scan
from unjargon.model import Term

Repeat = Literal["page", "section", "always"]
"""How often a term is linked: once a page, once a section, every time."""
REPEATS: tuple[Repeat, ...] = get_args(Repeat)
Rule = Literal["linked", "macro", "author", "repeated", "own-page", "ambiguous", "markup"]
"""Why a mention is linked or not: a `macro` or the `author` linked it, it is `repeated`, this is
its `own-page`, several terms claim it (`ambiguous`), tags cut it (`markup`)."""

# Ends a run; no name goes on over it.
_BETWEEN = "\n|\n"


@dataclass(frozen=True, slots=True)
class Page:
    """What linking has to know of the page that the HTML belongs to."""

    href: Callable[[str], str]
    """Takes a term's id, returns the address that a link from this page has."""
    term_at: Callable[[str], str | None] = lambda _: None
    """Takes the address of a link on this page, returns the term whose page it leads to."""
    own_term: str = ""
    """The term whose own page this is; it is not linked here."""
    tags: frozenset[str] = frozenset()
    """Topics, stages and the path of the page, for `only_in`."""
    repeat: Repeat = "page"
    """How often a term is linked."""
    autolink: bool = True
    """Whether terms are linked at all; what macros linked counts either way."""

    def allows(self, term: Term) -> bool:
        """Tell whether a term with `only_in` may be linked on this page."""
        return any(fnmatchcase(tag, pattern) for pattern in term.only_in for tag in self.tags)


class Decision(NamedTuple):
    """What was decided about one mention of a term."""

    surface: str
    """The words as they stand on the page."""
    term: str
    """The term; ids joined by `|` where several claim the words."""
    start: int
    """Where the mention begins in the HTML that was given."""
    rule: Rule
    """Why."""


@dataclass(frozen=True, slots=True)
class Linked:
    """Linked HTML and how it came about."""

    html: str
    """The HTML with links."""
    decisions: tuple[Decision, ...]
    """Every mention in reading order."""

    terms: tuple[str, ...]
    """Ids of the terms whose links have a card, in order of first appearance."""


def link_html(html: str, matcher: Matcher, page: Page) -> Linked:
    """Link the terms in a page's HTML.

    Args:
        html: Finished HTML of a page's content; markup that never ends is left alone.
        matcher: The glossary.
        page: What is known of the page.
    """
    parts = list(scan(html))
    decisions: list[Decision] = []
    done: set[str | tuple[str, int]] = set()
    by_section = page.repeat == "section"
    # All of the author's links first: a word that is linked further down needs no second link.
    for part in parts:
        if isinstance(part, Anchor) and (found := _term_of(part.tag, page, matcher)):
            term, rule = found
            done.add((term, part.section) if by_section else term)
            decisions.append(Decision(part.text, term, part.start, rule))
    pieces: list[str] = []
    written = 0
    for run, start, end, terms in _mentions(parts, matcher, page) if page.autolink else ():
        if html[start] == "<":
            continue  # It stands in a link, in code or the like.
        surface = html[start:end]
        term = terms[0]
        here = (term, run.section) if by_section else term
        rule = _rule(terms, surface, page, is_repeated=here in done and page.repeat != "always")
        decisions.append(
            Decision(surface, term if len(terms) == 1 else "|".join(terms), start, rule)
        )
        if rule == "linked":
            done.add(here)
            pieces += (html[written:start], term_link(term, page.href(term), surface))
            written = end
    decisions.sort(key=attrgetter("start"))
    carded = dict.fromkeys([one.term for one in decisions if one.rule in ("linked", "macro")])
    return Linked("".join((*pieces, html[written:])), tuple(decisions), tuple(carded))


def text_and_links(html: str, page: Page) -> tuple[str, frozenset[str]]:
    """Return the text in which terms are looked for, and the terms that links may lead to."""
    parts = list(scan(html))
    tags = [attributes(part.tag) for part in parts if isinstance(part, Anchor)]
    named = {tag.get("data-term") for tag in tags}
    named |= {page.term_at(tag.get("href", "")) for tag in tags}
    text = "".join(part.text + _BETWEEN for part in parts if isinstance(part, Run))
    return text, frozenset(filter(None, named))


def _mentions(
    parts: Iterable[Run | Anchor | Opaque], matcher: Matcher, page: Page
) -> Iterator[tuple[Run, int, int, tuple[str, ...]]]:
    """Yield every mention in the runs of a page, all of which are searched as one text.

    A mention is the run, where it begins and ends in the HTML, and the terms that claim it.
    """
    runs = [part for part in parts if isinstance(part, Run)]
    texts = [run.text + _BETWEEN for run in runs]
    starts = [0, *accumulate(map(len, texts))]
    for start, end, terms in matcher.find("".join(texts), page.allows):
        index = bisect_right(starts, start) - 1
        run, before = runs[index], starts[index]
        begin, stop = run.locate(start - before, end - before)
        yield run, begin, stop, terms


def _rule(terms: tuple[str, ...], surface: str, page: Page, *, is_repeated: bool) -> Rule:
    if len(terms) > 1:
        return "ambiguous"
    if terms[0] == page.own_term:
        return "own-page"
    if is_repeated:
        return "repeated"
    return "markup" if "<" in surface else "linked"


def _term_of(tag: str, page: Page, matcher: Matcher) -> tuple[str, Rule] | None:
    """Return the term that a link on the page leads to, and who made the link."""
    found = attributes(tag)
    if found.get("data-term") in matcher.terms:
        return found["data-term"], "macro"
    term = page.term_at(found.get("href", ""))
    return (term, "author") if term is not None and term in matcher.terms else None

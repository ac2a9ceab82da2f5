"""The registry of page kinds: which records become which pages.

A new kind of page is one entry here and one template; navigation, links, the browser tests and
"edit this page" follow from the entry.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from unjargon.addresses import source_of
from unjargon.catalog import Catalog
from unjargon.flashcards import card_terms
from unjargon.language import N_, _
from unjargon.quiz import quizzes


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of generated page."""

    name: str
    """Its name, which is its template's too: `term` -> `templates/term.md.j2`."""
    section: str
    """The section that it belongs to."""
    ids: Callable[[Catalog], Iterable[str]]
    """The records that have such a page; one empty id for a page about all of them."""
    title: Callable[[Catalog, str], str]
    """Its title, plain text."""
    description: Callable[[Catalog, str], str]
    """What a chat shows when somebody pastes the address, plain text."""
    page: str = "index"
    """Name of the file of a page about all records."""
    folder: str = ""
    """Folder of a page about all records; empty: its section's."""
    in_nav: bool = False
    """Whether the navigation lists it: its cost grows with every page on every page, so what
    can be hundreds (terms, projects) is reached from the section's own page."""
    for_readers: bool = True
    """Whether the readers' search finds it."""
    wide: bool = False
    """Whether the page does without the navigation beside it, which would list nothing else."""
    contents: bool = True
    """Whether its headings are listed beside it; a page that needs the room lists them itself."""

    def source(self, record_id: str) -> str:
        """Return the path of the page among the Markdown files."""
        if record_id:
            return source_of(self.name, record_id)
        return f"{self.folder or self.section}/{self.page}.md"


def _said(message: str) -> Callable[[Catalog, str], str]:
    return lambda _catalog, _id: _(message)


def _once(_catalog: Catalog) -> Iterable[str]:
    return ("",)


def _once_for_projects(catalog: Catalog) -> Iterable[str]:
    return ("",) if catalog.projects else ()


EXPLAIN = PageKind(
    "explain",
    "glossary",
    ids=_once,
    title=_said(N_("Paste a text")),
    description=_said(N_("Paste a mail or a slide and see its words explained, in your browser.")),
    folder="explain",
    wide=True,
)
"""The page that explains a reader's own text: a use of the glossary, at an address of its own."""

NEWS = PageKind(
    "news",
    "glossary",
    ids=lambda catalog: ("",) if catalog.news() else (),
    title=_said(N_("What is new")),
    description=_said(N_("Words that are new, or were reworded, latest first.")),
    folder="news",
    wide=True,
)
"""The page about changes of words; beside it stands a feed."""

KINDS: tuple[PageKind, ...] = (
    PageKind(
        "glossary",
        "glossary",
        ids=_once,
        title=_said(N_("Glossary")),
        description=_said(N_("Machine-learning words in plain language.")),
        in_nav=True,
        wide=True,
        contents=False,
    ),
    PageKind(
        "term",
        "glossary",
        ids=lambda catalog: catalog.terms,
        title=lambda catalog, key: catalog.terms[key].term,
        description=lambda catalog, key: catalog.terms[key].short,
        wide=True,
    ),
    EXPLAIN,
    NEWS,
    PageKind(
        "lifecycle",
        "lifecycle",
        ids=lambda catalog: ("",) if catalog.stages else (),
        title=_said(N_("Life cycle")),
        description=_said(N_("What happens to a model, from the first idea to its end.")),
        in_nav=True,
    ),
    PageKind(
        "stage",
        "lifecycle",
        ids=lambda catalog: catalog.stages,
        title=lambda catalog, key: catalog.stages[key].title,
        description=lambda catalog, key: catalog.stages[key].summary,
        in_nav=True,
    ),
    PageKind(
        "analogies",
        "lifecycle",
        ids=lambda catalog: ("",) if catalog.worlds() else (),
        title=_said(N_("Told as stories")),
        description=_said(N_("The life cycle of a model, told as stories from everyday worlds.")),
        page="analogies",
        in_nav=True,
        wide=True,
        contents=False,
    ),
    PageKind(
        "projects",
        "projects",
        ids=_once_for_projects,
        title=_said(N_("Projects")),
        description=_said(N_("Our machine-learning projects, and whom to ask about them.")),
        in_nav=True,
        wide=True,
        contents=False,
    ),
    PageKind(
        "roadmap",
        "projects",
        ids=_once_for_projects,
        title=_said(N_("Roadmap")),
        description=_said(N_("What our projects hand over next, and when they are reviewed.")),
        page="roadmap",
        in_nav=True,
        wide=True,
        contents=False,
    ),
    PageKind(
        "scorecard",
        "projects",
        ids=_once_for_projects,
        title=_said(N_("Scorecard")),
        description=_said(N_("Four questions that all our projects answer, or leave open.")),
        page="scorecard",
        in_nav=True,
        wide=True,
        contents=False,
    ),
    PageKind(
        "data",
        "projects",
        ids=_once_for_projects,
        title=_said(N_("Data")),
        description=_said(N_("The data that our projects rest on, in plain words.")),
        page="data",
        in_nav=True,
        wide=True,
        contents=False,
    ),
    PageKind(
        "sessions",
        "sessions",
        ids=lambda catalog: ("",) if catalog.sessions else (),
        title=_said(N_("Lunch-and-learns")),
        description=_said(N_("Talks that are ready to hold: slides, notes and a handout each.")),
        in_nav=True,
        wide=True,
    ),
    PageKind(
        "session",
        "sessions",
        ids=lambda catalog: catalog.sessions,
        title=lambda catalog, key: catalog.sessions[key].title,
        description=lambda catalog, key: catalog.sessions[key].goal,
        wide=True,
    ),
    PageKind(
        "mine",
        "sessions",
        ids=lambda catalog: ("",) if catalog.terms else (),
        title=_said(N_("My session")),
        description=_said(N_("Slides of the words and stages that you choose.")),
        page="mine",
        wide=True,
        contents=False,
    ),
    PageKind(
        "paths",
        "paths",
        ids=lambda catalog: ("",) if catalog.paths else (),
        title=_said(N_("Learning paths")),
        description=_said(N_("What to read in which order, if you are new to machine learning.")),
        in_nav=True,
        wide=True,
    ),
    PageKind(
        "path",
        "paths",
        ids=lambda catalog: catalog.paths,
        title=lambda catalog, key: catalog.paths[key].title,
        description=lambda catalog, key: catalog.paths[key].summary,
        wide=True,
    ),
    PageKind(
        "quizzes",
        "learn",
        ids=lambda catalog: ("",) if quizzes(catalog) else (),
        title=_said(N_("Quiz")),
        description=_said(N_("Find out what you know: a quiz for each topic, stage and path.")),
        folder="learn/quiz",
        in_nav=True,
        wide=True,
    ),
    PageKind(
        "quiz",
        "learn",
        ids=quizzes,
        title=lambda catalog, key: _("Quiz: {title}").format(title=quizzes(catalog)[key].title),
        description=_said(N_("Twelve questions at most, and the reason for each answer.")),
        wide=True,
        contents=False,
    ),
    PageKind(
        "cards",
        "learn",
        ids=lambda catalog: ("",) if card_terms(catalog) else (),
        title=_said(N_("Flash cards")),
        description=_said(N_("Learn the words with cards: in this browser, or in Anki.")),
        page="cards",
        in_nav=True,
        wide=True,
        contents=False,
    ),
    PageKind(
        "further",
        "learn",
        ids=lambda catalog: ("",) if catalog.works else (),
        title=_said(N_("Further learning")),
        description=_said(
            N_("Courses, books, articles and films for readers without a degree in it.")
        ),
        page="further",
        in_nav=True,
        wide=True,
    ),
    PageKind(
        "project",
        "projects",
        ids=lambda catalog: catalog.projects,
        title=lambda catalog, key: catalog.projects[key].name,
        description=lambda catalog, key: catalog.projects[key].summary,
        wide=True,
    ),
)

HEALTH = PageKind(
    "health",
    "authors",
    ids=_once,
    title=_said("Health"),
    description=_said("What the words of this site look like to those who keep them."),
    page="health",
    for_readers=False,
    wide=True,
)
"""The page for maintainers. Not in the registry: it is made from all texts, not from a record."""


def folders() -> set[str]:
    """Return the folders that generated pages have, unless a site chooses others."""
    return {kind.source("").partition("/")[0] for kind in (*KINDS, HEALTH)}

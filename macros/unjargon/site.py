"""A site: its settings, and all that follows from them; what plugin, macros and commands share."""

from __future__ import annotations

import json
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from importlib.resources import files
from itertools import starmap
from pathlib import Path
from typing import Any

from unjargon.addresses import SECTIONS, Addresses, refuse_wrong_folders
from unjargon.catalog import Catalog, catalog_of
from unjargon.decks import documents
from unjargon.errors import ContentError, Problem, nearest
from unjargon.exports import Published, exports_of
from unjargon.language import speaking
from unjargon.linking import (
    REPEATS,
    Linked,
    Matcher,
    Page,
    Repeat,
    linked,
    matcher_of,
    words_section,
)
from unjargon.load import Folders, Layer, load
from unjargon.observed import Observed
from unjargon.pages import GeneratedPage, PageKind, Renderer, folders, generated, make_page
from unjargon.prose import prose
from unjargon.reader import word_details
from unjargon.references import find_problems
from unjargon.remember import Remember, Same, afresh

STARTER = "starter"
"""The name under which a configuration asks for the words that the package brings."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a site's configuration says, with a default for everything."""

    root: Path
    """Folder of the configuration file; relative folders start here."""
    docs_dir: Path
    """Folder of the site's Markdown files."""
    glossary: tuple[str, ...] = ("glossary/",)
    """Layers of terms, lowest first: folders, or `starter`."""
    lifecycle: tuple[str, ...] | None = None
    """Layers of stages; None: `docs/lifecycle`, over the starter's if the glossary has it."""
    projects: tuple[str, ...] | None = None
    """Folders of projects; None: `docs/projects`."""
    sections: tuple[str, ...] = SECTIONS
    """What is generated: glossary, lifecycle, projects, sessions, paths, learn."""
    glossary_url: str = ""
    """Address of the central site's glossary, for a site that generates none."""
    addresses: Mapping[str, str] = field(default_factory=dict)
    """Other folders for generated pages, by the one that they have otherwise."""
    autolink: bool = True
    """Whether words are linked."""
    repeat: Repeat = "page"
    """How often a word is linked."""
    language: str = "en"
    """Language of the site's text."""
    directory_urls: bool = True
    """Whether pages are folders (`bias/`) or files (`bias.html`)."""
    site_url: str = ""
    """Address of the whole site; empty: not known."""
    name: str = "Glossary"
    """The site's name."""
    description: str = ""
    """What the site is about, in a sentence; empty: nobody said."""
    contact: str = ""
    """Where readers ask and suggest: a mail address or an issue form; empty: nowhere."""
    preview: bool = False
    """Whether drafts are shown."""
    confidential: bool = False
    """Whether projects and fields are shown that their authors keep inside."""
    anki: bool = False
    """Whether flash cards are offered as files for Anki."""
    checks: Mapping[str, Any] = field(default_factory=dict)
    """Levels and limits of editorial rules, by rule id."""

    def shown(self, source: str) -> str:
        """Return how problems name a file of the folder of pages: from the root, if it can be."""
        path, root = (self.docs_dir / source).resolve(), self.root.resolve()
        return path.relative_to(root).as_posix() if path.is_relative_to(root) else str(path)


class Site:
    """All records of a site and what is made of them.

    Args:
        settings: The site's configuration.
        remember: Gives again what was made before from the same.

    Raises:
        ContentError: If anything is wrong in any file.
        ValueError: If an option cannot be followed.
    """

    def __init__(self, settings: Settings, remember: Remember = afresh) -> None:
        self.settings = settings
        self._remember = remember
        self.folders, self.catalog, self.hidden = read(settings, remember)
        refuse_wrong_folders(settings.addresses, folders())
        self.addresses = Addresses(
            settings.sections,
            settings.glossary_url,
            settings.directory_urls,
            settings.site_url,
            settings.addresses,
        )
        self.observed = Observed(self.catalog, remember, repr(settings))
        self.published = Published(
            self.observed.catalog, self.addresses, settings.name, settings.description
        )
        downloads = [(one.path, one.offered_as) for one in exports_of(self.published)]
        self.renderer = Renderer(
            self.observed.catalog,
            self.addresses,
            settings.contact,
            downloads,
            settings.anki,
            remember,
        )
        self._details: dict[str, str] = {}
        self.problems: list[Problem] = []
        """What authors' macros found wrong while pages were rendered."""

    @property
    def key(self) -> Hashable:
        """A key of all that is made from the site's records and settings."""
        return Same([self.catalog]), repr(self.settings)

    @cached_property
    def matcher(self) -> Matcher:
        """The glossary, ready for linking; the same one as long as no name of a word changes."""
        return matcher_of(self.catalog.terms, self.settings.language, self._remember)

    def let_go_of_matcher(self) -> None:
        """Free what linking took, before pages go through the theme and need most memory.

        Who links after that waits for another one, unless a preview remembers it.
        """
        self.__dict__.pop("matcher", None)

    @cached_property
    def pages(self) -> dict[str, GeneratedPage]:
        """Every generated page by its source path."""
        kinds = generated(self.catalog, self.addresses)
        return {page.source: page for page in starmap(self.page, kinds)}

    def page(self, kind: PageKind, record_id: str) -> GeneratedPage:
        """Return one generated page."""
        make = partial(make_page, self.renderer, kind, record_id)
        return self.observed.part(("page", kind.name, record_id), make)

    def documents(self) -> Iterator[tuple[str, str]]:
        """Yield path and content of every deck and handout."""
        return documents(self.renderer, self._linked, self.observed.part)

    def linked(self, html: str, url: str, page: Page) -> Linked:
        """Link the words of finished HTML that stands at an address."""
        addresses = repr(self.addresses), url
        return linked(html, self.matcher, page, addresses, self._remember)

    def _linked(self, slides: Sequence[str], url: str) -> tuple[list[str], str]:
        """Return slides with their words linked, each for itself, and what explains them all."""
        if not self.addresses.has("term"):
            return list(slides), ""
        page = self.linking_page(url, url, self.settings.autolink)
        made = [self.linked(html, url, page) for html in slides]
        found = dict.fromkeys(term for one in made for term in one.terms)
        return [one.html for one in made], self.words_section(found, page)

    def words_section(self, term_ids: Iterable[str], page: Page) -> str:
        """Return the section that ends a page: the words that are linked on it."""
        with speaking(self.settings.language):
            return words_section(term_ids, self.catalog.terms, page.href, self.word_details)

    @cached_property
    def reader_control(self) -> str:
        """The control of the reader's own terms; empty where there is nothing to choose."""
        lists = self.catalog.vocabulary
        if not lists.domains and not lists.departments:
            return ""
        choices = {"domains": lists.domains, "departments": lists.departments}
        return " ".join(self.renderer.render("_reader", "", **choices).split())

    def word_details(self, term_id: str) -> str:
        """Return what a card shows of a term for a reader's choice, as HTML."""
        if term_id not in self._details:
            term, catalog = self.catalog.terms[term_id], self.catalog
            why_for = [
                (key, catalog.department(key).title, prose(text))
                for key, text in term.why_for.items()
            ]
            stories = [
                (key, catalog.domain(key).title, prose(told.story))
                for key, told in term.analogies.items()
            ]
            self._details[term_id] = word_details(why_for, stories)
        return self._details[term_id]

    def explained_details(self) -> str:
        """Return the details of all words of the page "Paste a text" as a script that sets
        `unjargonDetails`; who has not chosen anything never loads it.
        """
        linked = (key for key, term in self.catalog.terms.items() if term.link == "auto")
        told = {key: html for key in linked if (html := self.word_details(key))}
        return f"window.unjargonDetails={json.dumps(told, separators=(',', ':'))};\n"

    def linking_page(
        self, source: str, url: str, autolink: bool = True, repeat: str | None = None
    ) -> Page:
        """Return what the linker has to know of a page.

        Args:
            source: Path of the page among the Markdown files.
            url: Its address, relative to the site's root.
            autolink: Whether its words are linked.
            repeat: How often a word is linked; anything else than `page`, `section` and
                `always` means: as on the whole site.
        """
        generated = self.pages.get(source)
        kind, record_id = (generated.kind.name, generated.id) if generated else ("", "")
        tags = {source.removesuffix(".md"), source}
        if kind == "term":
            term = self.catalog.terms[record_id]
            tags |= {term.topic or "", *term.stages}
        elif kind == "stage":
            tags.add(record_id)
        return Page(
            href=self.addresses.hrefs("term", url),
            term_at=lambda href: self.addresses.term_at(href, url),
            own_term=record_id if kind == "term" else "",
            tags=frozenset(tags),
            repeat=next((one for one in REPEATS if one == repeat), self.settings.repeat),
            autolink=autolink,
        )

    def is_data(self, path: str | Path) -> bool:
        """Tell whether a file is a record's source, which no site publishes as it is."""
        found = Path(path)
        return found.suffix in (".yml", ".yaml", ".txt") and any(
            found.is_relative_to(layer.folder) for layer in self.folders.content
        )


def read(
    settings: Settings, remember: Remember = afresh
) -> tuple[Folders, Catalog, frozenset[str]]:
    """Read all records of a site and the ids of those that it hides.

    Args:
        settings: The site's configuration.
        remember: Gives again what was made before from the same.

    Raises:
        ContentError: With every problem of every file.
    """
    problems: list[Problem] = []
    folders = find_folders(settings, problems)
    if problems:
        raise ContentError(problems)
    loaded = load(folders, remember)

    def together() -> Catalog:
        problems = [*loaded.problems, *find_problems(loaded, settings.language)]
        if problems:
            raise ContentError(problems)
        return catalog_of(
            loaded,
            language=settings.language,
            drafts=settings.preview,
            confidential=settings.confidential,
        )

    catalog = remember(lambda: ("catalog", loaded.key, repr(settings)), together)
    return folders, catalog, loaded.hidden


def find_folders(settings: Settings, problems: list[Problem]) -> Folders:
    """Find the folders of every layer; report those that a configuration names in vain."""
    base = (STARTER,) if STARTER in settings.glossary else ()
    own = (settings.docs_dir / "lifecycle", settings.docs_dir / "projects")
    sessions, paths, learn = (settings.docs_dir / name for name in ("sessions", "paths", "learn"))

    def layers(kind: str, names: Iterable[str]) -> tuple[Layer, ...]:
        return tuple(
            layer for name in names if (layer := _layer(settings.root, kind, name, problems))
        )

    def default(kind: str, below: tuple[str, ...], folder: Path) -> tuple[Layer, ...]:
        names = (*below, str(folder)) if folder.is_dir() else below
        return layers(kind, names)

    return Folders(
        glossary=layers("glossary", settings.glossary),
        lifecycle=default("lifecycle", base, own[0])
        if settings.lifecycle is None
        else layers("lifecycle", settings.lifecycle),
        projects=default("projects", (), own[1])
        if settings.projects is None
        else layers("projects", settings.projects),
        sessions=default("sessions", (), sessions),
        paths=default("paths", (), paths),
        learn=default("learn", (), learn),
        pages=settings.docs_dir,
    )


def _layer(root: Path, kind: str, name: str, problems: list[Problem]) -> Layer | None:
    if name == STARTER:
        folder, shown = Path(str(files("unjargon") / STARTER / kind)), f"{STARTER}/{kind}"
    else:
        folder = (root / name).resolve()
        inside = folder.is_relative_to(root.resolve())
        shown = folder.relative_to(root.resolve()).as_posix() if inside else folder.as_posix()
    if folder.is_dir():
        return Layer(STARTER if name == STARTER else shown, folder, shown)
    hint = "install the package from its wheel, which brings them"
    if name != STARTER:
        beside = (path.name for path in folder.parent.glob("*/"))
        near = nearest(folder.name, beside)
        hint = f"{near}{'; or ' if near else ''}create it, or take it out of the configuration"
    message = f"the folder '{name}' does not exist"
    problems.append(Problem("mkdocs.yml", 1, 1, "no-layer", kind, message, hint))
    return None

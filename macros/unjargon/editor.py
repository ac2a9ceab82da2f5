"""What the editorial rules read, gathered from a site's folders; and one run of all of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import yaml

from unjargon.catalog import catalog_of, without_confidential
from unjargon.checks import Content, MarkdownPage, Place, Rule, configured, find_problems, missing
from unjargon.checks.jargon import count_undefined
from unjargon.checks.style import unexplained_acronyms
from unjargon.errors import Problem
from unjargon.health import examine
from unjargon.linking import matcher_of
from unjargon.load import Folders, Loaded, load
from unjargon.pages import HEALTH, GeneratedPage, make_page
from unjargon.promises import listed
from unjargon.references import find_problems as find_reference_problems
from unjargon.remember import Remember, afresh
from unjargon.site import Settings, Site, find_folders


@dataclass(frozen=True)
class Judged:
    """What the loader and the rules say of a site's content."""

    content: Content
    """What was read."""
    problems: tuple[Problem, ...]
    """Everything that is wrong, sorted."""


def judge(settings: Settings, rules: Iterable[Rule], as_of: date) -> Judged:
    """Read a site's content, broken files aside, and judge it.

    Args:
        settings: The site's configuration.
        rules: The editorial rules to hold it to.
        as_of: The day on which it is judged.
    """
    problems: list[Problem] = []
    folders = find_folders(settings, problems)
    loaded = load(folders)
    problems += [*loaded.problems, *find_reference_problems(loaded, settings.language)]
    pages = tuple(find_pages(settings))
    content = _content(loaded, settings, pages, _published(folders), as_of)
    problems += find_problems(content, rules)
    return Judged(content, tuple(sorted(set(problems))))


def health_page(site: Site, remember: Remember = afresh) -> GeneratedPage:
    """Return the page that shows maintainers how their words are.

    Args:
        site: The site.
        remember: Gives the page again if nothing has changed that it counts.
    """
    settings = site.settings
    folders, pages = find_folders(settings, []), tuple(find_pages(settings))
    loaded, published = load(folders, remember), _published(folders)

    def make() -> GeneratedPage:
        shown = loaded if settings.confidential else without_confidential(loaded)
        # The page is the same on every day, so no rule that looks at the day is asked.
        content = _content(shown, settings, pages, published, date.max, remember)
        health = examine(content, configured(settings.checks))
        return make_page(site.renderer, HEALTH, "", health=health)

    texts = tuple((page.shown, page.text) for page in pages)
    return remember(lambda: ("health", site.key, loaded.key, texts, tuple(published)), make)


@dataclass(frozen=True, slots=True)
class Unexplained:
    """A word that looks like jargon and has no entry."""

    word: str
    """The word."""
    count: int
    """How often the text says it."""


def unexplained(text: str, loaded: Loaded, settings: Settings) -> list[Unexplained]:
    """Return the words of a text that readers may not know, most frequent first.

    Rare words are found where `unjargon[editor]` is installed, acronyms everywhere.
    """
    page = MarkdownPage("text", "text", text, {})
    content = _content(loaded, settings, (page,), {}, date.max)
    rule = configured(settings.checks)["undefined-jargon"]
    here = [passage for passage in content.passages if passage.owner.kind == "page"]
    uses: Counter[str] = Counter()
    if not missing(rule):
        uses, _ = count_undefined(content, here, rule.options)
    for passage in here:
        acronyms = unexplained_acronyms(content, passage.text, text)
        uses.update(found[0].removesuffix("s") for found in acronyms)
    ordered = sorted(uses.items(), key=lambda item: (-item[1], item[0]))
    return [Unexplained(word, count) for word, count in ordered]


def _content(
    loaded: Loaded,
    settings: Settings,
    pages: tuple[MarkdownPage, ...],
    published: Mapping[str, Place],
    as_of: date,
    remember: Remember = afresh,
) -> Content:
    catalog = catalog_of(loaded, language=settings.language, drafts=True, confidential=True)
    matcher = matcher_of(catalog.terms, settings.language, remember)
    return Content(loaded, catalog, matcher, pages, published, as_of, remember)


def find_pages(settings: Settings) -> Iterable[MarkdownPage]:
    """Yield the site's Markdown pages, in the order of their paths."""
    root = settings.root.resolve()
    for path in sorted(settings.docs_dir.rglob("*.md")):
        source = path.relative_to(settings.docs_dir).as_posix()
        inside = path.resolve().is_relative_to(root)
        shown = path.resolve().relative_to(root).as_posix() if inside else str(path)
        try:
            text = path.read_text("utf-8-sig")
        except (OSError, UnicodeDecodeError):
            continue  # MkDocs says which page it cannot read.
        matter = _front_matter(text)
        waived = matter.get("waive")
        waived = waived if isinstance(waived, dict) else {}
        search = matter.get("search") or {}
        yield MarkdownPage(
            shown,
            source,
            text,
            waive={str(rule): str(why) for rule, why in waived.items()},
            for_readers=not (isinstance(search, dict) and search.get("exclude")),
        )


def _front_matter(text: str) -> dict[str, Any]:
    """Return a page's front matter; empty where there is none, or none that can be read."""
    if not text.startswith("---\n"):
        return {}
    try:
        matter = yaml.safe_load(text[4 : text.find("\n---", 4)])
    except (yaml.YAMLError, ValueError):  # The latter: a day that the calendar does not have.
        return {}
    return matter if isinstance(matter, dict) else {}


def _published(folders: Folders) -> dict[str, Place]:
    found: dict[str, Place] = {}
    for term_id, path, line, layer in listed(folders):
        found.setdefault(term_id, Place(path, line, 1, layer=layer))
    return found

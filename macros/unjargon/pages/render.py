"""Templates -> Markdown. Headings are Markdown, so that every engine lists them; all that comes
from a record stands in raw HTML, where no Markdown rule applies to it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from hashlib import blake2s
from typing import Any

from jinja2 import PackageLoader, StrictUndefined
from markupsafe import Markup

from unjargon import portfolio, roadmap, scorecard, standing
from unjargon.addresses import Addresses, relative
from unjargon.cards import CARDS
from unjargon.catalog import Catalog
from unjargon.charts import Lines, bars, course, meter, ranges, shares, tally
from unjargon.compiled import Compiled, Said, Templates
from unjargon.contact import contact, contact_url, override
from unjargon.flashcards import card_terms, cards
from unjargon.forms import without_accents
from unjargon.language import (
    _,
    direction,
    gettext,
    ngettext,
    npgettext,
    number,
    pgettext,
    said_by_scripts,
    speaking,
    written,
)
from unjargon.load.layers import better_id
from unjargon.pages.kinds import KINDS, PageKind
from unjargon.prose import attribute, inert, inert_lines, inline, prose
from unjargon.quiz import questions, quizzes
from unjargon.remember import Remember, afresh
from unjargon.timeline import timeline
from unjargon.wheel import wheel

_USED_ON = '<p class="uj-used-on"></p>'
"""Where a term's page will tell which pages use it."""
_MOST_PAGES = 12
_JSON = json.JSONEncoder(ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page that has no file of its own."""

    kind: PageKind
    """Its kind."""
    id: str
    """The record that it shows; empty for a page about many."""
    source: str
    """Its path among the Markdown files."""
    title: str
    """Its title, as plain text."""
    meta: Mapping[str, Any]
    """Its front matter, as MkDocs reads it from its source."""
    markdown: str
    """Its source, front matter included."""


class Renderer:
    """Renders records for pages and macros.

    Args:
        catalog: All records.
        addresses: Where pages are.
        asking: Where readers ask and suggest: the option `contact`.
        downloads: Path and name of each file with all words; one without a name is not offered.
        anki: Whether flash cards are offered as files for Anki.
        remember: Gives the templates again that were compiled before.

    Raises:
        ValueError: If that option is no such address.
    """

    def __init__(
        self,
        catalog: Catalog,
        addresses: Addresses,
        asking: str = "",
        downloads: Sequence[tuple[str, str]] = (),
        anki: bool = False,
        remember: Remember = afresh,
    ) -> None:
        self.catalog = catalog
        self.addresses = addresses
        self._templates = Templates(
            loader=PackageLoader("unjargon.pages"),
            bytecode_cache=remember(lambda: ("compiled", __name__, catalog.language), Compiled),
            autoescape=True,
            auto_reload=False,  # templates of an installed package do not change in a build
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n", Said],
        )
        self._templates.policies["ext.i18n.trimmed"] = True
        said: Any = self._templates
        said.install_gettext_callables(
            gettext, ngettext, newstyle=True, pgettext=pgettext, npgettext=npgettext
        )
        said.globals["_"] = _said
        self._templates.filters["prose"] = lambda text: Markup(prose(text))
        self._templates.filters["inline"] = lambda text: Markup(inline(text))
        self._templates.filters["figure"] = number
        self._templates.filters["cents"] = partial(number, form=".2f")
        self._templates.filters["duration"] = duration
        self._templates.filters["opening"] = lambda text: text[:1].upper() + text[1:]
        self._templates.filters["written"] = written
        self._templates.filters["key"] = step_key
        self._templates.filters["day"] = lambda day: Markup(
            f'<time datetime="{day.isoformat()}">{written(day)}</time>'
        )
        self._templates.globals["catalog"] = catalog
        self._templates.globals["direction"] = direction(catalog.language)
        self._templates.globals["has_messages"] = bool(said_by_scripts(catalog.language))
        for chart in (bars, course, meter, ranges, shares, tally, timeline):
            self._templates.globals[chart.__name__] = _as_markup(chart)
        self._templates.globals["lines"] = Lines
        for module in (portfolio, scorecard, standing):
            self._templates.globals[module.__name__.rpartition(".")[2]] = module
        self._templates.globals["roadmap"] = roadmap.roadmap
        self._templates.globals["model_cards"] = CARDS
        self._templates.globals["place"] = addresses.place
        self._templates.globals["has"] = addresses.has
        self._templates.globals["anki"] = anki
        self._templates.globals["cards"] = cards
        self._templates.globals["card_terms"] = card_terms
        self._templates.globals["quizzes"] = quizzes
        self._templates.globals["questions"] = questions
        self._templates.globals["wheel"] = self._wheel
        self._templates.globals["downloads"] = [one for one in downloads if one[1]]
        self._templates.globals["wish"] = partial(self._wish, asking)
        with speaking(catalog.language):
            self._templates.globals["contact_url"] = contact_url(asking, addresses.absolute(""))

    def render(self, template: str, page: str, **context: Any) -> str:
        """Render a template of Markdown; see `document`."""
        return self._render(f"{template}.md.j2", page, **context)

    def document(self, template: str, page: str, **context: Any) -> str:
        """Render a template of HTML for the page with the address `page`.

        Args:
            template: Its name without endings: `deck`.
            page: Address of the page that will hold the result, relative to the site's root.
            context: What the template needs besides `catalog`, `contact_url`, `wish`, `href`,
                `to`, `relative`, `here` (its whole address) and `has`.
        """
        return self._render(f"{template}.html.j2", page, **context)

    def _render(self, template: str, page: str, **context: Any) -> str:
        hrefs: dict[str, Callable[[str], str]] = {}

        def href(kind: str, record_id: str) -> str:
            if kind not in hrefs:
                hrefs[kind] = self.addresses.hrefs(kind, page)
            return hrefs[kind](record_id)

        def to(source: str) -> str:
            return link(self.addresses.url(source))

        def link(url: str) -> str:
            return relative(url, page)

        with speaking(self.catalog.language):
            return self._templates.get_template(template).render(
                href=href,
                to=to,
                relative=link,
                here=self.addresses.absolute(page),
                **context,
            )

    def _wheel(
        self, href: Callable[[str, str], str] | None, lit: str = "", small: bool = False
    ) -> Markup:
        of_stage = partial(href, "stage") if href else None
        return Markup(wheel(self.catalog.stages, of_stage, lit, small))

    def _wish(self, asking: str, term_id: str, here: str) -> str:
        """Return the address for wishing a clearer wording of a term; empty: nobody to ask.

        For a starter's term it brings what the site would write to say it anew.
        """
        if not asking:
            return ""
        term = self.catalog.terms[term_id]
        body = _("What is unclear, and how would you say it?") + "\n"
        if self.catalog.files[("term", term_id)].layer.is_starter:
            own = _("This file would say it in the site's own words:")
            body += f"\n{own}\n\n{override(term_id, term)}"
        title = _("A clearer wording for: {term}").format(term=term.term)
        return contact(asking, title, body, here)

    def fragment(self, template: str, page: str, **context: Any) -> str:
        """Render a template as one line of HTML that survives Markdown and Jinja."""
        return inert(self.render(template, page, **context))

    def with_uses(self, html: str, page: str, pages: Sequence[object]) -> str:
        """Fill in where a term is used: known only when all pages were linked.

        Args:
            html: The finished page of the term.
            page: Its address.
            pages: The pages that use it.
        """
        if _USED_ON not in html:
            return html
        told = self._used_on(page, pages) if pages else self._unused
        return html.replace(_USED_ON, told, 1)

    def _used_on(self, page: str, pages: Sequence[object]) -> str:
        return self.render("_used_on", page, pages=pages, most=_MOST_PAGES).strip()

    @cached_property
    def _unused(self) -> str:
        """What all words' pages say that no other page uses."""
        return self._used_on("", ())


def _said(message: str, **values: object) -> Markup:
    """Say a message as Jinja's own `_` does, which makes two calls more for each of them."""
    text = Markup(gettext(message))
    return text % values if "%" in text else text


def step_key(title: str) -> str:
    """Return what progress on a path knows a step by; ids have letters of one alphabet only."""
    if any(char.isalpha() and not char.isascii() for char in without_accents(title)):
        return blake2s(title.encode(), digest_size=5).hexdigest()
    return better_id(title)


def duration(minutes: int) -> str:
    """Return minutes as people say them: `45 minutes`, `1 hour`, `2 h 35 min`."""
    hours, rest = divmod(minutes, 60)
    if hours and rest:
        return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)
    if hours:
        return ngettext("{n} hour", "{n} hours", hours).format(n=hours)
    return ngettext("{n} minute", "{n} minutes", rest).format(n=rest)


def _as_markup(chart: Callable[..., str]) -> Callable[..., Markup]:
    # Messages come from templates as markup, and charts escape what they are given.
    return lambda *given: Markup(
        chart(*(str(one) if isinstance(one, str) else one for one in given))
    )


def generated(catalog: Catalog, addresses: Addresses) -> Iterator[tuple[PageKind, str]]:
    """Yield kind and record of every generated page of a site, in the order of the registry."""
    for kind in KINDS:
        if kind.section in addresses.sections:
            for record_id in kind.ids(catalog):
                yield kind, record_id


def make_page(renderer: Renderer, kind: PageKind, record_id: str, **context: Any) -> GeneratedPage:
    """Return one generated page.

    Args:
        renderer: Renders its template.
        kind: Its kind.
        record_id: The record that it shows; empty for a page about many.
        context: What its template needs besides.
    """
    catalog, source = renderer.catalog, kind.source(record_id)
    url = renderer.addresses.url(source)
    body = renderer.render(kind.name, url, id=record_id, **context)
    with speaking(catalog.language):
        title = kind.title(catalog, record_id)
        meta = _front_matter(kind, title, kind.description(catalog, record_id))
    # JSON is YAML too, and holds any text.
    lines = (f"{name}: {_JSON.encode(value)}\n" for name, value in meta.items())
    text = f"---\n{''.join(lines)}---\n\n{inert_lines(body)}"
    return GeneratedPage(kind, record_id, renderer.addresses.place(source), title, meta, text)


def _front_matter(kind: PageKind, title: str, description: str) -> dict[str, Any]:
    # Themes print both unescaped.
    meta: dict[str, Any] = {"title": attribute(title), "description": attribute(description)}
    if hidden := ["navigation"] * kind.wide + ["toc"] * (not kind.contents):
        meta["hide"] = hidden
    if not kind.for_readers:
        meta["search"] = {"exclude": True}
    return meta | {"render_macros": False}

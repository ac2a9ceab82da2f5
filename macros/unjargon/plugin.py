"""The MkDocs plugin: hooks of a few lines that delegate."""

from __future__ import annotations

import gc
import logging
import posixpath
from collections.abc import Iterable
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit, urlunsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, CombinedEvent, event_priority
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from unjargon.accounting import count_hidden_warnings
from unjargon.addresses import SECTIONS, relative
from unjargon.beside import ASSETS, SCRIPT, files_beside
from unjargon.configuration import UnjargonConfig, settings_of
from unjargon.contact import copyright_line
from unjargon.dead import Dead
from unjargon.deprecated import with_successors
from unjargon.errors import ContentError, Problem
from unjargon.exports import announced
from unjargon.findable import with_names
from unjargon.finish import finish
from unjargon.framed import Frame, FramedPage, leaves_html_alone
from unjargon.language import _, direction, speaking
from unjargon.linking import Linked
from unjargon.linking import Page as LinkingPage
from unjargon.load import Layer, LayerFile
from unjargon.lost import with_search
from unjargon.matter import as_text
from unjargon.nav import listed, with_generated
from unjargon.page_problems import (
    front_matter_lines,
    front_matter_problem,
    link_problem,
    macro_problem,
    undefined_reported,
)
from unjargon.pages import HEALTH, GeneratedPage
from unjargon.placement import Placed, placement_problems
from unjargon.promises import broken_promises
from unjargon.publish import RefusedError, claim
from unjargon.reader import STYLES, head_scripts, prepared
from unjargon.remember import Remember, afresh
from unjargon.searched import searched
from unjargon.sheets import MAIN, RIGHT_TO_LEFT, with_sheets
from unjargon.site import Site, find_folders
from unjargon.theme import Judgement, told
from unjargon.uses import Uses, UsingPage

log = logging.getLogger("mkdocs.plugins.unjargon")

_REPORTED = ("keep", "strict")
"""What `on_undefined` says where nobody wants undefined names to vanish."""


class UnjargonPlugin(BasePlugin[UnjargonConfig]):  # type: ignore[no-untyped-call]
    """Adds the generated sections to a site and links its jargon."""

    site: Site
    """The site of the current build."""

    def __init__(self) -> None:
        self.remember: Remember = afresh
        """What keeps results from build to build: a preview's memory, or nothing."""
        self._preview = False
        self._linked: dict[str, tuple[Linked, LinkingPage]] = {}
        self._explained: set[str] = set()
        self._uses = Uses()
        self._frames: dict[str, Frame] | None = None
        self._theme = Judgement(choices=False, contact=False)

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[Any, Any]:
        """Take options that are about to go for their successors, and warn of them."""
        kept, deprecated = with_successors(options)
        errors, warnings = super().load_config(kept, config_file_path)
        return errors, [*warnings, *deprecated]

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Show drafts in previews only. Having this hook also keeps the plugin across rebuilds."""
        self._preview = command == "serve"
        count_hidden_warnings(logging.getLogger("mkdocs"))

    def on_config(self, config: MkDocsConfig) -> None:
        """Read all records; MkDocs has not touched the site's folder yet."""
        self._linked, self._explained = {}, set()
        self._frames = {} if leaves_html_alone(config.markdown_extensions) else None
        try:
            settings = settings_of(config, self.config, preview=self._preview)
            # Before anything can be wrong, so that a preview notices when it is mended.
            config.watch.extend(str(layer.folder) for layer in find_folders(settings, []).content)
            self.site = Site(settings, self.remember)
            pages = self.site.pages
            if self.config.health:
                # With its readability rules, it takes 4 MB that few sites need.
                from unjargon.editor import health_page

                page = health_page(self.site, self.remember)
                pages[page.source] = page
            if self.config.anki and not find_spec("genanki"):
                raise ValueError("anki: needs genanki (pip install 'unjargon[anki]')")
        except ContentError as error:
            _stop(error.problems)
        except ValueError as error:
            raise Abort(f"mkdocs.yml: unjargon: {error}") from error
        for promise in broken_promises(self.site):
            log.warning(str(promise))
        config.nav = with_generated(config.nav, pages.values(), self.site.addresses)
        choices = bool(self.site.reader_control)
        self._theme = Judgement(choices=choices, contact=bool(self.config.contact))
        here = self.site.addresses.absolute("")
        with speaking(settings.language):
            config.copyright = copyright_line(config.copyright, self.config.contact, here)
        config.extra_css.insert(0, f"{ASSETS}/{MAIN}")
        config.extra_css.insert(1, f"{ASSETS}/{STYLES}")
        if direction(settings.language) == "rtl":
            config.extra_css.insert(1, f"{ASSETS}/{RIGHT_TO_LEFT}")
        config.extra_javascript.append(f"{ASSETS}/{SCRIPT}")
        self._keep_for_good()

    def _keep_for_good(self) -> None:
        """Spare Python the search for dead cycles in what lives until the build is done.

        In a glossary of 10,000 words it takes seconds. A preview lives on, so it goes on searching.
        """
        if not self._preview:
            gc.freeze()

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing behind in a program that builds more than this site."""
        gc.unfreeze()

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Keep MkDocs from emptying a folder that is not a site's; see to other plugins."""
        try:
            claim(Path(config.site_dir))
        except RefusedError as error:
            raise Abort(str(error)) from error
        if macros := config.plugins.get("macros"):
            # With its client for the web, it takes 6 MB that a site without macros has no use for.
            from mkdocs_macros.plugin import MacrosPlugin

            # `keep` is the default of mkdocs-macros: the page would show the braces.
            if isinstance(macros, MacrosPlugin) and macros.config["on_undefined"] in _REPORTED:
                macros.env.undefined = undefined_reported(
                    lambda message, line: self._note_macro(macros.page, message, line)
                )

    def _note_macro(self, page: Page, message: str, line: int) -> None:
        skipped = front_matter_lines(page.file.content_string, page.markdown or "")
        problem = Problem(self._shown(page.file), line + skipped, 1, "undefined", "", message,
                          "mend its name, or define it")  # fmt: skip
        self.site.problems.append(problem)

    def _shown(self, file: File) -> str:
        """Return how problems name the file that a page is written in."""
        record = self._record(file)
        return record.shown if record else self.site.settings.shown(file.src_uri)

    def _record(self, file: File) -> LayerFile | None:
        """Return the record that a generated page shows."""
        generated = self.site.pages.get(file.src_uri)
        if generated is None:
            return None
        return self.site.catalog.files.get((generated.kind.name, generated.id))

    def on_files(self, files: Files, *, config: MkDocsConfig) -> None:
        """Take data files out, put generated pages and assets in."""
        for file in [f for f in files if f.abs_src_path and self.site.is_data(f.abs_src_path)]:
            files.remove(file)
        named = None if config.nav is None else {*listed(config.nav)}
        own = {file.dest_uri: file.src_uri for file in files}
        for page in self.site.pages.values():
            file = self._file(page, config)
            if own.get(file.dest_uri, page.source) != page.source:
                log.warning(_in_the_way(page, file, own[file.dest_uri]))
            elif files.get_file_from_path(page.source) is None:
                if named is not None and page.source not in named:
                    file.inclusion = InclusionLevel.NOT_IN_NAV
                files.append(file)
                if self._frames is not None and file.inclusion is InclusionLevel.NOT_IN_NAV:
                    FramedPage(file, config, self._frames, page.meta)
        for index in self._unlisted(named):
            log.info(f"{index}: not in nav; name it there to show it in the navigation")
        beside = self.remember(
            lambda: ("beside", self.site.key),
            lambda: tuple(files_beside(self.site, anki=self.config.anki)),
        )
        for path, content in beside:
            files.append(_as_it_is(config, path, content))
        folders = [layer.folder for layer in self.site.folders.content]
        docs, placed = Path(config.docs_dir), (_placed(file, config) for file in files)
        root = Path(config.config_file_path).parent
        if problems := list(placement_problems(filter(None, placed), docs, root, folders)):
            _stop(problems)
        self._keep_for_good()

    def _file(self, page: GeneratedPage, config: MkDocsConfig) -> File:
        shown = InclusionLevel.INCLUDED if page.kind.in_nav else InclusionLevel.NOT_IN_NAV
        file = File.generated(config, page.source, content=page.markdown, inclusion=shown)
        record = self.site.catalog.files.get((page.kind.name, page.id))
        if record and (
            folder := _edited_in(record.layer, self.site.settings.root, config.docs_dir)
        ):
            file.edit_uri = posixpath.normpath(f"{folder}/{record.name}")
        return file

    def _unlisted(self, named: set[str] | None) -> list[str]:
        """Return the sections' own pages that the navigation does not name."""
        sections = (self.site.addresses.place(f"{name}/index.md") for name in SECTIONS)
        return [
            index
            for index in sections
            if index in self.site.pages and named is not None and index not in named
        ]

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> None:
        """Translate what MkDocs made of the names of folders; other titles are their authors'."""
        if config.nav is None:
            with speaking(self.site.settings.language):
                self._translate(nav.items)

    def _translate(self, items: Iterable[StructureItem]) -> None:
        for section in (item for item in items if isinstance(item, Section)):
            pages = (page for page in section.children if isinstance(page, Page))
            if any(page.file.src_uri in self.site.pages for page in pages):
                section.title = _(section.title)
            self._translate(section.children)

    def on_pre_page(self, page: Page, *, config: MkDocsConfig, files: Files) -> None:
        """Hang pages that the navigation does not list under their section."""
        generated = self.site.pages.get(page.file.src_uri)
        if generated and page.parent is None:
            section = self.site.addresses.place(f"{generated.kind.section}/index.md")
            index = files.get_file_from_path(section)
            if index and index.page and index.page is not page:
                page.parent = index.page.parent or index.page  # type: ignore[assignment]
        if page.edit_url:
            page.edit_url = _without_dots(page.edit_url)

    @event_priority(100)
    def _before_macros(self, /, markdown: str, *, page: Page, **_: Any) -> None:
        """Make text of the front matter: themes print it as it is, macros run the title."""
        page.meta = as_text(page.meta, escaped=page.file.src_uri in self.site.pages)
        if markdown.startswith("---"):
            problem = front_matter_problem(self._shown(page.file), page.file.content_string)
            self.site.problems += [problem] if problem else []

    @event_priority(-100)
    def _after_macros(self, /, markdown: str, *, page: Page, **_: Any) -> None:
        """Take note of what mkdocs-macros wrote into the page instead of its text."""
        if markdown.startswith("# _Macro"):
            skipped = front_matter_lines(page.file.content_string, page.markdown or "")
            problem = macro_problem(self._shown(page.file), markdown, skipped)
            self.site.problems += [problem] if problem else []

    on_page_markdown = CombinedEvent(_before_macros, _after_macros)

    # After the plugins that finish pages here, such as those that resolve references.
    @event_priority(-100)
    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> None:
        """Stop on what macros found wrong, then link every page."""
        self._keep_for_good()
        self.stop_at_problems()
        self._files = files
        # Until all pages are linked, the uses of the build before are better than only some.
        uses = Uses(keeps_decisions=self.config.linking_json)
        if not self.site.addresses.has("term"):
            return
        for file in files.documentation_pages():
            if file.page and file.page.content:
                uses.add(_using(file.page), self.link(file.page))
        self._uses = uses
        self.site.let_go_of_matcher()
        if self.config.linking_json:
            content = self._uses.as_json()
            files.append(File.generated(config, "linking.json", content=content))

    def stop_at_problems(self) -> None:
        """Stop the build if macros have found anything wrong."""
        if self.site.problems:
            _stop(self.site.problems)

    def link(self, page: Page) -> Linked:
        """Link a page that was turned into HTML, for its turn in the theme."""
        place = self._place(page)
        found = self.site.linked(page.content or "", page.url, place)
        self._linked[page.file.src_uri] = found, place
        return found

    def renew(self, files: Iterable[File], config: MkDocsConfig) -> None:
        """Read the records again and put some files' pages anew, outside of a build."""
        before = self.site.pages
        try:
            self.site = Site(settings_of(config, self.config, preview=self._preview), self.remember)
        except ContentError as error:
            _stop(error.problems)
        # All others as they were: to make them takes longer than anybody wants to wait.
        self.site.pages = dict(before)
        for file in files:
            if (old := before.get(file.src_uri)) and old.kind is not HEALTH:
                new = self.site.page(old.kind, old.id)
                self.site.pages[file.src_uri] = new
                file.content_string = new.markdown

    def _place(self, page: Page) -> LinkingPage:
        autolink = self.config.autolink and page.meta.get("autolink") is not False
        repeat = page.meta.get("repeat", self.config.repeat)
        return self.site.linking_page(page.file.src_uri, page.url, autolink, repeat)

    @event_priority(100)
    def _before_search(self, /, context: Any, *, page: Page, **_: Any) -> None:
        """Let search plugins read no more of a record's page than they use."""
        generated = self.site.pages.get(page.file.src_uri)
        if generated and generated.id and page.file.src_uri in self._linked:
            page.content = searched(page.content or "")

    # After the search plugin has taken the page: links change no text, and parsing them twice
    # would cost more than making them.
    @event_priority(-100)
    def _after_search(self, /, context: Any, *, page: Page, **_: Any) -> None:
        """Put the linked words into the page, and their meanings at its end."""
        if page.file.src_uri in self._linked:
            linked, place = self._linked.pop(page.file.src_uri)
            page.content = linked.html + self.site.words_section(linked.terms, place)
            if linked.terms:
                self._explained.add(page.file.src_uri)
            generated = self.site.pages.get(page.file.src_uri)
            if generated and generated.kind.name == "term":
                uses = self._uses.of(generated.id, but=page.url)
                page.content = self.site.renderer.with_uses(page.content, page.url, uses)

    on_page_context = CombinedEvent(_before_search, _after_search)

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Give the page its sheets and the reader's own terms, and programs what they look for."""
        generated = self.site.pages.get(page.file.src_uri)
        kind, record_id = (generated.kind.name, generated.id) if generated else ("", "")
        html = announced(output, self.site.published, page.url, kind, record_id)
        base = relative(ASSETS, page.url)
        scripts = head_scripts(self.site.settings.language)
        html = prepared(with_sheets(html, base), base, self.site.reader_control, scripts)
        self._theme.add(html, linked=page.file.src_uri in self._explained)
        return html

    # After all plugins that change what was written.
    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Finish the search, say what the theme lacks, look at the pages and write their policy."""
        index = Path(config.site_dir, "search", "search_index.json")
        if index.is_file() and "glossary" in self.site.settings.sections:
            text = with_names(index.read_text("utf-8"), self.site.catalog, self.site.addresses)
            index.write_text(text, "utf-8")
        for needed, line in told(config.theme.name, self._theme.lacking()):
            log.log(logging.WARNING if needed else logging.INFO, line)
        if self._preview:
            return
        sources = {page.dest_uri: page for page in self._files.documentation_pages()}
        for dead in finish(Path(config.site_dir), config.site_url or ""):
            log.warning(str(self._link_problem(dead, sources.get(dead.page))))
        gc.unfreeze()

    def _link_problem(self, dead: Dead, file: File | None) -> Problem:
        if file is None:
            return link_problem(dead.page, "", dead.address, anchor=dead.anchor)
        record = self._record(file)
        text = record.path.read_text("utf-8") if record else file.content_string
        return link_problem(self._shown(file), text, dead.address, anchor=dead.anchor)

    def on_post_template(self, output: str, *, template_name: str, config: MkDocsConfig) -> str:
        """Let the page for addresses that do not exist search the glossary."""
        if template_name != "404.html":
            return output
        root = self.site.addresses.root
        with speaking(self.site.settings.language):
            html = with_search(output, root, self.site.addresses)
        html = with_sheets(html, f"{root}{ASSETS}")
        scripts = head_scripts(self.site.settings.language)
        return prepared(html, f"{root}{ASSETS}", self.site.reader_control, scripts)


def _in_the_way(page: GeneratedPage, file: File, own: str) -> str:
    folder = page.source.partition("/")[0]
    return (
        f"{own} has the address {file.url} already, so '{page.title}' is not shown there "
        f"(choose another folder with the option addresses, such as {{{folder}: words}})"
    )


def _as_it_is(config: MkDocsConfig, path: str, content: str | bytes) -> File:
    """Return a file that is published as it is, although its name may end in `.md`."""
    if not path.endswith(".md"):
        return File.generated(config, path, content=content)
    file = File.generated(config, f"{path}.txt", content=content)
    file.dest_uri = path
    return file


@lru_cache(maxsize=64)
def _edited_in(layer: Layer, root: Path, docs_dir: str) -> str:
    """Return how a layer's folder is reached from the folder of pages; empty: nobody edits it.

    Thousands of records share a few folders, and each look at paths takes long.
    """
    # A starter's file is nobody's to edit, even where the package lies below the site's folder.
    if layer.is_starter or not layer.folder.is_relative_to(root):
        return ""
    return posixpath.relpath(layer.folder.as_posix(), Path(docs_dir).as_posix())


def _placed(file: File, config: MkDocsConfig) -> Placed | None:
    if file.inclusion.is_excluded():  # type: ignore[no-untyped-call]
        return None
    own = file.abs_src_path and file.src_dir == config.docs_dir
    return Placed(file.src_uri, file.dest_uri, Path(file.abs_src_path or "") if own else None)


def _using(page: Page) -> UsingPage:
    search = page.meta.get("search")
    hidden = isinstance(search, dict) and bool(search.get("exclude"))
    return UsingPage(page.title or page.url, page.url, for_readers=not hidden)


def _stop(problems: Iterable[Problem]) -> None:
    found = sorted(set(problems))
    for problem in found:
        log.error(str(problem))
    count = "1 problem" if len(found) == 1 else f"{len(found)} problems"
    raise Abort(f"{count} in content; mend what is listed above.")


def _without_dots(url: str) -> str:
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=posixpath.normpath(parts.path)))

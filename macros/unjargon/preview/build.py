"""MkDocs' build, step by step, for a preview: what went into a page last time is not done again.

The order of events is that of `mkdocs.commands.build.build`, every plugin is asked as there, and
what is written is the same, byte for byte.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from jinja2 import BytecodeCache, Environment
from mkdocs import utils
from mkdocs.commands.build import _build_extra_template, _build_theme_template, get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, BuildError
from mkdocs.structure.files import File, Files, InclusionLevel, get_files, set_exclusions
from mkdocs.structure.nav import Navigation, get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from unjargon.compiled import Compiled
from unjargon.plugin import UnjargonPlugin
from unjargon.preview.keys import UnknownError, frozen, of_markdown, of_page, of_templates
from unjargon.preview.rendered import Rendered, rendered
from unjargon.preview.search import with_memory
from unjargon.preview.told import at_work, counted_warnings
from unjargon.remember import Memory

log = logging.getLogger("mkdocs.commands.build")

_DRAFT = (
    '<div class="mkdocs-draft-marker" title="This page will not be included into the built site.">'
    "DRAFT</div>"
)


_FEW = 5
"""How many edited pages are read before all others."""
_Stamp = tuple[int, int] | None
"""Time and size of a file; None: it is gone."""


@dataclass(frozen=True, slots=True)
class _Last:
    """What the last build left behind."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment
    stamps: dict[str, _Stamp]
    """Of all pages that have a file."""


class Builder:
    """Builds one site again and again.

    Args:
        remember: What was made in the builds before.
    """

    def __init__(self, remember: Memory) -> None:
        self._remember = remember
        self._written: set[Path] = set()
        self._last: _Last | None = None

    def build(self, config: MkDocsConfig, is_needless: Callable[[], bool] = lambda: False) -> None:
        """Build the site.

        Args:
            config: Its configuration.
            is_needless: Asked again and again whether the build can be abandoned, since another
                one has to follow in any case. What was made until then is remembered.

        Raises:
            Abort: If anything is wrong; what an author has to know was logged.
            AbandonedError: If it was abandoned.
        """
        started = time.monotonic()
        try:
            with (
                counted_warnings(strict=config.strict) as warnings,
                self._remember.unless(is_needless),
            ):
                self._build(config)
                if counts := warnings.get_counts():
                    told = ", ".join(f"{count} {level.lower()}s" for level, count in counts)
                    raise Abort(f"Aborted with {told} in strict mode!")
        except Exception as error:
            config.plugins.on_build_error(error=error)
            if isinstance(error, BuildError):
                log.error(str(error))
                raise Abort("Aborted with a BuildError!") from error
            raise
        self._remember.forget_unused()
        log.info("Built in %.2f seconds", time.monotonic() - started)

    def _build(self, config: MkDocsConfig) -> None:
        config = config.plugins.on_config(config)
        with_memory(config, self._remember)
        config.plugins.on_pre_build(config=config)
        self._clean(Path(config.site_dir))
        files = get_files(config)
        env = config.theme.get_env()
        env.bytecode_cache = self._compiled(config)
        files.add_files_from_theme(env, config)
        files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        nav = config.plugins.on_nav(get_navigation(files, config), config=config, files=files)
        stamps = {file.src_uri: _stamp_of(file) for file in files.documentation_pages()}
        pages = self._read(_pages(files, config), config, files)
        env = config.plugins.on_env(env, config=config, files=files)
        self._make_room(files)
        for file in _shown(files):
            if not file.is_documentation_page():
                self._write(file, file.content_bytes)
        for name in config.theme.static_templates:
            _build_theme_template(name, env, files, config, nav)
        for name in config.extra_templates:
            _build_extra_template(str(name), files, config, nav)
        self._show(pages, config, files, nav, env)
        for page in pages:
            page.validate_anchor_links(files=files, log_level=config.validation.links.anchors)
        config.plugins.on_post_build(config=config)
        self._last = _Last(config, files, nav, env, stamps)

    def show_first(self, urls: Iterable[str]) -> set[str]:
        """Write some pages as they are now, in what else the site was when it was last built.

        Whoever has them open sees an edit before the whole site is built, which then has the last
        word. Edited pages are read too: what is wrong on them is told at once.

        Args:
            urls: Addresses of pages, relative to the site's root.

        Returns:
            Those of them that the site had.

        Raises:
            Abort: If an author has made a mistake, which was logged.
        """
        last, wanted = self._last, {*urls}
        plugin = last and last.config.plugins.get("unjargon")
        if not last or not isinstance(plugin, UnjargonPlugin):
            return set()
        pages = list(_pages(last.files, last.config))
        shown = [page for page in pages if page.url in wanted]
        edited = (page for page in pages if _stamp_of(page.file) != last.stamps[page.file.src_uri])
        others = islice((page for page in edited if page.url not in wanted), _FEW)
        plugin.renew([page.file for page in shown], last.config)
        self._read([*shown, *others], last.config, last.files)
        plugin.stop_at_problems()
        for page in shown:
            plugin.link(page)
        self._show(shown, last.config, last.files, last.nav, last.env)
        return {page.url for page in shown}

    def _compiled(self, config: MkDocsConfig) -> BytecodeCache:
        try:
            key = frozen(config)
        except UnknownError:
            return Compiled()
        return self._remember(lambda: ("compiled", key), Compiled)

    def _clean(self, site: Path) -> None:
        """Leave nothing of the last build but what `_write` wrote; that is compared later."""
        entries = [entry for entry in site.iterdir() if not entry.name.startswith(".")]
        for path in chain(entries, *(entry.rglob("*") for entry in entries)):
            if path.is_file() and path not in self._written:
                path.unlink()

    def _make_room(self, files: Files) -> None:
        """Delete what was written and will not be written again."""
        planned = {Path(file.abs_dest_path) for file in files}
        for path in self._written - planned:
            path.unlink(missing_ok=True)
        self._written &= planned

    def _write(self, file: File, content: bytes) -> None:
        path = Path(file.abs_dest_path)
        self._written.add(path)
        if not path.is_file() or path.read_bytes() != content:
            utils.write_file(content, str(path))

    def _read(self, pages: Iterable[Page], config: MkDocsConfig, files: Files) -> list[Page]:
        """Turn the Markdown of pages into HTML, and return them."""
        around = self._stamp(lambda: of_markdown(config, files))
        read = []
        for page in pages:
            read.append(page)
            with at_work("reading", page, config):
                page = config.plugins.on_pre_page(page, config=config, files=files)
                page.read_source(config)
                page.markdown = config.plugins.on_page_markdown(
                    page.markdown or "", page=page, config=config, files=files
                )
                self._render(page, config, files, around)
                page.content = config.plugins.on_page_content(
                    page.content or "", page=page, config=config, files=files
                )
        return read

    def _render(
        self, page: Page, config: MkDocsConfig, files: Files, around: object | None
    ) -> None:
        if around is None:
            page.render(config, files)
            return
        fresh: list[Rendered] = []

        def make() -> Rendered:
            fresh.append(rendered(page, config, files))
            return fresh[0]

        key = ("markdown", around, page.file.src_uri, page.markdown)
        found = self._remember(lambda: key, make)
        if not fresh:
            found.apply(page, files)

    def _show(
        self,
        pages: list[Page],
        config: MkDocsConfig,
        files: Files,
        nav: Navigation,
        env: Environment,
    ) -> None:
        """Put all pages into the theme and write them."""
        around = self._stamp(lambda: of_templates(config, nav))
        shown = [file for file in _shown(files) if file.is_documentation_page()]
        for page in pages:
            with at_work("building", page, config):
                page.active = True
                context = get_context(nav, shown, config, page)
                context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
                if page.file.inclusion.value <= InclusionLevel.DRAFT.value:
                    page.content = f"{_DRAFT}{page.content or ''}"
                output = self._fill(page, context, env, around)
                output = config.plugins.on_post_page(output, page=page, config=config)
                if output.strip():
                    self._write(page.file, output.encode("utf-8", errors="xmlcharrefreplace"))
                else:
                    self._drop(page.file)
                    log.info("Page skipped: '%s'. Generated empty output.", page.file.src_uri)

    def _drop(self, file: File) -> None:
        path = Path(file.abs_dest_path)
        path.unlink(missing_ok=True)
        self._written.discard(path)

    def _fill(
        self, page: Page, context: TemplateContext, env: Environment, around: object | None
    ) -> str:
        """Return a page in its template."""
        template = str(page.meta.get("template", "main.html"))

        def make() -> str:
            return env.get_template(template).render(context)

        try:
            key = ("page", around, template, of_page(context))
        except UnknownError:
            return make()
        return make() if around is None else self._remember(lambda: key, make)

    def _stamp(self, inputs: Callable[[], Hashable]) -> object | None:
        """Return an object that is the same one as long as the inputs are equal; None: unknown."""
        try:
            key = inputs()
        except UnknownError as error:
            log.debug("The preview cannot tell what %s depends on.", error)
            return None
        return self._remember(lambda: key, object)


def _stamp_of(file: File) -> _Stamp:
    try:
        found = file.abs_src_path and Path(file.abs_src_path).stat()
    except OSError:
        return None
    return (found.st_mtime_ns, found.st_size) if found else None


def _shown(files: Files) -> list[File]:
    least = InclusionLevel.DRAFT.value
    return [file for file in files if file.inclusion.value >= least]


def _pages(files: Files, config: MkDocsConfig) -> Iterator[Page]:
    """Yield pages; those of which nobody has thought yet come into being one by one."""
    for file in _shown(files):
        if file.is_documentation_page():
            yield file.page or Page(None, file, config)

"""A preview that outlives every mistake: while a build fails, each page shows what is wrong.

MkDocs' own preview ends when the first build fails, and hangs while a later one does.
"""

from __future__ import annotations

import gc
import logging
import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from html import escape
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote, unquote, urlsplit

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.livereload import _serve_url

from unjargon.plugin import UnjargonPlugin
from unjargon.preview.browsers import Server
from unjargon.preview.build import Builder
from unjargon.remember import AbandonedError, Memory

T = TypeVar("T")

log = logging.getLogger("mkdocs.commands.serve")

_LOOKED_AT = 3
"""How many pages an author may have before them; each is shown before the whole site is built."""
_MOST_ABANDONED = 5
"""How many builds in a row may be given up for a newer edit: other pages wait for a whole one."""

Start = Callable[[str, list[tuple[str, str]]], object]
"""What a WSGI server gives an application to begin its answer with."""


@dataclass(frozen=True, slots=True)
class _First:
    """What browsers are shown before the whole site is built."""

    epoch: int = 0
    """The version of the site that it belongs to."""
    pages: Mapping[str, bytes] = field(default_factory=dict)
    """What pages hold, by address."""
    problems: tuple[str, ...] = ()
    """What is known to be wrong already; then there are no pages."""


class Preview:
    """A site that is rebuilt and shown while it is edited.

    Args:
        load: Reads the configuration anew, building into the folder that is shown.
        site: That folder, empty.
        config_file: The configuration, watched from the beginning.
        address: Host and port to listen at; None: as configured, or MkDocs' own.
    """

    def __init__(
        self,
        load: Callable[[], MkDocsConfig],
        site: Path,
        config_file: Path,
        address: tuple[str, int] | None = None,
    ) -> None:
        self._load, self._site, self._config_file = load, site, config_file
        self._address = address
        self._memory = Memory()
        self._builder = Builder(self._memory)
        self._watched: set[Path] = set()
        self._started: MkDocsConfig | None = None
        self._configured = b""
        self._asked: list[str] = []
        """Addresses of the pages that were asked for last."""
        self._first = _First()
        self._url = ""
        self.problems: tuple[str, ...] = ()
        """What keeps the site from being built; empty while all is well."""
        self._server: Server | None = None

    def serve(self, *, open_in_browser: bool = False) -> None:
        """Build, show, watch, until somebody interrupts it."""
        config, _ = self._guarded(self._load)
        host, port = self._address or (config.dev_addr if config else ("127.0.0.1", 8000))
        mount = urlsplit((config and config.site_url) or "/").path
        self._url = _serve_url(host, port, mount)
        server = Server(self.rebuild, host, port, str(self._site), mount)
        server.set_app(self._answer)
        server.error_handler = self._error_page
        self._server = server
        self._watch([str(self._config_file)])
        self.rebuild()
        # Most of what the first build leaves is kept for good. To look through all of it for
        # garbage now and then would take longer than to show an edited page.
        gc.freeze()
        try:
            server.serve(open_in_browser=open_in_browser)  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            log.info("Shutting down...")
        finally:
            server.shutdown()
            if self._started:
                self._started.plugins.on_shutdown()

    def rebuild(self) -> None:
        """Build the site, or take note of what is wrong; never raises what an author can cause."""
        assert self._server
        for abandoned in range(_MOST_ABANDONED + 1):
            self._show_first()
            try:
                is_last = abandoned == _MOST_ABANDONED
                _, self.problems = self._guarded(partial(self._build, is_last=is_last))
                break
            except AbandonedError:
                log.info("Files have changed again: beginning anew")
                self._server.take_up_changes()
        self._settle()

    def _show_first(self) -> None:
        """Show the pages that somebody looks at; the whole build may change them once more."""
        assert self._server
        self._first = self._made_first(self._server.epoch)
        if self._first.epoch:
            self._server.announce_first()

    def _made_first(self, epoch: int) -> _First:
        if self._configured != self._config_file.read_bytes():
            return _First()
        with _quiet(), _noted() as errors:
            try:
                shown = self._builder.show_first(self._asked)
            except Abort:
                return _First(epoch, problems=tuple(errors))
            except (Exception, SystemExit) as error:
                log.debug("Nothing is shown first: %s", error)  # The whole build tells it better.
                return _First()
        return _First(epoch, {url: self._content_of(url) for url in shown}) if shown else _First()

    def _settle(self) -> None:
        """Have browsers load again what was shown first, unless that is how it stays."""
        assert self._server
        first, self._first = self._first, _First()
        if first.epoch and (
            first.problems != self.problems
            or any(self._content_of(url) != first.pages[url] for url in first.pages)
        ):
            self._server.announce_again()

    def _content_of(self, url: str) -> bytes:
        """Return what a page holds now; nothing if it is gone."""
        file = self._file_of(url)
        return file.read_bytes() if file.is_file() else b""

    def _file_of(self, url: str) -> Path:
        path = self._site / posixpath.normpath(f"/{unquote(url)}").lstrip("/")
        return path / "index.html" if url.endswith("/") or not url else path

    def _build(self, *, is_last: bool) -> None:
        assert self._server
        server = self._server
        self._configured = self._config_file.read_bytes()
        config = self._load()
        config.site_url = self._url
        if self._started is None:
            self._started = config
            config.plugins.on_startup(command="serve", dirty=False)
            config.plugins.on_serve(server, config=config, builder=self.rebuild)
        plugin = config.plugins.get("unjargon")
        if isinstance(plugin, UnjargonPlugin):
            plugin.remember = self._memory
        theme = [folder for folder in config.theme.dirs if "site-packages" not in folder]
        self._watch([config.docs_dir, *theme])
        try:
            self._builder.build(config, lambda: not is_last and server.has_changes)
        finally:
            # The plugins have added theirs while they were configured, right or wrong.
            self._watch(config.watch)

    def _guarded(self, run: Callable[[], T]) -> tuple[T | None, tuple[str, ...]]:
        """Return what comes of something, and what is wrong."""
        with _noted() as errors:
            try:
                return run(), ()
            except (Exception, SystemExit) as error:
                expected = isinstance(error, MkDocsException)
                said = [] if expected and errors else [f"{type(error).__name__}: {error}"]
                log.error("%s", error, exc_info=not expected)
                log.info("The preview goes on, and shows this in the browser until it is mended.")
                return None, (*errors, *said)

    def _watch(self, paths: Iterable[str]) -> None:
        assert self._server
        for path in map(Path, paths):
            if path.exists() and not any(path.is_relative_to(above) for above in self._watched):
                self._watched.add(path)
                self._server.watch(str(path))

    def _answer(self, environ: dict[str, Any], start: Start) -> Iterable[bytes]:
        """Answer a request: with the site, or with what is wrong in place of any page."""
        assert self._server
        path = environ["PATH_INFO"]
        if path.startswith("/livereload/"):
            return self._server.answer_poll(environ, start)
        first = self._first
        is_page = path.endswith(("/", ".html")) or "." not in path.rpartition("/")[2]
        url = quote(path.encode("latin-1")).removeprefix(self._server.mount_path)
        if is_page:
            self._asked = [*(one for one in self._asked if one != url), url][-_LOOKED_AT:]
        if is_page and first.problems:
            html, epoch = problem_page(first.problems).encode(), first.epoch
        elif url in first.pages:
            html, epoch = first.pages[url], first.epoch
        elif is_page and self.problems:
            html, epoch = problem_page(self.problems).encode(), self._server.visible
        elif first.pages and not is_page and (file := self._file_of(url)).is_file():
            # What such a page is made of has to come at once, too.
            start("200 OK", [("Content-Type", self._server.type_of(file.name))])
            return [file.read_bytes()]
        else:
            return self._server.serve_request(environ, start)
        start("200 OK", [("Content-Type", "text/html; charset=utf-8")])
        return [self._server.with_reload(html, epoch)]

    def _error_page(self, code: int) -> bytes | None:
        page = self._site / f"{code}.html"
        return page.read_bytes() if page.is_file() else None


@contextmanager
def _quiet() -> Iterator[None]:
    """Show nothing of what is logged; what listens to it later still hears it."""
    handlers = [*logging.getLogger("mkdocs").handlers, *logging.getLogger().handlers]

    def nothing(_: logging.LogRecord) -> bool:
        return False

    for handler in handlers:
        handler.addFilter(nothing)
    try:
        yield
    finally:
        for handler in handlers:
            handler.removeFilter(nothing)


@contextmanager
def _noted() -> Iterator[list[str]]:
    """Collect what is logged as wrong."""
    notes, logger = _Notes(), logging.getLogger("mkdocs")
    logger.addHandler(notes)
    try:
        yield notes.errors
    finally:
        logger.removeHandler(notes)


class _Notes(logging.Handler):
    """Keeps what is logged as wrong."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.errors: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.errors.append(record.getMessage())


def problem_page(problems: Sequence[str]) -> str:
    """Return a page that says what is wrong, as plain as can be: no style of the site is sure."""
    items = "".join(f"<li><pre><code>{escape(one)}</code></pre></li>" for one in problems)
    count = "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>{count}</title></head><body><h1>{count}</h1>"
        f"<ol>{items}</ol><p>Mend what is listed. This page then goes by itself.</p></body></html>"
    )

"""MkDocs' live-reload server, and what it does not offer: pages that are shown before the rest.

Whatever we need of its inner life stands here. Its *epochs* count versions of the site: a browser
loads its page again as soon as the visible epoch is later than the one that the page came with.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Any

from mkdocs.livereload import LiveReloadServer, _timestamp

_LOOK = 0.1
"""Seconds between two looks at the files."""
_TOGETHER = 0.05
"""Seconds without another change after which what was saved counts as saved together."""
_LOADING = 1.0
"""Seconds that a browser is given to load what is shown first; some never finish."""
_GLANCE = 0.02


class Server(LiveReloadServer):
    """Serves the site's folder, watches files and tells browsers to load pages again."""

    def __init__(
        self, build: Callable[[], None], host: str, port: int, root: str, mount: str
    ) -> None:
        super().__init__(build, host, port, root, mount, polling_interval=_LOOK)
        self.build_delay = _TOGETHER
        self._polls = 0
        self._loaded = 0

    @property
    def epoch(self) -> int:
        """The version of the site that is being built, or was built last."""
        return self._wanted_epoch

    @property
    def visible(self) -> int:
        """The version of the site that browsers show."""
        return self._visible_epoch

    @property
    def has_changes(self) -> bool:
        """Whether files have changed since the build began."""
        return self._want_rebuild

    def take_up_changes(self) -> None:
        """Begin the version that has all changes up to now, once no more of them come in."""
        with self._rebuild_cond:
            while self._rebuild_cond.wait(timeout=self.build_delay):
                pass
            self._want_rebuild = False
            self._wanted_epoch = _timestamp()

    def announce_first(self) -> None:
        """Have browsers load their pages again before the build is done, and let them do so.

        Build and server share one interpreter: beside a build, a page takes much longer to load.
        """
        with self._epoch_cond:
            are_watched = self._polls > 0
            # Later than what browsers show, earlier than what the whole build announces.
            self._visible_epoch = self._wanted_epoch - 1
            self._epoch_cond.notify_all()
        deadline = time.monotonic() + _LOADING
        while (
            are_watched
            and self._loaded < self._wanted_epoch
            and not self._want_rebuild
            and time.monotonic() < deadline
        ):
            time.sleep(_GLANCE)

    def announce_again(self) -> None:
        """Have browsers load again what they were shown first, when the build is done."""
        self._wanted_epoch += 1

    def answer_poll(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        """Answer a browser that asks, once a page has loaded, whether there is something new."""
        with self._epoch_cond:
            asked = environ["PATH_INFO"].split("/")[2]
            self._loaded = max(self._loaded, int(asked) if asked.isdecimal() else 0)
            self._polls += 1
        try:
            return self.serve_request(environ, start)
        finally:
            with self._epoch_cond:
                self._polls -= 1

    def with_reload(self, html: bytes, epoch: int) -> bytes:
        """Return a page with the script that asks for newer versions than one."""
        page: bytes = self._inject_js_into_html(html, epoch)  # type: ignore[no-untyped-call]
        return page

    def type_of(self, name: str) -> str:
        """Return the media type of a file."""
        found: str = self._guess_type(name)  # type: ignore[no-untyped-call]
        return found

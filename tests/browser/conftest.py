"""A real browser, and the example site served to it under a strict content security policy."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from reading_site import files
from served import Guarded, GuardedUnsearched, Plain

from chromium import chromium
from sites import build, write

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium; without one the tests are skipped loudly, and fail in CI."""
    found = chromium()
    if not found:
        reason = "no Chromium: install Debian's package `chromium-headless-shell`"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=found, args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[..., str]]:
    """Start serving a built site; returns its address."""
    servers: list[ThreadingHTTPServer] = []

    def start(site: Path, handler: type[Plain] = Guarded) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(site)))
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()


@pytest.fixture(scope="session")
def address(example_site: Path, serve: Callable[..., str]) -> str:
    """Where the example site is served, with nothing to search."""
    return serve(example_site, GuardedUnsearched)


@pytest.fixture
def searched(example_site: Path, serve: Callable[..., str]) -> str:
    """Where the example site is served with all that its search finds."""
    return serve(example_site)


@pytest.fixture(scope="session")
def reading(tmp_path_factory: pytest.TempPathFactory, serve: Callable[[Path], str]) -> str:
    """Where the small site for reading is served; it knows that address, for instant navigation."""
    folder = tmp_path_factory.mktemp("reading")
    address = serve(folder / "site")
    build(write(folder, files(f"{address}/")))
    return address


@pytest.fixture
def visit(browser: Browser, reading: str) -> Iterator[Callable[..., Page]]:
    """Go to a page of that site in a new window; what is said beyond that describes the window."""
    contexts: list[BrowserContext] = []

    def go(path: str = "", base: str = reading, **window: Any) -> Page:
        contexts.append(
            browser.new_context(**{"viewport": {"width": 1000, "height": 700}} | window)
        )
        page = contexts[-1].new_page()
        page.goto(f"{base}/{path}")
        return page

    yield go
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def waivers() -> list[dict[str, str]]:
    """Faults of the theme that are known, each with its reason."""
    found: list[dict[str, str]] = yaml.safe_load((HERE / "waivers.yml").read_text("utf-8"))
    return found

"""The preview outlives every mistake, shows it in the browser, and comes back when it is mended."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sites import SMALL_SITE, write

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PATIENCE = 20_000
"""Milliseconds: a machine that runs other tests besides is slow."""
BIAS = SMALL_SITE["glossary/bias.yml"]
DRIFT = "term: drift\nshort: A change.\nplain: A change.\n"
BROKEN = {
    "unknown-field": ("glossary/bias.yml", BIAS + "plian: x\n", "unknown-field: plian"),
    "yaml-syntax": ("glossary/bias.yml", "term: [\n", "yaml-syntax"),
    "not-utf-8": ("glossary/bias.yml", b"term: \xff\n", "is not UTF-8"),
    "empty-file": ("glossary/bias.yml", "", "empty-file"),
    "macro": ("docs/index.md", "# Home\n\n{{ term() }}\n", "docs/index.md:3:1: macro"),
    "template": ("docs/index.md", "# Home\n\n{% for %}\n", "docs/index.md:3:1: macro"),
    "undefined": ("docs/index.md", "# Home\n\n{{ nobody }}\n", "'nobody' is undefined"),
    "front-matter": ("docs/index.md", "---\na: b: c\n---\n# Home\n", "docs/index.md:2:5"),
    "page-not-utf-8": ("docs/index.md", b"# Home \xff\n", "index.md"),
    "configuration": ("mkdocs.yml", "site_name: [\n", "mkdocs.yml"),
    "no-plugin": ("mkdocs.yml", "site_name: x\nplugins: [no-such-plugin]\n", "no-such-plugin"),
    "name": ("docs/{{x}}.md", "x", "file-name"),
}


def listening(folder: Path) -> Iterator[str]:
    """Run a preview of a site, and yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).parent / "unjargon"), "serve", "-a", f"127.0.0.1:{port}"]
    kept = ("COVERAGE", "PYTHONPATH")
    passed = {name: text for name, text in os.environ.items() if name.startswith(kept)}
    environment = {"PATH": "/usr/bin:/bin", "NO_MKDOCS_2_WARNING": "1", **passed}
    process = subprocess.Popen(command, cwd=folder, env=environment, stderr=subprocess.DEVNULL)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}/"
    assert process.poll() is None, "the preview ended"
    process.terminate()
    process.wait()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("preview"), SMALL_SITE)


@pytest.fixture(scope="module")
def preview(folder: Path) -> Iterator[str]:
    yield from listening(folder)


@pytest.fixture(scope="module")
def page(browser: Browser, preview: str) -> Iterator[Page]:
    """The home page, left open all the time as an author would."""
    page = browser.new_page()
    page.goto(preview)
    expect(page.locator("h1")).to_contain_text("Home", timeout=PATIENCE)
    yield page
    page.close()


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_shown_and_forgiven(page: Page, folder: Path, name: str) -> None:
    path, broken, told = BROKEN[name]
    good = SMALL_SITE.get(path)
    data = broken if isinstance(broken, bytes) else broken.encode()
    (folder / path).write_bytes(data)
    expect(page.locator("ol")).to_contain_text(told, timeout=PATIENCE)
    # Waited for too: the page may be between its own reload and its head.
    expect(page).to_have_title(re.compile("problem"), timeout=PATIENCE)
    if good is None:
        (folder / path).unlink()
    else:
        (folder / path).write_text(good, encoding="utf-8")
    expect(page.locator("h1")).to_contain_text("Home", timeout=PATIENCE)
    expect(page.locator("a.uj-term")).to_have_text("bias")


def test_words_come_change_names_and_go(page: Page, folder: Path) -> None:
    write(folder, {"docs/index.md": "# Home\n\nWe fear bias and drift.\n"})
    expect(page.locator("article")).to_contain_text("and drift", timeout=PATIENCE)
    write(folder, {"glossary/drift.yml": DRIFT})
    expect(page.locator("a.uj-term[href='glossary/drift/']")).to_be_visible(timeout=PATIENCE)
    (folder / "glossary/drift.yml").rename(folder / "glossary/slow-drift.yml")
    expect(page.locator("a.uj-term[href='glossary/slow-drift/']")).to_be_visible(timeout=PATIENCE)
    (folder / "glossary/slow-drift.yml").unlink()
    expect(page.locator("a.uj-term")).to_have_count(1, timeout=PATIENCE)
    write(folder, {"docs/index.md": SMALL_SITE["docs/index.md"]})
    expect(page.locator("article")).not_to_contain_text("drift", timeout=PATIENCE)


def test_of_many_edits_in_a_row_the_last_one_stays(
    browser: Browser, page: Page, folder: Path, preview: str
) -> None:
    for number in range(12):
        write(folder, {"docs/index.md": f"# Home\n\nWe fear bias {number}.\n"})
        write(folder, {"glossary/bias.yml": f"{BIAS}why: It hurts {number}.\n"})
        # Into the first look, the build after it, and the one that begins anew.
        page.wait_for_timeout(40 * number)
    expect(page.locator("article")).to_contain_text("bias 11", timeout=PATIENCE)
    # In another tab: this one may reload itself at any time, which would end a `goto` in it.
    word = browser.new_page()
    word.goto(f"{preview}glossary/bias/")
    expect(word.locator("article")).to_contain_text("hurts 11", timeout=PATIENCE)
    word.close()
    write(folder, {name: SMALL_SITE[name] for name in ("docs/index.md", "glossary/bias.yml")})
    expect(page.locator("article")).not_to_contain_text("bias 11", timeout=PATIENCE)


@pytest.mark.parametrize("name", ["unknown-field", "configuration"])
def test_it_begins_with_a_broken_file_too(browser: Browser, tmp_path: Path, name: str) -> None:
    path, broken, told = BROKEN[name]
    assert isinstance(broken, str)
    write(tmp_path, SMALL_SITE | {path: broken})
    for address in listening(tmp_path):
        page = browser.new_page()
        page.goto(address)
        expect(page.locator("ol")).to_contain_text(told, timeout=PATIENCE)
        write(tmp_path, {path: SMALL_SITE[path]})
        expect(page.locator("h1")).to_contain_text("Home", timeout=PATIENCE)
        page.close()

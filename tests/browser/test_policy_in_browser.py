"""Every kind of page works under the exact policy that its build wrote, served by nginx."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from test_sweep import PAGES, Seen, open_card

from sites import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DOCUMENTED = re.findall(
    r"```nginx\n(.*?)```", (ROOT / "docs/authors/publishing.md").read_text("utf-8"), re.DOTALL
)
WHOLE = """\
daemon off;
master_process off;
pid {folder}/pid;
error_log stderr;
events {{}}
http {{
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
{server}}}
"""
NOTE_VIOLATIONS = """
addEventListener('securitypolicyviolation', event =>
  (window.violations ??= []).push(`${event.violatedDirective}: ${event.blockedURI}`))
"""


@pytest.fixture(scope="module")
def nginx() -> str:
    """Debian's nginx; without it the tests are skipped loudly, and fail in CI."""
    found = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if not found:
        reason = "no nginx: install Debian's package `nginx-light`"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    return found


def configured(folder: Path, server: str, site: Path, port: int) -> Path:
    """Write a configuration of the documentation, with this machine's folder and port."""
    server = server.replace("/srv/words/site", str(site))
    server = server.replace("listen 80;", f"listen 127.0.0.1:{port};")
    path = folder / "nginx.conf"
    path.write_text(WHOLE.format(folder=folder, server=server), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def address(
    nginx: str, example_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """Where nginx serves the example site as the documentation says."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    folder = tmp_path_factory.mktemp("nginx")
    path = configured(folder, DOCUMENTED[0], example_site, port)
    server = subprocess.Popen([nginx, "-c", str(path), "-p", str(folder)])
    found = f"http://127.0.0.1:{port}"
    for _ in range(100):
        try:
            urllib.request.urlopen(found).close()
            break
        except OSError:
            time.sleep(0.1)
    yield found
    server.terminate()
    server.wait()


@pytest.mark.parametrize("number", range(len(DOCUMENTED)))
def test_documented_configurations_are_right(
    nginx: str, example_site: Path, tmp_path: Path, number: int
) -> None:
    path = configured(tmp_path, DOCUMENTED[number], example_site, 8080)
    tried = subprocess.run(
        [nginx, "-t", "-c", str(path), "-p", str(tmp_path)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "syntax is ok" in tried.stderr
    assert tried.returncode == 0, tried.stderr


def test_every_kind_of_page_works_under_it(
    browser: Browser, example_site: Path, address: str
) -> None:
    name, _, value = (example_site / "security/csp.txt").read_text("utf-8").partition(": ")
    found: dict[str, list[str]] = {}
    context = browser.new_context()
    for kind, path in {**PAGES, "lost": "no/such/page/"}.items():
        page = context.new_page()
        page.add_init_script(NOTE_VIOLATIONS)
        seen = Seen(page, address)
        answer = page.goto(f"{address}/{path}", wait_until="load")
        assert answer
        assert answer.headers[name.lower()] == value.strip()
        if kind == "home":
            page.goto(f"{address}/?q=bias")
            page.wait_for_selector(".md-search-result__item")
        open_card(page)
        page.wait_for_timeout(200)
        complaints = [one for one in seen.complaints if kind != "lost" or "404" not in one]
        complaints += page.evaluate("window.violations ?? []")
        if complaints or seen.foreign:
            found[kind] = complaints + seen.foreign
        page.close()
    context.close()
    assert found == {}


def test_it_bites(browser: Browser, address: str) -> None:
    """An attack that got into a page would still not run."""
    page = browser.new_page()
    page.add_init_script(NOTE_VIOLATIONS)
    page.goto(address)
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hit=1\">');"
        "document.body.append(Object.assign(document.createElement('script'),"
        " {textContent: 'window.hit = 1'}))"
    )
    page.wait_for_function("() => (window.violations ?? []).length >= 2")
    assert page.evaluate("window.hit") is None
    assert {one.partition(":")[0] for one in page.evaluate("window.violations")} == {
        "script-src-elem",
        "script-src-attr",
    }
    page.close()


def test_it_never_allows_all_inline_code(example_site: Path) -> None:
    policy = (example_site / "security/csp.txt").read_text("utf-8")
    assert "'unsafe-inline'" not in policy
    assert "'unsafe-eval'" not in policy
    assert "style-src 'self';" in policy

"""A former address leads to the page that took its place: without script, wherever the site is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sites import SMALL_SITE, run, write

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FORMER = SMALL_SITE["glossary/bias.yml"] + "formerly: [lean, old-lean]\n"


@pytest.mark.parametrize("folders", [True, False])
@pytest.mark.parametrize("depth", ["", "team/wiki/words/"])
def test_a_former_address_leads_on_without_script(
    browser: Browser,
    serve: Callable[[Path], str],
    tmp_path: Path,
    folders: bool,
    depth: str,
) -> None:
    options = f"use_directory_urls: {str(folders).lower()}\nsite_dir: root/{depth}\n"
    files = {"mkdocs.yml": SMALL_SITE["mkdocs.yml"] + options, "glossary/bias.yml": FORMER}
    built = run("unjargon", "build", "--strict", cwd=write(write(tmp_path, SMALL_SITE), files))
    assert built.returncode == 0, built.stderr
    ending = "/" if folders else ".html"
    address = serve(tmp_path / "root")
    places = [f"{address}/{depth}"]
    if not folders:
        places.append((tmp_path / "root" / depth).as_uri() + ("" if depth else "/"))
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for place in places:
        base = place if place.endswith("/") else f"{place}/"
        for old in ("lean", "old-lean"):
            page.goto(f"{base}glossary/{old}{ending}", wait_until="commit")
            page.wait_for_url(f"{base}glossary/bias{ending}")
            assert page.locator("h1").inner_text() == "bias"
    context.close()

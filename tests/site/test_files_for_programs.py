"""Files for programs in real builds: where they are, and how pages lead to them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from sites import SMALL_SITE, build, write

SETTINGS = SMALL_SITE["mkdocs.yml"]
OFFERED = ["glossary.csv", "glossary.json", "glossary.jsonld", "glossary.ttl", "llms.txt"]


@pytest.mark.parametrize("flat", [False, True])
def test_the_glossary_links_to_files_that_are_there(tmp_path: Path, flat: bool) -> None:
    settings = (
        f"{SETTINGS}site_url: https://e.com/w/\nuse_directory_urls: {str(not flat).lower()}\n"
    )
    site = build(write(tmp_path, SMALL_SITE | {"mkdocs.yml": settings}))
    html = (site / "glossary/index.html").read_text("utf-8")
    shown = re.search(r'<p class="uj-downloads.*?</p>', html, re.DOTALL)
    links = re.findall(r'href="([^"]+)"', shown[0] if shown else "")
    announced = re.findall(r'<link rel="alternate" type="[^"]+" href="([^"]+)"', html)
    assert links == announced == [f"../{name}" for name in OFFERED]
    assert all((site / name).stat().st_size for name in OFFERED)
    word = (site / ("glossary/bias.html" if flat else "glossary/bias/index.html")).read_text(
        "utf-8"
    )
    (data,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', word)
    assert json.loads(data)["@id"] == f"https://e.com/w/glossary/bias{'.html' if flat else '/'}"


def test_every_page_names_the_search(tmp_path: Path) -> None:
    settings = f"{SETTINGS}site_url: https://e.com/w/\n"
    site = build(write(tmp_path, SMALL_SITE | {"mkdocs.yml": settings}))
    for page, root in (("index.html", ""), ("glossary/bias/index.html", "../../")):
        html = (site / page).read_text("utf-8")
        assert f'title="Small" href="{root}opensearch.xml">' in html
    assert "https://e.com/w/glossary/?word=" in (site / "opensearch.xml").read_text("utf-8")


def test_a_site_without_a_glossary_has_none(tmp_path: Path) -> None:
    settings = SETTINGS.replace("unjargon: {}", "unjargon: {sections: []}")
    site = build(write(tmp_path, SMALL_SITE | {"mkdocs.yml": settings}))
    assert [name for name in (*OFFERED, "opensearch.xml") if (site / name).exists()] == []
    assert "ld+json" not in (site / "index.html").read_text("utf-8")


def test_a_draft_is_in_none(tmp_path: Path) -> None:
    draft = "{term: zzdraft, short: zzdraft., plain: zzdraft., status: draft}"
    site = build(write(tmp_path, SMALL_SITE | {"glossary/zzdraft.yml": draft}))
    files = [path for path in site.rglob("*") if path.is_file()]
    assert [path for path in files if b"zzdraft" in path.read_bytes()] == []

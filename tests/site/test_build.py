"""The repository's own site and small ones, really built."""

from __future__ import annotations

import gc
import html
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

from sites import ROOT, SMALL_SITE, build, run, write
from unjargon.addresses import Addresses
from unjargon.pages import KINDS
from unjargon.site import Settings, Site

pytestmark = pytest.mark.slow


def pages(site: Path) -> Iterator[Path]:
    return (path for path in sorted(site.rglob("*.html")))


def test_every_record_has_its_page(example_site: Path) -> None:
    catalog = Site(Settings(ROOT, ROOT / "docs")).catalog
    expected = {
        Addresses().url(kind.source(record_id)) for kind in KINDS for record_id in kind.ids(catalog)
    }
    assert {url for url in expected if (example_site / url / "index.html").is_file()} == expected


def test_no_data_file_is_published(example_site: Path) -> None:
    assert [*example_site.rglob("*.yml"), *example_site.rglob("_*")] == []


def test_no_page_names_another_host(example_site: Path) -> None:
    loads = r"<(?:link|script|img|iframe|source)\b[^>]*(?:href|src)=[\"']?(?:https?:)?//[^\"'>\s]*"
    found = {
        address
        for page in pages(example_site)
        for address in re.findall(loads, page.read_text("utf-8"))
        if 'rel="canonical"' not in address
    }
    assert found == set()


def test_description_is_the_short_meaning(example_site: Path) -> None:
    short = Site(Settings(ROOT, ROOT / "docs")).catalog.terms["overfitting"].short
    page = (example_site / "glossary/overfitting/index.html").read_text("utf-8")
    assert f'<meta name="description" content="{html.escape(short)}">' in page


def test_edit_this_page_opens_the_yaml_file(example_site: Path) -> None:
    edit = "https://git.example.com/unjargon/edit/main"
    expected = {
        "glossary/overfitting": f"{edit}/glossary/overfitting.yml",
        "lifecycle/monitor": f"{edit}/docs/lifecycle/monitor.yml",
        "projects/predict-orders": f"{edit}/docs/projects/predict-orders.yml",
        "guides/is-it-ready": f"{edit}/docs/guides/is-it-ready.md",
    }
    found = {
        name: re.findall(
            r'<a href="([^"]*)"[^>]*rel="edit"', (example_site / name / "index.html").read_text()
        )
        for name in expected
    }
    assert found == {name: [url] for name, url in expected.items()}


@pytest.mark.parametrize(
    ("page", "tab"),
    [
        ("glossary/overfitting", "Glossary"),
        ("lifecycle/monitor", "Life cycle"),
        ("projects/predict-orders", "Projects"),
        ("guides/is-it-ready", "Guides"),
    ],
)
def test_the_section_of_a_page_is_current(example_site: Path, page: str, tab: str) -> None:
    text = (example_site / page / "index.html").read_text("utf-8")
    current = r'md-tabs__item--active">\s*<a[^>]*>\s*([^<]*?)\s*</a>'
    assert re.findall(current, text) == [tab]


def test_authors_pages_are_out_of_the_readers_search(example_site: Path) -> None:
    index = json.loads((example_site / "search/search_index.json").read_text("utf-8"))
    places = {entry["location"].partition("/")[0] for entry in index["docs"]}
    assert {"glossary", "lifecycle", "projects", "guides"} <= places
    assert not {"authors", "contributing"} & places


def test_links_change_no_word_of_the_search_index(example_site: Path) -> None:
    assert "uj-term" not in (example_site / "search/search_index.json").read_text("utf-8")


def test_every_page_with_linked_words_explains_them_at_its_end(example_site: Path) -> None:
    for page in pages(example_site):
        text = page.read_text("utf-8")
        linked = set(re.findall(r'class="uj-term" data-term="([^"]*)"', text))
        explained = re.findall(r'<dd id="uj-word-([^"]*)">', text)
        assert sorted(linked) == sorted(explained), page


def test_local_links_lead_somewhere(example_site: Path) -> None:
    dead = [
        f"{page.relative_to(example_site)}: {href}"
        for page in pages(example_site)
        if page.name != "404.html"
        for href in re.findall(r'<a\b[^>]*\shref="([^"#?:]+)[^":]*"', page.read_text("utf-8"))
        if not _target(page.parent / html.unescape(href)).is_file()
    ]
    assert dead == []


def _target(path: Path) -> Path:
    return path / "index.html" if path.is_dir() else path


def test_two_builds_are_the_same_bytes(small_site: Path, tmp_path: Path) -> None:
    build(small_site, "-d", str(tmp_path / "one"))
    build(small_site, "-d", str(tmp_path / "two"))
    assert snapshot(tmp_path / "one") == snapshot(tmp_path / "two")


def snapshot(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file() and path.suffix != ".gz"
    }


def test_a_bad_file_stops_the_build_and_leaves_the_site_as_it_was(small_site: Path) -> None:
    before = snapshot(build(small_site))
    write(small_site, {"glossary/drift.yml": "term: drift\nshrot: A change.\nplain: Change.\n"})
    built = run("mkdocs", "build", cwd=small_site)
    assert built.returncode == 1
    assert [line for line in built.stderr.splitlines() if "drift" in line] == [
        "ERROR   -  glossary/drift.yml:1:1: missing-field: short: a term needs it (add it)",
        "ERROR   -  glossary/drift.yml:2:1: unknown-field: shrot: not a field of a term "
        "(did you mean 'short'?)",
    ]
    assert "Traceback" not in built.stderr
    assert snapshot(small_site / "site") == before


@pytest.mark.parametrize(
    ("page", "kept"),
    [("# Home\n", [True, True, True, False]), ('{{ term("nope") }}\n', [True, True, False])],
    ids=["done", "failed"],
)
def test_what_lives_as_long_as_the_build_is_kept_for_good_and_no_longer(
    small_site: Path, page: str, kept: list[bool]
) -> None:
    write(small_site, {"docs/index.md": page})
    config = load_config(str(small_site / "mkdocs.yml"))
    seen = []

    def look(*_: object, **__: object) -> None:
        seen.append(gc.get_freeze_count() > 0)

    for event in ("nav", "env", "post_build"):
        config.plugins.events[event].insert(0, look)
    config.plugins.on_startup(command="build", dirty=False)
    with suppress(Abort):
        mkdocs_build(config)
    look()
    assert seen == kept


CASES = {
    "no-option-at-all": (
        {},
        {"index.html": '<a class="uj-term" data-term="bias" href="glossary/bias/" aria-desc'},
        {},
    ),
    "autolink-off-for-the-site": (
        {
            "mkdocs.yml": SMALL_SITE["mkdocs.yml"].replace(
                "unjargon: {}", "unjargon: {autolink: no}"
            )
        },
        {"index.html": "<p>We fear bias.</p>"},
        {"index.html": "uj-words"},
    ),
    "autolink-off-for-a-page": (
        {"docs/index.md": "---\nautolink: false\n---\nWe fear bias.\n"},
        {"index.html": "<p>We fear bias.</p>"},
        {"index.html": "uj-words"},
    ),
    "a-macro-links-where-autolink-is-off": (
        {"docs/index.md": '---\nautolink: false\n---\nBias, {{ term("bias") }}.\n'},
        {"index.html": '<p>Bias, <a class="uj-term" data-term="bias" href="glossary/bias/"'},
        {},
    ),
    "files-instead-of-folders": (
        {"mkdocs.yml": SMALL_SITE["mkdocs.yml"] + "use_directory_urls: false\n"},
        {"index.html": 'href="glossary/bias.html"', "glossary/bias.html": "<h1>bias</h1>"},
        {},
    ),
    "words-of-a-central-site": (
        {
            "mkdocs.yml": SMALL_SITE["mkdocs.yml"].replace(
                "unjargon: {}", "unjargon: {sections: [], glossary_url: 'https://ml.example/words'}"
            )
        },
        {"index.html": 'href="https://ml.example/words/bias/"'},
        {"index.html": 'href="glossary'},
    ),
    "another-theme": (
        {"mkdocs.yml": SMALL_SITE["mkdocs.yml"].replace("material, font: false", "mkdocs")},
        {"index.html": 'data-term="bias" href="glossary/bias/"', "glossary/index.html": "A to Z"},
        {},
    ),
    "an-own-page-in-place-of-a-generated-one": (
        {"docs/glossary/index.md": "# Our words\n"},
        {"glossary/index.html": "Our words", "glossary/bias/index.html": "<h1>bias</h1>"},
        {"glossary/index.html": "A to Z"},
    ),
    "a-former-address-sends-readers-on": (
        {"glossary/bias.yml": SMALL_SITE["glossary/bias.yml"] + "formerly: [lean]\n"},
        {"glossary/lean/index.html": '<meta http-equiv="refresh" content="0; url=../bias/">'},
        {},
    ),
    "a-page-says-how-often-words-are-linked": (
        {"docs/index.md": "---\nrepeat: always\n---\nBias, bias.\n"},
        {"index.html": '>Bias</a>, <a class="uj-term"'},
        {},
    ),
    "a-word-tells-which-pages-use-it": (
        {"docs/other.md": "# Other\n\nA bias.\n"},
        {
            "glossary/bias/index.html": '<p class="uj-used-on">On the pages: '
            '<a href="../../">Home</a>, <a href="../../other/">Other</a>.</p>'
        },
        {},
    ),
    "a-word-that-no-page-uses-says-so": (
        {"docs/index.md": "# Home\n"},
        {"glossary/bias/index.html": "No other page of this site links to this word yet."},
        {},
    ),
    "every-decision-is-written-down": (
        {
            "mkdocs.yml": SMALL_SITE["mkdocs.yml"].replace(
                "unjargon: {}", "unjargon: {linking_json: true}"
            ),
            "docs/index.md": "Bias and bias.\n",
        },
        {
            "linking.json": '"": [\n   {\n    "surface": "Bias",\n    "term": "bias",\n'
            '    "rule": "linked"\n   },\n   {\n    "surface": "bias",\n    "term": "bias",\n'
            '    "rule": "repeated"\n   }\n  ]'
        },
        {},
    ),
    "a-draft-is-not-published": (
        {"glossary/lean.yml": "term: lean\nshort: Secret.\nplain: Secret.\nstatus: draft\n"},
        {"glossary/index.html": "A to Z"},
        {"glossary/index.html": "lean</a>", "search/search_index.json": "Secret"},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_small_site(small_site: Path, name: str) -> None:
    files, holds, lacks = CASES[name]
    site = build(write(small_site, files))
    wrong = [path for path, text in holds.items() if text not in (site / path).read_text("utf-8")]
    wrong += [path for path, text in lacks.items() if text in (site / path).read_text("utf-8")]
    assert wrong == []

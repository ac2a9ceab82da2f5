"""Two lines in an existing site link its jargon, under any theme, and change nothing else."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from before_after import differences, linked
from sites import run, write

pytestmark = pytest.mark.slow

PAGES = {
    "docs/index.md": (
        "# Home\n\nOur model has a bias, see [the guide](guide/first.md).\n\n"
        "`bias` in code stays, {{ braces }} too.\n\n| a bias | b |\n| --- | --- |\n| model | 1 |\n"
    ),
    "docs/guide/first.md": (
        "# Bias for beginners\n\n!!! note\n    A model again.\n\n## Second\n\nText.\n"
    ),
    "docs/guide/second.md": "# Nothing\n\nNo word of ours.\n",
    "docs/style.css": "body { color: inherit }\n",
    "hook.py": (
        "def on_page_content(html, **_):\n    return html.replace('Text.', 'A hooked model.')\n"
    ),
}
WORDS = {
    "glossary/bias.yml": "term: bias\nshort: A lean.\nplain: A lean.\nanalogies:\n  kitchen: "
    "{story: S., maps: {a: b, c: d}, breaks_when: Never.}\n",
    "glossary/model.yml": "term: model\nshort: A program.\nplain: A program.\n",
    "glossary/_vocabulary.yml": "domains: {kitchen: {title: Kitchen}}\n",
    "docs/lifecycle/train.yml": "title: Train\nquestion: Q?\nsummary: It learns.\n",
}
CONFIGURATION = """\
site_name: Theirs
theme: {theme}
copyright: Them
extra_css: [style.css]
hooks: [hook.py]
markdown_extensions: [admonition, tables, attr_list]
nav:
- Home: index.md
- Guide: [guide/first.md, guide/second.md]
validation: {{nav: {{omitted_files: warn, not_found: warn}}, links: {{anchors: warn}}}}
plugins:
- search
"""
THEMES = {
    "mkdocs": "mkdocs",
    "readthedocs": "readthedocs",
    "material": "{name: material, font: false}",
}
NO_CHOICE = (
    "has no header that could hold 'Explain in my own terms'; addresses with ?with= and ?for= do "
    "the same for one visit"
)


def built(site: Path, configuration: str, name: str) -> subprocess.CompletedProcess[str]:
    write(site, {f"{name}.yml": configuration})
    done = run("mkdocs", "build", "--strict", "-f", f"{name}.yml", "-d", name, cwd=site)
    assert done.returncode == 0, done.stderr
    return done


@pytest.fixture(scope="module", params=THEMES)
def both(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path, str]:
    """A theme, a site that was built without and with the plugin, and what the second one told."""
    site = write(tmp_path_factory.mktemp(request.param), PAGES)
    configuration = CONFIGURATION.format(theme=THEMES[request.param])
    built(site, configuration, "before")
    write(site, WORDS)
    done = built(site, f"{configuration}- unjargon\n", "after")
    return request.param, site, done.stderr


def test_jargon_is_linked(both: tuple[str, Path, str]) -> None:
    after = both[1] / "after"
    found = {
        page: linked((after / page / "index.html").read_text("utf-8"))
        for page in ("", "guide/first", "guide/second")
    }
    assert found == {"": ["model", "bias"], "guide/first": ["model"], "guide/second": []}


def test_nothing_else_changes(both: tuple[str, Path, str]) -> None:
    assert list(differences(both[1] / "before", both[1] / "after")) == []


def test_the_sections_are_there_and_told(both: tuple[str, Path, str]) -> None:
    theme, site, told = both
    for page in ("glossary", "glossary/bias", "lifecycle", "lifecycle/train", "explain"):
        assert (site / "after" / page / "index.html").is_file(), page
    lines = re.findall(r"^INFO    -  ((?:theme|glossary|lifecycle).*)", told, re.MULTILINE)
    hint = "not in nav; name it there to show it in the navigation"
    lacking = [] if theme == "material" else [f"theme '{theme}' {NO_CHOICE}"]
    assert lines == [f"glossary/index.md: {hint}", f"lifecycle/index.md: {hint}", *lacking]


def test_sections_go_where_the_configuration_says(tmp_path: Path) -> None:
    site = write(
        tmp_path, {**PAGES, **WORDS, "docs/glossary.md": "# Ours\n\n[bias](help/words/bias.md)\n"}
    )
    nav = (
        "- Guide: [guide/first.md, guide/second.md]\n- glossary.md\n- Words: help/words/index.md\n"
    )
    configuration = CONFIGURATION.format(theme="mkdocs").replace(
        "- Guide: [guide/first.md, guide/second.md]\n", nav
    )
    options = "sections: [glossary], addresses: {glossary: help/words, explain: help/paste}"
    built(site, f"{configuration}- unjargon: {{{options}}}\n", "after")
    after = site / "after"
    assert 'href="help/words/bias/"' in (after / "index.html").read_text("utf-8")
    assert "<h1" in (after / "help/words/index.html").read_text("utf-8")
    assert (after / "help/paste/words.js").is_file()
    assert 'href="../help/words/bias/"' in (after / "glossary/index.html").read_text("utf-8")
    assert not (after / "lifecycle").exists()
    edge = (after / "404.html").read_text("utf-8")
    assert 'data-words="/help/paste/words.js"' in edge
    assert 'action="/help/words/"' in edge


def test_a_page_that_has_the_address_stays_and_is_told(tmp_path: Path) -> None:
    site = write(tmp_path, {**PAGES, **WORDS, "docs/glossary.md": "# Our own list\n"})
    write(site, {"mkdocs.yml": "site_name: S\ntheme: mkdocs\nplugins: [unjargon]\n"})
    done = run("mkdocs", "build", cwd=site)
    lines = [line for line in done.stderr.splitlines() if line.startswith("WARNING")]
    assert lines == [
        "WARNING -  glossary.md has the address glossary/ already, so 'Glossary' is not shown "
        "there (choose another folder with the option addresses, such as {glossary: words})"
    ]
    assert "Our own list" in (site / "site/glossary/index.html").read_text("utf-8")


def test_only_links_to_the_central_site(tmp_path: Path) -> None:
    site = write(tmp_path, PAGES)
    options = "sections: [], glossary_url: 'https://words.example/glossary/'"
    configuration = CONFIGURATION.format(theme="readthedocs")
    built(site, configuration, "before")
    write(site, WORDS)
    built(site, f"{configuration}- unjargon: {{{options}}}\n", "after")
    assert 'href="https://words.example/glossary/bias/"' in (site / "after/index.html").read_text()
    assert list(differences(site / "before", site / "after")) == []
    assert pages_of(site / "after") == pages_of(site / "before")


def pages_of(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


OWN_THEME = "theme: {name: null, custom_dir: theme}\n"
BARE = "<!doctype html><html><head><title>{{ page.title }}</title></head><body>%s</body></html>\n"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (
            "{{ page.content }}",
            [
                "prints no extra_css, so nothing of Unjargon has its look (print it in the head)",
                "prints no extra_javascript, so no card shows (print it at the end of the body)",
            ],
        ),
        (
            "{{ page.content | striptags }}"
            "{% for path in config.extra_css %}{{ path }}{% endfor %}"
            "{% for path in config.extra_javascript %}{{ path }}{% endfor %}",
            ["does not print page.content as it is, so no word is linked"],
        ),
    ],
)
def test_what_a_theme_lacks_is_told(body: str, told: list[str], tmp_path: Path) -> None:
    site = write(tmp_path, {**PAGES, **WORDS, "theme/main.html": BARE % body})
    write(
        site,
        {"mkdocs.yml": f"site_name: S\n{OWN_THEME}plugins: [unjargon]\n"},
    )
    done = run("mkdocs", "build", cwd=site)
    lines = [line for line in done.stderr.splitlines() if line.startswith("WARNING")]
    assert lines == [f"WARNING -  this site's theme {line}" for line in told]


NO_FOLDER = "is no folder of a site (write a folder such as words or help/words)"


@pytest.mark.parametrize(
    ("addresses", "told"),
    [
        ("{glosary: words}", "nothing is generated in 'glosary' (did you mean 'glossary'?)"),
        (
            "{glossary: ../words}",
            f"glossary: '../words' {NO_FOLDER}",
        ),
        (
            "{glossary: /words}",
            f"glossary: '/words' {NO_FOLDER}",
        ),
        ("{glossary: lifecycle}", "glossary: 'lifecycle' is taken"),
    ],
)
def test_addresses_that_cannot_be_are_refused(addresses: str, told: str, tmp_path: Path) -> None:
    site = write(tmp_path, {**PAGES, **WORDS})
    plugin = f"plugins: [unjargon: {{addresses: {addresses}}}]\n"
    write(site, {"mkdocs.yml": f"site_name: S\ntheme: mkdocs\n{plugin}"})
    done = run("mkdocs", "build", cwd=site)
    expected = f"\nmkdocs.yml: unjargon: addresses: {told}\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, expected, "")

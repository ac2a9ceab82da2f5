"""Strict means it: what is wrong on a page fails the build with page and line, quiet or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from sites import SMALL_SITE, run, write
from unjargon.dead import dead_links
from unjargon.finished import read_page

PAGES = {
    # With the default of mkdocs-macros, which would show the braces.
    "mkdocs.yml": SMALL_SITE["mkdocs.yml"].replace(", on_undefined: strict", ""),
    "docs/undefined.md": (
        "---\ntitle: Undefined\n---\n\n# Undefined\n\n{{ nobody }} {{ nobody.knows['it'] }}\n\n"
        "{{ no_macro(1) }}\n{% for one in none_such %}{% endfor %}\n"
        "{% if maybe %}{% endif %}{{ term('bias') }}\n"
    ),
    "docs/syntax.md": "---\ntitle: Syntax\n---\n# Syntax\n\n{% for %}\n",
    "docs/failing.md": "# Failing\n\n\n{{ 1 / 0 }}\n",
    "docs/front.md": "---\ntitle: Front: matter\n---\n# Front\n",
    "docs/endless.md": "---\ntitle: Endless\n\n# Endless\n",
    "docs/list.md": "---\n- one\n---\n# List\n",
    "docs/rule.md": "---\n\n# A page may begin with a line\n",
}
TOLD = [
    "docs/endless.md:1:1: front-matter: the front matter never ends (end it with a second line "
    "---)",
    "docs/failing.md:4:1: macro: ZeroDivisionError: division by zero (mend the macro in this line)",
    "docs/front.md:2:13: front-matter: mapping values are not allowed in this context (text that "
    "holds ': ' needs quotes around it)",
    "docs/list.md:2:1: front-matter: the front matter holds no `name: text` lines (fill it, or "
    "take both --- away)",
    "docs/syntax.md:6:1: macro: Expected an expression, got 'end of statement block' (mend the "
    "macro in this line)",
    "docs/undefined.md:10:1: undefined: 'none_such' is undefined (mend its name, or define it)",
    "docs/undefined.md:11:1: undefined: 'maybe' is undefined (mend its name, or define it)",
    "docs/undefined.md:7:1: undefined: 'nobody' is undefined (mend its name, or define it)",
    "docs/undefined.md:9:1: undefined: 'no_macro' is undefined (mend its name, or define it)",
]
LINKS = {
    "docs/index.md": (
        "# Home\n\nWe fear bias.\n\n"
        '<a href="nowhere/">raw</a>\n<a href="glossary/bias/#nowhere">raw</a>\n'
        '<p>\n<img src="gone.png" alt="">\n</p>\n<a href="#in-plain-words">raw</a>\n\n'
        "[kept](other.md#there) <a href='other/#there'>kept</a> [away](https://example.org/x)\n"
    ),
    "docs/other.md": "# Other\n\n## There\n\n[lost](index.md#lost)\n",
}
DEAD = [
    "docs/index.md:10:1: dead-anchor: '#in-plain-words' names a place that is not on that page "
    "(name a heading or id of it)",
    "docs/index.md:5:1: dead-link: 'nowhere/' leads nowhere on this site (mend or remove it)",
    "docs/index.md:6:1: dead-anchor: 'glossary/bias/#nowhere' names a place that is not on that "
    "page (name a heading or id of it)",
    "docs/index.md:8:1: dead-link: 'gone.png' leads nowhere on this site (mend or remove it)",
    "docs/other.md:5:1: dead-anchor: '../#lost' names a place that is not on that page (name a "
    "heading or id of it)",
]


def told(said: str, *levels: str) -> list[str]:
    """Return the problems that a build told, sorted."""
    marks = [f"{level:<8}-  " for level in levels]
    lines = [line.removeprefix(mark) for line in said.splitlines() for mark in marks
             if line.startswith(f"{mark}docs/")]  # fmt: skip
    return sorted(lines)


@pytest.mark.slow
@pytest.mark.parametrize("command", [("mkdocs", "build"), ("unjargon", "build", "-q")])
def test_what_is_wrong_on_a_page_stops_every_build(
    small_site: Path, command: tuple[str, ...]
) -> None:
    built = run(*command, cwd=write(small_site, PAGES))
    assert told(built.stderr, "ERROR") == TOLD
    assert built.returncode == 1


@pytest.mark.slow
@pytest.mark.parametrize("volume", [(), ("-q",), ("-v",)])
@pytest.mark.parametrize("command", ["mkdocs", "unjargon"])
def test_dead_links_fail_a_strict_build_at_any_volume(
    small_site: Path, command: str, volume: tuple[str, ...]
) -> None:
    write(small_site, LINKS)
    built = run(command, "build", "--strict", *volume, cwd=small_site)
    assert built.returncode == 1
    assert told(built.stderr, "WARNING") == ([] if volume == ("-q",) else DEAD)
    assert "in strict mode" in built.stdout + built.stderr


@pytest.mark.slow
def test_dead_links_only_warn_where_nobody_asked_for_more(small_site: Path) -> None:
    built = run("unjargon", "build", cwd=write(small_site, LINKS))
    assert (built.returncode, told(built.stderr, "WARNING")) == (0, DEAD)


def dead(page: str, site_url: str = "", name: str = "a/b/index.html") -> list[tuple[str, bool]]:
    pages = {
        name: read_page(page),
        "index.html": read_page('<p id="x"><a name="y"></a></p>'),
        "c.html": read_page("<h2 id='ü'></h2>"),
    }
    files = [*pages, "a/p.png", "a/q.png"]
    return [(one.address, one.anchor) for one in dead_links(pages, files, site_url)]


LIVING = {
    "relative": '<a href="../../c.html">',
    "folder": '<a href="../../">',
    "folder-without-slash": '<a href="..\x2f..">',
    "itself": '<a href="">x</a><a href="?q=1">x</a><a href="#">x</a><a href="#top">x</a>',
    "anchor": '<a href="../../#x"></a><a href="../../#y"></a>',
    "anchor-percent-encoded": '<a href="../../c.html#%C3%BC"></a>',
    "text-fragment": '<a href="../../#:~:text=word"></a>',
    "elsewhere": '<a href="https://example.org/x">x</a><a href="//example.org/x"></a>',
    "other-schemes": '<a href="mailto:a@b.c">x</a><a href="tel:1"></a><img src="data:image/png,">',
    "comment": '<!-- <a href="gone/"> -->',
    "script": "<script>'<a href=\"gone/\">'</script>",
    "text": "<pre>&lt;a href=\"gone/\"&gt;</pre><textarea><a href='gone'></textarea>",
    "source-set": '<img srcset="../p.png 1x, ../q.png 2x">',
}
LOST = {
    "relative": ('<a href="../d.html">', [("../d.html", False)]),
    "without-quotes": ("<a href=../d.html>", [("../d.html", False)]),
    "capitals": ('<A HREF="D.html">', [("D.html", False)]),
    "entity": ('<a href="&#100;.html">', [("d.html", False)]),
    "after-a-bracket-in-a-value": ('<a title="a > b" href="d">', [("d", False)]),
    "above-the-root": ('<a href="../../../../d/">', [("../../../../d/", False)]),
    "anchor": ('<a href="../../#z"></a><a href="#z"></a>', [("../../#z", True), ("#z", True)]),
    "picture": ("<img src='r.png'>", [("r.png", False)]),
    "one-of-a-source-set": ('<img srcset="../p.png 1x, r.png 2x">', [("r.png", False)]),
}


@pytest.mark.parametrize("name", LIVING)
def test_links_that_lead_somewhere(name: str) -> None:
    assert dead(LIVING[name]) == []


@pytest.mark.parametrize("name", LOST)
def test_links_that_lead_nowhere(name: str) -> None:
    page, expected = LOST[name]
    assert dead(page) == expected


def test_whole_addresses_of_the_site_itself_are_looked_at() -> None:
    page = '<a href="https://e.org/w/c.html"></a><a href="https://e.org/w/d"></a><a href="/w/e">'
    assert dead(page, "https://e.org/w/") == [("https://e.org/w/d", False), ("/w/e", False)]
    assert dead('<a href="/elsewhere">', "https://e.org/w/") == []

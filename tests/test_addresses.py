"""Where pages are, and how one links to another, under either address scheme."""

from __future__ import annotations

import pytest

from unjargon.addresses import Addresses, relative, source_of

FOLDERS = Addresses()
FILES = Addresses(directory_urls=False)
TEAM = Addresses(sections=("projects",), glossary_url="https://example.com/words/glossary")
BARE = Addresses(sections=("lifecycle",))


@pytest.mark.parametrize(
    ("source", "folder", "file"),
    [
        ("index.md", "", "index.html"),
        ("about.md", "about/", "about.html"),
        ("glossary/index.md", "glossary/", "glossary/index.html"),
        ("glossary/bias.md", "glossary/bias/", "glossary/bias.html"),
        ("a/b/index.md", "a/b/", "a/b/index.html"),
        ("a/b/c.md", "a/b/c/", "a/b/c.html"),
    ],
)
def test_url(source: str, folder: str, file: str) -> None:
    assert (FOLDERS.url(source), FILES.url(source)) == (folder, file)


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("glossary/bias/", "", "glossary/bias/"),
        ("glossary/bias/", "about/", "../glossary/bias/"),
        ("glossary/bias/", "glossary/", "bias/"),
        ("glossary/bias/", "glossary/variance/", "../bias/"),
        ("glossary/bias/", "glossary/bias/", "./"),
        ("glossary/", "glossary/bias/", "../"),
        ("", "", "./"),
        ("", "a/b/c/", "../../../"),
        ("glossary/bias.html", "index.html", "glossary/bias.html"),
        ("glossary/bias.html", "glossary/variance.html", "bias.html"),
        ("glossary/bias.html", "a/b/c.html", "../../glossary/bias.html"),
        ("index.html", "glossary/bias.html", "../index.html"),
        ("assets/x.css", "glossary/bias/", "../../assets/x.css"),
        ("assets/x.css", "404.html", "assets/x.css"),
    ],
)
def test_relative(target: str, page: str, link: str) -> None:
    assert relative(target, page) == link


@pytest.mark.parametrize(
    ("kind", "source"),
    [
        ("term", "glossary/x.md"),
        ("stage", "lifecycle/x.md"),
        ("project", "projects/x.md"),
    ],
)
def test_source(kind: str, source: str) -> None:
    assert source_of(kind, "x") == source


@pytest.mark.parametrize(
    ("addresses", "kind", "page", "link"),
    [
        (FOLDERS, "term", "guides/start/", "../../glossary/x/"),
        (FOLDERS, "stage", "", "lifecycle/x/"),
        (FOLDERS, "project", "projects/", "x/"),
        (FILES, "term", "guides/start.html", "../glossary/x.html"),
        (FILES, "stage", "index.html", "lifecycle/x.html"),
        (TEAM, "term", "guides/start/", "https://example.com/words/glossary/x/"),
        (TEAM, "project", "guides/start/", "../../projects/x/"),
    ],
)
def test_href(addresses: Addresses, kind: str, page: str, link: str) -> None:
    assert addresses.href(kind, "x", page) == link


def test_slash_at_the_end_of_glossary_url_makes_no_difference() -> None:
    slash = Addresses(sections=(), glossary_url="https://example.com/words/glossary/")
    assert slash.href("term", "x", "") == TEAM.href("term", "x", "")


@pytest.mark.parametrize(
    ("addresses", "kinds"),
    [
        (FOLDERS, {"term", "stage", "project"}),
        (TEAM, {"term", "project"}),
        (BARE, {"stage"}),
    ],
)
def test_has(addresses: Addresses, kinds: set[str]) -> None:
    assert {kind for kind in ("term", "stage", "project") if addresses.has(kind)} == kinds


@pytest.mark.parametrize(
    ("addresses", "page", "href", "term"),
    [
        (FOLDERS, "", "glossary/bias/", "bias"),
        (FOLDERS, "", "./glossary/bias/#why", "bias"),
        (FOLDERS, "", "glossary/bias", "bias"),
        (FOLDERS, "guides/start/", "../../glossary/bias/?x=1#why", "bias"),
        (FOLDERS, "glossary/variance/", "../bias/", "bias"),
        (FOLDERS, "glossary/", "bias/", "bias"),
        (FOLDERS, "guides/start/", "/glossary/bias/", "bias"),
        (FOLDERS, "guides/start/", "glossary/bias/", None),
        (FOLDERS, "guides/start/", "../../glossary/", None),
        (FOLDERS, "guides/start/", "../../lifecycle/bias/", None),
        (FOLDERS, "guides/start/", "#bias", None),
        (FOLDERS, "", "https://example.com/glossary/bias/", None),
        (FOLDERS, "", "//example.com/glossary/bias/", None),
        (FOLDERS, "", "mailto:glossary/bias", None),
        (FOLDERS, "", "", None),
        (FILES, "index.html", "glossary/bias.html#why", "bias"),
        (FILES, "guides/start.html", "../glossary/bias.html", "bias"),
        (FILES, "glossary/variance.html", "bias.html", "bias"),
        (FILES, "guides/start.html", "bias.html", None),
        (FILES, "guides/start.html", "../glossary.html", None),
        (TEAM, "guides/start/", "https://example.com/words/glossary/bias/", "bias"),
        (TEAM, "guides/start/", "https://example.com/words/glossary/bias#why", "bias"),
        (TEAM, "guides/start/", "https://example.com/words/glossary/", None),
        (TEAM, "guides/start/", "https://example.org/words/glossary/bias/", None),
        (TEAM, "guides/start/", "../../glossary/bias/", None),
        (BARE, "", "glossary/bias/", None),
        (BARE, "", "/bias/", None),
    ],
)
def test_term_at(addresses: Addresses, page: str, href: str, term: str | None) -> None:
    assert addresses.term_at(href, page) == term


@pytest.mark.parametrize("page", ["", "about/", "guides/start/", "glossary/", "glossary/bias/"])
@pytest.mark.parametrize("addresses", [FOLDERS, FILES, TEAM], ids=["folders", "files", "team"])
def test_term_at_understands_href(addresses: Addresses, page: str) -> None:
    shown = page if addresses.directory_urls else f"{page}index.html"
    assert addresses.term_at(addresses.href("term", "bias", shown), shown) == "bias"


@pytest.mark.parametrize("addresses", [FOLDERS, FILES, TEAM], ids=["folders", "files", "team"])
@pytest.mark.parametrize(
    "page",
    [
        *("", "a/b/", "glossary/", "glossary/lens/", "a/b.html", "glossary/bias.html"),
        *("glossary/bias/", "glossary/bias/more.html"),
    ],
)
def test_many_links_are_those_that_each_would_be(addresses: Addresses, page: str) -> None:
    assert addresses.hrefs("term", page)("bias") == addresses.href("term", "bias", page)

"""Parts of Unjargon alone, each in a process of its own: `python -m bench.probe load FOLDER 100`.

Start-up cancels out: each probe is run with one item and with many.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import yaml

HREF = "https://words.example.com/glossary/{}/"


def load(folder: Path, count: int) -> None:
    """Read, validate and cross-check the first terms of a glossary."""
    from unjargon.load import Folders, Layer
    from unjargon.load import load as load_all
    from unjargon.references import find_problems

    loaded = load_all(Folders((Layer("bench", folder / str(count), "bench"),)))
    problems = [*loaded.problems, *find_problems(loaded)]
    assert not problems, problems[:5]
    assert len(loaded.terms) == count


def load_yaml(folder: Path, count: int) -> None:
    """Read the same files with PyYAML's C loader alone."""
    for path in sorted((folder / str(count)).glob("*.yml")):
        yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)


def link(folder: Path, count: int) -> None:
    """Link the first pages, "Words on this page" included."""
    from unjargon.linking import Matcher, Page, link_html, words_section
    from unjargon.model import Term

    matcher = Matcher({key: Term.model_validate(term) for key, term in _terms(folder).items()})
    page = Page(href=HREF.format)
    for html in _pages(folder)[:count]:
        linked = link_html(html, matcher, page)
        words_section(linked.terms, matcher.terms, page.href)


SHAPES = (
    *(
        "word ",
        "bias ",
        "bias-",
        "bias/",
        "bias",
        "<",
        "<a ",
        "<a>",
        "<b>",
        "<code>",
        "</p>",
        "<!--",
    ),
    *(
        "<p>bias</p>",
        "<b title='",
        "&amp;",
        "&amp",
        "<td>x",
        "\ud55c\uad6d",
        "\u6a5f\u5668",
        "e\u0301",
        "\0",
    ),
)
"""Texts that cost a naive search, or a naive parser, more than their length."""


def grow(_: Path, count: int) -> None:
    """Link texts of one kilobyte times `count`, of every shape."""
    from unjargon.linking import Matcher, Page, link_html
    from unjargon.model import Term

    matcher = Matcher({"bias": Term(term="bias", short="-", plain="-", aliases=("bias-bias x",))})
    for shape in SHAPES:
        link_html(shape * (count * 1000 // len(shape)), matcher, Page(href=HREF.format))


def scan(folder: Path, count: int) -> None:
    """Search the first pages for the same forms with ahocorasick_rs, and do nothing else."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    from unjargon.forms import forms
    from unjargon.model import Term

    terms = [Term.model_validate(term) for term in _terms(folder).values()]
    names = sorted({"".join(form.keys) for term in terms for form in forms(term)})
    automaton = AhoCorasick(names, matchkind=MatchKind.LeftmostLongest)
    for html in _pages(folder)[:count]:
        automaton.find_matches_as_indexes(html.lower())


def _terms(folder: Path) -> dict[str, dict[str, str]]:
    lines = (folder / "terms.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return {
        key: {"term": name, "short": short, "plain": "-"} | ({"expansion": full} if full else {})
        for key, name, full, short in rows
    }


def _pages(folder: Path) -> list[str]:
    return (folder.parents[1] / "pages" / "pages.html").read_text("utf-8").split("\f")


PROBES: dict[str, Callable[[Path, int], None]] = {
    "load": load,
    "yaml": load_yaml,
    "link": link,
    "grow": grow,
    "scan": scan,
}

if __name__ == "__main__":
    PROBES[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))

"""The big build: a page for each of 10,000 terms and half as many others ÷ as many plain pages.

It takes minutes, so each side is built once and judged by CPU time. A smaller one shows what does
not grow with the size; only the whole one is judged.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.generate import write_glossary, write_once, write_pages, write_plain_term_pages
from bench.measure import NotMeasuredError, Taken, take
from bench.report import Result
from bench.words import Language

TERMS = 10_000
"""Terms of the build that is judged."""
_CONFIG = """\
site_name: Big
theme: {{name: material, font: false}}
nav: [index.md{nav}]
not_in_nav: |
  /pages/
  /words/
plugins: [search{plugin}]
markdown_extensions: [attr_list, def_list, md_in_html, tables, toc]
"""


def big_results(
    root: Path,
    python: Path,
    env: dict[str, str],
    language: Language,
    say: Callable[[str], None],
    terms: int = TERMS,
) -> list[Result]:
    """Build both sites once and return their rows."""
    total = terms + terms // 2
    taken: list[Taken] = []
    for name in ("ours", "plain"):
        write = partial(_prepare, language=language, terms=terms, ours=name == "ours")
        folder = write_once(root / f"big-{name}-{terms}", write)
        say(f"building {name}: {total:,} pages")
        try:
            taken.append(take([str(python), "-m", "mkdocs", "build", "-q"], env, folder))
        except NotMeasuredError as error:
            why = f"not measured: {name}: {error}"
            return [Result("big", "the big build", 1.25, None, "", None, why)]
        say(f"  {taken[-1].seconds:,.0f} s, {taken[-1].megabytes:,.0f} MB")
    ours, plain = taken
    words = f"{terms:,} terms with pages and {terms // 2:,} pages"
    time = ours.seconds / plain.seconds
    idle = pages_with_idle_words(root / f"big-ours-{terms}" / "site")
    return [
        _result("big", f"{words} ÷ {total:,} plain pages", 1.25, time, "seconds"),
        _result("big-memory", f"peak memory of {words}", 1000, ours.megabytes, "megabytes"),
        _result(
            *("big-plain", f"peak memory of {total:,} plain pages", None),
            *(plain.megabytes, "megabytes"),
        ),
        _result("big-words", "pages that carry a word that they do not link", 0, idle, "pages"),
    ]


def _prepare(folder: Path, *, language: Language, terms: int, ours: bool) -> None:
    write_pages(folder / "docs", language, terms // 2)
    if ours:
        write_glossary(folder / "glossary", language, terms)
    else:
        write_plain_term_pages(folder / "docs" / "words", language, terms)
    plugin = ", unjargon: {sections: [glossary]}" if ours else ""
    nav = ", glossary/index.md" if ours else ", words/index.md"
    (folder / "mkdocs.yml").write_text(_CONFIG.format(plugin=plugin, nav=nav), "utf-8")


def pages_with_idle_words(site: Path) -> int:
    """Count the pages of a finished site whose word list holds more than they link."""
    count = 0
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        carried = set(re.findall(r'id="uj-word-([a-z0-9-]+)"', html)) - {"title"}
        count += bool(carried - set(re.findall(r'data-term="([a-z0-9-]+)"', html)))
    return count


def _result(row: str, what: str, limit: float | None, value: float, by: str) -> Result:
    verdict = "report" if limit is None else "within" if value <= limit else "over"
    return Result(row, what, limit, value, by, value if by == "seconds" else None, verdict)

"""The harness of `make bench` still runs, at a size that takes seconds."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bench.big import pages_with_idle_words
from bench.measure import take
from bench.report import table, work_out
from bench.rows import Row
from bench.run import Bench
from bench.subjects import Subject, prepare
from bench.words import Language

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    language = Language()
    language.make_terms(200)
    folder = tmp_path_factory.mktemp("bench")
    return Bench(folder, Path(sys.executable), ROOT / "macros", language)


def test_a_row_is_measured_and_worked_out(bench: Bench) -> None:
    ours, theirs = Subject("load", 200), Subject("yaml", 200)
    row = Row("load", "load", None, (ours, theirs), lambda cost: cost(ours) / cost(theirs))
    bench.measure([row], rounds=1, counted=False)
    assert bench.figures.failed == {}
    assert table([work_out(row, bench.figures)]).endswith("| report |")


def test_no_page_carries_more_words_than_it_links(bench: Bench) -> None:
    subject = Subject("on", 100)
    folder = prepare(bench.root, subject, 3, bench.language)
    take([sys.executable, "-m", "mkdocs", "build", "-q"], bench.env, folder)
    page = folder / "site" / "pages" / "00001" / "index.html"
    html = page.read_text("utf-8")
    assert html.count('class="uj-word"') == html.count('class="uj-term"') == 12
    assert pages_with_idle_words(folder / "site") == 0
    # One that nothing links is counted.
    page.write_text(html.replace('data-term="', 'data-x="', 1), "utf-8")
    assert pages_with_idle_words(folder / "site") == 1

"""The command: `python -m bench.run`. Progress goes to stderr, the table to stdout."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

from bench.big import TERMS, big_results
from bench.figures import Figures, Run
from bench.measure import NotMeasuredError, count, environment, take
from bench.peers import interpreter
from bench.report import as_json, table, tools_table, work_out
from bench.rows import ROWS, Row
from bench.subjects import SIZES, Subject, prepare
from bench.texts import write_probe_texts
from bench.words import Language

ROOT = Path(__file__).parents[2]
FIRST_PAGE = 120.0
"""Seconds that a site of one page may take; what takes longer is not measured."""


def main() -> int:
    """Measure, print the table, write bench.json; return 1 if a gate was asked for and missed."""
    options = _options()
    rows = [row for row in ROWS if not options.rows or row.id in options.rows]
    options.out.mkdir(parents=True, exist_ok=True)
    language = Language()
    language.make_terms(SIZES[-1])
    python, missing = interpreter(ROOT / ".bench" / "venv")
    bench = Bench(options.work.resolve(), python, options.package, language)
    for requirement, why in missing.items():
        _say(f"{requirement} is not installed: {why}")
    if options.big:
        told = (bench.root, bench.python, bench.env, language, _say)
        results, figures = big_results(*told, options.big), None
    else:
        rounds = options.rounds or (3 if options.quick else 9)
        bench.measure(rows, rounds=rounds, counted=not options.quick)
        results, figures = [work_out(row, bench.figures) for row in rows], bench.figures
    print(table(results))
    if figures:
        print(f"\n{tools_table(figures)}")
    name = "bench-big.json" if options.big else "bench.json"
    text = json.dumps(as_json(results, figures or Figures()), indent=1, ensure_ascii=False)
    (options.out / name).write_text(text + "\n", "utf-8")
    _say(f"written to {options.out / name}")
    return int(options.gate and any(result.verdict == "over" for result in results))


class Bench:
    """Sites and probes on disk, and what running them took.

    Args:
        root: Folder of everything that is generated; what it holds is used again.
        python: The interpreter that runs them.
        package: Source root of the Unjargon that is measured.
        language: Where words come from.
    """

    def __init__(self, root: Path, python: Path, package: Path, language: Language) -> None:
        self.root = root
        self.python = python
        self.env = environment((package.resolve(), ROOT / "tests"))
        self.language = language
        self.figures = Figures()

    def measure(self, rows: list[Row], *, rounds: int, counted: bool) -> None:
        """Measure what rows need: instructions first, then all times in turn, A B C A B C."""
        subjects = list(dict.fromkeys(subject for row in rows for subject in row.subjects))
        for subject in subjects:  # Writes files, fills caches, and shows what cannot run.
            self._try(subject, subject.few, partial(take, limit=FIRST_PAGE))
        if counted:
            runs = self._runs([one for one in subjects if one.is_countable], counted=True)
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                list(pool.map(self._count, sorted(runs, key=lambda run: -run[0].size)))
        for round_ in range(rounds):
            _say(f"timing, round {round_ + 1} of {rounds}")
            for run in self._runs(subjects, counted=False):
                taken = self._try(*run, take)
                if taken:
                    self.figures.seconds.setdefault(run, []).append(taken.seconds)
                    self.figures.megabytes.setdefault(run, []).append(taken.megabytes)

    def _runs(self, subjects: list[Subject], *, counted: bool) -> list[Run]:
        return [(s, pages) for s in subjects for pages in (s.few, s.many(counted=counted))]

    def _count(self, run: Run) -> None:
        _say(f"counting {run[0].name}, {run[1]:,} items")
        counted = self._try(*run, count)
        if counted:
            self.figures.instructions[run] = [counted]

    def _try(self, subject: Subject, pages: int, measure: Any) -> Any:
        """Run one subject; None, and the reason kept, where that is not possible."""
        if subject in self.figures.failed:
            return None
        try:
            return measure(*self._command(subject, pages))
        except NotMeasuredError as error:
            _say(f"{subject.name}: not measured: {error}")
            if measure is not count:
                self.figures.failed[subject] = str(error)
            return None

    def _command(self, subject: Subject, pages: int) -> tuple[list[str], dict[str, str], Path]:
        if subject.is_probe:
            folder = write_probe_texts(self.root, subject, pages, self.language)
            probe = [str(self.python), "-m", "bench.probe", subject.tool, str(folder), str(pages)]
            return probe, self.env, folder
        folder = prepare(self.root, subject, pages, self.language)
        # Emptying the site of an earlier run takes instructions too.
        shutil.rmtree(folder / "site", ignore_errors=True)
        return [str(self.python), "-m", "mkdocs", "build", "-q"], self.env, folder


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / ".bench", help="folder of bench.json")
    parser.add_argument("--work", type=Path, default=ROOT / ".bench" / "work", help="scratch")
    parser.add_argument("--package", type=Path, default=ROOT / "macros", help="what is measured")
    parser.add_argument("--rows", nargs="*", choices=[row.id for row in ROWS], help="only these")
    parser.add_argument("--quick", action="store_true", help="3 rounds, no valgrind: a glance")
    parser.add_argument("--rounds", type=int, help="how often each is timed; 9, or 3 if quick")
    big = "the build of 15,000 pages, which takes minutes; with fewer terms a glance"
    parser.add_argument("--big", type=int, nargs="?", const=TERMS, metavar="TERMS", help=big)
    parser.add_argument("--gate", action="store_true", help="exit 1 when a limit is exceeded")
    return parser.parse_args()


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())

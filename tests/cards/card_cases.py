"""A model card and a site in a temporary folder -> what the command makes of them."""

from __future__ import annotations

import os
import shlex
from contextlib import chdir
from datetime import date
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from sites import write
from unjargon.checks import configured
from unjargon.cli import main
from unjargon.editor import judge
from unjargon.site import Settings

CASES = sorted((Path(__file__).parent / "imports").glob("*.yml"))
SITE = {
    "mkdocs.yml": "site_name: S\nplugins: [unjargon]\n",
    "docs/index.md": "# Home\n",
    "docs/lifecycle/frame.yml": "title: Frame\nquestion: Q\nsummary: S\nafter: test\n",
    "docs/lifecycle/test.yml": (
        "title: Test\nquestion: Q\nsummary: S\nafter: frame\ncrisp_phase: Evaluation\n"
    ),
    "glossary/accuracy.yml": "term: accuracy\nshort: S.\nplain: P.\n",
    "glossary/f1-score.yml": "term: F1 score\nshort: S.\nplain: P.\n",
}
"""A site that knows two figures and two stages."""


def outcome(site: Path, case: dict[str, Any]) -> dict[str, Any]:
    """Return what a case's command writes, prints and ends with, and what `check` says then."""
    write(site, SITE | case.get("files", {}))
    (site / "card").write_bytes(case["card"].encode("utf-8", "surrogateescape"))
    before = tree(site)
    with chdir(site):
        line = ["import", "model-card", *shlex.split(case.get("command", "card"))]
        done = CliRunner().invoke(main, line, input=(site / "card").read_bytes())
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    found = {"output": done.output, "exit": done.exit_code}
    after = {name: text for name, text in tree(site).items() if before.get(name) != text}
    if after:
        found |= {"after": after, "check": problems_of(site)}
    return found


def problems_of(site: Path) -> list[str]:
    """Return what stops the site from being built, and the gaps that are left to fill in."""
    rules = [configured({})["to-fill-in"]]
    found = judge(Settings(site, site / "docs"), rules, date(2026, 1, 31)).problems
    return [str(problem) for problem in found]


def tree(folder: Path) -> dict[str, str]:
    """Return the text of every file below a folder."""
    return {
        Path(parent, name).relative_to(folder).as_posix(): Path(parent, name).read_bytes().decode()
        for parent, _, names in os.walk(folder)
        for name in names
        if name != "card"
    }

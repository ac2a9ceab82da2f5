"""Each rule finds what breaks it, at the right place and in the right words, and nothing else.

A case holds `files`, the ids of the `rules` to run, and the `problems` that an author is shown.
Optional are `options` (as under `checks:` in mkdocs.yml), the day `as_of` which it is judged, and
`settings` of the site.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from sites import write
from unjargon.catalog import catalog_of
from unjargon.checks import Content, configured, find_problems
from unjargon.editor import judge
from unjargon.linking import Matcher
from unjargon.load import Folders, Layer, load
from unjargon.site import Settings

CASES = sorted((Path(__file__).parent / "cases").glob("*.yml"))


def problems_of(case: dict[str, Any], folder: Path) -> list[str]:
    """Write a case's files and return what its rules say of them."""
    write(folder, case["files"])
    (folder / "docs").mkdir(exist_ok=True)
    rules = configured(case.get("options", {}))
    settings = Settings(folder, folder / "docs", **case.get("settings", {}))
    day = case.get("as_of", date(2026, 1, 31))
    judged = judge(settings, [rules[rule] for rule in case["rules"]], day)
    return [str(problem) for problem in judged.problems]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_rules_say(path: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_text("utf-8"))
    assert problems_of(case, tmp_path) == case["problems"]


def test_a_stage_of_the_package_is_told_in_a_file_of_ones_own(tmp_path: Path) -> None:
    """An author who adds a world cannot write into the package, so the remedy names a file."""
    files = {
        "words/_vocabulary.yml": "domains: {railway: {title: Railway}}\n",
        "words/model.yml": "term: model\nshort: A program.\nplain: A program.\n",
        "stages/frame.yml": "title: Frame\nquestion: Why?\nsummary: The team asks why.\n",
    }
    write(tmp_path, files)
    words = Layer("glossary", tmp_path / "words", "glossary")
    stages = Layer("starter", tmp_path / "stages", "starter/lifecycle")
    loaded = load(Folders((words,), (stages,)))
    catalog = catalog_of(loaded, language="en")
    content = Content(loaded, catalog, Matcher(catalog.terms), (), {}, date(2026, 1, 31))
    assert [str(one) for one in find_problems(content, [configured({})["analogies"]])] == [
        "starter/lifecycle/frame.yml:1:1: analogies: analogies: no analogy from railway (add one "
        "from each, in frame.yml of your own; a reader who chose that world finds nothing here)"
    ]

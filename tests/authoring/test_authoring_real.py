"""Renaming and merging words of the real glossary changes nothing but what it should."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from authoring_cases import command, tree

from sites import ROOT, build
from unjargon.checks import configured
from unjargon.configuration import read_configuration
from unjargon.editor import judge
from unjargon.load import Loaded, load
from unjargon.references import all_references
from unjargon.site import Settings, find_folders

pytestmark = pytest.mark.unmeasured

IDS = sorted(path.stem for path in (ROOT / "glossary").glob("[a-z]*.yml"))
# Every kind of record refers to one of them.
SOME = ("false-positive", "mlops")
PAIRS = [(SOME[0], IDS[IDS.index(SOME[0]) + 1])]
LISTS = ("broader", "related", "learn_first", "core_words")
Dumps = dict[str, dict[str, Any]]


@pytest.fixture
def real_site(tmp_path: Path) -> Path:
    """A copy of the repository's content."""
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    shutil.copytree(ROOT / "glossary", tmp_path / "glossary")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def read(site: Path) -> tuple[Settings, Loaded]:
    settings = read_configuration(site / "mkdocs.yml")[0]
    return settings, load(find_folders(settings, []))


def records(loaded: Loaded) -> Dumps:
    """Return everything that the loader reads of a site, as plain values."""
    lessons = {**loaded.sessions, **loaded.paths}
    lessons |= {"further": loaded.further, "questions": loaded.questions}
    found = {**loaded.terms, **loaded.stages, **loaded.projects, **lessons, "_": loaded.vocabulary}
    return {key: entry.record.model_dump(mode="json") for key, entry in found.items() if entry}


def problems(settings: Settings) -> list[str]:
    """Return the rules that are broken, but those about texts: the commands judge them."""
    rules = configured(settings.checks).values()
    chosen = [rule for rule in rules if rule.id in ("references", "addresses")]
    return [problem.rule for problem in judge(settings, chosen, date(2026, 12, 1)).problems]


def with_id(loaded: Loaded, old: str, new: str) -> Dumps:
    """Return the records as they should be once a term has another id."""
    found = records(loaded)
    for entry, references in all_references(loaded):
        for path, kind, target in references:
            if (kind, target) == ("term", old):
                *way, last = path
                place: Any = found.get(entry.id, found["_"])
                for step in way:
                    place = place[step]
                place[last] = new
    found[new] = found.pop(old)
    found[new]["formerly"] = [*found[new]["formerly"], old]
    return dict(sorted(found.items()))


@pytest.mark.parametrize("old", SOME)
def test_renaming_changes_only_the_id(real_site: Path, old: str) -> None:
    settings, before = read(real_site)
    found = problems(settings)
    done = command(real_site, f"rename {old} {old}-2")
    settings, after = read(real_site)
    assert done.exit_code == 0, done.output
    assert dict(sorted(records(after).items())) == with_id(before, old, f"{old}-2")
    assert problems(settings) == found


@pytest.mark.parametrize(("gone", "kept"), PAIRS)
def test_merging_loses_no_name_and_no_reference(real_site: Path, gone: str, kept: str) -> None:
    settings, loaded = read(real_site)
    expected, found, untouched = records(loaded), problems(settings), tree(real_site)
    done = command(real_site, f"merge {gone} {kept}")
    if done.exit_code:
        assert "Error: nothing was written" in done.output or "(copy it to" in done.output
        assert tree(real_site) == untouched
        return
    settings, loaded = read(real_site)
    assert problems(settings) == found
    assert neutral(records(loaded), gone, kept) == neutral(expected, gone, kept)
    assert gone in loaded.terms[kept].record.formerly


def neutral(found: Dumps, gone: str, kept: str) -> Dumps:
    """Return records without all that a merger changes, references to both as to one."""
    shown = {key: taught(fields, gone, kept) for key, fields in found.items() if key != gone}
    for field in ("aliases", "matches", "formerly"):
        shown[kept].pop(field)
    for key, fields in shown.items():
        for field in LISTS:
            ids = {kept if item == gone else item for item in fields.get(field, ())}
            fields[field] = sorted(ids - {key})
        if kept in found[key].get("related", ()) or gone in found[key].get("related", ()):
            # Stated on one side only, whichever it is.
            fields["related"] = sorted({*fields["related"]} - {kept})
            shown[kept]["related"] = sorted({*shown[kept]["related"], key} - {kept})
        for pair in fields.get("confused_with", ()):
            pair["term"] = kept if pair["term"] == gone else pair["term"]
        if "confused_with" in fields:
            pairs: dict[str, Any] = {}
            for pair in fields["confused_with"]:
                pairs.setdefault(pair["term"], pair)
            pairs.pop(key, None)
            fields["confused_with"] = list(pairs.values())
        for figures in ("metrics", "guardrails", "history"):
            for figure in fields.get(figures, ()):
                if figure.get("type") == gone:
                    figure["type"] = kept
    return shown


def taught(fields: Any, gone: str, kept: str) -> Any:
    """Return what teaches words, such as a step or a work, with references to both as to one."""
    if isinstance(fields, list):
        return [taught(one, gone, kept) for one in fields]
    if not isinstance(fields, dict):
        return fields
    found = {key: taught(value, gone, kept) for key, value in fields.items()}
    for name in ("terms", "assumes"):
        if isinstance(found.get(name), list):
            found[name] = list(dict.fromkeys(kept if key == gone else key for key in found[name]))
    return found


@pytest.mark.slow
def test_the_site_is_built_after_changes(real_site: Path) -> None:
    for line in ("rename bias skew", "merge ab-test baseline"):
        done = command(real_site, line)
        assert done.exit_code == 0, done.output
    build(real_site)
    assert (real_site / "site" / "glossary" / "bias" / "index.html").is_file()

"""The build keeps the list of published ids, and does not let an address on it vanish."""

from __future__ import annotations

from pathlib import Path

import pytest

from sites import SMALL_SITE, run, write

pytestmark = pytest.mark.slow

BEGIN = (
    "# Every id that was ever published. An address is a promise: lines are added, never removed.\n"
)
DRIFT = "term: drift\nshort: A change.\nplain: A change.\n"


def test_a_build_lists_what_it_published(small_site: Path) -> None:
    draft = DRIFT.replace("drift", "skew") + "status: draft\n"
    write(small_site, {"glossary/drift.yml": DRIFT, "glossary/skew.yml": draft})
    built = run("unjargon", "build", "-q", cwd=small_site)
    kept = small_site / "glossary/_published.txt"
    assert built.stdout == f"{kept}: added bias, drift; commit the file\n"
    assert kept.read_text("utf-8") == f"{BEGIN}bias\ndrift\n"
    assert run("unjargon", "build", "-q", cwd=small_site).stdout == ""


def test_lines_that_are_there_stay_as_they_are(small_site: Path) -> None:
    kept = small_site / "glossary/_published.txt"
    kept.write_bytes(b"# Ours\r\nold-bias")
    formerly = SMALL_SITE["glossary/bias.yml"] + "formerly: [old-bias]\n"
    assert run("unjargon", "build", cwd=write(small_site, {"glossary/bias.yml": formerly}))
    assert kept.read_bytes() == b"# Ours\r\nold-bias\r\nbias\r\n"


def test_a_failed_build_lists_nothing(small_site: Path) -> None:
    write(small_site, {"docs/index.md": "{{ nobody }}\n"})
    assert run("unjargon", "build", cwd=small_site).returncode == 1
    assert not (small_site / "glossary/_published.txt").exists()


@pytest.mark.parametrize("command", ["unjargon", "mkdocs"])
def test_a_strict_build_keeps_promises(small_site: Path, command: str) -> None:
    write(small_site, {"glossary/_published.txt": "bias\nlean\n"})
    built = run(command, "build", "--strict", cwd=small_site)
    assert built.returncode == 1
    problem = (
        "WARNING -  glossary/_published.txt:2:1: addresses: the published address /glossary/lean/ "
        "is gone (name 'lean' in formerly of the term that replaces it)"
    )
    assert problem in built.stderr.splitlines()


def test_the_repositorys_own_list_is_whole() -> None:
    """CI fails when a word went live and its address was not written down."""
    from sites import ROOT
    from unjargon.promises import listed
    from unjargon.site import Settings, Site

    site = Site(Settings(ROOT, ROOT / "docs"))
    assert {*site.catalog.terms} - {term_id for term_id, *_ in listed(site.folders)} == set()

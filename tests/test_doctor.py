"""`unjargon doctor` tells what an issue needs, and nothing that should not be in one."""

from __future__ import annotations

import re
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner

from sites import SMALL_SITE, write
from unjargon.cli import main
from unjargon.doctor import PACKAGES

SITE = {
    **SMALL_SITE,
    "mkdocs.yml": (
        "site_name: Small\ntheme: {name: readthedocs}\n"
        "nav: [index.md]\n"
        "plugins:\n- search\n- unjargon:\n"
        "    glossary: [base, glossary/]\n    contact: mailto:secret-desk@example.com\n"
    ),
    "base/bias.yml": "term: bias\nshort: A lean.\nplain: A lean.\n",
    "base/model.yml": "term: model\nshort: A program.\nplain: A program.\n",
    "glossary/bias.yml": "short: Our lean.\n",
    "glossary/model.yml": "hide: true\n",
    "glossary/_vocabulary.yml": "topics: {data: {title: Data}}\n",
    "docs/projects/sort.yml": (
        "name: Sort\nsummary: S.\nphase: idea\nstage: frame\nproblem: P.\n"
        "contact: {name: Desk, url: 'mailto:desk@example.com'}\n"
    ),
}
FOUND = """\
Found
  theme: readthedocs, language en
  plugins: search, unjargon
  options that were set: glossary, contact
  sections: glossary, lifecycle, projects, sessions, paths, learn
  glossary: base: 2 words
  glossary: glossary: 2 words, 1 over those below, 1 hidden, _vocabulary.yml
  lifecycle: no folder
  projects: docs/projects: 1 project

Missing, if you want it
  plugin macros: without it, pages cannot show words, stages or projects
  site_url: addresses in mails, feeds and QR codes are not whole without it
  edit_uri_template: no page has "Edit this page"
  glossary/index.md in nav: the glossary is reached by links alone
"""


def doctor(site: Path) -> tuple[int, str, str]:
    """Return the exit code, the versions and what else is told."""
    done = CliRunner().invoke(main, ["doctor", "-f", str(site / "mkdocs.yml")])
    versions, _, told = done.output.partition("\n\n")
    return done.exit_code, versions, told


def test_versions_come_first(tmp_path: Path) -> None:
    lines = doctor(write(tmp_path, SITE))[1].splitlines()
    assert lines[:-1] == [f"{name} {version(name)}" for name in PACKAGES]
    assert re.fullmatch(r"Python 3\.\d+\.\d+\S*, \w+", lines[-1])


def test_what_was_found_where_and_what_is_missing(tmp_path: Path) -> None:
    code, _, told = doctor(write(tmp_path, SITE))
    assert (code, told) == (0, FOUND)


def test_nothing_secret_and_no_place_of_this_machine_is_told(tmp_path: Path) -> None:
    site = write(tmp_path / "site", SITE)
    outside = write(
        tmp_path / "elsewhere", {"words/data.yml": "term: data\nshort: D.\nplain: D.\n"}
    )
    layers = f"[base, {outside}/words, {outside}/gone, glossary/]"
    text = SITE["mkdocs.yml"].replace("[base, glossary/]", layers)
    told = "".join(doctor(write(site, {"mkdocs.yml": text}))[1:])
    assert "glossary: …/words: 1 word" in told
    assert "secret-desk" not in told
    assert str(Path.home()) not in told
    assert str(tmp_path) not in told.replace(f"{outside}/gone", "")


def test_what_stops_a_build_is_counted(tmp_path: Path) -> None:
    site = write(tmp_path, {**SITE, "glossary/data.yml": "term: data\nshrot: D.\nplain: D.\n"})
    text = SITE["mkdocs.yml"].replace("[base, glossary/]", "[base, words/, glossary/]")
    code, _, told = doctor(write(site, {"mkdocs.yml": text}))
    hint = "create it, or take it out of the configuration"
    assert (code, told.partition("In the way of a build\n")[2]) == (
        1,
        f"  mkdocs.yml:1:1: no-layer: glossary: the folder 'words/' does not exist ({hint})\n"
        "  1 × missing-field\n  1 × unknown-field\n  unjargon check: says where\n",
    )


@pytest.mark.parametrize(
    ("files", "line"),
    [
        ({}, "mkdocs.yml: No such file or directory"),
        (
            {"mkdocs.yml": "site_name: S\n"},
            "mkdocs.yml: the plugin 'unjargon' is not listed under plugins",
        ),
    ],
)
def test_a_site_that_is_none_still_gets_its_versions(
    files: dict[str, str], line: str, tmp_path: Path
) -> None:
    (tmp_path / "docs").mkdir()
    code, versions, told = doctor(write(tmp_path, files))
    assert (code, told) == (1, f"In the way of a build\n  {line}\n")
    assert versions.startswith("unjargon ")


def test_the_version_is_told() -> None:
    done = CliRunner().invoke(main, ["--version"])
    assert done.output == f"unjargon, version {version('unjargon')}\n"

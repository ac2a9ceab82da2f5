"""The folder of a staged site: written whole, mended on the next run, never mixed with others."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from sites import SMALL_SITE, run, write
from unjargon.staging import strangers, write_stage

FIRST = {"mkdocs.yml": b"a", "docs/index.md": b"b", "docs/old/index.md": b"c"}
SECOND = {"mkdocs.yml": b"a", "docs/index.md": b"B"}


def held(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def test_a_second_stage_leaves_nothing_of_the_first(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "stage"
    write_stage(folder, FIRST)
    unchanged = (folder / "mkdocs.yml").stat().st_mtime_ns
    assert list(strangers(folder)) == []
    write_stage(folder, SECOND)
    lines = sorted(f"{hashlib.sha256(SECOND[name]).hexdigest()}  {name}\n" for name in SECOND)
    found = held(folder)
    assert sorted(found.pop("staged.sha256").decode().splitlines(keepends=True)) == lines
    assert found == SECOND
    assert not (folder / "docs/old").exists()
    assert (folder / "mkdocs.yml").stat().st_mtime_ns == unchanged


def test_what_engines_make_stays_and_is_no_stranger(tmp_path: Path) -> None:
    write_stage(tmp_path, FIRST)
    write(tmp_path, {"site/index.html": "built", ".cache/a": "cached"})
    assert list(strangers(tmp_path)) == []
    write_stage(tmp_path, SECOND)
    assert (tmp_path / "site/index.html").read_text() == "built"


def test_strangers_are_named_one_a_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = Path("stage")
    write_stage(folder, FIRST)
    write(folder, {"docs/notes.md": "mine", "docs/index.md": "changed"})
    (folder / "link").symlink_to(tmp_path)
    assert [str(problem) for problem in strangers(folder)] == [
        "stage/docs/index.md:1:1: not-staged: was changed since 'unjargon stage' put it here "
        "(change the site's own files instead, then delete it)",
        "stage/docs/notes.md:1:1: not-staged: was not put here by 'unjargon stage' "
        "(move it, or name another folder)",
        "stage/link:1:1: not-staged: was not put here by 'unjargon stage' "
        "(move it, or name another folder)",
    ]


def test_a_list_that_names_files_elsewhere_deletes_none(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("mine")
    folder = tmp_path / "stage"
    digest = hashlib.sha256(b"mine").hexdigest()
    listed = f"{digest}  ../outside.txt\n{digest}  {outside}\nnonsense\n"
    write(folder, {"staged.sha256": listed})
    write_stage(folder, SECOND)
    assert outside.read_text() == "mine"


@pytest.mark.parametrize(
    ("files", "folder", "told"),
    [
        ({"stage/mine.txt": "mine"}, "stage", "stage/mine.txt:1:1: not-staged: was not put here"),
        ({}, "docs/stage", "docs/stage lies in the folder of pages; name one outside of it."),
        ({}, "mkdocs.yml", "Directory 'mkdocs.yml' is a file."),
        ({}, "mkdocs.yml/stage", "mkdocs.yml/stage: Not a directory"),
        (
            {"mkdocs.yml": "site_name: A\nplugins: [search]\n"},
            "stage",
            "mkdocs.yml: the plugin 'unjargon' is not listed under plugins",
        ),
        ({"mkdocs.yml": "site_nam: A\n"}, "stage", "mkdocs.yml: "),
    ],
)
def test_a_wrong_folder_or_configuration_is_told_in_one_line(
    tmp_path: Path, files: dict[str, str], folder: str, told: str
) -> None:
    write(tmp_path, SMALL_SITE | files)
    ran = run("unjargon", "stage", folder, cwd=tmp_path)
    assert ran.returncode == 2
    assert told in ran.stderr
    assert "Traceback" not in ran.stderr


def test_mistakes_in_content_are_told_and_nothing_is_written(tmp_path: Path) -> None:
    write(tmp_path, SMALL_SITE | {"glossary/drift.yml": "term: drift\n"})
    ran = run("unjargon", "stage", "stage", cwd=tmp_path)
    assert ran.returncode == 1
    assert "glossary/drift.yml:1:1: missing-field" in ran.stderr
    assert not (tmp_path / "stage").exists()


def test_what_has_no_staged_form_is_named(tmp_path: Path) -> None:
    extra = "hooks: [hook.py]\nrepo_url: https://git.example.com/a\n"
    settings = SMALL_SITE["mkdocs.yml"].replace("unjargon: {}", "unjargon: {}, tags: {}") + extra
    write(tmp_path, SMALL_SITE | {"mkdocs.yml": settings, "hook.py": ""})
    ran = run("unjargon", "stage", "stage", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert [line for line in ran.stderr.splitlines() if line.startswith("left out: ")] == [
        "left out: plugins: material/tags",
        "left out: hooks",
    ]


def test_two_stages_are_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        write(tmp_path / name, SMALL_SITE)
        ran = run("unjargon", "stage", "../stage-" + name, cwd=tmp_path / name)
        assert ran.returncode == 0, ran.stderr
    assert held(tmp_path / "stage-a") == held(tmp_path / "stage-b")


def test_titles_from_yaml_run_in_no_template(tmp_path: Path) -> None:
    lists = "departments: {sales: {title: '{{ 7*7 }} {% raw %} {# #}'}}\n"
    write(tmp_path, SMALL_SITE | {"glossary/_vocabulary.yml": lists})
    ran = run("unjargon", "stage", "stage", cwd=tmp_path)
    assert ran.returncode == 0, ran.stderr
    control = (tmp_path / "stage/overrides/partials/unjargon-reader.html").read_text("utf-8")
    assert "&#123;&#123; 7*7 &#125;&#125;" in control
    assert "{" not in control

"""Names and places of files: what cannot be stored, leads out, or meets another is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sites import ROOT, run, write
from unjargon.errors import ContentError
from unjargon.load import Folders, Layer, load
from unjargon.load.layers import better_id
from unjargon.load.layers import name_fault as id_fault
from unjargon.paths import collisions, is_device, name_fault
from unjargon.site import Settings, Site

ATTACKS = yaml.safe_load((ROOT / "tests/browser/attacks.yml").read_text("utf-8"))
TERM = "term: {}\nshort: A lean.\nplain: A lean.\n"


def problems(folder: Path) -> list[str]:
    """Return what a site says of its records."""
    try:
        Site(Settings(folder, folder / "docs"))
    except ContentError as error:
        return [str(problem) for problem in error.problems]
    return []


def refused(folder: Path, *arguments: str) -> list[str]:
    """Return the lines with which a build stops; it must stop."""
    built = run("mkdocs", "build", *arguments, cwd=folder)
    assert built.returncode == 1, built.stderr
    assert "Traceback" not in built.stderr
    lines = (line.removeprefix("ERROR   -  ") for line in built.stderr.splitlines())
    return [line for line in lines if ":1:1: " in line]


@pytest.mark.parametrize("name", ATTACKS["ids"])
def test_a_records_file_name_is_an_id(small_site: Path, name: str) -> None:
    typed = ATTACKS["ids"][name]
    write(small_site, {f"glossary/{typed}.yml": TERM.format("lean")})
    found = problems(small_site)
    assert len(found) == 1
    assert ":1:1: file-name: " in found[0]
    assert found[0].isprintable()


@pytest.mark.parametrize("name", ATTACKS["refused"])
def test_text_that_no_page_can_show_is_refused(small_site: Path, name: str) -> None:
    for fields in ({"term": "x", "short": ATTACKS["refused"][name], "plain": "y"},):
        write(small_site, {"glossary/x.yml": yaml.safe_dump(fields, allow_unicode=True)})
        found = problems(small_site)
        assert [line.split(": ")[1] for line in found] == ["control-character"]


@pytest.mark.parametrize("name", ATTACKS["addresses"]["refused"])
def test_an_address_is_absolute_and_plain(small_site: Path, name: str) -> None:
    source = {"title": "x", "url": ATTACKS["addresses"]["refused"][name]}
    fields = {"term": "x", "short": "y", "plain": "y", "sources": [source]}
    write(small_site, {"glossary/x.yml": yaml.safe_dump(fields)})
    found = problems(small_site)
    assert len(found) == 1
    assert found[0].split(": ")[1] in {"wrong-value", "control-character"}


@pytest.mark.parametrize("name", ATTACKS["files"])
def test_a_page_has_a_path_for_every_platform(name: str) -> None:
    assert name_fault(ATTACKS["files"][name])


@pytest.mark.slow
def test_unsafe_paths_stop_the_build_in_one_run(small_site: Path) -> None:
    write(
        small_site,
        {
            "docs/{{config}}.md": "x",
            "docs/aux/page.md": "x",
            "docs/Guide.md": "x",
            "docs/guide.md": "x",
            "docs/glossary/lean.md": "x",
            "glossary/bias.yml": TERM.format("bias") + "formerly: [lean]\n",
            "elsewhere/secret.md": "x",
            "elsewhere/secret.yml": "x",
        },
    )
    (small_site / "docs/outside.md").symlink_to(small_site / "elsewhere/secret.md")
    (small_site / "docs/folder").symlink_to(small_site / "elsewhere")
    (small_site / "docs/inside.md").symlink_to(small_site / "docs/index.md")
    assert refused(small_site) == [
        "docs/Guide.md:1:1: same-address: its address is that of 'guide.md' too, where capitals do "
        "not count (rename one of them)",
        "docs/aux/page.md:1:1: file-name: pages at this path cannot be stored or served everywhere "
        "(Windows cannot store 'aux')",
        "docs/folder/secret.md:1:1: link-outside: is a symbolic link that leads out of its folder "
        "(put the file itself here)",
        "docs/folder/secret.yml:1:1: link-outside: is a symbolic link that leads out of its folder "
        "(put the file itself here)",
        "docs/glossary/lean.md:1:1: same-address: its address is that of 'glossary/lean/index.html'"
        " too, where capitals do not count (rename one of them)",
        "docs/outside.md:1:1: link-outside: is a symbolic link that leads out of its folder "
        "(put the file itself here)",
        "docs/{{config}}.md:1:1: file-name: pages at this path cannot be stored or served "
        "everywhere (take the { out of '{{config}}.md')",
    ]


def test_a_record_outside_its_folder_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, {"secret.yml": TERM.format("secret"), "glossary/bias.yml": TERM.format("bias")})
    for name in ("leak.yml", "_vocabulary.yml"):
        (tmp_path / "glossary" / name).symlink_to(tmp_path / "secret.yml")
    (tmp_path / "glossary/skew.yml").symlink_to(tmp_path / "glossary/bias.yml")
    folder = tmp_path / "glossary"
    loaded = load(Folders((Layer("glossary", folder, "glossary"),)))
    assert [str(problem) for problem in loaded.problems] == [
        f"glossary/{name}:1:1: link-outside: is a symbolic link that leads out of its folder "
        "(put the file itself here)"
        for name in ("_vocabulary.yml", "leak.yml")
    ]
    assert sorted(loaded.terms) == ["bias", "skew"]


@given(st.text(min_size=1, max_size=120))
def test_every_name_that_is_an_id_is_safe_everywhere(text: str) -> None:
    for name in (text, better_id(text)):
        if not id_fault(f"{name}.yml", nested=False):
            assert name_fault(f"{name}/index.html") == ""
            assert not is_device(name)
            assert name == name.casefold()
            assert not {"/", "\\", ".", ":"} & set(name)


@pytest.mark.parametrize("name", ["CON", "con.txt", "Nul", "com1", "LPT9.md", "com¹"])
def test_windows_devices(name: str) -> None:
    assert is_device(name)


@pytest.mark.parametrize("name", ["console", "com", "com10", "null", "a.con"])
def test_names_like_windows_devices(name: str) -> None:
    assert not is_device(name)


def test_collisions_count_neither_capitals_nor_composition() -> None:
    paths = ["a/B.html", "straße", "a/b.html", "caf\u00e9", "STRASSE", "cafe\u0301", "c"]
    assert list(collisions(paths)) == [(0, 2), (1, 4), (3, 5)]

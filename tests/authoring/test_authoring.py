"""Each command changes exactly the files that it should, or refuses in one line."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from authoring_cases import CASES, command, outcome, tree, write

from unjargon.authoring import Changes, RefusalError, read_sources
from unjargon.site import Settings

SITE = {"glossary/bias.yml": "term: bias\nshort: S.\nplain: P.\n"}
PACKED = (
    "# yaml-language-server: $schema=../macros/term.json\nterm:\nshort:\nplain:\n#status: draft\n"
)
FILLED = "term: lean\nshort:\nplain:\nreviewed: 2026-11-22\nstatus: draft\n"


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_command(path: Path, tmp_path: Path) -> None:
    case = yaml.safe_load(path.read_bytes())
    expected = {"after": {}, "exit": 0, **case}
    assert outcome(tmp_path, case) == {key: expected[key] for key in ("after", "output", "exit")}


def test_a_page_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    site = write(tmp_path, SITE)
    (site / "docs" / "old.md").write_bytes(b"caf\xe9")
    done = command(site, "rename bias lean")
    line = "Error: docs/old.md: is not UTF-8 (mend this first)\n"
    assert (done.exit_code, done.output) == (2, line)


def test_a_configuration_without_the_plugin_is_wrong_usage(tmp_path: Path) -> None:
    site = write(tmp_path, {**SITE, "mkdocs.yml": "site_name: S\n"})
    done = command(site, "rename bias lean")
    assert done.exit_code == 2
    assert "mkdocs.yml: the plugin 'unjargon' is not listed under plugins" in done.output


def test_all_is_put_back_when_one_file_cannot_be_written(tmp_path: Path) -> None:
    before = tree(write(tmp_path, SITE))
    changes = Changes(read_sources(Settings(tmp_path, tmp_path / "docs")))
    changes.put(tmp_path / "glossary" / "bias.yml", None)
    changes.put(tmp_path / "glossary" / "lean.yml", b"term: lean\n")
    changes.put(tmp_path / "mkdocs.yml" / "lean.yml", b"")
    with pytest.raises(RefusalError, match=r"lean.yml: Not a directory \(nothing was changed\)"):
        changes.write()
    assert tree(tmp_path) == before


def test_the_packages_template_is_used_where_there_is_no_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = write(tmp_path / "site", SITE)
    # In a checkout the starter is not packed; its place in the wheel is imitated.
    packed = write(tmp_path, {"starter/glossary/_template.yml": PACKED})
    monkeypatch.setattr("unjargon.authoring.new.files", lambda _: packed)
    command(site, "new term lean --as-of 2026-11-22")
    assert (site / "glossary" / "lean.yml").read_text() == FILLED

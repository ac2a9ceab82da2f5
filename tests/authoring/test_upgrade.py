"""`unjargon diff` tells what a newer starter says below a site's own files."""

from __future__ import annotations

from pathlib import Path

import pytest
from authoring_cases import command, tree, write
from click.testing import Result

SITE = {
    "mkdocs.yml": "site_name: S\nplugins:\n- unjargon: {glossary: [starter, glossary/]}\n",
    "glossary/bias.yml": "short: Our lean.\nwhy_for: {sales: Ours.}\naliases: {add: [tilt]}\n",
    "glossary/drift.yml": "term: drift\nshort: A change.\nplain: A change.\n",
    "glossary/model.yml": "hide: true\n",
    "glossary/_vocabulary.yml": "departments: {sales: {title: Shop floor}}\n",
    "docs/lifecycle/train.yml": "summary: Our training.\n",
}
STARTER = {
    "glossary/bias.yml": (
        "term: bias\nshort: A lean.\nplain: |\n  A lean.\n\n  It is steady.\naliases: [skew]\n"
    ),
    "glossary/model.yml": "term: model\nshort: M.\nplain: M.\n",
    "glossary/data.yml": "term: data\nshort: D.\nplain: D.\n",
    "glossary/_vocabulary.yml": "departments: {sales: {title: Sales}}\n",
    "lifecycle/train.yml": "title: Train\nquestion: Q?\nsummary: S.\n",
}
NEWER = {
    "glossary/bias.yml": (
        "term: bias\nshort: A steady lean.\nplain: |\n  A lean.\n\n  It stays.\n"
        "aliases: [skew]\nwhy_for: {sales: Leads may lean.}\n"
    ),
    "glossary/model.yml": "term: model\nshort: A model.\nplain: A model.\n",
    "glossary/data.yml": "term: data\nshort: Facts.\nplain: Facts.\n",
    "glossary/_vocabulary.yml": "departments: {sales: {title: Sales team}}\n",
    "lifecycle/train.yml": "title: Training\nquestion: Q?\nsummary: S.\n",
}
CHANGES = """\
glossary/_vocabulary.yml: departments.sales.title (yours stays)
    - Sales
    + Sales team
glossary/bias.yml: plain (your site shows the new text)
      A lean.
      
    - It is steady.
    + It stays.
glossary/bias.yml: short (yours stays)
    - A lean.
    + A steady lean.
glossary/bias.yml: why_for.sales (yours stays)
    + Leads may lean.
docs/lifecycle/train.yml: title (your site shows the new text)
    - Train
    + Training
Once your files fit again, run: unjargon diff --accept
"""  # noqa: W293
UNRECORDED = (
    "nobody recorded the starter's text below it (run `unjargon diff --accept` before an upgrade)"
)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site over a starter that stands where the wheel would have put it."""
    for module in ("site", "authoring.new"):
        monkeypatch.setattr(f"unjargon.{module}.files", lambda _: tmp_path)
    write(tmp_path / "starter", STARTER)
    return write(tmp_path / "site", SITE)


def upgrade(site: Path) -> None:
    write(site.parent / "starter", NEWER)


def result(done: Result) -> tuple[int, str]:
    return done.exit_code, done.output


def test_nothing_is_told_before_an_upgrade(site: Path) -> None:
    command(site, "diff --accept")
    assert result(command(site, "diff")) == (0, "Nothing changed.\n")


def test_what_the_upgrade_changed_below_own_files_is_told(site: Path) -> None:
    command(site, "diff --accept")
    upgrade(site)
    assert result(command(site, "diff")) == (1, CHANGES)


def test_accepting_ends_the_telling(site: Path) -> None:
    command(site, "diff --accept")
    upgrade(site)
    command(site, "diff --accept")
    assert result(command(site, "diff")) == (0, "Nothing changed.\n")


def test_one_record_can_be_accepted(site: Path) -> None:
    command(site, "diff --accept")
    upgrade(site)
    assert result(command(site, "diff --accept bias")) == (0, "glossary/bias.yml: recorded\n")
    told = command(site, "diff").output
    assert "bias.yml" not in told
    assert "train.yml" in told


def test_what_nobody_recorded_is_named(site: Path) -> None:
    files = ("glossary/_vocabulary.yml", "glossary/bias.yml", "docs/lifecycle/train.yml")
    lines = [f"{file}: {UNRECORDED}" for file in files]
    assert result(command(site, "diff")) == (
        0,
        "\n".join([*lines, "Nothing changed in what was recorded.\n"]),
    )


def test_the_record_is_no_content(site: Path) -> None:
    command(site, "diff --accept")
    before = tree(site)
    assert {"glossary/_starter.yml", "docs/lifecycle/_starter.yml"} <= before.keys()
    assert command(site, "rename drift slide --dry-run").exit_code == 0


def test_a_record_that_is_broken_is_told(site: Path) -> None:
    (site / "glossary" / "_starter.yml").write_text("bias: [\n")
    code, told = result(command(site, "diff"))
    assert code == 1
    assert told.splitlines()[-1] == (
        "Error: glossary/_starter.yml: cannot be used (mend it, or delete it)"
    )


def test_an_id_that_nothing_lies_over_is_refused(site: Path) -> None:
    line = "Error: 'biass' is not overridden (did you mean 'bias'?)\n"
    assert result(command(site, "diff --accept biass")) == (2, line)


def test_ids_go_with_accepting(site: Path) -> None:
    done = command(site, "diff bias")
    assert done.exit_code == 2
    assert "IDs go with --accept." in done.output


def test_an_override_is_begun_with_the_starters_texts(site: Path) -> None:
    done = command(site, "new term --override data")
    next_step = "Now change short or plain, delete the other, then run: unjargon check"
    assert result(done) == (0, f"glossary/data.yml\n{next_step}\n")
    assert (
        tree(site)["glossary/data.yml"] == "# glossary/data.yml\nshort: |-\n  D.\nplain: |-\n  D.\n"
    )
    upgrade(site)
    assert "glossary/data.yml: short (yours stays)" in command(site, "diff").output


def test_an_override_that_exists_is_left_alone(site: Path) -> None:
    line = "Error: glossary/bias.yml exists already (change that file)\n"
    assert result(command(site, "new term --override bias")) == (2, line)

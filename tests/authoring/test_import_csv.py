"""`unjargon import csv` turns rows into projects, or names every cell that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from authoring_cases import changes, command, tree, write

from unjargon.load import load
from unjargon.site import Settings, find_folders

SITE = {
    "glossary/recall.yml": "term: recall\nshort: S.\nplain: P.\n",
    "glossary/_vocabulary.yml": "departments: {sales: {title: Sales}}\n",
    "docs/lifecycle/frame.yml": "title: Frame\nquestion: Q?\nsummary: S.\n",
    "docs/projects/old.yml": (
        "name: Old\nsummary: S.\nphase: idea\nstage: frame\nproblem: P.\ncontact: {name: Desk}\n"
    ),
}
HEADER = "name,summary,phase,stage,problem,contact.name"
ROW = "Sort mails,It sorts.,idea,frame,Mails wait.,Desk"
SORT = """\
name: Sort mails
summary: It sorts.
phase: idea
stage: frame
problem: Mails wait.
contact:
  name: Desk
"""
NEXT = "Now run: unjargon check\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(tmp_path / "site", SITE)


def imported(
    site: Path, table: str | bytes, options: str = ""
) -> tuple[dict[str, str | None], int, str]:
    """Return the files that change, the exit code and what is told."""
    file = site.parent / "ours.csv"
    file.write_bytes(table if isinstance(table, bytes) else table.encode())
    before = tree(site)
    done = command(site, f"import csv {file} {options}")
    return changes(before, tree(site)), done.exit_code, done.output


def test_a_row_becomes_a_project(site: Path) -> None:
    told = imported(site, f"{HEADER}\n{ROW}\n")
    assert told == (
        {"docs/projects/sort-mails.yml": SORT},
        0,
        f"docs/projects/sort-mails.yml\n{NEXT}",
    )


def test_a_dry_run_writes_nothing(site: Path) -> None:
    told = imported(site, f"{HEADER}\n{ROW}\n", "--dry-run")
    assert told == ({}, 0, "docs/projects/sort-mails.yml\nNothing was written.\n")


def test_a_table_as_excel_saves_it_in_germany(site: Path) -> None:
    table = f"{HEADER}\n{ROW}\n".replace(",", ";").replace("\n", "\r\n")
    files, code, _ = imported(site, b"\xef\xbb\xbf" + table.encode() + b";;;;;\r\n")
    assert (files, code) == ({"docs/projects/sort-mails.yml": SORT}, 0)


def test_every_kind_of_field(site: Path) -> None:
    table = (
        f"ID,{HEADER},Owner role,tags,decision.what,affects.sales,limitations,"
        "metrics.1.type,metrics.1.value,metrics.1.plain,"
        "metrics.3.type,metrics.3.value,metrics.3.plain,dates.start,in_use,\n"
        f'sorter,{ROW},Head of service,mail | fast,The desk,"Sales: ""hello"", again",'
        '"No post.\nNo fax.",recall,85.5,Most.,,,,2026-01-31,no,\n'
        f"other,{ROW.replace('Sort mails', 'Sort others')},,,,,,,,,recall,1,All.,,,\n"
    )
    files, code, told = imported(site, table)
    assert (code, told) == (0, f"docs/projects/sorter.yml\ndocs/projects/other.yml\n{NEXT}")
    assert files["docs/projects/sorter.yml"] == (
        "name: Sort mails\nsummary: It sorts.\nphase: idea\nstage: frame\nin_use: no\n"
        "tags:\n- mail\n- fast\nproblem: Mails wait.\n"
        "affects:\n  sales: 'Sales: \"hello\", again'\ndecision:\n  what: The desk\n"
        "metrics:\n- type: recall\n  value: 85.5\n  plain: Most.\n"
        "limitations:\n- No post.\n- No fax.\nowner_role: Head of service\n"
        "contact:\n  name: Desk\ndates:\n  start: 2026-01-31\n"
    )
    loaded = load(find_folders(Settings(site, site / "docs"), []))
    assert [str(one) for one in loaded.problems] == []
    metrics = {key: entry.record.metrics for key, entry in loaded.projects.items()}
    assert [(m.type, m.value) for m in metrics["sorter"] + metrics["other"]] == [
        ("recall", 85.5),
        ("recall", 1.0),
    ]


CELLS = {
    "values-of-the-wrong-kind": (
        f"{HEADER},metrics.1.type,metrics.1.plain,metrics.1.value,dates.start\n"
        f"{ROW},recall,Most.,8 of 10,31.01.2026\n"
        f"{ROW.replace('idea', 'ideas').replace('Sort', 'Send')},,,,\n",
        [
            "ours.csv:2:9: wrong-type: metrics.1.value: is '8 of 10' (should be a number such as "
            "0.95)",
            "ours.csv:2:10: wrong-type: dates.start: is '31.01.2026' "
            "(should be a day such as 2026-01-31)",
            "ours.csv:3:3: wrong-value: phase: is 'ideas' (should be 'idea', 'design', "
            "'development', 'production' or 'retired')",
        ],
    ),
    "what-is-missing": (
        f"{HEADER},decision.who\nSort mails,It sorts.,,frame,Mails wait.,,Desk\n",
        [
            "ours.csv:2:1: missing-field: contact: is required (add it)",
            "ours.csv:2:1: missing-field: phase: is required (add it)",
            "ours.csv:2:7: missing-field: decision.what: is required (add it)",
        ],
    ),
    "ids-that-lead-nowhere": (
        f"{HEADER},affects.sales,affects.salez,metrics.2.type,metrics.2.value,metrics.2.plain\n"
        f"{ROW.replace('frame', 'fram')},A.,B.,recal,1,One.\n",
        [
            "ours.csv:2:4: unknown-id: stage: no stage 'fram' (did you mean 'frame'?)",
            "ours.csv:2:8: unknown-id: affects.salez: no department 'salez' in _vocabulary.yml "
            "(did you mean 'sales'?)",
            "ours.csv:2:9: unknown-id: metrics.1.type: no term 'recal' (did you mean 'recall'?)",
        ],
    ),
    "files-that-cannot-be": (
        f"{HEADER},id\n{ROW},old\n{ROW.replace('Sort', 'Send')},../up\n"
        f"{ROW.replace('Sort', 'Pack')},twin\n{ROW.replace('Sort', 'Drop')},twin\n",
        [
            "ours.csv:2:7: file-name: id: docs/projects/old.yml exists already "
            "(take the row out, or give it another id)",
            "ours.csv:3:7: file-name: id: '../up' is no id (move it out of the subfolder)",
            "ours.csv:5:7: file-name: id: 'twin' stands in an earlier row (give one of them "
            "another id)",
        ],
    ),
    "a-name-that-is-taken": (
        f"{HEADER}\n{ROW.replace('Sort mails', 'Old')}\n{ROW}\n",
        [
            "ours.csv:2:1: file-name: id: docs/projects/old.yml exists already "
            "(take the row out, or give it another id)",
        ],
    ),
    "signs-that-no-file-may-hold": (
        f"{HEADER}\n{ROW.replace('It sorts.', 'It' + chr(7) + 'sorts.')}\n",
        ["ours.csv:2:1: control-character: holds the control character U+0007 (delete it)"],
    ),
    "columns-that-are-no-fields": (
        f"{HEADER},ownr_role,name,decision.whom,\n{ROW},a,b,c,d,e\n",
        [
            "ours.csv:1:7: unknown-field: ownr_role: not a field of a project (did you mean "
            "'owner_role'?)",
            "ours.csv:1:8: duplicate-key: name: a second column of this name (keep one of them)",
            "ours.csv:1:9: unknown-field: decision.whom: not a field of a project (for a field "
            "inside another, write decision.who or metrics.1.value)",
            "ours.csv:1:10: missing-field: the column has no name (write the name of a field into "
            "the first row)",
            "ours.csv:2:11: unknown-field: the row has more cells than the header (put text that "
            "holds the separator into quotes)",
        ],
    ),
    "not-utf-8": (
        b"name\nCaf\xe9\n",
        ["ours.csv:1:1: encoding: is no table in UTF-8 (save it as CSV UTF-8)"],
    ),
}


@pytest.mark.parametrize("case", CELLS)
def test_each_bad_cell_is_one_line_and_nothing_is_written(case: str, site: Path) -> None:
    table, lines = CELLS[case]
    told = imported(site, table)
    assert told == ({}, 1, "".join(f"{line}\n" for line in [*lines, "Error: nothing was written"]))


def test_a_table_without_rows_is_refused(site: Path) -> None:
    line = "Error: ours.csv: the table has no row below its header (add one)\n"
    assert imported(site, f"{HEADER}\n") == ({}, 2, line)

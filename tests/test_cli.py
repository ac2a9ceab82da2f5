"""What the commands print, and how they end."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from sites import run, write
from unjargon.schemas import SCHEMAS

BAD = {"glossary/drift.yml": "term: drift\nshrot: A change.\nplain: Change.\n"}
LINES = [
    "glossary/drift.yml:1:1: missing-field: short: a term needs it (add it)",
    "glossary/drift.yml:2:1: unknown-field: shrot: not a field of a term (did you mean 'short'?)",
]


def test_a_clean_site_exits_with_0(small_site: Path) -> None:
    done = run("unjargon", "check", cwd=small_site)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "No problems.\n")


def test_text_is_one_line_a_problem(small_site: Path) -> None:
    done = run("unjargon", "check", cwd=write(small_site, BAD))
    assert (done.returncode, done.stdout.splitlines(), done.stderr) == (
        1,
        LINES,
        "2 problems, 0 warnings.\n",
    )


def test_json_holds_every_part_of_a_problem(small_site: Path) -> None:
    done = run("unjargon", "check", "--format", "json", cwd=write(small_site, BAD))
    assert done.returncode == 1
    assert json.loads(done.stdout)[1] == {
        "path": "glossary/drift.yml",
        "line": 2,
        "column": 1,
        "rule": "unknown-field",
        "field": "shrot",
        "message": "not a field of a term",
        "hint": "did you mean 'short'?",
        "layer": "glossary",
        "level": "error",
    }


def test_github_marks_the_line_in_a_pull_request(small_site: Path) -> None:
    done = run("unjargon", "check", "--format", "github", cwd=write(small_site, BAD))
    assert done.stdout.splitlines()[0] == (
        f"::error file=glossary/drift.yml,line=1,col=1,title=missing-field::{LINES[0]}"
    )


@pytest.mark.parametrize(
    "arguments", [["check", "-f", "none.yml"], ["check", "--format", "xml"], ["chek"]]
)
def test_wrong_usage_exits_with_2(small_site: Path, arguments: list[str]) -> None:
    done = run("unjargon", *arguments, cwd=small_site)
    assert (done.returncode, "Error: " in done.stderr) == (2, True)


def test_a_site_without_the_plugin_is_wrong_usage(small_site: Path) -> None:
    write(small_site, {"mkdocs.yml": "site_name: S\n"})
    done = run("unjargon", "check", cwd=small_site)
    assert done.returncode == 2
    assert "the plugin 'unjargon' is not listed under plugins" in done.stderr


TEXT = "---\ntitle: T\n---\n\n# Bias\n\nOne.\nOf *bias*,\nand `bias`.\n\n- Biases\n"


def test_explain_lists_links_with_their_lines(small_site: Path) -> None:
    write(small_site, {"page.md": TEXT})
    done = run("unjargon", "explain", "page.md", cwd=small_site)
    assert (done.returncode, done.stdout) == (0, "8: bias -> bias\n")


WHY = {
    "bias": [
        "5: Bias: not linked: it stands in <h1>, which never holds our links",
        "8: bias: linked to 'bias'",
        "9: bias: not linked: it stands in <code>, which never holds our links",
        "11: Biases: not linked: 'bias' is linked already (repeat: page)",
        "11: bias: not linked: it is a piece of a longer word or name",
        "11: bias: part of a longer mention: 'data bias' (data-bias)",
        "11: bias: not linked: it stands in a phrase of not_in of 'bias'",
    ],
    "feature": ["11: feature: not linked: 'feature' has link: explicit, so only a macro links it"],
    "drift": ["11: drift: not linked: no term is written so"],
}


@pytest.mark.parametrize("word", WHY)
def test_explain_tells_why(small_site: Path, word: str) -> None:
    more = {
        "glossary/bias.yml": "term: bias\nnot_in: [bias tape]\nshort: S.\nplain: P.\n",
        "glossary/data-bias.yml": "term: data bias\nshort: S.\nplain: P.\n",
        "glossary/feature.yml": "term: feature\nlink: explicit\nshort: S.\nplain: P.\n",
        "page.md": TEXT.strip() + ", re-bias, data bias, bias tape, a feature, drift.\n",
    }
    done = run("unjargon", "explain", "--why", word, "page.md", cwd=write(small_site, more))
    assert done.stdout.splitlines() == WHY[word]


def test_explain_lists_words_that_readers_may_not_know(small_site: Path) -> None:
    write(small_site, {"page.md": "The KPI and XGBT, fnordly. Fnord, fnordly: fnordly (KPI).\n"})
    done = run("unjargon", "explain", "--undefined", "page.md", cwd=small_site)
    assert done.stdout.splitlines() == ["3 fnordly", "1 XGBT"]


def test_explain_as_json_with_another_glossary(small_site: Path) -> None:
    other = {"words/skew.yml": "term: bias\nshort: S.\nplain: P.\ntopic: none\n", "page.md": TEXT}
    arguments = ["--json", "--glossary", "words", "page.md"]
    done = run("unjargon", "explain", *arguments, cwd=write(small_site, other))
    assert json.loads(done.stdout) == [{"surface": "bias", "term": "skew", "line": 8}]


def test_schemas_are_written_where_asked(small_site: Path) -> None:
    done = run("unjargon", "schemas", "made", cwd=small_site)
    names = sorted(SCHEMAS)
    assert sorted(done.stdout.split()) == [f"made/{name}.json" for name in names]


@pytest.mark.parametrize(
    ("command", "configuration", "line"),
    [
        (
            ("check",),
            "site_name: Small\nextra:\n\ta: b\n",
            "mkdocs.yml: line 3, column 1: found character '\\t' that cannot start any token "
            "(tabs cannot indent)",
        ),
        (
            ("check",),
            "site_name: Small\nsite_description: Words: ours\n",
            "mkdocs.yml: line 2, column 24: mapping values are not allowed here "
            "(text that holds ': ' needs quotes around it)",
        ),
        (
            ("new", "term", "drift"),
            "INHERIT: base.yml\nsite_name: Small\n",
            "mkdocs.yml: base.yml, line 1, column 8: expected ',' or ']', but got '<stream end>' "
            "(a bracket ] is missing)",
        ),
        (
            ("stage", "out"),
            "site_name: Small\n",
            "mkdocs.yml: the plugin 'unjargon' is not listed under plugins",
        ),
    ],
)
def test_a_wrong_configuration_is_told_in_one_line(
    command: tuple[str, ...], configuration: str, line: str, small_site: Path
) -> None:
    write(small_site, {"mkdocs.yml": configuration, "base.yml": "theme: [a\n"})
    done = run("unjargon", *command, cwd=small_site)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"Error: {line}\n")


def test_a_misspelt_option_is_told_with_the_nearest(small_site: Path) -> None:
    text = "site_name: Small\nplugins:\n- search\n- unjargon: {glosary: [words/], colour: red}\n"
    done = run("unjargon", "check", cwd=write(small_site, {"mkdocs.yml": text}))
    told = "Config value 'plugins': Plugin 'unjargon' option"
    assert (done.returncode, done.stdout) == (0, "")
    assert sorted(done.stderr.splitlines()) == [
        f"{told} 'colour': Unrecognised configuration name: colour",
        f"{told} 'glosary': Unrecognised configuration name: glosary (did you mean 'glossary'?)",
        "No problems.",
    ]


def test_a_misspelt_folder_is_told_with_the_nearest(small_site: Path) -> None:
    text = "site_name: Small\nplugins:\n- search\n- unjargon: {glossary: [glossary/, glosary/]}\n"
    done = run("unjargon", "check", cwd=write(small_site, {"mkdocs.yml": text}))
    assert (done.returncode, done.stdout) == (
        1,
        "mkdocs.yml:1:1: no-layer: glossary: the folder 'glosary/' does not exist (did you mean "
        "'glossary'?; or create it, or take it out of the configuration)\n",
    )


@pytest.mark.parametrize("port", ["99999", "80x", ""])
def test_a_preview_at_no_port_is_wrong_usage(small_site: Path, port: str) -> None:
    ran = run("unjargon", "serve", "-a", f"127.0.0.1:{port}", cwd=small_site)
    assert (ran.returncode, ran.stderr.splitlines()[-1]) == (
        2,
        "Error: Invalid value for --dev-addr: write it as 127.0.0.1:8000",
    )


def test_a_preview_where_another_listens_says_so(small_site: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        place = f"127.0.0.1:{other.getsockname()[1]}"
        ran = run("unjargon", "serve", "-a", place, cwd=small_site)
    assert ran.returncode == 1
    assert ran.stderr.splitlines()[-1] == (
        f"Error: {place}: Address already in use (choose another with -a)"
    )

"""A site sets levels and limits of the rules; a mistake in them is named in one line."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from sites import SMALL_SITE, run, write
from unjargon.checks import RULES, configured

IDS = ", ".join(RULES)
MISTAKES: list[tuple[Any, str]] = [
    ({"lenght": "off"}, "checks: no rule 'lenght' (did you mean 'length'?)"),
    ({"zebra": "off"}, f"checks: no rule 'zebra' (known: {IDS})"),
    ({"style": "of"}, "checks: style: level is 'of' (off, warning or error)"),
    ({"style": True}, "checks: style: level is 'True' (off, warning or error)"),
    ({"style": {"level": 3}}, "checks: style: level is '3' (off, warning or error)"),
    ({"style": None}, "checks: style: should be a level, or options with their values"),
    ({"style": ["just"]}, "checks: style: should be a level, or options with their values"),
    ({"length": {"word": 40}}, "checks: length: no option 'word' (did you mean 'words'?)"),
    ({"circular": {"zebra": 1}}, "checks: circular: no option 'zebra' (known: level)"),
    ({"length": {"words": "many"}}, "checks: length: words is 'many' (should be a number)"),
    ({"style": {"allow": "just"}}, "checks: style: allow is 'just' (should be a list)"),
]


@pytest.mark.parametrize(("options", "message"), MISTAKES, ids=lambda value: str(value)[:30])
def test_a_mistake_is_named(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(message)}$"):
        configured(options)


def test_levels_and_limits_are_taken_over() -> None:
    options = {"style": "error", "length": {"words": 40}, "density": False, "sentences": "off"}
    rules = configured({**options, "freshness": {"level": "error", "days": 90}})
    levels = {rule: rules[rule].level for rule in (*options, "freshness")}
    assert levels == {
        "style": "error",
        "length": "error",
        "density": "off",
        "sentences": "off",
        "freshness": "error",
    }
    assert rules["length"].options == {**RULES["length"].options, "words": 40}
    assert rules["freshness"].options == {"days": 90}


JUST = {"docs/index.md": "# Home\n\nIt is just bias.\n"}
LINE = "docs/index.md:3:7: style: 'just' says nothing (leave it out, or write 'only')\n"


def with_checks(checks: str) -> dict[str, str]:
    """Return the small site's configuration with options of rules."""
    text = SMALL_SITE["mkdocs.yml"].replace("unjargon: {}", f"unjargon: {{checks: {checks}}}")
    return {**JUST, "mkdocs.yml": text}


@pytest.mark.parametrize(
    ("checks", "code", "out", "err"),
    [
        ("{}", 0, LINE, "0 problems, 1 warning.\n"),
        ("{style: error}", 1, LINE, "1 problem, 0 warnings.\n"),
        ("{style: off}", 0, "", "No problems.\n"),
        ("{style: {allow: [just]}}", 0, "", "No problems.\n"),
    ],
)
def test_levels_decide_the_exit_code(
    checks: str, code: int, out: str, err: str, small_site: Path
) -> None:
    done = run("unjargon", "check", cwd=write(small_site, with_checks(checks)))
    assert (done.returncode, done.stdout, done.stderr) == (code, out, err)


@pytest.mark.parametrize(
    ("arguments", "checks", "message"),
    [
        ([], "{stile: off}", "mkdocs.yml: checks: no rule 'stile' (did you mean 'style'?)"),
        (["--rule", "stile"], "{}", "no rule 'stile' (did you mean 'style'?)"),
        (["--as-of", "31.1.2026"], "{}", "'31.1.2026' does not match the format '%Y-%m-%d'"),
    ],
)
def test_wrong_rules_and_days_are_wrong_usage(
    arguments: list[str], checks: str, message: str, small_site: Path
) -> None:
    done = run("unjargon", "check", *arguments, cwd=write(small_site, with_checks(checks)))
    assert (done.returncode, message in done.stderr) == (2, True), done.stderr


def test_one_rule_and_one_day(small_site: Path) -> None:
    reviewed = SMALL_SITE["glossary/bias.yml"] + "reviewed: 2025-01-31\n"
    write(small_site, {**JUST, "glossary/bias.yml": reviewed})
    done = run("unjargon", "check", "--rule", "freshness", "--as-of", "2026-02-01", cwd=small_site)
    assert done.stdout == (
        "glossary/bias.yml:4:1: freshness: reviewed: was last reviewed 366 days ago "
        "(read it again, then set it to today)\n"
    )


# Python as it is where the extra `unjargon[editor]` is not installed.
WITHOUT_EXTRA = """
import sys
from importlib.machinery import PathFinder
class WithoutExtra(PathFinder):
    @classmethod
    def find_spec(cls, name, *rest):
        extra = name.split(".")[0] in ("wordfreq", "detect_secrets")
        return None if extra else super().find_spec(name, *rest)
sys.meta_path[:] = [WithoutExtra if each is PathFinder else each for each in sys.meta_path]
from unjargon.cli import main
main(["check"])
"""


def test_rules_that_need_the_extra_say_that_they_were_not_run(small_site: Path) -> None:
    command = [sys.executable, "-c", WITHOUT_EXTRA]
    done = subprocess.run(command, cwd=small_site, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr.splitlines()) == (
        0,
        "",
        [
            "No problems.",
            "Not run: rare-words, undefined-jargon, secrets (pip install 'unjargon[editor]')",
        ],
    )


def test_rules_that_know_english_only_say_that_they_were_not_run(small_site: Path) -> None:
    german = SMALL_SITE["mkdocs.yml"].replace("font: false", "font: false, language: de")
    done = run("unjargon", "check", cwd=write(small_site, {"mkdocs.yml": german}))
    skipped = "reading-grade, rare-words, undefined-jargon, style"
    why = f"Not run: {skipped} (English only, and the site's language is 'de')"
    assert done.stderr.splitlines() == ["No problems.", why]

"""The `unjargon` command: check content, explain what would be linked, write schemas."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import IO, Any

import click
from mkdocs.utils import meta

from unjargon.checks import Rule, configured, not_run
from unjargon.commands_authoring import COMMANDS
from unjargon.commands_build import build
from unjargon.commands_serve import serve
from unjargon.commands_stage import stage
from unjargon.configuration import read_configuration, told_in_one_line
from unjargon.doctor import doctor
from unjargon.editor import Unexplained, judge, unexplained
from unjargon.errors import Problem, nearest
from unjargon.explain import Mention, Reason, why
from unjargon.explain import explain as explained
from unjargon.linking import Matcher, Page
from unjargon.load import load
from unjargon.rendered import render
from unjargon.schemas import write_schemas
from unjargon.site import Settings, find_folders

CLEAN, PROBLEMS, WRONG_USAGE = 0, 1, 2
"""Exit codes; Click itself uses 2 for wrong usage."""
MARKDOWN = ("toc", "tables", "fenced_code")
"""The Markdown extensions of a site that names none."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="unjargon", prog_name="unjargon")
def main() -> None:
    """Explain machine learning in plain words, from YAML."""


for command in (*COMMANDS, build, serve, stage, doctor):
    main.add_command(command)


config_option = click.option(
    "-f",
    "--config-file",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="The site's configuration.",
)
glossary_option = click.option(
    "--glossary",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Use this folder of terms instead of the configuration's.",
)


@main.command()
@config_option
@glossary_option
@click.option(
    "--format",
    "shape",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How findings are written.",
)
@click.option("--rule", "chosen", multiple=True, metavar="ID", help="Only this rule; repeatable.")
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Judge what depends on the date as of this day.  [default: today]",
)
def check(
    config_file: Path,
    glossary: Path | None,
    shape: str,
    chosen: tuple[str, ...],
    as_of: datetime | None,
) -> None:
    """Check every content file and list all problems of all files.

    Exit code 0: clean, or warnings alone. 1: problems in content. 2: wrong usage.
    """
    settings = _configured(config_file, glossary)[0]
    rules = _rules(settings, chosen, config_file)
    judged = judge(settings, rules, (as_of or datetime.now()).date())
    problems = list(judged.problems)
    click.echo(_SHAPES[shape](problems), nl=False)
    if shape == "text":
        click.echo(_summary(problems), err=True)
    for line in not_run(rules, settings.language):
        click.echo(line, err=True)
    errors = [problem for problem in problems if problem.level == "error"]
    sys.exit(PROBLEMS if errors else CLEAN)


@main.command()
@config_option
@glossary_option
@click.option("--json", "as_json", is_flag=True, help="Write a list that programs can read.")
@click.option("--why", "word", metavar="WORD", help="Tell why WORD is linked or not, everywhere.")
@click.option(
    "--undefined", is_flag=True, help="List words that look like jargon and have no entry."
)
@click.argument("file", type=click.File(encoding="utf-8"))
def explain(
    config_file: Path,
    glossary: Path | None,
    as_json: bool,
    word: str | None,
    undefined: bool,
    file: IO[str],
) -> None:
    """Show the links that the site would make in a Markdown FILE (- for standard input).

    Terms with mistakes are named and left out. Macros are left out too, not run.
    """
    if word and undefined:
        raise click.UsageError("--why and --undefined are two questions; ask one of them.")
    settings, extensions, configs = _configured(config_file, glossary)
    problems: list[Problem] = []
    loaded = load(find_folders(settings, problems))
    for problem in (*problems, *loaded.problems):
        click.echo(problem, err=True)
    if not loaded.terms:
        sys.exit(PROBLEMS)
    terms = {key: entry.record for key, entry in loaded.terms.items()}
    text = file.read()
    page = _page_of(Path(file.name), text, settings)
    matcher = Matcher(terms, settings.language)
    if undefined:
        found: Sequence[Any] = unexplained(text, loaded, settings)
    elif word:
        found = list(why(render(text, extensions, configs), word, matcher, page))
    else:
        found = explained(render(text, extensions, configs), matcher, page)
    if as_json:
        click.echo(json.dumps([asdict(one) for one in found], ensure_ascii=False, indent=2))
    else:
        click.echo("".join(f"{_shown(one)}\n" for one in found), nl=False)
    if word and not found:
        click.echo(f"'{word}' does not stand in this text.", err=True)


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def schemas(folder: Path) -> None:
    """Write the JSON Schemas that editors use for completion into FOLDER."""
    for path in write_schemas(folder):
        click.echo(path)


def _configured(
    config_file: Path, glossary: Path | None
) -> tuple[Settings, Sequence[Any], dict[str, Any]]:
    """Return settings, Markdown extensions and their options; `--glossary` stands alone."""
    extensions: Sequence[Any] = MARKDOWN
    configs: dict[str, Any] = {}
    if config_file.exists():
        with told_in_one_line(config_file):
            settings, extensions, configs = read_configuration(config_file)
    elif glossary:
        root = Path.cwd()
        settings = Settings(root, root / "docs")
    else:
        raise click.UsageError(f"{config_file} does not exist; name it with -f, or use --glossary.")
    if glossary:
        own = (str(glossary.resolve()),)
        settings = replace(settings, glossary=own, lifecycle=(), projects=())
    return settings, extensions, configs


def _page_of(path: Path, text: str, settings: Settings) -> Page:
    """Return what the linker has to know of a page that is written in a file."""
    wanted = settings.autolink and meta.get_data(text)[1].get("autolink") is not False
    source = path.resolve()
    inside = source.is_relative_to(settings.docs_dir)
    name = source.relative_to(settings.docs_dir).as_posix() if inside else source.name
    tags = frozenset({name, name.removesuffix(".md")})
    return Page(href=str, tags=tags, repeat=settings.repeat, autolink=wanted)


def _rules(settings: Settings, chosen: tuple[str, ...], config_file: Path) -> list[Rule]:
    with told_in_one_line(config_file):
        rules = configured(settings.checks)
    for rule_id in chosen:
        if rule_id not in rules:
            hint = nearest(rule_id, rules) or f"known: {', '.join(rules)}"
            raise click.UsageError(f"no rule '{rule_id}' ({hint})")
    return [rule for rule in rules.values() if not chosen or rule.id in chosen]


def _shown(found: Mention | Reason | Unexplained) -> str:
    if isinstance(found, Unexplained):
        return f"{found.count} {found.word}"
    place = "?" if found.line is None else found.line
    result = found.term if isinstance(found, Mention) else found.verdict
    arrow = " -> " if isinstance(found, Mention) else ": "
    return f"{place}: {found.surface}{arrow}{result}"


def _summary(problems: list[Problem]) -> str:
    if not problems:
        return "No problems."
    counts = Counter(problem.level for problem in problems)
    return f"{_count(counts['error'], 'problem')}, {_count(counts['warning'], 'warning')}."


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _as_text(problems: list[Problem]) -> str:
    return "".join(f"{problem}\n" for problem in problems)


def _as_json(problems: list[Problem]) -> str:
    return (
        json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2) + "\n"
    )


def _as_github(problems: list[Problem]) -> str:
    return "".join(
        f"::{problem.level} file={_escape(problem.path, ':,')},line={problem.line},"
        f"col={problem.column},title={_escape(problem.rule, ':,')}::{_escape(str(problem))}\n"
        for problem in problems
    )


def _escape(text: str, also: str = "") -> str:
    """Escape text for a workflow command of GitHub Actions."""
    for char in "%\r\n" + also:
        text = text.replace(char, f"%{ord(char):02X}")
    return text


_SHAPES = {"text": _as_text, "json": _as_json, "github": _as_github}

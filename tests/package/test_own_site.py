"""From the wheel to an organisation's own site: new, built, and changed file by file."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from sites import write

pytestmark = pytest.mark.slow

Command = Callable[..., subprocess.CompletedProcess[str]]

OVERRIDE = "short: Learned by heart, our way.\naliases: {add: [price parroting]}\n"
PROJECT = """\
name: Sort the post
summary: A model reads each letter and says which team it is for.
phase: idea
stage: frame
problem: Letters lie about for two days.
contact: {name: Mail room, url: mailto:post@example.com}
"""


@pytest.fixture(scope="module")
def command(python: Path) -> Command:
    """Run a command of the environment that holds the wheel."""

    def run(*line: str, cwd: Path) -> subprocess.CompletedProcess[str]:
        executable = python.parent / line[0]
        return subprocess.run(
            [str(executable), *line[1:]],
            cwd=cwd,
            capture_output=True,
            text=True,
            check=False,
            env={"PATH": "/usr/bin:/bin", "NO_MKDOCS_2_WARNING": "1"},
        )

    return run


def built(command: Command, site: Path) -> Path:
    done = command("mkdocs", "build", "--strict", cwd=site)
    assert done.returncode == 0, done.stderr
    return site / "site"


def page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text("utf-8")


@pytest.fixture(scope="module")
def started(command: Command, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new site, built once as it was written."""
    folder = tmp_path_factory.mktemp("ours")
    done = command("unjargon", "new", "site", "words", cwd=folder)
    assert done.returncode == 0, done.stderr
    built(command, folder / "words")
    return folder / "words"


def test_all_starter_words_stand_in_the_new_site(started: Path, python: Path) -> None:
    starter = next(python.parents[1].glob("lib/*/site-packages/unjargon/starter/glossary"))
    words = {path.stem for path in starter.glob("*.yml") if not path.stem.startswith("_")}
    glossary = page(started / "site", "glossary")
    assert len(words) > 300
    assert {word for word in words if f'href="{word}/"' not in glossary} == set()
    assert {word for word in words if not (started / "site/glossary" / word).is_dir()} == set()


def test_the_new_site_has_nothing_to_mend(command: Command, started: Path) -> None:
    done = command("unjargon", "check", cwd=started)
    assert (done.returncode, done.stdout) == (0, "")


def test_its_recipes_are_yaml_and_run_what_the_site_needs(started: Path) -> None:
    recipes = {
        path: yaml.safe_load((started / path).read_text("utf-8"))
        for path in (".github/workflows/site.yml", ".gitlab-ci.yml")
    }
    runs = [
        step.get("run") for step in recipes[".github/workflows/site.yml"]["jobs"]["check"]["steps"]
    ]
    wanted = ["pip install -r requirements.txt", "unjargon check", "mkdocs build --strict"]
    assert [line for line in runs if line] == [
        wanted[0], f"{wanted[1]} --format github", wanted[2]
    ]  # fmt: skip
    assert recipes[".gitlab-ci.yml"]["check"]["script"] == wanted
    form = yaml.safe_load((started / ".github/ISSUE_TEMPLATE/new-word.yml").read_text("utf-8"))
    assert [part["id"] for part in form["body"]] == ["word", "where", "meaning"]


def test_its_doctor_finds_the_starter_and_nothing_in_the_way(
    command: Command, started: Path
) -> None:
    done = command("unjargon", "doctor", cwd=started)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert any(re.fullmatch(r"  glossary: starter/glossary: \d{3} words, .*", one) for one in lines)
    assert "  glossary: glossary: 0 words" in lines
    assert "  lifecycle: starter/lifecycle: 8 stages" in lines


def test_each_change_stands_in_the_html(command: Command, started: Path) -> None:
    before = built(command, started)
    assert "overfitting" in page(before, "glossary/model")
    assert (before / "glossary/hallucination").is_dir()
    write(
        started,
        {
            "glossary/overfitting.yml": OVERRIDE,
            "glossary/hallucination.yml": "hide: true\n",
            "docs/projects/sort-the-post.yml": PROJECT,
            "docs/notes.md": "# Notes\n\nPrice parroting is no hallucination.\n",
        },
    )
    configuration = started / "mkdocs.yml"
    text = configuration.read_text("utf-8")
    configuration.write_text(text.replace("#edit_uri_template", "edit_uri_template"), "utf-8")
    after = built(command, started)
    overridden = page(after, "glossary/overfitting")
    assert '<p class="uj-lead">Learned by heart, our way.</p>' in overridden
    assert "A trainee learns to cook" in overridden  # the other fields are the starter's
    edit = "https://git.example.com/our-team/words/edit/main/glossary/overfitting.yml"
    assert re.findall(r'<a href="([^"]*)"[^>]*rel="edit"', overridden) == [edit]
    assert 'rel="edit"' not in page(after, "glossary/model")  # the package's file is not ours
    assert not (after / "glossary/hallucination").exists()
    assert "glossary/hallucination" not in (after / "sitemap.xml").read_text("utf-8")
    assert "Letters lie about for two days." in page(after, "projects/sort-the-post")
    assert 'href="sort-the-post/"' in page(after, "projects")
    linked = re.findall(r'data-term="([^"]*)" href="([^"]*)"', page(after, "notes"))
    assert linked == [("overfitting", "../glossary/overfitting/")]

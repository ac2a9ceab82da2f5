"""A build replaces the published site whole, or leaves every byte of it as it was."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from mkdocs.plugins import EVENTS

from sites import SMALL_SITE, run, write

pytestmark = pytest.mark.slow

# All hooks but those of `mkdocs serve`, and the one that is called when a build has failed already.
STAGES = sorted({*EVENTS, "startup", "shutdown"} - {"serve", "build_error"})
FAIL = "def on_{}(*args, **kwargs):\n    raise RuntimeError('a fault')\n"
KILL = (
    "import os, signal\n\n\ndef on_{}(*args, **kwargs):\n    os.kill(os.getpid(), signal.SIGKILL)\n"
)
PAGE = "# Home\n\nWe fear drift and bias, and say so at length.\n"


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published site whose next build would change every page."""
    folder = write(tmp_path_factory.mktemp("published"), SMALL_SITE)
    built = run("unjargon", "build", cwd=folder)
    assert built.returncode == 0, built.stderr
    configuration = SMALL_SITE["mkdocs.yml"].replace("Small", "Other") + "hooks: [fault.py]\n"
    extra = "extra_templates: [extra.xml]\n"
    return write(
        folder,
        {"mkdocs.yml": configuration + extra, "docs/index.md": PAGE, "docs/extra.xml": "<x/>"},
    )


def fails(folder: Path, *more: str) -> str:
    """Build in vain, and return what was said; the published site stays what it was."""
    before = snapshot(folder / "site")
    built = run("unjargon", "build", *more, cwd=folder)
    assert built.returncode != 0
    assert snapshot(folder / "site") == before
    return built.stderr


@pytest.mark.parametrize("stage", STAGES)
def test_a_fault_at_any_stage_changes_nothing(published: Path, stage: str) -> None:
    write(published, {"fault.py": FAIL.format(stage)})
    assert "a fault" in fails(published)


@pytest.mark.parametrize("stage", ["config", "files", "page_content", "post_page", "post_build"])
def test_a_killed_build_changes_nothing_and_hinders_nobody(published: Path, stage: str) -> None:
    write(published, {"fault.py": KILL.format(stage)})
    fails(published)
    write(published, {"fault.py": FAIL.format(stage)})
    assert "a fault" in fails(published)


FAULTS = {
    "template-error": {"docs/extra.xml": "{% for %}"},
    "macro-error": {"docs/index.md": "{{ term() }}"},
    "content-error": {"glossary/drift.yml": "term: drift\n"},
    "configuration-error": {"mkdocs.yml": "site_name: [\n"},
    "broken-hook": {"fault.py": "def ("},
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_in_any_file_changes_nothing(published: Path, tmp_path: Path, fault: str) -> None:
    copy = tmp_path / "copy"
    subprocess.run(["cp", "-r", str(published), str(copy)], check=True)
    write(copy, {"fault.py": "", **FAULTS[fault]})
    fails(copy, "--strict")


def test_a_full_disk_changes_nothing(published: Path) -> None:
    """No file may grow beyond 40 kB: the system then refuses to write, as a full disk does."""
    write(published, {"fault.py": ""})
    before = snapshot(published / "site")
    command = f"ulimit -f 40; exec {Path(sys.executable).parent / 'unjargon'} build"
    built = subprocess.run(
        ["bash", "-c", command], cwd=published, capture_output=True, text=True, check=False
    )
    assert built.returncode != 0
    assert "too large" in built.stderr
    assert snapshot(published / "site") == before


def test_two_builds_at_once_do_not_mix(published: Path) -> None:
    wait = (
        "import time\nfrom pathlib import Path\n\n\ndef on_post_build(config):\n"
        "    Path(config['docs_dir'], '../waiting').touch()\n    time.sleep(60)\n"
    )
    write(published, {"fault.py": wait})
    before = snapshot(published / "site")
    command = [str(Path(sys.executable).parent / "unjargon"), "build"]
    first = subprocess.Popen(command, cwd=published, stderr=subprocess.DEVNULL)
    try:
        deadline = time.monotonic() + 120
        while not (published / "waiting").exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        told = fails(published)
    finally:
        first.kill()
        first.wait()
    assert "another build of" in told
    assert "is at work; wait until it is done." in told
    assert snapshot(published / "site") == before


def test_a_good_build_replaces_all_of_it(small_site: Path) -> None:
    run("unjargon", "build", cwd=small_site)
    assert (small_site / "site/glossary/bias/index.html").is_file()
    drift = "term: drift\nshort: A change.\nplain: A change.\n"
    (small_site / "glossary/bias.yml").unlink()
    write(small_site, {"glossary/drift.yml": drift})
    built = run("unjargon", "build", "-q", cwd=small_site)
    assert (built.returncode, built.stderr) == (0, "")
    assert (small_site / "site/glossary/drift/index.html").is_file()
    assert not (small_site / "site/glossary/bias").exists()
    assert [path.name for path in (small_site / ".site.building").iterdir() if path.is_dir()] == []


@pytest.mark.parametrize("command", [("unjargon", "build"), ("mkdocs", "build")])
def test_a_folder_of_somebody_else_is_not_emptied(
    small_site: Path, command: tuple[str, ...]
) -> None:
    theirs = small_site / "site/thesis.txt"
    write(small_site, {"site/thesis.txt": "years of work"})
    built = run(*command, cwd=small_site)
    assert built.returncode == 1
    assert "holds files that Unjargon did not make" in built.stdout + built.stderr
    assert snapshot(small_site / "site") == {"thesis.txt": theirs.read_bytes()}


@pytest.mark.parametrize("command", [("unjargon", "build"), ("mkdocs", "build")])
def test_a_folder_that_cannot_be_written_is_told(
    small_site: Path, command: tuple[str, ...]
) -> None:
    built = run(*command, "-d", "mkdocs.yml/site", cwd=small_site)
    assert built.returncode == 1
    told = built.stdout + built.stderr
    assert "Traceback" not in told
    assert (
        "cannot be written (Not a directory); a build writes into site_dir and into a folder "
        "beside it, so allow that, or name another site_dir.\n"
    ) in told


def test_a_build_that_was_killed_between_two_steps_is_mended(small_site: Path) -> None:
    run("unjargon", "build", cwd=small_site)
    (small_site / "site").rename(small_site / ".site.building/old")
    write(small_site, {"glossary/drift.yml": "term: drift\n"})
    assert run("unjargon", "build", cwd=small_site).returncode == 1
    assert (small_site / "site/glossary/bias/index.html").is_file()

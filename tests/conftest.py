"""Fixtures that several folders of tests share."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Generator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

from sites import ROOT, SMALL_SITE, build, write

COVERAGE = "COVERAGE_PROCESS_CONFIG"
"""What coverage.py tells the processes that a test starts."""

# No test is timed: on a busy machine an example may take as long as it likes. The examples are the
# same in every run, so that nobody's change fails by chance; `make fuzz` looks for others.
settings.register_profile(
    "repeatable",
    deadline=None,
    derandomize="UNJARGON_EXAMPLES" not in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("repeatable")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Measure no coverage of browser tests, tests of a large site and long properties, here and in
    what they start: it takes twice as long, and other tests run the same.
    """
    measured, tracer = os.environ.get(COVERAGE), sys.gettrace()
    if item.get_closest_marker("browser") or item.get_closest_marker("unmeasured"):
        os.environ.pop(COVERAGE, None)
        sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)
        if measured is not None:
            os.environ[COVERAGE] = measured


@pytest.fixture
def small_site(tmp_path: Path) -> Path:
    """A folder with the least that makes a site."""
    return write(tmp_path, SMALL_SITE)


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own site, built strictly from a copy: once for all workers."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    folder, built = shared / "example", shared / "example.built"
    with FileLock(shared / "example.lock"):
        if not built.exists():
            for name in ("docs", "glossary"):
                shutil.copytree(ROOT / name, folder / name, dirs_exist_ok=True)
            shutil.copy(ROOT / "mkdocs.yml", folder)
            build(folder)
            built.touch()
    return folder / "site"

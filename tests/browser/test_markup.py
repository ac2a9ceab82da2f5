"""All pages of the example site are valid HTML, but for what the theme does and is waived."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from sites import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.unmeasured]

JAR = ROOT / ".venv" / "vnu.jar"
OPTIONS = ["-Xss2m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
"""A deep stack, which long pages need; the rest makes a short run shorter."""


def errors(site: Path) -> list[dict[str, Any]]:
    """Return what the Nu HTML checker finds in all pages of a site, in one run."""
    missing = [
        what
        for what, is_there in (("java", shutil.which("java")), (JAR, JAR.exists()))
        if not is_there
    ]
    if missing:
        reason = f"no {missing[0]}: run tests/install-system"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    options = ["--errors-only", "--format", "json", "--stdout", "--skip-non-html"]
    command = ["java", *OPTIONS, "-jar", str(JAR), *options, str(site)]
    said = subprocess.run(command, capture_output=True, text=True)
    found: list[dict[str, Any]] = json.loads(said.stdout)["messages"]
    return found


def test_every_page_is_valid(example_site: Path, waivers: list[dict[str, str]]) -> None:
    """A waiver that nothing needs any more is a fault, too."""
    known = [waiver for waiver in waivers if waiver["tool"] == "vnu"]
    needed = set()
    faults = []
    for error in errors(example_site):
        waived = [
            number
            for number, waiver in enumerate(known)
            if error["message"].startswith(waiver["rule"])
            and re.search(waiver["target"], error.get("extract", ""))
        ]
        needed.update(waived)
        if not waived:
            path = error["url"].partition(f"{example_site.name}/")[2]
            faults.append(f"{path}:{error.get('lastLine')}: {error['message']}")
    assert faults == []
    assert [waiver["rule"] for number, waiver in enumerate(known) if number not in needed] == []


def test_each_waiver_gives_its_reason(waivers: list[dict[str, str]]) -> None:
    assert [waiver for waiver in waivers if len(waiver.get("reason", "")) < 20] == []

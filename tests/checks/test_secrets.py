"""Keys, tokens and passwords are found wherever they stand, and ordinary text is left alone.

The secrets here are invented, and put together at run time, so that no scanner stumbles over
this repository.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from sites import SMALL_SITE, write
from unjargon.checks import configured
from unjargon.editor import judge
from unjargon.site import Settings

AWS = "AKIA" + "Z7QX3MLPW2RTBD4H"
SECRETS = {
    "AWS Access Key": AWS,
    "GitHub Token": "ghp_" + "a1B2" * 9,
    "Slack Token": "xoxb-" + "123456789012-1234567890123-abcdefghijklmnopqrstuvwx",
    "Private Key": "BEGIN RSA " + "PRIVATE KEY",
    "Basic Auth Credentials": "pa55" + "word",
}
LINES = {"Private Key": "-----{}-----", "Basic Auth Credentials": "https://me:{}@example.com/"}
HINT = "(remove it, and make it invalid where it came from)"
HARMLESS = """# Words about secrets

The token is a small piece of text. A password: something that you know. Your API key stays with
you, and the secret is no secret. The address 10.1.2.3 stands for a computer.

- <https://example.com/a/very/long/address/with-many-words-and-0123456789abcdef0123456789abcdef>
- 3f786850e387550fdab836ed7e6dc881de23001b is a commit.

![Picture](data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk)
"""


def said(folder: Path, files: dict[str, str], *allowed: str) -> list[str]:
    """Return what the rule says of a small site with more files."""
    write(folder, {**SMALL_SITE, **files})
    rule = configured({"secrets": {"allow": list(allowed)}})["secrets"]
    judged = judge(Settings(folder, folder / "docs"), [rule], date(2026, 1, 31))
    return [str(problem) for problem in judged.problems]


@pytest.mark.parametrize("kind", SECRETS)
def test_a_secret_is_found(kind: str, tmp_path: Path) -> None:
    line = LINES.get(kind, "{}").format(SECRETS[kind])
    column = 1 + len("See ") + line.index(SECRETS[kind])
    files = {"docs/index.md": f"# Home\n\nBias.\nSee {line} there.\n"}
    place = f"docs/index.md:4:{column}"
    assert said(tmp_path, files) == [f"{place}: secrets: looks like a secret: {kind} {HINT}"]


@pytest.mark.parametrize(
    "name",
    ["glossary/drift.yml", "glossary/_vocabulary.yml", "docs/projects/p.yml", "docs/authors/x.md"],
)
def test_it_is_found_in_every_file(name: str, tmp_path: Path) -> None:
    texts = {
        "glossary/drift.yml": "term: drift\nshort: S.\nplain: P.\n",
        "glossary/_vocabulary.yml": "core_words: [bias]\n",
        "docs/projects/p.yml": (
            "name: P\nsummary: S.\nphase: idea\nstage: frame\nproblem: P.\ncontact: {name: T}\n"
        ),
        "docs/authors/x.md": "---\nsearch: {exclude: true}\n---\n\n# X\n",
        "docs/lifecycle/frame.yml": "title: F\nquestion: W?\nsummary: S.\n",
    }
    line = texts[name].count("\n") + 1
    texts[name] += f"# Our key: {AWS}\n"
    place = f"{name}:{line}:12"
    assert said(tmp_path, texts) == [
        f"{place}: secrets: looks like a secret: AWS Access Key {HINT}"
    ]


def test_ordinary_text_is_left_alone(tmp_path: Path) -> None:
    assert said(tmp_path, {"docs/words.md": HARMLESS}) == []


def test_a_site_may_allow_what_only_looks_like_a_secret(tmp_path: Path) -> None:
    assert said(tmp_path, {"docs/words.md": f"# W\n\n{AWS}\n"}, AWS) == []

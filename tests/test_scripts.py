"""Scripts say nothing that a language's messages could not replace."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

OF_OTHERS = {"lean-qr.js", "reveal.js"}
SCRIPTS = {
    file.name: file.read_text("utf-8")
    for file in files("unjargon").joinpath("assets").iterdir()
    if file.name.endswith(".js") and file.name not in OF_OTHERS
}
_COMMENT = re.compile(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", re.DOTALL)
_SAID = re.compile(r"unjargonSay(?:Many)?\(\s*\"[^\"]*\"(?:,\s*\"[^\"]*\")?")
_GAP = re.compile(r"\$\{[^}]*\}")
_LITERAL = re.compile(r"\"([^\"\n]*)\"|`([^`\n]*)`")
# A capital and small letters, or two words beside each other.
_WORDS = re.compile(r"[A-Z][a-z]+|[a-z]+ [a-z]+")
_NAMES = re.compile(
    r"[\[\]#=<>*_/\\]|[.:]\w|^(?:Arrow|Page|Enter|Escape|Left|Right|Home|End)|[a-z][A-Z]|sans-serif"
    r"|^use strict$|^uj-|^--"
)
"""What browsers read: selectors, keys, classes, fonts, addresses."""


def texts(script: str) -> list[str]:
    """Return the literals of a script that read like text for people and are not said."""
    left = _GAP.sub("", _SAID.sub("", _COMMENT.sub("", script)))
    found = ("".join(parts) for parts in _LITERAL.findall(left))
    return [text for text in found if _WORDS.search(text) and not _NAMES.search(text)]


@pytest.mark.parametrize("name", SCRIPTS)
def test_every_text_is_a_message(name: str) -> None:
    assert texts(SCRIPTS[name]) == []


def test_a_text_that_is_none_is_found() -> None:
    script = 'made.textContent = "Close"; say(`Only ${n} left.`); say(unjargonSay("Open"));'
    assert texts(script) == ["Close", "Only  left."]

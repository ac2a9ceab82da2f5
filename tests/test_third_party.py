"""What others wrote is in the package as they published it, and its licence beside it."""

from __future__ import annotations

import hashlib

import pytest

from sites import ROOT

ASSETS = ROOT / "macros" / "unjargon" / "assets"


@pytest.mark.parametrize(
    ("name", "digest"),
    [
        ("reveal.js", "aa1bbbf2617b23a623b23612cb3c5bdb63de512e652bf20fcfa832b045d37844"),
        ("reveal.css", "615ee850cbbb98a0f688b60ed37b21819a3f54c9f3e6f20e33e63693ab74a0c0"),
    ],
)
def test_it_is_as_it_was_published(name: str, digest: str) -> None:
    """The files of dist/ in reveal.js 6.0.2, from npm."""
    assert hashlib.sha256((ASSETS / name).read_bytes()).hexdigest() == digest


def test_the_licence_stands_beside_it() -> None:
    text = (ASSETS / "reveal-LICENSE.txt").read_text("utf-8")
    assert "Permission is hereby granted, free of charge" in text

"""Which line of a Markdown source a word of its HTML stands in."""

from __future__ import annotations

import pytest

from unjargon.rendered import render

REFERENCES = """\
See [the paper][Paper 1] and its bias.

A [home page] and its variance[^1], the [shelf][] and overfitting, [in brackets].

[paper 1]: https://example.com/paper "A paper"
[home page]: https://example.com/
[shelf]: https://example.com/shelf
[^1]: A note about
    drift.
"""


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("bias", 1),
        ("variance", 3),
        ("overfitting", 3),
        ("brackets", 3),
        ("A note", 8),
        ("drift", 9),
    ],
)
def test_words_beside_reference_links_have_lines(words: str, line: int) -> None:
    text = render(REFERENCES, ["footnotes"])
    assert text.line_of(text.html.index(words), len(words)) == line

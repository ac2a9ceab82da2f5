"""The matcher of "Paste a text" and the linker's find the same words in every text."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from linking_cases import glossary
from markdown import Markdown
from playwright.sync_api import Browser
from test_conformance import CASES, SITE
from test_linking_properties import GLOSSARY, PIECES
from test_linking_rules import RULES

from sites import ROOT
from unjargon.exports.words import searchable
from unjargon.forms import fold, gap, visible, words
from unjargon.linking import Matcher
from unjargon.linking.scan import Run, scan

pytestmark = pytest.mark.browser

Terms = list[dict[str, Any]]
Found = list[tuple[int, int, tuple[str, ...]]]

SOURCE = (ROOT / "macros/unjargon/assets/matcher.js").read_text("utf-8")
FIND = """(given) => {
  const [terms, texts] = JSON.parse(given);
  const matcher = new UnjargonMatcher(terms);
  const plain = ({ start, end, terms }) => [start, end, terms];
  return texts.map((text) => matcher.find(text).map(plain));
}"""
# What Python's Unicode does not know yet, the browser's may.
TEXT = st.text(st.characters(exclude_categories=("Cs", "Cn")), max_size=100)
MORE: Terms = [
    *GLOSSARY,
    {"id": "straight", "term": "straße"},
    {"id": "greek", "term": "νευρωνικός"},
    {"id": "thai", "term": "การเรียนรู้"},
    {"id": "hindi", "term": "मशीन लर्निंग"},
    {"id": "mail", "term": "e-mail", "case": "exact"},
    {"id": "fish", "term": "𠮷"},
    {"id": "dotless", "term": "ısı"},
    {"id": "slash", "term": "A/B test", "not_in": ["A/B test kit"]},
    {"id": "kit", "term": "kit", "not_in": ["bias tape kit, a kit", "tape kit"]},
    {"id": "shout", "term": "Yahoo!"},
]
LETTERS = (
    "Straße|STRASSE|STRAẞE|Νευρωνικός|ΝΕΥΡΩΝΙΚΟΣ|การเรียนรู้|मशीन लर्निंग|e-mail|E-Mail|𠮷|𝓘|𝟛|"
    "ISI|ısı|İ|A/B|test|tests|kit|a/b-tests|’|\u2011|\u00a0|\u3000|\u0085|\u001c|\ufeff|\u200d|"
    "\U000e0100|ﬁ|ǆ|\u0345|ᏸ|ꮿ|ᾳ|/|://|www.|~|.|..|(|)|tape|Yahoo!|!|Yahoo!!|𝓘-bias|bias-𝓘|"
    "bias tape kit, a kit|bias tape"
)
SOUP = st.lists(st.sampled_from([*PIECES, *LETTERS.split("|")]), max_size=40).map("".join)


@pytest.fixture(scope="module")
def run(browser: Browser) -> Iterator[Callable[..., Any]]:
    """Run a function of JavaScript where the matcher is known."""
    context = browser.new_context()
    page = context.new_page()
    page.evaluate(SOURCE)
    yield page.evaluate
    context.close()


def in_browser(run: Callable[..., Any], terms: Terms, texts: list[str]) -> list[Found]:
    written = searchable(glossary([dict(term) for term in terms]), "{}".format, "en")
    found = run(FIND, json.dumps([written, texts]))
    return [
        [
            (_characters(text, start), _characters(text, end), tuple(ids))
            for start, end, ids in matches
        ]
        for text, matches in zip(texts, found, strict=True)
    ]


def _characters(text: str, units: int) -> int:
    """Turn a position in UTF-16 units into one in characters."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le"))


def in_python(terms: Terms, texts: list[str]) -> list[Found]:
    matcher = Matcher(glossary([dict(term) for term in terms]))
    return [
        [(match.start, match.end, match.terms) for match in matcher.find(text)] for text in texts
    ]


def texts_of(html: str) -> list[str]:
    return [part.text for part in scan(html) if isinstance(part, Run)]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_conformance(run: Callable[..., Any], case: dict[str, Any]) -> None:
    extensions: list[Any] = [*SITE.markdown_extensions]
    markdown = Markdown(extensions=extensions, extension_configs=SITE.mdx_configs)
    texts = [*texts_of(markdown.convert(case["markdown"])), case["markdown"]]
    assert in_browser(run, case["terms"], texts) == in_python(case["terms"], texts)


@pytest.mark.parametrize("path", RULES, ids=[path.stem for path in RULES])
def test_rules(run: Callable[..., Any], path: Any) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    texts = [*texts_of(case["html"]), case["html"]]
    assert in_browser(run, case["terms"], texts) == in_python(case["terms"], texts)


@settings(max_examples=400, deadline=None)
@given(texts=st.lists(SOUP | TEXT, min_size=1, max_size=10))
def test_any_text(run: Callable[..., Any], texts: list[str]) -> None:
    assert in_browser(run, MORE, texts) == in_python(MORE, texts)


@settings(max_examples=100, deadline=None)
@given(names=st.lists(SOUP, min_size=1, max_size=3), texts=st.lists(SOUP, max_size=3))
@example(names=["", "\u200d<b>"], texts=[])
@example(names=["", "\u200d"], texts=["\u200d a"])
@example(
    names=["<code>caf\u00e9", "code \ufb01t", "AI \u6a21\u578b"],
    texts=["code fit", "code \ufb01t."],
)
def test_any_glossary(run: Callable[..., Any], names: list[str], texts: list[str]) -> None:
    terms = [{"id": f"t{n}", "term": name[:200]} for n, name in enumerate(names) if name.strip()]
    texts = [*texts, *names]
    assert in_browser(run, terms, texts) == in_python(terms, texts)


@pytest.mark.parametrize("letter", ["x", "𝓘", "(", "😀"])
def test_addresses_as_long_as_the_linker_looks(run: Callable[..., Any], letter: str) -> None:
    lengths = range(185, 215)
    texts = [f"http:/{letter * length}/bias x" for length in lengths]
    texts += [f"x bias/{letter * length}://x" for length in lengths]
    assert in_browser(run, MORE, texts) == in_python(MORE, texts)


KNOWN = [
    chr(code)
    for code in range(0x110000)
    if unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs")
]


@pytest.mark.parametrize(("name", "function"), [("fold", fold), ("visible", visible), ("gap", gap)])
def test_every_character_is_read_alike(
    run: Callable[..., Any], name: str, function: Callable[[str], str]
) -> None:
    each = f"(given) => JSON.stringify(JSON.parse(given).map(UnjargonMatcher.{name}))"
    found = json.loads(run(each, json.dumps(KNOWN)))
    assert [pair for pair in zip(KNOWN, found, strict=True) if function(pair[0]) != pair[1]] == []


def test_every_character_is_parted_alike(run: Callable[..., Any]) -> None:
    # Between letters, so that what is joined and what is parted both show.
    texts = [f"a{character}b" for character in KNOWN]
    part = "(text) => UnjargonMatcher.words(text).map(({ word }) => word)"
    each = f"(given) => JSON.stringify(JSON.parse(given).map({part}))"
    found = json.loads(run(each, json.dumps(texts)))
    expected = [[word[0] for word in words(text)] for text in texts]
    assert [case for case in zip(texts, found, expected, strict=True) if case[1] != case[2]] == []

"""What holds for every text and every soup of tags, whatever the glossary."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from linking_cases import matcher, page

from unjargon.linking import Linked, Matcher, Repeat, link_html, linked
from unjargon.remember import Memory

pytestmark = pytest.mark.unmeasured

GLOSSARY: list[dict[str, Any]] = [
    {"id": "ai", "term": "AI"},
    {"id": "bias", "term": "bias", "not_in": ["selection bias", "bias tape"]},
    {"id": "cafe", "term": "café"},
    {"id": "cpp", "term": "C++"},
    {"id": "cv-split", "term": "cross-validation", "aliases": ["CV"]},
    {"id": "cv-eyes", "term": "computer vision", "aliases": ["CV"]},
    {"id": "learning", "term": "learning"},
    {"id": "ml", "term": "machine learning", "aliases": ["ML"]},
    {"id": "ml-zh", "term": "机器学习"},
    {"id": "ml-ko", "term": "머신러닝"},
    {"id": "net", "term": ".NET"},
    {"id": "rd", "term": "R&D"},
    {"id": "weight", "term": "weight", "only_in": ["guides/*"]},
]
WORDS = (
    "bias biases Bias selection machine learning Machine-learning ML CV AI C++ .NET R&D R&amp;D "
    "cafe\u0301 café 机器学习 머신러닝을 weight un ed x 1 / - . & ; < > \" ' = + # @ \u00ad \ufb01"
)
MARKUP = (
    "<b>|</b>|<em class='x'>|</em>|<p>|</p>|<br>|<br/>|<hr>|<h2>|</h2>|<a href='/g/ml/'>|</a>|"
    '<a href="x">|<a class="uj-term" data-term="bias" href="/g/bias/">|<code>|</code>|<CODE>|'
    '</pre>|<pre>|<div class="no-autolink">|</div>|<div>|<span title="a > b">|</span>|<!--|-->|'
    "<!-- x -->|<!x>|<?x?>|</>|<script>|</script>|<img alt='bias'>|&amp;|&nbsp;|&#98;|&shy;|&#1;|"
    "&#x110000;|&copy|&copy机器学习机器学习;|&notin;|<a|<b title='|<"
)
PIECES = [*WORDS.split(), *MARKUP.split("|"), " ", " ", " ", "\n"]
SOUP = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
HTML = SOUP | st.text(max_size=200)
REPEATS: st.SearchStrategy[Repeat] = st.sampled_from(["page", "section", "always"])
OUR_LINK = re.compile(
    r'<a class="uj-term" data-term="[\w-]+" href="/g/[\w-]+/" '
    r'aria-describedby="uj-word-[\w-]+">([^<]*)</a>'
)


MATCHER = matcher(GLOSSARY)


def link(html: str, repeat: Repeat, terms: Matcher = MATCHER) -> Linked:
    return link_html(html, terms, page(repeat=repeat, tags=frozenset({"guides/x"})))


@settings(max_examples=2000, deadline=None)
@given(HTML, REPEATS)
def test_text_never_changes(html: str, repeat: Repeat) -> None:
    assert OUR_LINK.sub(r"\1", link(html, repeat).html) == html


@settings(max_examples=2000, deadline=None)
@given(HTML, REPEATS, st.lists(st.sampled_from(GLOSSARY), unique_by=lambda term: term["id"]))
def test_names_that_a_page_does_not_hold_do_not_touch_it(
    html: str, repeat: Repeat, terms: list[dict[str, Any]]
) -> None:
    here, other = page(repeat=repeat, tags=frozenset({"guides/x"})), matcher(terms)
    memory = Memory()
    linked(html, MATCHER, here, "", memory)
    assert linked(html, other, here, "", memory) == link(html, repeat, other)


def test_a_page_is_linked_anew_only_if_it_holds_a_changed_name() -> None:
    memory, here = Memory(), page()
    few = matcher([term for term in GLOSSARY if term["id"] not in ("weight", "ml", "net")])
    html = '<p>The bias of machines. <a href="/g/ai/">AI</a></p>'
    assert linked(html, MATCHER, here, "", memory) is linked(html, few, here, "", memory)
    assert linked(f"{html} ML", MATCHER, here, "", memory).terms == ("bias", "ml")
    assert linked(f"{html} ML", few, here, "", memory).terms == ("bias",)


@settings(max_examples=2000, deadline=None)
@given(HTML, REPEATS)
def test_linking_twice_is_linking_once(html: str, repeat: Repeat) -> None:
    once = link(html, repeat).html
    assert link(once, repeat).html == once


@settings(max_examples=2000, deadline=None)
@given(HTML, REPEATS, st.permutations(GLOSSARY))
def test_order_of_the_glossary_does_not_matter(
    html: str, repeat: Repeat, terms: list[dict[str, Any]]
) -> None:
    assert link(html, repeat, matcher(terms)) == link(html, repeat)


@settings(max_examples=2000, deadline=None)
@given(HTML, REPEATS)
def test_decisions_are_in_reading_order_and_tell_where(html: str, repeat: Repeat) -> None:
    decisions = [item for item in link(html, repeat).decisions if item.rule == "linked"]
    spans = [(item.start, item.start + len(item.surface)) for item in decisions]
    assert [html[start:end] for start, end in spans] == [item.surface for item in decisions]
    assert spans == sorted(spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))


class Tree(HTMLParser):
    """What a page is made of: its tags and text without our links, and links inside links."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[tuple[str, ...]] = []
        self.nested: list[str] = []
        self._open: list[bool] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        ours = tag == "a" and dict(attrs).get("aria-describedby", "") != ""
        if tag == "a":
            if ours and self._open:
                self.nested.append(self.get_starttag_text() or "")
            self._open.append(ours)
        if not ours:
            self.parts.append((tag, *map(str, attrs)))

    def handle_endtag(self, tag: str) -> None:
        ours = tag == "a" and bool(self._open) and self._open.pop()
        if not ours:
            self.parts.append((f"/{tag}",))

    def handle_data(self, data: str) -> None:
        if self.parts and self.parts[-1][0] == "#text":
            data = self.parts.pop()[1] + data
        self.parts.append(("#text", data))

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")


TAGS = ["a", "b", "code", "div", "em", "h2", "li", "p", "q", "span", "td"]
WELL_FORMED = st.recursive(
    st.lists(st.sampled_from(WORDS.replace("<", "").replace("&", "").split()), max_size=8).map(
        " ".join
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(" ".join),
        st.tuples(
            st.sampled_from(["p", "b", "em", "span", "div", "li", "h2", "code", "a", "q", "td"]),
            inner,
        ).map(lambda pair: f"<{pair[0]}>{pair[1]}</{pair[0]}>"),
    ),
    max_leaves=20,
)


@settings(max_examples=2000, deadline=None)
@given(WELL_FORMED, REPEATS)
def test_a_page_keeps_its_tree_and_no_link_is_in_another(html: str, repeat: Repeat) -> None:
    before, after = Tree(html), Tree(link(html, repeat).html)
    assert after.parts == before.parts
    assert after.nested == []


@settings(max_examples=2000, deadline=None)
@given(SOUP)
def test_a_page_links_each_term_once(html: str) -> None:
    linked = [item.term for item in link(html, "page").decisions if item.rule == "linked"]
    assert len(linked) == len(set(linked))

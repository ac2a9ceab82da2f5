"""A finished page as Markdown: any engine makes the same page of it again."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from unjargon.staging import StagedPage, staged_markdown

TEXTS = st.text("ab *_`[]<>&#|~^=${}\\-+.!:\"'()é", max_size=12).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
)
BLOCKS = st.one_of(
    TEXTS.map(lambda text: f"<p>{text}</p>"),
    TEXTS.map(lambda text: f"<pre><code>{text}\n\n\tmore\n```\n{text}</code></pre>"),
    TEXTS.map(lambda text: f"<ul>\n<li>{text}</li>\n</ul>"),
    TEXTS.map(lambda text: f'<div><h2 id="inside">{text}</h2><img alt="" src="a.png"></div>'),
    st.tuples(st.integers(1, 6), TEXTS, TEXTS).map(
        lambda made: (
            f'<h{made[0]} id="a-{made[0]}">A{made[1]}<code>{made[2]}</code>'
            f'<a class="headerlink" href="#a-{made[0]}">¶</a></h{made[0]}>'
        )
    ),
)


def staged(html: str, **meta: object) -> str:
    return staged_markdown(StagedPage(meta, html, "", ""))


def body(html: str) -> str:
    return staged(html).removeprefix("---\n---\n\n")


def rebuilt(html: str) -> str:
    return Markdown(extensions=["attr_list", "toc"]).convert(body(html))


class Seen(HTMLParser):
    """What a reader sees of HTML: its text, and headings with their ids."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.text = ""
        self.headings: list[tuple[str, str | None]] = []
        self.feed(re.sub(r'<a class="headerlink".*?</a>', "", html))
        self.text = " ".join(self.text.split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if re.fullmatch("h[1-6]", tag):
            self.headings.append((tag, dict(attrs).get("id")))

    def handle_data(self, data: str) -> None:
        self.text += f"{data} "


@given(st.lists(BLOCKS, max_size=5).map("\n".join))
def test_the_same_page_comes_out(html: str) -> None:
    before, after = Seen(html), Seen(rebuilt(html))
    assert (after.text, after.headings) == (before.text, before.headings)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("", ""),
        (
            '<h2 id="a-b">A <em>b</em> &amp; *c*<a class="headerlink" href="#a-b">¶</a></h2>',
            "## A <em>b</em> &#38; &#42;c&#42; { #a-b }",
        ),
        ("<p>One.</p>\n\n<p>Two.</p>", "<div>\n<p>One.</p>\n\n<p>Two.</p>\n</div>"),
        ("<pre>a\tb</pre>\tc", "<div>\n<pre>a&#9;b</pre>\tc\n</div>"),
        ("<h2>No id</h2>", "<div>\n<h2>No id</h2>\n</div>"),
    ],
)
def test_headings_are_markdown_and_all_else_is_html(html: str, markdown: str) -> None:
    assert staged(html) == f"---\n---\n\n{markdown}\n"


def test_headings_are_in_the_table_of_contents() -> None:
    markdown = Markdown(extensions=["attr_list", "toc"])
    markdown.convert(body('<h2 id="one">1 &lt; 2</h2><div><h2 id="two">2</h2></div>'))
    tokens = markdown.toc_tokens  # type: ignore[attr-defined]
    assert [(token["id"], token["level"]) for token in tokens] == [("one", 2)]


def test_front_matter_keeps_what_it_is_given() -> None:
    page = StagedPage({"title": "A: “b”", "hide": ["toc"]}, "", "<link>", "https://e.com/a")
    assert staged_markdown(page) == (
        "---\ntitle: 'A: “b”'\nhide:\n- toc\nunjargon_head: <link>\n"
        "unjargon_edit: https://e.com/a\n---\n\n\n"
    )

"""What Markdown from YAML may do and what it may not, and that nothing in a page wakes it up."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from mkdocs.config import load_config

from examples import examples
from unjargon.prose import _rendered, attribute, inert, inline, plain, prose

SITE = load_config(str(Path(__file__).parents[1] / "mkdocs.yml"))
PAGE = Markdown(extensions=SITE.markdown_extensions, extension_configs=SITE.mdx_configs)

KEPT = {
    "paragraphs": ("One\ntwo.\n\nThree.", "<p>One two.</p> <p>Three.</p>"),
    "emphasis": (
        "*a* __b__ ***c***",
        "<p><em>a</em> <strong>b</strong> <em><strong>c</strong></em></p>",
    ),
    "list": ("- a\n- b\n  - c", "<ul> <li>a</li> <li>b <ul> <li>c</li> </ul> </li> </ul>"),
    "numbered list": ("1. a\n2. b", "<ol> <li>a</li> <li>b</li> </ol>"),
    "quotation": ("> a\n> b", "<blockquote> <p>a b</p> </blockquote>"),
    "hard break": ("a  \nb", "<p>a<br> b</p>"),
    "code": ("Call `f(x) < 1`.", "<p>Call <code>f(x) &lt; 1</code>.</p>"),
    "indented code": ("    a\n     b", "<pre><code>a&#10; b&#10;</code></pre>"),
    "tab in code": ("`a\tb`", "<p><code>a&#9;b</code></p>"),
    "fence": ("```python\na\n\n  b\n```", "<pre><code>a&#10;&#10;  b&#10;</code></pre>"),
    "http": ("[a](http://e.com/?x=1&y=2)", '<p><a href="http://e.com/?x=1&amp;y=2">a</a></p>'),
    "https": ('[a](https://e.com/ "b")', '<p><a href="https://e.com/">a</a></p>'),
    "upper-case scheme": ("[a](HTTPS://e.com/)", '<p><a href="HTTPS://e.com/">a</a></p>'),
    "mailto": ("[a](mailto:a@e.com)", '<p><a href="mailto:a@e.com">a</a></p>'),
    "address": ("<https://e.com/>", '<p><a href="https://e.com/">https://e.com/</a></p>'),
    "reference link": ("[a][1]\n\n[1]: https://e.com/", '<p><a href="https://e.com/">a</a></p>'),
    "entity": ("5 &le; 6 &amp;lt;", "<p>5 ≤ 6 &amp;lt;</p>"),
}
INERT = {
    "raw html": ("a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>"),
    "raw html block": ("<div>\n*a*\n</div>", "<p>&lt;div&gt; <em>a</em> &lt;/div&gt;</p>"),
    "script": ("<script>a()</script>", "<p>&lt;script&gt;a()&lt;/script&gt;</p>"),
    "script as entities": ("&lt;script&gt;", "<p>&lt;script&gt;</p>"),
    "script in code": ("`<script>`", "<p><code>&lt;script&gt;</code></p>"),
    "comment": ("<!-- a -->", "<p>&lt;!-- a --&gt;</p>"),
    "javascript": ("[a](javascript:b)", "<p>[a](javascript:b)</p>"),
    "javascript in capitals": ("[a](JaVaScRiPt:b)", "<p>[a](JaVaScRiPt:b)</p>"),
    "javascript as entities": ("[a](java&#115;cript:b)", "<p>[a](javascript:b)</p>"),
    "javascript with a tab": ("[a](java&Tab;script:b)", "<p>[a](java&#9;script:b)</p>"),
    "javascript percent-encoded": ("[a](%6aavascript:b)", "<p>[a](%6aavascript:b)</p>"),
    "javascript as address": ("<javascript:b>", "<p>&lt;javascript:b&gt;</p>"),
    "data": ("[a](data:text/html,b)", "<p>[a](data:text/html,b)</p>"),
    "data image": ("[a](data:image/png;base64,b)", "<p>[a](data:image/png;base64,b)</p>"),
    "vbscript": ("[a](vbscript:b)", "<p>[a](vbscript:b)</p>"),
    "file": ("[a](file:///b)", "<p>[a](file:///b)</p>"),
    "other scheme": ("[a](ftp://e.com/)", "<p>[a](ftp://e.com/)</p>"),
    "other scheme as address": ("<ftp://e.com/>", "<p>&lt;ftp://e.com/&gt;</p>"),
    "relative link": ("[a](bias.md)", "<p>[a](bias.md)</p>"),
    "absolute path": ("[a](/b/)", "<p>[a](/b/)</p>"),
    "other host": ("[a](//e.com/)", "<p>[a](//e.com/)</p>"),
    "fragment": ("[a](#b)", "<p>[a](#b)</p>"),
    "image": ("![a](https://e.com/b.png)", '<p>!<a href="https://e.com/b.png">a</a></p>'),
    "heading": ("# a", "<p># a</p>"),
    "underlined heading": ("a\n===\n\nb\n---", "<p>a ===</p> <p>b ---</p>"),
    "rule": ("***", "<p>***</p>"),
    "jinja": (
        "{{ a }} {% b %} {# c #}",
        "<p>&#123;&#123; a &#125;&#125; &#123;% b %&#125; &#123;# c #&#125;</p>",
    ),
    "jinja in code": ("`{{ a }}`", "<p><code>&#123;&#123; a &#125;&#125;</code></p>"),
    "jinja as entities": ("&#123;&lcub; a", "<p>&#123;&#123; a</p>"),
    "jinja in an address": (
        "[a](https://e.com/{{b}})",
        '<p><a href="https://e.com/%7B%7Bb%7D%7D">a</a></p>',
    ),
    "snippet": ('--8<-- "a.md"', '<p>--8&lt;-- "a.md"</p>'),
    "attribute list": ("a {: .b #c }", "<p>a &#123;: .b #c &#125;</p>"),
    "backtick": ("a \\` b", "<p>a &#96; b</p>"),
    "tildes": ("a ~~~ b", "<p>a &#126;&#126;&#126; b</p>"),
    "open fence": ("```\n{{ a }}", "<pre><code>&#123;&#123; a &#125;&#125;</code></pre>"),
    "carriage return": ("a&#13;&#13;# b", "<p>a  # b</p>"),
}
# What the loader lets through and is a character: no controls but white space, no surrogates.
CHARACTERS = st.characters(exclude_categories=["Cs", "Cc", "Cn"]) | st.sampled_from(
    "\t\n\r\x85\u2028"
)
ACTIVE = (
    "{{ }} {% %} {# #} {: } ` ``` ~~~ * ** _ [ ] ( ) ![ ](http://a) <a> </div> <div> <script> & "
    "&lt; &#123; &#x7b; \\ | --8<-- !!! ??? === - 1. > # $ $$ == [^1] [^1]: *[x]: +++ :: \u2028 "
    "&#13; &#12; &NewLine; &Tab; javascript: x word"
)
PIECES = st.sampled_from([*ACTIVE.split(" "), " ", "\n", "\n\n", "    ", "\t"])
TEXT = st.text(CHARACTERS, max_size=80) | st.lists(PIECES, max_size=25).map("".join)


@pytest.mark.parametrize("name", KEPT)
def test_kept(name: str) -> None:
    assert prose(KEPT[name][0]) == KEPT[name][1]


@pytest.mark.parametrize("name", INERT)
def test_inert(name: str) -> None:
    assert prose(INERT[name][0]) == INERT[name][1]


@examples(300)
@given(TEXT)
def test_prose_holds_nothing_active(text: str) -> None:
    assert not re.search(r"[{}`~]|<(?!/?(?:a|blockquote|br|code|em|li|ol|p|pre|strong|ul)\b)",
                         prose(text))  # fmt: skip


@examples(300)
@given(TEXT)
def test_prose_is_one_line(text: str) -> None:
    # Python-Markdown takes a carriage return for a line break too.
    assert not re.search(r"[\n\r]", prose(text))


@examples(300)
@given(TEXT)
def test_prose_passes_a_page_unchanged(text: str) -> None:
    block = f"<div>{prose(text)}</div>"
    assert PAGE.reset().convert(f"Before.\n\n{block}\n\nAfter.") == (
        f"<p>Before.</p>\n{block}\n\n<p>After.</p>"
    )


PLACES = {
    "paragraph": "{}",
    "list": "- {}",
    "table": "| |\n| --- |\n| {} |",
    "heading": "## {}",
    "title of an admonition": '!!! note "{}"\n',
}
"""Markdown in which an author may call a macro that shows plain text."""


def visible(html: str) -> str:
    """Return the text that a reader sees, the signs beside headings aside."""
    without_signs = re.sub(r'<a class="headerlink".*?</a>', "", html)
    return unescape(re.sub(r"<[^>]*>", "", without_signs)).strip()


@pytest.mark.parametrize("place", PLACES)
@examples(300)
@given(text=TEXT.filter(str.split))
def test_inline_is_shown_as_typed(place: str, text: str) -> None:
    html = PAGE.reset().convert(PLACES[place].format(inline(text)))
    assert visible(html) == " ".join(text.split())


@examples(300)
@given(TEXT)
def test_inline_says_the_same(text: str) -> None:
    assert unescape(inline(text)) == " ".join(text.split())


@examples(300)
@given(TEXT)
def test_attribute_says_the_same_and_stays_in_its_quotes(text: str) -> None:
    assert not re.search(r"[\"'<>{}`]", attribute(text))
    assert unescape(attribute(text)) == " ".join(text.split())


def test_inert_keeps_lines_of_code_apart() -> None:
    assert inert("<p>a\nb</p>\n<pre>c\nd</pre>\n<pre>e\n</pre>\n") == (
        "<p>a b</p> <pre>c&#10;d</pre> <pre>e&#10;</pre>"
    )


@examples(500)
@given(st.text("abcXYZ019 ,.;:?'\"()/%-", max_size=40))
def test_a_plain_text_needs_no_parser(text: str) -> None:
    assert prose(text) == _rendered(text)


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("", ""),
        ("One\ntwo.\n\n- *three*\n- `four  4`", "One two. three four 4"),
        ("[a](https://e.com/?x=1&y=2) & 1 < 2", "a & 1 < 2"),
        ("<b>typed</b> &amp;lt;", "<b>typed</b> &lt;"),
        ("Plain already, isn't it?", "Plain already, isn't it?"),
    ],
)
def test_plain_text_is_what_a_reader_sees(markdown: str, text: str) -> None:
    assert plain(markdown) == text

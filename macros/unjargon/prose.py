"""Markdown that was written in YAML -> HTML that cannot do anything.

YAML is written by many and treated as hostile: no HTML, no Jinja, no snippets. A CommonMark
parser in safe mode renders it, an allow-list sanitiser checks the result a second time, and what
Markdown, Jinja or a preprocessor of Python-Markdown could still read as theirs is spelt as
entities, which look the same to a reader.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape, unescape

import nh3
from markdown_it import MarkdownIt

MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable(
    ["image", "heading", "lheading", "hr", "html_block", "html_inline"]
)
"""The parser of text from YAML: CommonMark without HTML, pictures, headings and rules."""
_ABSOLUTE = re.compile(r"(?:https?://|mailto:)[^/]", re.IGNORECASE)
# A relative address would mean another page on every page that shows the text; what is not a
# link stays as it was typed.
MARKDOWN.validateLink = lambda url: bool(_ABSOLUTE.match(url))  # type: ignore[method-assign]
_TAGS = {"a", "blockquote", "br", "code", "em", "li", "ol", "p", "pre", "strong", "ul"}
_SCHEMES = {"http", "https", "mailto"}
# Jinja's braces; backticks and tildes, which superfences reads before it knows of any HTML.
_ACTIVE = {char: f"&#{ord(char)};" for char in "{}`~\t"}
# Paragraphs of letters, digits and signs that mean nothing to Markdown, HTML or Jinja: most texts
# are no more than that, and need neither parser nor sanitiser. Each line begins with a letter.
# There is one way to read a line, so nothing is ever taken back: `*+` looks half as long as `*`.
_LINE = r"[A-Za-z][A-Za-z0-9,.;:?'\"()/%-]*+(?: [A-Za-z0-9,.;:?'\"()/%-]++)*+"
_PLAIN = re.compile(rf"{_LINE}(?:\n+{_LINE})*\n*")
_EMPTY_LINES = re.compile(r"\n\n+")
_PUNCTUATION = re.compile(r"[^\w\s]|_", re.ASCII)


def _only_absolute(_tag: str, _attribute: str, value: str) -> str | None:
    # The parser has checked the address; this drops every attribute that holds none.
    return value if _ABSOLUTE.match(value) else None


@lru_cache(maxsize=4096)
def prose(text: str) -> str:
    """Render Markdown from a record as HTML on one line, ready to be placed in a page's source.

    Paragraphs, emphasis, lists, quotations, code, and links with http, https and mailto are kept;
    all else appears as the text that was typed.
    """
    if not _PLAIN.fullmatch(text):
        return _rendered(text)
    paragraphs = _EMPTY_LINES.sub("</p> <p>", text.rstrip("\n")).replace("\n", " ")
    return f"<p>{paragraphs}</p>"


def _rendered(text: str) -> str:
    clean = nh3.clean(
        MARKDOWN.render(text),
        tags=_TAGS,
        attributes={"a": {"href"}},
        attribute_filter=_only_absolute,
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    return inert(clean)


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """Return Markdown from a record as plain text on one line, its signs and links left out."""
    if _PLAIN.fullmatch(text):
        return " ".join(text.split())
    return " ".join(unescape(nh3.clean(prose(text), tags=set())).split())


def inert(html: str) -> str:
    """Make finished HTML safe to stand in Markdown that Jinja and Python-Markdown will read.

    The result is one line, because a macro may be called inside a list or an admonition, where
    a second line would need indentation.
    """
    lines = re.sub(r"<pre>.*?</pre>", lambda pre: pre[0].replace("\n", "&#10;"), html, flags=re.S)
    return _spelt(" ".join(lines.split("\n")).strip())


def inert_lines(body: str) -> str:
    """Make each line of a page's body inert; Markdown headings and blank lines keep their place."""
    return _spelt("\n".join(map(str.strip, body.split("\n")))) + "\n"


def inline(text: str) -> str:
    """Escape plain text so that it survives inside a Markdown paragraph, table or heading."""
    return _PUNCTUATION.sub(lambda found: f"&#{ord(found[0])};", " ".join(text.split()))


def attribute(text: str) -> str:
    """Escape plain text for a quoted attribute or a title that others print unescaped."""
    return _spelt(escape(" ".join(text.split())))


def _spelt(text: str) -> str:
    # `str.translate` looks at one character after the other as soon as one is not ASCII.
    for char, entity in _ACTIVE.items():
        text = text.replace(char, entity)
    return text

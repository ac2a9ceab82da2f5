"""What a site's search is given of a record's page: its headings and texts, and few other tags.

Search plugins read pages with Python's own parser, which takes longer over a tag than over a
paragraph. The page of a word has three times the tags of a page of Markdown, and no index holds
them. Without them, the words of two cells of a table do not run into one another either.
"""

from __future__ import annotations

from functools import lru_cache

_IN_TEXT = frozenset(
    {
        *("a", "abbr", "b", "bdi", "cite", "em", "i", "mark", "q", "s", "small", "span", "strong"),
        *("time", "u", "var"),
    }
)
_AROUND_TEXT = frozenset(
    {
        *("article", "aside", "caption", "dd", "details", "div", "dl", "dt", "figcaption"),
        *("figure", "footer", "header", "section", "summary", "table", "tbody", "td", "tfoot"),
        *("th", "thead", "tr"),
    }
)
_INDEXED = frozenset({"li", "ol", "p", "ul"})
"""Blocks that an index keeps, but none of their attributes."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NO_TEXT = frozenset({"script", "style"})
_KEPT_OUT = ("data-search-exclude", 'class="headerlink"')
"""What an element that search leaves out is known by."""


def searched(html: str) -> str:
    """Take tags out of a page's content that make no difference to what a search finds.

    Args:
        html: The content of a page in which every `<` begins a tag, and the next `>` ends it. No
            element holds a heading that has an anchor: where such an element ends, so does the
            section, and search has to see it.
    """
    text, *parts = html.split("<")
    found, hidden, depth = [text], "", 0
    for part in parts:
        tag, _, text = part.partition(">")
        if hidden:
            name = tag.partition(" ")[0]
            depth += (name == hidden) - (name == f"/{hidden}")
            if depth:
                continue
            hidden = ""
            found.append(text)
        elif (left := _left(tag)) is None:
            hidden, depth = tag.partition(" ")[0], 1
        else:
            shown, is_block = left
            found.append(shown if is_block and text.isspace() else shown + text)
    # Something that is left out never ended: better too much than too little.
    return html if hidden else "".join(found)


# A site has few tags with attributes of their own but links.
@lru_cache(maxsize=1024)
def _left(tag: str) -> tuple[str, bool] | None:
    """Return what is left of a tag, and whether white space after it means nothing.

    Returns None where search leaves the element out.
    """
    name, _, attributes = tag.partition(" ")
    bare = name.removeprefix("/")
    if bare in _NO_TEXT or any(mark in attributes for mark in _KEPT_OUT):
        return None
    if bare in _IN_TEXT:
        return "", False
    if bare in _AROUND_TEXT:
        return " ", True
    if bare in _INDEXED:
        return f"<{name}>", True
    return f"<{tag}>", bare in _HEADINGS

"""What a site's search is given of a record's page: its headings and texts, and few other tags.

Search plugins read pages with Python's own parser, which takes longer over a tag than over a
paragraph. The page of a word has three times the tags of a page of Markdown, and no index holds
them. Without them, the words of two cells of a table do not run into one another either.
"""

from __future__ import annotations

import re

_KEPT_OUT = re.compile(
    r"<(div|form|nav|p|section)\b[^>]*\sdata-search-exclude\b[^>]*>[^<]*(?:<(?!\1\b)[^<]*)*?</\1>"
    r'|<a class="headerlink"[^>]*>[^<]*</a>'
)
_MARKS = ("data-search-exclude", 'class="headerlink"')
"""What an element that search leaves out is known by."""
_IN_TEXT = re.compile(
    r"</?(?:a|abbr|b|bdi|cite|em|i|mark|q|s|small|span|strong|time|u|var)\b[^>]*>"
)
_AROUND_TEXT = re.compile(
    r"(?:</?(?:article|aside|caption|dd|details|div|dl|dt|figcaption|figure|footer|header|section"
    r"|summary|table|tbody|td|tfoot|th|thead|tr)\b[^>]*>\s*)+"
)


def searched(html: str) -> str:
    """Take tags out of a page's content that make no difference to what a search finds.

    Args:
        html: The content of a page. No element holds a heading that has an anchor: where such an
            element ends, so does the section, and search has to see it.
    """
    found = _KEPT_OUT.sub("", html)
    if any(mark in found for mark in _MARKS):
        return html
    return _AROUND_TEXT.sub(" ", _IN_TEXT.sub("", found))

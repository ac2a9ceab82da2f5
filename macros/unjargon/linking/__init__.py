"""Find terms in text and link them in finished HTML; knows nothing of MkDocs."""

from unjargon.linking.link import REPEATS, Decision, Linked, Page, Repeat, link_html
from unjargon.linking.markup import term_link, words_section
from unjargon.linking.matcher import Match, Matcher, words_of
from unjargon.linking.remembered import linked, matcher_of

__all__ = [
    "REPEATS",
    "Decision",
    "Linked",
    "Match",
    "Matcher",
    "Page",
    "Repeat",
    "link_html",
    "linked",
    "matcher_of",
    "term_link",
    "words_of",
    "words_section",
]

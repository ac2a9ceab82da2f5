"""Linking with a memory: what no changed name of a word can touch is not linked again."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Set

from unjargon.forms import forms, phrases
from unjargon.linking.link import Linked, Page, link_html, text_and_links
from unjargon.linking.matcher import Matcher, words_of
from unjargon.model import Term
from unjargon.remember import Remember, Same


def matcher_of(terms: Mapping[str, Term], language: str, remember: Remember) -> Matcher:
    """Return the matcher of a glossary.

    Args:
        terms: The glossary, by id.
        language: Language of the text that will be searched.
        remember: Gives again what was made before from the same names.
    """

    def names(key: str, term: Term) -> Hashable:
        """Return all that a matcher reads of a term."""
        ways = remember(
            lambda: ("names", Same([term]), language),
            lambda: (frozenset(forms(term, language)), frozenset(phrases(term, language))),
        )
        return key, term.link, term.only_in, ways

    return remember(
        lambda: ("matcher", language, tuple(names(*item) for item in terms.items())),
        lambda: Matcher(terms, language),
    )


def linked(
    html: str, matcher: Matcher, page: Page, addresses: Hashable, remember: Remember
) -> Linked:
    """Link a page's HTML, unless that was done before with all that matters on it.

    Args:
        html: Finished HTML of a page's content.
        matcher: The glossary.
        page: What is known of the page.
        addresses: What decides about the addresses of the page's links.
        remember: Gives again what was made before from the same.
    """

    def read() -> tuple[Set[str], Set[str]]:
        """Return all words of the page, and the terms that its own links lead to."""
        text, links = text_and_links(html, page)
        return words_of(text), links

    def key() -> Hashable:
        words, links = remember(lambda: ("read", html, addresses), read)
        how = page.own_term, page.tags, page.repeat, page.autolink
        known = frozenset(links & matcher.terms.keys())
        return "linked", html, addresses, how, matcher.part(words), known

    return remember(key, lambda: link_html(html, matcher, page))

"""A glossary made ready for searching, the same one as long as no name of a word changes."""

from __future__ import annotations

from collections.abc import Hashable, Mapping

from unjargon.forms import forms, phrases
from unjargon.linking.matcher import Matcher
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

"""The words for "Paste a text" and the error page, with all that finding them in a text needs.

They are a script and not JSON, because a page that was opened from a folder may load the one and
not fetch the other, and every content security policy that lets the site's own scripts run lets
this one run too.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from typing import Any

from unjargon.exports.published import Published
from unjargon.forms import Form, forms, phrases
from unjargon.linking import Page
from unjargon.model import Term
from unjargon.pages import EXPLAIN


def explained_words(site: Published) -> str:
    """Return the words of the page "Paste a text" as a script that sets `unjargonWords`."""
    source = EXPLAIN.source("")
    url = site.addresses.url(source)
    page = Page(
        href=site.addresses.hrefs("term", url),
        tags=frozenset({source, source.removesuffix(".md")}),
    )
    shown = {
        key: term
        for key, term in site.catalog.terms.items()
        if term.status != "draft" and (not term.only_in or page.allows(term))
    }
    return (
        f"window.unjargonWords={_compact(searchable(shown, page.href, site.catalog.language))};\n"
    )


def searchable(
    terms: dict[str, Term], href: Callable[[str], str], language: str
) -> list[dict[str, Any]]:
    """Return what `assets/matcher.js` and the card need of terms with `link: auto`.

    Args:
        terms: Terms by id.
        href: Takes a term's id, returns the address of its page.
        language: Language of the text that will be searched.

    Returns:
        One dictionary a term, in the order in which "Words on this page" lists them.
    """
    return [
        {
            "id": key,
            "term": terms[key].term,
            "expansion": terms[key].expansion or "",
            "short": terms[key].short,
            "href": href(key),
            "forms": _written(forms(terms[key], language)),
            "phrases": _written(phrases(terms[key], language)),
        }
        for key in sorted(terms, key=lambda key: (terms[key].term.casefold(), key))
        if terms[key].link == "auto"
    ]


def _written(found: Iterable[Form]) -> list[list[Any]]:
    """Return forms as lists of keys, exact spellings, what stands before and what stands after."""
    return [_list(form) for form in sorted(found, key=_order)]


def _order(form: Form) -> tuple[object, ...]:
    return form.keys, [(word is None, word or "") for word in form.exact], form.before, form.after


def _list(form: Form) -> list[Any]:
    exact = [] if set(form.exact) == {None} else list(form.exact)
    parts: list[Any] = [list(form.keys), exact, form.before, form.after]
    while not parts[-1]:
        parts.pop()
    return parts


def _compact(value: Any) -> str:
    # ASCII only, so that the file means the same whatever encoding a server claims for it.
    return json.dumps(value, separators=(",", ":"))

"""schema.org: the glossary as a `DefinedTermSet`, in its pages and as a file of its own.

In a page it stands in a script element of the type `application/ld+json`. That is data: browsers
never run it, and a content security policy does not apply to it.
"""

from __future__ import annotations

import json
from typing import Any

from unjargon.exports.published import Published

_CONTEXT = {"@context": "https://schema.org"}
# What could end the script element, or begin a comment in it, spelt so that JSON reads the same.
_IN_HTML = {ord(char): f"\\u{ord(char):04x}" for char in "<>&\u2028\u2029"}


def defined_term(site: Published, term_id: str, page: str = "") -> dict[str, Any]:
    """Return a term as a `DefinedTerm`.

    Args:
        site: The site.
        term_id: Id of the term.
        page: Address of the page that will hold it.
    """
    term = site.catalog.terms[term_id]
    address = site.term(term_id, page)
    names = [name for name in (term.expansion, *term.aliases) if name]
    return {
        "@type": "DefinedTerm",
        "@id": address,
        "name": term.term,
        **({"alternateName": names} if names else {}),
        "description": term.short,
        "termCode": term_id,
        "url": address,
        "inDefinedTermSet": {"@id": site.glossary(page)},
    }


def defined_term_set(site: Published, page: str = "") -> dict[str, Any]:
    """Return the glossary as a `DefinedTermSet`, its terms left out."""
    address = site.glossary(page)
    return {
        "@type": "DefinedTermSet",
        "@id": address,
        "name": site.name,
        **({"description": site.description} if site.description else {}),
        "inLanguage": site.language,
        "url": address,
    }


def glossary_jsonld(site: Published) -> str:
    """Return the glossary and all its terms as JSON-LD."""
    terms = [defined_term(site, key) for key in site.catalog.terms]
    whole = _CONTEXT | defined_term_set(site) | {"hasDefinedTerm": terms}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def in_page(data: dict[str, Any]) -> str:
    """Return JSON-LD as an element of a page's head, whatever its texts hold."""
    text = json.dumps(_CONTEXT | data, ensure_ascii=False, separators=(",", ":"))
    return f'<script type="application/ld+json">{text.translate(_IN_HTML)}</script>'

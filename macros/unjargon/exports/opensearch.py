"""`opensearch.xml`: lets a browser search the glossary from its address bar.

The format asks for whole addresses, so a site that does not know its own has no such file.
"""

from __future__ import annotations

from html import escape

from unjargon.exports.published import Published

FILE = "opensearch.xml"
MEDIA_TYPE = "application/opensearchdescription+xml"
_LONGEST_NAME = 16
"""Characters of a name, as OpenSearch 1.1 has it."""


def opensearch(site: Published) -> str:
    """Return the OpenSearch description of the glossary's search."""
    about = site.description or f"Words of {site.name}"
    here, search = escape(site.addresses.absolute(FILE)), escape(site.glossary())
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
        f"<ShortName>{escape(site.name[:_LONGEST_NAME].strip())}</ShortName>\n"
        f"<Description>{escape(about)}</Description>\n"
        f"<Language>{escape(site.language)}</Language>\n"
        "<InputEncoding>UTF-8</InputEncoding>\n"
        f'<Url type="text/html" template="{search}?word={{searchTerms}}"/>\n'
        f'<Url type="{MEDIA_TYPE}" rel="self" template="{here}"/>\n'
        "</OpenSearchDescription>\n"
    )

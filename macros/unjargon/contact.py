"""Where readers ask and suggest: a mail, or an issue form, with the right words already in it.

The option is an address with gaps, so the package need not know one repository host from another.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html import escape
from urllib.parse import quote

import yaml

from unjargon.language import _
from unjargon.model import Term

_GAP = re.compile(r"\{(\w*)\}")
_ADDRESS = re.compile(r"mailto:[^\s@]+@\S+|https?://\S+", re.IGNORECASE)
# Windows opens no mail whose address is longer than about 2,000 characters, and says nothing;
# repository hosts refuse from 8,000 on.
_LONGEST_MAIL = 2000
_LONGEST_FORM = 8000


def contact(option: str, title: str, body: str, url: str) -> str:
    """Return the address that opens a mail or an issue form with these words in it.

    Args:
        option: The option `contact`; empty: there is nobody to ask.
        title: The subject.
        body: The text, of which the end is cut off where the address would grow too long.
        url: The page that it is about; empty: none.

    Returns:
        The address; empty when the option is.

    Raises:
        ValueError: If the option is no such address, or has a gap that nothing fills.
    """
    if not option:
        return ""
    if not _ADDRESS.fullmatch(option):
        raise ValueError(
            f"contact: '{option}' should be mailto: and a mail address, or begin with https://"
        )
    is_mail = option.lower().startswith("mailto:")
    address = option
    if is_mail and not _GAP.search(option):
        address += ("&" if "?" in option else "?") + "subject={title}&body={body}"
        if url:
            address += quote("\r\n\r\n") + "{url}"

    def filled(text: str) -> str:
        # Mails end their lines with two characters.
        lines = text.replace("\n", "\r\n") if is_mail else text
        words = {"title": title, "body": lines, "url": url}
        return _GAP.sub(lambda gap: quote(_word(words, gap[1]), safe="", errors="replace"), address)

    longest = _LONGEST_MAIL if is_mail else _LONGEST_FORM
    whole = filled(body)
    if len(whole) <= longest:
        return whole
    lengths = range(len(body) + 1)
    fitting = bisect_right(lengths, longest, key=lambda length: len(filled(f"{body[:length]}…")))
    return filled(f"{body[: max(fitting - 1, 0)]}…")


def _word(words: dict[str, str], gap: str) -> str:
    if gap not in words:
        raise ValueError(f"contact: {{{gap}}} is not known (write {{title}}, {{body}} or {{url}})")
    return words[gap]


def contact_url(option: str, url: str) -> str:
    """Return the address for asking about a word, which a script writes in place of `{word}`.

    Args:
        option: The option `contact`.
        url: The site; empty: not known.
    """
    asked = contact(option, _("Please explain: {word}"), _("Where I met this word:"), url)
    return asked.replace(quote("{word}", safe=""), "{word}")


def override(term_id: str, term: Term) -> str:
    """Return a file for a site's own layer that says a starter term's main texts, to be changed."""
    texts = {"short": _Text(term.short), "plain": _Text(term.plain)}
    fields = yaml.dump(texts, Dumper=_Dumper, allow_unicode=True, sort_keys=False)
    return f"# glossary/{term_id}.yml\n{fields}"


class _Text(str):
    """A text that is written over lines of its own, without quotes."""


class _Dumper(yaml.SafeDumper):
    """Writes such texts."""


_Dumper.add_representer(
    _Text, lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|")
)


def copyright_line(written: str | None, option: str, url: str) -> str | None:
    """Return the line that ends every page, with a way to ask in it.

    Themes print this line as HTML at the foot of each page, pages without a linked word included:
    a word that nobody has explained yet is most likely met on one of those.

    Args:
        written: The line as configured.
        option: The option `contact`.
        url: The site; empty: not known.
    """
    body = _("The word, and the page where I met it:")
    asked = contact(option, _("A word is unclear"), body, url)
    if not asked:
        return written
    words = escape(_("A word is unclear?")), escape(_("Ask us."))
    link = f'{words[0]} <a href="{escape(asked)}">{words[1]}</a>'
    return f'{written or ""} <span class="uj-ask">{link}</span>'.strip()

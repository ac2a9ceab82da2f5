"""The interface in a site's language: messages, figures and days.

English stands in the code, and every other language in its catalogue, `locale/de.po`. What is
spoken holds inside a `with` block only, as a locale does for a program: so functions that write a
few words need no argument for it, and two sites in one process never mix.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from gettext import GNUTranslations, NullTranslations, c2py
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:  # An English site does without Babel, whose import takes as long as many pages.
    from babel import Locale
    from babel.messages import Catalog

FOLDER = Path(str(files("unjargon") / "locale"))
"""Where the catalogues are."""
MESSAGES = "messages.js"
"""The name, among the assets, of the script with the messages of scripts."""
_ASSETS = "/assets/"
"""Part of the path of each script that says something."""
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_FIGURES = {ord("-"): "\N{MINUS SIGN}"}


@dataclass(frozen=True, eq=False)
class Language:
    """A language, as far as the interface speaks it."""

    messages: NullTranslations = field(default_factory=NullTranslations)
    """Its messages; each that it lacks is said in English."""
    locale: Locale | None = None
    """How it writes figures and days; None: as English does."""
    figures: Mapping[int, str] = field(default_factory=lambda: _FIGURES)
    """What stands in it for the signs of a figure."""


ENGLISH = Language()
"""What is spoken where nobody says otherwise."""
_spoken: ContextVar[Language] = ContextVar("spoken", default=ENGLISH)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Let everything in a block be said in a language, or in English where it has no catalogue.

    Args:
        code: The language, as themes name it: `de`, `de-CH`, `pt_BR`.
    """
    before = _spoken.set(language(code))
    try:
        yield
    finally:
        _spoken.reset(before)


# Messages -----------------------------------------------------------------------------------------


def gettext(message: str) -> str:
    """Return a message in the language that is spoken."""
    return _spoken.get().messages.gettext(message)


_ = gettext
"""The short name that tools know it by."""


def ngettext(one: str, many: str, number: float) -> str:
    """Return a message in the form that a number needs."""
    # Languages count whole things; of a fraction there are always several.
    count = int(number) if number == int(number) else 2
    return _spoken.get().messages.ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """Return a message that has several meanings in English; the context says which one."""
    return _spoken.get().messages.pgettext(context, message)


def npgettext(context: str, one: str, many: str, number: int) -> str:
    """Return a message in the form that a number needs, of several meanings that of a context."""
    return _spoken.get().messages.npgettext(context, one, many, number)


def N_(message: str) -> str:  # noqa: N802  # the name that gettext's tools look for
    """Return a message as it is: it is for the catalogue, and said elsewhere."""
    return message


# Figures and days ---------------------------------------------------------------------------------


def number(value: float, form: str = ",.10g") -> str:
    """Return a figure as people write it: `1,200`, `7.5`, `-3`.

    Args:
        value: The figure.
        form: How many digits it has, as Python writes that.
    """
    return f"{value:{form}}".translate(_spoken.get().figures)


def written(day: date) -> str:
    """Return a day as people write it: `31 January 2026`."""
    locale = _spoken.get().locale
    if locale:
        return _formatted(day, "long", locale)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def month(day: date) -> str:
    """Return the month of a day, as short as people write it: `Jan 2026`."""
    locale = _spoken.get().locale
    if locale:
        return _formatted(day, "MMM y", locale)
    return f"{_MONTHS[day.month - 1][:3]} {day.year}"


@lru_cache(maxsize=4096)
def _formatted(day: date, form: str, locale: Locale) -> str:
    from babel.dates import format_date

    return format_date(day, form, locale)


def direction(code: str) -> str:
    """Return how a language is read: `ltr` or `rtl`."""
    return "ltr" if code.startswith("en") else str(_locale(code).text_direction)


# Catalogues ---------------------------------------------------------------------------------------


@cache
def language(code: str) -> Language:
    """Return a language by its code, of which the last parts may be left out: `de-CH` is `de`."""
    catalogue = _catalogue(code)
    if catalogue is None:
        return ENGLISH
    from babel.messages.mofile import write_mo

    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    locale = _locale(code)
    signs = locale.number_symbols["latn"]
    figures = {ord(","): signs["group"], ord("."): signs["decimal"], **_FIGURES}
    return Language(GNUTranslations(compiled), locale, figures)


def said_by_scripts(code: str) -> str:
    """Return the messages of scripts as a script that sets `unjargonMessages`; empty in English.

    A message with a number has an object of its forms, by the names that `Intl.PluralRules` has
    for them. What has no name is the language itself, with the digits that the build writes.
    """
    catalogue = _catalogue(code)
    if catalogue is None:
        return ""
    found: dict[str, Any] = {"": f"{_locale(code)}-u-nu-latn".replace("_", "-")}
    for message in catalogue:
        forms = [message.string] if isinstance(message.string, str) else message.string
        if not (message.id and forms and all(forms)) or message.fuzzy:
            continue  # scripts say it in English
        if any(_ASSETS in path for path, _ in message.locations):
            if isinstance(message.id, str):
                found[message.id] = message.string
            else:
                found[message.id[0]] = _by_category(message.string, catalogue)
    told = json.dumps(found, separators=(",", ":"), sort_keys=True)
    return f"window.unjargonMessages={told};\n"


def _by_category(forms: Any, catalogue: Catalog) -> dict[str, str]:
    """Return the forms of a message by CLDR's names for them, which browsers know."""
    place = c2py(catalogue.plural_expr)
    category = cast("Locale", catalogue.locale).plural_form
    found: dict[str, str] = {}
    for count in (*range(200), 1_000_000):
        found.setdefault(category(count), forms[place(count)])
    return found


@cache
def _catalogue(code: str) -> Catalog | None:
    """Read the catalogue of a language; None for English, and for a language without one."""
    known = {path.stem.lower(): path for path in FOLDER.glob("*.po")}
    path = next((known[name] for name in _names(code) if name in known), None)
    if path is None:
        return None
    from babel.messages.pofile import read_po

    with path.open("rb") as file:
        return read_po(file, locale=path.stem, charset="utf-8")


def _locale(code: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    for name in _names(code):
        try:
            return Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en", "GB")


def _names(code: str) -> Iterator[str]:
    """Yield the names that a language's catalogue may have, the most particular first."""
    parts = code.replace("-", "_").lower().split("_")
    for length in range(len(parts), 0, -1):
        yield "_".join(parts[:length])

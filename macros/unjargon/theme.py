"""What a theme's templates leave out of what Unjargon puts into a page, told once a build.

A theme is judged by the pages that it made, not by its name: most sites change one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """Something that a finished page should hold."""

    mark: str
    """The piece of HTML by which it is known."""
    message: str
    """What is lost without it, and what the theme has to do."""
    needed: bool
    """Whether linked words do not work without it."""


_STYLES = Part(
    "/unjargon/unjargon.css",
    "prints no extra_css, so nothing of Unjargon has its look (print it in the head)",
    needed=True,
)
_SCRIPT = Part(
    "/unjargon/page.js",
    "prints no extra_javascript, so no card shows (print it at the end of the body)",
    needed=True,
)
_WORDS = Part(
    '<section class="uj-words"',
    "does not print page.content as it is, so no word is linked",
    needed=True,
)
_CHOICE = Part(
    'class="uj-reader"',
    "has no header that could hold 'Explain in my own terms'; addresses with ?with= and ?for= do "
    "the same for one visit",
    needed=False,
)
_ASK = Part(
    'class="uj-ask"',
    "prints no copyright, so pages do not end with 'A word is unclear? Ask us.'",
    needed=False,
)


class Judgement:
    """Gathers what the pages of a site hold.

    Args:
        choices: Whether readers have something to choose.
        contact: Whether the site says where readers ask.
    """

    def __init__(self, *, choices: bool, contact: bool) -> None:
        self._open = [_STYLES, _SCRIPT, *[_CHOICE] * choices, *[_ASK] * contact]

    def add(self, html: str, *, linked: bool) -> None:
        """Take note of a finished page.

        Args:
            html: The page.
            linked: Whether words were linked in its text.
        """
        # From the end, where the words stand.
        if linked and html.rfind(_WORDS.mark) < 0 and _WORDS not in self._open:
            self._open.append(_WORDS)
        self._open = [part for part in self._open if part is _WORDS or part.mark not in html]

    def lacking(self) -> Iterator[Part]:
        """Yield what no page held."""
        return iter(self._open)


def told(theme: str | None, parts: Iterable[Part]) -> Iterator[tuple[bool, str]]:
    """Yield whether it is needed, and one line, for each part that a theme leaves out."""
    name = f"theme '{theme}'" if theme else "this site's theme"
    for part in parts:
        yield part.needed, f"{name} {part.message}"

"""What is wrong in Markdown pages, told with page and line: front matter that would be printed as
text, macros that fail or do not exist, links that lead nowhere.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from typing import Any

import yaml
from jinja2 import Undefined

from unjargon.errors import Problem
from unjargon.load.syntax import explain_syntax

_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
_FIELD = re.compile(r"---[ \t]*\n[A-Za-z_]\w*:")
_MACRO_ERROR = re.compile(r"# _Macro (?:Syntax|Rendering) Error_\n")
_SAID = re.compile(
    r"^_Line (\d+) in Markdown file:_ \*\*(.*)\*\*$|^_(?!File_)(\w+)_: (.*)$", re.MULTILINE
)
_CALLED = re.compile(r'File "<template>", line (\d+)')


def front_matter_problem(path: str, text: str) -> Problem | None:
    """Return what keeps MkDocs from reading a page's front matter, which it prints then.

    Args:
        path: How problems name the page.
        text: The page, front matter included.
    """
    found = _MATTER.match(text)
    if not found:
        if not _FIELD.match(text):
            return None
        hint = "end it with a second line ---"
        return Problem(path, 1, 1, "front-matter", "", "the front matter never ends", hint)
    try:
        held = yaml.load(found[1], yaml.CSafeLoader)
    except yaml.YAMLError as error:
        line, column, _, _, message, hint = explain_syntax(found[1], error)
        return Problem(path, line + 2, column + 1, "front-matter", "", message, hint)
    if isinstance(held, dict):
        return None
    message = "the front matter holds no `name: text` lines"
    return Problem(path, 2, 1, "front-matter", "", message, "fill it, or take both --- away")


def front_matter_lines(whole: str, text: str) -> int:
    """Return how many lines of a page stand before its text, which MkDocs strips off."""
    return whole.count("\n") - text.count("\n")


def macro_problem(path: str, rendered: str, skipped: int) -> Problem | None:
    """Return what mkdocs-macros wrote into a page instead of its text.

    Args:
        path: How problems name the page.
        rendered: The page's text after all macros.
        skipped: Lines of front matter before that text.
    """
    said = _SAID.search(rendered) if _MACRO_ERROR.match(rendered) else None
    if not said:
        return None
    called = _CALLED.findall(rendered)
    line = int(said[1] or (called[-1] if called else 1))
    message = said[2] or f"{said[3]}: {said[4]}"
    return Problem(path, line + skipped, 1, "macro", "", message, "mend the macro in this line")


def undefined_reported(report: Callable[[str, int], None]) -> type[Undefined]:
    """Return a type for names that a page uses and nobody defined.

    Args:
        report: Takes what is wrong and the line, from 1, of the template.
    """

    class Reported(Undefined):
        def _report(self, *_: Any, **__: Any) -> str:
            report(self._undefined_message, template_line())
            return ""

        def _report_empty(self) -> Any:
            self._report()
            return iter(())

        def _report_false(self) -> bool:
            self._report()
            return False

        __str__ = __call__ = _report  # type: ignore[assignment]
        __iter__ = _report_empty
        __bool__ = _report_false

        def __getattr__(self, name: str) -> Any:
            if name.startswith("__"):
                raise AttributeError(name)
            return self

        __getitem__ = __getattr__

    return Reported


def template_line() -> int:
    """Return the line of the page's text that Jinja is at."""
    frame = sys._getframe()
    while frame := frame.f_back:  # type: ignore[assignment]
        template = frame.f_globals.get("__jinja_template__")
        if template is not None:
            return int(template.get_corresponding_lineno(frame.f_lineno))
    return 1


def link_problem(path: str, text: str, address: str, *, anchor: bool) -> Problem:
    """Return the problem of a dead link, at the line of the source that comes closest to it.

    Args:
        path: How problems name the source of the page.
        text: That source.
        address: The address, as it stands in the finished page.
        anchor: Whether only the place on the page is missing.
    """
    place, _, fragment = address.partition("#")
    last = place.rstrip("/").rpartition("/")[2]
    # As it stands; as Markdown's own links stand, whose path MkDocs has changed.
    looked_for = (address, f"{last}.md#{fragment}", f"#{fragment}", f"{last}.md", last)
    line = next((at for one in looked_for if one.strip("#") and (at := _line(text, one))), 1)
    if anchor:
        message = f"'{address}' names a place that is not on that page"
        return Problem(path, line, 1, "dead-anchor", "", message, "name a heading or id of it")
    message = f"'{address}' leads nowhere on this site"
    return Problem(path, line, 1, "dead-link", "", message, "mend or remove it")


def _line(text: str, what: str) -> int:
    at = text.find(what)
    return text.count("\n", 0, at) + 1 if at >= 0 else 0

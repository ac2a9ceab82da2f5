"""What libyaml says of broken YAML, in the words of someone who wants to mend it."""

from __future__ import annotations

import re

import yaml

_HINTS = {
    "tab character": "tabs cannot indent",
    "unexpected end of stream": "a quotation mark is missing",
    "',' or ']'": "a bracket ] is missing",
    "',' or '}'": "a bracket } is missing",
    "could not find expected ':'": "indent it like the text above, or add a colon",
    "unknown escape character": "use single quotes, or write each backslash twice",
    "Unicode character escape": "write the character itself",
    "comment or line break": "start the text on the next line, indented",
    "block sequence entries": "start the list on the next line",
    "second document": "remove the line ---",
    "cannot start any token": "text that starts so needs quotes",
    "expected alphabetic or numeric character": "text that starts so needs quotes",
    "expected node content": "text that starts so needs quotes",
}
"""The usual reason behind each of libyaml's phrases."""
_OPENED = ("unexpected end of stream", "',' or ']'", "',' or '}'", "could not find expected ':'")
"""Problems that show where something ends, and are mended where it begins."""
_INDENT = "indent it like the lines around it"


def explain_syntax(text: str, error: yaml.YAMLError) -> tuple[int, int, str, str, str, str]:
    """Return line and column (from 0), rule, field, message and hint of a syntax error."""
    message = getattr(error, "problem", None) or "cannot be read as YAML"
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    if mark is None or (context and any(words in message for words in _OPENED)):
        mark = context
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if "another document" in message:
        message = "starts a second document"
    return line, column, "yaml-syntax", "", message, _hint(text, line, column, message)


def _hint(text: str, line: int, column: int, message: str) -> str:
    lines = text.splitlines()
    shown = lines[line] if line < len(lines) else ""
    before = shown[:column].rstrip()
    if "mapping values are not allowed" in message:
        own = re.search(r": |- ", before)
        return "text that holds ': ' needs quotes around it" if own else _INDENT
    if "expected key" in message or "'-' indicator" in message:
        quoted = before.endswith(("'", '"')) or "'" in before[-3:]
        hint = "quotes go around the whole text; inside it use the other kind"
        return hint if quoted else _INDENT
    if "cannot start any token" in message and "\t" in shown:
        return "tabs cannot indent"
    return next((hint for words, hint in _HINTS.items() if words in message), "")

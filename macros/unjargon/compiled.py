"""Templates for thousands of pages: each compiled once, with what it always says already said.

Jinja asks of every call whether the function wants a context, and of every message anew what it is;
both took more time than the rest of a page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, MutableMapping
from typing import Any

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Context


class Compiled(BytecodeCache):
    """Compiled templates by name and source; Jinja compares both."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill a bucket from what was compiled before."""
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._code[bucket.key] = bucket.bytecode_to_string()


class _Context(Context):
    """Calls what a template calls; only a function that asks for it is given more."""

    def call(self, called: Callable[..., Any], /, *given: Any, **named: Any) -> Any:
        """Call a function, a macro or a method."""
        if hasattr(called, "jinja_pass_arg"):
            return super().call(called, *given, **named)
        if named:  # Templates pass on the variables of a loop, for a function that asks.
            named.pop("_loop_vars", None)
            named.pop("_block_vars", None)
        return called(*given, **named)


class Templates(Environment):
    """Jinja for templates whose globals stay as they are once the first template is loaded."""

    context_class = _Context

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return the globals of a template: every page copies them, and Jinja's map is slow."""
        return {**self.globals, **(d or {})}


_MESSAGE = ("variable_begin", "name", "lparen", "string", "rparen", "variable_end")


class Said(Extension):
    """Turns `{{ _("Sources") }}` into text when a template is compiled.

    Such a template belongs to the language that is spoken then.
    """

    def filter_stream(self, stream: TokenStream) -> Iterable[Token]:
        """Return the tokens of a template, each fixed message as the text that it is."""
        return self._said(list(stream))

    def _said(self, tokens: list[Token]) -> Iterator[Token]:
        place, known = 0, self.environment.globals
        while place < len(tokens):
            found = tokens[place : place + len(_MESSAGE)]
            if tuple(one.type for one in found) == _MESSAGE and found[1].value == "_":
                say: Any = known["_"]
                yield Token(found[0].lineno, "data", str(say(found[3].value)))
                place += len(found)
            else:
                yield tokens[place]
                place += 1

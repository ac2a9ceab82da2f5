"""The structured part of a model card, YAML or JSON, which knows what has been taken from it.

JSON is read twice: once to be sure that it is JSON, and once as YAML, which it all but is, because
a YAML node knows its line. What nobody took is what does not map; so nothing can be forgotten.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

from unjargon.errors import Problem, one_line
from unjargon.load.strict import read_yaml

Refuse = Callable[[Problem], None]
_ESCAPES = re.compile(
    r"\\\\|(\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})|[\x85\u2028\u2029]"
)
_NULLS = {"null", "Null", "NULL", "~"}
_SHOWN = 60


@dataclass(frozen=True, order=True, slots=True)
class Left:
    """Something of a card that a project has no field for."""

    line: int
    """Its line in the card's file."""
    what: str
    """What it is: the path of a field, the heading of a section."""
    why: str
    """What it says, or why it was not taken."""

    def __str__(self) -> str:
        return one_line(f"{self.what}: {self.why}")


class Tree:
    """The fields of a card.

    Args:
        root: The mapping that holds them.
        shown: How problems name the file.
        offset: How many lines of the file stand before it.
        refuse: Takes what makes the card impossible to read.
    """

    def __init__(self, root: yaml.MappingNode, shown: str, offset: int, refuse: Refuse) -> None:
        self._root = root
        self._shown = shown
        self._offset = offset
        self._refuse = refuse
        self._taken: set[int] = set()
        self._reasons: dict[int, str] = {}

    @property
    def root(self) -> Item:
        """All fields."""
        return Item(self, self._root, "")

    def left(self) -> Iterator[Left]:
        """Yield every text that was not taken, and whatever could not be used."""
        yield from self._left(self._root, "")

    def line(self, node: yaml.Node) -> int:
        """Return the line of a node in its file."""
        return node.start_mark.line + 1 + self._offset

    def take(self, node: yaml.Node) -> None:
        """Note that a node has been read."""
        self._taken.add(id(node))

    def leave(self, node: yaml.Node, why: str) -> None:
        """Note that a node could not be used, and why."""
        self._taken.discard(id(node))
        self._reasons[id(node)] = why

    def refuse(self, node: yaml.Node, path: str, expected: str) -> None:
        """Say that a node is of a wrong kind."""
        place = self._shown, self.line(node), node.start_mark.column + 1
        self._refuse(
            Problem(*place, "wrong-type", path, f"is {_kind(node)}", f"should be {expected}")
        )

    def _left(self, node: yaml.Node, path: str) -> Iterator[Left]:
        if id(node) in self._taken or is_nothing(node):
            return
        reason, parts = self._reasons.get(id(node)), _parts(node)
        if reason is not None or not parts:
            yield Left(self.line(node), path, reason or clipped(node.value))
        for name, part in parts if reason is None else ():
            yield from self._left(part, f"{path}.{name}" if path else name)


@dataclass(frozen=True, slots=True)
class Item:
    """A field of a card, which may be missing."""

    tree: Tree
    """The card."""
    node: yaml.Node | None
    """Its node; None for a field that the card does not have."""
    path: str
    """Its path, as authors are shown it."""

    def __bool__(self) -> bool:
        return self.node is not None and not is_nothing(self.node)

    @property
    def is_text(self) -> bool:
        """Whether it is a text or a number."""
        return isinstance(self.node, yaml.ScalarNode)

    @property
    def line(self) -> int:
        """Its line in the file."""
        return self.tree.line(self.node) if self.node else 0

    def __getitem__(self, name: str) -> Item:
        path = f"{self.path}.{name}" if self.path else name
        if not self or self.node is None:
            return Item(self.tree, None, path)
        if not isinstance(self.node, yaml.MappingNode):
            self.tree.refuse(self.node, self.path, "`name: value` pairs")
            return Item(self.tree, None, path)
        found = next((value for key, value in self.node.value if key.value == name), None)
        return Item(self.tree, found, path)

    def texts(self) -> list[Item]:
        """Return the entries of a list of texts, which may be a single text instead."""
        return [self] if self and isinstance(self.node, yaml.ScalarNode) else self.items()

    def items(self) -> list[Item]:
        """Return the entries of a list."""
        if not self or self.node is None:
            return []
        if not isinstance(self.node, yaml.SequenceNode):
            self.tree.refuse(self.node, self.path, "a list")
            return []
        return [
            Item(self.tree, node, f"{self.path}.{number}")
            for number, node in enumerate(self.node.value, start=1)
        ]

    def text(self) -> str:
        """Return a text, and note that it has been taken; empty where there is none."""
        if not self or self.node is None:
            return ""
        if not isinstance(self.node, yaml.ScalarNode):
            self.tree.refuse(self.node, self.path, "text")
            return ""
        self.tree.take(self.node)
        return str(self.node.value).strip()

    def leave(self, why: str) -> None:
        """Put it back, since it cannot be used."""
        if self.node:
            self.tree.leave(self.node, why)


def read_json(text: str, shown: str, refuse: Refuse) -> Tree | None:
    """Return the fields of a JSON file; None, and why, where it has none.

    Args:
        text: What the file says.
        shown: How problems name the file.
        refuse: Takes what is wrong.
    """
    try:
        found = json.loads(text)
    except (json.JSONDecodeError, RecursionError) as error:
        line, column = getattr(error, "lineno", 1), getattr(error, "colno", 1)
        what = getattr(error, "msg", "is nested too deep")
        what = what[0].lower() + what[1:]
        hint = "mend it; a program that checks JSON shows the place too"
        refuse(Problem(shown, line, column, "json-syntax", "", what, hint))
        return None
    if not isinstance(found, dict):
        hint = "a model card is an object: {…}"
        refuse(Problem(shown, 1, 1, "model-card", "", "is JSON of another kind", hint))
        return None
    # The two halves that JSON writes of an emoji are one character to YAML; what JSON takes for
    # a character is a line break there; tabs indent nothing.
    joined = _ESCAPES.sub(_as_in_yaml, text)
    spaced = re.sub(r"^\t+", lambda tabs: " " * len(tabs[0]), joined, flags=re.MULTILINE)
    return read_fields(spaced.encode("utf-8", "surrogatepass"), shown, 0, refuse)


def _as_in_yaml(found: re.Match[str]) -> str:
    if found[1]:
        return str(json.loads(f'"{found[1]}"'))
    return found[0] if found[0].startswith("\\") else f"\\u{ord(found[0]):04x}"


def read_fields(data: bytes, shown: str, offset: int, refuse: Refuse) -> Tree | None:
    """Return the fields of a YAML text that begins `offset` lines below the top of its file."""
    problems: list[Problem] = []

    def report(line: int, column: int, rule: str, field: str, message: str, hint: str) -> None:
        problem = Problem(shown, line + 1 + offset, column + 1, rule, field, message, hint)
        problems.append(problem)

    root = read_yaml(data, report)
    for problem in problems:
        refuse(problem)
    return Tree(root, shown, offset, refuse) if root is not None and not problems else None


def is_nothing(node: yaml.Node) -> bool:
    """Tell whether a node says nothing: empty, null, a list of nothing."""
    if isinstance(node, yaml.ScalarNode):
        return node.value.strip() == "" or (not node.style and node.value in _NULLS)
    return all(is_nothing(part) for _, part in _parts(node))


def _parts(node: yaml.Node) -> list[tuple[str, yaml.Node]]:
    if isinstance(node, yaml.MappingNode):
        return [(key.value, value) for key, value in node.value]
    if isinstance(node, yaml.SequenceNode):
        return [(str(number), part) for number, part in enumerate(node.value, start=1)]
    return []


def _kind(node: yaml.Node) -> str:
    if isinstance(node, yaml.ScalarNode):
        return "text"
    return "a list" if isinstance(node, yaml.SequenceNode) else "a mapping"


def clipped(text: str) -> str:
    """Return a text on one line, as much of it as an author needs to know it again."""
    line = " ".join(text.split())
    return f"{line[:_SHOWN]}…" if len(line) > _SHOWN else line

"""A strict YAML reader: text in, a tree of nodes with places out, and every mistake it holds.

It composes nodes and never constructs values: each scalar stays the text that was typed, so
`no`, `010` and `12:30` cannot turn into something else. What YAML offers beyond plain lists and
mappings (anchors, tags, merge keys) is refused, because an author never needs it and a reader of
the file could not tell what it means.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml
from yaml._yaml import CParser

from unjargon.load.syntax import explain_syntax

MAX_BYTES = 1_000_000
MAX_NESTING = 20

Report = Callable[[int, int, str, str, str, str], None]
"""Takes line and column (from 0), rule, field, message and hint of one mistake."""

# The last two ranges turn the direction of what follows, so that a text reads as another one.
_CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff"
    r"\u202a-\u202e\u2066-\u2069]"
)
# A look at bytes takes a tenth of the time of one at characters, and most files hold no others.
_HARMLESS = bytes([*b"\n", *range(0x20, 0x7F)])
_DEFAULT_TAGS = {
    yaml.ScalarNode: "tag:yaml.org,2002:str",
    yaml.SequenceNode: "tag:yaml.org,2002:seq",
    yaml.MappingNode: "tag:yaml.org,2002:map",
}
# Files in which nesting may be deep, or an anchor or alias may stand. Only these are scanned
# event by event first: composing them unseen would crash in C, or drop the anchor silently.
# A lone ! is a tag that would vanish.
_MARKER = re.compile(r"(?:^|[\s\[{,:-])(?:[&*][^\s*&]|!\s)", re.MULTILINE)


class _NodeLoader(CParser):
    """libyaml's parser with a resolver that knows no implicit types."""

    def resolve(self, kind: type[yaml.Node], value: str, implicit: Any) -> str:  # noqa: ARG002
        """Return the tag of a node that has none of its own; called for each."""
        return _DEFAULT_TAGS[kind]

    def descend_resolver(self, parent: yaml.Node | None, index: Any) -> None:
        """Take note of nothing: a tag does not depend on where a node stands."""

    def ascend_resolver(self) -> None:
        """Take note of nothing."""


def read_yaml(data: bytes, report: Report) -> yaml.MappingNode | None:
    """Return the root mapping of one YAML file, or None when it cannot be used.

    Args:
        data: The file's bytes.
        report: Called for every mistake; a file with any mistake is not used by `load`.
    """
    text = decode(data, report)
    if text is None:
        return None
    try:
        if not _scan(text, report):
            return None
        root = _NodeLoader(text).get_single_node()
    except yaml.YAMLError as error:
        report(*explain_syntax(text, error))
        return None
    if root is None:
        report(0, 0, "empty-file", "", "the file holds nothing", "fill it or delete it")
        return None
    if not isinstance(root, yaml.MappingNode):
        report(0, 0, "yaml-syntax", "", "should hold `field: text` lines at its top level", "")
        return None
    # All other mistakes show in one of these characters, which few files hold.
    if _holds(text, "!\\<") or _has_odd_keys(root):
        _check(root, "", report)
    return root


def decode(data: bytes, report: Report) -> str | None:
    """Return the text of a file that is UTF-8, of a bearable size and free of control characters.

    Args:
        data: The file's bytes.
        report: Called for the mistake that makes the answer None.
    """
    if len(data) > MAX_BYTES:
        size = f"the file has {len(data):,} bytes, more than {MAX_BYTES:,}"
        report(0, 0, "file-size", "", size, "split it, or move long text to a guide")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, start = before.count(b"\n"), before.rfind(b"\n") + 1
        column = len(before[start:].decode("utf-8", "replace"))
        lone = data[error.start] == 0xED and error.reason == "invalid continuation byte"
        what = "a lone surrogate" if lone else f"byte {data[error.start]:#04x}"
        report(line, column, "encoding", "", f"{what} is not UTF-8", "save the file as UTF-8")
        return None
    is_plain = not data.translate(None, _HARMLESS) or text.replace("\n", "").isprintable()
    bad = None if is_plain else _CONTROL.search(text)
    if bad:
        line, column = text.count("\n", 0, bad.start()), bad.start() - _line_start(text, bad)
        code = f"the control character U+{ord(bad[0]):04X}"
        report(line, column, "control-character", "", f"holds {code}", "delete it")
        return None
    return text


def _line_start(text: str, match: re.Match[str]) -> int:
    return text.rfind("\n", 0, match.start()) + 1


def _scan(text: str, report: Report) -> bool:
    """Report anchors, aliases and deep nesting; return whether the text is safe to compose."""
    if not (_may_nest(text) or (_holds(text, "&*!") and _MARKER.search(text))):
        return True
    safe, depth = True, 0
    for event in yaml.parse(text, Loader=_NodeLoader):  # type: ignore[arg-type]
        assert event.start_mark is not None
        place = event.start_mark.line, event.start_mark.column
        if isinstance(event, yaml.AliasEvent):
            name = f"*{event.anchor} refers to an anchor"
            report(*place, "alias", "", name, "write the text out, or quote it")
            safe = False
        elif anchor := getattr(event, "anchor", None):
            report(*place, "anchor", "", f"&{anchor} is an anchor", "remove it, or quote it")
            safe = False
        if getattr(event, "tag", None) == "!":
            report(*place, "tag", "", "! is a tag", "remove it, or quote it")
            safe = False
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_NESTING:
                report(*place, "nesting", "", f"is nested deeper than {MAX_NESTING} levels", "")
                return False
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return safe


def _may_nest(text: str) -> bool:
    # YAML also ends lines at \r, \x85, \u2028 and \u2029, so indentation is looked for anywhere
    # in a line. Plain replacing takes a tenth of the time of an expression.
    spaces = text.replace("-", " ").replace("?", " ").replace(":", " ")
    return " " * MAX_NESTING in spaces or text.count("[") + text.count("{") > MAX_NESTING


def _holds(text: str, characters: str) -> bool:
    return any(char in text for char in characters)


def _has_odd_keys(node: yaml.CollectionNode) -> bool:
    """Tell whether a mapping in a tree holds a key twice, or one that is no text."""
    within = node.value
    if isinstance(node, yaml.MappingNode):
        names = {key.value for key, _ in within if isinstance(key, yaml.ScalarNode)}
        if len(names) < len(within):
            return True
        within = [value for _, value in within]
    # Most nodes are scalars: it pays to call nothing for them.
    deeper = [inner for inner in within if not isinstance(inner, yaml.ScalarNode)]
    return any(map(_has_odd_keys, deeper))


def _check(node: yaml.Node, path: str, report: Report) -> None:
    """Report tags, merge keys, duplicate keys and control characters below `node`."""
    mark = node.start_mark
    if node.tag != _DEFAULT_TAGS[type(node)]:
        tag = node.tag.replace("tag:yaml.org,2002:", "!!")
        report(mark.line, mark.column, "tag", path, f"{tag} is a tag", "remove it, or quote it")
    if isinstance(node, yaml.ScalarNode):
        bad = _CONTROL.search(node.value)
        if bad:
            code = f"holds the control character U+{ord(bad[0]):04X}"
            report(mark.line, mark.column, "control-character", path, code, "delete it")
    elif isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            _check(item, f"{path}.{index + 1}" if path else str(index + 1), report)
    elif isinstance(node, yaml.MappingNode):
        _check_mapping(node, path, report)


def _check_mapping(node: yaml.MappingNode, path: str, report: Report) -> None:
    seen: dict[str, int] = {}
    for key, value in node.value:
        mark = key.start_mark
        if not isinstance(key, yaml.ScalarNode):
            hint = "text that starts with { or [ needs quotes"
            report(
                mark.line, mark.column, "wrong-type", path, "a field's name should be text", hint
            )
            continue
        field = f"{path}.{key.value}" if path else key.value
        if key.value == "<<" and not key.style:
            hint = "write the fields out"
            report(mark.line, mark.column, "merge-key", field, "is a merge key", hint)
        elif key.value in seen:
            message = f"stands here a second time, first in line {seen[key.value] + 1}"
            report(mark.line, mark.column, "duplicate-key", field, message, "keep one of them")
        seen.setdefault(key.value, mark.line)
        _check(key, field, report)
        _check(value, field, report)


def plain_value(node: yaml.Node) -> Any:
    """Turn a node into text, lists and dicts; fields left empty count as not written.

    Args:
        node: A node that `read_yaml` found no mistake in.
    """
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [plain_value(item) for item in node.value]
    assert isinstance(node, yaml.MappingNode)
    return {key.value: plain_value(value) for key, value in filled(node)}


def filled(node: yaml.MappingNode) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    """Return the fields of a mapping that hold something: `aliases:` alone says nothing."""
    return [
        (key, value)
        for key, value in node.value
        if value.value or not isinstance(value, yaml.ScalarNode) or value.style
    ]

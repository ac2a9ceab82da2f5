"""One YAML file, changed at exact places, so that comments, quotes and line breaks survive.

Nothing is parsed and written out again, as a YAML library would: every edit is a span of the
text, taken from the marks that the strict reader keeps, and all spans are cut in at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain

import yaml

from unjargon.model import Term

_BREAKS = "\n\r\x85\u2028\u2029"
_BREAK = re.compile(f"\r\n|[{_BREAKS}]")
_BOM = "\ufeff"


class Sheet:
    """The text of a file and the edits to it.

    Args:
        data: The file's bytes.
        root: Its tree, with marks that fit these bytes; None for a file that holds nothing yet.
        layered: Whether other layers hold fields of the same record.
    """

    def __init__(self, data: bytes, root: yaml.MappingNode | None, *, layered: bool) -> None:
        text = data.decode("utf-8")
        self._bom = _BOM if text.startswith(_BOM) else ""
        self._text = text.removeprefix(_BOM)
        self._break = "\r\n" if "\r\n" in text else "\n"
        self._root = root or yaml.MappingNode("tag:yaml.org,2002:map", [])
        self._layered = layered
        self._edits: list[tuple[int, int, str]] = []
        self._removed: list[yaml.Node] = []

    def data(self) -> bytes:
        """Return the file's bytes with all edits made."""
        pieces, position = [self._bom], 0
        for start, end, text in sorted([*self._edits, *self._removals()], key=lambda e: e[:2]):
            pieces += (self._text[position:start], text)
            position = end
        return "".join((*pieces, self._text[position:])).encode()

    def value(self, node: yaml.Node) -> yaml.Node:
        """Return what stands behind a field's name; an item of a list is its own value."""
        parent = self._above(node)[-1]
        if isinstance(parent, yaml.MappingNode):
            found: yaml.Node = dict(parent.value)[node]
            return found
        return node

    def source(self, node: yaml.Node) -> str:
        """Return the lines in which a field, by its name, or an item of a list is written."""
        start = self._line_start(self._begin(self._above(node)[-1], node))
        return self._text[start : self._end(self.value(node))]

    def replace(self, node: yaml.Node, old: str, new: str) -> None:
        """Write another word for the one that a scalar holds, inside its quotes."""
        start, end = node.start_mark.index, node.end_mark.index
        before, found, _ = self._text[start:end].rpartition(old)
        if found:
            start += len(before)
            end = start + len(old)
        self._edits.append((start, end, new))

    def remove(self, node: yaml.Node) -> None:
        """Take a field, by its name, or an item of a list out."""
        self._removed.append(node)

    def extend(self, field: str, texts: Sequence[str]) -> None:
        """Add texts to the end of a list, which is begun where there is none."""
        value = next((value for key, value in self._root.value if key.value == field), None)
        if isinstance(value, yaml.MappingNode):
            value = next(items for key, items in value.value if key.value == "add")
        if isinstance(value, yaml.SequenceNode) and value.value:
            self._append(value, texts)
        elif isinstance(value, yaml.SequenceNode):
            place = value.start_mark.index + 1
            self._edits.append((place, place, ", ".join(map(as_yaml, texts))))
        else:
            items = flow_list(texts)
            self.put(field, f"{{add: {items}}}" if self._layered else items)

    def put(self, field: str, value: str, *, uncomment: bool = False) -> None:
        """Fill a field where it stands, or in a new line.

        Args:
            field: The field's name.
            value: What to write, as YAML.
            uncomment: Whether a line `#field: …` is where the field stands, as in a template.
        """
        found = next((pair for pair in self._root.value if pair[0].value == field), None)
        commented = re.search(rf"^# ?{field}:[^\r\n]*", self._text, re.MULTILINE)
        if found:
            start, end = found[0].end_mark.index, self._end(found[1])
            self._edits.append((start, end, f": {value}"))
        elif commented and uncomment:
            self._edits.append((*commented.span(), f"{field}: {value}"))
        else:
            self._insert(field, value)

    def _insert(self, field: str, value: str) -> None:
        """Add a field behind those that usually stand before it."""
        order = list(Term.model_fields)
        pairs = self._root.value
        earlier = [pair for pair in pairs if order.index(pair[0].value) < order.index(field)]
        if self._root.flow_style:
            place = self._end(pairs[-1][1])
            self._edits.append((place, place, f", {field}: {value}"))
        elif earlier:
            last = max(earlier, key=lambda pair: order.index(pair[0].value))
            indent = " " * last[0].start_mark.column
            self._add_lines(self._end(last[1]), [f"{indent}{field}: {value}"])
        else:
            place = self._line_start(pairs[0][0].start_mark.index) if pairs else 0
            indent = " " * pairs[0][0].start_mark.column if pairs else ""
            self._edits.append((place, place, f"{indent}{field}: {value}{self._break}"))

    def _append(self, items: yaml.SequenceNode, texts: Sequence[str]) -> None:
        place = self._end(items.value[-1])
        if items.flow_style:
            self._edits.append((place, place, "".join(f", {as_yaml(text)}" for text in texts)))
        else:
            dash = " " * items.start_mark.column + "- "
            self._add_lines(place, [dash + as_yaml(text) for text in texts])

    def _add_lines(self, after: int, lines: Iterable[str]) -> None:
        """Add lines below the one in which a place is."""
        place, text = self._next_line(after), self._break.join(lines)
        ended = self._text[:place].endswith(tuple(_BREAKS))
        self._edits.append(
            (place, place, f"{text}{self._break}" if ended else f"{self._break}{text}")
        )

    def _removals(self) -> list[tuple[int, int, str]]:
        """Return the edits that take out what was removed, fields of emptied lists included."""
        edits: list[tuple[int, int, str]] = []
        removed = list(self._removed)
        while removed:
            # The deepest first: a list that is emptied takes its field along.
            *above, parent = max(map(self._above, removed), key=len)
            parts = _parts(parent)
            gone = [index for index, part in enumerate(parts) if any(n is part for n in removed)]
            removed = [node for node in removed if not any(node is part for part in parts)]
            if len(gone) < len(parts):
                edits += (self._cut if parent.flow_style else self._cut_lines)(parent, gone)
            else:
                key = next(key for key, value in above[-1].value if value is parent)
                if self._layered:
                    edits.append((key.end_mark.index, self._end(parent), ": []"))
                else:
                    removed.append(key)
        return edits

    def _cut(self, parent: yaml.Node, gone: list[int]) -> Iterable[tuple[int, int, str]]:
        """Cut parts out of a line; with the last ones goes the comma before them."""
        parts = _parts(parent)
        kept = [index for index in range(len(parts)) if index not in gone]
        for index in gone:
            if index < kept[-1]:
                yield parts[index].start_mark.index, parts[index + 1].start_mark.index, ""
        if kept[-1] < len(parts) - 1:
            yield self._part_end(parts[kept[-1]]), self._part_end(parts[-1]), ""

    def _cut_lines(self, parent: yaml.Node, gone: list[int]) -> Iterable[tuple[int, int, str]]:
        for part in (_parts(parent)[index] for index in gone):
            start = self._line_start(self._begin(parent, part))
            yield start, self._next_line(self._part_end(part)), ""

    def _begin(self, parent: yaml.Node, part: yaml.Node) -> int:
        """Return where a part begins: at the dash of an item that has one."""
        if not isinstance(parent, yaml.SequenceNode) or parent.flow_style:
            return part.start_mark.index
        if part is parent.value[0]:
            return parent.start_mark.index
        before = parent.value[parent.value.index(part) - 1]
        dash = re.compile(rf"[{_BREAKS}] {{{parent.start_mark.column}}}-")
        found = dash.search(self._text, self._end(before))
        assert found is not None
        return found.end() - 1

    def _part_end(self, part: yaml.Node) -> int:
        return self._end(self.value(part))

    def _end(self, node: yaml.Node) -> int:
        """Return where the last character of a value is; marks of blocks lie further down."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style:
            return self._end(
                node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]
            )
        return len(self._text[: node.end_mark.index].rstrip())

    def _line_start(self, place: int) -> int:
        return max(self._text.rfind(char, 0, place) for char in _BREAKS) + 1

    def _next_line(self, place: int) -> int:
        found = _BREAK.search(self._text, place)
        return found.end() if found else len(self._text)

    def _above(self, node: yaml.Node) -> list[yaml.CollectionNode]:
        """Return what a node stands in, from the root on."""
        above = _above(self._root, node)
        assert above is not None
        return above


def _above(tree: yaml.Node, node: yaml.Node) -> list[yaml.CollectionNode] | None:
    if tree is node:
        return []
    if not isinstance(tree, yaml.CollectionNode):
        return None
    inner = chain(*tree.value) if isinstance(tree, yaml.MappingNode) else tree.value
    for part in inner:
        above = _above(part, node)
        if above is not None:
            return [tree, *above]
    return None


def _parts(node: yaml.Node) -> list[yaml.Node]:
    """Return the items of a list, or the names of a mapping's fields."""
    return [part[0] if isinstance(node, yaml.MappingNode) else part for part in node.value]


def as_yaml(text: str) -> str:
    """Write a text as YAML, in quotes where it needs them inside brackets."""
    return flow_list([text])[1:-1]


def flow_list(texts: Sequence[str]) -> str:
    """Write texts as a YAML list in brackets."""
    dumped = yaml.safe_dump(
        list(texts), default_flow_style=True, allow_unicode=True, width=float("inf")
    )
    return dumped.strip()

"""Layers of folders: which files there are, and one merged tree for each id.

A later layer is laid over the earlier ones field by field, before validation, because an
override holds none of the required fields. Mappings merge by key; everything else is replaced,
except a list written as `{add: [...]}`, which is added to the one below. An entry of a mapping that
is written as `{hide: true}` is left out.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, reduce
from pathlib import Path

import yaml

from unjargon.errors import Problem
from unjargon.forms import without_accents
from unjargon.load.strict import filled, read_yaml
from unjargon.paths import LINK_OUTSIDE, MAX_NAME, is_device, leads_out

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Layer:
    """One folder of YAML files."""

    name: str
    """`starter`, or the folder as configured."""
    folder: Path
    """Where it is."""
    shown: str
    """How problems name the folder: relative to the configuration file."""

    @property
    def is_starter(self) -> bool:
        """Whether the package brings it."""
        return self.name == "starter"


@dataclass(frozen=True)
class LayerFile:
    """One YAML file of one layer."""

    layer: Layer
    """The layer that it belongs to."""
    name: str
    """Its path inside the layer's folder."""

    @property
    def shown(self) -> str:
        """The path that problems name."""
        return f"{self.layer.shown}/{self.name}"

    @property
    def path(self) -> Path:
        """Where the file is."""
        return self.layer.folder / self.name

    @cached_property
    def root(self) -> yaml.MappingNode:
        """Its tree, read again when somebody asks for a place in it.

        `load` lets go of each tree once the record is made: all of them together take ten times
        the memory of their text.
        """
        return self.read([]) or _NOTHING

    def data(self) -> bytes:
        """Return what the file holds; raises `OSError` where it cannot be read."""
        # A path of its own, and a buffer, would take as long as the reading.
        with open(f"{self.layer.folder}{os.sep}{self.name}", "rb", buffering=0) as file:
            return file.read()

    def read(self, problems: list[Problem], data: bytes | None = None) -> yaml.MappingNode | None:
        """Read the file; None, and its mistakes added to `problems`, where it has any.

        Args:
            problems: Where mistakes go.
            data: What it holds, if somebody has read it already.
        """
        before = len(problems)

        def report(line: int, column: int, rule: str, field: str, message: str, hint: str) -> None:
            place = self.shown, line + 1, column + 1
            problems.append(Problem(*place, rule, field, message, hint, self.layer.name))

        try:
            data = self.data() if data is None else data
        except OSError as error:
            report(0, 0, "unreadable", "", error.strerror or "cannot be read", "")
            return None
        root = read_yaml(data, report)
        return root if len(problems) == before else None


_START = yaml.Mark("", 0, 0, 0, None, 0)
# Stands for a file that was changed or deleted after it had been read.
_NOTHING = yaml.MappingNode("tag:yaml.org,2002:map", [], _START, _START)


def find_files(
    layers: tuple[Layer, ...],
    problems: list[Problem],
    special: str = "",
    taken: tuple[str, ...] = (),
) -> dict[str, list[LayerFile]]:
    """Find all files of all layers, by id, lowest layer first.

    Args:
        layers: The folders, lowest first.
        problems: Every file whose name is no id is added here.
        special: A file that counts besides the records, `_vocabulary.yml`; its key is its name.
        taken: Names of pages that the section has besides its records'.

    Returns:
        The files of each id, sorted by id.
    """
    found: dict[str, list[LayerFile]] = {}
    for layer in layers:
        for name in _names(layer, problems, special, taken):
            key = name if name == special else name.removesuffix(".yml")
            found.setdefault(key, []).append(LayerFile(layer, name))
    return dict(sorted(found.items()))


def _names(
    layer: Layer, problems: list[Problem], special: str, taken: tuple[str, ...]
) -> Iterator[str]:
    """Yield the names of a layer's content files; report those that cannot be one."""
    for name in sorted(_yaml_names(layer.folder)):
        last = name.rpartition("/")[2]
        if last.startswith("_") and name != special:
            continue
        path = f"{layer.folder}{os.sep}{name}"
        hint = "" if name == special else name_fault(last, nested="/" in name, taken=taken)
        if hint:
            what = ("file-name", "", "the file's name is no id", hint)
            problems.append(Problem(f"{layer.shown}/{name}", 1, 1, *what, layer.name))
        elif os.path.islink(path) and leads_out(Path(path), [layer.folder]):
            what = ("link-outside", "", LINK_OUTSIDE, "put the file itself here")
            problems.append(Problem(f"{layer.shown}/{name}", 1, 1, *what, layer.name))
        else:
            yield name


def _yaml_names(folder: Path) -> Iterator[str]:
    """Yield the paths of all YAML files in a folder and below."""
    for parent, _, names in os.walk(folder):
        below = Path(parent).relative_to(folder)
        for name in names:
            # Not by a pattern: `Bias.YML` is a mistake too, and must not vanish.
            if name.lower().endswith((".yml", ".yaml")):
                yield (below / name).as_posix() if below.parts else name


def name_fault(name: str, *, nested: bool, taken: tuple[str, ...] = ()) -> str:
    """Say how to mend a file's name that is no id; empty when it is one."""
    stem, _, ending = name.rpartition(".")
    if nested:
        return "move it out of the subfolder"
    if ending != "yml":
        return f"rename it to {better_id(stem)}.yml"
    if stem in ("index", *taken):
        return "the section's own page has this name"
    if is_device(stem):
        return "Windows cannot store a file of this name"
    if len(stem) > MAX_NAME:
        return f"use at most {MAX_NAME} characters"
    if not _ID.fullmatch(stem):
        return f"use a-z, 0-9 and single hyphens: {better_id(stem)}.yml"
    return ""


def better_id(stem: str) -> str:
    """Return the id that a file of this name was meant to have."""
    return "-".join(re.findall(r"[a-z0-9]+", without_accents(stem).lower())) or "a-name"


def merge(roots: list[yaml.MappingNode]) -> yaml.MappingNode:
    """Lay the trees of one id over each other, lowest first."""
    return reduce(_merge_mapping, roots)


def _merge_mapping(base: yaml.MappingNode, over: yaml.MappingNode) -> yaml.MappingNode:
    fields = {key.value: (key, value) for key, value in filled(base)}
    for key, value in filled(over):
        below = fields[key.value][1] if key.value in fields else None
        if below and hides(value):
            del fields[key.value]
        else:
            fields[key.value] = (key, _merge_value(below, value))
    return yaml.MappingNode(over.tag, list(fields.values()), over.start_mark, over.end_mark)


# What pydantic takes for yes.
_YES = ("true", "yes", "on", "y", "t", "1")


def hides(node: yaml.Node) -> bool:
    """Tell whether a mapping says `hide: true`."""
    if not isinstance(node, yaml.MappingNode):
        return False
    said = {key.value: value.value for key, value in node.value}.get("hide")
    return str(said).lower() in _YES


def hidden_entries(files: list[LayerFile]) -> dict[str, set[str]]:
    """Return the entries of each list that a file of an own layer leaves out."""
    return {
        name.value: {key.value for key, value in entries.value if hides(value)}
        for file in files
        if not file.layer.is_starter
        for name, entries in file.root.value
        if isinstance(entries, yaml.MappingNode)
    }


def without(root: yaml.MappingNode, gone: dict[str, set[str]]) -> yaml.MappingNode:
    """Return a record's tree without what it says about entries of lists that were left out.

    Args:
        root: The tree.
        gone: Entries by the field that names them, as its value or as a key inside it.
    """
    kept = []
    for key, value in root.value:
        entries = gone.get(key.value, set())
        if isinstance(value, yaml.MappingNode):
            inner = [pair for pair in value.value if pair[0].value not in entries]
            value = yaml.MappingNode(value.tag, inner, value.start_mark, value.end_mark)
        if value.value not in entries if isinstance(value, yaml.ScalarNode) else True:
            kept.append((key, value))
    return yaml.MappingNode(root.tag, kept, root.start_mark, root.end_mark)


def _merge_value(base: yaml.Node | None, over: yaml.Node) -> yaml.Node:
    if not isinstance(over, yaml.MappingNode):
        return over
    added = {key.value: value for key, value in over.value}.get("add")
    if base is None and isinstance(added, yaml.SequenceNode):
        return added
    if isinstance(base, yaml.SequenceNode) and isinstance(added, yaml.SequenceNode):
        items = base.value + added.value
        return yaml.SequenceNode(base.tag, items, over.start_mark, over.end_mark)
    return _merge_mapping(base, over) if isinstance(base, yaml.MappingNode) else over


class Places:
    """Where the fields of one merged record stand: read once, asked for many of them.

    Args:
        files: The record's files, lowest layer first.
    """

    def __init__(self, files: list[LayerFile]) -> None:
        self._last = files[-1]
        self._merged = merge([file.root for file in files])
        # Merging takes nodes over as they are, so each is known by what it is.
        self._holders = {id(node): file for file in files for node in _nodes(file.root)}

    def find(self, path: tuple[str | int, ...]) -> tuple[LayerFile, yaml.Node, yaml.Node]:
        """Return the file, the node to show, and the value of a field.

        Where the record does not hold all of the path, what holds most of it is the place. For a
        field of a mapping the node to show is its key.
        """
        shown, value = _walk(self._merged, path)
        return self._holders.get(id(shown), self._last), shown, value


def place(files: list[LayerFile], path: tuple[str | int, ...]) -> tuple[LayerFile, yaml.Node]:
    """Find the file and node that a field of the merged record comes from; see `Places`."""
    return Places(files).find(path)[:2]


def _walk(root: yaml.Node, path: tuple[str | int, ...]) -> tuple[yaml.Node, yaml.Node]:
    node, shown = root, root
    for step in path:
        if isinstance(node, yaml.MappingNode):
            found = next(((k, v) for k, v in node.value if k.value == str(step)), None)
            if found is None:
                break
            shown, node = found
        elif isinstance(node, yaml.SequenceNode) and isinstance(step, int):
            if step >= len(node.value):
                break
            shown = node = node.value[step]
        else:
            break
    return shown, node


def _nodes(tree: yaml.Node) -> Iterator[yaml.Node]:
    """Yield a tree's nodes, keys and values."""
    yield tree
    if isinstance(tree, yaml.MappingNode):
        for pair in tree.value:
            for part in pair:
                yield from _nodes(part)
    elif isinstance(tree, yaml.SequenceNode):
        for part in tree.value:
            yield from _nodes(part)

"""However a list is written, what is added, taken out and replaced is all that changes."""

from __future__ import annotations

from typing import Any

import yaml
from hypothesis import given
from hypothesis import strategies as st

from unjargon.authoring.sheet import Sheet
from unjargon.load.strict import plain_value, read_yaml

ITEMS = st.lists(st.sampled_from(["a", "bb", "c-c", "d d", "e: e", "f #f", "'g'"]), unique=True)
BLANKS = st.lists(st.sampled_from(["", "  # a note", "# - note"]), max_size=2)
QUOTED = {"e: e": '"e: e"', "f #f": "'f #f'", "'g'": "\"'g'\""}


@st.composite
def lists(draw: st.DrawFn, items: list[str]) -> str:
    """Write a list in one of the ways in which people do."""
    written = [draw(st.sampled_from([QUOTED.get(i, i), QUOTED.get(i, f'"{i}"')])) for i in items]
    if not items:
        return draw(st.sampled_from([" []", "", "  # none"])) + "\n"
    if draw(st.booleans()):
        comma = st.sampled_from([",", ", ", " , ", ",\n  ", ", # so\n  "])
        inside = "".join(w + draw(comma) for w in written[:-1]) + written[-1]
        return f" [{inside}{draw(st.sampled_from(['', ',', ' ', ', # end' + chr(10) + ' ']))}]\n"
    indent = " " * draw(st.integers(0, 4))
    lines = []
    for item in written:
        gap = draw(st.sampled_from([" ", "  ", f"\n{indent}    ", f" # why\n{indent}  "]))
        lines += [f"{indent}-{gap}{item}{draw(st.sampled_from(['', '  # so']))}", *draw(BLANKS)]
    return "\n" + "\n".join(lines) + "\n"


def read(raw: bytes) -> yaml.MappingNode:
    faults: list[object] = []
    root = read_yaml(raw, lambda *fault: faults.append(fault))
    assert root is not None
    assert not faults
    return root


@given(data=st.data(), before=ITEMS, after=ITEMS, ending=st.sampled_from(["\n", "\r\n"]))
def test_only_what_is_meant_changes(
    data: st.DataObject, before: list[str], after: list[str], ending: str
) -> None:
    text = "# top\nterm: x  # the word\nrelated:" + data.draw(lists(before))
    text += "# between\nlearn_first:" + data.draw(lists(after)) + "say: |\n  é 🎉\n\n# end"
    raw = text.replace("\n", ending).encode()
    root = read(raw)
    fields: dict[str, Any] = {key.value: value for key, value in root.value}
    sheet = Sheet(raw, root, layered=False)
    expected = {"term": "x", "related": list(before), "learn_first": list(after), "say": "é 🎉\n"}

    gone = data.draw(st.sets(st.sampled_from(before))) if before else set()
    for node in fields["related"].value if before else ():
        if node.value in gone:
            sheet.remove(node)
    expected["related"] = [item for item in before if item not in gone]
    if after:
        sheet.replace(fields["learn_first"].value[0], after[0], "new")
        expected["learn_first"] = ["new", *after[1:]]
    added = data.draw(ITEMS)
    if added:
        sheet.extend("learn_first", added)
        expected["learn_first"] = [*expected["learn_first"], *added]
        sheet.extend("formerly", added)
        expected["formerly"] = added

    found = plain_value(read(sheet.data()))
    assert {key: value for key, value in found.items() if value} == {
        key: value for key, value in expected.items() if value
    }
    if not gone and not added and not after:
        assert sheet.data() == raw

"""The text of a model card: its sections -> fields of a project.

Prose is taken as it was typed, without blocks of HTML, since a site shows it as inert text
anyway; every other text is taken as a reader sees it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from markdown_it.tree import SyntaxTreeNode

from unjargon.authoring.card_tree import Left, clipped
from unjargon.authoring.draft import Draft
from unjargon.cards import LABELS, SECTIONS, Section, plain_title
from unjargon.cards.markdown import FULL, flat
from unjargon.standing import PHASES

_BY_TITLE = {
    plain_title(title): section for section in SECTIONS for title in (section.title, *section.also)
}
_ADDRESS = re.compile(
    r"<((?:https?://|mailto:)[^<>\s]+)>|((?:https?://|mailto:)[^\s<>()\]]+)", re.IGNORECASE
)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_TEMPLATE_FACTS = {
    *("Developed by", "Funded by", "Shared by", "Model type", "Language(s) (NLP)", "License"),
    "Finetuned from model",
}
_ODD = {"html_inline", "image"}
_COMMENT = re.compile(r"\s*<!--.*?-->\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Part:
    """What stands below one heading, up to the next."""

    title: str
    """The heading; empty for what stands above all headings."""
    level: int
    """1 for the largest heading, 0 for none."""
    line: int
    """The line of the heading in the card's file."""
    first: int
    """The line of the heading in the text, from 0."""
    blocks: tuple[SyntaxTreeNode, ...]
    """The paragraphs, lists … below it, but neither HTML nor facts."""
    facts: tuple[SyntaxTreeNode, ...]
    """The list of facts that the template of Hugging Face puts below a heading."""
    source: str
    """The blocks as they were typed."""
    html: int
    """The line of the first block of HTML that is more than a comment; 0: there is none."""

    @property
    def shown(self) -> str:
        """How authors know it."""
        return f"section '{clipped(self.title)}'" if self.title else "text above all headings"


def parts_of(text: str, offset: int) -> Iterator[Part]:
    """Yield the parts of a Markdown text that begins `offset` lines below the top of its file."""
    lines = text.split("\n")
    blocks = SyntaxTreeNode(FULL.parse(text)).children
    starts = [index for index, block in enumerate(blocks) if block.type == "heading"]
    for start, end in zip([-1, *starts], [*starts, len(blocks)], strict=True):
        heading = blocks[start] if start >= 0 else None
        below = blocks[start + 1 : end]
        first = _end(heading) if heading else 0
        last = _line(blocks[end]) if end < len(blocks) else len(lines)
        markup = [block for block in below if block.type == "html_block"]
        facts = [block for block in below if _is_facts(block)]
        apart = [*markup, *facts]
        hidden = {line for block in apart for line in range(_line(block), _end(block))}
        odd = [block for block in markup if _COMMENT.sub("", block.content)]
        yield Part(
            title=seen(heading) if heading else "",
            level=int(heading.tag[1]) if heading else 0,
            line=(_line(heading) if heading else 0) + 1 + offset,
            first=_line(heading) if heading else 0,
            blocks=tuple(block for block in below if block not in apart),
            facts=tuple(facts),
            source="\n".join(lines[n] for n in range(first, last) if n not in hidden).strip(),
            html=_line(odd[0]) + 1 + offset if odd else 0,
        )


def section_of(part: Part) -> Section | None:
    """Return which of the known sections a part is."""
    return _BY_TITLE.get(plain_title(part.title))


def read_part(draft: Draft, part: Part, section: Section) -> None:
    """Fill the field of a known section."""
    if part.facts:
        _facts(draft, replace(part, blocks=part.facts), "facts")
    if part.html:
        draft.left.append(Left(part.html, part.shown, "HTML, which no field holds"))
    if not says_nothing(part.source):
        _READ[section.shape](draft, part, section.field)


def seen(node: SyntaxTreeNode) -> str:
    """Return the text of a Markdown node as a reader sees it, on one line."""
    return flat(_text(node))


def says_nothing(text: str) -> bool:
    """Tell whether a text is the gap that a template leaves."""
    return plain_title(text) in ("", "more information needed")


def _text(node: SyntaxTreeNode) -> str:
    if node.type in ("text", "code_inline", "code_block", "fence", "image"):
        return node.content
    if node.type in ("softbreak", "hardbreak"):
        return " "
    if node.type in ("html_inline", "html_block"):
        return ""
    between = "" if node.type in ("inline", "strong", "em", "link", "s") else " "
    return between.join(_text(child) for child in node.children)


def _line(block: SyntaxTreeNode) -> int:
    return block.map[0] if block.map else 0


def _end(block: SyntaxTreeNode) -> int:
    return block.map[1] if block.map else 0


# Shapes -------------------------------------------------------------------------------------------


def _prose(draft: Draft, part: Part, field: str) -> None:
    if any(node.type in _ODD for block in part.blocks for node in block.walk()):
        why = "HTML or a picture, which the page shows as it was typed"
        draft.left.append(Left(part.line, part.shown, why))
    draft.append(field, part.source)


def _one_text(draft: Draft, part: Part, field: str) -> None:
    text = " ".join(map(seen, part.blocks))
    if not draft.fill(field, text):
        draft.left.append(Left(part.line, part.shown, clipped(text)))


def _texts(draft: Draft, part: Part, field: str) -> None:
    for text in _entries(part.blocks):
        draft.add(field, text)


def _facts(draft: Draft, part: Part, field: str) -> None:
    for item in _items(part.blocks):
        label, text = _labelled(item)
        name = LABELS[field].get(label, "")
        allowed = list(_ALLOWED[name](draft)) if name in _ALLOWED else [text]
        if says_nothing(text) or (name and text in allowed and draft.fill(name, text)):
            continue
        why = f" (known: {', '.join(allowed)})" if text not in allowed else ""
        what = f"{part.shown}, {label}" if label else part.shown
        draft.left.append(Left(_at(part, item), what, f"{text}{why}"))


def _at(part: Part, block: SyntaxTreeNode) -> int:
    """Return the line of a block in the card's file."""
    return part.line + _line(block) - part.first


_ALLOWED: dict[str, Callable[[Draft], Iterable[str]]] = {
    "phase": lambda _: PHASES,
    "stage": lambda draft: draft.catalog.stages,
    "in_use": lambda _: ("yes", "partly", "no"),
    "example": lambda _: ("yes", "no"),
}


def _records(draft: Draft, part: Part, field: str) -> None:
    found = _shaped(part.blocks)
    if found is None:
        _UNSHAPED[field](draft, part)
        return
    for name, labelled in found:
        entry: dict[str, Any] = {}
        for label, text in labelled:
            key = LABELS[field].get(label)
            if key in ("faults", "could_also"):
                entry.setdefault(key, []).append(text)
            elif key:
                entry.setdefault(key, text)
            else:
                what = f"{part.shown}, {name}"
                draft.left.append(Left(part.line, what, f"{label} {text}".strip()))
        if field == "metrics":
            why = draft.measure((name,), entry)
        else:
            why = draft.put(field, {"name": name, **entry})
        if why:
            draft.left.append(Left(part.line, f"{part.shown}, {name}", why))


def _data_in_prose(draft: Draft, part: Part) -> None:
    """Take a text about data for the one set of data that is known, or for one without a name."""
    known = draft.fields.get("datasets", [])
    name = known[0]["name"] if len(known) == 1 else part.title
    why = draft.put("datasets", {"name": name, "plain": " ".join(map(seen, part.blocks))})
    if why:
        draft.left.append(Left(part.line, part.shown, clipped(why)))


def _risks_in_prose(draft: Draft, part: Part) -> None:
    for text in _entries(part.blocks):
        draft.put("risks", {"name": text})


def _leave(draft: Draft, part: Part) -> None:
    count = len(part.source.split())
    draft.left.append(Left(part.line, part.shown, f"{count} words"))


_UNSHAPED: dict[str, Callable[[Draft, Part], None]] = {
    "datasets": _data_in_prose,
    "risks": _risks_in_prose,
    "metrics": _leave,
}


def _links(draft: Draft, part: Part, _: str) -> None:
    for item in _items(part.blocks):
        label, text = _labelled(item)
        address = _address(item)
        if address and not draft.put("links", {"title": label or text, "url": address}):
            continue
        if not says_nothing(text):
            draft.left.append(Left(_at(part, item), part.shown, text))


def _contact(draft: Draft, part: Part, _: str) -> None:
    name, url = "", ""
    for item in _items(part.blocks):
        field = LABELS["contact"].get(_labelled(item)[0])
        name = _labelled(item)[1] if field == "name" else name
        url = _address(item) if field == "url" else url
    name, url = (name, url) if name else _anyone(part)
    if not (draft.fill("contact.name", name) and draft.fill("contact.url", url)):
        draft.left.append(Left(part.line, part.shown, clipped(part.source)))


def _anyone(part: Part) -> tuple[str, str]:
    """Return name and address of a contact that somebody has written in their own way."""
    mail = _MAIL.search(part.source)
    url = next(filter(None, map(_address, part.blocks)), f"mailto:{mail[0]}" if mail else "")
    links = [node for block in part.blocks for node in block.walk() if node.type == "link"]
    name = seen(links[0]) if links else " ".join(map(seen, part.blocks))
    name = _MAIL.sub("", _ADDRESS.sub("", name))
    return name.replace("()", "").replace("<>", "").strip(" :,;-"), url


_READ: dict[str, Callable[[Draft, Part, str], None]] = {
    "prose": _prose,
    "text": _one_text,
    "texts": _texts,
    "records": _records,
    "facts": _facts,
    "links": _links,
    "contact": _contact,
}


# Lists --------------------------------------------------------------------------------------------


def _entries(blocks: Iterable[SyntaxTreeNode]) -> Iterator[str]:
    """Yield each item of each list, and each other block, as a text."""
    for block in blocks:
        items = block.children if block.type in ("bullet_list", "ordered_list") else [block]
        yield from filter(None, map(seen, items))


def _items(blocks: Iterable[SyntaxTreeNode]) -> Iterator[SyntaxTreeNode]:
    for block in blocks:
        yield from block.children if block.type in ("bullet_list", "ordered_list") else [block]


def _is_facts(block: SyntaxTreeNode) -> bool:
    labels = [_labelled(item)[0] for item in block.children] if block.type == "bullet_list" else []
    return bool(labels) and all(label in _TEMPLATE_FACTS for label in labels)


def _strong(item: SyntaxTreeNode) -> str:
    """Return the bold words with which an item begins; empty if it begins otherwise."""
    first = next((node for node in item.walk() if node.type == "inline"), None)
    children = [node for node in first.children if _text(node).strip()] if first else []
    return seen(children[0]) if children and children[0].type == "strong" else ""


def _labelled(item: SyntaxTreeNode) -> tuple[str, str]:
    """Return the bold label of an item, without its colon, and what follows."""
    strong, whole = _strong(item), seen(item)
    if not strong:
        return "", whole
    text = whole[len(strong) :].lstrip(" " if strong.endswith(":") else " :")
    label = re.sub(r"\s*\[optional\]", "", strong.removesuffix(":"))
    return label, text


def _address(item: SyntaxTreeNode) -> str:
    """Return the last address in an item, as it was typed: what stands before is its title."""
    inlines = (node.content for node in item.walk() if node.type == "inline")
    found = [one for text in inlines for one in _ADDRESS.finditer(text)]
    return found[-1][1] or found[-1][2] if found else ""


def _shaped(blocks: tuple[SyntaxTreeNode, ...]) -> list[tuple[str, list[tuple[str, str]]]] | None:
    """Return things and what is said of each, if all blocks are the list that a card writes."""
    if len(blocks) != 1 or blocks[0].type != "bullet_list":
        return None
    found = []
    for item in blocks[0].children:
        first, *rest = item.children
        name = _strong(first)
        if first.type != "paragraph" or not name or name != seen(first):
            return None
        if any(block.type != "bullet_list" for block in rest):
            return None
        found.append((name, [_labelled(one) for block in rest for one in block.children]))
    return found

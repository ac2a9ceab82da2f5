"""The two kinds of model card -> a draft of a project.

A Hugging Face card is recognised by its front matter, a Model Card Toolkit card by being JSON.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from unjargon.authoring.card_text import (
    Part,
    parts_of,
    read_part,
    says_nothing,
    section_of,
    seen,
)
from unjargon.authoring.card_tree import Item, Left, Refuse, clipped, read_fields, read_json
from unjargon.authoring.draft import Draft
from unjargon.cards import ALL_CASES, PARTS, VERSION
from unjargon.cards.markdown import flat
from unjargon.errors import Problem
from unjargon.load.strict import decode

_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_MOST_SUMMARY = 350
_MOST_NAME = 200
_MAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+")


def read_card(draft: Draft, data: bytes, shown: str, refuse: Refuse) -> None:
    """Put what a model card says into a draft.

    Args:
        draft: The draft.
        data: The bytes of the card's file.
        shown: How problems name the file.
        refuse: Takes what makes it impossible to read the card.
    """

    def report(line: int, column: int, rule: str, field: str, message: str, hint: str) -> None:
        hint = "take pictures and long tables out of the card" if rule == "file-size" else hint
        refuse(Problem(shown, line + 1, column + 1, rule, field, message, hint))

    text = decode(data, report)
    if text is None:
        return
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        report(0, 0, "empty-file", "", "the file holds nothing", "name a model card")
    elif text.lstrip().startswith(("{", "[")):
        _read_toolkit(draft, text, shown, refuse)
    else:
        _read_hugging_face(draft, text, shown, refuse)


# Hugging Face -------------------------------------------------------------------------------------


def _read_hugging_face(draft: Draft, text: str, shown: str, refuse: Refuse) -> None:
    matter = _MATTER.match(text)
    if matter is None:
        begun = text.startswith("---")
        message = "its front matter has no end" if begun else "has no front matter"
        hint = (
            "add a line --- behind its last field"
            if begun
            else "begin it with a line ---, fields such as `license: mit`, and a line ---"
        )
        refuse(Problem(shown, 1, 1, "model-card", "", message, hint))
        return
    tree = None
    if matter[1].strip():
        tree = read_fields(matter[1].encode(), shown, 1, refuse)
        if tree is None:
            return
    if tree is not None:
        _read_matter(draft, tree.root)
    offset = text.count("\n", 0, matter.end())
    _read_parts(draft, parts_of(text[matter.end() :], offset), titled=True)
    if tree is not None:
        draft.left += tree.left()


def _read_matter(draft: Draft, card: Item) -> None:
    for tag in card["tags"].texts():
        draft.add("tags", tag.text())
    for data in card["datasets"].texts():
        draft.put("datasets", {"name": data.text()})
    models = card["model-index"].items()
    results = [result for model in models for result in model["results"].items()]
    names = {result["dataset"]["name"].text() for result in results}
    for model in models[:1]:
        _name(draft, model["name"])
    for result in results:
        data = result["dataset"]["name"]
        # Where a card names one set of data only, all of its figures are of that; our own cards
        # name the segment.
        apart = len(names) > 1 or result["dataset"]["type"].text() == "private"
        segment = data.text() if apart and data.text() != ALL_CASES else ""
        if not apart:
            data.leave(f"{data.text()}, the data of every figure")
        for metric in result["metrics"].items():
            _measure(draft, metric, segment, metric["type"], metric["name"])
        # Fillers of our own cards, where the Hub wants a word and there is nothing to say.
        _expect(result["task"]["type"], "other")
        _expect(result["dataset"]["type"], "private")
        _expect(result["dataset"]["config"], segment)
    measured = {metric["type"] for metric in draft.fields.get("metrics", [])}
    for metric in card["metrics"].texts():
        if draft.catalog.find_term(metric.text()) not in measured:
            metric.leave(f"{metric.text()}, without a figure")


def _expect(item: Item, text: str) -> None:
    if item.text() != text:
        item.leave(clipped(item.text()))


# Model Card Toolkit -------------------------------------------------------------------------------


def _read_toolkit(draft: Draft, text: str, shown: str, refuse: Refuse) -> None:
    tree = read_json(text, shown, refuse)
    if tree is None:
        return
    card = tree.root
    version = card["schema_version"]
    if not any(card[part] for part in PARTS):
        message = f"holds none of {', '.join(PARTS)}"
        hint = "name the JSON of the Model Card Toolkit, or a README.md of Hugging Face"
        refuse(Problem(shown, 1, 1, "model-card", "", message, hint))
    elif version and version.text() != VERSION:
        place = shown, version.line, version.node.start_mark.column + 1 if version.node else 1
        message = f"is '{version.text()}', which is not known"
        hint = f"known: {VERSION}; write the card anew with Model Card Toolkit 2"
        refuse(Problem(*place, "model-card", "schema_version", message, hint))
    else:
        _read_details(draft, card["model_details"])
        _read_parameters(draft, card["model_parameters"])
        for metric in card["quantitative_analysis"]["performance_metrics"].items():
            _measure(draft, metric, metric["slice"].text(), metric["type"])
        _read_considerations(draft, card["considerations"])
        draft.left += tree.left()


def _read_details(draft: Draft, details: Item) -> None:
    _name(draft, details["name"])
    _summary(draft, details["overview"].text(), details["overview"].line, "model_details.overview")
    whole = details["documentation"]
    parts = list(parts_of(whole.text(), 0))
    if any(map(section_of, parts)):
        before = len(draft.left)
        _read_parts(draft, parts, titled=False)
        # Lines inside a JSON text are lines of that text; the file has it in one.
        draft.left[before:] = [
            Left(whole.line, f"documentation, {one.what}", one.why) for one in draft.left[before:]
        ]
    else:
        draft.append("how_it_works", whole.text())
    for index, owner in enumerate(details["owners"].items()):
        _read_owner(draft, owner, index)
    for reference in details["references"].items():
        address = reference["reference"].text()
        if address in {link["url"] for link in draft.fields.get("links", [])}:
            continue
        if re.match(r"https?://|mailto:", address):
            title = re.sub(r"^\w+:(//)?", "", address).rstrip("/")
            draft.put("links", {"url": address, "title": title})
        else:
            reference["reference"].leave(f"{address} is no web address")


def _read_owner(draft: Draft, owner: Item, index: int) -> None:
    name, contact = owner["name"], owner["contact"]
    if index == 0:
        if not draft.fill("contact.name", name.text()):
            name.leave(f"{name.text()}, a further contact")
        address = contact.text()
        if _MAIL.fullmatch(address) and not address.startswith("mailto:"):
            address = f"mailto:{address}"
        if re.match(r"https?://|mailto:", address):
            if not draft.fill("contact.url", address):
                contact.leave(f"{contact.text()}, a further contact")
        elif address:
            contact.leave(f"{address} is no web or mail address")
    elif index > 1 or not draft.fill("owner_role", name.text()):
        name.leave(f"{name.text()}, a further owner")


def _read_parameters(draft: Draft, parameters: Item) -> None:
    for data in parameters["data"].items():
        entry = {"name": data["name"].text(), "plain": data["description"].text()}
        if any(one.text() for one in data["sensitive"]["sensitive_data"].texts()):
            entry["personal_data"] = "yes"
        why = "data without a name"
        if entry["name"]:
            why = draft.put("datasets", {key: text for key, text in entry.items() if text})
        if data and why:
            data.leave(why)
    for line in parameters["input_format"].text().split("\n"):
        draft.add("inputs", line.strip())
    output = parameters["output_format"]
    if not draft.fill("output.what", output.text()):
        output.leave(output.text())


def _read_considerations(draft: Draft, considerations: Item) -> None:
    for use in considerations["use_cases"].items():
        draft.add("scope.for", use["description"].text())
    for limit in considerations["limitations"].items():
        draft.add("limitations", limit["description"].text())
    for risk in considerations["ethical_considerations"].items():
        entry = {"name": risk["name"].text(), "mitigation": risk["mitigation_strategy"].text()}
        why = "a risk without a name"
        if entry["name"]:
            why = draft.put("risks", {key: text for key, text in entry.items() if text})
        if risk and why:
            risk.leave(why)


# Both ---------------------------------------------------------------------------------------------


def _measure(draft: Draft, metric: Item, segment: str, *names: Item) -> None:
    found = tuple(filter(None, (name.text() for name in names)))
    if metric["value"] and not metric["value"].is_text:
        metric.leave("its value is no single figure")
        return
    entry = {"value": metric["value"].text(), **({"segment": segment} if segment else {})}
    why = draft.measure(found, entry) if found else "nothing says what was measured"
    if why:
        metric.leave(why)


def _name(draft: Draft, item: Item) -> None:
    _named(draft, item.text(), item.line, item.path)


def _named(draft: Draft, name: str, line: int, what: str) -> None:
    name = flat(name)
    if len(name) > _MOST_NAME:
        draft.left.append(Left(line, what, f"cut off after {_MOST_NAME} characters"))
        name = f"{name[: _MOST_NAME - 1].rstrip()}…"
    if not draft.fill("name", name):
        draft.left.append(Left(line, what, name))


def _summary(draft: Draft, text: str, line: int, what: str) -> None:
    text = flat(text)
    if len(text) > _MOST_SUMMARY:
        draft.left.append(Left(line, what, f"cut off after {_MOST_SUMMARY} characters"))
        text = f"{text[: _MOST_SUMMARY - 1].rsplit(' ', 1)[0].rstrip(' ,;:')} …"
    draft.fill("summary", text)


def _read_parts(draft: Draft, parts: Iterable[Part], *, titled: bool) -> None:
    """Read the sections of a card's text; where it is titled, what stands on top is the summary."""
    top = titled
    for part in parts:
        section = None if top and part.level == 1 else section_of(part)
        if section:
            read_part(draft, part, section)
        elif top and part.level <= 1:
            _read_top(draft, part)
        elif not says_nothing(part.source):
            draft.left.append(Left(part.line, part.shown, f"{len(part.source.split())} words"))
        top = top and not part.title


def _read_top(draft: Draft, part: Part) -> None:
    if part.title:
        name = re.sub(r"^model card (?:for|of):? ", "", part.title, flags=re.IGNORECASE)
        _named(draft, name, part.line, "the title")
    blocks = [block for block in part.blocks if block.type == "paragraph"]
    first = seen(blocks[0]) if blocks else ""
    if says_nothing(first):
        return
    _summary(draft, first, part.line, "the summary")
    if len(blocks) > 1 or len(first) > _MOST_SUMMARY:
        draft.append("how_it_works", part.source)

"""A project as the text of a model card: Markdown under the headings of `layout`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

from unjargon.cards.layout import LABELS, SECTIONS
from unjargon.cards.markdown import escaped, portable
from unjargon.model import Link, Project, Record


def body(project: Project) -> str:
    """Return the sections that a project fills."""
    written = (
        (section.title, _WRITE[section.shape](section.field, _value(project, section.field)))
        for section in SECTIONS
    )
    return "\n\n".join(f"## {title}\n\n{text}" for title, text in written if text)


def figure(value: float) -> str:
    """Return a figure as the shortest text that is read back as the same number."""
    return str(int(value)) if value.is_integer() else repr(value)


def _value(project: Project, field: str) -> Any:
    if field == "facts":
        return project
    outer, _, inner = field.partition(".")
    value = getattr(project, outer)
    return _field(value, inner) if inner and value else value


def _field(record: Record, name: str) -> Any:
    return getattr(record, "for_" if name == "for" else name)


def _prose(_: str, text: str | None) -> str:
    return portable(text) if text else ""


def _text(_: str, text: str | None) -> str:
    return escaped(text) if text else ""


def _texts(_: str, texts: Iterable[str] | None) -> str:
    return "\n".join(f"- {escaped(text)}" for text in texts or ())


def _facts(field: str, record: Record) -> str:
    return "\n".join(f"- {line}" for line in _labelled(field, record))


def _records(field: str, records: Iterable[Record]) -> str:
    lines = []
    for record in records:
        name = getattr(record, "type" if field == "metrics" else "name")
        lines.append(f"- **{escaped(name)}**")
        lines += [f"  - {line}" for line in _labelled(field, record)]
    return "\n".join(lines)


def _labelled(field: str, record: Record) -> Iterator[str]:
    for label, name in LABELS[field].items():
        value = _field(record, name)
        if value == record.written_fields()[name].default:
            continue
        for one in value if isinstance(value, tuple) else (value,):
            yield f"**{label}:** {f'<{one}>' if name == 'url' else escaped(_said(one))}"


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return figure(value)
    return value.isoformat() if isinstance(value, date) else str(value)


def _links(_: str, links: Iterable[Link]) -> str:
    return "\n".join(f"- **{escaped(link.title)}:** <{link.url}>" for link in links)


_WRITE: dict[str, Callable[[str, Any], str]] = {
    "prose": _prose,
    "text": _text,
    "texts": _texts,
    "records": _records,
    "facts": _facts,
    "links": _links,
    "contact": _facts,
}

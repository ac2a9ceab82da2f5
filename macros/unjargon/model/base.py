"""What all records share: strictness, and the types of field that YAML authors can fill.

Every scalar reaches a record as the text that the author typed (see `unjargon.load`), so the
field's type alone decides what `no`, `010` or `2024-01-31` means.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import DictSchema, dict_schema

from unjargon.paths import MAX_NAME, is_device


def _iso_day(value: Any) -> Any:
    # Pydantic also reads a number as seconds since 1970; an author never means that.
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        raise PydanticCustomError("date_type", "should be a day such as 2026-01-31")
    return value


def _web_address(value: str) -> str:
    if not re.match(r"https?://|mailto:", value, re.IGNORECASE):
        raise PydanticCustomError("address", "should start with https://, http:// or mailto:")
    if re.search(r"[\s<>\"\\]", value) or value.endswith(("://", ":")):
        raise PydanticCustomError("address", "should hold no space, quotation mark, <, > or \\")
    return value


def _former_id(value: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", value) or value == "index":
        words = "should be an id: a-z, 0-9 and single hyphens, not 'index'"
        raise PydanticCustomError("former_id", words)
    if is_device(value) or len(value) > MAX_NAME:
        words = f"should be at most {MAX_NAME} characters that Windows can store"
        raise PydanticCustomError("former_id", words)
    return value


Text = Annotated[str, Field(min_length=1)]
"""Plain text of one or more paragraphs; an empty one is a mistake."""
Name = Annotated[Text, Field(max_length=200)]
"""What is searched for in texts: a word or a few, so that a search never has far to go."""
Prose = Annotated[str, Field(min_length=1, json_schema_extra={"contentMediaType": "text/markdown"})]
"""Markdown: paragraphs, emphasis, lists, code, links. Neither HTML nor Jinja."""
Day = Annotated[date, BeforeValidator(_iso_day)]
"""A calendar day, written as 2026-01-31."""
WebAddress = Annotated[str, AfterValidator(_web_address)]
"""An absolute address that a reader may be sent to."""
Id = Annotated[str, Field(min_length=1)]
"""The id of another record: its file's name without `.yml`."""


FormerId = Annotated[Id, AfterValidator(_former_id)]
"""An id whose address is written: it must not lead out of the site."""


class _Nothing(dict[str, Any]):
    """An empty mapping that can be hashed: of others, pydantic makes a copy for each record."""

    def __hash__(self) -> int:  # type: ignore[override]
        return 0

    @classmethod
    def __get_pydantic_core_schema__(cls, *_: Any) -> DictSchema:
        """Tell how it is shown in a JSON schema: as any other mapping."""
        return dict_schema()


NOTHING: dict[str, Any] = _Nothing()
"""What a field holds that is a mapping and was not filled; nobody writes into a record."""


class Record(BaseModel):
    """A frozen record that knows its fields and refuses all others."""

    model_config = ConfigDict(
        frozen=True,
        # A site builds validators for the records that it has.
        defer_build=True,
        extra="forbid",
        use_attribute_docstrings=True,
        str_strip_whitespace=True,
        allow_inf_nan=False,
    )

    @classmethod
    def written_fields(cls) -> dict[str, FieldInfo]:
        """Return its fields by the names that authors write, `for` among them."""
        return {info.alias or name: info for name, info in cls.model_fields.items()}

    def model_post_init(self, _: Any, /) -> None:
        """Share the set of field names that pydantic keeps for each record.

        Thousands of records fill the same fields, and each set takes more memory than a text.
        """
        filled = frozenset(self.__pydantic_fields_set__)
        object.__setattr__(self, "__pydantic_fields_set__", _FILLED.setdefault(filled, set(filled)))


_FILLED: dict[frozenset[str], set[str]] = {}


class Source(Record):
    """Where a fact comes from."""

    title: Text
    """Author and title of the work."""
    url: WebAddress | None = None
    """Its address; absent when nobody has checked that it exists."""

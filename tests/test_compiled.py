"""Templates that say once what they always say, and call functions without asking them first."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader, StrictUndefined, UndefinedError, pass_context
from jinja2.runtime import Context

from unjargon.addresses import Addresses
from unjargon.catalog import Catalog
from unjargon.compiled import Said, Templates
from unjargon.model import Stage, Vocabulary
from unjargon.pages import Renderer
from unjargon.remember import Memory


def rendered(template: str, **given: object) -> str:
    """Return a template's text; the second time, so that nothing is new to Jinja."""
    templates = Templates(
        loader=DictLoader({"page": template}), undefined=StrictUndefined, extensions=[Said]
    )
    templates.globals.update(given)
    templates.get_template("page").render()
    return templates.get_template("page").render()


def test_a_fixed_message_is_said_once_and_one_with_values_each_time() -> None:
    asked: list[str] = []

    def say(message: str, **values: object) -> str:
        asked.append(message)
        return f"<{message % values}>"

    template = (
        '{{ _("One") }}, {{ _("two %(n)s", n=2) }}\n{% if true %}\n{{ _("three") }}{% endif %}'
    )
    assert rendered(template, _=say) == "<One>, <two 2>\n\n<three>"
    assert asked == ["One", "three", "two %(n)s", "two %(n)s"]


def test_a_function_that_asks_for_it_gets_the_context_with_the_variables_of_its_loop() -> None:
    @pass_context
    def doubled(context: Context, added: int) -> int:
        return 2 * int(context["n"]) + added

    template = (
        "{% for one in (1, 2) %}{% set n = one %}{{ doubled(1) }} {{ plain(n) }};{% endfor %}"
    )
    assert rendered(template, doubled=doubled, plain=str) == "3 1;5 2;"


def test_what_is_not_there_cannot_be_called() -> None:
    with pytest.raises(UndefinedError, match="'missing' is undefined"):
        rendered("{{ missing() }}")


def test_a_preview_that_changes_its_language_says_everything_in_the_new_one() -> None:
    stage = Stage(title="Idea", question="Why?", summary="It begins.", happens="Talk.")
    remember = Memory()

    def written(language: str) -> str:
        catalog = Catalog({}, {"idea": stage}, {}, Vocabulary(), {}, language)
        return Renderer(catalog, Addresses(), remember=remember).render("stage", "", id="idea")

    english, german = written("en"), written("de")
    assert "## What happens" in english
    assert "## Was geschieht" in german
    assert written("en") == english

"""Every conformance case holds under the Markdown extensions of this repository's own site."""

from __future__ import annotations

from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from linking_cases import matcher, page
from markdown import Markdown
from mkdocs.config import load_config
from mkdocs.utils.meta import get_data

from unjargon.linking import Repeat
from unjargon.linking.markdown import LinkingExtension

HERE = Path(__file__).parent
CASES = yaml.safe_load((HERE / "conformance.yaml").read_text(encoding="utf-8"))["cases"]
SITE = load_config(str(HERE.parents[1] / "mkdocs.yml"))


def links(case: dict[str, Any], repeat: Repeat) -> list[list[str]]:
    """Return surface and term of every link on the case's page, in reading order."""
    source, meta = get_data(case["markdown"])
    own, autolink = case.get("page_id", ""), meta.get("autolink") is not False
    place = page(own_term=own, repeat=repeat, autolink=autolink)
    extension = LinkingExtension(matcher(case["terms"]), place)
    extensions = [*SITE.markdown_extensions, extension]
    Markdown(extensions=extensions, extension_configs=SITE.mdx_configs).convert(source)
    assert extension.linked is not None
    found = [item for item in extension.linked.decisions if item.rule == "linked"]
    return [[" ".join(unescape(item.surface).split()), item.term] for item in found]


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_first_mentions(case: dict[str, Any]) -> None:
    assert links(case, "page") in [case["expect"], *case.get("expect_alt", [])]


EVERY = [case for case in CASES if "expect_all" in case]


@pytest.mark.parametrize("case", EVERY, ids=[case["id"] for case in EVERY])
def test_every_mention(case: dict[str, Any]) -> None:
    assert links(case, "always") in [case["expect_all"], *case.get("expect_alt", [])]

"""Linking as a Python-Markdown extension, for engines and commands that are not MkDocs.

The `toc` extension runs every postprocessor on each heading, so ours has to know when the whole
document comes by: a tree processor that runs after all others arms it, once.
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.treeprocessors import Treeprocessor

from unjargon.linking.link import Linked, Page, link_html
from unjargon.linking.markup import words_section
from unjargon.linking.matcher import Matcher


class LinkingExtension(Extension):
    """Links terms in every document that is converted.

    Args:
        matcher: The glossary.
        page: What is known of the page; set it anew for each document.
        section: Whether "Words on this page" is written at the end.
    """

    def __init__(
        self, matcher: Matcher, page: Page, *, section: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(**kwargs)
        self.matcher = matcher
        self.page = page
        self.section = section
        self.linked: Linked | None = None

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Register the two processors; called by Python-Markdown."""
        linker = _Linker(self)
        md.treeprocessors.register(_Arm(linker), "unjargon-arm", -10)
        md.postprocessors.register(linker, "unjargon", -10)


class _Linker(Postprocessor):
    def __init__(self, extension: LinkingExtension) -> None:
        super().__init__()
        self.extension = extension
        self.armed = False

    def run(self, text: str) -> str:
        if not self.armed:
            return text
        self.armed = False
        matcher, page = self.extension.matcher, self.extension.page
        linked = self.extension.linked = link_html(text, matcher, page)
        if not self.extension.section:
            return linked.html
        return linked.html + words_section(linked.terms, matcher.terms, page.href)


class _Arm(Treeprocessor):
    def __init__(self, linker: _Linker) -> None:
        super().__init__()
        self.linker = linker

    def run(self, root: Element) -> None:  # noqa: ARG002 - the tree is left as it is
        self.linker.armed = True

"""Records -> the Markdown source of pages, by a registry of page kinds."""

from unjargon.pages.kinds import KINDS, PageKind
from unjargon.pages.render import GeneratedPage, Renderer, generate

__all__ = ["KINDS", "GeneratedPage", "PageKind", "Renderer", "generate"]

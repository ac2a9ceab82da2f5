"""Records -> the Markdown source of pages, by a registry of page kinds."""

from unjargon.pages.kinds import EXPLAIN, HEALTH, KINDS, PageKind
from unjargon.pages.render import GeneratedPage, Renderer, generate, make_page

__all__ = [
    "EXPLAIN",
    "HEALTH",
    "KINDS",
    "GeneratedPage",
    "PageKind",
    "Renderer",
    "generate",
    "make_page",
]

"""Records -> the Markdown source of pages, by a registry of page kinds."""

from unjargon.pages.kinds import EXPLAIN, HEALTH, KINDS, NEWS, PageKind, folders
from unjargon.pages.render import GeneratedPage, Renderer, generated, make_page

__all__ = [
    "EXPLAIN",
    "HEALTH",
    "KINDS",
    "NEWS",
    "GeneratedPage",
    "PageKind",
    "Renderer",
    "folders",
    "generated",
    "make_page",
]

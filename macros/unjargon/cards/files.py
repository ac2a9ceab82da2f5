"""The registry of model cards: which files a site has for each of its projects."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from unjargon.cards.hugging_face import hugging_face
from unjargon.cards.toolkit import toolkit
from unjargon.catalog import Catalog
from unjargon.language import N_
from unjargon.model import Project


@dataclass(frozen=True, slots=True)
class Card:
    """A kind of model card."""

    name: str
    """The name of the file."""
    title: str
    """What readers see of it."""
    text: Callable[[Project, Catalog], str]
    """What it holds."""

    def path(self, project_id: str) -> str:
        """Return where the card of a project is, relative to the site's root."""
        return f"projects/{project_id}/{self.name}"


CARDS: tuple[Card, ...] = (
    Card("model-card.md", N_("Hugging Face model card"), hugging_face),
    Card("card.json", N_("Model Card Toolkit JSON"), toolkit),
)


def cards(catalog: Catalog) -> Iterator[tuple[str, str]]:
    """Yield path and text of every card of every project that a site shows."""
    for project_id, project in catalog.projects.items():
        for card in CARDS:
            yield card.path(project_id), card.text(project, catalog)

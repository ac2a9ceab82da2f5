"""Projects as model cards: what Hugging Face and Google's Model Card Toolkit publish of a model."""

from unjargon.cards.files import CARDS, Card, cards
from unjargon.cards.layout import ALL_CASES, LABELS, SECTIONS, Section, plain_title
from unjargon.cards.toolkit import PARTS, VERSION

__all__ = [
    "ALL_CASES",
    "CARDS",
    "LABELS",
    "PARTS",
    "SECTIONS",
    "VERSION",
    "Card",
    "Section",
    "cards",
    "plain_title",
]

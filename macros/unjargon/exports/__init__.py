"""Machine-readable files: what programs may read of a site, beside its pages."""

from unjargon.exports.announce import announced, announcements
from unjargon.exports.published import Published
from unjargon.exports.registry import EXPORTS, Export, export, exports_of

__all__ = [
    "EXPORTS",
    "Export",
    "Published",
    "announced",
    "announcements",
    "export",
    "exports_of",
]

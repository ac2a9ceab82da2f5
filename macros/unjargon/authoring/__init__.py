"""Commands that write for an author: a new word, a new id, two words made one."""

from unjargon.authoring.changes import Changes
from unjargon.authoring.lesson import new_lesson
from unjargon.authoring.merge import merge
from unjargon.authoring.new import new_term
from unjargon.authoring.rename import rename
from unjargon.authoring.sources import RefusalError, Sources, read_sources

__all__ = [
    "Changes",
    "RefusalError",
    "Sources",
    "merge",
    "new_lesson",
    "new_term",
    "read_sources",
    "rename",
]

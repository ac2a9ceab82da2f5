"""Commands that write for an author: a new site, word or project, a new id, two words made one."""

from unjargon.authoring.changes import Changes, write_all
from unjargon.authoring.import_card import Imported, Wishes, import_card
from unjargon.authoring.import_csv import import_csv
from unjargon.authoring.lesson import new_lesson
from unjargon.authoring.merge import merge
from unjargon.authoring.new import new_override, new_term
from unjargon.authoring.rename import rename
from unjargon.authoring.site import new_site
from unjargon.authoring.sources import RefusalError, Sources, read_sources

__all__ = [
    "Changes",
    "Imported",
    "RefusalError",
    "Sources",
    "Wishes",
    "import_card",
    "import_csv",
    "merge",
    "new_lesson",
    "new_override",
    "new_site",
    "new_term",
    "read_sources",
    "rename",
    "write_all",
]

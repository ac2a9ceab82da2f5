"""The files that an author may change: which layer is theirs, which ids are free.

The own layer is the last folder of the glossary that is not the starter: what lies below it
belongs to somebody else, or is shared with other sites.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from unjargon.errors import Problem, nearest, one_line
from unjargon.load import Entry, Folders, Layer, Loaded, load
from unjargon.load.layers import name_fault
from unjargon.model import Term
from unjargon.site import STARTER, Settings, find_folders


class RefusalError(Exception):
    """What was asked for cannot be done; nothing was written.

    Args:
        line: Why, and what to do instead, in one line.
        problems: What is wrong with the content, or would be.
    """

    def __init__(self, line: str, problems: Iterable[Problem] = ()) -> None:
        self.problems = sorted(set(problems))
        super().__init__(one_line(line))


@dataclass(frozen=True, slots=True)
class Sources:
    """A site's content, as somebody who is about to change it needs it."""

    settings: Settings
    """The site's configuration."""
    folders: Folders
    """The folders of all layers."""
    loaded: Loaded
    """All records, with their files."""
    own: Layer
    """The glossary's layer in which words are added, renamed and merged."""

    def shown(self, term_id: str) -> str:
        """Return how a term's file in the own layer is called."""
        return f"{self.own.shown}/{term_id}.yml"

    def term(self, term_id: str) -> Entry[Term]:
        """Return a term that exists, or refuse with the nearest id."""
        if term_id not in self.loaded.terms:
            hint = nearest(term_id, self.loaded.terms) or "ids are the names of files, without .yml"
            raise RefusalError(f"no term '{term_id}' ({hint})")
        return self.loaded.terms[term_id]

    def own_term(self, term_id: str) -> Entry[Term]:
        """Return a term that is written in the own layer alone, or refuse."""
        entry = self.term(term_id)
        elsewhere = next((file.shown for file in entry.files if file.layer is not self.own), None)
        if elsewhere:
            hint = f"other sites use this id; change its fields in {self.shown(term_id)} instead"
            raise RefusalError(f"'{term_id}' comes from {elsewhere} ({hint})")
        return entry

    def refuse_taken(self, term_id: str) -> None:
        """Refuse an id that cannot be a new term's: it is none, or leads somewhere already."""
        if fault := name_fault(f"{term_id}.yml", nested=False):
            raise RefusalError(f"'{term_id}' is no id ({fault})")
        if entry := self.loaded.terms.get(term_id):
            raise RefusalError(
                f"'{term_id}' exists already, in {entry.own.shown} (choose another id)"
            )
        if (self.own.folder / f"{term_id}.yml").exists():
            raise RefusalError(f"{self.shown(term_id)} exists already (choose another id)")
        for entry in self.loaded.terms.values():
            if term_id in entry.record.formerly:
                where = f"'{entry.id}', in {entry.own.shown}"
                hint = "its address leads there; choose another id"
                raise RefusalError(f"'{term_id}' is a former id of {where} ({hint})")


def read_sources(settings: Settings, *, whole: bool = True) -> Sources:
    """Read a site's content in order to change it.

    Args:
        settings: The site's configuration.
        whole: Refuse when a file cannot be read, since it may hold what is to be changed.
    """
    problems: list[Problem] = []
    folders = find_folders(settings, problems)
    loaded = load(folders)
    if whole:
        problems += loaded.problems
    if problems:
        raise RefusalError("mend this first; nothing was written", problems)
    own = [layer for layer in folders.glossary if layer.name != STARTER]
    if not own:
        hint = "name one in mkdocs.yml: glossary: [starter, glossary/]"
        raise RefusalError(f"this site has no glossary folder of its own ({hint})")
    return Sources(settings, folders, loaded, own[-1])


def projects_layer(settings: Settings, folders: Folders) -> Layer:
    """Return the folder that a new project belongs to; a site without projects begins one."""
    if folders.projects:
        return folders.projects[-1]
    folder, root = settings.docs_dir / "projects", settings.root.resolve()
    inside = folder.is_relative_to(root)
    shown = folder.relative_to(root).as_posix() if inside else folder.as_posix()
    return Layer(shown, folder, shown)

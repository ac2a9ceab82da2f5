"""Where pages are: the source path and address of every record, and links between them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from unjargon.errors import nearest

SECTIONS = ("glossary", "lifecycle", "projects", "sessions", "paths", "learn")
"""The sections that a site can have, each a folder of generated pages."""
_FOLDER = re.compile(r"[\w.-]*\w[\w.-]*(/[\w.-]*\w[\w.-]*)*")
_SECTION_OF = {
    "term": "glossary",
    "stage": "lifecycle",
    "project": "projects",
    "session": "sessions",
    "path": "paths",
    "quiz": "learn",
}
_FOLDER_OF = {**_SECTION_OF, "quiz": "learn/quiz"}


@dataclass(frozen=True, slots=True)
class Addresses:
    """The address scheme of one site."""

    sections: tuple[str, ...] = SECTIONS
    """What is generated here."""
    glossary_url: str = ""
    """Address of another site's glossary, for a site that has none of its own."""
    directory_urls: bool = True
    """Whether `glossary/bias.md` is read at `glossary/bias/` or at `glossary/bias.html`."""
    site_url: str = ""
    """Address of the whole site; empty: not known."""
    folders: Mapping[str, str] = field(default_factory=dict)
    """Other folders for generated pages, by the one that they have otherwise."""

    def place(self, source: str) -> str:
        """Return where a generated file of this site is: `words/bias.md` for `glossary/bias.md`."""
        head, slash, rest = source.partition("/")
        return f"{self.folders.get(head, head)}{slash}{rest}"

    def has(self, kind: str) -> bool:
        """Tell whether records of a kind have pages here or on the central site."""
        section = _SECTION_OF[kind]
        return section in self.sections or (kind == "term" and bool(self.glossary_url))

    def href(self, kind: str, record_id: str, page: str) -> str:
        """Return the address of a record as a link from the page with address `page`."""
        section = _SECTION_OF[kind]
        if section not in self.sections and kind == "term":
            return f"{self.glossary_url.rstrip('/')}/{record_id}/"
        return relative(self.url(source_of(kind, record_id)), page)

    def hrefs(self, kind: str, page: str) -> Callable[[str], str]:
        """Return `href` for the records of a kind.

        All have one form, except to the record whose own page, or a file beside it, this is.
        """
        before, _, after = self.href(kind, "*", page).rpartition("*")
        head, _, tail = self.url(source_of(kind, "*")).rpartition("*")
        own = page.removeprefix(head).removesuffix(tail).partition("/")[0]

        def href(record_id: str) -> str:
            is_own = record_id == own
            return self.href(kind, record_id, page) if is_own else f"{before}{record_id}{after}"

        return href

    def url(self, source: str) -> str:
        """Return the address of a generated file, relative to the site's root."""
        stem = self.place(source).removesuffix(".md")
        if not self.directory_urls:
            return f"{stem}.html"
        folder, _, name = stem.rpartition("/")
        parts = (folder,) if name == "index" else (folder, name)
        return "".join(f"{part}/" for part in parts if part)

    def absolute(self, page: str) -> str:
        """Return the whole address of a page, as far as it is known."""
        return f"{self.site_url.rstrip('/')}/{page}" if self.site_url else page

    @property
    def root(self) -> str:
        """Path of the site on its host, as far as it is known; ends in a slash."""
        return f"{urlsplit(self.site_url).path.rstrip('/')}/"

    def term_at(self, href: str, page: str) -> str | None:
        """Return the term whose page a link from `page` leads to, if it can be one."""
        target = href.partition("#")[0].partition("?")[0]
        if "glossary" in self.sections:
            folder = page if page.endswith("/") or not page else posixpath.dirname(page) + "/"
            target = posixpath.normpath(posixpath.join("/", folder, target)).removesuffix(".html")
            head, _, last = target.rpartition("/")
            return last if head == f"/{self.place('glossary')}" else None
        head, _, last = target.rstrip("/").rpartition("/")
        return last if self.glossary_url and head == self.glossary_url.rstrip("/") else None


def refuse_wrong_folders(folders: Mapping[str, object], known: Iterable[str]) -> None:
    """Raise `ValueError` where the option `addresses` cannot be followed."""
    names = sorted(known)
    for name, folder in folders.items():
        if name not in names:
            hint = nearest(str(name), names) or f"known: {', '.join(names)}"
            raise ValueError(f"addresses: nothing is generated in '{name}' ({hint})")
        if not isinstance(folder, str) or not _FOLDER.fullmatch(folder):
            hint = "write a folder such as words or help/words"
            raise ValueError(f"addresses: {name}: '{folder}' is no folder of a site ({hint})")
    used = [folders.get(name, name) for name in names]
    for name in names:
        if used.count(folders.get(name, name)) > 1:
            raise ValueError(f"addresses: {name}: '{folders.get(name, name)}' is taken")


def source_of(kind: str, record_id: str) -> str:
    """Return the path of a record's page among the Markdown files: `glossary/bias.md`."""
    return f"{_FOLDER_OF[kind]}/{record_id}.md"


def relative(target: str, page: str) -> str:
    """Return the address `target` as a link from `page`, both relative to the site's root."""
    # A page of a large site has dozens of links: `posixpath.relpath` took ten times as long.
    to, folders = target.split("/"), page.split("/")[:-1]
    same = 0
    for ours, theirs in zip(to[:-1], folders, strict=False):
        if ours != theirs:
            break
        same += 1
    return "../" * (len(folders) - same) + "/".join(to[same:]) or "./"

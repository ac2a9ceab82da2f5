"""A site as its machine-readable files see it: its records, its addresses and its name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from unjargon.addresses import Addresses, relative, source_of
from unjargon.catalog import Catalog


@dataclass(frozen=True)
class Published:
    """What every machine-readable file is made from."""

    catalog: Catalog
    """The records that the site shows: nothing that its authors keep inside."""
    addresses: Addresses
    """Where its pages are."""
    name: str = "Glossary"
    """The site's name."""
    description: str = ""
    """What it is about, in a sentence; empty: nobody said."""

    def link(self, source: str, page: str = "") -> str:
        """Return the address of a source file's page: whole, where the site knows its own.

        Args:
            source: Path of the page among the Markdown files.
            page: Address of the page or file from which a relative link starts.
        """
        url = self.addresses.url(source)
        return self.addresses.absolute(url) if self.addresses.site_url else relative(url, page)

    def term(self, term_id: str, page: str = "") -> str:
        """Return the address of a term's page, by which programs name the term too."""
        if page:
            return self.link(source_of("term", term_id), page)
        before, after = self._around_term
        return f"{before}{term_id}{after}"

    @cached_property
    def _around_term(self) -> tuple[str, str]:
        """What stands before and after a term's id: files for programs name each term often."""
        before, _, after = self.link(source_of("term", "*")).rpartition("*")
        return before, after

    def glossary(self, page: str = "") -> str:
        """Return the address of the glossary."""
        return self.link("glossary/index.md", page)

    @property
    def language(self) -> str:
        """The language of its texts as a tag of BCP 47: `pt-BR`."""
        return self.catalog.language.replace("_", "-")

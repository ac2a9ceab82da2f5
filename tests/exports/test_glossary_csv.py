"""`glossary.csv`: Python and LibreOffice read the same cells, and no cell is a formula."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unjargon.exports import Published
from unjargon.exports.glossary_csv import COLUMNS, glossary_csv, harmless

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
COMMA, SEMICOLON, UTF_8 = 44, 59, 76
"""As LibreOffice's filter for CSV counts them."""
SIGNS = "=+-@\t\r＝＋－＠"


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_it_has_one_row_a_word(small: Published) -> None:
    head, *words = rows(glossary_csv(small))
    assert head == list(COLUMNS)
    assert [row[0] for row in words] == list(small.catalog.terms)


@given(st.text(st.sampled_from(f"{SIGNS} ;|a\"',\n")))
def test_no_text_makes_a_formula(text: str) -> None:
    cell = harmless(text)
    assert not [piece for piece in cell.split(";") if piece[:1] and piece[0] in SIGNS]
    assert cell == cell.replace("\n", " ").replace("\r", " ").replace("\t", " ")
    assert cell.replace("'", "") == " ".join(text.split()).replace("'", "")


@pytest.mark.parametrize("text", ["", "a = b", "e-mail", "2 + 2", "'quoted'", "a; b"])
def test_other_texts_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory, small: Published) -> Opener:
    """LibreOffice without a window; without it the tests are skipped loudly, and fail in CI."""
    office = shutil.which("soffice")
    if not office:
        reason = "no LibreOffice: install Debian's package `libreoffice-calc-nogui`"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    return Opener(office, tmp_path_factory.mktemp("office"))


class Opener:
    """Opens CSV as a spreadsheet."""

    def __init__(self, office: str, folder: Path) -> None:
        self.office = office
        self.folder = folder

    def cells(self, text: str, separator: int) -> tuple[list[list[str]], int]:
        """Return the texts of all rows, and how many cells are formulas."""
        source = self.folder / "glossary.csv"
        source.write_text(text, encoding="utf-8", newline="")
        # The last option has formulas evaluated, as a person's click on "open" does.
        options = f"CSV:{separator},34,{UTF_8},1,,0,false,true,false,false,false,0,true"
        profile = f"-env:UserInstallation={(self.folder / 'profile').as_uri()}"
        command = [self.office, profile, "--headless", f"--infilter={options}"]
        command += ["--convert-to", "fods", "--outdir", str(self.folder), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=240)
        table = ElementTree.parse(self.folder / "glossary.fods").iter(f"{TABLE}table-row")
        found = [_texts(row) for row in table]
        formulas = (self.folder / "glossary.fods").read_text("utf-8").count("table:formula=")
        return found, formulas


def _texts(row: ElementTree.Element) -> list[str]:
    texts: list[str] = []
    for cell in row.iter(f"{TABLE}table-cell"):
        text = "".join("".join(part.itertext()) for part in cell.iter(f"{TEXT}p"))
        texts += [text] * int(cell.get(f"{TABLE}number-columns-repeated", "1"))
    return texts


@pytest.mark.slow
def test_libreoffice_reads_what_python_reads(small: Published, opened: Opener) -> None:
    text = glossary_csv(small)
    found, formulas = opened.cells(text, COMMA)
    width = len(COLUMNS)
    assert [row[:width] for row in found] == rows(text)
    assert formulas == 0


@pytest.mark.slow
def test_split_at_semicolons_it_holds_no_formula_either(small: Published, opened: Opener) -> None:
    assert opened.cells(glossary_csv(small), SEMICOLON)[1] == 0


@pytest.mark.slow
def test_libreoffice_would_run_the_same_texts_unguarded(opened: Opener) -> None:
    assert opened.cells('"id","term"\r\n"a","=1+1"\r\n', COMMA)[1] == 1

"""Everything that one command is about to write, tried out before a byte of it is written.

The trial is a copy of the site's content, judged as `unjargon check` would. Only mistakes in how
records hang together count: a text that a merger makes worse is the author's to mend afterwards.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from unjargon.authoring.sheet import Sheet
from unjargon.authoring.sources import RefusalError, Sources
from unjargon.authoring.uses import PageFile, uses_in_page
from unjargon.checks import configured
from unjargon.editor import judge
from unjargon.load import LayerFile
from unjargon.promises import PUBLISHED
from unjargon.site import STARTER, Settings

_RULES = ("references", "addresses")
"""The rules of `unjargon check` that no change may break."""


class Changes:
    """New texts of files, and one line for each thing that changes.

    Args:
        sources: The content to change.
    """

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._files: dict[Path, bytes | None] = {}
        self._sheets: dict[Path, Sheet] = {}
        self._lines: list[tuple[str, int, str]] = []

    @property
    def lines(self) -> list[str]:
        """What changes, in the order of files and lines."""
        return [
            f"{shown}:{line}: {what}" if line else f"{shown}: {what}"
            for shown, line, what in sorted(self._lines)
        ]

    def say(self, shown: str, what: str, line: int = 0) -> None:
        """Note for the author what changes in a file."""
        self._lines.append((shown, line, what))

    def put(self, path: Path, data: bytes | None) -> None:
        """Write a file, or delete it."""
        self._files[path] = data

    def sheet(self, file: LayerFile, *, layered: bool) -> Sheet:
        """Return the sheet on which a YAML file is changed."""
        if file.path not in self._sheets:
            self._sheets[file.path] = Sheet(file.path.read_bytes(), file.root, layered=layered)
        return self._sheets[file.path]

    def blank(self, path: Path) -> Sheet:
        """Return the sheet of a file that is laid over those of lower layers."""
        return self._sheets.setdefault(path, Sheet(b"", None, layered=True))

    def rewrite(self, pages: Iterable[PageFile], old: str, new: str) -> None:
        """Name another term wherever pages name one by its id."""
        for page in pages:
            pieces: list[str] = []
            position = 0
            for place in uses_in_page(page, old):
                pieces += (page.text[position:place], new)
                position = place + len(old)
                self.say(page.shown, f"{old} -> {new}", page.line(place))
            if pieces:
                self.put(page.path, "".join((*pieces, page.text[position:])).encode())

    def files(self) -> dict[Path, bytes | None]:
        """Return the new bytes of each file; None for a file that is deleted."""
        sheets = {path: sheet.data() for path, sheet in self._sheets.items()}
        return {**sheets, **self._files}

    def check(self) -> None:
        """Refuse changes that would bring a problem that was not there before."""
        settings = self._sources.settings
        try:
            rules = configured(settings.checks)
        except ValueError as error:
            raise RefusalError(f"mkdocs.yml: {error}") from error
        chosen = [rules[name] for name in _RULES]
        before = judge(settings, chosen, date.min).problems
        with TemporaryDirectory() as folder:
            scratch = Path(folder).resolve()
            trial = judge(self._copy(scratch), chosen, date.min).problems
            after = [replace(p, path=p.path.replace(str(scratch), "")) for p in trial]
        had, has = (
            Counter(p.rule for p in found if p.level == "error") for found in (before, after)
        )
        worse = has - had
        if worse:
            new = [p for p in after if p.rule in worse and p not in before]
            raise RefusalError("nothing was written, since this would be wrong afterwards", new)

    def _copy(self, scratch: Path) -> Settings:
        """Copy the content with all changes below a folder, and return settings for the copy."""

        def moved(path: Path) -> Path:
            return scratch.joinpath(*path.parts[1:])

        def layers(names: tuple[str, ...] | None) -> tuple[str, ...] | None:
            return names and tuple(
                name if name == STARTER else str(moved((settings.root / name).resolve()))
                for name in names
            )

        settings, folders = self._sources.settings, self._sources.folders
        content: dict[Path, bytes | None] = {}
        for layer in folders.content:
            if layer.name != STARTER:
                moved(layer.folder).mkdir(parents=True, exist_ok=True)
                files = [*layer.folder.rglob("*.yml"), *layer.folder.glob(PUBLISHED)]
                content |= {path: path.read_bytes() for path in files}
        content |= {path: path.read_bytes() for path in settings.docs_dir.rglob("*.md")}
        for path, data in (content | self.files()).items():
            if data is not None:
                moved(path).parent.mkdir(parents=True, exist_ok=True)
                moved(path).write_bytes(data)
        return replace(
            settings,
            root=moved(settings.root),
            docs_dir=moved(settings.docs_dir),
            glossary=layers(settings.glossary) or (),
            lifecycle=layers(settings.lifecycle),
            projects=layers(settings.projects),
        )

    def write(self) -> None:
        """Write all files; when one cannot be written, put all back as they were."""
        write_all(self.files())


def write_all(files: Mapping[Path, bytes | None]) -> None:
    """Write files, in folders that are made for them; None deletes one.

    Raises:
        RefusalError: If one cannot be written; all are put back as they were.
    """
    before = {path: path.read_bytes() if path.is_file() else None for path in files}
    made: list[Path] = []
    try:
        for path, data in files.items():
            missing = [folder for folder in path.parents if not folder.exists()]
            for folder in reversed(missing):
                folder.mkdir()
                made.append(folder)
            _write(path, data)
    except OSError as error:
        for path, data in before.items():
            with suppress(OSError):
                _write(path, data)
        for folder in reversed(made):
            with suppress(OSError):
                folder.rmdir()
        why = error.strerror or "cannot be written"
        raise RefusalError(f"{error.filename}: {why} (nothing was changed)") from error


def _write(path: Path, data: bytes | None) -> None:
    if data is None:
        path.unlink(missing_ok=True)
    else:
        if not path.parent.exists():
            path.parent.mkdir(parents=True)
        path.write_bytes(data)

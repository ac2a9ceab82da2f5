"""Real documentation sites, built without and with Unjargon: `python tests/real_sites.py FOLDER`.

Needs the package index, so it is no test. It fetches source packages that carry their site, builds
each twice from its own configuration, and prints what `docs/contributing/existing-sites.md` holds.
What a site's configuration wants that needs a network or the project itself is left out of both
builds alike.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import time
from dataclasses import dataclass
from pathlib import Path

import yaml

from before_after import differences, linked
from sites import ROOT, run


@dataclass(frozen=True, slots=True)
class RealSite:
    """A published source package with a documentation site in it."""

    package: str
    """Its name and version on the package index."""
    changes: dict[str, object]
    """What is put over its own configuration in both builds."""
    keeps: tuple[str, ...] = ()
    """What is kept of its configuration, where it names software that is not here; empty: all."""


_PLAIN = ["abbr", "admonition", "attr_list", "def_list", "footnotes", "md_in_html", "smarty", "toc"]
_QUIET: dict[str, object] = {
    "hooks": [],
    "watch": [],
    "strict": False,
    "extra": {"analytics": None},
}
SITES = (
    RealSite("distilabel==1.5.3", {**_QUIET, "theme": {"font": False}}),
    RealSite("outlines==1.3.3", {**_QUIET, "theme": {"name": "mkdocs"}}),
    RealSite(
        "markdown==3.11.3",
        {
            **_QUIET,
            "theme": {"name": "readthedocs"},
            "markdown_extensions": _PLAIN,
        },
        keeps=("site_name", "nav"),
    ),
)
_WORDS = {
    "glossary": [str(ROOT / "glossary")],
    "lifecycle": [str(ROOT / "docs/lifecycle")],
    "addresses": {"glossary": "ml-words", "lifecycle": "ml-lifecycle"},
}


def fetched(site: RealSite, folder: Path) -> Path:
    """Download and unpack a source package, unless it is there; return its site's folder."""
    name = site.package.partition("==")[0]
    target = folder / name
    if not target.is_dir():
        options = ["--no-deps", "--no-binary", name, "--dest", str(folder / "packed" / name)]
        command = [sys.executable, "-m", "pip", "download", "-q", *options, site.package]
        subprocess.run(command, check=True)
        with tarfile.open(next((folder / "packed" / name).glob("*.tar.gz"))) as packed:
            packed.extractall(target, filter="data")
    return next(target.glob("*/mkdocs.yml")).parent


class _Reader(yaml.SafeLoader):
    """Reads a configuration without running what its tags name."""


_Reader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)


def own(site: Path, keeps: tuple[str, ...]) -> dict[str, object]:
    """Return what is kept of a site's own configuration."""
    if not keeps:
        return {"INHERIT": "mkdocs.yml"}
    found = yaml.load((site / "mkdocs.yml").read_text("utf-8"), _Reader)
    return {name: found[name] for name in keeps}


def built(site: Path, configuration: dict[str, object], name: str) -> float:
    """Build a site and return how long that took, in seconds."""
    (site / f"{name}.yml").write_text(yaml.safe_dump(configuration), "utf-8")
    start = time.perf_counter()
    done = run("mkdocs", "build", "-f", f"{name}.yml", "-d", name, cwd=site)
    if done.returncode:
        raise SystemExit(done.stdout + done.stderr)
    return time.perf_counter() - start


def compared(site: RealSite, folder: Path) -> str:
    """Return a row of the table."""
    where = fetched(site, folder)
    seconds = [
        built(where, {**own(where, site.keeps), **site.changes, "plugins": plugins}, name)
        for name, plugins in (
            ("before", ["search"]),
            ("after", ["search", {"unjargon": _WORDS}]),
        )
    ]
    before, after = where / "before", where / "after"
    pages = sorted(path.relative_to(before) for path in before.rglob("*.html"))
    links = [linked((after / page).read_text("utf-8")) for page in pages]
    found = list(differences(before, after))
    for line in found:
        print(f"{site.package}: {line}", file=sys.stderr)
    theme = site.changes["theme"]
    assert isinstance(theme, dict)
    cells = (
        site.package.replace("==", " "),
        theme.get("name", "its own (Material)"),
        len(pages),
        sum(map(bool, links)),
        sum(map(len, links)),
        len(found),
        f"{seconds[0]:.0f} s, {seconds[1]:.0f} s",
    )
    return f"| {' | '.join(map(str, cells))} |"


if __name__ == "__main__":
    for one in SITES:
        print(compared(one, Path(sys.argv[1]).resolve()), flush=True)

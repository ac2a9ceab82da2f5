"""Whatever is edited, a preview that remembers shows what a build from nothing would."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import TypeVar

import pytest
from mkdocs.commands.build import build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from previewed import configured
from sites import write
from unjargon.preview.build import Builder
from unjargon.remember import AbandonedError, Memory, Remember, afresh

T = TypeVar("T")
URL = "http://127.0.0.1:8000/"
CONFIG = (
    "site_name: Small\n"
    "theme: {name: material, font: false, features: [navigation.prune, navigation.footer]}\n"
    "plugins:\n"
    "  - search\n"
    "  - macros: {modules: [unjargon], on_undefined: strict}\n"
    "  - unjargon: {health: true, linking_json: true}\n"
    "markdown_extensions: [attr_list, admonition, toc: {permalink: true}]\n"
)
NAV = "nav: [index.md, Guides: [guides/a.md, guides/b.md], glossary/index.md]\n"
HOME = "# Home\n\nWe fear bias.\n\n{{ word_of_the_day() }}\n\n[A](guides/a.md#more)\n"
GUIDE = (
    "# A guide\n\nOverfitting is a bias.\n\n## More\n\n[Home](../index.md), {{ term('bias') }}\n"
)
BIAS = "term: bias\nshort: A lean.\nplain: A lean in one direction.\n"
OVERFITTING = (
    "term: overfitting\nshort: Learning by heart.\nplain: It shows no bias.\nrelated: [bias]\n"
)
SITE = {
    "mkdocs.yml": CONFIG + NAV,
    "docs/index.md": HOME,
    "docs/guides/a.md": GUIDE,
    "docs/guides/b.md": "# B\n\nA test set.\n",
    "docs/picture.svg": "<svg/>",
    "glossary/bias.yml": BIAS,
    "glossary/overfitting.yml": OVERFITTING,
    "docs/projects/sort.yml": (
        "name: Mail sorting\nsummary: Sorts mail.\nphase: idea\nproblem: Too much mail.\n"
        "contact: {name: Ada}\nstage: frame\n"
    ),
    "docs/lifecycle/frame.yml": "title: Frame\nquestion: Why?\nsummary: We ask about bias.\n",
}
HOOK = """from pathlib import Path

def on_env(env, config, files):
    text = Path(config.docs_dir, "part.txt").read_text()
    env.filters["url"] = lambda value: f"{value}?{text}"
"""
Change = Mapping[str, str | None]
"""What files hold from now on; None: they are gone."""
CHANGES: dict[str, Change] = {
    "nothing": {},
    "definition": {"glossary/bias.yml": BIAS + "why: It hurts people.\n"},
    "name": {"glossary/bias.yml": BIAS.replace("term: bias", "term: slant\naliases: [bias]")},
    "spelling": {"glossary/bias.yml": BIAS + "matches: [home]\n"},
    "longer-name": {"glossary/bias.yml": BIAS + "aliases: [a bias]\n"},
    "phrase-that-is-no-name": {"glossary/bias.yml": BIAS + "not_in: [fear bias]\n"},
    "name-on-some-pages-only": {"glossary/bias.yml": BIAS + "only_in: [guides/*]\n"},
    "name-that-only-macros-link": {"glossary/bias.yml": BIAS + "link: explicit\n"},
    "short-meaning": {"glossary/bias.yml": BIAS.replace("A lean.", "A slope.", 1)},
    "relation": {"glossary/overfitting.yml": OVERFITTING.replace("related: [bias]\n", "")},
    "text-of-a-page": {"docs/guides/a.md": GUIDE + "\nNo overfitting here.\n"},
    "title-of-a-page": {"docs/guides/a.md": GUIDE.replace("# A guide", "# Another guide", 1)},
    "front-matter": {"docs/guides/a.md": "---\ntitle: Told\nautolink: false\n---\n" + GUIDE},
    "macro": {"docs/guides/b.md": "# B\n\n{{ term('overfitting') }} {{ page.url }}\n"},
    "heading-that-others-link-to": {"docs/guides/a.md": GUIDE.replace("## More", "## Less")},
    "picture": {"docs/picture.svg": "<svg><g/></svg>"},
    "new-page": {"docs/guides/c.md": "# C\n\nNo bias.\n", "mkdocs.yml": CONFIG},
    "renamed-page": {"docs/guides/c.md": None, "docs/guides/d.md": "# C\n\nNo bias.\n"},
    "page-gone": {"docs/guides/d.md": None},
    "new-word": {"glossary/test-set.yml": "term: test set\nshort: A set.\nplain: A set.\n"},
    "renamed-word": {
        "glossary/test-set.yml": None,
        "glossary/held-out.yml": "term: test set\nshort: A set.\nplain: A set.\n",
    },
    "word-gone": {"glossary/held-out.yml": None},
    "draft": {"glossary/bias.yml": BIAS + "status: draft\n"},
    "vocabulary": {
        "glossary/_vocabulary.yml": "topics: {building: {title: Building}}\n",
        "glossary/bias.yml": BIAS + "topic: building\n",
    },
    "project": {"docs/projects/sort.yml": None},
    "navigation": {"mkdocs.yml": CONFIG + "nav: [index.md, glossary/index.md, guides/a.md]\n"},
    "name-of-the-site": {"mkdocs.yml": CONFIG.replace("Small", "Smaller")},
    "markdown": {"mkdocs.yml": CONFIG.replace("admonition, ", "admonition, abbr, ")},
    "no-linking": {"mkdocs.yml": CONFIG.replace("health: true", "autolink: false")},
    "other-addresses": {"mkdocs.yml": CONFIG + "use_directory_urls: false\n"},
    "included-text": {
        "mkdocs.yml": CONFIG.replace("admonition", "pymdownx.snippets: {base_path: docs}"),
        "docs/guides/b.md": '# B\n\n--8<-- "part.txt"\n',
        "docs/part.txt": "No bias.\n",
    },
    "included-text-changed": {"docs/part.txt": "No overfitting.\n"},
    "template": {
        "mkdocs.yml": CONFIG.replace("font: false", "font: false, custom_dir: own"),
        "own/main.html": "{{ page.content }}{% for one in pages %}{{ one.page.title }}{% endfor %}",
    },
    "title-in-a-template": {"docs/guides/b.md": "# Not B\n"},
    "hook": {"mkdocs.yml": CONFIG + "hooks: [hook.py]\n", "hook.py": HOOK},
    "file-of-a-hook": {"docs/part.txt": "A slant.\n"},
    "all-mended": {**SITE, "glossary/_vocabulary.yml": None},
}
FIRST: dict[str, tuple[Change, str]] = {
    "page": ({"docs/guides/a.md": GUIDE + "\nNo more bias.\n"}, "guides/a/"),
    "word": ({"glossary/bias.yml": BIAS + "why: It hurts.\n"}, "glossary/bias/"),
}
"""Edits, and the page on which somebody waits for them."""
BROKEN: dict[str, tuple[str, str]] = {
    "word": ("glossary/bias.yml", "term: [\n"),
    "reference": ("glossary/overfitting.yml", OVERFITTING.replace("[bias]", "[nobody]")),
    "page": ("docs/guides/a.md", "# A\n\n{{ nobody }}\n"),
    "macro": ("docs/guides/a.md", "# A\n\n{{ term('nobody') }}\n"),
    "configuration": ("mkdocs.yml", CONFIG.replace("material", "nobody")),
}


class Counting(Memory):
    """A memory that knows what it did not know."""

    def __init__(self) -> None:
        super().__init__()
        self.made: list[Hashable] = []

    def __call__(self, key: Callable[[], Hashable], make: Callable[[], T]) -> T:
        def counted() -> T:
            self.made.append(key())
            return make()

        return super().__call__(key, counted)


class Previewed:
    """A site that is edited, with its preview."""

    def __init__(self, root: Path) -> None:
        self.root = write(root, SITE)
        self.memory = Counting()
        self._builder = Builder(self.memory)

    def change(self, change: Change) -> None:
        """Edit files."""
        write(self.root, {name: text for name, text in change.items() if text is not None})
        for name in (name for name, text in change.items() if text is None):
            (self.root / name).unlink()

    def previewed(self) -> dict[str, bytes]:
        """Return every file of the preview after another build."""
        return self._built("preview", self.memory, self._builder.build)

    def shown_first(self, url: str) -> bytes:
        """Return a page as it is shown before the whole site is built."""
        self._builder.show_first([url])
        return (self.root / "preview" / url / "index.html").read_bytes()

    def given_up(self, after: int) -> bool:
        """Build, but give up when it was asked some times; tell whether it came to that."""
        asked = count()
        config = configured(self.root, "preview", URL, self.memory)
        try:
            self._builder.build(config, lambda: next(asked) >= after)
        except AbandonedError:
            return True
        return False

    def from_nothing(self) -> dict[str, bytes]:
        """Return every file of a build that MkDocs makes and that remembers nothing."""
        return self._built("whole", afresh, lambda config: build(config, serve_url=URL))

    def _built(
        self, name: str, remember: Remember, run: Callable[[MkDocsConfig], None]
    ) -> dict[str, bytes]:
        site = self.root / name
        run(configured(self.root, name, URL, remember))
        files = (path for path in site.rglob("*") if path.is_file())
        return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Previewed]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "0")
        patch.setenv("NO_MKDOCS_2_WARNING", "1")
        made = Previewed(tmp_path_factory.mktemp("preview"))
        made.previewed()
        yield made


@pytest.mark.slow
@pytest.mark.parametrize("name", CHANGES)
def test_after_each_change_every_file_is_that_of_a_build_from_nothing(
    site: Previewed, name: str
) -> None:
    site.change(CHANGES[name])
    assert site.previewed() == site.from_nothing()


@pytest.mark.slow
def test_what_has_not_changed_is_not_made_again(site: Previewed) -> None:
    site.previewed()
    site.memory.made.clear()
    site.previewed()
    assert site.memory.made == []


@pytest.mark.slow
@pytest.mark.parametrize("name", FIRST)
def test_an_open_page_is_shown_as_it_will_be(site: Previewed, name: str) -> None:
    change, url = FIRST[name]
    site.change(change)
    first = site.shown_first(url)
    assert first == site.previewed()[f"{url}index.html"]
    site.change({path: SITE[path] for path in change})


@pytest.mark.slow
@pytest.mark.parametrize("after", [0, 5, 25, 75])
def test_a_newer_edit_does_not_wait_for_the_build_of_the_one_before(
    site: Previewed, after: int
) -> None:
    site.change({"glossary/bias.yml": BIAS.replace("A lean", f"A lean ({after})")})
    assert site.given_up(after), "it was built before it was asked so often"
    site.change({"docs/guides/a.md": f"{GUIDE}\nNo more than {after} times.\n"})
    first = site.shown_first("guides/a/")
    assert f"{after} times" in first.decode()
    whole = site.previewed()
    assert first == whole["guides/a/index.html"]
    assert whole == site.from_nothing()


@pytest.mark.slow
@pytest.mark.parametrize("name", ["word", "reference", "page", "macro"])
def test_a_mistake_is_told_before_all_pages_were_read(
    site: Previewed, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    path, broken = BROKEN[name]
    site.previewed()
    site.change({path: broken})
    with pytest.raises(Abort):
        site.shown_first("guides/b/")
    assert path in caplog.text
    site.change({path: SITE[path]})


@pytest.mark.slow
@pytest.mark.parametrize("name", BROKEN)
def test_a_mistake_leaves_nothing_behind(site: Previewed, name: str) -> None:
    path, broken = BROKEN[name]
    site.change({path: broken})
    with pytest.raises(SystemExit):
        site.previewed()
    site.change({path: SITE[path]})
    assert site.previewed() == site.from_nothing()

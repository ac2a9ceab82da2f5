"""Sessions and paths of a site: what it does not show, texts that mean harm, words on slides."""

from __future__ import annotations

from pathlib import Path

import pytest

from sites import write
from unjargon.errors import ContentError
from unjargon.site import Settings, Site

EVIL = '<img src=x onerror=alert(1)> {{ 7 * 7 }} & "co"'
WORD = "term: {0}\nshort: A {0}.\nplain: A {0} is a {0}.\n"
STAGE = "title: Train\nquestion: How?\nsummary: It learns.\n"
PROJECT = (
    "name: Mails\nsummary: S.\nphase: idea\nstage: train\nproblem: P.\ncontact: {name: Team}\n"
)
FILES = {
    "docs/index.md": "# Home\n",
    "docs/guides/gates.md": "---\ntitle: Three gates\n---\n\nText.\n",
    "docs/lifecycle/train.yml": STAGE,
    "docs/projects/mails.yml": PROJECT + "confidential: yes\n",
    "docs/projects/post.yml": PROJECT.replace("Mails", "Post"),
    "glossary/model.yml": WORD.format("model"),
    "glossary/draft.yml": WORD.format("draft") + "status: draft\n",
    "docs/sessions/talk.yml": (
        f"title: '{EVIL}'\nminutes: 3\ngoal: '{EVIL}'\nguides: [guides/gates.md]\nsteps:\n"
        "  - title: Words\n    minutes: 2\n    terms: [model, draft]\n    projects: [mails, post]\n"
        f"  - title: '{EVIL}'\n    minutes: 1\n    stages: [train]\n"
        f"    say: '{EVIL}'\n    ask: '{EVIL}'\n    notes: '{EVIL} about a model'\n"
    ),
    "docs/paths/first.yml": (
        f"title: '{EVIL}'\naudience: '{EVIL}'\nsummary: '{EVIL}'\noutcomes: ['{EVIL}']\nsteps:\n"
        f"  - title: '{EVIL}'\n    minutes: 1\n    text: '{EVIL}'\n    terms: [draft, model]\n"
        f"    check:\n      ask: '{EVIL}'\n      answer: '{EVIL}'\n"
    ),
}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    write(tmp_path, FILES)
    return Site(Settings(tmp_path, tmp_path / "docs"))


def test_steps_name_only_what_the_site_shows(site: Site) -> None:
    step = site.catalog.sessions["talk"].steps[0]
    assert (step.terms, step.projects) == (("model",), ("post",))
    assert site.catalog.paths["first"].steps[0].terms == ("model",)
    texts = [*(html for _, html in site.documents()), *(p.markdown for p in site.pages.values())]
    assert [text for text in texts if "Mails" in text or "A draft" in text] == []


def test_no_text_becomes_markup_or_a_template(site: Site) -> None:
    texts = dict(site.documents()) | {page.source: page.markdown for page in site.pages.values()}
    assert {path for path, text in texts.items() if "onerror" in text} >= {
        "sessions/talk/deck.html",
        "sessions/talk/handout.html",
        "sessions/talk.md",
        "paths/first.md",
    }
    assert [path for path, text in texts.items() if "<img" in text] == []
    pages = [page for page in site.pages.values() if "{{" in page.markdown]
    assert [page.source for page in pages] == []


def test_a_deck_links_its_words_and_explains_them(site: Site) -> None:
    deck = dict(site.documents())["sessions/talk/deck.html"]
    assert 'data-term="model" href="../../glossary/model/"' in deck
    assert 'id="uj-word-model">A model.' in deck


def test_a_page_that_is_named_gives_its_title(site: Site) -> None:
    assert site.catalog.page_titles == {"guides/gates.md": "Three gates"}
    assert (
        '<a href="../../guides/gates/">Three gates</a>' in site.pages["sessions/talk.md"].markdown
    )


def test_a_site_without_them_has_no_such_pages(tmp_path: Path) -> None:
    write(tmp_path, {"docs/index.md": "# Home\n", "glossary/model.yml": WORD.format("model")})
    site = Site(Settings(tmp_path, tmp_path / "docs", sections=("glossary",)))
    assert set(site.pages) == {"glossary/index.md", "glossary/model.md", "explain/index.md"}
    assert list(site.documents()) == []


def test_a_problem_of_a_session_stops_the_site(tmp_path: Path) -> None:
    broken = FILES["docs/sessions/talk.yml"].replace("minutes: 3", "minutes: 4")
    write(tmp_path, FILES | {"docs/sessions/talk.yml": broken})
    with pytest.raises(ContentError, match="is 4, and the steps add up to 3"):
        Site(Settings(tmp_path, tmp_path / "docs"))

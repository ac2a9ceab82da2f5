"""Reading under other conditions: zoomed, in forced colours, on paper, from a folder."""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
import subprocess
import threading
import time
from base64 import b64encode
from collections.abc import Callable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from reading_site import files
from test_card import card, link, stays_beside, word
from test_choice import BOTH, SHOWN, STAGE, TERM, choice, choose, chosen, control, panel
from test_choice import shown as headings
from test_sweep import SITE, Seen

from sites import build, write
from unjargon.linking import words_section
from unjargon.linking.markup import term_link

pytestmark = pytest.mark.browser

Visit = Callable[..., Page]

CHOSEN = "?with=farming&for=sales"


@pytest.mark.parametrize("path", ["", TERM])
def test_at_200_per_cent_all_of_it_is_in_reach(visit: Visit, path: str) -> None:
    half = {"width": 640, "height": 360}  # of 1280 × 720
    page = visit(path + CHOSEN, viewport=half, device_scale_factor=2)
    word(page, "drift").focus()
    stays_beside(page, word(page, "drift"))
    assert page.evaluate("document.documentElement.scrollWidth") <= half["width"]
    control(page).click()
    for part in panel(page).locator("label, button").all():
        part.scroll_into_view_if_needed()
        expect(part).to_be_in_viewport(ratio=0.99)


def test_who_wants_less_motion_sees_none(visit: Visit) -> None:
    page = visit(TERM, reduced_motion="reduce")
    moving = page.evaluate(
        """() => {
          document.querySelector("#uj-reader").showPopover();
          document.querySelector("[name=uj-with][value=farming]").click();
          document.querySelector("a.uj-term").focus({ focusVisible: true });
          return document.getAnimations().map(({ effect }) => effect.target.className);
        }"""
    )
    expect(card(page)).to_be_visible()
    assert (moving, chosen(page)) == ([], {"with": "farming"})


DIFFERENCE = """async (pictures) => {
  const [one, other] = await Promise.all(pictures.map(async (picture) => {
    const image = new Image();
    image.src = "data:image/png;base64," + picture;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height).getContext("2d");
    canvas.drawImage(image, 0, 0);
    return canvas.getImageData(0, 0, image.width, image.height).data;
  }));
  return one.filter((part, index) => Math.abs(part - other[index]) > 64).length / one.length;
}"""
"""The share of a picture that another one shows in clearly different colours."""


def test_in_forced_colours_what_is_chosen_can_be_told(visit: Visit) -> None:
    pictures = []
    for asked in (CHOSEN, "?with=kitchen&for=legal"):
        page = visit(TERM + asked, forced_colors="active")
        shots = [page.locator(".uj-for > [data-department=sales]").screenshot()]
        shots.append(page.locator("[data-uj-choose-with=farming]").screenshot())
        control(page).click()
        labels = (panel(page).locator("label", has_text=name) for name in ("Farming", "Sales"))
        shots += [label.screenshot() for label in labels]
        pictures.append(shots)
    pairs = [[b64encode(one).decode() for one in pair] for pair in zip(*pictures, strict=True)]
    blank = page.context.new_page()
    shares = [blank.evaluate(DIFFERENCE, pair) for pair in pairs]
    assert [round(share, 3) for share in shares if share < 0.02] == []


def test_in_forced_colours_the_card_has_an_edge(visit: Visit) -> None:
    page = visit(forced_colors="active")
    word(page).focus()
    expect(card(page)).to_have_css("border-top-style", "solid")
    expect(card(page)).to_have_css("border-bottom-width", "1px")


def printed(page: Page, folder: Path) -> str:
    """Return the text of the page's PDF, as one line."""
    if not shutil.which("pdftotext"):
        reason = "no pdftotext: install Debian's package `poppler-utils`"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(reason)
    page.pdf(path=folder / "page.pdf")
    command = ["pdftotext", str(folder / "page.pdf"), "-"]
    return " ".join(subprocess.run(command, capture_output=True, text=True).stdout.split())


ON_PAPER = {
    "farming": "A scale that weighs each sack too light",
    "kitchen": "An oven that is always too hot",
    "sales": "Quotes lean towards one kind of customer",
    "legal": "A lean can be unlawful",
}
ON_SCREEN_ONLY = ["Read more", "Copy link", "Tell it with", "Show meanings", "I work in"]


@pytest.mark.parametrize("asked", ["", CHOSEN, "?with=sports&for=hr"])
def test_on_paper_stand_the_words_and_what_is_chosen(
    visit: Visit, tmp_path: Path, asked: str
) -> None:
    page = visit(TERM + asked)
    page.locator("a.uj-term").first.focus()
    expect(card(page)).to_be_visible()
    text = printed(page, tmp_path)
    expected = ["farming", "sales"] if asked == CHOSEN else list(ON_PAPER)
    assert [key for key in ON_PAPER if ON_PAPER[key] in text] == expected
    assert "Words on this page drift When the world moves away from what was learned." in text
    assert [words for words in ON_SCREEN_ONLY if words in text] == []


def test_a_printed_page_ends_with_the_meaning_of_its_words(visit: Visit, tmp_path: Path) -> None:
    ending = printed(visit(), tmp_path).split("Words on this page")[1]
    meanings = ["bias A lean in one direction.", "drift When the world moves away"]
    for meaning in (*meanings, "ML machine learning Learning from examples."):
        assert meaning in ending


def test_it_all_works_from_a_folder_without_a_server(browser: Browser, tmp_path: Path) -> None:
    site = build(write(tmp_path, files("", folders=False)))
    base = site.as_uri()
    context = browser.new_context(viewport={"width": 1000, "height": 700})
    page = context.new_page()
    seen = Seen(page, base)
    page.goto(f"{base}/index.html?with=farming&for=sales")
    word(page).focus()
    expect(card(page)).to_contain_text("A scale that weighs")
    expect(link(page, "Read more")).to_have_attribute("href", f"{base}/glossary/bias.html")
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/bias.html")
    assert (headings(page), chosen(page)) == (SHOWN[TERM], BOTH)
    choose(page, "Kitchen")
    page.goto(f"{base}/{STAGE.rstrip('/')}.html")
    assert (headings(page), chosen(page)) == (["Kitchen"], {"with": "kitchen", "for": "sales"})
    assert (seen.foreign, seen.complaints) == ([], [])
    context.close()


def test_no_other_host_is_asked_whatever_a_reader_opens(visit: Visit, reading: str) -> None:
    page = visit()
    seen = Seen(page, reading)
    page.goto(f"{reading}/{CHOSEN}")
    word(page).hover()
    expect(card(page)).to_be_visible()
    card(page).get_by_role("button").click()
    control(page).click()
    choice(page, "Kitchen").check()
    page.keyboard.press("Escape")
    link(page, "something else").click()
    expect(page.locator("h1")).to_contain_text("Other")
    page.wait_for_load_state("networkidle")
    assert (seen.foreign, seen.complaints) == ([], [])


WITHOUT = re.compile(r"/assets/unjargon/(?!reader\.)[a-z]+\.js$")
"""Our scripts, but for the one that has to come before the page."""
NOTE = """() => {
  const nodes = document.querySelectorAll("header *, main *");
  window.boxes = new Map([...nodes].map((node) => [node, node.getBoundingClientRect()]));
}"""
START = """async () => {
  const ours = document.querySelectorAll("script[src*='/unjargon/']");
  const scripts = [...ours].filter(({ src }) => !src.endsWith("/reader.js"));
  for (const old of scripts) {
    const script = document.createElement("script");
    script.src = old.src;
    await new Promise((resume) => {
      script.onload = resume;
      old.replaceWith(script);
    });
  }
  const moved = [];
  for (const [node, before] of window.boxes) {
    const now = node.getBoundingClientRect();
    const same = ["x", "y", "width", "height"].every((key) => now[key] === before[key]);
    if (!same && before.height) moved.push(`${node.localName}.${node.className}`);
  }
  return [scripts.some(({ src }) => src.endsWith("/unjargon/page.js")), moved];
}"""


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("path", ["", *SHOWN], ids=["home", "term", "stage", "project"])
def test_nothing_moves_when_the_scripts_start(
    visit: Visit, reading: str, path: str, width: int
) -> None:
    page = visit(viewport={"width": width, "height": 900})
    page.route(WITHOUT, lambda route: route.abort())
    page.goto(f"{reading}/{path}{CHOSEN}")
    page.wait_for_load_state("networkidle")
    page.evaluate(NOTE)
    page.unroute_all()
    assert page.evaluate(START) == [True, []]


class Slow(SimpleHTTPRequestHandler):
    """Serves a page in two parts, the second one when the first has been seen."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        page = source.read()
        cut = page.find(b'<form class="md-header__option"')
        if cut > 0:
            outputfile.write(page[:cut])
            outputfile.flush()
            time.sleep(1)
            page = page[cut:]
        outputfile.write(page)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the base class's name
        pass


PLACES = """
window.places = new Set();
(function look() {
  const control = document.querySelector(".uj-reader-button");
  if (control) {
    const { left, top } = control.getBoundingClientRect();
    window.places.add([left, top, Boolean(document.querySelector("main"))].join());
  }
  requestAnimationFrame(look);
})();
"""


@pytest.mark.parametrize("width", [390, 1440])
def test_the_control_stays_where_it_is_while_the_page_comes(
    browser: Browser, tmp_path: Path, width: int
) -> None:
    switch = "accent: custom, toggle: {icon: material/weather-night, name: Switch}}"
    settings = {"mkdocs.yml": files("")["mkdocs.yml"].replace("accent: custom}", switch)}
    site = build(write(tmp_path, files("") | settings))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Slow, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    page = browser.new_page(viewport={"width": width, "height": 700})
    page.add_init_script(PLACES)
    page.goto(f"http://127.0.0.1:{server.server_port}/")
    expect(page.locator("form.md-header__option label:visible")).to_have_count(1)
    places = [place.split(",") for place in page.evaluate("[...window.places]")]
    assert {whole for *_, whole in places} == {"false", "true"}
    assert len({(left, top) for left, top, _ in places}) == 1
    page.close()
    server.shutdown()


def test_a_page_with_20_words_grows_by_less_than_30_kb(example_site: Path) -> None:
    """The 20 words are those that most pages link."""
    guide = example_site / "guides/is-it-ready"
    html = (guide / "index.html").read_text("utf-8")
    names = sorted(set(re.findall(r'(?:src|href)="([./]*/assets/unjargon/[^"]+)"', html)))
    assert len(names) >= 5
    uses = json.loads((example_site / "linking.json").read_text("utf-8"))["terms"]
    words = sorted(uses, key=lambda term: -len(uses[term]))[:20]
    links = "".join(term_link(term, f"../../glossary/{term}/", "") for term in words)
    section = words_section(
        words, SITE.catalog.terms, "../../glossary/{}/".format, SITE.word_details
    )
    added = {name.rpartition("/")[2]: (guide / name).read_bytes() for name in names}
    added["HTML"] = (links + section + SITE.reader_control).encode()
    weights = {name: len(gzip.compress(one)) for name, one in added.items()}
    assert sum(weights.values()) < 30_000, weights

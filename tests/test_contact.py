"""Where readers ask and suggest: mails and issue forms with the right words in them."""

from __future__ import annotations

from html import unescape
from pathlib import Path
from re import search
from urllib.parse import unquote

import pytest
import yaml

from unjargon.addresses import Addresses
from unjargon.catalog import Catalog
from unjargon.contact import contact, contact_url, copyright_line, override
from unjargon.load import Layer, LayerFile
from unjargon.model import Term, Vocabulary
from unjargon.pages import Renderer

MAIL = "mailto:ml-team@example.com"
FORM = "https://git.example.com/words/issues/new?title={title}&description={body}%0A{url}"
BIAS = Term(term="bias", short="A lean: to one side.", plain="- One\n- *Two*, & three\n")


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        ("", ""),
        (
            MAIL,
            "mailto:ml-team@example.com?subject=Is%20this%20%22good%22%3F&body=50%20%25%0D%0A%26%20more"
            "%0D%0A%0D%0Ahttps%3A%2F%2Fwords.example.com%2Fglossary%2Fbias%2F",
        ),
        (
            f"{MAIL}?cc=editor@example.com",
            "mailto:ml-team@example.com?cc=editor@example.com"
            "&subject=Is%20this%20%22good%22%3F&body=50%20%25%0D%0A%26%20more"
            "%0D%0A%0D%0Ahttps%3A%2F%2Fwords.example.com%2Fglossary%2Fbias%2F",
        ),
        (
            f"{MAIL}?subject=Words:%20{{title}}",
            "mailto:ml-team@example.com?subject=Words:%20Is%20this%20%22good%22%3F",
        ),
        (
            FORM,
            "https://git.example.com/words/issues/new?title=Is%20this%20%22good%22%3F"
            "&description=50%20%25%0A%26%20more"
            "%0Ahttps%3A%2F%2Fwords.example.com%2Fglossary%2Fbias%2F",
        ),
        ("https://ask.example.com/words", "https://ask.example.com/words"),
    ],
)
def test_the_address_holds_the_words(option: str, expected: str) -> None:
    url = "https://words.example.com/glossary/bias/"
    assert contact(option, 'Is this "good"?', "50 %\n& more", url) == expected


def test_text_that_looks_like_a_gap_stays_text() -> None:
    assert contact(FORM, "{body}", "{url}", "{title}") == (
        "https://git.example.com/words/issues/new?title=%7Bbody%7D&description=%7Burl%7D"
        "%0A%7Btitle%7D"
    )


@pytest.mark.parametrize(
    ("option", "longest", "breaks"), [(MAIL, 2000, "\r\n\r\n"), (FORM, 8000, "\n")]
)
def test_a_long_text_loses_its_end_and_never_the_page(
    option: str, longest: int, breaks: str
) -> None:
    url = "https://words.example.com/glossary/bias/"
    address = contact(option, "bias", "ä" * 9000, url)
    assert longest - len("%C3%A4") < len(address) <= longest
    assert unquote(address).endswith(f"ä…{breaks}{url}")


@pytest.mark.parametrize(
    ("option", "message"),
    [
        (
            "ml-team@example.com",
            "contact: 'ml-team@example.com' should be mailto: and a mail address, or begin with "
            "https://",
        ),
        (
            "javascript:alert(1)",
            "contact: 'javascript:alert(1)' should be mailto: and a mail address, or begin with "
            "https://",
        ),
        (
            f"{MAIL}?subject={{word}}",
            "contact: {word} is not known (write {title}, {body} or {url})",
        ),
    ],
)
def test_a_wrong_option_is_named(option: str, message: str) -> None:
    with pytest.raises(ValueError, match=r"^contact: ") as raised:
        contact(option, "", "", "")
    assert str(raised.value) == message


def test_a_script_fills_the_word_in() -> None:
    assert contact_url("", "") == ""
    assert contact_url(MAIL, "https://words.example.com/") == (
        "mailto:ml-team@example.com?subject=Please%20explain%3A%20{word}"
        "&body=Where%20I%20met%20this%20word%3A%0D%0A%0D%0Ahttps%3A%2F%2Fwords.example.com%2F"
    )


def test_the_last_line_of_a_page_says_whom_to_ask() -> None:
    assert copyright_line(None, "", "") is None
    assert copyright_line("Ours.", "", "") == "Ours."
    assert copyright_line("Ours.", MAIL, "") == (
        'Ours. <span class="uj-ask">A word is unclear? <a href="mailto:ml-team@example.com'
        "?subject=A%20word%20is%20unclear&amp;body=The%20word%2C%20and%20the%20page%20where%20"
        'I%20met%20it%3A">Ask us.</a></span>'
    )
    assert copyright_line(None, 'https://ask.example.com/?"', "") == (
        '<span class="uj-ask">A word is unclear? '
        '<a href="https://ask.example.com/?&quot;">Ask us.</a></span>'
    )


def test_an_override_is_a_file() -> None:
    text = override("bias", BIAS)
    assert text == (
        "# glossary/bias.yml\n"
        "short: |-\n  A lean: to one side.\n"
        "plain: |-\n  - One\n  - *Two*, & three\n"
    )
    assert yaml.safe_load(text) == {"short": BIAS.short, "plain": BIAS.plain}


@pytest.mark.parametrize(
    ("layer", "said"),
    [
        (
            "starter",
            "What is unclear, and how would you say it?\r\n\r\n"
            "This file would say it in the site's own words:\r\n\r\n"
            "# glossary/bias.yml\r\nshort: |-\r\n  A lean: to one side.\r\n"
            "plain: |-\r\n  - One\r\n  - *Two*, & three\r\n\r\n\r\n",
        ),
        ("glossary", "What is unclear, and how would you say it?\r\n\r\n\r\n"),
    ],
)
def test_a_suggestion_for_a_starter_word_brings_its_file(layer: str, said: str) -> None:
    file = LayerFile(Layer(layer, Path(), layer), "bias.yml")
    catalog = Catalog({"bias": BIAS}, {}, {}, Vocabulary(), {("term", "bias"): file}, "en")
    addresses = Addresses(site_url="https://words.example.com/team")
    page = Renderer(catalog, addresses, MAIL).render("term", "glossary/bias/", id="bias")
    found = search(r'<a href="([^"]*)">Suggest a clearer wording</a>', page)
    assert found is not None
    assert unquote(unescape(found[1])) == (
        f"{MAIL}?subject=A clearer wording for: bias&body={said}"
        "https://words.example.com/team/glossary/bias/"
    )


def test_without_the_option_nothing_is_suggested() -> None:
    file = LayerFile(Layer("starter", Path(), "starter"), "bias.yml")
    catalog = Catalog({"bias": BIAS}, {}, {}, Vocabulary(), {("term", "bias"): file}, "en")
    page = Renderer(catalog, Addresses()).render("term", "glossary/bias/", id="bias")
    assert "Suggest" not in page

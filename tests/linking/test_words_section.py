"""The section that ends a page: exactly the linked words, safely, in the order of a dictionary."""

from __future__ import annotations

from collections.abc import Iterable

from linking_cases import glossary, matcher, page

from unjargon.linking import link_html, words_section

TERMS = [
    {"id": "variance", "term": "variance", "short": "How much answers jump about."},
    {"id": "llm", "term": "LLM", "expansion": "large <language> model", "short": "It guesses."},
    {"id": "bias", "term": "Bias & Co", "aliases": ["bias"], "short": 'A "skew" <b>& more</b>.'},
]
MACRO = '<a class="uj-term" data-term="bias" href="/g/bias/" aria-describedby="uj-word-bias">x</a>'


def section(term_ids: Iterable[str], href: str = "/g/{}/") -> str:
    return words_section(term_ids, glossary(TERMS), href.format)


def linked_terms(html: str, *, autolink: bool = True) -> tuple[str, ...]:
    return link_html(html, matcher(TERMS), page(autolink=autolink)).terms


def test_sorted_and_escaped() -> None:
    assert section(["variance", "llm", "bias"]) == (
        '\n<section class="uj-words" data-search-exclude aria-labelledby="uj-words-title">'
        '<h2 id="uj-words-title">Words on this page</h2><dl>'
        '<div class="uj-word"><dt><a href="/g/bias/">Bias &amp; Co</a></dt>'
        '<dd id="uj-word-bias">A &quot;skew&quot; &lt;b&gt;&amp; more&lt;/b&gt;.</dd></div>'
        '<div class="uj-word"><dt><a href="/g/llm/">LLM</a>'
        ' <span class="uj-expansion">large &lt;language&gt; model</span></dt>'
        '<dd id="uj-word-llm">It guesses.</dd></div>'
        '<div class="uj-word"><dt><a href="/g/variance/">variance</a></dt>'
        '<dd id="uj-word-variance">How much answers jump about.</dd></div>'
        "</dl></section>\n"
    )


def test_address_escaped() -> None:
    assert '<dt><a href="/g/?a=&quot;1&quot;&amp;id=bias">' in section(["bias"], '/g/?a="1"&id={}')


def test_order_of_linking_does_not_matter() -> None:
    assert section(["bias", "llm"]) == section(["llm", "bias"])


def test_nothing_linked_no_section() -> None:
    assert section([]) == ""


def test_each_linked_term_once_in_order_of_appearance() -> None:
    html = "<p>Variance, bias, variance.</p><h2>LLMs</h2><p>Bias again.</p>"
    assert linked_terms(html) == ("variance", "bias")


def test_links_by_macro_count() -> None:
    assert linked_terms(f"<p>{MACRO}, an LLM</p>") == ("bias", "llm")


def test_links_by_macro_count_where_nothing_else_is_linked() -> None:
    assert linked_terms(f"<p>{MACRO}, an LLM</p>", autolink=False) == ("bias",)


def test_links_by_macro_count_in_headings() -> None:
    assert linked_terms(f"<h2>{MACRO}</h2>") == ("bias",)


def test_links_by_macro_count_in_header_cells() -> None:
    assert linked_terms(f"<table><tr><th>{MACRO}</th></tr></table>") == ("bias",)


def test_links_by_macro_count_in_elements_that_opted_out() -> None:
    assert linked_terms(f'<p class="no-autolink">{MACRO}</p>') == ("bias",)


def test_own_links_of_an_author_have_no_card() -> None:
    assert linked_terms('<p><a href="/g/bias/">bias</a></p>') == ()

"""The policy allows what pages need, each by name or hash, and no more."""

from __future__ import annotations

import pytest

from unjargon.finished import read_page
from unjargon.policy import as_header, as_nginx, policy

# sha256 of `a()` and of `b{}`, by `printf 'a()' | openssl dgst -sha256 -binary | base64`.
A, B = (
    "'sha256-qVpDBgj7bpq5hMAcGp3AOc79J3Y1Z4HvySTwKrWDoy4='",
    "'sha256-7yqHVAesot11p6HczDsgKRipvI5UPgs97z80zNXlans='",
)
CASES = {
    "nothing": ("<p>Text", "script-src 'self'"),
    "inline-script": ("<script>a()</script>", f"script-src 'self' {A}"),
    "script-in-capitals": ("<SCRIPT defer>a()</SCRIPT >", f"script-src 'self' {A}"),
    "own-script": ("<script src=x.js></script>", "script-src 'self'"),
    "data-is-no-script": ('<script type="application/json">{}</script>', "script-src 'self'"),
    "script-elsewhere": ("<script src='https://e.org/x.js'></script>", "script-src 'self' https://e.org"),
    "script-of-any-scheme": ("<script src=//e.org:81/x></script>", "script-src 'self' https://e.org:81"),
    "script-in-a-comment": ("<!-- <script>a()</script> -->", "script-src 'self'"),
    "style-sheet": ("<style>b{}</style>", f"style-src 'self' {B}"),
    "style-of-an-element": ("<p style='b{}'>", f"style-src 'self' {B} 'unsafe-hashes'"),
    "style-elsewhere": ("<link rel=stylesheet href=https://e.org/x.css>", "style-src 'self' https://e.org"),
    "other-links-load-nothing": ("<link rel=canonical href=https://e.org/>", "style-src 'self'"),
    "picture-elsewhere": ("<img src=https://e.org/x.png>", "img-src 'self' data: https://e.org"),
    "frame": ("<iframe src=https://e.org/></iframe>", "frame-src https://e.org"),
    "form": ("<form action=https://e.org/></form>", "form-action 'self' https://e.org"),
    "a-link-is-followed-not-loaded": ("<a href=https://e.org/>x</a>", "img-src 'self' data:"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_what_is_allowed(name: str) -> None:
    page, expected = CASES[name]
    directive = expected.split()[0]
    rules = policy([read_page(page)]).split("; ")
    assert [rule for rule in rules if rule.split()[0] == directive] == [expected]


def test_all_pages_share_one_policy_whatever_their_order() -> None:
    pages = [read_page(f"<script>{one}</script>") for one in ("c()", "a()", "b()", "a()")]
    assert policy(pages) == policy(reversed(pages))
    assert policy(pages).count("sha256-") == 3


def test_as_servers_take_it() -> None:
    assert as_header("x 'self'") == "Content-Security-Policy: x 'self'\n"
    assert "\nadd_header Content-Security-Policy \"x 'self'\" always;\n" in as_nginx("x 'self'")

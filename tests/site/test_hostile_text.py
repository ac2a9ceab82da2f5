"""Text from YAML is data: whatever is typed, nothing of it runs and all of it is read as typed."""

from __future__ import annotations

import html
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sites import SMALL_SITE, build, write

pytestmark = pytest.mark.slow

ATTACKS = {
    "jinja-expression": "a {{ 7 * 191 }} b",
    "jinja-statement": "a {% for x in range(3) %}1337{% endfor %} b",
    "jinja-comment": "a {# gone #} b",
    "jinja-config": "{{ config.site_name }} and {{ environment }}",
    "snippet": 'a --8<-- "mkdocs.yml" b',
    "snippet-line": '--8<-- "mkdocs.yml"',
    "script": "<script>window.hit = 1</script> b",
    "handler": '<img src=x onerror="window.hit = 1"> b',
    "svg": "<svg onload=window.hit=1> b",
    "unclosed": '"><b onmouseover=window.hit=1 x="',
    "comment": "<!-- a --> b <!--",
    "fence": "```\na\n```\nb ~~~ c",
    "attribute-list": "a {: onclick=window.hit=1 } b { .x }",
    "entity": "&lt;script&gt;window.hit=1&lt;/script&gt;",
    "template-end": "</template></div></main> b",
    "table-and-heading": "| a | b |\n# c",
}
LINKS = {
    "javascript": "[a](javascript:window.hit=1)",
    "javascript-entity": "[a](java&#115;cript:window.hit=1)",
    "data": "[a](data:text/html,<script>window.hit=1</script>)",
    "relative": "[a](../../secret)",
    "reference": "[a][1]\n\n[1]: javascript:window.hit=1",
    "image": "![a](https://elsewhere.example/x.png)",
}


def yaml_text(text: str) -> str:
    return json.dumps(text)


def files(text: str) -> dict[str, str]:
    typed = yaml_text(text)
    analogy = (
        f"{{kitchen: {{story: {typed}, maps: {{{typed}: {typed}, b: c}}, breaks_when: {typed}}}}}"
    )
    return {
        "glossary/_vocabulary.yml": (
            f"topics: {{basics: {{title: {typed}, summary: {typed}}}}}\n"
            f"domains: {{kitchen: {{title: {typed}}}}}\n"
            f"departments: {{sales: {{title: {typed}}}}}\n"
        ),
        "glossary/attack.yml": (
            f"term: {yaml_text('zz ' + text)}\nlink: explicit\nexpansion: {typed}\n"
            f"aliases: [{typed}]\ntopic: basics\nshort: {typed}\nplain: {typed}\nwhy: {typed}\n"
            f"why_for: {{sales: {typed}}}\nexample: {typed}\nanalogies: {analogy}\n"
            f"misconceptions: [{{claim: {typed}, reality: {typed}}}]\n"
            f"confused_with: [{{term: bias, difference: {typed}}}]\nask: [{typed}]\n"
            f"technical: {typed}\nsay: {typed}\nsources: [{{title: {typed}}}]\nowner: {typed}\n"
            f"stages: [one]\n"
        ),
        "docs/lifecycle/one.yml": (
            f"title: {typed}\nquestion: {typed}\nsummary: {typed}\nafter: two\ngoal: {typed}\n"
            f"happens: {typed}\ninputs: [{typed}]\nroles: [{{role: {typed}, does: {typed}}}]\n"
            f"risks: [{{name: {typed}, sign: {typed}, mitigation: {typed}}}]\nask: [{typed}]\n"
            f"duration: {{plain: {typed}, low: 1, high: 2}}\nanalogies: {analogy}\n"
        ),
        "docs/lifecycle/two.yml": "title: Two\nquestion: Q\nsummary: S\nafter: one\n",
        "docs/projects/one.yml": (
            f"name: {typed}\nsummary: {typed}\nphase: idea\nstage: one\nproblem: {typed}\n"
            f"affects: {{sales: {typed}}}\nlimitations: [{typed}]\nteam: {typed}\n"
            f"contact: {{name: {typed}}}\n"
            f"metrics: [{{type: bias, value: 1, unit: {typed}, plain: {typed}}}, "
            f"{{type: bias, value: 2, plain: {typed}, segment: {typed}}}]\n"
            f"guardrails: [{{min: 2, outside: {typed}}}]\n"
            "history: [{date: 2026-01-31, value: 1}, {date: 2026-02-28, value: 3}]\n"
            f"difficulty: {{human: {{plain: {typed}, share: 9}}}}\nagreed_with: [{typed}]\n"
            f"goal: grow\nbenefit: {typed}\ntags: [{typed}]\nowner_role: {typed}\n"
            f"decision: {{what: {typed}, who: {typed}, review: {typed}, object: {typed}}}\n"
            f"gates: {{problem: {{state: open, evidence: {typed}}}}}\n"
            f"simple_solution: {{what: {typed}, result: {typed}}}\n"
            f"alternatives: [{{name: {typed}, cost: {typed}, why: {typed}}}]\n"
            f"scope: {{for: [{typed}], not_for: [{typed}]}}\nhow_it_works: {typed}\n"
            f"inputs: [{typed}]\noutput: {{what: {typed}, example: {typed}}}\n"
            f"datasets: [{{name: {typed}, plain: {typed}, origin: {typed}, owner: {typed}, "
            f"faults: [{typed}], could_also: [{typed}]}}]\n"
            f"cost: {{once: 1, plain: {typed}}}\nvalue: {{per_year: 2, how: {typed}}}\n"
            f"currency: {typed}\naccountable: {typed}\nfairness: {typed}\n"
            f"risks: [{{name: {typed}, sign: {typed}, mitigation: {typed}}}]\n"
            f"monitoring: {typed}\nmaintenance: {typed}\nstopped: {typed}\n"
            f"deliverables: [{{title: {typed}, due: 2026-01-31}}]\n"
            f"changes: [{{date: 2026-01-31, what: {typed}}}]\n"
            f"links: [{{title: {typed}, url: 'https://elsewhere.invalid/'}}]\n"
            f"faq: [{{question: {typed}, answer: {typed}}}]\n"
        ),
        "docs/projects/_goals.yml": (
            f"goals: {{grow: {{title: {typed}, summary: {typed}, owner: {typed}}}}}\n"
        ),
        "docs/sessions/one.yml": (
            f"title: {typed}\nminutes: 1\ngoal: {typed}\nbefore: {typed}\n"
            f"steps: [{{title: {typed}, minutes: 1, terms: [attack], stages: [one], "
            f"projects: [one], say: {typed}, ask: {typed}, notes: {typed}}}]\n"
        ),
        "docs/paths/one.yml": (
            f"title: {typed}\naudience: {typed}\nsummary: {typed}\noutcomes: [{typed}]\n"
            f"steps: [{{title: {typed}, minutes: 1, text: {typed}, terms: [attack], "
            f"check: {{ask: {typed}, answer: {typed}}}}}]\n"
        ),
        "docs/learn/further.yml": (
            f"works: {{one: {{title: {typed}, by: {typed}, kind: book, length: {typed}, "
            f"cost: free, audience: {typed}, why: {typed}, terms: [attack], stages: [one]}}}}\n"
        ),
        "docs/index.md": (
            '{{ term("attack") }} {{ term("bias", "x") }}\n\n{{ definition("attack") }}\n\n'
            '{{ analogy("attack", "kitchen") }}\n\n{{ lifecycle() }}\n\n{{ projects() }}\n\n'
            "{{ glossary() }}\n"
        ),
    }


@pytest.fixture(scope="module", params=ATTACKS | LINKS)
def attacked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, str]:
    """A site whose every text field holds an attack, and the attack."""
    text = (ATTACKS | LINKS)[request.param]
    folder = write(tmp_path_factory.mktemp("attack"), SMALL_SITE)
    return build(write(folder, files(text))), text


class Tags(HTMLParser):
    """Collects what could run or load: handlers, addresses, comments, text outside scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.suspects: list[str] = []
        self.text: list[str] = []
        self._script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._script = tag == "script"
        for name, value in attrs:
            address = name in ("href", "src", "action", "srcdoc", "data")
            # A heading's own anchor may be made of its text; it leads nowhere else.
            bad = address and re.match(r"\s*(javascript|data):|(?!#).*secret", value or "")
            loads = name == "src" and "elsewhere" in (value or "")
            if name.startswith("on") or bad or loads:
                self.suspects.append(f"{tag} {name}={value}")

    def handle_endtag(self, tag: str) -> None:
        self._script = self._script and tag != "script"

    def handle_comment(self, data: str) -> None:
        self.suspects.append(f"<!--{data}")

    def handle_data(self, data: str) -> None:
        if not self._script:
            self.text.append(data)
        elif "window.hit" in data:
            self.suspects.append(data)


def test_nothing_of_it_is_markup(attacked: tuple[Path, str]) -> None:
    """No tag, attribute, comment or evaluated template comes from the text."""
    site, _ = attacked
    for page in site.rglob("*.html"):
        tags = Tags()
        tags.feed(page.read_text("utf-8"))
        assert tags.suspects == [], page
        # 7 * 191; three times round a loop; what the snippet and the configuration hold
        assert not re.search(r"\b1337 b|133713371337|theme:|site_dir", " ".join(tags.text)), page


def test_plain_fields_show_what_was_typed(attacked: tuple[Path, str]) -> None:
    site, text = attacked
    page = (site / "glossary/attack/index.html").read_text("utf-8")
    lead = re.search(r'<p class="uj-lead">(.*?)</p>', page, re.DOTALL)
    assert lead
    assert html.unescape(lead[1]).split() == text.split()

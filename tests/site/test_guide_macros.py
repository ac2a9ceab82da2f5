"""What the macros of the guides write: roles, questions, a way to ask, form and slider."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sites import SMALL_SITE, build, run, write

pytestmark = pytest.mark.slow

CONTACT = "unjargon: {contact: 'mailto:ml@example.com'}"
TERM = "short: A word.\nplain: A word.\nlevel: essential\n"
SITE = SMALL_SITE | {
    "mkdocs.yml": SMALL_SITE["mkdocs.yml"].replace("unjargon: {}", CONTACT),
    "glossary/_vocabulary.yml": "departments: {sales: {title: Sales}, hr: {title: HR}}\n",
    "glossary/leak.yml": (
        f"term: leak\n{TERM}ask: [Where?, When?]\nstages: [train, watch]\n"
        "why_for: {sales: It *costs* you., hr: It costs us.}\n"
    ),
    "glossary/slope.yml": (
        f"term: slope\n{TERM}ask: [How steep?]\nstages: [watch]\nwhy_for: {{sales: You climb.}}\n"
    ),
    "glossary/useful.yml": (
        "term: rope\nshort: A rope.\nplain: A rope.\nask: [How long?]\nstages: [train]\n"
        "why_for: {sales: You fall.}\n"
    ),
    "docs/lifecycle/train.yml": (
        "title: Train\nquestion: What?\nsummary: Do.\nafter: watch\nask: [Is it <b>?]\n"
        "roles: [{role: Owner, does: Pays}, {role: User, does: Shows}]\n"
    ),
    "docs/lifecycle/watch.yml": (
        "title: Watch\nquestion: Well?\nsummary: See.\nafter: train\nask: [Why?, Who?]\n"
        "roles: [{role: Owner, does: Looks & decides}]\n"
    ),
}


def stage(number: int, stage_id: str, *questions: str) -> str:
    """Return a stage with its questions, as the macro writes it."""
    items = "".join(f"<li>{question}</li>" for question in questions)
    return (
        f'<div><dt><span class="uj-loop-number" aria-hidden="true">{number}</span>'
        f'<a href="../lifecycle/{stage_id}/">{stage_id.title()}</a></dt>'
        f"<dd><ul>{items}</ul></dd></div>"
    )


def asked(question: str, term: str, why: str) -> str:
    """Return a question that a term asks a department."""
    return (
        f'<p>{question} <span class="uj-asked-word"><a class="uj-term" data-term="{term}" '
        f'href="../glossary/{term}/" aria-describedby="uj-word-{term}">{term}</a></span></p>'
        f'<div class="uj-asked-why"><p>{why}</p></div>'
    )


def column(number: int, stage_id: str) -> str:
    """Return a stage's column head in the table of roles."""
    return (
        '<th scope="col"><span class="uj-loop-number" '
        f'aria-hidden="true">{number}</span><span class="uj-unseen">{stage_id.title()}</span></th>'
    )


def does(number: int, stage_id: str, text: str) -> str:
    """Return what a role does in a stage."""
    return f'<li><a href="../lifecycle/{stage_id}/">{number} {stage_id.title()}</a>: {text}</li>'


IN = '<td><span class="uj-in"><span class="uj-unseen">is in</span></span></td>'
LEAK = asked("Where?", "leak", "It <em>costs</em> you.")
SLOPE = asked("How steep?", "slope", "You climb.")
CASES = {
    "{{ questions() }}": (
        stage(1, "train", "Is it &lt;b&gt;?") + stage(2, "watch", "Why?", "Who?")
    ),
    '{{ questions(stage="watch") }}': stage(2, "watch", "Why?", "Who?"),
    '{{ questions("sales") }}': stage(1, "train", LEAK) + stage(2, "watch", SLOPE),
    '{{ questions("sales", stage="watch") }}': stage(2, "watch", SLOPE, LEAK),
    '{{ questions("hr", stage="train") }}': stage(
        1, "train", asked("Where?", "leak", "It costs us.")
    ),
    "{{ roles() }}": (
        '<table class="uj-roles"><thead><tr><th scope="col">Role</th>'
        f"{column(1, 'train')}{column(2, 'watch')}</tr></thead>"
        f'<tbody><tr><th scope="row">Owner</th>{IN}{IN}</tr><tr><td colspan="3"><ul>'
        f"{does(1, 'train', 'Pays')}{does(2, 'watch', 'Looks &amp; decides')}"
        "</ul></td></tr></tbody>"
        f'<tbody><tr><th scope="row">User</th>{IN}<td></td></tr><tr><td colspan="3"><ul>'
        f"{does(1, 'train', 'Shows')}</ul></td></tr></tbody></table>"
    ),
    'x {{ ask("A & B", body="Who?\\n*Why*?") }} y': (
        '<p>x <a href="mailto:ml@example.com?subject=A%20%26%20B&amp;body='
        'Who%3F%0D%0A%2AWhy%2A%3F%0D%0A%0D%0Apage%2F">the ML team</a> y</p>'
    ),
    'x {{ ask("A", text="*us*") }} y': '&amp;body=%0D%0A%0D%0Apage%2F">&#42;us&#42;</a> y</p>',
    "{{ decision_path() }}": (
        '<div class="uj-decide-end" data-search-exclude hidden>'
        '<div class="uj-decide-why"><p>These answers decide it:</p><ul></ul></div>'
        '<div class="uj-decide-bar"><div role="status">'
        '<p data-when="open"><span data-figure="answered"></span> of '
        '<span data-figure="asked"></span> questions answered.</p>'
        '<p data-when="decided" hidden>Your answers say: <strong data-figure="verdict"></strong>. '
        "The reasons stand above.</p></div>"
        '<button type="button" class="md-button" data-action="begin">Start again</button>'
        '<button type="button" class="md-button" data-action="print">Print</button></div>'
        '<script src="../assets/unjargon/decide.js" defer></script></div>'
    ),
    '{{ threshold_slider("<mails>", sought="urgent") }}': (
        '<p class="uj-line-said" role="status">With the line at <b data-figure="line"></b>, '
        'the model marks <b data-figure="marked"></b> &lt;mails&gt; as urgent. '
        'It finds <b data-figure="found"></b> of the <b data-figure="sought"></b> urgent '
        '&lt;mails&gt; and misses <b data-figure="missed"></b>. '
        'It raises <b data-figure="alarm"></b> false alarms. '
        'So <b data-figure="right"></b> of <b data-figure="all"></b> answers are right.</p>'
        '<details class="uj-line-table"><summary>The picture as a table</summary></details>'
        '<script src="../assets/unjargon/threshold.js" defer></script></div>'
    ),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write(tmp_path_factory.mktemp("guides"), SITE)
    write(folder, {"docs/page.md": "\n\n<!-- cut -->\n\n".join(CASES)})
    return build(folder)


@pytest.mark.parametrize("call", CASES)
def test_result(site: Path, call: str) -> None:
    parts = (site / "page/index.html").read_text("utf-8").split("<!-- cut -->")
    text = re.sub(r">\s+<", "><", parts[list(CASES).index(call)])
    whole = f'<dl class="uj-asked">{CASES[call]}</dl>' if "questions(" in call else CASES[call]
    assert whole in text


BARE = {
    'x {{ ask("A") }} y': "<p>x the ML team y</p>",
    "{{ roles() }}": '<p class="uj-gap">No role yet.</p>',
    "{{ questions() }}": '<p class="uj-gap">No question yet.</p>',
}


def test_a_site_without_contact_and_stages_says_so(small_site: Path) -> None:
    write(small_site, {"docs/index.md": "\n\n".join(BARE)})
    text = (build(small_site) / "index.html").read_text("utf-8")
    assert [found for found in BARE.values() if found in text] == list(BARE.values())


def test_wrong_ids_are_named(small_site: Path) -> None:
    write(small_site, SITE)
    write(
        small_site, {"docs/index.md": '{{ questions("sails") }}\n\n{{ questions(stage="wach") }}'}
    )
    built = run("mkdocs", "build", cwd=small_site)
    found = [line for line in built.stderr.splitlines() if line.startswith("ERROR   -  docs/")]
    assert found == [
        "ERROR   -  docs/index.md:1:1: unknown-id: no department 'sails' (did you mean 'sales'?)",
        "ERROR   -  docs/index.md:3:1: unknown-id: no stage 'wach' (did you mean 'watch'?)",
    ]

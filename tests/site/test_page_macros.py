"""What authors' macros write into pages, and what they say of a wrong id."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from sites import SMALL_SITE, build, run, write

pytestmark = pytest.mark.slow

SITE = {
    "glossary/_vocabulary.yml": (
        "topics: {data: {title: Data}}\n"
        "domains: {kitchen: {title: Kitchen}, farming: {title: Farming}}\n"
        "departments: {sales: {title: Sales}}\n"
    ),
    "glossary/training.yml": (
        "term: training\ntopic: data\nshort: Learning.\nplain: It learns.\n"
        "analogies:\n  kitchen:\n    story: A cook tastes.\n"
        "    maps: {the model: the cook, the data: the food}\n    breaks_when: A cook can smell.\n"
    ),
    "glossary/llm.yml": (
        "term: large language model\naliases: [LLM]\nshort: It writes.\nplain: It writes.\n"
    ),
    "docs/lifecycle/train.yml": "title: Train\nquestion: What?\nsummary: Do.\nafter: watch\n",
    "docs/lifecycle/watch.yml": "title: Watch\nquestion: Well?\nsummary: See.\nafter: train\n",
    "docs/projects/orders.yml": (
        "name: Predict orders\nsummary: Orders.\nphase: idea\nstage: watch\nproblem: Waste.\n"
        "contact: {name: Team}\n"
    ),
}

CASES = {
    'x {{ term("bias") }} y': (
        '<p>x <a class="uj-term" data-term="bias" href="glossary/bias/" '
        'aria-describedby="uj-word-bias">bias</a> y</p>'
    ),
    '{{ term("bias", "a *tilt* | [x](y) `z` <b> {{ 1 }} & \\"q\\"") }}': (
        'aria-describedby="uj-word-bias">a &#42;tilt&#42; &#124; &#91;x&#93;&#40;y&#41; '
        "&#96;z&#96; &#60;b&#62; &#123;&#123; 1 &#125;&#125; &#38; &#34;q&#34;</a>"
    ),
    '{{ term("llm", expand=true) }}, {{ term("llm", expand=true) }}': (
        'data-term="llm" href="glossary/llm/" aria-describedby="uj-word-llm">'
        "large language model &#40;LLM&#41;</a>, "
        '<a class="uj-term" data-term="llm" href="glossary/llm/" '
        'aria-describedby="uj-word-llm">large language model</a>'
    ),
    '{{ term("Biases") }}': 'aria-describedby="uj-word-bias">Biases</a>',
    '- item\n\n    {{ definition("bias") }}': '<div class="uj-definition"><p><strong><a',
    '{{ analogy("training", "kitchen") }}': "<tr><td>the model</td><td>the cook</td></tr>",
    "{{ lifecycle() }}": '<a href="lifecycle/watch/">',
    '{{ lifecycle("watch") }}': 'class="uj-lit" aria-current="step"><a href="lifecycle/watch/">',
    '{{ projects(stage="watch") }}': '<a href="projects/orders/">Predict orders</a>',
    '{{ projects(stage="train") }}': "No project at the moment.",
    '{{ glossary(topic="data") }}': '<dt><a href="glossary/training/">training</a></dt>',
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = write(tmp_path_factory.mktemp("macros"), SMALL_SITE | SITE)
    write(folder, {"docs/index.md": "\n\n<!-- cut -->\n\n".join(CASES)})
    return build(folder)


@pytest.mark.parametrize("call", CASES)
def test_result(site: Path, call: str) -> None:
    parts = (site / "index.html").read_text("utf-8").split("<!-- cut -->")
    text = parts[list(CASES).index(call)]
    assert CASES[call] in re.sub(r">\s+<", "><", text)


MISTAKES = {
    'Hello.\n\n{{ term("bais") }}\n': (3, "no term 'bais' (did you mean 'bias'?)"),
    '---\ntitle: A\n---\n\n{{ definition("bais") }}\n': (
        5,
        "no term 'bais' (did you mean 'bias'?)",
    ),
    '{{ analogy("training", "kitchin") }}': (
        1,
        "no domain 'kitchin' (did you mean 'kitchen'?)",
    ),
    '{{ analogy("training", "farming") }}': (
        1,
        "'training' has no analogy for 'farming' (known: kitchen)",
    ),
    '{{ analogy("trainning", "kitchen") }}': (
        1,
        "no term or stage 'trainning' (did you mean 'training'?)",
    ),
    'a\n\nb {{ lifecycle("watsh") }}': (3, "no stage 'watsh' (did you mean 'watch'?)"),
    '{{ projects(stage="watsh") }}': (1, "no stage 'watsh' (did you mean 'watch'?)"),
    "{{ term() }}": (
        1,
        "term: missing a required argument: 'name' (write term(name, text, expand))",
    ),
    '{{ projects(phase="prod") }}': (
        1,
        "no phase 'prod' (known: idea, design, development, production, retired)",
    ),
    '{{ glossary(topic="datta") }}': (1, "no topic 'datta' (did you mean 'data'?)"),
}


def test_wrong_ids_are_all_named_in_one_run(small_site: Path) -> None:
    write(small_site, SITE | {f"docs/p{index:02}.md": text for index, text in enumerate(MISTAKES)})
    built = run("mkdocs", "build", cwd=small_site)
    assert built.returncode == 1
    found = [line for line in built.stderr.splitlines() if line.startswith("ERROR   -  docs/")]
    assert [re.sub(r": (unknown-id|macro): ", ": ", line) for line in found] == [
        f"ERROR   -  docs/p{index:02}.md:{line}:1: {message}"
        for index, (line, message) in enumerate(MISTAKES.values())
    ]
    assert "Traceback" not in built.stderr

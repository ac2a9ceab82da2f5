"""A small site whose texts hold what files of all formats have to escape."""

from __future__ import annotations

from pathlib import Path

from sites import write
from unjargon.exports import Published
from unjargon.site import Settings, Site

FILES = {
    "glossary/_vocabulary.yml": (
        "topics: {running: {title: Running, summary: After the launch.}, trust: {title: Trust}}\n"
        "domains: {kitchen: {title: Kitchen}}\n"
        "departments: {sales: {title: Sales}}\n"
    ),
    "glossary/drift.yml": """
        term: drift
        aliases: ['=1+1', model drift]
        matches: [drifft, model drift]
        topic: running
        level: essential
        short: The world "moves on" & the model stays; =2+2 </script> is no formula.
        plain: |
          The *world* changes \\ the [model](https://example.com/?a=1&b=2) does not.

          - @first
          - second `code`
        why: Because figures fall.
        why_for: {sales: Ask when it was last checked.}
        example: "+49 is a prefix: \U0001f353"
        analogies:
          kitchen:
            story: A recipe for last year's flour.
            maps: {the world: the flour, the model: the recipe}
            breaks_when: Flour does not change overnight.
        confused_with: [{term: bias, difference: Bias is there from the *start*.}]
        broader: [change]
        related: [bias, change]
        learn_first: [model]
        formerly: [concept-drift]
        reviewed: 2026-02-01
        changes: [{date: 2026-01-31, what: Said more clearly.}]
        owner: ML team
        sources: [{title: A survey, url: 'https://example.com/survey'}]
    """,
    "glossary/bias.yml": "{term: bias, short: A lean., plain: A lean., topic: trust}",
    "glossary/change.yml": "{term: change, short: '-', plain: '-- no list', level: deep}",
    "glossary/llm.yml": (
        "{term: LLM, expansion: large language model, short: Writes., plain: Writes., "
        "related: [old], waive: {style: zzwaived}}"
    ),
    "glossary/model.yml": "{term: model, short: What has learned., plain: It., broader: [change]}",
    "glossary/old.yml": (
        "{term: 'old [word]', short: Out of use., plain: Out., status: deprecated, "
        "replaced_by: model}"
    ),
    "glossary/secret.yml": "{term: zzdraft, short: zzdraft., plain: zzdraft., status: draft}",
    "docs/lifecycle/run.yml": (
        "{title: Run, question: Does it hold?, summary: Using it., goal: Use., after: train}"
    ),
    "docs/lifecycle/train.yml": (
        "{title: Train, question: How?, summary: Learning., goal: Learn., after: run}"
    ),
    "docs/projects/spam.yml": (
        "{name: 'Spam *filter*', summary: Sorts mail., phase: production, stage: run, "
        "problem: Spam., contact: {name: ML team}}"
    ),
    "docs/projects/hidden.yml": (
        "{name: zzhidden, summary: zzhidden, phase: production, stage: run, "
        "problem: zzhidden, contact: {name: ML team}, confidential: yes}"
    ),
}


def published(folder: Path, site_url: str = "https://words.example/ml/") -> Published:
    """Return that site."""
    write(folder, FILES)
    settings = Settings(
        *(folder, folder / "docs"),
        site_url=site_url,
        name="Plain & simple words of ML",
        description='ML in <plain> "words".',
    )
    return Site(settings).published

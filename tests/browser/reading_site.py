"""A small site that says little and all that a reader's choice can change: what the tests of cards
and of the reader's own terms read."""

from __future__ import annotations

SETTINGS = """\
site_name: Reading
site_url: {address}
use_directory_urls: {folders}
theme:
  name: material
  font: false
  features: [navigation.instant, navigation.tabs]
  palette:
    - {{media: '(prefers-color-scheme: light)', scheme: default, primary: custom, accent: custom}}
    - {{media: '(prefers-color-scheme: dark)', scheme: slate, primary: custom, accent: custom}}
plugins: [search, macros: {{modules: [unjargon], on_undefined: strict}}, unjargon: {{}}]
"""

VOCABULARY = """\
domains:
  kitchen: {title: Kitchen}
  farming: {title: Farming}
  sports: {title: Sports team}
departments:
  sales: {title: Sales}
  legal: {title: Legal and compliance}
  hr: {title: People and HR}
"""

STORY = """\
    story: {0}
    maps: {{a model: {1}, an error: a bad day}}
    breaks_when: {2}
"""


def told(**stories: tuple[str, str, str]) -> str:
    """Analogies as YAML, by domain."""
    return "analogies:\n" + "".join(f"  {key}:\n{STORY.format(*stories[key])}" for key in stories)


FARMING = ("A scale that weighs each sack too light.", "a scale", "Sacks do not complain.")
KITCHEN = ("An oven that is always too hot.", "an oven", "Ovens can be turned down.")

BIAS = """\
term: bias
short: A lean in one direction.
plain: A **lean** in one direction, every time. It can come with drift.
why_for:
  sales: Quotes lean towards *one* kind of customer.
  legal: A lean can be unlawful.
""" + told(kitchen=KITCHEN, farming=FARMING)

DRIFT = """\
term: drift
short: When the world moves away from what was learned.
plain: The world moves on, and bias may follow.
why_for: {legal: Last year's check may no longer hold.}
""" + told(kitchen=("A recipe for last season's flour.", "a recipe", "Flour is sold by the sack."))

ML = """\
term: ML
expansion: machine learning
short: Learning from examples.
plain: Learning from examples rather than from rules.
"""

STAGE = """\
title: Watch it
question: Does it still work?
summary: Somebody looks at it every week.
""" + told(kitchen=KITCHEN, farming=FARMING)

PROJECT = """\
name: Sort the mail
summary: Urgent mails come first.
phase: production
stage: watch
problem: Mails wait too long.
affects: {sales: Your leads are read sooner., legal: You decide what may be read.}
contact: {name: The mail team, url: 'mailto:mail@example.com'}
"""

HOME = (
    """\
# Home

First of all [something else](other.md), and then a word on ML, on bias, and at last on drift.

Some say [it is easier with farming](other.md?with=farming).

"""
    + "So it goes on and on, to fill a window.\n\n" * 30
)

OTHER = """\
# Other

[Back home](index.md). Our bias does not drift.
"""


def files(address: str, folders: bool = True) -> dict[str, str]:
    """Return the files of the site, which knows its own address, if it has one."""
    return {
        "mkdocs.yml": SETTINGS.format(address=address or "''", folders=str(folders).lower()),
        "docs/index.md": HOME,
        "docs/other.md": OTHER,
        "docs/lifecycle/watch.yml": STAGE,
        "docs/projects/mail.yml": PROJECT,
        "glossary/_vocabulary.yml": VOCABULARY,
        "glossary/bias.yml": BIAS,
        "glossary/drift.yml": DRIFT,
        "glossary/ml.yml": ML,
    }

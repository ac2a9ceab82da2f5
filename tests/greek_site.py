"""A site whose authors write Greek letters only, and say something in every field that pages show.

So whatever stands on its pages in other letters comes from the interface.
"""

from __future__ import annotations

from pathlib import Path

from sites import write
from unjargon.site import Settings, Site

STORY = (
    "  {0}:\n    story: Μυθος.\n    maps: {{αλφα: βητα, γαμμα: δελτα, μυ: νυ}}\n"
    "    breaks_when: Τελος.\n"
)
STORIES = "analogies:\n" + STORY.format("farming") + STORY.format("kitchen")
STAGE = """\
title: {0}
question: Τι;
summary: Πρωτα.
goal: Καλα.
after: {1}
happens: Παντα.
inputs: [Ενα]
activities: [Δυο]
outputs: [Τρια]
roles: [{{role: Χειριστης, does: Βλεπει.}}]
decisions: [{{what: Ναι;, who: Ολοι}}]
ask: [Ποτε;]
risks: [{{name: Λαθος, sign: Σημα., mitigation: Τελος.}}]
quality_checks: [Βλεμμα.]
duration: {{plain: Λιγο., low: 1, high: 3}}
cost: {{plain: Λιγο., low: 2, high: {2}, yearly: {3}}}
loops_back_to: [{{stage: {1}, when: Λαθος.}}]
crisp_phase: Φαση
sources: [{{title: Βιβλιο}}]
"""
TERM = "term: {0}\nshort: {1}.\nplain: {1} και αλλο.\ntopic: words\nlevel: {2}\nstages: [frame]\n"
FULL_TERM = """\
expansion: Ωμεγα λεξη
aliases: [ωμ]
say: ωωω
why: Γιατι.
why_for: {sales: Πωληση., hr: Ανθρωπος.}
example: Ιδου.
misconceptions: [{claim: Παντα., reality: Ποτε.}]
confused_with: [{term: beta, difference: Αλλο.}]
ask: [Γιατι;]
technical: Ακριβως.
broader: [gamma]
related: [delta]
learn_first: [epsilon]
sources: [{title: Πηγη}]
owner: Γραφειο
reviewed: 2026-01-31
formerly: [old]
changes: [{date: 2026-02-01, what: Νεο.}]
"""
PROJECT = """\
name: {0}
summary: Εργο.
phase: {1}
stage: run
problem: Προβλημα.
contact: {{name: Ομαδα}}
"""
FULL_PROJECT = """\
in_use: partly
last_check_in: 2026-09-30
tags: [ετικετα]
goal: on-time
benefit: Οφελος.
affects: {sales: Λιγοτερο., hr: Περισσοτερο.}
decision: {what: Τι., who: Ποιος., review: Βλεμμα., object: Γραμμα.}
gates: {problem: {state: open, evidence: Μετρο.}, solution: {state: closed}}
simple_solution: {what: Κανονας., result: Λιγο.}
alternatives:
  - {name: Κανονας, cost: Λιγο, likelihood: high, robustness: low, why: Ναι., chosen: true}
  - {name: Τιποτα, likelihood: medium}
scope: {for: [Ναι], not_for: [Οχι]}
how_it_works: Ετσι.
inputs: [Αριθμος]
output: {what: Αριθμος, example: Ιδου.}
datasets:
  - {name: Λιστα, plain: Σειρες., origin: Γραφειο., owner: Ομαδα, condition: good, faults: [Κενο.],
     personal_data: no, could_also: [Αλλο.]}
  - {name: Γραμμα, personal_data: yes, condition: poor}
  - {name: Χαρτης, condition: unknown}
metrics:
  - {type: alpha, unit: '%', value: 5, plain: Πεντε., baseline: 4, target: 6, better: higher,
     date: 2026-03-01}
  - {type: alpha, unit: '%', value: 4, plain: Τεσσερα., segment: Νοτος}
  - {type: beta, value: 7, plain: Επτα., baseline: 7, target: 5, better: higher}
difficulty:
  obvious: {plain: Απλο., share: 60}
  ambiguous: {plain: Διπλο., share: 30}
  human: {plain: Ανθρωπος., share: 10}
guardrails: [{min: 10, outside: Τελος.}, {type: beta, min: 1, max: 9, outside: Τελος.}]
history: [{date: 2026-01-01, value: 3}, {date: 2026-02-01, value: 12}]
agreed_with: [Πωληση]
cost: {once: 1000, per_year: 200, plain: Ωρες.}
value: {per_year: 1900, how: Μετρο., years: 2, basis: measured}
currency: €
accountable: Διευθυντης
limitations: [Οριο.]
risks: [{name: Λαθος, sign: Σημα., mitigation: Τελος.}]
fairness: Ισα.
monitoring: Βλεμμα.
maintenance: Ομαδα.
team: Ομαδα
owner_role: Διευθυντης
deliverables:
  - {title: Πρωτο, due: 2026-01-31, done: 2026-02-14}
  - {title: Δευτερο, due: 2026-11-13}
  - {title: Τριτο}
dates: {start: 2025-09-01, live: 2026-03-01, reviewed: 2026-06-30, next_review: 2026-12-31}
changes: [{date: 2026-04-01, what: Νεο.}]
links: [{title: Σελιδα, url: 'https://a.example/'}]
faq: [{question: Ποτε;, answer: Τωρα.}]
"""
WORK = (
    "{{title: Εργο, by: Ομηρος, kind: {0}, length: λιγο, cost: {1}, audience: ολους, why: Ναι.{2}}}"
)
FILES = {
    "docs/index.md": "# Αρχη\n",
    "docs/guides/odos.md": "---\ntitle: Οδος\n---\n\nΚειμενο.\n",
    "glossary/_vocabulary.yml": (
        "domains: {farming: {title: Αγρος}, kitchen: {title: Κουζινα}}\n"
        "departments: {sales: {title: Πωληση}, hr: {title: Προσωπικο}}\n"
        "topics: {words: {title: Λεξεις, summary: Ολες.}}\n"
    ),
    "glossary/alpha.yml": TERM.format("ωμεγα", "Ωωω", "essential") + FULL_TERM + STORIES,
    "glossary/beta.yml": TERM.format("βητα", "Βββ", "useful") + "owner: Γραφειο\n",
    "glossary/gamma.yml": TERM.format("γαμμα", "Γγγ", "deep"),
    "glossary/delta.yml": TERM.format("δελτα", "Δδδ", "essential"),
    "glossary/epsilon.yml": TERM.format("εψιλον", "Εεε", "essential"),
    "glossary/zeta.yml": "term: ζητα\nshort: Ζζζ.\nplain: Ζζζ.\n",
    "glossary/eta.yml": TERM.format("ητα", "Ηηη", "deep")
    + "status: deprecated\nreplaced_by: zeta\n",
    "docs/lifecycle/frame.yml": STAGE.format("Αρχη", "run", 4, "false") + STORIES,
    "docs/lifecycle/train.yml": STAGE.format("Μεση", "frame", 9, "false")
    + "analogies:\n"
    + STORY.format("farming"),
    "docs/lifecycle/run.yml": STAGE.format("Τελος", "train", 5, "true"),
    "docs/projects/_goals.yml": (
        "goals:\n  on-time: {title: Εγκαιρα, summary: Παντα., owner: Διευθυντης}\n"
        "  easy: {title: Ευκολα}\n"
    ),
    "docs/projects/full.yml": PROJECT.format("Πληρες", "production") + FULL_PROJECT,
    "docs/projects/first.yml": PROJECT.format("Πρωτο", "idea") + "example: true\n",
    "docs/projects/made.yml": PROJECT.format("Μεσο", "development")
    + "in_use: no\ncost: {per_year: 500}\ncurrency: €\nwithhold: [value, goal, team, dates]\n"
    "deliverables: [{title: Παλι}]\n",
    "docs/projects/drawn.yml": PROJECT.format("Σχεδιο", "design")
    + "confidential: true\nguardrails: []\nalternatives: [{name: Οχι}]\n",
    "docs/projects/over.yml": PROJECT.format("Παλιο", "retired")
    + "stopped: Τελος.\nin_use: no\ncost: {once: 100}\ncurrency: €\n"
    "value: {per_year: 10, how: Μετρο., years: 1}\ndates: {start: 2024-01-15, end: 2025-01-31}\n",
    "docs/sessions/talk.yml": (
        "title: Ομιλια\nminutes: 95\ngoal: Γνωση.\nbefore: Πριν.\naudience: [sales]\n"
        "guides: [guides/odos.md]\nfurther: [one]\nsteps:\n"
        "  - {title: Ενα, minutes: 60, terms: [alpha], projects: [full], notes: Μιλα., ask: Τι;}\n"
        "  - {title: Δυο, minutes: 35, stages: [train], say: Ναι.}\n"
    ),
    "docs/sessions/short.yml": (
        "title: Λογος\nminutes: 1\ngoal: Γνωση.\nsteps: [{title: Ενα, minutes: 1, terms: [beta]}]\n"
    ),
    "docs/paths/way.yml": (
        "title: Οδος\naudience: ολους\nsummary: Πορεια.\noutcomes: [Γνωση.]\nassumes: [beta]\n"
        "steps:\n"
        "  - {title: Ενα, day: 1, minutes: 60, text: Ναι., terms: [gamma, delta, epsilon, alpha],\n"
        "     stages: [frame, train, run], projects: [full], guides: [guides/odos.md],\n"
        "     check: {ask: Τι;, answer: Αυτο.}}\n"
    ),
    "docs/paths/other.yml": (
        "title: Αλλη οδος\naudience: λιγους\nsummary: Πορεια.\noutcomes: [Γνωση.]\n"
        "steps: [{title: Ενα, minutes: 2, terms: [zeta]}]\n"
    ),
    "docs/learn/further.yml": "works:\n"
    + f"  one: {WORK.format('book', 'free', ', terms: [alpha], stages: [frame], year: 2020')}\n"
    + f"  two: {WORK.format('course', 'paid', '')}\n"
    + f"  three: {WORK.format('article', 'partly free', '')}\n"
    + f"  four: {WORK.format('film', 'free', '')}\n"
    + f"  five: {WORK.format('tool', 'free', '')}\n",
}


# An id stands on a page where no stage has it; one letter is no word.
_ALONE = PROJECT.replace("stage: run", "stage: x")
BARE = {
    "docs/index.md": "# Αρχη\n",
    "glossary/zeta.yml": "term: ζητα\nshort: Ζζζ.\nplain: Ζζζ.\nstatus: draft\n",
    "glossary/eta.yml": "term: ητα\nshort: Ηηη.\nplain: Ηηη.\n",
    "glossary/nu.yml": "term: νυ\nshort: Ννν.\nplain: Ννν.\n",
    "docs/projects/_goals.yml": "goals: {on-time: {title: Εγκαιρα}}\n",
    "docs/projects/poor.yml": _ALONE.format("Ενα", "production")
    + """\
example: true
in_use: yes
goal: on-time
metrics:
  - {type: zeta, value: 5, plain: Πεντε., baseline: 6, better: higher}
  - {type: zeta, value: 4, plain: Τεσσερα., segment: Νοτος}
  - {type: eta, value: 4, plain: Τεσσερα., target: 3}
guardrails: [{max: 9, outside: Τελος.}, {type: nu, max: 9, outside: Τελος.}]
history: [{date: 2026-01-01, value: 3}, {date: 2026-02-01, value: 4}]
cost: {once: 1000}
currency: €
value: {per_year: 400, how: Μετρο., years: 2}
datasets: [{name: Λιστα, owner: Ομαδα, personal_data: no, condition: good}]
""",
    "docs/projects/silent.yml": _ALONE.format("Δυο", "production") + "example: true\n",
}
"""A site that leaves out most of what can be said."""


def site(
    folder: Path,
    language: str,
    files: dict[str, str] = FILES,
    *,
    confidential: bool = True,
) -> Site:
    """Read a site, its interface in a language, with everything that options can add."""
    write(folder, files)
    settings = Settings(
        folder,
        folder / "docs",
        language=language,
        contact="mailto:ml@a.example",
        confidential=confidential,
        preview=True,
        anki=True,
    )
    return Site(settings)

"""What fields of records and the words that they allow are called on pages, for the catalogues.

Ids and words of YAML are English whatever an author writes; what readers see of them is not.
"""

from __future__ import annotations

from unjargon.language import N_

WORDS = (
    *(N_("idea"), N_("design"), N_("development"), N_("production"), N_("retired")),
    *(N_("yes"), N_("partly"), N_("no"), N_("high"), N_("medium"), N_("low")),
    *(N_("good"), N_("fair"), N_("poor"), N_("unknown"), N_("estimated"), N_("measured")),
    *(N_("course"), N_("book"), N_("article"), N_("film"), N_("tool")),
    *(N_("free"), N_("paid"), N_("partly free")),
)
"""What fields say that have a choice of words, for the catalogues; pages show it in theirs."""

FIELDS = {
    "example": N_("example"),
    "in_use": N_("in use"),
    "last_check_in": N_("last check in"),
    "tags": N_("tags"),
    "goal": N_("goal"),
    "benefit": N_("benefit"),
    "affects": N_("affects"),
    "decision": N_("decision"),
    "gates": N_("gates"),
    "simple_solution": N_("simple solution"),
    "alternatives": N_("alternatives"),
    "scope": N_("scope"),
    "how_it_works": N_("how it works"),
    "inputs": N_("inputs"),
    "output": N_("output"),
    "datasets": N_("datasets"),
    "metrics": N_("metrics"),
    "difficulty": N_("difficulty"),
    "guardrails": N_("guardrails"),
    "history": N_("history"),
    "agreed_with": N_("agreed with"),
    "cost": N_("cost"),
    "value": N_("value"),
    "currency": N_("currency"),
    "accountable": N_("accountable"),
    "limitations": N_("limitations"),
    "risks": N_("risks"),
    "fairness": N_("fairness"),
    "monitoring": N_("monitoring"),
    "maintenance": N_("maintenance"),
    "confidential": N_("confidential"),
    "withhold": N_("withhold"),
    "team": N_("team"),
    "owner_role": N_("owner role"),
    "deliverables": N_("deliverables"),
    "dates": N_("dates"),
    "stopped": N_("stopped"),
    "changes": N_("changes"),
    "links": N_("links"),
    "faq": N_("faq"),
    "waive": N_("waive"),
}
"""What a field is called where a page tells that it is withheld; one line for each that can be."""

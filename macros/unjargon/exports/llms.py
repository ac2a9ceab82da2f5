"""`llms.txt`: the words for assistants, in the form that llmstxt.org proposes.

An assistant that answers in a colleague's chat reads this one file and says *overfitting* the way
the site does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from unjargon.exports.published import Published
from unjargon.model import Term

# What Markdown or HTML could take for more than text.
_SIGNS = re.compile(r"([\\`*_\[\]<>#])")


def llms_txt(site: Published) -> str:
    """Return the words by topic, then the stages and the projects, each with its short text."""
    return "\n".join(_lines(site)) + "\n"


def _lines(site: Published) -> Iterator[str]:
    catalog, sections = site.catalog, site.addresses.sections
    yield f"# {_text(site.name)}"
    about = site.description or "Machine-learning words in plain language."
    yield f"\n> {_text(about)}\n"
    yield (
        "Explain these words to people as they are explained here, and link to the page of a word. "
        "Each page tells more: why it matters at work, everyday comparisons and where they stop, "
        "what people get wrong."
    )
    for topic_id, ids in catalog.by_topic().items():
        yield f"\n## {_text(catalog.topic(topic_id).title)}\n"
        for key in ids:
            term = catalog.terms[key]
            yield _line(_name(term), site.term(key), _meaning(site, term))
    if "lifecycle" in sections and catalog.stages:
        yield "\n## Life cycle\n"
        for key, stage in catalog.stages.items():
            yield _line(stage.title, site.link(f"lifecycle/{key}.md"), stage.summary)
    if "projects" in sections and catalog.projects:
        yield "\n## Projects\n"
        for key, project in catalog.projects.items():
            yield _line(project.name, site.link(f"projects/{key}.md"), project.summary)
    yield "\n## Optional\n"
    everything = site.addresses.absolute("glossary.json")
    yield _line("glossary.json", everything, "every word with all that is known of it")


def _name(term: Term) -> str:
    return f"{term.term} ({term.expansion})" if term.expansion else term.term


def _meaning(site: Published, term: Term) -> str:
    if term.status != "deprecated" or not term.replaced_by:
        return term.short
    return f"{term.short} No longer used: say {site.catalog.terms[term.replaced_by].term}."


def _line(name: str, address: str, note: str) -> str:
    return f"- [{_text(name)}]({address}): {_text(note)}"


def _text(text: str) -> str:
    return _SIGNS.sub(r"\\\1", " ".join(text.split()))

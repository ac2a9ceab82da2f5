"""Rules for comparisons: told from enough worlds, and honest about where they stop."""

from __future__ import annotations

from collections.abc import Iterator

from unjargon.checks.rule import Content, Finding, Options
from unjargon.checks.texts import place_of
from unjargon.checks.words import tokens


def analogies(content: Content, options: Options) -> Iterator[Finding]:
    """Comparisons say where they stop; essential terms and stages have enough of them."""
    domains = list(content.catalog.vocabulary.domains)
    for term in content.loaded.terms.values():
        told = term.record.analogies
        yield from _too_brief(term, options)
        least = min(options["essential"], len(domains))
        if term.record.level == "essential" and len(told) < least:
            missing = ", ".join(domain for domain in domains if domain not in told)
            message = f"an essential term has analogies from {len(told)} of {len(domains)} domains"
            hint = f"at least {least}; not used yet: {missing}"
            yield Finding(place_of(term, ("analogies",)), message, hint)
    for stage in content.loaded.stages.values():
        yield from _too_brief(stage, options)
        missing_here = [domain for domain in domains if domain not in stage.record.analogies]
        if missing_here:
            message = f"no analogy from {', '.join(missing_here)}"
            # Nobody can write into the package; a file of the same name lies over its own.
            where = f", in {stage.id}.yml of your own" if stage.own.layer.is_starter else ""
            hint = f"add one from each{where}; a reader who chose that world finds nothing here"
            yield Finding(place_of(stage, ("analogies",)), message, hint)


def _too_brief(entry, options: Options) -> Iterator[Finding]:  # type: ignore[no-untyped-def]
    for domain, told in entry.record.analogies.items():
        count = len(tokens(told.breaks_when))
        if count < options["breaks_when"]:
            place = place_of(entry, ("analogies", domain, "breaks_when"))
            hint = f"at least {options['breaks_when']}; say where the comparison misleads"
            yield Finding(place, f"has {count} word{'' if count == 1 else 's'}", hint)

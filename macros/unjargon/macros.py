"""What an author can write in a page: `{{ term("bias") }}`, `{{ lifecycle() }}` …

A macro never raises: it notes what is wrong with page and line, so that all mistakes of all pages
come out in one run, and the build stops once every page was read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import wraps
from inspect import signature
from typing import Any, get_args

from unjargon.contact import contact
from unjargon.cost import cost_of
from unjargon.errors import Problem, nearest
from unjargon.forms import written_out
from unjargon.language import _, speaking
from unjargon.linking import term_link
from unjargon.model import Project, Stage, Term
from unjargon.page_problems import front_matter_lines, template_line
from unjargon.prose import attribute, inline
from unjargon.questions import questions
from unjargon.site import Site


class PageMacros:
    """The macros, as one page sees them.

    Args:
        site: Returns the site; asked at each call, since the configuration is read later.
        place: Returns the current page's source path, its address, and how many lines of front
            matter stand before its text.
    """

    def __init__(self, site: Callable[[], Site], place: Callable[[], tuple[str, str, int]]) -> None:
        self._site = site
        self._place = place
        self._expanded: set[tuple[str, str]] = set()

    def term(self, name: str, text: str = "", expand: bool = False) -> str:
        """Link a term here, whatever the linker would do.

        Args:
            name: Its id, or any of its names.
            text: The words to show; empty: the headword, or `name` if that is one of its names.
            expand: Whether an acronym is written out the first time on the page:
                `large language model (LLM)`.
        """
        site, (source, url, _) = self._site(), self._place()
        key = self._find("term", name, site.catalog.terms, site.catalog.find_term(name))
        if not key:
            return inline(text or name)
        term = site.catalog.terms[key]
        shown = text or (term.term if name == key else name)
        if expand and (source, key) not in self._expanded:
            self._expanded.add((source, key))
            shown = written_out(term)
        if term.link == "never" or not site.addresses.has("term"):
            return inline(shown)
        return term_link(key, site.addresses.href("term", key, url), inline(shown))

    def definition(self, name: str) -> str:
        """Show a term's short meaning in a box.

        Args:
            name: Its id, or any of its names.
        """
        site = self._site()
        key = self._find("term", name, site.catalog.terms, site.catalog.find_term(name))
        return self._block("_definition", term=site.catalog.terms[key], key=key) if key else ""

    def analogy(self, name: str, domain: str) -> str:
        """Tell a term or stage as a comparison.

        Args:
            name: Id or name of a term, or id of a stage.
            domain: Id of a domain: `kitchen`.
        """
        catalog = self._site().catalog
        # Ids before names: 'deploy' is a stage, and a word that the term 'deployment' claims.
        records: dict[str, Term | Stage] = {**catalog.stages, **catalog.terms}
        record = records.get(name) or records.get(catalog.find_term(name) or "")
        if record is None:
            self._find("term or stage", name, records)
            return ""
        if not self._find("domain", domain, catalog.vocabulary.domains):
            return ""
        if domain not in record.analogies:
            self._report(f"'{name}' has no analogy for '{domain}'", list(record.analogies))
            return ""
        return self._block("_analogy", domain=domain, told=record.analogies[domain])

    def lifecycle(self, stage: str = "", *, small: bool = False) -> str:
        """Show the stages of the life cycle as a wheel, one of them lit.

        Args:
            stage: Id of the stage to light; empty: none.
            small: Whether the wheel shows numbers and the lit stage's title only.
        """
        if stage and not self._find("stage", stage, self._site().catalog.stages):
            return ""
        return self._block("_lifecycle", lit=stage, small=small)

    def lifecycle_cost(self) -> str:
        """Show what the stages cost, on the way to the launch and in every year after it."""
        cost = cost_of(self._site().catalog.stages)
        if not cost.once:
            message = "lifecycle_cost: no stage says what it costs"
            self._problem("macro", message, "add cost to a stage")
            return ""
        return self._block("_cost", cost=cost)

    def projects(self, stage: str = "", phase: str = "") -> str:
        """Show projects as cards.

        Args:
            stage: Only those that are in this stage; empty: all.
            phase: Only those in this phase; empty: all.
        """
        catalog = self._site().catalog
        if stage and not self._find("stage", stage, catalog.stages):
            return ""
        if phase and not self._find("phase", phase, PHASES):
            return ""
        chosen = {
            key: project
            for key, project in catalog.projects.items()
            if stage in ("", project.stage) and phase in ("", project.phase)
        }
        return self._block("_projects", chosen=chosen)

    def glossary(self, topic: str = "", level: str = "") -> str:
        """List terms with their short meanings.

        Args:
            topic: Only those of this topic; empty: all.
            level: Only `essential`, `useful` or `deep` ones; empty: all.
        """
        catalog = self._site().catalog
        if topic and not self._find("topic", topic, catalog.vocabulary.topics):
            return ""
        if level and not self._find("level", level, LEVELS):
            return ""
        chosen = {
            key: term
            for key, term in catalog.terms.items()
            if topic in ("", term.topic) and level in ("", term.level)
        }
        return self._block("_glossary", chosen=chosen)

    def look_up(self) -> str:
        """Show a search box that leads to the glossary."""
        return self._block("_look_up")

    def word_of_the_day(self) -> str:
        """Show one essential word, another each day; the reader's browser chooses it."""
        catalog = self._site().catalog
        chosen = {key: term for key, term in catalog.terms.items() if term.level == "essential"}
        return self._block("_word_of_the_day", chosen=chosen or catalog.terms)

    def roles(self) -> str:
        """Show who is in at which stage of the life cycle, and what each does there."""
        return self._block("_roles", roles=self._site().catalog.roles())

    def questions(self, department: str = "", stage: str = "") -> str:
        """List questions worth asking the ML team, in the order of the life cycle.

        Args:
            department: Those that matter to this department; empty: each stage's own.
            stage: Only those of this stage; empty: all.
        """
        catalog = self._site().catalog
        if department and not self._find("department", department, catalog.vocabulary.departments):
            return ""
        if stage and not self._find("stage", stage, catalog.stages):
            return ""
        return self._block("_questions", asked=questions(catalog, department, stage))

    def ask(self, title: str, text: str = "", body: str = "") -> str:
        """Link words to where readers ask; without the option `contact`, show the words alone.

        Args:
            title: The subject that the mail or form begins with.
            text: The words to show; empty: "the ML team".
            body: The text that it begins with.
        """
        site, (_source, url, _offset) = self._site(), self._place()
        address = contact(site.settings.contact, title, body, site.addresses.absolute(url))
        with speaking(site.settings.language):
            shown = inline(text or _("the ML team"))
        return f'<a href="{attribute(address)}">{shown}</a>' if address else shown

    def decision_path(self) -> str:
        """Make a form of the checklist that it ends, and draw the conclusion from its answers."""
        return self._block("_decision_path")

    def threshold_slider(self, cases: str, sought: str) -> str:
        """Make a slider of the table before it, which moves the line between yes and no.

        Args:
            cases: What the model looks at: `mails`.
            sought: What those are that it should find: `urgent`.
        """
        return self._block("_threshold_slider", cases=cases, sought=sought)

    def checked(self, macro: Callable[..., str]) -> Callable[..., str]:
        """Return a macro that reports wrong arguments instead of raising into the page."""

        @wraps(macro)
        def call(*arguments: Any, **named: Any) -> str:
            try:
                signature(macro).bind(*arguments, **named)
            except TypeError as error:
                usage = f"write {macro.__name__}({', '.join(signature(macro).parameters)})"
                self._problem("macro", f"{macro.__name__}: {error}", usage)
                return ""
            return macro(*map(_plain, arguments), **{k: _plain(v) for k, v in named.items()})

        return call

    def _block(self, template: str, **context: Any) -> str:
        _, url, _ = self._place()
        return self._site().renderer.fragment(template, url, **context)

    def _find(
        self, kind: str, wanted: str, known: Iterable[str], found: str | None = None
    ) -> str | None:
        """Return the id that an author meant, or report that there is none."""
        ids = list(known)
        key = found or (wanted if wanted in ids else None)
        if not key:
            self._report(f"no {kind} '{wanted}'", ids, wanted)
        return key

    def _report(self, message: str, known: Sequence[str], wanted: str = "") -> None:
        hint = nearest(wanted, known) or f"known: {', '.join(known[:8]) or 'none yet'}"
        self._problem("unknown-id", message, hint)

    def _problem(self, rule: str, message: str, hint: str) -> None:
        source, _, offset = self._place()
        line = template_line() + offset
        shown = self._site().settings.shown(source)
        self._site().problems.append(Problem(shown, line, 1, rule, "", message, hint))


def _plain(argument: Any) -> Any:
    # `{{ term(1) }}` or an undefined variable is looked up as the text that it would print.
    return argument if isinstance(argument, bool) else str(argument)


PHASES = get_args(Project.model_fields["phase"].annotation)
LEVELS = get_args(Term.model_fields["level"].annotation)
NAMES = (
    "term",
    "definition",
    "analogy",
    "lifecycle",
    "lifecycle_cost",
    "projects",
    "glossary",
    "look_up",
    "word_of_the_day",
    "roles",
    "questions",
    "ask",
    "decision_path",
    "threshold_slider",
)
"""The macros that authors can use, in the order of the documentation."""


def define_env(env: Any) -> None:
    """Register the macros with mkdocs-macros; called once for each configuration.

    Args:
        env: The macros plugin, as mkdocs-macros hands itself over.
    """

    def site() -> Site:
        found: Site = env.conf.plugins["unjargon"].site
        return found

    def place() -> tuple[str, str, int]:
        page = env.page
        skipped = front_matter_lines(page.file.content_string, page.markdown or "")
        return page.file.src_uri, page.url, skipped

    macros = PageMacros(site, place)
    for name in NAMES:
        env.macro(macros.checked(getattr(macros, name)), name)

"""Begin the file of a session or a learning path: a whole small one, with gaps to fill."""

from __future__ import annotations

from unjargon.authoring.changes import Changes
from unjargon.authoring.new import id_of
from unjargon.authoring.sheet import as_yaml
from unjargon.authoring.sources import RefusalError, Sources
from unjargon.load.layers import name_fault

TEMPLATES = {
    "session": """\
title: {title}
# Departments that it was made for; leave it out for everyone.
audience: []
# The steps add up to it.
minutes: 20
# What the listeners can say or do afterwards.
goal:
# What you prepare.
before:
steps:
  - title: Where we begin
    minutes: 5
    # A slide of its own, in few words.
    say:
    # A slide with a question to the room.
    ask: What do you know about it, and from where?
    # Only the speaker's window shows them.
    notes:
  - title: The words
    minutes: 10
    # Each gets a slide, in this order.
    terms: []
    stages: []
    projects: []
    ask: Where in your work does this come up?
  - title: What we take with us
    minutes: 5
    ask: What will you do differently tomorrow?
guides: []
further: []
""",
    "path": """\
title: {title}
# Who it is for, in a few words.
audience:
summary:
# Each completes "You can …".
outcomes:
# Words that readers know already; all others are taught before they are needed.
assumes: []
steps:
  - title: Where we begin
    minutes: 10
    text:
    terms: []
    stages: []
    projects: []
    guides: []
    # A question, and its answer.
    check:
""",
}
"""The files that they begin with."""


def new_lesson(sources: Sources, kind: str, title: str) -> tuple[Changes, str]:
    """Return the file that a new session or path begins with, and how it is called.

    Args:
        sources: The content to add it to.
        kind: `session` or `path`.
        title: Its title.

    Raises:
        RefusalError: If there is such a file already, or no id can be made of the title.
    """
    name = " ".join(title.split())
    record_id = id_of(name)
    file = f"{record_id}.yml"
    if fault := name_fault(file, nested=False):
        raise RefusalError(f"'{record_id}' is no id ({fault})")
    folder = sources.settings.docs_dir / f"{kind}s"
    root = sources.settings.root
    shown = (folder / file).relative_to(root).as_posix() if folder.is_relative_to(root) else file
    if (folder / file).exists():
        raise RefusalError(f"{shown} exists already (choose another title)")
    changes = Changes(sources)
    changes.put(folder / file, TEMPLATES[kind].format(title=as_yaml(name)).encode())
    return changes, shown

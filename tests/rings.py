"""Stages for rings of any size, which tests of the drawing and of the browser share."""

from __future__ import annotations

from unjargon.model import LoopBack, Stage

STAGES = {
    "frame": ("Frame the problem", "What should get better, and for whom?", ()),
    "gather": ("Gather and understand data", "What do we know, and how good is it?", ("frame",)),
    "prepare": ("Prepare data", "Is it fit to learn from?", ("gather",)),
    "train": ("Build & train", "What can be learned from it?", ("prepare", "gather")),
    "evaluate": ("Evaluate", "Can we trust it?", ("train", "gather", "frame")),
    "deploy": ("Deploy", "How does it get into people's work?", ("prepare", "train")),
    "monitor": ("Monitor", "Is it still right?", ("deploy",)),
    "maintain": ("Maintain", "Mend it, renew it or let it go?", ("gather", "prepare", "train")),
}


def stages(count: int) -> dict[str, Stage]:
    """Return so many stages; a way back to a stage that is not there leads nowhere."""
    first = list(STAGES.items())[:count]
    more = [(f"more-{number}", STAGES["evaluate"]) for number in range(count - len(first))]
    return {
        key: Stage(
            title=title,
            question=question,
            summary="A stage.",
            loops_back_to=tuple(LoopBack(stage=back, when="It has to.") for back in backs),
        )
        for key, (title, question, backs) in first + more
    }


def address(stage_id: str) -> str:
    return f"../{stage_id}/?a&b"

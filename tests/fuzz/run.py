"""Fuzz one target with atheris: `python run.py loader -max_total_time=300`.

What it finds is left in `tests/fuzz/corpus/<target>/` as `crash-…`; the tests run it from then on.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["unjargon", "markdown_it"]):
    from targets import TARGETS

HERE = Path(__file__).parent


def main() -> None:
    """Run the target that is named first; the rest goes to libFuzzer."""
    target, *options = sys.argv[1:]
    corpus = HERE / "corpus" / target
    work = HERE.parents[1] / ".bench" / "corpus" / target
    work.mkdir(parents=True, exist_ok=True)
    options += [f"-artifact_prefix={corpus}/", "-timeout=20", "-print_final_stats=1"]
    atheris.Setup([sys.argv[0], *options, str(work), str(corpus)], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()

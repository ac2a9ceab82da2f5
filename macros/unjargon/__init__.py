"""Unjargon: a static site, made from YAML, that explains machine learning in plain words."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - installers can be told to look away
    raise SystemExit(
        "Unjargon needs Python 3.11 or newer; this is {}.{}.".format(*sys.version_info)
    )

from unjargon.macros import define_env

__all__ = ["define_env"]

"""Unjargon: a static site, made from YAML, that explains machine learning in plain words."""

from unjargon.macros import define_env

__all__ = ["define_env"]

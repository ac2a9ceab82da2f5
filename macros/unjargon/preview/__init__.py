"""A preview that outlives every mistake, and makes anew only what an edit touches."""

from unjargon.preview.server import Preview

__all__ = ["Preview"]

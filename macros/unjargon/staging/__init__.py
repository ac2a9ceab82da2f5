"""A finished site as Markdown files and a configuration, which other engines build."""

from unjargon.staging.configuration import configuration, left_out, theme_files
from unjargon.staging.folder import strangers, write_stage
from unjargon.staging.markdown import StagedPage, staged_markdown

__all__ = [
    "StagedPage",
    "configuration",
    "left_out",
    "staged_markdown",
    "strangers",
    "theme_files",
    "write_stage",
]

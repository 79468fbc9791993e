"""Changes between two documents for the callers of their clients, and the next version.

Everything that callers can use (methods, arguments, models, enums, error codes) forms a surface. Two surfaces are
compared; every change is breaking or not, and the most severe one decides the next version.
"""

from channelsmith.diff.changelog import (
    format_changes_json,
    format_changes_markdown,
    format_changes_text,
    is_sufficient,
    next_version,
)
from channelsmith.diff.compare import Change, Level, compare_surfaces
from channelsmith.diff.html import format_changes_html
from channelsmith.diff.surface import Surface, build_surface, load_surface

__all__ = [
    "Change",
    "Level",
    "Surface",
    "build_surface",
    "compare_surfaces",
    "format_changes_html",
    "format_changes_json",
    "format_changes_markdown",
    "format_changes_text",
    "is_sufficient",
    "load_surface",
    "next_version",
]

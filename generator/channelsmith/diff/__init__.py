"""What changed between two documents for the people who call their clients, and what the next version has to be.

Two surfaces (what callers can name: methods, arguments, models, members, error codes) are compared; every change is
breaking or not, the heaviest decides the next version, and a report tells people and programs.
"""

from channelsmith.diff.change import Change, Level
from channelsmith.diff.compare import compare
from channelsmith.diff.report import to_json, to_text
from channelsmith.diff.surface import Surface, surface
from channelsmith.diff.version import following

__all__ = ["Change", "Level", "Surface", "compare", "following", "surface", "to_json", "to_text"]

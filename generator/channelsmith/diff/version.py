"""The version that follows from a set of changes (Semantic Versioning)."""

import re
from collections.abc import Iterable
from typing import Final

from channelsmith.diff.change import Change, Level

_VERSION: Final = re.compile(r"v?(\d+)(?:\.(\d+))?(?:\.(\d+))?")


def following(version: str, changes: Iterable[Change]) -> str:
    """The next version after `version`; the same one when nothing changed, "" when `version` has no numbers to count.

    Before 1.0.0 a breaking change raises the second number and everything else the third.
    """
    found = _VERSION.match(version)
    level = max((change.level for change in changes), default=None)
    if found is None or level is None:
        return version if found else ""
    major, minor, patch = (int(part or 0) for part in found.groups())
    if major == 0:
        return f"0.{minor + 1}.0" if level is Level.BREAKING else f"0.{minor}.{patch + 1}"
    match level:
        case Level.BREAKING:
            return f"{major + 1}.0.0"
        case Level.ADDITION:
            return f"{major}.{minor + 1}.0"
        case Level.UNSEEN:
            return f"{major}.{minor}.{patch + 1}"

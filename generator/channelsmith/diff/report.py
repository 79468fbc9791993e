"""Changes for people and for programs."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Final

from channelsmith.diagnostics import printable
from channelsmith.diff.change import Change, Level

_TITLES: Final = {
    Level.BREAKING: "Breaking",
    Level.ADDITION: "Added",
    Level.UNSEEN: "Not seen by callers",
}


def to_text(changes: Sequence[Change], old: str, new: str) -> str:
    """A section for each weight, the heaviest first, and the version that follows; ready to be a changelog entry.

    Args:
        changes: in the order in which they are listed.
        old: the version before them.
        new: the version after them; "" when none can be told.
    """
    lines: list[str] = []
    for level in sorted(Level, reverse=True):
        found = [change for change in changes if change.level is level]
        if found:
            lines += [
                f"{_TITLES[level]}:",
                *(f"  * {printable(each.symbol)}: {printable(each.message)}" for each in found),
                "",
            ]
    if not changes:
        lines += ["Nothing changed for callers.", ""]
    lines.append(
        f"Next version: {new} (from {printable(old)})" if new else f"Next version: {printable(old)!r} has no next one"
    )
    return "\n".join(lines)


def to_json(changes: Sequence[Change], old: str, new: str) -> str:
    """An object: `breaking`, `version` (`from`, `to`, null when none can be told), `changes` in their order."""
    listed = [_to_dict(change) for change in changes]
    breaking = any(change.level is Level.BREAKING for change in changes)
    return json.dumps({"breaking": breaking, "version": {"from": old, "to": new or None}, "changes": listed}, indent=2)


def _to_dict(change: Change) -> dict[str, object]:
    members = asdict(change) | {"level": change.level.name.lower()}
    members["place"] = members.pop("location")
    return members

"""The changelog entry of a set of changes, and the next version."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Final

from packaging.version import InvalidVersion, Version

from channelsmith.diagnostics import dump_json, printable
from channelsmith.diff.compare import Change, Level

_TITLES: Final = {
    Level.BREAKING: "Breaking",
    Level.ADDITION: "Added",
    Level.UNSEEN: "Not visible to callers",
}


def next_version(version: str, changes: Iterable[Change]) -> str:
    """Return the next version (Semantic Versioning); the same one without changes, "" if `version` has no numbers.

    Before 1.0.0, a breaking change increments the second number and everything else the third.
    """
    try:
        current = Version(version.partition("-")[0])
    except InvalidVersion:
        return ""
    level = max((change.level for change in changes), default=None)
    if level is None:
        return version
    major, minor, patch = current.major, current.minor, current.micro
    if major == 0:
        return f"0.{minor + 1}.0" if level is Level.BREAKING else f"0.{minor}.{patch + 1}"
    match level:
        case Level.BREAKING:
            return f"{major + 1}.0.0"
        case Level.ADDITION:
            return f"{major}.{minor + 1}.0"
        case Level.UNSEEN:
            return f"{major}.{minor}.{patch + 1}"


def format_changes_text(changes: Sequence[Change], old: str, new: str) -> str:
    """Format changes as a changelog entry: a section for each level, the most severe first, and the next version.

    Args:
        changes: the changes, in the order in which they are listed.
        old: the previous version.
        new: the next version; "" if there is none.
    """
    lines: list[str] = []
    for level, title in _TITLES.items():
        if selected := [change for change in changes if change.level is level]:
            items = (f"  * {printable(change.symbol)}: {printable(change.message)}" for change in selected)
            lines += [f"{title}:", *items, ""]
    if not changes:
        lines += ["Nothing changed for callers.", ""]
    lines.append(
        f"Next version: {new} (from {printable(old)})" if new else f"Next version: unknown (from {printable(old)!r})"
    )
    return "\n".join(lines)


def format_changes_json(changes: Sequence[Change], old: str, new: str) -> str:
    """Format changes as an object: `breaking`, `version` (`from`, and `to`, which may be null), `changes`."""
    breaking = any(change.level is Level.BREAKING for change in changes)
    version = {"from": old, "to": new or None}
    return dump_json({"breaking": breaking, "version": version, "changes": list(map(_to_dict, changes))})


def _to_dict(change: Change) -> dict[str, object]:
    members: dict[str, object] = asdict(change)
    place = members.pop("location")
    return {**members, "level": change.level.name.lower(), "place": place}

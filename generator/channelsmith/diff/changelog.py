"""The changelog entry of a set of changes, and the next version."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from typing import Final

from packaging.version import InvalidVersion, Version

from channelsmith.diagnostics import dump_json, printable
from channelsmith.diff.compare import Change, Level

_TITLES: Final = ("Breaking", "Added", "Compatible", "Behaviour", "Not visible to callers")


def _title(change: Change) -> str:
    """Return the title of the section that a change is listed in."""
    match change.level:
        case Level.BREAKING:
            return "Breaking"
        case Level.ADDITION:
            return "Added" if change.rule.endswith("-added") else "Compatible"
        case Level.BEHAVIOR:
            return "Behaviour"
        case Level.UNSEEN:
            return "Not visible to callers"


def _sections(changes: Iterable[Change]) -> Iterator[tuple[str, list[Change]]]:
    """Yield title and changes of each section that has any, the most severe first."""
    listed = list(changes)
    for title in _TITLES:
        if selected := [change for change in listed if _title(change) == title]:
            yield title, selected


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
        case Level.ADDITION | Level.BEHAVIOR:
            return f"{major}.{minor + 1}.0"
        case Level.UNSEEN:
            return f"{major}.{minor}.{patch + 1}"


def format_changes_text(changes: Sequence[Change], old: str, new: str) -> str:
    """Format changes as a changelog entry: sections, the most severe first, and the next version.

    Args:
        changes: the changes, in the order in which they are listed.
        old: the previous version.
        new: the next version; "" if there is none.
    """
    lines: list[str] = []
    for title, selected in _sections(changes):
        items = (f"  * {printable(change.symbol)}: {printable(change.message)}" for change in selected)
        lines += [f"{title}:", *items, ""]
    if not changes:
        lines += ["Nothing changed for callers.", ""]
    lines.append(
        f"Next version: {new} (from {printable(old)})" if new else f"Next version: unknown (from {printable(old)!r})"
    )
    return "\n".join(lines)


def format_changes_markdown(changes: Sequence[Change], old: str, new: str) -> str:
    """Format changes as a section of a changelog in Markdown, with a note for the migration after each breaking change.

    Args:
        changes: the changes, in the order in which they are listed.
        old: the previous version.
        new: the version of the section; "" if it is unknown.
    """
    lines = [f"## {_escape(new) or 'Unreleased'}", ""]
    for title, selected in _sections(changes):
        lines += [f"### {title}", "", *(_markdown_item(change) for change in selected), ""]
    if not changes:
        lines += ["Nothing changed for callers.", ""]
    if notes := [note for change in changes if (note := _migration_note(change))]:
        lines += [f"### Migrating from {_escape(old)}", "", *dict.fromkeys(notes), ""]
    return "\n".join(lines).rstrip("\n")


def _markdown_item(change: Change) -> str:
    return f"* {_code(change.symbol)}: {_escape(change.message)}"


_MIGRATION: Final = {
    "method-removed": "remove the calls: this version has no such method.",
    "model-removed": "remove the uses of this class: nothing sends or returns it any more.",
    "type-removed": "remove the uses of this name.",
    "enum-removed": "remove the uses of this enum.",
    "part-removed": "remove the argument or the attribute.",
    "part-added": "pass it: a call without it is refused.",
    "option-removed": "remove the argument from the client's constructor.",
    "secret-needed": "pass the credentials to the client's constructor, or set its environment variables.",
    "positions-changed": "pass these arguments by name.",
    "required": "pass it wherever it was left out.",
    "optional": "expect that it is missing.",
    "alternatives-needed": "pass one of these groups completely.",
    "type-changed": "adapt the code that sets or reads it.",
    "returns-changed": "adapt the code that uses the result.",
    "base-removed": "do not use it in place of the class that it extended.",
    "limit-narrowed": "pass only values within the new limit.",
    "member-removed": "remove the comparisons with it; values that are received are still kept as text.",
    "member-changed": "use the member and not its value.",
}
"""Rule of a breaking change to what callers have to do."""


def _migration_note(change: Change) -> str:
    if change.level is not Level.BREAKING:
        return ""
    note = f"write {_code(change.renamed_to)} instead." if change.renamed_to else _MIGRATION[change.rule]
    return f"* {_code(change.symbol)}: {note}"


_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~])")


def _escape(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", printable(text))


def _code(text: str) -> str:
    return f"`{printable(text).replace('`', chr(39))}`"


def is_sufficient(version: str, required: str) -> bool:
    """Whether a version, or the release that it is a candidate of, is at least the required one.

    Raises:
        ValueError: one of them is not a version.
    """
    try:
        return Version(Version(version).base_version) >= Version(required.partition("-")[0])
    except InvalidVersion as error:
        raise ValueError(str(error)) from None


def format_changes_json(changes: Sequence[Change], old: str, new: str, chosen: str | None = None) -> str:
    """Format changes as an object: `breaking`, `version` (`from`, and `to`, which may be null), `changes`.

    With a chosen version, `version` has it too, and whether it is `sufficient`.
    """
    breaking = any(change.level is Level.BREAKING for change in changes)
    version: dict[str, object] = {"from": old, "to": new or None}
    if chosen is not None:
        version |= {"chosen": chosen, "sufficient": is_sufficient(chosen, new)}
    return dump_json({"breaking": breaking, "version": version, "changes": list(map(_to_dict, changes))})


def _to_dict(change: Change) -> dict[str, object]:
    members: dict[str, object] = asdict(change)
    place = members.pop("location")
    return {**members, "level": change.level.name.lower(), "place": place}

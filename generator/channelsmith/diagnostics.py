"""Diagnostics: problems as values, with a location and a hint, and their formatting."""

import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error stops the run, a warning does not, and an info is advice or a remark."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class SourceLocation:
    """A location in a file, whose name is as the user gave it; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        """``file:line:column``, which editors and terminals turn into a link."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A problem.

    ``rule`` is the id of the violated rule, ``hint`` says how to fix it, ``pointer`` is the JSON Pointer (RFC 6901) of
    the element in the document; ``location`` is None only where there is no file.
    """

    severity: Severity
    rule: str
    message: str
    hint: str = ""
    location: SourceLocation | None = None
    pointer: str = ""


class UnusableInput(Exception):  # noqa: N818 -- the name is part of the public interface
    """The input cannot be used; carries every problem (exit status 2)."""

    diagnostics: tuple[Diagnostic, ...]

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(*diagnostics)
        self.diagnostics = diagnostics

    def __str__(self) -> str:
        """The problems as text."""
        return format_text(self.diagnostics)


_VARYING = re.compile(r"'[^']*'|\"[^\"]*\"|\{[^{}]*\}|[0-9]+")
"""The parts of a message that differ between problems of one kind."""


def message_kind(message: str) -> str:
    """Return what the messages of one kind have in common: the text without names and numbers."""
    return _VARYING.sub("…", message)


def format_text(diagnostics: Iterable[Diagnostic], *, per_kind: int | None = None, group_errors: bool = False) -> str:
    """Format diagnostics as ``file:line:column: error: message [rule]``, with the hint on a line of its own.

    Of warnings that differ only in names and numbers, the first `per_kind` are shown, and the others counted; with
    `group_errors`, of errors too.
    """
    lines: list[str] = []
    kinds: Counter[tuple[str, str]] = Counter()
    for diagnostic in diagnostics:
        if per_kind is not None and (group_errors or diagnostic.severity is not Severity.ERROR):
            kind = (diagnostic.rule, message_kind(diagnostic.message))
            kinds[kind] += 1
            if kinds[kind] > per_kind:
                continue
        location = f"{printable(str(diagnostic.location))}: " if diagnostic.location else ""
        lines.append(f"{location}{diagnostic.severity}: {_shorten(diagnostic.message)} [{diagnostic.rule}]")
        if pointer := _visible_pointer(diagnostic):
            lines.append(f"    at: {_shorten(pointer)}")
        if diagnostic.hint:
            lines.append(f"    hint: {_shorten(diagnostic.hint)}")
    for (rule, _), count in kinds.items():
        if per_kind is not None and count > per_kind:
            lines.append(f"{count - per_kind} more like these [{rule}]; -v lists all")
    return "\n".join(lines)


_WIDE = 120  # columns


def _visible_pointer(diagnostic: Diagnostic) -> str:
    """The JSON Pointer of an element whose position says little, because a whole document is on one line."""
    location = diagnostic.location
    return diagnostic.pointer if location is not None and location.line == 1 and location.column > _WIDE else ""


def format_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Format diagnostics as a JSON array of objects; ``place`` is null or ``{file, line, column}``."""
    return dump_json([_to_dict(diagnostic) for diagnostic in diagnostics])


def _to_dict(diagnostic: Diagnostic) -> dict[str, object]:
    members: dict[str, object] = asdict(diagnostic)
    members["place"] = members.pop("location")
    return members


def dump_json(value: object) -> str:
    """Serialize JSON for standard output: in ASCII, and without anything that a CI service takes for a command."""
    return json.dumps(value, indent=2).replace("##", "#\\u0023")


_GITHUB_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_GITHUB_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_GITHUB_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def format_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Format diagnostics as GitHub workflow commands, which appear beside the line in a pull request."""
    return "\n".join(_github_command(diagnostic) for diagnostic in diagnostics)


def _github_command(diagnostic: Diagnostic) -> str:
    properties = {"title": diagnostic.rule}
    if location := diagnostic.location:
        properties |= {"file": location.file, "line": str(location.line), "col": str(location.column)}
    escaped = ",".join(f"{name}={printable(text).translate(_GITHUB_PROPERTY)}" for name, text in properties.items())
    pointer = _visible_pointer(diagnostic)
    details = {"at": pointer, "hint": diagnostic.hint}
    lines = [diagnostic.message, *(f"{name}: {text}" for name, text in details.items() if text)]
    data = "\n".join(map(_shorten, lines)).translate(_GITHUB_DATA)
    return f"::{_GITHUB_COMMAND[diagnostic.severity]} {escaped}::{data}"


_MAX_TEXT = 1_000  # characters of a message that are printed


def _shorten(text: str) -> str:
    return printable(text if len(text) <= _MAX_TEXT else f"{text[:_MAX_TEXT]}...")


_CI_COMMAND = re.compile(r"^(\s*):(?=:)|#(?=#\w*\[)")
"""What a CI service takes for a command: `::` at the beginning of a line, `##[` or `##vso[` anywhere."""


def printable(text: str) -> str:
    """Escape untrusted text for one line of output: control characters, bidirectional marks and CI commands."""
    if not text.isprintable():
        text = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
    return _CI_COMMAND.sub(lambda match: f"{match[1] or ''}\\x{ord(match[0][-1]):02x}", text)

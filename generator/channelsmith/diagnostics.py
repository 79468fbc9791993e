"""A problem is a value: what is wrong, where it stands, what to do about it."""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a problem is: an error stops the run, a warning does not, an info only tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class SourceLocation:
    """A place in a file, named as the user named the file; line and column count from 1."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        """``file:line:column``, the form editors and terminals make clickable."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem.

    ``rule`` is the short name of what was broken, ``hint`` says how to mend it, ``pointer`` is the JSON
    Pointer (RFC 6901) of the element in the document; ``location`` is None only where there is no file.
    """

    severity: Severity
    rule: str
    message: str
    hint: str = ""
    location: SourceLocation | None = None
    pointer: str = ""


class UnusableInput(Exception):  # noqa: N818 -- the name is part of the agreed surface
    """What the user gave can not be worked with; carries every problem found (exit code 2)."""

    diagnostics: tuple[Diagnostic, ...]

    def __init__(self, *diagnostics: Diagnostic) -> None:
        super().__init__(*diagnostics)
        self.diagnostics = diagnostics

    def __str__(self) -> str:
        """The problems as text, one after the other."""
        return format_text(self.diagnostics)


def format_text(diagnostics: Iterable[Diagnostic]) -> str:
    """Problems for people: ``file:line:col: error: message [rule]``, the hint on a line of its own."""
    lines: list[str] = []
    for diagnostic in diagnostics:
        where = f"{printable(str(diagnostic.location))}: " if diagnostic.location else ""
        lines.append(f"{where}{diagnostic.severity}: {_brief(diagnostic.message)} [{diagnostic.rule}]")
        if diagnostic.hint:
            lines.append(f"    hint: {_brief(diagnostic.hint)}")
    return "\n".join(lines)


def format_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Problems for programs: a JSON array of objects, ``place`` null or ``{file, line, column}``."""
    return safe_json([to_dict(diagnostic) for diagnostic in diagnostics])


def to_dict(diagnostic: Diagnostic) -> dict[str, object]:
    """The members of a diagnostic in JSON; the location is named ``place`` there."""
    members = asdict(diagnostic)
    members["place"] = members.pop("location")
    return members


def safe_json(value: object) -> str:
    """JSON for standard output: ASCII only, and nothing in it that a CI service takes for a command."""
    return json.dumps(value, indent=2).replace("##", "#\\u0023")


_GITHUB_COMMAND = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_GITHUB_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_GITHUB_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def format_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Problems as GitHub workflow commands, which show up beside the line in a pull request."""
    return "\n".join(_github_command(diagnostic) for diagnostic in diagnostics)


def _github_command(diagnostic: Diagnostic) -> str:
    properties = {"title": diagnostic.rule}
    if location := diagnostic.location:
        properties |= {"file": location.file, "line": str(location.line), "col": str(location.column)}
    escaped = ",".join(f"{name}={printable(text).translate(_GITHUB_PROPERTY)}" for name, text in properties.items())
    lines = [_brief(diagnostic.message), *([f"hint: {_brief(diagnostic.hint)}"] if diagnostic.hint else [])]
    data = "\n".join(lines).translate(_GITHUB_DATA)
    return f"::{_GITHUB_COMMAND[diagnostic.severity]} {escaped}::{data}"


def _brief(text: str) -> str:
    """A line of output that holds what others wrote, however long that is."""
    return printable(text if len(text) <= _LONGEST else f"{text[:_LONGEST]}...")


_LONGEST = 1_000
"""Most characters of a message that people get to see."""

_COMMAND = re.compile(r"^(\s*):(?=:)|#(?=#\w*\[)")
"""What a CI service takes for a command: `::` at the beginning of a line of output, `##[` or `##vso[` anywhere."""


def printable(text: str) -> str:
    """Text of others on one line of output: it moves no cursor, turns no writing around, and commands no CI service."""
    if not text.isprintable():
        text = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)
    return _COMMAND.sub(lambda found: f"{found[1] or ''}\\x{ord(found[0][-1]):02x}", text)

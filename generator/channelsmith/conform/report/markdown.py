"""The matrix as Markdown: operations down, what was tried across, a mark each for the sync and the async client."""

from collections.abc import Iterator, Sequence
from typing import Final

from channelsmith.conform.cells import FLAVOURS, Group, Report
from channelsmith.diagnostics import printable

_MARKS: Final = {"fails": "✗", "exception": "~", "conforms": "✓"}
"""The worst comes first: it is the one that a field with several cells shows."""
_NOTHING: Final = "·"
_GROUPS: Final[tuple[tuple[Group, str], ...]] = (
    ("requests", "What is sent"),
    ("answers", "Declared answers"),
    ("faults", "Fault classes"),
)
Key = tuple[str, str]


def markdown(report: Report) -> str:
    """The report as a Markdown document."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield f"# Conformance of {_text(report.client)}"
    yield ""
    yield f"{_text(report.title)}, against {_text(report.server)}."
    yield ""
    yield f"**{report.summary}**"
    yield ""
    yield "Each field has a mark for the sync and the async client: ✓ conforms, ✗ does not, ~ exception, · none."
    for group, title in _GROUPS:
        yield from _table(report, group, title)
    failing = [each for each in report.results if each.problems]
    if failing or report.strays:
        yield from ("", "## Not conforming", "")
        if report.strays:
            yield f"* {report.strays} requests belonged to no call"
        for each in failing:
            yield f"* `{_text(each.cell.id)}`: {_text('; '.join(each.problems))}"
    exceptions = list(report.exceptions)
    if exceptions:
        yield from ("", "## Exceptions", "")
        for name, reason in exceptions:
            yield f"* `{_text(name)}`: {_text(reason)}"


def _table(report: Report, group: Group, title: str) -> Iterator[str]:
    verdicts: dict[tuple[str, str, str], list[str]] = {}
    for result in report.results:
        cell = result.cell
        if cell.group == group:
            verdicts.setdefault((cell.method.id, cell.column, cell.flavour), []).append(result.verdict)
    for each in report.exempt:
        if each.group == group:
            verdicts.setdefault((each.operation, each.column, each.flavour), []).append("exception")
    if not verdicts:
        return
    columns = _columns(verdicts, group)
    yield from ("", f"## {title}", "")
    yield f"| operation | {' | '.join(columns)} |"
    yield f"| --- |{' :-: |' * len(columns)}"
    for operation in dict.fromkeys(key[0] for key in verdicts):
        fields = (
            "".join(_mark(verdicts.get((operation, column, flavour), ())) for flavour in FLAVOURS) for column in columns
        )
        yield f"| {_text(operation)} | {' | '.join(field.replace(_NOTHING * 2, _NOTHING) for field in fields)} |"


def _columns(verdicts: dict[tuple[str, str, str], list[str]], group: Group) -> list[str]:
    """In the order of the cells, but statuses by number."""
    found = list(dict.fromkeys(key[1] for key in verdicts))
    return sorted(found) if group == "answers" else found


def _mark(verdicts: Sequence[str]) -> str:
    return next((mark for verdict, mark in _MARKS.items() if verdict in verdicts), _NOTHING)


def _text(text: str) -> str:
    """A text that stays in its field, and can drive no terminal."""
    return printable(text).replace("|", "\\|").replace("`", "'").replace("<", "&lt;")

"""Results as Markdown and HTML for people, JSON for programs, JUnit XML for CI; and the list of cells as JSON."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final, cast

from channelsmith.conform.cases import FLAVOURS, GROUPS, Cell, Group, Report, Result
from channelsmith.conform.html_report import to_html
from channelsmith.conform.relay import Forward
from channelsmith.diagnostics import printable

_VERSION: Final = 2
"""Of the JSON formats, whose members are documented in the README."""
_MARKS: Final = {"fails": "✗", "not executable": "~", "conforms": "✓"}
"""The first that applies is shown in a field with several cells."""
_NO_MARK: Final = "·"
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _markdown_lines(report: Report) -> Iterator[str]:
    """The matrix: operations down, columns across, a mark each for the sync and the async client."""
    yield f"# Conformance of {_field(report.client)}"
    yield ""
    yield f"{_field(report.title)}, against {_field(report.server)}."
    yield ""
    yield f"**{report.summary}**"
    yield ""
    yield "Each field has a mark for the sync and the async client: ✓ conforms, ✗ does not, ~ not executable, · none."
    for group, title in GROUPS:
        yield from _table([result for result in report.results if result.cell.group == group], group, title)
    if not report.conforms:
        yield from ("", "## Not conforming", "")
        if report.strays:
            yield f"* {report.strays} requests belonged to no call"
        yield from (
            f"* `{_field(result.cell.id)}`: {_field('; '.join(result.problems))}"
            for result in report.results
            if result.problems
        )
    if not_executable := [result for result in report.results if result.verdict == "not executable"]:
        yield from ("", "## Not executable", "")
        yield from (f"* `{_field(result.cell.id)}`: {_field(result.reason)}" for result in not_executable)


def _table(results: Sequence[Result], group: Group, title: str) -> Iterator[str]:
    if not results:
        return
    verdicts: dict[tuple[str, str, str], list[str]] = {}
    for result in results:
        cell = result.cell
        verdicts.setdefault((cell.operation.id, cell.column, cell.flavour), []).append(result.verdict)
    columns = list(dict.fromkeys(key[1] for key in verdicts))
    columns = sorted(columns) if group == "answers" else columns
    yield from ("", f"## {title}", "")
    yield f"| operation | {' | '.join(columns)} |"
    yield f"| --- |{' :-: |' * len(columns)}"
    for operation in dict.fromkeys(key[0] for key in verdicts):
        fields = (
            "".join(_mark(verdicts.get((operation, column, flavour), ())) for flavour in FLAVOURS) for column in columns
        )
        yield f"| {_field(operation)} | {' | '.join(field.replace(_NO_MARK * 2, _NO_MARK) for field in fields)} |"


def _mark(verdicts: Sequence[str]) -> str:
    return next((mark for verdict, mark in _MARKS.items() if verdict in verdicts), _NO_MARK)


def _field(text: str) -> str:
    """A text that stays in its field, and cannot control a terminal."""
    return printable(text).replace("|", "\\|").replace("`", "'").replace("<", "&lt;")


def to_json(report: Report) -> str:
    """The report as JSON."""
    cells = [
        _describe(result.cell) | {"verdict": result.verdict, "problems": list(result.problems), "reason": result.reason}
        for result in report.results
    ]
    described = {"api": report.title, "client": report.client, "server": report.server, "conforms": report.conforms}
    return _dumps({"version": _VERSION, **described, "totals": report.totals, "cells": cells})


def list_to_json(title: str, cells: Sequence[Cell]) -> str:
    """Every cell as JSON, with the sandbox headers that trigger it and the expected outcome."""
    listed = [{**_describe(cell), **({"reason": cell.reason} if cell.reason else _plan(cell))} for cell in cells]
    return _dumps({"version": _VERSION, "api": title, "cells": listed})


def _describe(cell: Cell) -> dict[str, Any]:
    return {
        "id": cell.id,
        "operation": cell.operation.id,
        "method": cell.operation.call,
        "group": cell.group,
        "column": cell.column,
        "variant": cell.variant,
        "flavour": cell.flavour,
    }


def _plan(cell: Cell) -> dict[str, Any]:
    """`attempts` has the headers of each attempt, the last one for all that follow; null is done by the relay."""
    expected = cell.expected
    return {
        "about": cell.about,
        "request": {"method": cell.operation.method, "path": cell.operation.path},
        "attempts": [
            dict(step.headers) if isinstance(step, Forward) and step.edit is None and step.then is None else None
            for step in cell.steps
        ],
        "retries": cell.retries,
        "strict": cell.strict,
        "expected": {"requests": expected.requests, "error": expected.error or None, "drift": expected.drift},
    }


def _dumps(value: Any) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def to_junit(report: Report) -> str:
    """The report as JUnit XML: a suite for each operation, a case for each cell."""
    root = ET.Element("testsuites", _counts(report.results), name=_xml(f"conformance of {report.client}"))
    for operation, group in groupby(report.results, key=lambda result: result.cell.operation.id):
        results = list(group)
        suite = ET.SubElement(root, "testsuite", _counts(results), name=_xml(operation))
        for result in results:
            name = _xml(result.cell.id.partition("/")[2])
            seconds = f"{result.seconds:.3f}"
            case = ET.SubElement(suite, "testcase", classname=_xml(operation), name=name, time=seconds)
            if result.problems:
                failure = ET.SubElement(case, "failure", message=_xml(result.problems[0]))
                failure.text = _xml("\n".join(result.problems))
            elif result.reason:
                ET.SubElement(case, "skipped", message=_xml(result.reason))
    if report.strays:
        suite = ET.SubElement(root, "testsuite", tests="1", failures="1", errors="0", skipped="0", name="strays")
        case = ET.SubElement(suite, "testcase", classname="strays", name="every request belongs to a call", time="0")
        ET.SubElement(case, "failure", message=f"{report.strays} requests belonged to no call")
    ET.indent(root)
    return cast("bytes", ET.tostring(root, encoding="utf-8", xml_declaration=True)).decode() + "\n"


def _counts(results: Sequence[Result]) -> dict[str, str]:
    verdicts = [result.verdict for result in results]
    return {
        "tests": str(len(results)),
        "failures": str(verdicts.count("fails")),
        "errors": "0",
        "skipped": str(verdicts.count("not executable")),
        "time": f"{sum(result.seconds for result in results):.3f}",
    }


def _xml(text: str) -> str:
    """A text that XML can hold."""
    return _NOT_XML.sub("\ufffd", text)


WRITERS: Final[Mapping[str, Callable[[Report], str]]] = {
    "markdown": lambda report: "\n".join(_markdown_lines(report)) + "\n",
    "json": to_json,
    "junit": to_junit,
    "html": to_html,
}
"""By the name of the format."""

"""Results and listings as JSON; the members are told in the README and stay."""

import json
from typing import Any, Final

from channelsmith.conform.cells import Cell, Exempt, Plan, Report
from channelsmith.conform.traffic import Forward

VERSION: Final = 1


def machine(report: Report) -> str:
    """The report as JSON."""
    return _dumps(
        {
            "version": VERSION,
            "api": report.title,
            "client": report.client,
            "server": report.server,
            "conforms": report.conforms,
            "totals": report.totals,
            "cells": [
                *(
                    {
                        **_named(each.cell),
                        "verdict": each.verdict,
                        "problems": list(each.problems),
                        "reason": each.exempt,
                    }
                    for each in report.results
                ),
                *({**_exempt(each), "verdict": "exception", "problems": []} for each in report.exempt),
            ],
        }
    )


def listing(title: str, plan: Plan) -> str:
    """Every cell, how to bring it about with the sandbox's headers, and what should come of it."""
    cells = [{**_named(each), **_brought_about(each)} for each in plan.cells]
    return _dumps({"version": VERSION, "api": title, "cells": [*cells, *map(_exempt, plan.exempt)]})


def _named(cell: Cell) -> dict[str, Any]:
    return {
        "id": cell.id,
        "operation": cell.method.id,
        "method": cell.method.spoken,
        "group": cell.group,
        "column": cell.column,
        "variant": cell.variant,
        "flavour": cell.flavour,
    }


def _exempt(each: Exempt) -> dict[str, Any]:
    return {
        "id": each.id,
        "operation": each.operation,
        "method": each.spoken,
        "group": each.group,
        "column": each.column,
        "variant": each.variant,
        "flavour": each.flavour,
        "reason": each.reason,
    }


def _brought_about(cell: Cell) -> dict[str, Any]:
    """`attempts` has the headers of each attempt, the last one for all that follow; null is done by the relay."""
    expected = cell.expected
    return {
        "about": cell.about,
        "request": {"method": cell.method.operation.method, "path": cell.method.operation.path},
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

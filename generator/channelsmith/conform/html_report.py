"""Results as one HTML page that needs no other file: a matrix with filters, and the exchanges of every cell."""

import gzip
import json
import re
from base64 import b64encode
from collections.abc import Sequence
from importlib import resources
from typing import Any, Final

from channelsmith.conform.cases import GROUPS, Cell, Report, Result
from channelsmith.conform.relay import Exchange

_LONGEST_BODY: Final = 4000
"""Characters of a body that are shown."""
_SECRET_HEADERS: Final = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie"})
_TOKEN: Final = re.compile(r'("(?:access|refresh|id)_token"\s*:\s*")[^"]*')
_HIDDEN: Final = "***"


def to_html(report: Report) -> str:
    """Return the report as a page. Secrets are replaced, and the page neither loads nor sends anything."""
    data = {
        "api": report.title,
        "client": report.client,
        "server": report.server,
        "summary": report.summary,
        "groups": [{"id": group, "title": title, "sorted": group == "answers"} for group, title in GROUPS],
        "cells": [_describe(result, report) for result in report.results],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    parts = {
        "style": _read("report.css"),
        "script": _read("report.js"),
        "data": b64encode(gzip.compress(text.encode("utf-8", "replace"), mtime=0)).decode("ascii"),
    }
    return re.sub(r"\{\{ (\w+) \}\}", lambda match: parts[match[1]], _read("report.html"))


def _read(name: str) -> str:
    return (resources.files("channelsmith.conform") / "page" / name).read_text("utf-8")


def _describe(result: Result, report: Report) -> dict[str, Any]:
    cell = result.cell
    return {
        "id": cell.id,
        "operation": cell.operation.id,
        "group": cell.group,
        "column": cell.column,
        "flavour": cell.flavour,
        "verdict": result.verdict,
        "about": cell.about,
        "expected": _expectation(cell),
        "problems": list(result.problems),
        "reason": result.reason,
        "exchanges": [
            {
                "request": report.without_secrets(_request(exchange)),
                "response": report.without_secrets(_response(exchange)),
            }
            for exchange in result.exchanges
        ],
    }


def _expectation(cell: Cell) -> str:
    """Return the expected outcome in words."""
    expected = cell.expected
    requests = "1 request" if expected.requests == 1 else f"{expected.requests} requests"
    outcome = f"the client raises {expected.error}" if expected.error else "the client returns a value"
    drift = {"none": "no difference from the document is reported", "some": "a difference is reported", "any": ""}
    return "; ".join(filter(None, (requests, outcome, drift[expected.drift]))) + "."


def _request(exchange: Exchange) -> str:
    request = exchange.request
    first = f"{request.method} {request.target}" + ("" if exchange.is_own_host else "  (to another host)")
    return _message(first, request.headers, request.body)


def _response(exchange: Exchange) -> str:
    response = exchange.response
    return "none" if response is None else _message(str(response.status), response.headers, response.body)


def _message(first: str, headers: Sequence[tuple[str, str]], body: bytes) -> str:
    lines = [f"{name}: {_HIDDEN if name.lower() in _SECRET_HEADERS else value}" for name, value in headers]
    text = _TOKEN.sub(rf"\1{_HIDDEN}", body[: _LONGEST_BODY * 4].decode("utf-8", "replace"))
    rest = len(body) - len(body[: _LONGEST_BODY * 4])
    shown = text[:_LONGEST_BODY] + (f"\n... ({len(body):,} bytes)" if rest or len(text) > _LONGEST_BODY else "")
    return "\n".join([first, *lines, *(["", shown] if body else [])])

"""One entry for each request, as a line of text or of JSON, without anything secret, or that could drive a terminal."""

import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final
from urllib.parse import unquote, unquote_plus

from starlette.requests import Request

from channelsmith.diagnostics import printable
from channelsmith.document import Json
from channelsmith.sandbox.operations import Operation

LOGGER: Final = logging.getLogger("channelsmith.sandbox")
_HIDDEN: Final = "***"
_SHORT: Final = 4
"""Keys of fewer characters are not looked for in paths and values: they would be found everywhere."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One request and its answer."""

    time: float
    """When it came in, in seconds since 1970."""
    id: str
    """The `X-Request-Id` of the answer."""
    method: str
    path: str
    query: str
    """With the values of declared parameters only."""
    operation: str | None
    status: int | None
    """None where there was no answer: the connection was reset."""
    ms: float
    fault: str | None
    received: int | None
    """Bytes of the request's body, as far as they were read or announced."""
    sent: int | None
    """Bytes of the answer's body."""
    reason: str | None = None
    """What was wrong with the request, in the sandbox's own words."""

    def __str__(self) -> str:
        """As in `GET /v2/reports?kind=all 200 listReports`."""
        target = f"{self.path}?{self.query}" if self.query else self.path
        words = [self.method, target, str(self.status or "---"), self.operation or "-"]
        return printable(" ".join([*words, f"fault {self.fault}"] if self.fault else words))

    def data(self) -> dict[str, Json]:
        """As the members of a JSON object; `time` in ISO 8601, UTC."""
        return {
            "time": _iso(self.time),
            "id": self.id,
            "method": self.method,
            "path": self.path,
            "query": self.query,
            "operation": self.operation,
            "status": self.status,
            "ms": round(self.ms, 3),
            "fault": self.fault,
            "received": self.received,
            "sent": self.sent,
            "reason": self.reason,
        }


class JsonLines(logging.Formatter):
    """A line of JSON for each record: the members of its entry, else time, level and message."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        entry = getattr(record, "entry", None)
        if isinstance(entry, Entry):
            return json.dumps(entry.data())
        said = {"time": _iso(record.created), "level": record.levelname.lower(), "message": record.getMessage()}
        return json.dumps(said)


def is_no_request(record: logging.LogRecord) -> bool:
    """A filter for handlers that are to say nothing of requests."""
    return not hasattr(record, "entry")


def log(entry: Entry) -> None:
    """Logs an entry; handlers find it as the attribute `entry` of the record."""
    LOGGER.info("%s", entry, extra={"entry": entry})


def shown_target(request: Request, operation: Operation | None, secrets: Iterable[str]) -> tuple[str, str]:
    """Path and query of a request as they may be shown.

    Values of parameters that are not declared are hidden, and so are secrets wherever they stand.

    Args:
        request: the request.
        operation: what it asks for.
        secrets: the keys that are known.
    """
    raw_path: bytes = request.scope["raw_path"]
    query_string: bytes = request.scope["query_string"]
    path, query = raw_path.decode("latin-1"), query_string.decode("latin-1")
    hidden = [key for key in secrets if len(key) >= _SHORT]
    if any(key in unquote(path) for key in hidden):
        path = "/".join(_HIDDEN if any(key in unquote(part) for key in hidden) else part for part in path.split("/"))
    if not query:
        return path, ""
    declared = {
        parameter.name
        for parameter in (operation.parameters if operation is not None else ())
        if parameter.location == "query"
    }
    return path, "&".join(_pair(piece, declared, hidden) for piece in query.split("&") if piece)


def _pair(piece: str, declared: set[str], hidden: list[str]) -> str:
    name, equals, value = piece.partition("=")
    open_ = unquote_plus(name).partition("[")[0] in declared or unquote_plus(name) in declared
    if open_ and not any(key in unquote_plus(value) for key in hidden):
        return piece
    name = _HIDDEN if any(key in unquote_plus(name) for key in hidden) else name
    return f"{name}{equals}{_HIDDEN if equals else ''}"


def _iso(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

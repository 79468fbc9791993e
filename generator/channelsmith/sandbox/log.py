"""The request log: recent requests in memory, all of them on the logger and, optionally, in a file.

Entries contain no secrets, and nothing that could control a terminal.
"""

import json
import logging
import re
import time
import uuid
import weakref
from collections import deque
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from urllib.parse import unquote, unquote_plus

from starlette.requests import Request
from starlette.responses import Response

from channelsmith.diagnostics import printable
from channelsmith.document import Json
from channelsmith.sandbox.errors import REASON_HEADER
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.settings import Clock, SettingError

LOGGER: Final = logging.getLogger("channelsmith.sandbox")
REQUEST_ID: Final = "x-request-id"
_VALID_ID: Final = re.compile(r"[A-Za-z0-9._:-]{1,100}")
_MAX_ENTRIES: Final = 500
_HIDDEN: Final = "***"
_MIN_SECRET: Final = 4
"""Shorter keys are not hidden in paths and values: they would match everywhere."""


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One request and its response."""

    time: float
    """When the request arrived, in seconds since 1970."""
    id: str
    """The `X-Request-Id` of the response."""
    method: str
    path: str
    query: str
    """With the values of declared parameters only."""
    operation: str | None
    status: int | None
    """None where there was no response because the connection was reset."""
    ms: float
    fault: str | None
    received: int | None
    """Bytes of the request's body, as far as they were read or announced."""
    sent: int | None
    """Bytes of the response's body."""
    reason: str | None = None
    """What was wrong with the request."""

    def __str__(self) -> str:
        """The entry as in `GET /v2/reports?kind=all 200 listReports`."""
        target = f"{self.path}?{self.query}" if self.query else self.path
        words = [self.method, target, str(self.status or "---"), self.operation or "-"]
        return printable(" ".join([*words, f"fault {self.fault}"] if self.fault else words))

    def to_json(self) -> dict[str, Json]:
        """The entry as a JSON object; `time` in ISO 8601, UTC."""
        return {**asdict(self), "time": _iso(self.time), "ms": round(self.ms, 3)}


class JsonLines(logging.Formatter):
    """Formats each record as a line of JSON: the members of its entry, else time, level and message."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        entry = getattr(record, "entry", None)
        if isinstance(entry, LogEntry):
            return json.dumps(entry.to_json())
        message = {"time": _iso(record.created), "level": record.levelname.lower(), "message": record.getMessage()}
        return json.dumps(message)


def is_no_request(record: logging.LogRecord) -> bool:
    """A filter for handlers that leave out requests."""
    return not hasattr(record, "entry")


@dataclass(frozen=True, slots=True)
class StartedRequest:
    """A request that has arrived."""

    time: float
    id: str
    ticks: float


class RequestLog:
    """The log of one server; a file gets a line of JSON for each request. What it keeps in memory is bounded.

    Raises:
        SettingError: the file cannot be written.
    """

    def __init__(self, *, clock: Clock, secrets: Sequence[str] = (), path: Path | None = None) -> None:
        self._clock: Final = clock
        self._secrets: Final = tuple(key for key in secrets if len(key) >= _MIN_SECRET)
        self._entries: Final[deque[LogEntry]] = deque(maxlen=_MAX_ENTRIES)
        self._run: Final = uuid.uuid4().hex[:8]
        self.count = 0
        """The number of requests since the start."""
        try:
            self._file: Final = path.open("a", encoding="utf-8", buffering=1) if path is not None else None
        except OSError as error:
            message = f"log: cannot write {path}: {(error.strerror or str(error)).lower()}"
            raise SettingError(f"{message}\n    hint: name a file in a folder that exists") from None
        if self._file is not None:
            weakref.finalize(self, self._file.close)

    def begin(self, request: Request) -> StartedRequest:
        """Note the time of a request, and its id: the one that it has, or else a new one."""
        self.count += 1
        given = request.headers.get(REQUEST_ID, "")
        request_id = given if _VALID_ID.fullmatch(given) else f"{self._run}-{self.count}"
        return StartedRequest(self._clock(), request_id, time.perf_counter())

    def end(
        self,
        started: StartedRequest,
        request: Request,
        response: Response,
        operation: Operation | None,
        fault: str | None,
    ) -> None:
        """Log a response and set its id."""
        reason = response.headers.get(REASON_HEADER)
        response.headers[REQUEST_ID] = started.id
        path, query = self._target(request, operation)
        body = getattr(response, "body", None)
        entry = LogEntry(
            time=started.time,
            id=started.id,
            method=request.method,
            path=path,
            query=query,
            operation=operation.id if operation is not None else None,
            status=response.status_code or None,
            ms=(time.perf_counter() - started.ticks) * 1000,
            fault=fault,
            received=_size(request),
            sent=len(body) if response.status_code and body is not None else None,
            reason=reason,
        )
        self._entries.append(entry)
        LOGGER.info("%s", entry, extra={"entry": entry})
        if self._file is not None:
            self._file.write(f"{json.dumps(entry.to_json())}\n")

    def recent(self, limit: int = _MAX_ENTRIES) -> list[Json]:
        """The newest entries, newest first."""
        return [entry.to_json() for _, entry in zip(range(limit), reversed(self._entries), strict=False)]

    def clear(self) -> None:
        """Forget the entries in memory."""
        self._entries.clear()

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()

    def _target(self, request: Request, operation: Operation | None) -> tuple[str, str]:
        """Path and query of a request without secrets and without values of undeclared parameters."""
        raw_path: bytes = request.scope["raw_path"]
        query_string: bytes = request.scope["query_string"]
        path, query = raw_path.decode("latin-1"), query_string.decode("latin-1")
        if self._has_secret(unquote(path)):
            path = "/".join(_HIDDEN if self._has_secret(unquote(segment)) else segment for segment in path.split("/"))
        parameters = operation.parameters if operation is not None else ()
        declared = {parameter.name for parameter in parameters if parameter.location == "query"}
        return path, "&".join(self._pair(pair, declared) for pair in query.split("&") if pair)

    def _pair(self, pair: str, declared: set[str]) -> str:
        name, equals, value = pair.partition("=")
        plain = unquote_plus(name)
        if (plain in declared or plain.partition("[")[0] in declared) and not self._has_secret(unquote_plus(value)):
            return pair
        return f"{_HIDDEN if self._has_secret(plain) else name}{equals}{_HIDDEN if equals else ''}"

    def _has_secret(self, text: str) -> bool:
        return any(key in text for key in self._secrets)


def _size(request: Request) -> int | None:
    """Bytes of the body: those that were read, else those that were announced."""
    size = getattr(request.state, "body_size", None)
    if isinstance(size, int):
        return size
    length = request.headers.get("content-length", "")
    return int(length) if length.isascii() and length.isdecimal() and len(length) < 16 else None  # noqa: PLR2004


def _iso(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

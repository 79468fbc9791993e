"""The requests a server has had: the recent ones in memory, all of them in the log and, where asked for, in a file."""

import json
import re
import time
import uuid
import weakref
from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from channelsmith.document import Json
from channelsmith.sandbox.log import Entry, log, shown_target
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.problems import REASON_HEADER
from channelsmith.sandbox.settings import Clock, SettingError

REQUEST_ID: Final = "x-request-id"
_GIVEN: Final = re.compile(r"[A-Za-z0-9._:-]{1,100}")
_MOST: Final = 500


@dataclass(frozen=True, slots=True)
class Begun:
    """A request that has come in."""

    at: float
    id: str
    ticks: float


class History:
    """Notes requests. What it keeps in memory is bounded."""

    def __init__(self, *, clock: Clock, secrets: tuple[str, ...] = (), path: Path | None = None) -> None:
        """Starts empty.

        Args:
            clock: the time of day.
            secrets: what must not be shown.
            path: a file that gets a line of JSON for each request; it is added to.

        Raises:
            SettingError: the file can not be written.
        """
        self._clock: Final = clock
        self._secrets: Final = secrets
        self._entries: Final[deque[Entry]] = deque(maxlen=_MOST)
        self._run: Final = uuid.uuid4().hex[:8]
        self._count = 0
        try:
            self._file: Final = path.open("a", encoding="utf-8", buffering=1) if path is not None else None
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise SettingError(
                f"log: can not write {path}: {reason}\n    hint: name a file in a folder that exists"
            ) from None

        if self._file is not None:
            weakref.finalize(self, self._file.close)

    def begin(self, request: Request) -> Begun:
        """Notes the time, and the id that the request came with, else a new one."""
        self._count += 1
        given = request.headers.get(REQUEST_ID, "")
        name = given if _GIVEN.fullmatch(given) else f"{self._run}-{self._count}"
        return Begun(self._clock(), name, time.perf_counter())

    def end(
        self, begun: Begun, request: Request, response: Response, *, operation: Operation | None, fault: str | None
    ) -> None:
        """Notes the answer and gives it the id."""
        reason = response.headers.get(REASON_HEADER)
        response.headers[REQUEST_ID] = begun.id
        path, query = shown_target(request, operation, self._secrets)
        body = getattr(response, "body", None)
        entry = Entry(
            begun.at,
            begun.id,
            request.method,
            path,
            query,
            operation.id if operation is not None else None,
            response.status_code or None,
            (time.perf_counter() - begun.ticks) * 1000,
            fault,
            _size(request),
            len(body) if response.status_code and body is not None else None,
            reason,
        )
        self._entries.append(entry)
        log(entry)
        if self._file is not None:
            self._file.write(f"{json.dumps(entry.data())}\n")

    def recent(self, limit: int = _MOST) -> list[Json]:
        """The newest entries, newest first."""
        return [entry.data() for _, entry in zip(range(limit), reversed(self._entries), strict=False)]

    @property
    def count(self) -> int:
        """How many requests there have been."""
        return self._count

    def clear(self) -> None:
        """Forgets what is in memory."""
        self._entries.clear()

    def close(self) -> None:
        """Closes the file."""
        if self._file is not None:
            self._file.close()


def _size(request: Request) -> int | None:
    """Bytes of the body: those that were read, else those that were announced."""
    read = getattr(request, "_body", None)
    if isinstance(read, bytes):
        return len(read)
    said = request.headers.get("content-length", "")
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 16 else None  # noqa: PLR2004 -- a petabyte

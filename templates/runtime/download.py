"""A download on its way: what to ask for, what came, and going on after a break. No I/O but to the target."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Self

from .download_target import Place, Target
from .http.inflate import ENCODINGS, Inflater
from .http.messages import Response, TransportFailure
from .http.stream import receive, receive_async
from .partial_download import Partial
from .progress import OnProgress, Progress

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from types import TracebackType

    from .client import AsyncClient, SyncClient
    from .http.messages import Answer, Request
    from .http.protocols import AsyncStreamedResponse, StreamedResponse
    from .http.stream import Verdict
    from .operation import Call
    from .response.content import Content

_RANGE = re.compile(r"bytes\s+([0-9]{1,18})-[0-9]{1,18}/([0-9]{1,18}|\*)", re.IGNORECASE)
_OK = 200
_PARTIAL = 206
_UNSATISFIABLE = 416
_KEPT = 65_536
"""A body up to this many bytes is held back until it is known not to say failure."""


@dataclass(frozen=True, slots=True)
class Download:
    """What was written: to which path (None for an open file), how many bytes, and what the response said about it.

    False when the body was empty.
    """

    path: Path | None
    size: int
    media_type: str = ""
    status: int = _OK
    headers: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)

    def __bool__(self) -> bool:
        """False when empty."""
        return bool(self.size)


class Sink:
    """Takes the body of one call, over as many attempts as it needs, and counts what was transferred."""

    def __init__(self, target: Target, on_progress: OnProgress | None = None, *, resume: str = "") -> None:
        """`resume` names what is downloaded, to go on where another call stopped; "" begins at the beginning.

        Raises InvalidRequestError or OSError for a target that cannot be written.
        """
        self._partial = Partial(target, resume) if resume else None
        self._place = self._partial or Place(target)
        self._report = on_progress
        self._headers: Mapping[str, str] = {}
        self._status = _OK
        self._fault = ""
        self._taken = False
        self._reset()
        self._go_on()
        self._best = self._received

    def _reset(self) -> None:
        self._received = 0
        self._total: int | None = None
        self._validator = ""
        self._inflater = Inflater("")
        self._first: bytearray | None = bytearray()

    def _go_on(self) -> None:
        if self._partial and self._partial.size:
            self._received, self._validator, self._first = self._partial.size, self._partial.validator, None

    def __enter__(self) -> Self:
        """Enter a block at whose end nothing is left of what was not finished."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Clean up."""
        self._place.drop()

    def prepare(self, request: Request) -> Request:
        """The request of the next attempt: for what is missing, if the server said how to tell whether it changed."""
        said = {name.lower() for name, _ in request.headers}
        wanted = "identity" if self._partial else ENCODINGS  # half a compressed body is good for nothing
        more = [] if "accept-encoding" in said else [("Accept-Encoding", wanted)]
        if self._received and self._validator and request.method == "GET":
            more += [("Range", f"bytes={self._received}-"), ("If-Range", self._validator)]
        return replace(request, headers=(*request.headers, *more))

    def receive(self, response: StreamedResponse, headers: Mapping[str, str]) -> Answer | None:
        """See BodyReceiver."""
        return receive(response, headers, self)

    async def receive_async(self, response: AsyncStreamedResponse, headers: Mapping[str, str]) -> Answer | None:
        """See BodyReceiver."""
        return await receive_async(response, headers, self)

    def begin(self, status: int, headers: Mapping[str, str]) -> Verdict:
        """Decide about a body by its head."""
        self._fault, self._taken = "", False
        if status == _UNSATISFIABLE and self._received:
            return self._refuse("the server has no such range")
        if status // 100 != _OK // 100:
            return "read"
        start, total = 0, _number(headers.get("content-length", ""))
        if status == _PARTIAL:
            said = _RANGE.fullmatch(headers.get("content-range", "").strip())
            if said is None or int(said[1]) != self._received or self._changed(headers):
                return self._refuse("the server sent another range than was asked for")
            start, total = int(said[1]), _number(said[2])
        if not start:
            self._place.restart()
            self._reset()
            try:
                self._inflater = Inflater(headers.get("content-encoding", ""))
            except ValueError as error:
                return self._refuse(str(error))
            self._validator = _validator(headers)
            if self._partial:
                self._partial.remember("" if headers.get("content-encoding") else self._validator)
        self._status, self._headers, self._total, self._taken = status, headers, total, True
        return "take"

    def _changed(self, headers: Mapping[str, str]) -> bool:
        encodings = [each.get("content-encoding", "") for each in (self._headers, headers)]
        return bool(self._received) and (
            encodings[0] != encodings[1] or _validator(headers) not in {"", self._validator}
        )

    def _refuse(self, fault: str) -> Verdict:
        self._place.restart()
        self._reset()
        self._fault = fault
        return "drop"

    def write(self, data: bytes) -> None:
        """Take bytes as they were transferred."""
        if self._fault:
            return
        self._received += len(data)
        try:
            for plain in self._inflater.feed(data):
                self._keep(plain)
        except ValueError as error:
            self._refuse(str(error))

    def _keep(self, plain: bytes) -> None:
        if self._first is None:
            self._place.write(plain)
            return
        self._first += plain
        if len(self._first) > _KEPT:
            self._place.write(self._first)
            self._first = None

    def tell(self) -> None:
        """Report how far it is."""
        if self._report:
            self._report(Progress(received=self._received, total=self._total))

    def end(self) -> Answer | None:
        """The response without its body, or that it is not complete."""
        if self._fault:
            return TransportFailure("broken", self._fault)
        if not self._taken:
            return None
        if self._total is not None and self._received != self._total:
            missing = f"{self._received} of {self._total} bytes came"
            if self._received > self._total:
                self._refuse(missing)
            return TransportFailure("broken", missing)
        if not self._inflater.is_complete:
            return TransportFailure("broken", "the compressed body has no end")
        return Response(self._status, self._headers, bytes(self._first or b""))

    def made_progress(self) -> bool:
        """Whether the last attempt brought more than all before it."""
        before, self._best = self._best, max(self._best, self._received)
        return self._best > before

    def download(self) -> Download:
        """Everything came and is no failure: finish the target."""
        if self._first:
            self._place.write(self._first)
        self._place.keep()
        kind = self._headers.get("content-type", "").partition(";")[0].strip().lower()
        return Download(self._place.path, self._place.size, kind, self._status, self._headers)


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() else None


def _validator(headers: Mapping[str, str]) -> str:
    """What `If-Range` can be asked with: a strong ETag, else the date of the last change; "" when there is no way."""
    etag = headers.get("etag", "")
    if headers.get("accept-ranges", "").strip().lower() == "none":
        return ""
    return etag if etag and not etag.startswith("W/") else headers.get("last-modified", "")


def download_body(
    client: SyncClient,
    call: Call[Content],
    target: Target,
    *,
    on_progress: OnProgress | None = None,
    resume: bool = False,
) -> Download:
    """Perform a call and write its body to `target`, a path or an open binary file, in constant memory.

    A path gets the whole file or nothing. After a broken connection the download continues where it stopped, if the
    server supports it. With `resume` the part that was received is kept beside the path when the call fails or the
    process ends, and the same call with the same path continues there, if the content has not changed.

    Raises what `send` raises, and OSError when the target cannot be written.
    """
    with Sink(target, on_progress, resume=call.name if resume else "") as sink:
        client.drive(client.perform(call, sink))
        return sink.download()


async def download_body_async(
    client: AsyncClient,
    call: Call[Content],
    target: Target,
    *,
    on_progress: OnProgress | None = None,
    resume: bool = False,
) -> Download:
    """Perform a call and write its body to a path or an open binary file; see `download_body`."""
    with Sink(target, on_progress, resume=call.name if resume else "") as sink:
        await client.drive(client.perform(call, sink))
        return sink.download()

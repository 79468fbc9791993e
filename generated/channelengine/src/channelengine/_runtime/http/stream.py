"""Responses whose body is handed on piece by piece, through any HTTP library like httpx."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .messages import Answer
    from .protocols import AsyncStreamedResponse, StreamedResponse

WRITE_SIZE = 1_048_576
"""Bytes that an async client collects before it hands them to a thread, which may wait for the disk."""

Verdict = Literal["take", "read", "drop"]
"""What to do with a body: hand it on, read it into memory, or leave it where it is."""


class Receiver(Protocol):
    """Where a body goes."""

    def begin(self, status: int, headers: Mapping[str, str]) -> Verdict:
        """Look at a head."""
        ...

    def write(self, data: bytes) -> None:
        """Take the next bytes, still compressed."""
        ...

    def tell(self) -> None:
        """Report progress."""
        ...

    def end(self) -> Answer | None:
        """The body is over; None when it was not for the receiver."""
        ...


def receive(response: StreamedResponse, headers: Mapping[str, str], receiver: Receiver) -> Answer | None:
    """Hand a body on; None when the receiver does not want it, which then has been read."""
    read = response.is_stream_consumed
    match receiver.begin(response.status_code, _as_read(headers) if read else headers):
        case "take" if read:
            receiver.write(response.content)
            receiver.tell()
        case "take":
            for data in response.iter_raw():
                receiver.write(data)
                receiver.tell()
        case "read":
            response.read()
        case "drop":
            pass
    return receiver.end()


async def receive_async(
    response: AsyncStreamedResponse, headers: Mapping[str, str], receiver: Receiver
) -> Answer | None:
    """The same; the event loop does not wait for the disk."""
    read = response.is_stream_consumed
    match receiver.begin(response.status_code, _as_read(headers) if read else headers):
        case "take" if read:
            receiver.write(response.content)
            receiver.tell()
        case "take":
            await _collect(response, receiver)
        case "read":
            await response.aread()
        case "drop":
            pass
    return receiver.end()


async def _collect(response: AsyncStreamedResponse, receiver: Receiver) -> None:
    from asyncio import to_thread  # noqa: PLC0415 - slow to load, and a sync client has no use for it

    waiting: list[bytes] = []
    size = 0
    try:
        async for data in response.aiter_raw():
            waiting.append(data)
            size += len(data)
            if size >= WRITE_SIZE:
                ready, waiting, size = b"".join(waiting), [], 0
                await to_thread(receiver.write, ready)
                receiver.tell()
    except Exception:  # what has arrived before a break is not lost
        receiver.write(b"".join(waiting))
        raise
    await to_thread(receiver.write, b"".join(waiting))
    receiver.tell()


def _as_read(headers: Mapping[str, str]) -> Mapping[str, str]:
    """Headers without what was true of the body only while it was transferred."""
    return {name: value for name, value in headers.items() if name not in {"content-encoding", "content-length"}}

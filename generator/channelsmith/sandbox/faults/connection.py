"""Failures of the connection itself. They need the transport, which `lend_transport` passes to the application."""

import asyncio
import socket
import struct
from collections.abc import Callable, Mapping
from typing import Any, Final, cast

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from channelsmith.sandbox.errors import phrase

EXTENSION: Final = "channelsmith.transport"
"""The key in `scope["extensions"]` of the transport, an `asyncio.Transport`."""
_LINGER: Final = struct.pack("ii", 1, 0)


class ConnectionLost(ConnectionResetError):  # noqa: N818 -- named as its siblings of the standard library
    """Raised where a connection would fail, when the application is called in-process."""


class Reset(Response):
    """No response: the connection is reset (TCP RST)."""

    status_code = 0

    def __init__(self) -> None:
        super().__init__()
        self.status_code = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 -- as ASGI has it
        """Reset the connection; raise `ConnectionLost` where there is no socket."""
        transport = _transport(scope, "reset before any byte of the response")
        connection = transport.get_extra_info("socket")
        if connection is not None:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER)
        transport.abort()
        await _wait_for_disconnect(receive)


class Truncated(Response):
    """A response that ends in the middle of its body, or of its headers where it has none."""

    def __init__(self, response: Response) -> None:
        super().__init__(status_code=response.status_code)
        self.body = bytes(response.body)
        self.raw_headers = [pair for pair in response.raw_headers if pair[0].lower() not in _FRAMING]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the first half; raise `ConnectionLost` after it where there is no socket."""
        head, sent = self._head(scope), self.body[: len(self.body) // 2] if scope["method"] != "HEAD" else b""
        if EXTENSION not in (scope.get("extensions") or {}) and self.body:
            headers = [*self.raw_headers, (b"content-length", str(len(self.body)).encode())]
            await send({"type": "http.response.start", "status": self.status_code, "headers": headers})
            await send({"type": "http.response.body", "body": sent, "more_body": True})
        transport = _transport(scope, "closed in the middle of the response")
        transport.write(head + b"\r\n" + sent if sent else head[: len(head) // 2])
        transport.close()
        await _wait_for_disconnect(receive)

    def _head(self, scope: Scope) -> bytes:
        """Status line and headers, written here because a server would insist on the right length."""
        line = f"HTTP/{scope.get('http_version', '1.1')} {self.status_code} {phrase(self.status_code)}"
        lines = [line.encode()]
        lines += [name + b": " + value for name, value in self.raw_headers]
        return b"\r\n".join([*lines, f"content-length: {len(self.body)}".encode(), b"connection: close", b""])


_FRAMING: Final = frozenset({b"content-length", b"transfer-encoding", b"connection"})


def _transport(scope: Scope, what: str) -> asyncio.Transport:
    extensions: Mapping[str, Any] = scope.get("extensions") or {}
    transport = extensions.get(EXTENSION)
    if transport is None:
        raise ConnectionLost(f"the connection was {what} (in-process, this error is raised instead)")
    return cast("asyncio.Transport", transport)


async def _wait_for_disconnect(receive: Receive) -> None:
    """Wait until the server has noticed that the connection is closed, so that it does not expect a response."""
    message: Message = {}
    while message.get("type") != "http.disconnect":
        message = await receive()


def lend_transport(protocol: type[asyncio.Protocol]) -> type[asyncio.Protocol]:
    """A protocol class that passes its transport to the application, as an ASGI extension.

    Args:
        protocol: uvicorn's class for HTTP, over h11 or httptools; `app` is what it calls.

    Returns:
        A class to hand to `uvicorn.Config(http=...)`. A request that is cancelled, as when the server stops while an
        response is delayed, closes its connection without a traceback.
    """

    class Lending(protocol):  # type: ignore[misc, valid-type]  # the class is known at run time only
        app: ASGIApp

        def connection_made(self, transport: asyncio.BaseTransport) -> None:
            super().connection_made(transport)
            self.app = _lend(self.app, cast("asyncio.Transport", transport))

    return Lending


def _lend(app: ASGIApp, transport: asyncio.Transport) -> Callable[[Scope, Receive, Send], Any]:
    async def lent(scope: Scope, receive: Receive, send: Send) -> None:
        scope["extensions"] = {**(scope.get("extensions") or {}), EXTENSION: transport}
        try:
            await app(scope, receive, send)
        except asyncio.CancelledError:
            transport.abort()
            await asyncio.sleep(0)  # the server notices in the next iteration of the event loop

    return lent

"""Apply a fault to the response of a request, and to its connection.

Failures of the connection need the transport, which the server passes to the application as an ASGI extension.
"""

import asyncio
import json
import socket
import struct
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, cast

from starlette.responses import HTMLResponse, Response
from starlette.types import Message, Receive, Scope, Send

from channelsmith.sandbox.errors import ErrorRenderer, phrase
from channelsmith.sandbox.faults import Fault, FaultType
from channelsmith.sandbox.operations import Operation

TRANSPORT: Final = "channelsmith.transport"
"""The key in `scope["extensions"]` of the transport, an `asyncio.Transport`."""
_LINGER: Final = struct.pack("ii", 1, 0)
_FRAMING: Final = frozenset({b"content-length", b"transfer-encoding", b"connection"})
_FAILURE: Final = 400
_TOO_MANY: Final = 429
_BODILESS: Final = frozenset({204, 205, 304})
_GARBAGE: Final = b'{"\xc3": [1, 2, nil}} -- upstream error'
_PAGE: Final = "<html>\n<head><title>{0}</title></head>\n<body><center><h1>{0}</h1></center><hr>proxy</body>\n</html>\n"


async def inject_fault(
    fault: Fault, reply: Callable[[], Awaitable[Response]], *, errors: ErrorRenderer, operation: Operation | None
) -> Response:
    """The response of a request with a fault.

    Args:
        fault: the fault.
        reply: performs the request; faults that prevent that do not call it.
        errors: renders error responses.
        operation: the operation of the request; None for a path or method that the API does not have.
    """
    match fault.type:
        case FaultType.RESET:
            return _Reset(status_code=0)
        case FaultType.STATUS:
            return _status(fault, errors, operation)
        case FaultType.HTML:
            return HTMLResponse(_PAGE.format(f"{fault.status} {phrase(fault.status)}"), fault.status)
        case FaultType.REDIRECT:
            return Response(status_code=fault.status, headers={"location": fault.location})
        case FaultType.SLOW:
            await asyncio.sleep(fault.seconds or 0)
            return await reply()
        case _:
            return _alter(fault, await reply(), errors, operation)


def _alter(  # noqa: PLR0911 -- one for each type
    fault: Fault, response: Response, errors: ErrorRenderer, operation: Operation | None
) -> Response:
    """The response in place of the regular one, for a request that is performed."""
    match fault.type:
        case FaultType.LOST:
            return _Reset(status_code=0)
        case FaultType.APPLIED:
            return _status(fault, errors, operation)
        case FaultType.TRUNCATE:
            return _Truncated(response)
        case FaultType.EMPTY:
            return _replace_body(response, b"", response.status_code, response.headers.get("content-type"))
        case FaultType.GARBAGE:
            return _replace_body(response, _GARBAGE)
        case FaultType.ENVELOPE:
            return _replace_body(response, _wrap(bytes(response.body)))
        case _:
            return response


def _status(fault: Fault, errors: ErrorRenderer, operation: Operation | None) -> Response:
    """The error response that the document declares for the status."""
    headers = _retry_after(fault, operation)
    if fault.status < _FAILURE:
        return Response(status_code=fault.status, headers=headers)
    return errors.render(fault.status, "This fault was requested", operation=operation, headers=headers)


def _retry_after(fault: Fault, operation: Operation | None) -> Mapping[str, str]:
    """`Retry-After`, or the header that the document declares instead."""
    declared = operation.rate_limit.retry_after_header if operation is not None and operation.rate_limit else ""
    if fault.seconds is not None:
        return {declared or "retry-after": f"{fault.seconds:g}"}
    return {declared: "1"} if declared and fault.status == _TOO_MANY else {}


def _replace_body(
    response: Response, body: bytes, status: int | None = None, media_type: str | None = "application/json"
) -> Response:
    """A response with another body, and 200 by default instead of a status without a body."""
    headers = {name: value for name, value in response.headers.items() if not name.startswith("content-")}
    default = 200 if response.status_code in _BODILESS else response.status_code
    return Response(body, status or default, headers, media_type=media_type)


def _wrap(body: bytes) -> bytes:
    try:
        inner = json.loads(body)
    except ValueError:
        inner = body.decode("utf-8", "replace")
    return json.dumps({"result": "ok", "response": inner}).encode()


class ConnectionLost(ConnectionResetError):  # noqa: N818 -- named as its siblings of the standard library
    """Raised where a connection would fail, when the application is called in-process."""


class _Reset(Response):
    """No response: the connection is reset (TCP RST)."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 -- as ASGI has it
        transport = _transport(scope, "reset before any byte of the response")
        connection = transport.get_extra_info("socket")
        if connection is not None:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER)
        transport.abort()
        await _wait_for_disconnect(receive)


class _Truncated(Response):
    """A response that ends in the middle of its body, or of its headers where it has none."""

    def __init__(self, response: Response) -> None:
        super().__init__(status_code=response.status_code)
        self.body = bytes(response.body)
        self.raw_headers = [pair for pair in response.raw_headers if pair[0].lower() not in _FRAMING]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the first half; raise `ConnectionLost` after it where there is no socket."""
        head, sent = self._head(scope), self.body[: len(self.body) // 2] if scope["method"] != "HEAD" else b""
        if TRANSPORT not in (scope.get("extensions") or {}) and self.body:
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
        headers = (name + b": " + value for name, value in self.raw_headers)
        length = f"content-length: {len(self.body)}"
        return b"\r\n".join([line.encode(), *headers, length.encode(), b"connection: close", b""])


def _transport(scope: Scope, what: str) -> asyncio.Transport:
    extensions: Mapping[str, Any] = scope.get("extensions") or {}
    transport = extensions.get(TRANSPORT)
    if transport is None:
        raise ConnectionLost(f"the connection was {what} (in-process, this error is raised instead)")
    return cast("asyncio.Transport", transport)


async def _wait_for_disconnect(receive: Receive) -> None:
    """Wait until the server has noticed that the connection is closed, so that it does not expect a response."""
    message: Message = {}
    while message.get("type") != "http.disconnect":
        message = await receive()

"""What a fault does to the response of a request."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from starlette.responses import HTMLResponse, Response

from channelsmith.sandbox.errors import ErrorRenderer, phrase
from channelsmith.sandbox.faults.connection import Reset, Truncated
from channelsmith.sandbox.faults.fault import Fault, FaultType
from channelsmith.sandbox.operations import Operation

_FAILURE: Final = 400
_TOO_MANY: Final = 429
_BODILESS: Final = frozenset({204, 205, 304})
_GARBAGE: Final = b'{"\xc3": [1, 2, nil}} -- upstream error'
_PAGE: Final = "<html>\n<head><title>{0}</title></head>\n<body><center><h1>{0}</h1></center><hr>proxy</body>\n</html>\n"


async def inject_fault(  # noqa: PLR0911 -- one for each type
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
        case FaultType.SLOW:
            await asyncio.sleep(fault.seconds or 0)
            return await reply()
        case FaultType.RESET:
            return Reset()
        case FaultType.LOST:
            await reply()
            return Reset()
        case FaultType.APPLIED:
            await reply()
            return _status(fault, errors, operation)
        case FaultType.STATUS:
            return _status(fault, errors, operation)
        case FaultType.HTML:
            return HTMLResponse(_PAGE.format(f"{fault.status} {phrase(fault.status)}"), fault.status)
        case FaultType.REDIRECT:
            return Response(status_code=fault.status, headers={"location": fault.location})
        case _:
            return _SPOILERS[fault.type](await reply())


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


def _empty(response: Response) -> Response:
    return Response(
        status_code=response.status_code, headers=_others(response), media_type=response.headers.get("content-type")
    )


def _garbage(response: Response) -> Response:
    return Response(_GARBAGE, _with_body(response), _others(response), media_type="application/json")


def _wrapped(response: Response) -> Response:
    try:
        inner = json.loads(bytes(response.body))
    except ValueError:
        inner = bytes(response.body).decode("utf-8", "replace")
    body = json.dumps({"result": "ok", "response": inner}).encode()
    return Response(body, _with_body(response), _others(response), media_type="application/json")


def _with_body(response: Response) -> int:
    """The status of a response that gets a body, which 204 and 304 cannot have."""
    return 200 if response.status_code in _BODILESS else response.status_code


_SPOILERS: Final[Mapping[FaultType, Callable[[Response], Response]]] = {
    FaultType.TRUNCATE: Truncated,
    FaultType.EMPTY: _empty,
    FaultType.GARBAGE: _garbage,
    FaultType.ENVELOPE: _wrapped,
}
"""Type of fault -> the response made from the regular one."""


def _others(response: Response) -> dict[str, str]:
    """The headers that do not describe the body."""
    return {name: value for name, value in response.headers.items() if not name.startswith("content-")}

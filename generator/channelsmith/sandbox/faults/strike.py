"""What a fault does to the answer of a request."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus
from typing import Final

from starlette.responses import HTMLResponse, Response

from channelsmith.sandbox.faults.kinds import Fault, Kind
from channelsmith.sandbox.faults.wire import Reset, Truncated
from channelsmith.sandbox.limits import retry_header
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.problems import Problems

_FAILURE: Final = 400
_TOO_MANY: Final = 429
_BODILESS: Final = frozenset({204, 205, 304})
_GARBAGE: Final = b'{"\xc3": [1, 2, nil}} -- upstream said no'
_PAGE: Final = "<html>\n<head><title>{0}</title></head>\n<body><center><h1>{0}</h1></center><hr>proxy</body>\n</html>\n"


async def strike(  # noqa: PLR0911 -- one for each kind
    fault: Fault, reply: Callable[[], Awaitable[Response]], *, problems: Problems, operation: Operation | None
) -> Response:
    """The answer of a request that a fault strikes.

    Args:
        fault: what goes wrong.
        reply: carries the request out and answers it; not called by faults that strike before that.
        problems: makes the bodies of failures.
        operation: what the request asks for; None for what the API does not have.
    """
    match fault.kind:
        case Kind.SLOW:
            await asyncio.sleep(fault.seconds or 0)
            return await reply()
        case Kind.RESET:
            return Reset()
        case Kind.LOST:
            await reply()
            return Reset()
        case Kind.APPLIED:
            await reply()
            return _status(fault, problems, operation)
        case Kind.STATUS:
            return _status(fault, problems, operation)
        case Kind.HTML:
            return HTMLResponse(_PAGE.format(f"{fault.status} {_phrase(fault.status)}"), fault.status)
        case Kind.REDIRECT:
            return Response(status_code=fault.status, headers={"location": fault.location})
        case _:
            return _SPOILERS[fault.kind](await reply())


def _status(fault: Fault, problems: Problems, operation: Operation | None) -> Response:
    """The failure the document declares for the status."""
    headers = _come_back(fault, operation)
    if fault.status < _FAILURE:
        return Response(status_code=fault.status, headers=headers)
    return problems.answer(fault.status, "This failure was asked for", operation=operation, headers=headers)


def _come_back(fault: Fault, operation: Operation | None) -> Mapping[str, str]:
    """When to come back: under the declared header where the document has one for it."""
    declared = retry_header(operation) if operation is not None else None
    if fault.seconds is not None:
        return {declared or "retry-after": f"{fault.seconds:g}"}
    return {declared: "1"} if declared and fault.status == _TOO_MANY else {}


def _empty(answer: Response) -> Response:
    return Response(
        status_code=answer.status_code, headers=_others(answer), media_type=answer.headers.get("content-type")
    )


def _garbage(answer: Response) -> Response:
    return Response(_GARBAGE, _with_body(answer), _others(answer), media_type="application/json")


def _wrapped(answer: Response) -> Response:
    try:
        inner = json.loads(bytes(answer.body))
    except ValueError:
        inner = bytes(answer.body).decode("utf-8", "replace")
    body = json.dumps({"result": "ok", "response": inner}).encode()
    return Response(body, _with_body(answer), _others(answer), media_type="application/json")


def _with_body(answer: Response) -> int:
    """The status of an answer that gets a body; 204 and its like can have none."""
    return 200 if answer.status_code in _BODILESS else answer.status_code


_SPOILERS: Final[Mapping[Kind, Callable[[Response], Response]]] = {
    Kind.TRUNCATE: Truncated,
    Kind.EMPTY: _empty,
    Kind.GARBAGE: _garbage,
    Kind.ENVELOPE: _wrapped,
}
"""What becomes of a good answer."""


def _others(answer: Response) -> dict[str, str]:
    """The headers that do not speak of the body."""
    return {name: value for name, value in answer.headers.items() if not name.startswith("content-")}


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return ""

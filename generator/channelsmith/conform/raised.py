"""What a call raises: held against the response, and what the document says about failures."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

from channelsmith import ir
from channelsmith.conform.equal import comparable, shown
from channelsmith.conform.expectations import retry_after_header
from channelsmith.conform.methods import Method
from channelsmith.conform.received import wire
from channelsmith.conform.traffic import Answered
from channelsmith.document import Json
from channelsmith.document.json_pointer import split

ERRORS: Final = {
    400: "BadRequestError",
    401: "UnauthorizedError",
    403: "ForbiddenError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
}
"""The class of a status; every other 5xx is a ServerError, the rest plain StatusErrors."""
_SERVER: Final = 5
_SECONDS: Final = re.compile(r"[0-9]{1,9}")
_REQUEST_ID_HEADERS: Final = ("x-request-id", "request-id", "x-correlation-id", "x-trace-id")


def error_class(status: int) -> str:
    """The name of the class that a status is raised as."""
    return ERRORS.get(status, "ServerError" if status // 100 == _SERVER else "StatusError")


def error_problems(error: Any, answered: Answered, method: Method, api: ir.Api) -> Iterator[str]:
    """What is wrong with an error that a response was raised as: status, body, codes, message, request id."""
    if getattr(error, "status", None) != answered.status:
        yield f"its status is {getattr(error, 'status', None)}, not {answered.status}"
        return
    said = answered.header(retry_after_header(method, api))
    if said is not None and _SECONDS.fullmatch(said) and error.retry_after != float(said):
        yield f"its retry_after is {error.retry_after}, and the response says {said}"
    if answered.media_type == "text/html" and answered.body and (not error.excerpt or "<" in error.excerpt):
        yield f"its excerpt of an HTML page is {shown(error.excerpt)}"
    body = _parsed(answered)
    if comparable(wire(error.body), utc=True) != comparable(body, utc=True) and body is not None:
        yield f"its body is {shown(wire(error.body))}, not what was answered"
    if body is None:
        return
    yield from _code_problems(error, body, api)
    yield from _message_problems(error, body, method, api)
    wanted = _request_id(answered, body, method)
    if wanted and error.request_id != wanted:
        yield f"its request id is {error.request_id!r}, not {wanted!r}"


def _code_problems(error: Any, body: Json, api: ir.Api) -> Iterator[str]:
    if api.errors is None:
        return
    said = [str(each) for each in find(body, api.errors.codes) if each is not None]
    found = [str(int(each)) if isinstance(each, int) else str(each) for each in error.codes]
    if found != said:
        yield f"its codes are {found}, not {said}"


def _message_problems(error: Any, body: Json, method: Method, api: ir.Api) -> Iterator[str]:
    envelope = method.operation.envelope
    pointers = [api.errors.messages] if api.errors is not None else []
    pointers += [each.message for each in (envelope, *api.envelopes) if each is not None and each.message]
    said = [text for pointer in pointers if pointer for text in find(body, pointer) if isinstance(text, str) and text]
    if said and said[0] not in error.message:
        yield f"its message is {shown(error.message)}, and {shown(said[0])} is not in it"


def _request_id(answered: Answered, body: Json, method: Method) -> str:
    envelope = method.operation.envelope
    if envelope is not None and envelope.request_id:
        inside = [each for each in find(body, envelope.request_id) if isinstance(each, str) and each]
        if inside:
            return inside[0]
    headers = (answered.header(name) for name in _REQUEST_ID_HEADERS)
    return next((each for each in headers if each), "") if envelope is None else ""


def find(body: Json, pointer: str) -> Sequence[Json]:
    """The values at a pointer, in which `*` is every element of a list."""
    found: list[Json] = [body]
    for token in split(pointer):
        inner: list[Json] = []
        for each in found:
            if isinstance(each, list) and token == "*":  # noqa: S105 -- no password
                inner += each
            elif isinstance(each, dict) and token in each:
                inner.append(each[token])
        found = inner
    return found


def _parsed(answered: Answered) -> Json:
    try:
        parsed: Json = json.loads(answered.body)
    except ValueError:
        return None
    return parsed

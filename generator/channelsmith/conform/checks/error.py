"""Checks of what a call raises: compared with the response, and what the document says about failures."""

import re
from collections.abc import Iterator
from typing import Any, Final

from channelsmith.conform.compare import comparable, find, parse_json, shorten, to_wire
from channelsmith.conform.document import Api, Operation
from channelsmith.conform.traffic import RecordedResponse

_SECONDS: Final = re.compile(r"[0-9]{1,9}")
_REQUEST_ID_HEADERS: Final = ("x-request-id", "request-id", "x-correlation-id", "x-trace-id")


def error_problems(error: Any, response: RecordedResponse, operation: Operation, api: Api) -> Iterator[str]:
    """Return what is wrong with an error that a response was raised as: status, body, codes, message, request id."""
    if getattr(error, "status", None) != response.status:
        yield f"its status is {getattr(error, 'status', None)}, not {response.status}"
        return
    seconds = response.header(operation.retry.header)
    if seconds is not None and _SECONDS.fullmatch(seconds) and error.retry_after != float(seconds):
        yield f"its retry_after is {error.retry_after}, that of the response is {seconds}"
    if response.media_type == "text/html" and response.body and (not error.excerpt or "<" in error.excerpt):
        yield f"its excerpt of an HTML page is {shorten(error.excerpt)}"
    body = parse_json(response.body)
    if body is None:
        return
    if comparable(to_wire(error.body), utc=True) != comparable(body, utc=True):
        yield f"its body is {shorten(to_wire(error.body))}, not that of the response"
    if api.codes:
        codes = [str(code) for code in find(body, api.codes) if code is not None]
        found = [str(int(code)) if isinstance(code, int) else str(code) for code in error.codes]
        if found != codes:
            yield f"its codes are {found}, not {codes}"
    envelope = operation.envelope
    pointers = [api.messages, *(each.message for each in (envelope, *api.envelopes) if each is not None)]
    texts = (text for pointer in pointers if pointer for text in find(body, pointer))
    message = next((text for text in texts if isinstance(text, str) and text), "")
    if message not in error.message:
        yield f"its message is {shorten(error.message)}, which lacks {shorten(message)}"
    request_id = _request_id(response, body, operation)
    if request_id and error.request_id != request_id:
        yield f"its request id is {error.request_id!r}, not {request_id!r}"


def _request_id(response: RecordedResponse, body: Any, operation: Operation) -> str:
    if operation.envelope is None:
        return next(filter(None, map(response.header, _REQUEST_ID_HEADERS)), "")
    pointer = operation.envelope.request_id
    found = find(body, pointer) if pointer else []
    return next((value for value in found if isinstance(value, str) and value), "")

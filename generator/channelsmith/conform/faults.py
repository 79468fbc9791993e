"""The fault classes, how the sandbox or the relay brings each about, and what a client should make of them.

Two questions decide: may the call be repeated, and what does the caller get in the end?

429 is always repeated, because it was refused before anything was done. Everything else (a status worth repeating, a
broken connection, a timeout) is repeated only where doing it twice has the same effect as doing it once:

    x-retry: safe   idempotency key   method                                  repeated
    true            any               any                                     yes
    false           any               any                                     no
    not declared    yes               any                                     yes
    not declared    no                GET HEAD OPTIONS TRACE PUT DELETE       yes
    not declared    no                POST PATCH                              no

Which statuses are worth repeating is declared by `x-retry: statuses`, else they are 500, 502, 503 and 504.

A complete response that is not what it should be depends on how the method decodes its success:

    fault            json                        content, text    nothing
    html, garbage    DecodeError (1)             unchanged        None
    empty            None, reported              unchanged        None
    empty strict     DecodeError                 unchanged        None
    wrapped          what fits, reported (2)     unchanged        None

    (1) a body that may be any text is delivered as text, and reported
    (2) nothing is reported where the document requires no member, or accepts any value
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from channelsmith.conform.document import Operation
from channelsmith.conform.relay import Disconnect, Forward, Hang, Reply, Step
from channelsmith.conform.schemas import Schemas, is_structured
from channelsmith.document import Json

RETRIES: Final = 2
"""Attempts after the first that a client makes in cells about faults."""
WRAPPED: Final[dict[str, Json]] = {"result": "ok", "response": {}}
"""The body of a success in another envelope."""
_REPEATABLE: Final = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"})
_TRANSIENT: Final = frozenset({500, 502, 503, 504})
_TOO_MANY: Final = 429
_FIRST_BACKOFF: Final = 0.5
_LONGEST_BACKOFF: Final = 8.0
"""Most seconds of the first pause, and of any pause, that the server does not name; half of it is random."""
_LONGEST_PAUSE: Final = 120.0
_SERVER_ERROR: Final = 5
_ERRORS: Final = {
    400: "BadRequestError",
    401: "UnauthorizedError",
    403: "ForbiddenError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
}
"""The class of a status; every other 5xx is a ServerError, the rest are plain StatusErrors."""

Failure: TypeAlias = int | Literal["broken"]
"""What a failed attempt looks like to a client: a status, or a connection that gave no complete response."""
_REPEATED: Final[tuple[tuple[bool | None, bool | None, bool | None, bool], ...]] = (
    # x-retry: safe (None: not declared), idempotency key, repeatable method (None: any) -> repeated
    (True, None, None, True),
    (False, None, None, False),
    (None, True, None, True),
    (None, False, True, True),
    (None, False, False, False),
)


@dataclass(frozen=True, slots=True)
class Expected:
    """What should come of a call.

    `requests` arrive. `error` is the name of the error's class, "" for a value. `drift` says whether a difference from
    the document has to be reported. `status` is the status that the server was asked for, `failure` what an attempt
    looks like that is repeated. Without `is_readable` the value is not compared with the response. `cursors` are the
    cursors that have to be asked for, one request each after the first.
    """

    requests: int = 1
    error: str = ""
    drift: Literal["none", "some", "any"] = "none"
    status: int | None = None
    failure: Failure | None = None
    is_readable: bool = True
    cursors: tuple[str, ...] = ()


def error_class(status: int) -> str:
    """The name of the class that a status is raised as."""
    return _ERRORS.get(status, "ServerError" if status // 100 == _SERVER_ERROR else "StatusError")


def is_repeated(operation: Operation, failure: Failure) -> bool:
    """Whether a call is sent again after an attempt that failed like this."""
    if failure == _TOO_MANY:
        return True
    if isinstance(failure, int) and failure not in (operation.retry.statuses or _TRANSIENT):
        return False
    has_key, is_repeatable = bool(operation.idempotency_key), operation.method in _REPEATABLE
    return next(
        repeated
        for safe, key, method, repeated in _REPEATED
        if safe == operation.retry.safe and key in {None, has_key} and method in {None, is_repeatable}
    )


def pause_range(operation: Operation, failure: Failure, asked: float | None, attempt: int = 0) -> tuple[float, float]:
    """Least and most seconds that a client waits before it tries again; `attempt` is 0 after the first one.

    As long as the server asks for, else as the declared rate limit says, else a backoff.
    """
    if asked is None and failure == _TOO_MANY:
        asked = operation.retry.interval
    if asked is not None:
        exact = min(asked, _LONGEST_PAUSE)
        return exact, exact
    most = min(_FIRST_BACKOFF * 2**attempt, _LONGEST_BACKOFF)
    return most / 2, most


def expect_spoiled(fault: str, operation: Operation, status: int, schemas: Schemas) -> Expected:
    """What should come of a complete response that is spoiled: html, garbage, empty, empty strict or wrapped."""
    decoding = operation.decoding(status)
    if decoding != "json":
        return Expected(drift="any", is_readable=decoding != "nothing")
    schema = operation.success.schema if operation.success is not None else None
    if fault in {"html", "garbage"}:
        is_text = schemas.accepts_text(schema)
        return Expected(drift="some", is_readable=False) if is_text else Expected(error="DecodeError")
    if fault == "wrapped":
        return Expected(drift="some" if schemas.rejects_object(schema, WRAPPED) else "any")
    if schema is None or not is_structured(schema) or schemas.is_nullable(schema):
        return Expected(drift="any", is_readable=False)
    return Expected(error="DecodeError") if fault == "empty strict" else Expected(drift="some", is_readable=False)


FAULT_HEADER: Final = "X-Sandbox-Fault"
TIMEOUT: Final = 30.0
SHORT_TIMEOUT: Final = 0.3
"""Seconds that a client waits for a slow response."""

MakeStep: TypeAlias = Callable[[Operation, str], Step]
"""Makes the relay's step from the operation and the origin of another host."""
_JSON: Final = (("Content-Type", "application/json"),)
_HTML: Final = (("Content-Type", "text/html; charset=utf-8"),)
_BODILESS: Final = frozenset({204, 205, 304})
_LATER: Final = ("Retry-After", "7")
_PAGE: Final = b"<html>\n<head><title>proxy</title></head>\n<body><h1>The proxy says no</h1></body>\n</html>\n"
_GARBAGE: Final = b'{"\xc3": [1, 2, nil}} -- upstream said no'


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault class.

    `header` is the value of the sandbox's header, in which `{elsewhere}` is the origin of another host; `make_step` is
    what the relay does for a server that does not know it, or where there is no such value. `failure` is what the
    attempt looks like to the client, None for a complete response that only has to be read. With `once` only the first
    request is affected.
    """

    name: str
    about: str
    header: str
    make_step: MakeStep
    failure: Failure | None
    once: bool = True
    retries: int = RETRIES
    timeout: float = TIMEOUT
    strict: bool = False

    def step(self, operation: Operation, elsewhere: str, prefer: tuple[tuple[str, str], ...], *, sandbox: bool) -> Step:
        """What happens to an affected request; `prefer` asks the sandbox for a success, which is then spoiled."""
        if not (sandbox and self.header):
            return self.make_step(operation, elsewhere)
        needs_success = self.failure is None or self.header == "truncate"
        header = (FAULT_HEADER, self.header.replace("{elsewhere}", elsewhere))
        return Forward((*(prefer if needs_success else ()), header))


def success_status(operation: Operation) -> int:
    """The first declared success; 200 where none is declared."""
    return operation.success.code if operation.success is not None else 200


def _status(status: int, *headers: tuple[str, str]) -> MakeStep:
    return lambda operation, _: Reply(status, (*_JSON, *headers), _failure_body(operation, status))


def _failure_body(operation: Operation, status: int) -> bytes:
    """The documented body of a status."""
    documented = {response.status: response for response in reversed(operation.responses)}
    keys = (str(status), f"{status // 100}XX", "default")
    example = next((documented[key] for key in keys if key in documented), None)
    if example is None or not example.is_json:
        return b'{"reason": "this failure was asked for"}'
    return json.dumps(example.value).encode()


def _success(body: bytes, announced: int = 0) -> MakeStep:
    def make(operation: Operation, _: str) -> Step:
        status = success_status(operation)
        has_body = bool(body or announced)
        return Reply(200 if has_body and status in _BODILESS else status, _JSON, body, announced)

    return make


def _always(step: Step) -> MakeStep:
    return lambda _operation, _elsewhere: step


def _applied(operation: Operation, _: str) -> Step:
    return Forward(then=Reply(500, _JSON, _failure_body(operation, 500)))


def _redirect(_: Operation, elsewhere: str) -> Step:
    return Reply(302, (("Location", f"{elsewhere}/login"),))


_RESET: Final = _always(Disconnect())

FAULTS: Final = (
    # repeated or not, depending on what an attempt looks like (the fifth column)
    Fault("500", "500, then a success", "500", _status(500), 500),
    Fault("502", "502, then a success", "502", _status(502), 502),
    Fault("503", "503, then a success", "503", _status(503), 503),
    Fault("504", "504, then a success", "504", _status(504), 504),
    Fault("503 later", "503 with Retry-After, then a success", "503=7", _status(503, _LATER), 503),
    Fault("503 always", "503 for every attempt", "503", _status(503), 503, once=False),
    Fault("429", "429, then a success", "429", _status(429), 429),
    Fault("429 later", "429 with Retry-After, then a success", "429=7", _status(429, _LATER), 429),
    Fault("429 always", "429 for every attempt", "429=7", _status(429, _LATER), 429, once=False),
    Fault("reset", "the connection is reset, then a success", "reset", _RESET, "broken"),
    Fault("reset always", "the connection is reset for every attempt", "reset", _RESET, "broken", once=False),
    Fault("lost", "applied, then the connection is reset", "lost", _always(Forward(then=Disconnect())), "broken"),
    Fault("applied", "applied, then answered with 500", "applied=500", _applied, 500),
    Fault("truncate", "the response ends in the middle", "truncate", _success(b'{"cut": ', 4096), "broken"),
    Fault(
        "slow",
        "no response within the client's timeout",
        "",  # the relay never answers at all, so that no clock can be faster than the client's
        _always(Hang()),
        "broken",
        once=False,
        retries=1,
        timeout=SHORT_TIMEOUT,
    ),
    Fault("html 502", "a proxy's page with 502", "html=502", _always(Reply(502, _HTML, _PAGE)), 502, once=False),
    Fault("redirect", "a redirect to another host", "redirect={elsewhere}/login", _redirect, 302, once=False),
    # complete responses that are not what they should be
    Fault("html", "a proxy's page with 200", "html=200", _always(Reply(200, _HTML, _PAGE)), None),
    Fault("empty", "a success without a body", "empty", _success(b""), None),
    Fault("empty strict", "the same with strict=True", "empty", _success(b""), None, strict=True),
    Fault("garbage", "a success whose JSON is invalid", "garbage", _success(_GARBAGE), None),
    Fault("wrapped", "a success in another envelope", "wrong-envelope", _success(json.dumps(WRAPPED).encode()), None),
)
"""In the order of the matrix."""

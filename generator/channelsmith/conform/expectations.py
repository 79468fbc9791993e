"""What a client should make of a fault: the tables that cells are checked against.

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

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from channelsmith.conform.document import Operation
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

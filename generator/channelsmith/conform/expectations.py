"""What a client should make of a fault: the one table that cells are held against.

Two questions decide everything: may the call be repeated, and what does the caller get in the end?

May it be repeated? 429 always: it was refused before anything was done. Anything else (a status worth repeating, a
connection that broke, an answer that never came) only where doing it twice is like doing it once:

    x-retry: safe   idempotency key   method                                  repeated
    true            any               any                                     yes
    false           any               any                                     no
    not said        yes               any                                     yes
    not said        no                GET HEAD OPTIONS TRACE PUT DELETE       yes
    not said        no                POST PATCH                              no

Which statuses are worth repeating is said by `x-retry: statuses`, else they are 500, 502, 503 and 504.
"""

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from channelsmith import ir
from channelsmith.conform.methods import Method

REPEATABLE: Final = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"})
TRANSIENT: Final = frozenset({500, 502, 503, 504})
TOO_MANY: Final = 429
RETRIES: Final = 2
"""Attempts after the first that a client makes in these cells."""
_FIRST_BACKOFF: Final = 0.5
_LONGEST_BACKOFF: Final = 8.0
"""Most seconds of the first pause that nobody asked for, and of all; it doubles each time, half of it is chance."""
_LONGEST_PAUSE: Final = 120.0

Sees: TypeAlias = int | Literal["broken"]
"""What an attempt looks like to a client: a status, or a connection that gave no complete answer."""

_TABLE: Final[tuple[tuple[bool | None, bool | None, bool | None, bool], ...]] = (
    # x-retry: safe (None: not said), idempotency key, repeatable method (None: whatever) -> repeated
    (True, None, None, True),
    (False, None, None, False),
    (None, True, None, True),
    (None, False, True, True),
    (None, False, False, False),
)


@dataclass(frozen=True, slots=True)
class Pause:
    """Least and most seconds that a client waits before it tries again."""

    least: float
    most: float


def repeats(method: Method, api: ir.Api, sees: Sees) -> bool:
    """Whether a call is sent again after an attempt that looked like this."""
    operation = method.operation
    rule = operation.retry or api.retry
    if sees == TOO_MANY:
        return True
    worth = frozenset(rule.statuses) if rule is not None and rule.statuses else TRANSIENT
    if isinstance(sees, int) and sees not in worth:
        return False
    return _may_be_repeated(operation, rule.safe if rule is not None else None)


def _may_be_repeated(operation: ir.Operation, safe: bool | None) -> bool:
    keyed, repeatable = bool(operation.idempotency_key), operation.method in REPEATABLE
    for said, key, method, repeated in _TABLE:
        if said == safe and key in {None, keyed} and method in {None, repeatable}:
            return repeated
    raise LookupError(operation.id)


def pause(method: Method, api: ir.Api, sees: Sees, asked: float | None, attempt: int = 0) -> Pause:
    """How long a client may wait: as long as it was asked to, else as the declared limit says, else a backoff.

    `attempt` is 0 after the first one.
    """
    limit = method.operation.rate_limit or api.rate_limit
    if asked is None and sees == TOO_MANY and limit is not None:
        asked = limit.per / limit.requests
    if asked is not None:
        exact = min(asked, _LONGEST_PAUSE)
        return Pause(exact, exact)
    most = min(_FIRST_BACKOFF * 2**attempt, _LONGEST_BACKOFF)
    return Pause(most / 2, most)


def retry_after_header(method: Method, api: ir.Api) -> str:
    """The response header that says when to come back."""
    limit = method.operation.rate_limit or api.rate_limit
    return (limit.retry_after_header if limit is not None else "") or "retry-after"

"""When a request may go: a free place among those under way, then the declared rate limit; both may wait.

The place is kept while the rate limit is waited for, and for one attempt: between attempts others may go.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, TypeVar
from uuid import uuid4

from .allowance import refuse, settle, take
from .messages import Response, Sleep
from .retry import TOO_MANY_REQUESTS
from .stores import Consult
from .turns import Queue, Wait

if TYPE_CHECKING:
    from collections.abc import Generator

    from .limits import RateLimit, Scope
    from .messages import Answer, Request, Step
    from .operation import Operation, T
    from .setup import Setup
    from .stores import RateLimitStore

R = TypeVar("R")

LOGGER = logging.getLogger(__name__.rpartition("._runtime")[0] or __name__)


@dataclass(frozen=True, slots=True)
class Gates:
    """What the calls of one client and its copies wait for together; without a store rate limits are not obeyed."""

    store: RateLimitStore | None
    queues: dict[tuple[str, int], Queue] = field(default_factory=dict[tuple[str, int], Queue], repr=False)

    def queue(self, name: str, places: int) -> Queue:
        """The queue of that name, the same for all threads."""
        return self.queues.get((name, places)) or self.queues.setdefault((name, places), Queue(places))


def admitted(
    exchange: Generator[Step, Answer, Answer], request: Request, operation: Operation[T], setup: Setup
) -> Generator[Step, Answer, Answer]:
    """Wait until the request may go, let it, and note what the server says about its limits.

    Raises RateLimitStoreError when the store does not work; then nothing has been sent.
    """
    limit, rule = operation.rate_limit or setup.api.rate_limit, operation.concurrency or setup.api.concurrency
    store = setup.gates.store
    if limit and store:
        key = _key(limit, request, operation, setup)
        exchange = _limited(exchange, Consulting(store, key, limit), operation, setup)
    if rule:
        exchange = _in_turn(setup.gates.queue(_shared(rule.scope, operation), rule.requests), exchange)
    return (yield from exchange)


@dataclass(frozen=True, slots=True)
class Consulting:
    """The allowance one call needs a part of, and the name under which the call is in its ledger."""

    store: RateLimitStore
    key: str
    limit: RateLimit
    call: str = field(default_factory=lambda: uuid4().hex)


def _in_turn(queue: Queue, steps: Generator[Step, Answer, R]) -> Generator[Step, Answer, R]:
    with queue.join() as turn:
        if not turn.has_come:
            yield Wait(turn)
        return (yield from steps)


def _limited(
    exchange: Generator[Step, Answer, Answer], allowance: Consulting, operation: Operation[T], setup: Setup
) -> Generator[Step, Answer, Answer]:
    # One of us asks at a time: so the order is kept, and not all of us ask a busy file again and again.
    yield from _in_turn(setup.gates.queue(allowance.key, 1), _reserve(allowance, operation))
    answer = yield from exchange
    yield from _report(answer, allowance, operation, setup)
    return answer


def _reserve(allowance: Consulting, operation: Operation[T]) -> Generator[Step, Answer, None]:
    change = partial(take, call=allowance.call, limit=allowance.limit)
    is_told = False
    while True:
        asked = Consult(allowance.store, allowance.key, change)
        yield asked
        if asked.failure:
            raise asked.failure
        if asked.wait <= 0:
            return
        if not is_told:
            LOGGER.info("%s: the rate limit is used up, waits %.1f s", operation.id, asked.wait)
            is_told = True
        yield Sleep(asked.wait)


def _report(
    answer: Answer, allowance: Consulting, operation: Operation[T], setup: Setup
) -> Generator[Step, Answer, None]:
    limit = allowance.limit
    if isinstance(answer, Response) and answer.status == TOO_MANY_REQUESTS:
        from .failures import asked_to_wait  # noqa: PLC0415 - a refusal is rare

        wait = asked_to_wait(answer, operation, setup)
        wait = limit.per / limit.requests if wait is None else wait
        change = partial(refuse, call=allowance.call, limit=limit, wait=wait)
    else:
        change = partial(settle, call=allowance.call, limit=limit, remaining=_remaining(answer, limit))
    told = Consult(allowance.store, allowance.key, change)
    yield told
    if told.failure:  # the answer is there and must not be lost; what was taken before is kept longer instead
        LOGGER.warning("%s: %s", operation.id, told.failure)


def _remaining(answer: Answer, limit: RateLimit) -> int | None:
    """How many more calls the server says it would take."""
    said = answer.headers.get(limit.remaining_header.lower(), "") if isinstance(answer, Response) else ""
    return int(said) if said.isascii() and said.isdigit() else None


def _shared(scope: Scope, operation: Operation[T]) -> str:
    """Who shares: all, or the calls of one operation."""
    return "account" if scope == "account" else f"operation {operation.id}"


def _key(limit: RateLimit, request: Request, operation: Operation[T], setup: Setup) -> str:
    """The name of an allowance: whose it is shows as a digest only, of the address and the secrets."""
    from hashlib import sha256  # noqa: PLC0415 - slow to load, and most APIs declare no limit

    whose = "\n".join([setup.base, *(placed.secret.reveal() for placed in request.secrets)])
    digest = sha256(whose.encode()).hexdigest()[:16]
    return f"{setup.api.name}:{digest}:{_shared(limit.scope, operation)}:{limit.requests}/{limit.per:g}"

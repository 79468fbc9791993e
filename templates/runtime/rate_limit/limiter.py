"""The rate limit of a call: a part of an allowance is taken before it, and what the server says is noted after it."""

from __future__ import annotations

import logging
from dataclasses import field
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING
from uuid import uuid4

from ..http.messages import Response, Sleep
from ..retry import TOO_MANY_REQUESTS, retry_after
from ..value import Value
from .admission import in_turn, shared
from .semaphore import queue
from .stores import Consult
from .window import refuse, settle, take

if TYPE_CHECKING:
    from collections.abc import Generator

    from ..http.messages import Answer, Step
    from ..limits import Admission, RateLimit
    from .admission import Patience, RateLimiter
    from .stores import RateLimitStore

LOGGER = logging.getLogger(__name__.rpartition("._runtime")[0] or __name__)


class Consulting(Value):
    """The allowance one call needs a part of, and the name under which the call is in its ledger."""

    store: RateLimitStore
    key: str
    limit: RateLimit
    call: str = field(default_factory=lambda: uuid4().hex)


def limited(
    exchange: Generator[Step, Answer, Answer],
    limit: RateLimit,
    store: RateLimitStore,
    limiter: RateLimiter,
    patience: Patience,
) -> Generator[Step, Answer, Answer]:
    """Do an exchange when its allowance has a part left for it, and tell the store what came of it."""
    allowance = Consulting(store, _key(limit, limiter, patience.admission), limit)
    # One of us asks at a time: so the order is kept, and not all of us ask a busy file again and again.
    asking = queue(f"{id(allowance.store)}:{allowance.key}", 1)
    yield from in_turn(asking, _reserve(allowance, patience), patience)
    answer = yield from exchange
    yield from _report(answer, allowance, patience.admission)
    return answer


def _reserve(allowance: Consulting, patience: Patience) -> Generator[Step, Answer, None]:
    change = partial(take, call=allowance.call, limit=allowance.limit)
    is_told = False
    while True:
        asked = Consult(allowance.store, allowance.key, change)
        yield asked
        if asked.failure:
            raise asked.failure
        if asked.wait <= 0:
            return
        patience.check(asked.wait, "the rate limit")
        if not is_told:
            LOGGER.info("%s: the rate limit is used up, waits %.1f s", patience.operation, asked.wait)
            is_told = True
        yield Sleep(asked.wait)


def _report(answer: Answer, allowance: Consulting, admission: Admission) -> Generator[Step, Answer, None]:
    limit = allowance.limit
    if isinstance(answer, Response) and answer.status == TOO_MANY_REQUESTS:
        wait = retry_after(answer.headers, now=admission.clock, name=limit.retry_after_header)
        wait = limit.per / limit.requests if wait is None else wait
        change = partial(refuse, call=allowance.call, limit=limit, wait=wait)
    else:
        change = partial(settle, call=allowance.call, limit=limit, remaining=_remaining(answer, limit))
    told = Consult(allowance.store, allowance.key, change)
    yield told
    if told.failure:  # the answer is there and must not be lost; what was taken before is kept longer instead
        LOGGER.warning("%s: %s", admission.operation, told.failure)


def _remaining(answer: Answer, limit: RateLimit) -> int | None:
    """How many more calls the server says it would take."""
    said = answer.headers.get(limit.remaining_header.lower(), "") if isinstance(answer, Response) else ""
    return int(said) if said.isascii() and said.isdigit() else None


def _key(limit: RateLimit, limiter: RateLimiter, admission: Admission) -> str:
    """The name of an allowance: whose it is shows as a digest only, of the address and the secrets."""
    whose = "\n".join([limiter.base, *(placed.whose for placed in admission.request.secrets)])
    digest = sha256(whose.encode()).hexdigest()[:16]
    return f"{limiter.api}:{digest}:{shared(limit.scope, admission.operation)}:{limit.requests}/{limit.per:g}"

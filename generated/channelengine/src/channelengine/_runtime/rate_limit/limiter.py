"""Enforces declared rate limits and limits of concurrent calls, before each attempt of a call.

An attempt first acquires a permit for a concurrent call, then reserves a slot of the rate limit; both may wait. The
permit is held while it waits for the slot, and for one attempt: between attempts, other calls may proceed. All clients
of this process with the same address and secrets share their permits. Other processes have their own, because a shared
store could not detect whether a process that holds permits is still running.
"""

from __future__ import annotations

import logging
import re
from dataclasses import replace
from functools import partial
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar, cast
from uuid import uuid4

from ..errors import ConfigurationError, TimeBudgetError
from ..http.messages import Response, Sleep
from ..request.urls import is_loopback
from ..retry import LONGEST_WAIT, TOO_MANY_REQUESTS, retry_after
from .semaphore import WaitForPermit, shared_semaphore
from .stores import MemoryRateLimits, UpdateStore
from .window import SlidingWindow

if TYPE_CHECKING:
    from collections.abc import Generator

    from ..api import Admission, RateLimit, Scope
    from ..http.messages import Answer, Step
    from .semaphore import Semaphore
    from .stores import RateLimitStore
    from .window import Change

R = TypeVar("R")

LOGGER = logging.getLogger(__name__.rpartition("._runtime")[0] or __name__)

_COUNT = re.compile(r"[0-9]{1,9}", re.ASCII)  # of calls that remain; a larger one limits nothing
_POLICY = re.compile(r";\s*q=([1-9][0-9]{0,8})\s*;\s*w=([0-9]{1,9}(?:\.[0-9]{1,3})?)", re.ASCII)
"""What a server says about its limit in `RateLimit-Policy`: so many calls in so many seconds."""


class RateLimiter:
    """Enforces the declared limits of an API for a client and its copies; see Limiter.

    Calls are counted in the store of the option `rate_limits`, by default in memory. A server on this machine only
    stands in for the API, so by default its calls wait for nothing until one of its responses has the header
    `RateLimit-Policy`: then they keep the limit that this names, which may be scaled in time.

    Args:
        api: the name of the API.
        base_url: the base URL of the client.
    """

    def __init__(self, api: str, base_url: str) -> None:
        self._api = api
        self._base_url = base_url
        self._own_store = MemoryRateLimits()
        self._is_local = is_loopback(base_url)
        self._policies: dict[str, RateLimit] = {}  # those of a server on this machine, by scope
        self._semaphores: dict[str, Semaphore] = {}  # keeps the shared ones alive

    def store(self, option: object) -> RateLimitStore | None:
        """Return the store that an option of a client or a call selects."""
        return self._own_store if option is None else cast("RateLimitStore", option) or None

    def admit(self, exchange: Generator[Step, Answer, Answer], admission: Admission) -> Generator[Step, Answer, Answer]:
        """The steps that wait until the attempt may be sent, perform it, and record what its response implies.

        Raises TimeBudgetError if the wait would end after the deadline, RateLimitStoreError if the store fails, and
        ConfigurationError if a hook or callback makes a call that would wait for the one it belongs to. Nothing has
        been sent then.
        """
        limit, concurrency = admission.rate_limit, admission.concurrency
        store = self.store(admission.store)
        if limit and store:
            exchange = self._rate_limited(exchange, admission, limit, store)
        if concurrency:
            secrets = (placed.owner for placed in admission.request.secrets)
            account = hash((self._api, self._base_url, *secrets))  # no secret is kept
            name = f"{account}:{concurrency.requests}:{_scope(concurrency.scope, admission)}"
            semaphore = self._semaphores.setdefault(name, shared_semaphore(name, concurrency.requests))
            exchange = _with_permit(semaphore, exchange, admission)
        return exchange

    def _rate_limited(
        self, exchange: Generator[Step, Answer, Answer], admission: Admission, limit: RateLimit, store: RateLimitStore
    ) -> Generator[Step, Answer, Answer]:
        scope, must_wait = _scope(limit.scope, admission), True
        longest = max(limit.per, LONGEST_WAIT)
        if self._is_local and store is self._own_store:
            limit, must_wait = self._policies.get(scope, limit), scope in self._policies
        secrets = (placed.owner for placed in admission.request.secrets)
        account = sha256("\n".join([self._base_url, *secrets]).encode()).hexdigest()[:16]
        key = f"{self._api}:{account}:{scope}:{limit.requests}/{limit.per:g}"
        call = uuid4().hex
        # Only one call at a time reserves: this keeps their order, and the load of a busy store low.
        turn = shared_semaphore(f"{id(store)}:{key}", 1)
        reservation = UpdateStore(
            store, key, partial(SlidingWindow.reserve, call=call, limit=limit), admission.deadline, expires=True
        )
        yield from _with_permit(turn, _reserve(reservation, admission, must_wait=must_wait), admission)
        answer = yield from exchange
        if isinstance(answer, Response) and (policy := _POLICY.search(answer.headers.get("ratelimit-policy", ""))):
            self._policies[scope] = replace(limit, requests=int(policy[1]), per=min(float(policy[2]), longest))
        report = UpdateStore(store, key, _change(answer, admission, limit, call), admission.deadline)
        yield report
        if report.error or report.is_late:  # the response must not be lost; the reservation only lasts longer
            LOGGER.warning("%s: %s", admission.operation, report.error or "the store of rate limits does not answer")
        return answer


def _reserve(reservation: UpdateStore, admission: Admission, *, must_wait: bool) -> Generator[Step, Answer, None]:
    is_logged = False
    while True:
        yield reservation
        if reservation.is_late:
            _check_deadline(admission, float("inf"), "the store of rate limits")
        if reservation.error:
            raise reservation.error
        if reservation.wait <= 0 or not must_wait:
            return
        _check_deadline(admission, reservation.wait, "the rate limit")
        if not is_logged:
            LOGGER.info("%s: the rate limit is used up, waiting %.1f s", admission.operation, reservation.wait)
            is_logged = True
        yield Sleep(reservation.wait)


def _change(answer: Answer, admission: Admission, limit: RateLimit, call: str) -> Change:
    """Return the change of the window that a response requires."""
    if not isinstance(answer, Response):
        return partial(SlidingWindow.settle, call=call, limit=limit)
    if answer.status == TOO_MANY_REQUESTS:
        wait = retry_after(answer.headers, now=admission.clock, name=limit.retry_after_header)
        return partial(SlidingWindow.reject, call=call, limit=limit, wait=limit.per if wait is None else wait)
    header = answer.headers.get(limit.remaining_header.lower(), "")
    remaining = int(header) if _COUNT.fullmatch(header) else None
    return partial(SlidingWindow.settle, call=call, limit=limit, remaining=remaining)


def _with_permit(
    semaphore: Semaphore, steps: Generator[Step, Answer, R], admission: Admission
) -> Generator[Step, Answer, R]:
    """Perform steps while holding a permit."""
    with semaphore.acquire() as permit:
        if not permit.is_granted:
            if semaphore.would_deadlock(permit):
                raise ConfigurationError(
                    f"{admission.operation}: a hook or callback of a running call makes another call, but as many "
                    "calls as the API allows are running; make it after that call, or in another thread",
                    operation=admission.operation,
                )
            yield WaitForPermit(permit, _time_left(admission))
        if not permit.is_granted:
            _check_deadline(admission, float("inf"), "other calls")
        return (yield from steps)


def _time_left(admission: Admission) -> float | None:
    return admission.deadline.time_left if admission.deadline else None


def _check_deadline(admission: Admission, wait: float, reason: str) -> None:
    """Raise TimeBudgetError before a wait that would end after the deadline."""
    time_left = _time_left(admission)
    if time_left is not None and wait >= time_left:
        raise TimeBudgetError(
            f"{admission.operation}: would have to wait for {reason} longer than max_elapsed= allows",
            operation=admission.operation,
        )


def _scope(scope: Scope, admission: Admission) -> str:
    """Return what a limit applies to: all calls of an account, or those of one operation."""
    return "account" if scope == "account" else f"operation {admission.operation}"

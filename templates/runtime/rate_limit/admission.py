"""When a request may go: a free place among those under way, then the declared rate limit; both may wait.

The place is kept while the rate limit is waited for, and for one attempt: between attempts others may go. Places are
shared by all clients of this process with the same address and secrets. Other processes have places of their own: one
that died would take its place along, so a store that shared them would have to guess who is alive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from ..errors import ConfigurationError, TimeBudgetError
from ..request.urls import is_loopback
from .semaphore import Wait, queue
from .stores import MemoryRateLimits

if TYPE_CHECKING:
    from collections.abc import Generator

    from ..http.messages import Answer, Step
    from ..limits import Admission, Concurrency, Scope
    from .semaphore import Queue
    from .stores import RateLimitStore

R = TypeVar("R")


class RateLimiter:
    """Enforces rate limits and limits of concurrent calls; see Limiter.

    Calls are counted in the store of the option `rate_limits`, by default in memory. Calls to a server on this machine,
    which only stands in for the API, are not counted by default.
    """

    def __init__(self, api: str, base: str) -> None:
        """`api` is its name, `base` the base URL of the client."""
        self.api = api
        self.base = base
        self.own_store: RateLimitStore | None = None if is_loopback(base) else MemoryRateLimits()
        self._places: dict[str, Queue] = {}

    def store(self, option: object) -> RateLimitStore | None:
        """The store that an option of a client or a call means."""
        return self.own_store if option is None else cast("RateLimitStore", option) or None

    def admit(self, exchange: Generator[Step, Answer, Answer], admission: Admission) -> Generator[Step, Answer, Answer]:
        """Wait until the request may go, let it, and note what the server says about its limits.

        Raises TimeBudgetError when a wait would last longer than the deadline, RateLimitStoreError when the store does
        not work, ConfigurationError when a hook or callback of a call makes another that could only go after it; then
        nothing has been sent.
        """
        patience = Patience(admission)
        store = self.store(admission.store)
        if admission.rate_limit and store:
            from .limiter import limited  # noqa: PLC0415 - it imports this module

            exchange = limited(exchange, admission.rate_limit, store, self, patience)
        if admission.concurrency:
            exchange = in_turn(self._places_of(admission.concurrency, admission), exchange, patience)
        return (yield from exchange)

    def _places_of(self, rule: Concurrency, admission: Admission) -> Queue:
        """The places of all clients with the same address and secrets, of which only a hash is kept."""
        whose = hash((self.api, self.base, *(placed.whose for placed in admission.request.secrets)))
        key = f"{whose}:{rule.requests}:{shared(rule.scope, admission.operation)}"
        found = self._places.get(key)
        if found is None:
            found = self._places[key] = queue(key, rule.requests)
        return found


class Patience:
    """How long one call may wait."""

    __slots__ = ("admission", "operation")

    def __init__(self, admission: Admission) -> None:
        """Until its deadline."""
        self.admission, self.operation = admission, admission.operation

    @property
    def left(self) -> float | None:
        """Seconds, None for no end."""
        deadline = self.admission.deadline
        return None if deadline is None else deadline - self.admission.monotonic()

    def check(self, wait: float, for_what: str) -> None:
        """Refuse to begin a wait of so many seconds that would last too long."""
        if self.left is not None and wait > self.left:
            raise TimeBudgetError(
                f"{self.operation}: would have to wait for {for_what} longer than max_elapsed= allows",
                operation=self.operation,
            )


def in_turn(places: Queue, steps: Generator[Step, Answer, R], patience: Patience) -> Generator[Step, Answer, R]:
    """Do something when a place is free. Raises TimeBudgetError, and ConfigurationError for who waits for itself."""
    with places.join() as turn:
        if not turn.has_come:
            if places.would_block_itself(turn):
                raise ConfigurationError(
                    f"{patience.operation}: a hook or callback of a call that is under way makes another call, and as "
                    "many as the API allows are under way; make it when that call is over, or in another thread",
                    operation=patience.operation,
                )
            yield Wait(turn, patience.left)
        if not turn.has_come:
            patience.check(float("inf"), "calls under way")
        return (yield from steps)


def shared(scope: Scope, operation: str) -> str:
    """Who shares: all, or the calls of one operation."""
    return "account" if scope == "account" else f"operation {operation}"

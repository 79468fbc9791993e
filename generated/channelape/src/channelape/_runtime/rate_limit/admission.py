"""When a request may go: a free place among those under way, then the declared rate limit; both may wait.

The place is kept while the rate limit is waited for, and for one attempt: between attempts others may go. Places are
shared by all clients of this process with the same address and secrets. Other processes have places of their own: one
that died would take its place along, so a store that shared them would have to guess who is alive.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..errors import ConfigurationError, TimeBudgetError
from .semaphore import Wait, queue

if TYPE_CHECKING:
    from collections.abc import Generator

    from ..http.messages import Answer, Request, Step
    from ..limits import Concurrency, Scope
    from ..operation import Operation, T
    from ..setup import Setup
    from .semaphore import Queue

R = TypeVar("R")


def admitted(
    exchange: Generator[Step, Answer, Answer],
    request: Request,
    operation: Operation[T],
    setup: Setup,
    until: float | None,
) -> Generator[Step, Answer, Answer]:
    """Wait until the request may go, let it, and note what the server says about its limits.

    `until` is when the call's time is over, by the monotonic clock. Raises TimeBudgetError when a wait would last
    longer, RateLimitStoreError when the store does not work, ConfigurationError when a hook or callback of a call
    makes another that could only go after it; then nothing has been sent.
    """
    limit, rule = operation.rate_limit or setup.api.rate_limit, operation.concurrency or setup.api.concurrency
    patience = Patience(operation.id, setup, until)
    if limit and setup.store:
        from .limiter import limited  # noqa: PLC0415 - a server on this machine has none, nor have many APIs

        exchange = limited(exchange, request, limit, operation, patience)
    if rule:
        exchange = in_turn(_places(rule, request, operation, setup), exchange, patience)
    return (yield from exchange)


class Patience:
    """How long one call may wait."""

    __slots__ = ("operation", "setup", "until")

    def __init__(self, operation: str, setup: Setup, until: float | None) -> None:
        """Until then, by the monotonic clock; None for ever."""
        self.operation, self.setup, self.until = operation, setup, until

    @property
    def left(self) -> float | None:
        """Seconds, None for no end."""
        return None if self.until is None else self.until - self.setup.monotonic()

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


def shared(scope: Scope, operation: Operation[T]) -> str:
    """Who shares: all, or the calls of one operation."""
    return "account" if scope == "account" else f"operation {operation.id}"


def _places(rule: Concurrency, request: Request, operation: Operation[T], setup: Setup) -> Queue:
    """The places of all clients with the same address and secrets, of which only a hash is kept."""
    whose = hash((setup.api.name, setup.base, *(placed.whose for placed in request.secrets)))
    key = f"{whose}:{rule.requests}:{shared(rule.scope, operation)}"
    found = setup.places.get(key)
    if found is None:
        found = setup.places[key] = queue(key, rule.requests)
    return found

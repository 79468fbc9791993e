"""Declared limits of operations as data, and the interface of the limiter that enforces them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from .http.messages import Answer, Request, Step

Scope = Literal["operation", "account"]
"""Who shares an allowance: the calls of one operation, or all calls of one account."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RateLimit:
    """At most `requests` calls in `per` seconds; the headers are where the server tells its own count."""

    requests: int
    per: float
    scope: Scope = "operation"
    retry_after_header: str = "retry-after"
    limit_header: str = ""
    remaining_header: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concurrency:
    """At most `requests` calls under way at the same time."""

    requests: int
    scope: Scope = "account"


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry:
    """How a failed call may be repeated.

    `statuses` replaces the default set of statuses worth repeating (429 always is). `safe` says whether
    repeating can do no harm: True or False overrule the method, None leaves it to the method.
    """

    statuses: tuple[int, ...] = ()
    safe: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """One attempt that asks a limiter whether it may be sent.

    Attributes:
        operation: the id of the operation.
        request: the request of the attempt.
        rate_limit: the declared rate limit.
        concurrency: the declared limit of concurrent calls.
        store: the option `rate_limits` of the client or the call.
        deadline: when the time of the call is over, by `monotonic`; None for no deadline.
        clock: Unix time.
        monotonic: seconds that never go back.
    """

    operation: str
    request: Request = field(repr=False)
    rate_limit: RateLimit | None
    concurrency: Concurrency | None
    store: object = field(repr=False)
    deadline: float | None
    clock: Callable[[], float] = field(repr=False)
    monotonic: Callable[[], float] = field(repr=False)


class Limiter(Protocol):
    """Enforces the declared limits of an API; shared by a client and its copies."""

    def admit(self, exchange: Generator[Step, Answer, Answer], admission: Admission) -> Generator[Step, Answer, Answer]:
        """Wait until the attempt may be sent, perform it, and take note of what the response says about limits.

        Raises TimeBudgetError when the wait would end after the deadline, and RateLimitStoreError.
        """
        ...

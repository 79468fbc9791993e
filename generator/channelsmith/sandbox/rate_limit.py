"""The rate limits that a document declares, enforced by the server."""

import math
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field

from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.settings import Clock


@dataclass(frozen=True, slots=True)
class RateLimitResult:
    """Whether a call is allowed, and the headers of its response."""

    allowed: bool
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    retry_after: int = 0
    """Whole seconds of the caller's clock, at least 1; 0 for an allowed call."""


class RateLimitChecker:
    """Allows `requests` calls in any `per` seconds; refused calls do not count."""

    def __init__(self, *, clock: Clock, time_scale: float) -> None:
        self._clock = clock
        self._scale = time_scale
        self._calls: dict[tuple[str, str], deque[float]] = {}

    def check(self, operation: Operation, caller: str) -> RateLimitResult:
        """Count a call of an operation by a caller.

        With scope `operation` each operation has a limit of its own, with `account` they share one.
        """
        limit = operation.rate_limit
        if limit is None:
            return RateLimitResult(allowed=True)
        now, per = self._clock(), limit.per * self._scale
        shared = operation.id if limit.scope == "operation" else ""
        calls = self._calls.setdefault((caller, shared), deque())
        while calls and now - calls[0] >= per:
            calls.popleft()
        allowed = len(calls) < limit.requests
        if allowed:
            calls.append(now)
        retry_after = 0 if allowed else max(1, math.ceil(calls[0] + per - now))
        headers = {limit.limit_header: limit.requests, limit.remaining_header: limit.requests - len(calls)}
        if not allowed:
            headers[limit.retry_after_header] = retry_after
        return RateLimitResult(allowed, {name: str(value) for name, value in headers.items() if name}, retry_after)

"""The rate limits a document declares, kept on the server's side."""

import math
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field

from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.settings import Clock


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a call is let through, and what the response headers say about it.

    `retry_after` is in whole seconds of the caller's clock, at least 1, and 0 for a call that is let through.
    """

    allowed: bool
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    retry_after: int = 0


class Limiter:
    """Lets `requests` calls through in any `per` seconds; calls it refuses do not count."""

    def __init__(self, *, clock: Clock, time_scale: float) -> None:
        """Counts by this clock, in intervals of `per * time_scale` seconds."""
        self._clock = clock
        self._scale = time_scale
        self._calls: dict[tuple[str, str], deque[float]] = {}

    def check(self, operation: Operation, caller: str) -> Verdict:
        """Counts a call of an operation by a caller.

        With scope `operation` each operation has an allowance of its own, with `account` they share one.
        """
        limit = operation.rate_limit
        if limit is None:
            return Verdict(allowed=True)
        now, requests, per = self._clock(), limit.requests, limit.per * self._scale
        shared = operation.id if limit.scope == "operation" else ""
        calls = self._calls.setdefault((caller, shared), deque())
        while calls and now - calls[0] >= per:
            calls.popleft()
        allowed = len(calls) < requests
        if allowed:
            calls.append(now)
        wait = 0 if allowed else max(1, math.ceil(calls[0] + per - now))
        headers = {limit.limit_header: requests, limit.remaining_header: requests - len(calls)}
        if not allowed:
            headers[limit.retry_after_header] = wait
        return Verdict(allowed, {name: str(value) for name, value in headers.items() if name}, wait)


def retry_header(operation: Operation) -> str | None:
    """The header by which refused calls are told when to come back; None where the document names none."""
    return (operation.rate_limit.retry_after_header or None) if operation.rate_limit is not None else None

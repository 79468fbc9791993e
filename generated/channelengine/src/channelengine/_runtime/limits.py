"""What a document declares about how often and how safely an operation may be called: data, no behaviour."""

from __future__ import annotations

from typing import Literal

from .value import Value

Scope = Literal["operation", "account"]
"""Who shares an allowance: the calls of one operation, or all calls of one account."""


class RateLimit(Value, kw_only=True):
    """At most `requests` calls in `per` seconds; the headers are where the server tells its own count."""

    requests: int
    per: float
    scope: Scope = "operation"
    retry_after_header: str = "retry-after"
    limit_header: str = ""
    remaining_header: str = ""


class Concurrency(Value, kw_only=True):
    """At most `requests` calls under way at the same time."""

    requests: int
    scope: Scope = "account"


class Retry(Value, kw_only=True):
    """How a failed call may be repeated.

    `statuses` replaces the default set of statuses worth repeating (429 always is). `safe` says whether
    repeating can do no harm: True or False overrule the method, None leaves it to the method.
    """

    statuses: tuple[int, ...] = ()
    safe: bool | None = None

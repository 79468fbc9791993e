"""The documented headers of responses: `X.read(raw)` returns the typed value in a raw response or an error, or None."""

from __future__ import annotations

from ._runtime.response.headers import Header

__all__ = ["RETRY_AFTER", "X_RATE_LIMIT_LIMIT", "X_RATE_LIMIT_REMAINING"]

RETRY_AFTER: Header[int] = Header("retry-after", int)
"""Number of seconds to wait before calling this operation again."""

X_RATE_LIMIT_LIMIT: Header[int] = Header("x-rate-limit-limit", int)
"""The length of the rate limit interval in minutes. (Despite its name, it is not a number of calls.)"""

X_RATE_LIMIT_REMAINING: Header[int] = Header("x-rate-limit-remaining", int)
"""Number of calls left in the current interval."""

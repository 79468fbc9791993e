"""Retries: whether a call is repeated, and after which pause. Pure functions; time and random numbers are arguments."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .api import RateLimit, Retry

UNAUTHORIZED = 401
TOO_MANY_REQUESTS = 429
REPEATABLE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE"})
TRANSIENT_STATUSES = frozenset({500, 502, 503, 504})

FIRST_BACKOFF = 0.5
LONGEST_BACKOFF = 8.0
LONGEST_WAIT = 120.0
"""Seconds; a server that asks for a longer pause is called again after this time."""

_SECONDS = re.compile(r"[0-9]{1,9}(\.[0-9]{1,9})?")


def should_repeat(
    *,
    method: str,
    status: int | None,
    rule: Retry | None,
    has_idempotency_key: bool,
    statuses: Iterable[int] | None = None,
) -> bool:
    """Whether a repetition can help and does no harm; `status` is None when no response arrived.

    `statuses` are those worth repeating by the choice of the caller, besides 429.

    A call that was answered with 429 had no effect, so it can always be repeated. Any other call may have had its
    effect already: it is repeated only if that is idempotent.
    """
    if status == TOO_MANY_REQUESTS:
        return True
    if statuses is None:
        statuses = rule.statuses if rule and rule.statuses else TRANSIENT_STATUSES
    if status is not None and status not in statuses:
        return False
    if rule and rule.safe is not None:
        return rule.safe
    return has_idempotency_key or method.upper() in REPEATABLE_METHODS


def delay(
    attempt: int,
    *,
    asked: float | None,
    status: int | None,
    limit: RateLimit | None,
    random: Callable[[], float],
    backoff: tuple[float, float] = (FIRST_BACKOFF, LONGEST_BACKOFF),
) -> float:
    """Seconds before the next attempt (`attempt` is 0 after the first): as the server asks, else by the declared limit.

    Otherwise the pause doubles each time, between the two figures of `backoff`, and half of it is random, so that
    clients that failed together do not repeat their calls together.
    """
    if asked is None and status == TOO_MANY_REQUESTS and limit:
        asked = limit.per / limit.requests
    if asked is not None:
        return min(asked, LONGEST_WAIT)
    first, longest = backoff
    pause = min(first * 2.0 ** min(attempt, 64), longest)
    return pause * (0.5 + random() / 2)


def retry_after(headers: Mapping[str, str], *, now: Callable[[], float], name: str = "retry-after") -> float | None:
    """Seconds that a response asks to wait, None when it has no valid Retry-After header.

    A date is compared with the Date of the response, so that a wrong clock on either side does not matter.
    """
    value = headers.get(name.lower(), "").strip()
    if _SECONDS.fullmatch(value):
        return float(value)
    until = _timestamp(value)
    if until is None:
        return None
    return max(0.0, until - (_timestamp(headers.get("date", "")) or now()))


def _timestamp(http_date: str) -> float | None:
    from email.utils import parsedate_to_datetime  # noqa: PLC0415 - slow to load, and dates are rare

    try:
        return parsedate_to_datetime(http_date).timestamp()
    except (ValueError, TypeError, IndexError, OverflowError):  # depends on the Python version
        return None

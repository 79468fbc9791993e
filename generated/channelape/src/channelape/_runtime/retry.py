"""Retries: whether a call is repeated, and after which pause. Pure functions; time and random numbers are arguments."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
REJECTION_BUDGET = 300.0
"""Seconds that a call without `max_elapsed` pauses because of 429s, all in all."""
_SHORTEST_CHARGE = 1.0
"""Seconds that a pause takes of that budget at least, so that a server that asks for none does not go on forever."""

_AT_ONCE = 1.0
"""Seconds; a server that asks for less, again and again, is called no more often than this."""

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


@dataclass(slots=True)
class Retries:
    """How often the attempts of one call have failed.

    Attributes:
        failures: the attempts that count towards `max_retries`.
        rejections: the attempts that were answered with 429, which had no effect and do not count.
        charged: seconds of pauses after these.
    """

    failures: int = 0
    rejections: int = 0
    charged: float = 0.0

    @property
    def count(self) -> int:
        """The number of repetitions."""
        return self.failures + self.rejections

    def add(self, status: int | None, pause: float, *, max_retries: int, has_deadline: bool) -> bool:
        """Count an attempt that failed, and say whether another one may follow after a pause.

        `max_retries` repetitions follow after other failures than 429. Those after a 429 have no number: they end at
        the deadline of the call, without one when the pauses exceed REJECTION_BUDGET. With `max_retries` 0 there are no
        repetitions at all.
        """
        if status != TOO_MANY_REQUESTS or not max_retries:
            self.failures += 1
            return self.failures <= max_retries
        self.rejections += 1
        self.charged += max(pause, _SHORTEST_CHARGE)
        return has_deadline or self.charged <= REJECTION_BUDGET


def delay(
    attempt: int,
    *,
    asked: float | None,
    status: int | None,
    limit: RateLimit | None,
    random: Callable[[], float],
    backoff: tuple[float, float] = (FIRST_BACKOFF, LONGEST_BACKOFF),
) -> float:
    """Seconds before the next attempt, as the server asks; `attempt` counts earlier ones that failed the same way.

    Where it keeps asking for hardly any pause, the pauses grow all the same, up to a second. Where it does not ask, the
    pause doubles each time, between the two figures of `backoff`, and half of it is random, so that clients
    that failed together do not repeat their calls together.

    After a 429 all of the growth is random: the pause is between the shortest one and twice that, then four times, and
    so on up to the second figure of `backoff`. The shortest pause is the period of the declared limit, or the first
    figure of `backoff` if that is longer: 1 s for 5 calls a second, 60 s for one a minute. Whoever used up the limit,
    the server has forgotten those calls by then. The longest pause is at least twice the shortest.
    """
    if asked is not None:
        least = min(_AT_ONCE / 8 * 2.0 ** min(attempt, 64), _AT_ONCE) if attempt else 0.0
        return min(max(asked, least), LONGEST_WAIT)
    first, longest = backoff
    doubled = 2.0 ** min(attempt, 64)
    if status != TOO_MANY_REQUESTS:
        return min(first * doubled, longest) * (0.5 + random() / 2)
    shortest = min(max(first, limit.per if limit else 0.0), LONGEST_WAIT)
    most = min(2 * shortest * doubled, max(longest, 2 * shortest), LONGEST_WAIT)
    return shortest + (most - shortest) * random()


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

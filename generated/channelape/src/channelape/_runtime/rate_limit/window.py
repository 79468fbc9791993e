"""How much of a rate limit is used up: pure arithmetic on one small value, with the time as an argument.

A server counts a call when it arrives, which is some time between sending it and having its answer. So a call is
reckoned as made at the latest of these: it gives its place back `per` seconds after the answer, and before there is
an answer as late as it may have been counted. Whoever obeys this is not refused, whatever the network does.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from ..retry import LONGEST_WAIT
from ..value import Value

if TYPE_CHECKING:
    from ..limits import RateLimit

TRANSIT = 2.0
"""Seconds within which a request is taken to have reached the server; also the share of a process that died."""

RECHECK = 0.05
"""Seconds until asking again when a call is under way whose answer will give its place back."""


class Reckoned(Value):
    """One call that uses up a place until `free`; `is_settled` when its answer is there."""

    call: str
    free: float
    is_settled: bool = False

    @property
    def expected(self) -> float:
        """When its place is free if nothing is slow."""
        return self.free if self.is_settled else self.free - TRANSIT


class Ledger(Value):
    """The calls that use up one allowance, and until when the server wants none; times in seconds of any clock."""

    calls: tuple[Reckoned, ...] = ()
    held: float = 0.0

    @property
    def ends(self) -> float:
        """From when on this says nothing any more."""
        return max((self.held, *(each.free for each in self.calls)))

    def to_json(self) -> str:
        """For a store that keeps texts."""
        return json.dumps([self.held, [[each.call, each.free, each.is_settled] for each in self.calls]])

    @classmethod
    def from_json(cls, text: str) -> Ledger:
        """The reverse of `to_json`; "" is an unused allowance. Raises ValueError for a text of another kind."""
        if not text:
            return cls()
        try:
            held, calls = json.loads(text)
            return cls(tuple(Reckoned(str(call), float(free), bool(done)) for call, free, done in calls), float(held))
        except (TypeError, ValueError):
            raise ValueError("it holds something that is no ledger of rate limits") from None


Change = Callable[[Ledger, float], tuple[Ledger, float]]
"""Ledger and time -> the ledger to keep, and the seconds to wait before asking again, 0 when there is no need to."""


def take(ledger: Ledger, now: float, *, call: str, limit: RateLimit) -> tuple[Ledger, float]:
    """Take a place for a call, or say how long to wait; who waits has changed nothing, unless the clock jumped."""
    current = _current(ledger, now, limit)
    kept = current if current.ends < ledger.ends else ledger
    if current.held > now:
        return kept, current.held - now
    if len(current.calls) >= limit.requests:
        return kept, max(min(each.expected for each in current.calls) - now, RECHECK)
    taken = Reckoned(call, now + limit.per + TRANSIT)
    return replace(current, calls=(*current.calls, taken)), 0.0


def settle(
    ledger: Ledger, now: float, *, call: str, limit: RateLimit, remaining: int | None = None
) -> tuple[Ledger, float]:
    """Note that a call has been answered, and how many more the server says it would take, if it does.

    When that is less than we think, others use the same allowance: their calls are reckoned too, as made now.
    """
    current = _current(ledger, now, limit)
    free = now + limit.per
    calls = [
        Reckoned(each.call, min(each.free, free), is_settled=True) if each.call == call else each
        for each in current.calls
    ]
    unknown = 0 if remaining is None else limit.requests - len(calls) - remaining
    calls += [Reckoned("", free, is_settled=True)] * unknown
    return replace(current, calls=tuple(calls)), 0.0


def refuse(ledger: Ledger, now: float, *, call: str, limit: RateLimit, wait: float) -> tuple[Ledger, float]:
    """Note that the server refused a call, which is then not counted, and lets nobody in for `wait` seconds."""
    current = _current(ledger, now, limit)
    calls = tuple(each for each in current.calls if each.call != call)
    return Ledger(calls, max(current.held, now + min(wait, LONGEST_WAIT))), 0.0


def _current(ledger: Ledger, now: float, limit: RateLimit) -> Ledger:
    """What still counts; nothing is later than it could be, so that a clock that was put back blocks nobody."""
    latest = now + limit.per + TRANSIT
    calls = tuple(
        replace(each, free=latest) if each.free > latest else each for each in ledger.calls if each.free > now
    )
    return Ledger(calls, min(ledger.held, now + LONGEST_WAIT))

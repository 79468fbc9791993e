"""A sliding-window log: how much of a rate limit is used, as an immutable value with the time as an argument.

A server counts a call when it arrives, some time between sending it and receiving the response. Here, a call counts
from the latest of these times: it frees its slot `per` seconds after the response, and without a response `per` seconds
after the last moment it may have arrived. A client that follows this is not rejected, whatever the network does.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from ..retry import LONGEST_WAIT

if TYPE_CHECKING:
    from ..api import RateLimit

TRANSIT = 2.0
"""Seconds within which a request is assumed to reach the server."""
RECHECK = 0.05
"""Seconds until the next attempt to reserve a slot that a pending response will free."""


class WindowEntry(NamedTuple):
    """A call that uses a slot until `free`. `is_settled`: its response has arrived, so that `free` is final.

    `slots` is how many are used until then: those of others may be very many.
    """

    call: str
    free: float
    is_settled: bool = False
    slots: int = 1

    @property
    def expected_free(self) -> float:
        """When the slot becomes free if the response arrives quickly."""
        return self.free if self.is_settled else self.free - TRANSIT


@dataclass(frozen=True, slots=True)
class SlidingWindow:
    """The calls that use a rate limit, and the time until which the server rejects all; in seconds of any clock."""

    entries: tuple[WindowEntry, ...] = ()
    blocked_until: float = 0.0

    @property
    def expires(self) -> float:
        """The time from which on the window is empty."""
        return max((self.blocked_until, *(entry.free for entry in self.entries)))

    def to_json(self) -> str:
        """Serialize the window for a store that keeps text."""
        return json.dumps([self.blocked_until, self.entries])

    @classmethod
    def from_json(cls, text: str) -> SlidingWindow:
        """Parse the result of `to_json`; "" is an unused window. Raises ValueError for other text."""
        if not text:
            return cls()
        try:
            blocked_until, entries = json.loads(text)
            window = tuple(
                WindowEntry(str(call), float(free), bool(settled), *map(int, slots))
                for call, free, settled, *slots in entries
            )
            return cls(window, float(blocked_until))
        except (TypeError, ValueError):
            raise ValueError("the stored value is not a rate-limit window") from None

    @property
    def used(self) -> int:
        """How many slots are used."""
        return sum(entry.slots for entry in self.entries)

    def reserve(self, now: float, *, call: str, limit: RateLimit) -> tuple[SlidingWindow, float]:
        """Reserve a slot for a call, or return the seconds to wait. Without a slot only a wrong clock changes it."""
        current = self._at(now, limit)
        unchanged = current if current.expires < self.expires else self
        if current.blocked_until > now:
            return unchanged, current.blocked_until - now
        if current.used >= limit.requests:
            return unchanged, max(min(entry.expected_free for entry in current.entries) - now, RECHECK)
        entry = WindowEntry(call, now + limit.per + TRANSIT)
        return replace(current, entries=(*current.entries, entry)), 0.0

    def settle(
        self, now: float, *, call: str, limit: RateLimit, remaining: int | None = None
    ) -> tuple[SlidingWindow, float]:
        """Record the response of a call, and how many more calls the server would accept, if known.

        If these are fewer than expected, others use the same limit: their calls are added as if made now.
        """
        current = self._at(now, limit)
        free = now + limit.per
        entries = [
            WindowEntry(call, min(entry.free, free), is_settled=True) if entry.call == call else entry
            for entry in current.entries
        ]
        if remaining is not None and (others := limit.requests - current.used - remaining) > 0:
            entries.append(WindowEntry("", free, is_settled=True, slots=others))
        return replace(current, entries=tuple(entries)), 0.0

    def reject(self, now: float, *, call: str, limit: RateLimit, wait: float) -> tuple[SlidingWindow, float]:
        """Record that the server rejected a call, which it does not count, and block all others for `wait` seconds."""
        current = self._at(now, limit)
        entries = tuple(entry for entry in current.entries if entry.call != call)
        return SlidingWindow(entries, max(current.blocked_until, now + min(wait, LONGEST_WAIT))), 0.0

    def _at(self, now: float, limit: RateLimit) -> SlidingWindow:
        """Drop what has expired, and cap times that are only possible if the clock was set back."""
        latest = now + limit.per + TRANSIT
        entries = tuple(entry._replace(free=min(entry.free, latest)) for entry in self.entries if entry.free > now)
        return SlidingWindow(entries, min(self.blocked_until, now + LONGEST_WAIT))


Change = Callable[[SlidingWindow, float], tuple[SlidingWindow, float]]
"""From a window and the time to the window to keep, and the seconds to wait before asking again, 0 for no wait."""

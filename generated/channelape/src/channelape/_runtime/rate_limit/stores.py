"""Where it is kept what of a rate limit is used up: the interface of a store, the default, the step that asks it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Protocol

from ..errors import RateLimitStoreError
from .window import Ledger

if TYPE_CHECKING:
    from collections.abc import Callable

    from .window import Change


class RateLimitStore(Protocol):
    """One ledger for each key, shared by all who use the store."""

    @property
    def blocking(self) -> bool:
        """Whether `update` may take a while, so that an async client calls it in a thread."""
        ...

    def update(self, key: str, change: Change) -> float:
        """Replace the ledger of `key` by what `change` makes of it, at one stroke, and return the seconds it says.

        `change` gets the ledger kept under `key`, an empty one at first, and the time in seconds of a clock that all
        who use the store share. It is pure, so it may be called again when somebody else was faster.
        Raises RateLimitStoreError when the ledger can not be read or kept.
        """
        ...


class MemoryRateLimits:
    """Kept in memory: shared by the clients of this process that are given the same store, gone when it ends."""

    blocking = False

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        """Count by this clock, in seconds."""
        self._clock = clock
        self._ledgers: dict[str, Ledger] = {}
        self._lock = Lock()

    def update(self, key: str, change: Change) -> float:
        """See RateLimitStore."""
        with self._lock:
            self._ledgers[key], wait = change(self._ledgers.get(key, Ledger()), self._clock())
        return wait


@dataclass(slots=True)
class Consult:
    """Ask the driver to have a ledger changed; `wait` is what the change said, `failure` why there was none."""

    store: RateLimitStore
    key: str
    change: Change
    wait: float = 0.0
    failure: RateLimitStoreError | None = None

    def perform(self) -> None:
        """Ask."""
        try:
            self.wait = self.store.update(self.key, self.change)
        except RateLimitStoreError as error:
            self.failure = error

    async def perform_async(self) -> None:
        """Ask, in a thread if it may take a while."""
        if not self.store.blocking:
            return self.perform()
        import asyncio  # noqa: PLC0415 - slow to load, and a sync client has no use for it

        return await asyncio.to_thread(self.perform)

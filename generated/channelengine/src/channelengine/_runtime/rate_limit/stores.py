"""Storage for rate-limit usage: the interface of a store, and stores in memory and in a file."""

from __future__ import annotations

import os
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING, Protocol

from ..errors import RateLimitStoreError
from .window import SlidingWindow

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from ..timeouts import Deadline
    from .window import Change

_LOCK_TIMEOUT = 30.0
"""Seconds after which a file that others write to all the time is considered broken."""
_LEAST_TIME = 0.05
"""Seconds that a store has at least, even if the time of the call is over."""
_SCHEMA = "CREATE TABLE IF NOT EXISTS rate_limits (key TEXT PRIMARY KEY, ledger TEXT NOT NULL, ends REAL NOT NULL)"


class RateLimitStore(Protocol):
    """One sliding window per key, shared by everything that uses the store."""

    @property
    def blocking(self) -> bool:
        """Whether `update` may block, so that an async client calls it in a thread."""
        ...

    def update(self, key: str, change: Change) -> float:
        """Replace the window of `key` by the result of `change` atomically, and return the seconds to wait.

        `change` receives the stored window, an empty one at first, and the time in seconds of a clock that all users
        of the store share. It is pure, so it may be called again after a conflict.

        A call with a deadline (`max_elapsed`) does not wait for it longer than that: a store that may block is then
        called in a thread of its own. Where it wants to take a slot for a call that has ended meanwhile, `change`
        raises TimeoutError.

        Raises RateLimitStoreError if the window cannot be read or written.
        """
        ...


class MemoryRateLimits:
    """Counts in memory, for the clients of one process that use the same store."""

    blocking = False

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._windows: dict[str, SlidingWindow] = {}
        self._lock = Lock()

    def update(self, key: str, change: Change) -> float:
        """See RateLimitStore."""
        with self._lock:
            self._windows[key], wait = change(self._windows.get(key, SlidingWindow()), self._clock())
        return wait


class FileRateLimits:
    """Counts in an SQLite file on a local disk, for all processes of a machine and across restarts.

    The file is created on first use, readable only by its owner. It contains the API's name, a digest of account and
    key, operations and times: no keys, and nothing that was sent.

    Args:
        path: the file.
        clock: a clock in seconds, the same for everything that shares the file.
    """

    blocking = True

    def __init__(self, path: str | os.PathLike[str], *, clock: Callable[[], float] = time.time) -> None:
        self._path = Path(path)
        self._clock = clock

    def update(self, key: str, change: Change) -> float:
        """See RateLimitStore."""
        import sqlite3  # noqa: PLC0415 - slow to load, and most programs count in memory

        try:
            if not self._path.exists():
                self._path.parent.mkdir(parents=True, exist_ok=True)
                os.close(os.open(self._path, os.O_CREAT | os.O_WRONLY, 0o600))
            # A connection for each change, so that threads and forked processes share nothing but the file.
            connection = sqlite3.connect(self._path, timeout=_LOCK_TIMEOUT, isolation_level=None)
            with closing(connection):
                return self._update(connection, key, change)
        except (sqlite3.Error, OSError, ValueError) as error:
            raise RateLimitStoreError(f"the rate-limit file {self._path}: {error}") from error

    def _update(self, connection: sqlite3.Connection, key: str, change: Change) -> float:
        connection.execute("PRAGMA synchronous = OFF")  # has to survive a crash of the process, not of the machine
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(_SCHEMA)
        row = connection.execute("SELECT ledger FROM rate_limits WHERE key = ?", (key,)).fetchone()
        old, now = SlidingWindow.from_json(row[0] if row else ""), self._clock()
        new, wait = change(old, now)
        if new != old:
            connection.execute("DELETE FROM rate_limits WHERE ends <= ?", (now,))
            connection.execute("REPLACE INTO rate_limits VALUES (?, ?, ?)", (key, new.to_json(), new.expires))
        connection.execute("COMMIT")
        return wait

    def __repr__(self) -> str:
        return f"FileRateLimits({str(self._path)!r})"


@dataclass(slots=True)
class UpdateStore:
    """A step that updates a store, no later than the deadline of a call.

    Afterwards `wait` is its result, `error` the reason why it failed, or `is_late` True, if the store has not answered
    in time. It may still do so later; a change that `expires` is not made then.
    """

    store: RateLimitStore
    key: str
    change: Change
    deadline: Deadline | None = None
    expires: bool = False
    wait: float = 0.0
    error: RateLimitStoreError | None = None
    is_late: bool = False
    _failure: BaseException | None = None

    def perform(self) -> None:
        """Update the store."""
        if self.deadline is None or not self.store.blocking:
            self._update()
        else:
            thread = Thread(target=self._update, daemon=True)  # so that it does not keep the program from ending
            thread.start()
            thread.join(max(self.deadline.time_left, _LEAST_TIME))
            self.is_late = thread.is_alive()
        if self._failure is not None and not self.is_late:
            raise self._failure

    def _update(self) -> None:
        try:
            self.wait = self.store.update(self.key, self._change_in_time)
        except RateLimitStoreError as error:
            self.error = error
        except BaseException as error:  # noqa: BLE001 - of a store of the caller's; raised by `perform`
            self._failure = error

    def _change_in_time(self, window: SlidingWindow, now: float) -> tuple[SlidingWindow, float]:
        if self.is_late and self.expires:
            raise TimeoutError("the call has ended")
        return self.change(window, now)

    async def perform_async(self) -> None:
        """Update the store, in a thread if that may block."""
        if not self.store.blocking:
            return self.perform()
        import asyncio  # noqa: PLC0415 - slow to load, and a sync client does not need it

        return await asyncio.to_thread(self.perform)

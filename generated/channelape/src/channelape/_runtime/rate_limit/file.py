"""Rate limits kept in a file: shared by all processes of this machine, and still there after a restart."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import RateLimitStoreError
from .window import Ledger

if TYPE_CHECKING:
    from collections.abc import Callable

    from .window import Change

_PATIENCE = 30.0  # seconds until a file that others write to all the time counts as broken
_TABLE = "CREATE TABLE IF NOT EXISTS rate_limits (key TEXT PRIMARY KEY, ledger TEXT NOT NULL, ends REAL NOT NULL)"


class FileRateLimits:
    """An SQLite file on a local disk; it is made when it is needed, readable for its owner only.

    It holds the API's name, a digest of account and key, the operation and times: no key, nothing that was sent.
    """

    blocking = True

    def __init__(self, path: str | os.PathLike[str], *, clock: Callable[[], float] = time.time) -> None:
        """Use the file at `path`. All who share it need the same `clock`, in seconds."""
        self._path = Path(path)
        self._clock = clock

    def update(self, key: str, change: Change) -> float:
        """See RateLimitStore."""
        try:
            with closing(self._open()) as file:
                return self._update(file, key, change)
        except (sqlite3.Error, OSError, ValueError) as error:
            raise RateLimitStoreError(f"the file of rate limits {self._path}: {error}") from error

    def _open(self) -> sqlite3.Connection:
        """A connection for one change: so threads and forked processes have nothing in common but the file."""
        if not self._path.exists():
            self._path.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(self._path, os.O_CREAT | os.O_WRONLY, 0o600))
        file = sqlite3.connect(self._path, timeout=_PATIENCE, isolation_level=None)
        file.execute("PRAGMA synchronous = OFF")  # a process may die at any time; the machine need not be outlived
        return file

    def _update(self, file: sqlite3.Connection, key: str, change: Change) -> float:
        file.execute("BEGIN IMMEDIATE")
        file.execute(_TABLE)
        row = file.execute("SELECT ledger FROM rate_limits WHERE key = ?", (key,)).fetchone()
        old, now = Ledger.from_json(row[0] if row else ""), self._clock()
        new, wait = change(old, now)
        if new != old:
            file.execute("DELETE FROM rate_limits WHERE ends <= ?", (now,))
            file.execute("REPLACE INTO rate_limits VALUES (?, ?, ?)", (key, new.to_json(), new.ends))
        file.execute("COMMIT")
        return wait

    def __repr__(self) -> str:
        """Where it is."""
        return f"FileRateLimits({str(self._path)!r})"

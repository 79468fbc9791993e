"""Keep the items of a store in an SQLite file, written before a request is answered."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, cast

from channelsmith.sandbox.settings import SettingError
from channelsmith.sandbox.state.store import Change, Item, Key

_FORMAT: Final = "2"
_TABLES: Final = """
CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS items (
    number INTEGER PRIMARY KEY, collection TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL,
    UNIQUE (collection, key)
);
"""
_PUT: Final = """
INSERT INTO items (collection, key, value) VALUES (?, ?, ?)
ON CONFLICT (collection, key) DO UPDATE SET value = excluded.value
"""


class FileJournal:
    """An SQLite file that belongs to one server at a time.

    What was written survives the end of the process, however it ends (write-ahead log).
    """

    def __init__(self, path: Path, api: str) -> None:
        """Open the file, or create it.

        Args:
            path: the file; its folder has to exist.
            api: the title of the API. A file with the items of another one is refused.

        Raises:
            SettingError: the file can not be opened, is in use, or has other contents.
        """
        try:
            self._database: Final = sqlite3.connect(path, isolation_level=None, timeout=1, check_same_thread=False)
            tables = {name for (name,) in self._database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            if tables and not tables >= {"about", "items"}:
                raise SettingError(f"state: {path} is a database of another program: name another file")
            self._database.execute("PRAGMA locking_mode = EXCLUSIVE")
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = NORMAL")  # enough when the process is killed
            self._database.executescript(_TABLES)
            self._claim(path, {"form": _FORMAT, "api": api})
        except sqlite3.Error as error:
            raise SettingError(f"state: can not use {path}: {error}") from None

    def load(self) -> Iterator[tuple[str, Key, Item]]:
        """Yield collection, key and item of everything stored, oldest first."""
        rows = self._database.execute("SELECT collection, key, value FROM items ORDER BY number")
        for collection, key, value in rows:
            yield collection, tuple(json.loads(key)), cast("Item", json.loads(value))

    def write(self, changes: Iterable[Change]) -> None:
        """Write changes in one transaction."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            for collection, key, item in changes:
                where = (collection, json.dumps(list(key)))
                if item is None:
                    self._database.execute("DELETE FROM items WHERE collection = ? AND key = ?", where)
                else:
                    self._database.execute(_PUT, (*where, json.dumps(item)))
            self._database.execute("COMMIT")
        except BaseException:
            self._database.execute("ROLLBACK")
            raise

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def _claim(self, path: Path, about: dict[str, str]) -> None:
        existing = dict(self._database.execute("SELECT name, value FROM about").fetchall())
        if existing and existing["api"] != about["api"]:
            message = f"state: {path} has the items of another API ({existing['api']!r}): name another file"
            raise SettingError(message)
        if existing and existing != about:
            raise SettingError(f"state: {path} was written by another version of channelsmith: name another file")
        self._database.executemany("INSERT OR IGNORE INTO about VALUES (?, ?)", about.items())

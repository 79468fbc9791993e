"""Storage of items by collection and key: in memory with indexes and transactions, and in an SQLite file."""

import json
import sqlite3
from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeAlias, cast

from channelsmith.document import Document, Json
from channelsmith.sandbox.json_values import dump_json, parse_number
from channelsmith.sandbox.settings import SettingError, Settings

Item: TypeAlias = dict[str, Json]
"""Never changed once it is stored: a change puts another one in its place."""
Key: TypeAlias = tuple[str, ...]
"""The values of the path parameters that lead to an item, the item's own last."""
Change: TypeAlias = tuple[str, Key, Item | None]
"""Collection, key, and the new item; None when it was removed."""
_Index: TypeAlias = "dict[tuple[str, ...], dict[Key, None]]"
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
            SettingError: the file cannot be opened, is in use, or has other contents.
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
            raise SettingError(f"state: cannot use {path}: {error}") from None

    def load(self) -> Iterator[tuple[str, Key, Item]]:
        """Yield collection, key and item of everything stored, oldest first."""
        rows = self._database.execute("SELECT collection, key, value FROM items ORDER BY number")
        for collection, key, value in rows:
            yield collection, tuple(json.loads(key)), cast("Item", json.loads(value, parse_float=parse_number))

    def write(self, changes: Iterable[Change]) -> None:
        """Write changes in one transaction."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            for collection, key, item in changes:
                where = (collection, json.dumps(list(key)))
                if item is None:
                    self._database.execute("DELETE FROM items WHERE collection = ? AND key = ?", where)
                else:
                    self._database.execute(_PUT, (*where, dump_json(item)))
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


class Store:
    """Items by collection and key, in the order of their creation."""

    def __init__(self, journal: FileJournal | None = None) -> None:
        self._journal: Final = journal
        self._items: Final = dict[str, dict[Key, Item]]()
        self._positions: Final = dict[str, dict[str, int]]()
        self._indexes: Final = dict[str, dict[tuple[str, ...], _Index]]()
        self._undo: list[Change] | None = None
        for collection, key, item in journal.load() if journal is not None else ():
            self._set(collection, key, item)

    def close(self) -> None:
        """Close the journal."""
        if self._journal is not None:
            self._journal.close()

    def collections(self) -> tuple[str, ...]:
        """Return the names of the collections that have ever had an item."""
        return tuple(self._items)

    def get(self, collection: str, key: Key) -> Item | None:
        """Return the item with a key."""
        return self._items.get(collection, {}).get(key)

    def all(self, collection: str) -> Mapping[Key, Item]:
        """Return a live view of a collection."""
        return self._items.get(collection, {})

    def count(self, collection: str) -> int:
        """Return the number of items in a collection."""
        return len(self._items.get(collection, ()))

    def position(self, collection: str, cursor: str) -> int | None:
        """Return the position of an item in the order of creation, deleted ones included."""
        return self._positions.get(collection, {}).get(cursor)

    def find(self, collection: str, where: Mapping[str, Json]) -> list[tuple[Key, Item]]:
        """Return the items whose members have these values, oldest first; a number equals its text."""
        names = tuple(sorted(where))
        indexes = self._indexes.setdefault(collection, {})
        if names not in indexes:
            indexes[names] = {}
            for key, item in self.all(collection).items():
                indexes[names].setdefault(_values(item, names), {})[key] = None
        positions = self._positions.get(collection, {})
        keys = sorted(indexes[names].get(_values(where, names), ()), key=lambda key: positions[to_cursor(key)])
        return [(key, self._items[collection][key]) for key in keys]

    def put(self, collection: str, key: Key, item: Item) -> None:
        """Store an item in the place of the one with the same key."""
        self._change(collection, key, item)

    def remove(self, collection: str, key: Key) -> None:
        """Remove an item if there is one."""
        self._change(collection, key, None)

    @contextmanager
    def transaction(self) -> Generator[None]:
        """Write the changes made inside together at the end; an exception undoes them.

        A nested transaction is part of the outer one.
        """
        if self._undo is not None:
            yield
            return
        self._undo = []
        try:
            yield
            if self._journal is not None and self._undo:
                touched = {(collection, key): None for collection, key, _ in self._undo}
                self._journal.write([(*each, self.get(*each)) for each in touched])
        except BaseException:
            for collection, key, item in reversed(self._undo):
                self._set(collection, key, item)
            raise
        finally:
            self._undo = None

    def _change(self, collection: str, key: Key, item: Item | None) -> None:
        if self._undo is None:
            raise RuntimeError("the store can only be changed in a transaction")
        self._undo.append((collection, key, self.get(collection, key)))
        self._set(collection, key, item)

    def _set(self, collection: str, key: Key, item: Item | None) -> None:
        items = self._items.setdefault(collection, {})
        old = items.get(key)
        for names, index in self._indexes.get(collection, {}).items():
            before, after = (_values(each, names) if each is not None else None for each in (old, item))
            if before is not None and before != after:
                index[before].pop(key, None)
            if after is not None:
                index.setdefault(after, {})[key] = None
        if item is None:
            items.pop(key, None)
            return
        items[key] = item
        if old is None:
            positions = self._positions.setdefault(collection, {})
            cursor = to_cursor(key)
            positions.pop(cursor, None)  # an item created again goes to the end
            positions[cursor] = next(reversed(positions.values()), 0) + 1


def open_store(document: Document, settings: Settings) -> Store:
    """Return the store in the file `settings.state`, or one in memory.

    Raises:
        SettingError: the file cannot be used.
    """
    if settings.state is None:
        return Store()
    info = document.root.get("info")
    return Store(FileJournal(settings.state, info.text("title") if info is not None else ""))


def to_cursor(key: Key) -> str:
    """Return a key as one text."""
    return "_".join(key)


def as_list(value: Json) -> list[Json]:
    """Return a list, or the list with only this value."""
    return value if isinstance(value, list) else [value]


def to_text(value: Json) -> str:
    """Return a value as look-ups compare it: a number equals its text."""
    return value if isinstance(value, str) else repr(value) if not isinstance(value, bool) else str(value).lower()


def _values(item: Mapping[str, Json], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(to_text(item.get(name)) for name in names)

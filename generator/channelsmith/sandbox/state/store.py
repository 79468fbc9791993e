"""Items in memory by collection and key: look-ups with indexes, and transactions that a journal records."""

from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final, Protocol, TypeAlias

from channelsmith.document import Json

Item: TypeAlias = dict[str, Json]
"""Never changed once it is stored: a change puts another one in its place."""
Key: TypeAlias = tuple[str, ...]
"""The values of the path parameters that lead to an item, the item's own last."""
Change: TypeAlias = tuple[str, Key, Item | None]
"""Collection, key, and the new item; None when it was removed."""
_Index: TypeAlias = "dict[tuple[str, ...], dict[Key, None]]"


class Journal(Protocol):
    """Persistent storage of a store."""

    def load(self) -> Iterator[tuple[str, Key, Item]]:
        """Yield collection, key and item of everything stored, oldest first."""
        ...

    def write(self, changes: Iterable[Change]) -> None:
        """Write changes, all of them or none."""
        ...

    def close(self) -> None:
        """Release the file."""
        ...


class Store:
    """Items by collection and key, in the order of their creation."""

    def __init__(self, journal: Journal | None = None) -> None:
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

    def find(self, collection: str, where: Mapping[str, Json]) -> Iterator[tuple[Key, Item]]:
        """Yield the items whose members have these values; a number equals its text."""
        names = tuple(sorted(where))
        indexes = self._indexes.setdefault(collection, {})
        if names not in indexes:
            indexes[names] = {}
            for key, item in self.all(collection).items():
                indexes[names].setdefault(_values(item, names), {})[key] = None
        for key in tuple(indexes[names].get(_values(where, names), ())):
            yield key, self._items[collection][key]

    def find_ordered(self, collection: str, where: Mapping[str, Json]) -> list[tuple[Key, Item]]:
        """Return the items that `find` yields in the order of their creation."""
        positions = self._positions.get(collection, {})
        return sorted(self.find(collection, where), key=lambda entry: positions[to_cursor(entry[0])])

    def put(self, collection: str, key: Key, item: Item) -> None:
        """Store an item in the place of the one with the same key."""
        self._record(collection, key)
        self._set(collection, key, item)

    def remove(self, collection: str, key: Key) -> None:
        """Remove an item if there is one."""
        self._record(collection, key)
        self._set(collection, key, None)

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

    def _record(self, collection: str, key: Key) -> None:
        if self._undo is None:
            raise RuntimeError("the store can only be changed in a transaction")
        self._undo.append((collection, key, self.get(collection, key)))

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


def to_cursor(key: Key) -> str:
    """Return a key as one text."""
    return "_".join(key)


def to_text(value: Json) -> str:
    """Return a value as look-ups compare it: a number equals its text."""
    return value if isinstance(value, str) else repr(value) if not isinstance(value, bool) else str(value).lower()


def _values(item: Mapping[str, Json], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(to_text(item.get(name)) for name in names)

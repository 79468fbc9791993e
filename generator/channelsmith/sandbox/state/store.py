"""The items, in memory: collections, keys, look-ups, and changes that happen together or not at all."""

from collections.abc import Generator, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final, Protocol, TypeAlias

from channelsmith.document import Json

Item: TypeAlias = dict[str, Json]
"""Never changed once it is kept: a change puts another one in its place."""
Key: TypeAlias = tuple[str, ...]
"""The values of the path parameters that lead to an item, the item's own last."""
Change: TypeAlias = tuple[str, Key, Item | None]
"""Collection, key, and the item that is there now; None when there is none any more."""
_Index: TypeAlias = "dict[tuple[str, ...], dict[Key, None]]"


class Journal(Protocol):
    """Where changes are written down before they are told to anybody."""

    def load(self) -> Iterator[tuple[str, Key, Item]]:
        """Everything that was written down, in the order it came to be."""
        ...

    def write(self, changes: Iterable[Change]) -> None:
        """Writes changes down, all of them or none."""
        ...

    def close(self) -> None:
        """Gives back what it holds."""
        ...


class Store:
    """Items by collection and key, in the order they came to be."""

    def __init__(self, journal: Journal | None = None) -> None:
        """Starts with what the journal has."""
        self._journal: Final = journal
        self._items: Final = dict[str, dict[Key, Item]]()
        self._order: Final = dict[str, dict[str, int]]()
        self._last: Final = dict[str, int]()
        self._indexes: Final = dict[str, dict[tuple[str, ...], _Index]]()
        self._undo: list[Change] | None = None
        for collection, key, item in journal.load() if journal is not None else ():
            self._set(collection, key, item)

    def close(self) -> None:
        """Closes the journal, if there is one."""
        if self._journal is not None:
            self._journal.close()

    def collections(self) -> tuple[str, ...]:
        """The names of the collections that have ever had an item."""
        return tuple(self._items)

    def get(self, collection: str, key: Key) -> Item | None:
        """The item under a key."""
        return self._items.get(collection, {}).get(key)

    def all(self, collection: str) -> Mapping[Key, Item]:
        """All items of a collection; not to be changed, and not to be held while others are."""
        return self._items.get(collection, {})

    def count(self, collection: str) -> int:
        """How many items a collection has."""
        return len(self._items.get(collection, ()))

    def order(self, collection: str, cursor: str) -> int | None:
        """When an item came to be among those of its collection, deleted ones included; None when it never did."""
        return self._order.get(collection, {}).get(cursor)

    def find(self, collection: str, where: Mapping[str, Json]) -> Iterator[tuple[Key, Item]]:
        """The items whose members have these values; a number and its text are the same."""
        names = tuple(sorted(where))
        indexes = self._indexes.setdefault(collection, {})
        if names not in indexes:
            indexes[names] = {}
            for key, item in self.all(collection).items():
                indexes[names].setdefault(_values(item, names), {})[key] = None
        wanted = _values(where, names)
        for key in tuple(indexes[names].get(wanted, ())):
            yield key, self._items[collection][key]

    def ordered(self, collection: str, where: Mapping[str, Json]) -> list[tuple[Key, Item]]:
        """What `find` finds, in the order the items came to be."""
        order = self._order.get(collection, {})
        return sorted(self.find(collection, where), key=lambda entry: order[to_cursor(entry[0])])

    def put(self, collection: str, key: Key, item: Item) -> None:
        """Keeps an item, in the place of the one that had the key."""
        self._record(collection, key)
        self._set(collection, key, item)

    def remove(self, collection: str, key: Key) -> None:
        """Forgets an item, if it is there."""
        self._record(collection, key)
        self._set(collection, key, None)

    @contextmanager
    def transaction(self) -> Generator[None]:
        """The changes made inside are written down together at the end; an exception takes them back.

        One inside another is part of it.
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
            raise RuntimeError("the store is changed in transactions only")
        self._undo.append((collection, key, self.get(collection, key)))

    def _set(self, collection: str, key: Key, item: Item | None) -> None:
        items = self._items.setdefault(collection, {})
        old = items.get(key)
        for names, index in self._indexes.get(collection, {}).items():
            before, after = (_values(each, names) if each is not None else None for each in (old, item))
            if before is not None and before != after:
                index[before].pop(key, None)
            if item is not None:
                index.setdefault(_values(item, names), {})[key] = None
        if item is None:
            items.pop(key, None)
        else:
            items[key] = item
            if old is None:
                self._last[collection] = self._last.get(collection, 0) + 1
                self._order.setdefault(collection, {})[to_cursor(key)] = self._last[collection]


def to_cursor(key: Key) -> str:
    """A key as one text."""
    return "_".join(key)


def same(value: Json) -> str:
    """A value as look-ups compare it: a number and its text are the same."""
    return value if isinstance(value, str) else repr(value) if not isinstance(value, bool) else str(value).lower()


def _values(item: Mapping[str, Json], names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(same(item.get(name)) for name in names)

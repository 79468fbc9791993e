"""The items as the rest of the server sees them: made in the form of their kind, found, changed, taken away."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from channelsmith.document import Json
from channelsmith.sandbox.bodies import look
from channelsmith.sandbox.state import paths
from channelsmith.sandbox.state.forms import Forms
from channelsmith.sandbox.state.ids import Ids
from channelsmith.sandbox.state.kinds import HIDDEN, Kind
from channelsmith.sandbox.state.shapes import Shapes, element
from channelsmith.sandbox.state.store import Item, Key, Store, same

_OWN: Final = f"{HIDDEN}id"
_SERIALS: Final = f"{HIDDEN}serials"


class Keeper:
    """Every item of every kind. Changes are made inside a transaction of the store."""

    def __init__(self, store: Store, kinds: Mapping[str, Kind], shapes: Shapes, now: Callable[[], str]) -> None:
        """Takes over what the store has; `now` is the time as a text."""
        self.store: Final = store
        self.kinds: Final = kinds
        self.ids: Final = Ids(store)
        self.forms: Final = Forms(shapes, now, self.serial)
        self.changed: Callable[[Kind, Key, Item], None] = lambda _kind, _key, _item: None
        """Told of every item that is kept."""
        self._names: Final = {name: _key_names(kind) for name, kind in kinds.items()}

    def key(self, kind: Kind, item: Mapping[str, Json]) -> Key:
        """The key of an item: the values of the members that carry its path parameters."""
        return tuple(same(item.get(name, "")) for name in self._names[kind.name])

    def key_names(self, kind: Kind) -> tuple[str, ...]:
        """The members that make up the key of an item."""
        return self._names[kind.name]

    def link(self, kind: Kind, name: str) -> str:
        """The member, possibly hidden, that has the value of a member or path parameter."""
        if name in kind.members or name not in kind.parameters:
            return name
        return self._names[kind.name][kind.parameters.index(name)]

    def matching(self, collection: str, where: Mapping[str, Json]) -> Iterator[Item]:
        """The items that have these values; where a member is a list, the items whose list has the value."""
        kind = self.kinds[collection]
        wanted = {self.link(kind, name): value for name, value in where.items()}
        listed = [name for name in wanted if name in kind.members and element(kind.members[name].schema) is not None]
        plain = {name: value for name, value in wanted.items() if name not in listed and not isinstance(value, list)}
        several = {name: value for name, value in wanted.items() if name not in listed and isinstance(value, list)}
        for _, item in self.store.find(collection, plain) if plain else tuple(self.store.all(collection).items()):
            if all(_has(item.get(name), wanted[name]) for name in listed) and all(
                same(item.get(name)) in {same(each) for each in value} for name, value in several.items()
            ):
                yield item

    def make(self, kind: Kind, values: Mapping[str, Json]) -> Item:
        """A new item, not kept yet: with an id where it has none, and the members its path is made of."""
        given = {self.link(kind, name): value for name, value in values.items()}
        names = self._names[kind.name]
        if not kind.single and names and given.get(names[-1]) is None:
            scope = tuple(same(given.get(name, "")) for name in names[:-1])
            given[names[-1]] = self.ids.new(kind, scope)
        hidden = {name: value for name, value in given.items() if name.startswith(HIDDEN)}
        return {**self.forms.made(kind.schema, given), **hidden}

    def add(self, collection: str, values: Mapping[str, Json]) -> Item:
        """A new item, kept."""
        kind = self.kinds[collection]
        return self.put(kind, self.make(kind, values))

    def change(self, collection: str, item: Item, values: Mapping[str, Json]) -> Item:
        """An item with some values set by the server, kept."""
        kind = self.kinds[collection]
        return self.put(kind, self.forms.changed(kind.schema, item, values))

    def put(self, kind: Kind, item: Item) -> Item:
        """Keeps an item."""
        key = self.key(kind, item)
        self.store.put(kind.name, key, item)
        self.changed(kind, key, item)
        return item

    def remove(self, kind: Kind, item: Item) -> None:
        """Forgets an item and everything below it."""
        key = self.key(kind, item)
        self.store.remove(kind.name, key)
        for other in self.kinds.values():
            if other is not kind and paths.shape(other.path).startswith(f"{paths.shape(kind.path)}/"):
                below = [each for each in self.store.all(other.name) if each[: len(key)] == key]
                for each in below:
                    self.store.remove(other.name, each)

    def serial(self, name: str) -> int:
        """The next number of a series."""
        key = (name,)
        last = look(self.store.get(_SERIALS, key) or {}, "/last")
        number = (last if isinstance(last, int) else 0) + 1
        self.store.put(_SERIALS, key, {"last": number})
        return number


def _key_names(kind: Kind) -> tuple[str, ...]:
    """The members that carry the parameters of a kind's path, and its id where the path has none."""
    names: list[str] = []
    addressed = paths.ends_in_parameter(kind.path) and not kind.single
    outer = kind.parameters[:-1] if addressed else kind.parameters
    for parameter in outer:
        owner = next((paths.noun(each) for each in paths.prefixes(kind.path) if each.endswith(f"{{{parameter}}}")), "")
        names.append(paths.link(parameter, owner, kind.members) or f"{HIDDEN}{parameter}")
    if addressed:
        names.append(kind.id or f"{HIDDEN}{kind.parameters[-1]}")
    elif not kind.single:
        names.append(kind.id or _OWN)
    return tuple(names)


def _has(found: Json, wanted: Json) -> bool:
    inside = {same(each) for each in (found if isinstance(found, list) else [found])}
    return any(same(each) in inside for each in (wanted if isinstance(wanted, list) else [wanted]))

"""Items of resources: created in the form of their schema, found, changed and deleted."""

import re
from collections.abc import Callable, Mapping
from random import Random
from typing import Final

from channelsmith.document import Json
from channelsmith.ir.json_types import types_of
from channelsmith.sandbox.schema_view import element_of, number_of
from channelsmith.sandbox.state.coercion import UUID, Coercer, example_id, new_uuid
from channelsmith.sandbox.state.resources import HIDDEN, Resource, shape_of
from channelsmith.sandbox.state.store import Item, Key, Store, as_list, to_text

_NUMBERED: Final = re.compile(r"(.*?)(\d{1,18})(\D*)", re.DOTALL)
_UUID_LENGTH: Final = 36
_ATTEMPTS: Final = 1000
_SERIALS: Final = f"{HIDDEN}serials"


class Repository:
    """The items of all resources. Changes are made in a transaction of the store."""

    def __init__(self, store: Store, resources: Mapping[str, Resource], timestamp: Callable[[], str]) -> None:
        self.store: Final = store
        self.resources: Final = resources
        self.coercer: Final = Coercer(timestamp, self.next_serial)
        self._last_ids: Final = dict[tuple[str, Key], int]()
        self._key_members: Final = {name: resource.key_members for name, resource in resources.items()}

    def key(self, resource: Resource, item: Mapping[str, Json]) -> Key:
        """Return the key of an item: the values of the members that belong to its path parameters."""
        return tuple(to_text(item.get(name, "")) for name in self._key_members[resource.name])

    def member(self, resource: Resource, name: str) -> str:
        """Return the member, possibly hidden, with the value of a member or path parameter."""
        if name in resource.members or name not in resource.parameters:
            return name
        return self._key_members[resource.name][resource.parameters.index(name)]

    def find(self, resource: Resource, where: Mapping[str, Json]) -> list[Item]:
        """Return the items with the given values by member or path parameter, see `Context.find`."""
        wanted = {self.member(resource, name): value for name, value in where.items()}
        lists = {name for name in wanted if (m := resource.members.get(name)) and element_of(m.schema) is not None}
        scalars = {name: value for name, value in wanted.items() if name not in lists and not isinstance(value, list)}
        entries = self.store.find(resource.name, scalars) if scalars else tuple(self.store.all(resource.name).items())
        others = {name: {to_text(each) for each in as_list(wanted[name])} for name in wanted.keys() - scalars.keys()}
        return [
            item
            for _, item in entries
            if all(any(to_text(each) in values for each in as_list(item.get(name))) for name, values in others.items())
        ]

    def make(self, resource: Resource, values: Mapping[str, Json]) -> Item:
        """Return a new item that is not stored yet, with an id and the members of its key."""
        given = self.with_id(resource, {self.member(resource, name): value for name, value in values.items()})
        hidden = {name: value for name, value in given.items() if name.startswith(HIDDEN)}
        return {**self.coercer.create(resource.schema, given), **hidden}

    def put(self, resource: Resource, item: Item) -> Item:
        """Store an item."""
        self.store.put(resource.name, self.key(resource, item), item)
        return item

    def delete(self, resource: Resource, item: Item) -> None:
        """Delete an item and everything below it."""
        key = self.key(resource, item)
        self.store.remove(resource.name, key)
        prefix = f"{shape_of(resource.path)}/"
        for other in self.resources.values():
            if other is not resource and shape_of(other.path).startswith(prefix):
                for below in [each for each in self.store.all(other.name) if each[: len(key)] == key]:
                    self.store.remove(other.name, below)

    def clear(self) -> None:
        """Delete everything in the store."""
        for collection in self.store.collections():
            for key in tuple(self.store.all(collection)):
                self.store.remove(collection, key)
        self._last_ids.clear()

    def next_serial(self, series: str) -> int:
        """Return the next number of a series."""
        last = (self.store.get(_SERIALS, (series,)) or {}).get("last")
        number = (last if isinstance(last, int) else 0) + 1
        self.store.put(_SERIALS, (series,), {"last": number})
        return number

    def with_id(self, resource: Resource, item: Item, random: Random | None = None) -> Item:
        """Return the item with an unused id if it has none: numeric ids are counted up, others are random."""
        names = self._key_members[resource.name]
        if resource.singleton or not names or item.get(names[-1]) is not None:
            return item
        scope, taken = tuple(to_text(item.get(name, "")) for name in names[:-1]), self.store.all(resource.name)
        for _ in range(_ATTEMPTS):
            candidate = self._id_candidate(resource, scope, random)
            if (*scope, str(candidate)) not in taken:
                return {**item, names[-1]: candidate}
        return {**item, names[-1]: new_uuid(random)}

    def _id_candidate(self, resource: Resource, scope: Key, random: Random | None) -> Json:
        member = resource.members.get(resource.id or "")
        if member is not None and types_of(member.schema) & {"integer", "number"}:
            return self._count_up(resource, scope, int)
        if member is not None and member.schema.text("format") == "uuid":
            return new_uuid(random)
        model = example_id(member) or next((key[-1] for key in self.store.all(resource.name) if key), "")
        if UUID.search(model):
            return UUID.sub(new_uuid(random), model)
        numbered = _NUMBERED.fullmatch(model)
        if numbered is not None:
            before, digits, after = numbered.groups()
            number = self._count_up(resource, scope, lambda text: int(text.removeprefix(before).removesuffix(after)))
            return f"{before}{str(max(number, int(digits))).zfill(len(digits))}{after}"
        length = number_of(member.schema if member is not None else None, "maxLength")
        made = new_uuid(random)
        return made.replace("-", "")[: int(length)] if length is not None and length < _UUID_LENGTH else made

    def _count_up(self, resource: Resource, scope: Key, parse: Callable[[str], int]) -> int:
        counter = (resource.name, scope)
        if counter not in self._last_ids:
            keys = (key[-1] for key in self.store.all(resource.name) if key[:-1] == scope)
            self._last_ids[counter] = max((_parse(key, parse) for key in keys), default=0)
        self._last_ids[counter] += 1
        return self._last_ids[counter]


def _parse(text: str, parse: Callable[[str], int]) -> int:
    try:
        return parse(text) if text.isascii() else 0
    except ValueError:
        return 0

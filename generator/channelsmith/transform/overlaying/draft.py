"""A document while it is edited: only what changes is copied, and every part remembers where it came from."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias, cast

from channelsmith.diagnostics import SourceLocation
from channelsmith.document import Document, Json, Node, kind_of
from channelsmith.transform.overlaying.origins import Locator, Origin
from channelsmith.transform.overlaying.targets import Location

_Container: TypeAlias = "dict[str, Json] | list[Json]"
_ROOT = ""  # the document hangs below this key, so that its root is a member like any other


class MismatchError(Exception):
    """Two values that can not be merged."""

    def __init__(self, old: Json, old_location: SourceLocation, new: Json, new_location: SourceLocation) -> None:
        super().__init__(f"{kind_of(new)} can not be merged into {kind_of(old)} ({old_location})")
        self.location = new_location


@dataclass(frozen=True, slots=True)
class Part:
    """A value to be merged in, and where it came from."""

    value: Json
    origin: Origin

    def members(self) -> "Iterator[tuple[str, Part]]":
        """Key and part of each member of a mapping."""
        if isinstance(self.value, dict):
            for key, value in self.value.items():
                yield key, Part(value, self.origin.at(key))

    def elements(self) -> "Iterator[Part]":
        """The part of each element of a list; of another value, the part itself."""
        if isinstance(self.value, list):
            for at, value in enumerate(self.value):
                yield Part(value, self.origin.at(str(at)))
        else:
            yield self


class Draft:
    """The edited document. Neither the original nor what is merged in is ever changed."""

    def __init__(self, document: Document) -> None:
        self._top: dict[str, Json] = {_ROOT: document.value}
        self._origin = Origin(document, "")
        self._copies: dict[int, _Container] = {}
        """What was copied to be changed, by identity; each of these stands in one place of the draft only."""

    @property
    def value(self) -> dict[str, Json]:
        """The document as it is now; its root stays a mapping."""
        return cast("dict[str, Json]", self._top[_ROOT])

    def locator(self) -> Locator:
        """What finds the places of the document as it is now."""
        return Locator(self.value, self._origin)

    def at(self, location: Location) -> Json:
        """The value that stands somewhere."""
        value = self._top[_ROOT]
        for key in location:
            value = _get(cast("_Container", value), key)
        return value

    def copy(self, location: Location) -> Part:
        """What stands somewhere, to be merged in elsewhere; later edits here do not show there."""
        origin = self._origin
        for key in location:
            origin = origin.at(str(key))
        self._copies.clear()
        return Part(self.at(location), origin.clone())

    def merge(self, location: Location, part: Part) -> None:
        """Merges a part into what stands somewhere.

        Members are added to mappings and merged with those that are there, elements are appended to lists, plain
        values are replaced. A part that is no list becomes one more element of a list.

        Raises:
            MismatchError: values of other kinds meet.
        """
        holder, key, origin = self._open(location)
        if isinstance(_get(holder, key), list):
            self._append(holder, key, origin, part)
        else:
            self._combine(holder, key, origin, part)

    def remove(self, locations: Iterable[Location]) -> None:
        """Takes out everything that stands at these places, none of which is the root."""
        keys: defaultdict[Location, set[str | int]] = defaultdict(set)
        for location in locations:
            keys[location[:-1]].add(location[-1])
        for above in sorted(keys, key=len, reverse=True):  # inner ones first: positions in outer lists still hold
            holder, key, origin = self._open(above)
            container = self._writable(holder, key)
            if isinstance(container, dict):
                for name in map(str, keys[above]):
                    del container[name]
            else:
                left = [at for at in range(len(container)) if at not in keys[above]]
                container[:] = [container[at] for at in left]
                origin.keep(left)

    def _open(self, location: Location) -> tuple[_Container, str | int, Origin]:
        """What holds the part at a place, ready to be changed; the part's key in it; and the part's origin."""
        holder: _Container = self._top
        key: str | int = _ROOT
        origin = self._origin
        for token in location:
            holder, key = self._writable(holder, key), token
            origin = origin.open(str(token))
        return holder, key, origin

    def _writable(self, holder: _Container, key: str | int) -> _Container:
        """The mapping or list under a key, after replacing it by a copy unless it is one already."""
        container = cast("_Container", _get(holder, key))
        if id(container) in self._copies:
            return container
        copy: _Container = dict(container) if isinstance(container, dict) else list(container)
        self._copies[id(copy)] = copy
        _set(holder, key, copy)
        return copy

    def _combine(self, holder: _Container, key: str | int, origin: Origin, part: Part) -> None:
        old, new = _get(holder, key), part.value
        if isinstance(old, dict) and isinstance(new, dict):
            container = self._writable(holder, key)
            for name, member in part.members():
                if name in old:
                    self._combine(container, name, origin.open(name), member)
                else:
                    _set(container, name, member.value)
                    origin.below[name] = member.origin.clone()
        elif isinstance(old, list) and isinstance(new, list):
            self._append(holder, key, origin, part)
        elif isinstance(old, dict | list) or isinstance(new, dict | list):
            raise MismatchError(old, origin.location, new, part.origin.location)
        else:
            _set(holder, key, new)
            origin.become(part.origin)

    def _append(self, holder: _Container, key: str | int, origin: Origin, part: Part) -> None:
        container = cast("list[Json]", self._writable(holder, key))
        for element in part.elements():
            origin.below[str(len(container))] = element.origin.clone()
            container.append(element.value)


def written(node: Node) -> Part:
    """What stands in an overlay, to be merged in."""
    return Part(node.value, Origin(node.document, node.pointer))


def _get(holder: _Container, key: str | int) -> Json:
    return holder[str(key)] if isinstance(holder, dict) else holder[int(key)]


def _set(holder: _Container, key: str | int, value: Json) -> None:
    if isinstance(holder, dict):
        holder[str(key)] = value
    else:
        holder[int(key)] = value

"""Which property tells the members of a union apart, and the value each member carries in it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from channelsmith.diagnostics import UnusableInput
from channelsmith.document import Document, Node
from channelsmith.ir.builder.all_of import Flat, flatten

_TWO = 2


@dataclass(frozen=True, slots=True)
class Tags:
    """`properties`: union pointer -> property; `values`: (member pointer, property) -> its values."""

    properties: Mapping[str, str]
    values: Mapping[tuple[str, str], tuple[str, ...]]

    @property
    def members(self) -> frozenset[str]:
        """The pointers of all members of such unions."""
        return frozenset(pointer for pointer, _ in self.values)

    def property_of(self, union: str) -> str:
        """The property that tells the union's members apart, "" when it has to be found by trying."""
        return self.properties.get(union, "")

    def values_of(self, member: str, name: str) -> tuple[str, ...]:
        """The values a member of some union carries in its property `name`."""
        return self.values.get((member, name), ())


def find_tags(document: Document) -> Tags:
    """Every union whose members can be told apart: objects that declare one property, none sharing a value of it.

    Which property that is, is declared, or seen from constants that every member requires.
    """
    properties: dict[str, str] = {}
    values: dict[tuple[str, str], tuple[str, ...]] = {}
    for union in sorted(_unions(document.root), key=_by_certainty):
        members = _members(union)
        for tag in _tags(union, members):
            said = {member.pointer: _values(union, member, tag) for member in members}
            counts = Counter(value for found in said.values() for value in found)
            usable = all(said.values()) and max(counts.values(), default=0) == 1
            consistent = all(values.get((pointer, tag), found) == found for pointer, found in said.items())
            if usable and consistent:
                properties[union.pointer] = tag
                values |= {(pointer, tag): found for pointer, found in said.items()}
                break
    return Tags(properties, values)


def _by_certainty(union: Node) -> tuple[bool, bool, str]:
    said = union.get("discriminator")
    return said is None, said is not None and "mapping" not in said, union.pointer


def _unions(node: Node) -> Iterator[Node]:
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here.value, dict):
            if "oneOf" in here.value or "anyOf" in here.value:
                yield here
            waiting += [child for _, child in here.items() if isinstance(child.value, dict | list)]
        elif isinstance(here.value, list):
            waiting += [child for child in here.elements() if isinstance(child.value, dict | list)]


def _members(union: Node) -> list[Node]:
    """The members that are not null; none where a reference leads nowhere, which is told when it is read."""
    listed = union.get("oneOf") or union.get("anyOf")
    try:
        found = [option.resolve() for option in listed.elements()] if listed else []
    except UnusableInput:
        return []
    return [member for member in found if flatten(member).types != ("null",)]


def _tags(union: Node, members: list[Node]) -> list[str]:
    said = union.get("discriminator")
    if said is not None:
        name = said.get("propertyName")
        return [name.value] if members and name is not None and isinstance(name.value, str) else []
    if len(members) < _TWO:
        return []
    flats = [flatten(member) for member in members]
    shared = [name for name in flats[0].properties if all(name in flat.required for flat in flats)]
    return [name for name in shared if all(len(_own_values(flat, name)) == 1 for flat in flats)]


def _own_values(flat: Flat, tag: str) -> list[str]:
    """The values that a member's schema itself allows in its property; none where it allows any, or is not told."""
    if tag not in flat.properties:
        return []
    own = flatten(flat.properties[tag])
    listed = (
        [own.const.value] if own.const is not None else [each.value for each in own.enum.elements()] if own.enum else []
    )
    return [value for value in listed if isinstance(value, str)]


def _values(union: Node, member: Node, tag: str) -> tuple[str, ...]:
    flat = flatten(member)
    if tag not in flat.properties:
        return ()
    own = _own_values(flat, tag)
    said = union.get("discriminator")
    mapping = said.get("mapping") if said is not None else None
    mapped = [key for key, node in mapping.items() if _leads_to(node, member)] if mapping else []
    named = [value for value in own if value.casefold() == member.key.casefold()]
    if len(own) == 1 or mapped:
        return tuple(sorted(own if len(own) == 1 else mapped))
    return tuple(named if len(named) == 1 else sorted(own) or [member.key])


def _leads_to(node: Node, member: Node) -> bool:
    said = node.as_text().removeprefix("#")
    return said in {member.pointer, member.key} or f"/components/schemas/{said}" == member.pointer

"""Which property tells the members of a union apart, and the value each member carries in it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from channelsmith.document import Document, Node
from channelsmith.read.flatten import flatten


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
    """Every union whose discriminator can be trusted: its members are objects that declare it, no value is shared."""
    properties: dict[str, str] = {}
    values: dict[tuple[str, str], tuple[str, ...]] = {}
    for union in sorted(_unions(document.root), key=_by_certainty):
        tag = union["discriminator"].text("propertyName")
        members = _members(union)
        said = {member.pointer: _values(union, member, tag) for member in members}
        counts = Counter(value for found in said.values() for value in found)
        usable = all(said.values()) and max(counts.values(), default=0) == 1
        consistent = all(values.get((pointer, tag), found) == found for pointer, found in said.items())
        if usable and consistent:
            properties[union.pointer] = tag
            values |= {(pointer, tag): found for pointer, found in said.items()}
    return Tags(properties, values)


def _by_certainty(union: Node) -> tuple[bool, str]:
    return "mapping" not in union["discriminator"], union.pointer


def _unions(node: Node) -> Iterator[Node]:
    waiting = [node]
    while waiting:
        here = waiting.pop()
        if isinstance(here.value, dict):
            found = here.value.get("discriminator")
            if isinstance(found, dict) and isinstance(found.get("propertyName"), str) and _members(here):
                yield here
            waiting += [child for _, child in here.items() if isinstance(child.value, dict | list)]
        elif isinstance(here.value, list):
            waiting += [child for child in here.elements() if isinstance(child.value, dict | list)]


def _members(union: Node) -> list[Node]:
    listed = union.get("oneOf") or union.get("anyOf")
    return [option.resolve() for option in listed.elements()] if listed else []


def _values(union: Node, member: Node, tag: str) -> tuple[str, ...]:
    flat = flatten(member)
    if tag not in flat.properties:
        return ()
    own = flatten(flat.properties[tag])
    if own.const is not None and isinstance(own.const.value, str):
        return (own.const.value,)
    mapping = union["discriminator"].get("mapping")
    mapped = [key for key, node in mapping.items() if _leads_to(node, member)] if mapping else []
    if mapped:
        return tuple(sorted(mapped))
    listed = [item.value for item in own.enum.elements()] if own.enum is not None else []
    if len(listed) == 1 and isinstance(listed[0], str):
        return (listed[0],)
    return (member.key,)


def _leads_to(node: Node, member: Node) -> bool:
    said = node.as_text().removeprefix("#")
    return said in {member.pointer, member.key} or f"/components/schemas/{said}" == member.pointer

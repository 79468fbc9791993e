"""Discriminators: the property that identifies the members of a union, and the values it has in each member."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from channelsmith.diagnostics import UnusableInput
from channelsmith.document import Document, Json, Node, json_pointer
from channelsmith.ir.builder.merge import MergedSchema, merge_schemas


@dataclass(frozen=True, slots=True)
class Discriminators:
    """`properties`: pointer of a union -> property; `values`: (pointer of a member, property) -> its values."""

    properties: Mapping[str, str]
    values: Mapping[tuple[str, str], tuple[str, ...]]

    @property
    def members(self) -> frozenset[str]:
        """The pointers of all members of unions with a discriminator."""
        return frozenset(pointer for pointer, _ in self.values)


def find_discriminators(document: Document) -> Discriminators:
    """Find every union of objects that have one property in common, with different values in each.

    The property is declared by `discriminator`, or has a constant in every member, which requires it.
    """
    properties: dict[str, str] = {}
    values: dict[tuple[str, str], tuple[str, ...]] = {}
    for union in sorted(_find_unions(document), key=_by_certainty):
        members = _members_of(union)
        for name in _candidates(union, members):
            by_member = {member.pointer: _values_in(union, member, name) for member in members}
            counts = Counter(value for member_values in by_member.values() for value in member_values)
            is_unique = all(by_member.values()) and max(counts.values(), default=0) == 1
            # A member of several unions has the same values in all of them.
            if is_unique and all(values.get((key, name), each) == each for key, each in by_member.items()):
                properties[union.pointer] = name
                values |= {(pointer, name): member_values for pointer, member_values in by_member.items()}
                break
    return Discriminators(properties, values)


def _by_certainty(union: Node) -> tuple[bool, bool, str]:
    discriminator = union.get("discriminator")
    return discriminator is None, discriminator is not None and "mapping" not in discriminator, union.pointer


def _find_unions(document: Document) -> Iterator[Node]:
    pending: list[tuple[str, Json]] = [("", document.value)]
    while pending:
        pointer, value = pending.pop()
        if isinstance(value, dict) and ("oneOf" in value or "anyOf" in value):
            yield Node(document, pointer, value)
        children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        pending += [
            (json_pointer.join(pointer, key), child) for key, child in children if isinstance(child, dict | list)
        ]


def _members_of(union: Node) -> list[Node]:
    """Return the members that are not null; none if a reference is missing, which is reported by other code."""
    listed = union.get("oneOf") or union.get("anyOf")
    try:
        members = [option.resolve() for option in listed.elements()] if listed else []
    except UnusableInput:
        return []
    return [member for member in members if merge_schemas(member).types != ("null",)]


def _candidates(union: Node, members: list[Node]) -> list[str]:
    """Return the properties that may be the discriminator of a union."""
    if (discriminator := union.get("discriminator")) is not None:
        name = discriminator.get("propertyName")
        return [name.value] if members and name is not None and isinstance(name.value, str) else []
    if len(members) <= 1:
        return []
    schemas = [merge_schemas(member) for member in members]
    return [
        name
        for name in schemas[0].properties
        if all(name in schema.required and len(_own_values(schema, name)) == 1 for schema in schemas)
    ]


def _own_values(schema: MergedSchema, name: str) -> list[str]:
    """Return the values that a member's own schema allows in a property; none if it allows any."""
    if name not in schema.properties:
        return []
    own = merge_schemas(schema.properties[name])
    values = [own.const] if own.const is not None else own.enum.elements() if own.enum is not None else ()
    return [node.value for node in values if isinstance(node.value, str)]


def _values_in(union: Node, member: Node, name: str) -> tuple[str, ...]:
    """Return the values that identify a member: its own, those mapped to it, or else the name of its schema."""
    schema = merge_schemas(member)
    if name not in schema.properties:
        return ()
    own = _own_values(schema, name)
    if len(own) == 1:
        return tuple(own)
    mapping = discriminator.get("mapping") if (discriminator := union.get("discriminator")) is not None else None
    if mapped := [key for key, node in mapping.items() if _leads_to(node, member)] if mapping is not None else []:
        return tuple(sorted(mapped))
    named = [value for value in own if value.casefold() == member.key.casefold()]
    return tuple(named if len(named) == 1 else sorted(own) or [member.key])


def _leads_to(node: Node, member: Node) -> bool:
    target = node.as_text().removeprefix("#")
    return target in {member.pointer, member.key} or f"/components/schemas/{target}" == member.pointer

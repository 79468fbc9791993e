"""Which schemas travel to the server and which come from it, and what that means for properties of one direction."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from channelsmith import ir


def relax(schemas: tuple[ir.Schema, ...], operations: tuple[ir.Operation, ...]) -> tuple[ir.Schema, ...]:
    """The schemas, in which nothing is required on a way it does not go.

    What only the server sets is not required where a schema is sent; what only the caller sets is not required where
    it is received. A schema that does neither keeps its word.
    """
    by_pointer = {schema.pointer: schema for schema in schemas}
    sent = reached((media.type for each in operations if each.body for media in each.body.media), by_pointer)
    received = reached(
        (media.type for each in operations for response in each.responses for media in response.media), by_pointer
    )
    return tuple(_relaxed(schema, schema.pointer in sent, schema.pointer in received) for schema in schemas)


def _relaxed(schema: ir.Schema, sent: bool, received: bool) -> ir.Schema:
    if not isinstance(schema, ir.ObjectSchema):
        return schema
    properties = tuple(
        replace(each, required=each.required and not (sent and each.read_only) and not (received and each.write_only))
        for each in schema.properties
    )
    return replace(schema, properties=properties)


def reached(start: Iterable[ir.Type | None], schemas: Mapping[str, ir.Schema]) -> set[str]:
    """The pointers of every named schema that can be part of a value of these types."""
    found: set[str] = set()
    waiting = [kind for kind in start if kind is not None]
    while waiting:
        for pointer in _named(waiting.pop()):
            if pointer not in found:
                found.add(pointer)
                waiting += _parts(schemas[pointer])
    return found


def _parts(schema: ir.Schema) -> list[ir.Type]:
    match schema:
        case ir.ObjectSchema(properties=properties, others=others):
            return [*(each.type for each in properties), *([others] if others is not None else [])]
        case ir.AliasSchema(type=kind):
            return [kind]
        case ir.EnumSchema():
            return []


def _named(kind: ir.Type) -> Iterator[str]:
    match kind:
        case ir.Named(pointer):
            yield pointer
        case ir.Array(items):
            yield from _named(items)
        case ir.Map(values):
            yield from _named(values)
        case ir.Either(members):
            for member in members:
                yield from _named(member)
        case _:
            return

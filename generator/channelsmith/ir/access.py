"""Which schemas are sent and received, and what that means for properties that are read-only or write-only."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from channelsmith import ir


def relax_required(schemas: tuple[ir.Schema, ...], operations: tuple[ir.Operation, ...]) -> tuple[ir.Schema, ...]:
    """Make read-only properties optional in schemas that are sent, and write-only properties in those received."""
    by_pointer = {schema.pointer: schema for schema in schemas}
    bodies = [operation.body for operation in operations if operation.body is not None]
    responses = [response for operation in operations for response in operation.responses]
    sent = find_reachable((media.type for body in bodies for media in body.media), by_pointer)
    received = find_reachable(types_of_media(media for each in responses for media in each.media), by_pointer)
    return tuple(_relax(schema, schema.pointer in sent, schema.pointer in received) for schema in schemas)


def _relax(schema: ir.Schema, sent: bool, received: bool) -> ir.Schema:
    if not isinstance(schema, ir.ObjectSchema):
        return schema
    properties = tuple(
        replace(each, required=each.required and not (sent and each.read_only) and not (received and each.write_only))
        for each in schema.properties
    )
    return replace(schema, properties=properties)


def find_sent_with_read_only(api: ir.Api) -> frozenset[str]:
    """Return the pointers of the objects with read-only properties that can be part of a request body."""
    by_pointer = {schema.pointer: schema for schema in api.schemas}
    bodies = [operation.body for operation in api.operations if operation.body is not None]
    sent = find_reachable((media.type for body in bodies for media in body.media), by_pointer)
    return frozenset(
        pointer
        for pointer in sent
        if isinstance(schema := by_pointer[pointer], ir.ObjectSchema)
        and any(each.read_only for each in schema.properties)
    )


def find_reachable(types: Iterable[ir.Type | None], schemas: Mapping[str, ir.Schema]) -> set[str]:
    """Return the pointers of all named schemas that can be part of a value of these types."""
    reachable: set[str] = set()
    pending = [each for each in types if each is not None]
    while pending:
        for pointer in _named_schemas(pending.pop()):
            if pointer not in reachable:
                reachable.add(pointer)
                pending += _types_in(schemas[pointer])
    return reachable


def has_key_patterns(api: ir.Api) -> bool:
    """Return whether the keys of an object decide on the types of its values anywhere."""
    objects = (schema for schema in api.schemas if isinstance(schema, ir.ObjectSchema))
    pending: list[ir.Type | None] = list(all_types(api))
    while pending:
        match pending.pop():
            case ir.Map(values, keys):
                if keys is not None:
                    return True
                pending.append(values)
            case ir.Array(items):
                pending.append(items)
            case ir.Union(members):
                pending += members
            case _:
                continue
    return any(each.keys is not None for each in objects)


def all_types(api: ir.Api) -> Iterator[ir.Type | None]:
    """Yield the types of all schemas and of everything that operations take and return."""
    for schema in api.schemas:
        yield from _types_in(schema)
    for operation in api.operations:
        yield from (parameter.type for parameter in operation.parameters)
        media = [*(operation.body.media if operation.body is not None else ())]
        media += [each for response in operation.responses for each in response.media]
        yield from types_of_media(media)


def types_of_media(media: Iterable[ir.Media]) -> Iterator[ir.Type | None]:
    """Yield the types of bodies and of the rows in them."""
    for each in media:
        yield each.type
        if each.rows is not None:
            yield each.rows.type


def _types_in(schema: ir.Schema) -> list[ir.Type]:
    match schema:
        case ir.ObjectSchema(properties=properties, additional=additional, discriminator=discriminator):
            children = [ir.Ref(pointer) for pointer in discriminator.targets()] if discriminator is not None else []
            return [*(each.type for each in properties), *([additional] if additional is not None else []), *children]
        case ir.AliasSchema(type=aliased):
            return [aliased]
        case ir.EnumSchema():
            return []


def _named_schemas(type_: ir.Type) -> Iterator[str]:
    match type_:
        case ir.Ref(pointer):
            yield pointer
        case ir.Array(inner) | ir.Map(inner):
            yield from _named_schemas(inner)
        case ir.Union(members):
            for member in members:
                yield from _named_schemas(member)
        case _:
            return

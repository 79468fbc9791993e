"""Types of the members of values, through references, aliases and null."""

from collections.abc import Mapping

from channelsmith import ir

_MAX_ALIASES = 20
"""A longer chain of aliases is one that leads back to itself."""


def resolve_type(type_: ir.Type | None, schemas: Mapping[str, ir.Schema]) -> ir.Type | None:
    """Return a type without null and without aliases; None for a real union."""
    for _ in range(_MAX_ALIASES):
        if isinstance(type_, ir.Union):
            members = [each for each in type_.members if each != ir.NULL]
            type_ = members[0] if len(members) == 1 else None
        schema = schemas.get(type_.pointer) if isinstance(type_, ir.Ref) else None
        if not isinstance(schema, ir.AliasSchema):
            return type_
        type_ = schema.type
    return None


def properties_of(type_: ir.Type | None, schemas: Mapping[str, ir.Schema]) -> Mapping[str, ir.Type]:
    """Return the types of the properties of an object by name, nothing for other types."""
    resolved = resolve_type(type_, schemas)
    schema = schemas.get(resolved.pointer) if isinstance(resolved, ir.Ref) else None
    return {each.name: each.type for each in schema.properties} if isinstance(schema, ir.ObjectSchema) else {}


def type_at(type_: ir.Type | None, pointer: str, schemas: Mapping[str, ir.Schema]) -> ir.Type | None:
    """Return the type of what a JSON Pointer leads to, without null and aliases; None if nothing is declared there."""
    for token in pointer.split("/")[1:]:
        type_ = properties_of(type_, schemas).get(token.replace("~1", "/").replace("~0", "~"))
    return resolve_type(type_, schemas)

"""Where items are in the body of a response: bare, wrapped, in an envelope; one or many."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from channelsmith.document import Node
from channelsmith.document.json_pointer import join, split
from channelsmith.sandbox.media_types import is_json
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.state.schema_view import content, element_of, is_object, members_of, normalize, singular

_NOT_ITEMS: Final = frozenset(
    {"errors", "warnings", "messages", "links", "validations", "validationerrors", "includes"}
)
_WRAPPERS: Final = frozenset({"data", "result", "results", "content", "item", "items", "payload", "value", "records"})


@dataclass(frozen=True, slots=True)
class Payload:
    """The place of the items in a body."""

    pointer: str
    many: bool
    """Whether the value at `pointer` is a list of items."""
    schema: Node
    """The schema of one item."""
    body: Node
    """The schema of the whole body."""
    media_type: str


def find_payload(operation: Operation, *, noun: str, listing: bool) -> Payload | None:
    """Return where the items are in the success of an operation, None where it has no JSON body.

    Args:
        operation: the operation.
        noun: what the path calls the items, such as "orders".
        listing: whether to look for a list first.
    """
    media = _json_media(operation.response_bodies(operation.success))
    if media is None:
        return None
    media_type, schema = media
    pagination = operation.spec.pagination
    items = _member_at(schema, pagination.items) if pagination is not None else None
    element = element_of(items) if items is not None else None
    if pagination is not None and element is not None and is_object(element):
        return Payload(pagination.items, many=True, schema=element, body=schema, media_type=media_type)
    envelope = content(schema).get("x-envelope")
    pointer = envelope.text("payload") if envelope is not None else ""
    wrapped = _member_at(schema, pointer) if pointer else None
    outer = Payload(
        pointer if wrapped is not None else "", many=False, schema=wrapped or schema, body=schema, media_type=media_type
    )
    return _inner(outer, noun, listing=listing)


def request_schema(operation: Operation) -> Node | None:
    """Return the schema of the JSON request body."""
    media = _json_media(operation.request_bodies)
    return media[1] if media is not None else None


def _json_media(bodies: Mapping[str, Node]) -> tuple[str, Node] | None:
    schemas = ((media_type, media.get("schema")) for media_type, media in bodies.items() if is_json(media_type))
    return next(((media_type, schema) for media_type, schema in schemas if schema is not None), None)


def _member_at(schema: Node, pointer: str) -> Node | None:
    node: Node | None = schema
    for token in split(pointer):
        member = members_of(node).get(token) if node is not None else None
        node = member.schema if member is not None else None
    return node


def _inner(outer: Payload, noun: str, *, listing: bool) -> Payload | None:
    element = element_of(outer.schema)
    if element is not None:
        return replace(outer, many=True, schema=element) if is_object(element) else None
    if not is_object(outer.schema):
        return None
    name = _list_member(outer.schema, noun) if listing else _wrapped_member(outer.schema, noun)
    if name is None:
        return outer
    below = replace(outer, pointer=join(outer.pointer, name), schema=members_of(outer.schema)[name].schema)
    return _inner(below, noun, listing=False) or outer


def _list_member(schema: Node, noun: str) -> str | None:
    """Return the member with the list of items: the only list, or the one named after the items."""
    members = members_of(schema)
    if "id" in members:
        return None
    lists = [
        name
        for name, member in members.items()
        if element_of(member.schema) is not None and normalize(name) not in _NOT_ITEMS
    ]
    named = [name for name in lists if normalize(name) in {normalize(noun), *_WRAPPERS}]
    if not lists:
        return _wrapped_member(schema, noun)
    candidates = named or lists
    return candidates[0] if len(candidates) == 1 else None


def _wrapped_member(schema: Node, noun: str) -> str | None:
    """Return the member with the item where the object is only a wrapper around it."""
    members = members_of(schema)
    if "id" in members or not noun:
        return None
    wrappers = {normalize(singular(noun)), *_WRAPPERS}
    objects = [name for name, member in members.items() if is_object(member.schema)]
    wrapped = [
        name
        for name, member in members.items()
        if normalize(name) in wrappers and (is_object(member.schema) or element_of(member.schema) is not None)
    ]
    return wrapped[0] if len(wrapped) == 1 and len(objects) <= len(wrapped) + 1 else None

"""Where items stand in the bodies of an operation: bare, wrapped, in an envelope, one or many."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from channelsmith.document import Node
from channelsmith.document.json_pointer import join
from channelsmith.sandbox.media import is_json
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.state.shapes import Shapes, content, element, is_object, plain, singular

_ASIDE: Final = frozenset({"errors", "warnings", "messages", "links", "validations", "validationerrors", "includes"})
_PAYLOADS: Final = frozenset({"data", "result", "results", "content", "item", "items", "payload", "value", "records"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where the items of a body are: at `pointer`, and whether it is a list of them."""

    pointer: str
    many: bool
    schema: Node
    """Of one item."""
    whole: Node
    """Of the whole body."""
    media_type: str


def place_of(operation: Operation, shapes: Shapes, *, noun: str, listing: bool) -> Place | None:
    """Where the items are in the success of an operation; None when it shows none.

    Args:
        operation: whose answer it is.
        shapes: the schemas.
        noun: what the path calls the items, such as "orders".
        listing: whether the body is looked through for a list first.
    """
    found = json_schema(operation.response_bodies(operation.success))
    if found is None:
        return None
    kind, schema = found
    said = operation.node.get("x-pagination")
    if said is not None and (listed := _at(schema, said.text("items"), shapes)) is not None:
        inner = element(listed)
        if inner is not None and is_object(inner):
            return Place(said.text("items"), many=True, schema=inner, whole=schema, media_type=kind)
    return place_in(schema, shapes, noun=noun, listing=listing, media_type=kind)


def place_in(
    schema: Node, shapes: Shapes, *, noun: str, listing: bool, media_type: str = "application/json"
) -> Place | None:
    """Where the items are in a body of a schema; see `place_of`."""
    pointer, inner = _payload(schema, shapes)
    return _inside(Place(pointer, many=False, schema=inner, whole=schema, media_type=media_type), shapes, noun, listing)


def json_schema(bodies: Mapping[str, Node]) -> tuple[str, Node] | None:
    """Media type and schema of the JSON body among the Media Type Objects of a response or request."""
    for kind, media in bodies.items():
        schema = media.get("schema")
        if is_json(kind) and schema is not None:
            return kind, schema
    return None


def _payload(schema: Node, shapes: Shapes) -> tuple[str, Node]:
    """What is in an envelope, declared or of a common form; the body itself where there is none."""
    target = content(schema)
    envelope = target.get("x-envelope")
    pointer = envelope.text("payload") if envelope is not None else ""
    inside = _at(schema, pointer, shapes) if pointer else None
    return (pointer, inside) if inside is not None else ("", schema)


def _at(schema: Node, pointer: str, shapes: Shapes) -> Node | None:
    found: Node | None = schema
    for token in pointer.split("/")[1:]:
        member = shapes.members(found).get(token) if found is not None else None
        found = member.schema if member is not None else None
    return found


def _inside(outer: Place, shapes: Shapes, noun: str, listing: bool) -> Place | None:
    inner = element(outer.schema)
    if inner is not None and not is_object(inner):
        return None
    if inner is not None:
        return Place(outer.pointer, many=True, schema=inner, whole=outer.whole, media_type=outer.media_type)
    if not is_object(outer.schema):
        return None
    name = _listed(outer.schema, shapes, noun) if listing else _single(outer.schema, shapes, noun)
    if name is None:
        return outer
    below = Place(
        join(outer.pointer, name),
        many=False,
        schema=shapes.members(outer.schema)[name].schema,
        whole=outer.whole,
        media_type=outer.media_type,
    )
    return _inside(below, shapes, noun, listing=False) or outer


def _listed(schema: Node, shapes: Shapes, noun: str) -> str | None:
    """The member that is the list of items: the only one, or the one with their name."""
    members = shapes.members(schema)
    if "id" in members:
        return None
    lists = [name for name, each in members.items() if element(each.schema) is not None and plain(name) not in _ASIDE]
    named = [name for name in lists if plain(name) in {plain(noun), *_PAYLOADS}]
    found = named or lists
    if len(found) == 1:
        return found[0]
    return _single(schema, shapes, noun) if not lists else None


def _single(schema: Node, shapes: Shapes, noun: str) -> str | None:
    """The member that is the item, where the object is only a wrapper around it."""
    members = shapes.members(schema)
    if "id" in members or not noun:
        return None
    wrapping = {plain(singular(noun)), *_PAYLOADS}
    found = [name for name, each in members.items() if plain(name) in wrapping and _holds(each.schema)]
    objects = [name for name, each in members.items() if is_object(each.schema)]
    return found[0] if len(found) == 1 and len(objects) <= len(found) + 1 else None


def _holds(schema: Node) -> bool:
    return is_object(schema) or element(schema) is not None

"""Resources of an API: what operations do with them, where their items are in a body, and which paths they have."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Final

from channelsmith.document import Node
from channelsmith.document.json_pointer import join, split
from channelsmith.sandbox.media_types import is_json
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.schema_view import (
    Member,
    content,
    element_of,
    is_object,
    members_of,
    normalize,
    singular,
    words,
)

_NOT_ITEMS: Final = frozenset(
    {"errors", "warnings", "messages", "links", "validations", "validationerrors", "includes"}
)
_WRAPPERS: Final = frozenset({"data", "result", "results", "content", "item", "items", "payload", "value", "records"})
HIDDEN: Final = "~"
"""Prefix of members and collections that the server keeps for itself and never shows."""
_PARAMETER: Final = re.compile(r"\{([^{}/]+)\}")
_VERSION: Final = re.compile(r"v\d+([._-]\w+)?|api|rest", re.IGNORECASE)


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


class Role(StrEnum):
    """What an operation does with the items of its resource."""

    LIST = "list"
    CREATE = "create"
    READ = "read"
    REPLACE = "replace"
    UPDATE = "update"
    DELETE = "delete"
    EXAMPLE = "example"
    """Nothing: it answers with the documented example."""


@dataclass(frozen=True, slots=True)
class Resource:
    """A collection of items with the same schema, or a single item."""

    name: str
    """Such as `orders`, or `businesses.members` below another item."""
    noun: str
    """The last literal segment of the path: `orders`."""
    schema: Node
    members: Mapping[str, Member]
    path: str
    """The path template of one item; that of the list where items cannot be addressed."""
    parameters: tuple[str, ...]
    """The parameters of that path. Their values together are the key of an item."""
    id: str | None
    """The member with the value of the last parameter."""
    singleton: bool = False
    """Whether there is exactly one item, or one below each parent."""

    @property
    def nouns(self) -> set[str]:
        """Normalized names of one item: `inventory`, `inventoryitem` of /inventories/{inventory_item_id}."""
        parameter = normalize(self.parameters[-1]).removesuffix("id") if self.parameters else ""
        return {name for name in (normalize(singular(self.noun)), parameter) if name}

    @property
    def key_members(self) -> tuple[str, ...]:
        """The members, possibly hidden, whose values are the key of an item."""
        addressed = ends_in_parameter(self.path) and not self.singleton
        names: list[str] = []
        for parameter in self.parameters[:-1] if addressed else self.parameters:
            owner = next((noun_of(path) for path in parent_paths(self.path) if path.endswith(f"{{{parameter}}}")), "")
            names.append(link(parameter, owner, self.members) or f"{HIDDEN}{parameter}")
        if not self.singleton:
            names.append(self.id or f"{HIDDEN}{self.parameters[-1] if addressed else 'id'}")
        return tuple(names)


@dataclass(frozen=True, slots=True)
class ResourceOperation:
    """What one operation does with which resource."""

    operation: Operation
    role: Role
    resource: Resource | None = None
    payload: Payload | None = None
    """Where the items are in the body of a success."""
    parents: tuple[tuple[Resource, tuple[str, ...]], ...] = ()
    """The resources above in the path, each with the path parameters that are the key of its item."""
    links: Mapping[str, str] = field(default_factory=dict[str, str])
    """Path parameter -> the member, possibly hidden, with its value."""
    id_in_body: bool = False
    """Whether the id of the item is in the request body, not in the path."""
    only_writer: bool = False
    """Whether no other operation creates items of the resource."""
    reason: str = ""
    """Why the operation only answers with an example."""


@dataclass(frozen=True, slots=True)
class ResourceModel:
    """The resources of an API by name, and its operations by operationId."""

    resources: Mapping[str, Resource]
    operations: Mapping[str, ResourceOperation]


def referenced_resource(member: str, resources: Mapping[str, Resource]) -> Resource | None:
    """Return the resource whose ids a member contains by its name: `channelId` those of /channels/{channel_id}."""
    name = normalize(member)
    if not name.endswith("id"):
        return None
    noun = name.removesuffix("id")
    matches = [
        resource
        for resource in resources.values()
        if len(resource.parameters) == 1 and not resource.singleton and noun in resource.nouns
    ]
    exact = (resource for resource in matches if noun == normalize(singular(resource.noun)))
    return next(exact, matches[0] if matches else None)


# ---------------------------------------------------------------- bodies


def find_payload(operation: Operation, *, noun: str, listing: bool) -> Payload | None:
    """Return where the items, such as "orders", are in the success of an operation; None where it has no JSON body."""
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


# ---------------------------------------------------------------- path templates


def segments(path: str) -> tuple[str, ...]:
    """Return the parts of a path between slashes."""
    return tuple(part for part in path.split("/") if part)


def path_parameters(path: str) -> tuple[str, ...]:
    """Return the names of the parameters from left to right."""
    return tuple(_PARAMETER.findall(path))


def shape_of(path: str) -> str:
    """Return the template with anonymous parameters, to compare paths that spell them differently."""
    return _PARAMETER.sub("{}", path.rstrip("/"))


def ends_in_parameter(path: str) -> bool:
    """Whether the path addresses one item: its last segment contains exactly one parameter."""
    parts = segments(path)
    return bool(parts) and len(_PARAMETER.findall(parts[-1])) == 1


def parent_paths(path: str) -> tuple[str, ...]:
    """Return every proper prefix that addresses an item, the shortest first."""
    parts = segments(path)
    prefixes = ["/" + "/".join(parts[:length]) for length in range(1, len(parts))]
    return tuple(prefix for prefix in prefixes if ends_in_parameter(prefix))


def literals(path: str) -> tuple[str, ...]:
    """Return the literal segments without versions."""
    return tuple(part for part in segments(path) if "{" not in part and not _VERSION.fullmatch(part))


def noun_of(path: str) -> str:
    """Return the last literal segment: what the path calls its items."""
    return next(reversed(literals(path)), "items")


def link(parameter: str, owner: str, members: Mapping[str, Member]) -> str | None:
    """Return the member with the value of a path parameter that follows the segment `owner`."""
    stem = normalize(singular(owner))
    for candidate in (normalize(parameter), f"{stem}id", f"{stem}{normalize(parameter)}"):
        for name in members:
            if normalize(name) == candidate and candidate not in {"id", "key"}:
                return name
    return None


def id_member(parameter: str, owner: str, members: Mapping[str, Member]) -> str | None:
    """Return the member with the value of a path's last parameter that follows the segment `owner`."""
    names = {normalize(name): name for name in members}
    stem, wanted = normalize(singular(owner)), normalize(parameter)
    own_id = "id" if wanted in {"id", f"{stem}id", stem} or not words(parameter) else ""
    endings = (ending for ending in ("id", "uuid", "key", "code", "slug") if wanted.endswith(ending))
    any_id = "id" if wanted.endswith("id") else ""
    candidates = (own_id, wanted, f"{stem}id", any_id, f"{stem}{wanted}", *endings, "id")
    return next((names[candidate] for candidate in candidates if candidate and candidate in names), None)

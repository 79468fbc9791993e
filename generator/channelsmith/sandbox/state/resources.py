"""Resources of an API, what each operation does with them, and how path templates address them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from channelsmith.document import Node
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.state.payload import Payload
from channelsmith.sandbox.state.schema_view import Member, normalize, singular, words

HIDDEN: Final = "~"
"""Prefix of members and collections that the server keeps for itself and never shows."""
_PARAMETER: Final = re.compile(r"\{([^{}/]+)\}")
_VERSION: Final = re.compile(r"v\d+([._-]\w+)?|api|rest", re.IGNORECASE)


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
    matches = [
        resource
        for resource in resources.values()
        if len(resource.parameters) == 1 and not resource.singleton and name in {f"{n}id" for n in resource.nouns}
    ]
    exact = (resource for resource in matches if name == f"{normalize(singular(resource.noun))}id")
    return next(exact, matches[0] if matches else None)


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

"""What is kept: kinds of items, and what each operation does with them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from channelsmith.document import Node
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.state.places import Place
from channelsmith.sandbox.state.shapes import Member

HIDDEN = "~"
"""Members that begin with it are the server's own: kept with an item, never shown."""


class Role(StrEnum):
    """What an operation does with the items of its kind."""

    LIST = "list"
    CREATE = "create"
    READ = "read"
    REPLACE = "replace"
    MERGE = "merge"
    REMOVE = "remove"
    ACT = "act"
    """Changes an item in the way that `x-sandbox` declares."""
    SHOW = "show"
    """Answers with what the document shows."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of item and where it lives."""

    name: str
    """Such as `orders`, or `businesses.members` below an item."""
    noun: str
    """The last word of its path: `orders`."""
    schema: Node
    members: Mapping[str, Member]
    path: str
    """The template by which one item is known; that of the list where items can not be addressed."""
    parameters: tuple[str, ...]
    """The parameters of that path: their values together are the key of an item."""
    id: str | None
    """The member that has the value of the last parameter."""
    single: bool = False
    """Whether there is one for each item above it, or one altogether."""


@dataclass(frozen=True, slots=True)
class Parent:
    """An item that has to exist for a path to make sense."""

    kind: Kind
    arguments: tuple[str, ...]
    """The path parameters that are its key."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What one operation does."""

    operation: Operation
    role: Role
    kind: Kind | None = None
    place: Place | None = None
    parents: tuple[Parent, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict[str, str])
    """Path parameter -> the member (or hidden member) that has its value."""
    by_body: bool = False
    """Whether the body names the item, as the path of the whole collection does not."""
    only_way: bool = False
    """Whether no other operation creates such items."""
    why: str = ""
    """Why it only shows what the document shows."""
    said: Node | None = None
    """Its `x-sandbox`."""


@dataclass(frozen=True, slots=True)
class Model:
    """All of a document: the kinds by name, the plans by operationId."""

    kinds: Mapping[str, Kind]
    plans: Mapping[str, Plan]

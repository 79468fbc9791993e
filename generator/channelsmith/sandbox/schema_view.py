"""A view of JSON Schemas: members of objects, elements of lists, and the words that names consist of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from channelsmith import ir
from channelsmith.document import Json, Node
from channelsmith.ir.json_types import types_of
from channelsmith.naming import identifiers
from channelsmith.sandbox.operations import Operation

_CREATED: Final = frozenset({"created", "creation", "inserted", "added"})
_UPDATED: Final = frozenset({"updated", "modified", "changed", "update", "modification"})
_TIME_WORDS: Final = frozenset({"at", "on", "date", "time", "timestamp", "last", "datetime"})
_FURTHER_MEMBERS: Final = ("discriminator", "oneOf", "anyOf", "patternProperties")
_MAX_DEPTH: Final = 12
_NAMES: Final = 4096
_SCHEMAS: Final = 8192


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an object. `schema` is the resolved schema, without its alternative to null."""

    name: str
    schema: Node
    required: bool
    read_only: bool
    write_only: bool

    @property
    def words(self) -> frozenset[str]:
        """The words of the name in lower case."""
        return frozenset(words(self.name))

    @property
    def is_timestamp(self) -> bool:
        """Whether the value is a date with a time of day."""
        return self.schema.text("format") == "date-time"

    @property
    def is_creation_time(self) -> bool:
        """Whether the value is the time at which the item was created."""
        return self.is_timestamp and bool(self.words & _CREATED) and self.words <= _CREATED | _TIME_WORDS

    @property
    def is_update_time(self) -> bool:
        """Whether the value is the time at which the item was last changed."""
        return self.is_timestamp and bool(self.words & _UPDATED) and self.words <= _UPDATED | _TIME_WORDS


@lru_cache(_SCHEMAS)
def members_of(schema: Node | None) -> Mapping[str, Member]:
    """Return the members of an object, including those declared in `allOf`; empty where none are declared."""
    if schema is None:
        return {}
    parts = list(_parts(schema))
    required = {str(name.value) for part in parts if (names := part.get("required")) for name in names.elements()}
    properties = (item for part in parts if (nodes := part.get("properties")) for item in nodes.items())
    return {
        name: Member(name, content(node), name in required, _flag(node, "readOnly"), _flag(node, "writeOnly"))
        for name, node in dict(properties).items()
    }


@lru_cache(_SCHEMAS)
def content(schema: Node) -> Node:
    """Return the schema behind references, single-element `allOf`, and an alternative to null."""
    target = schema.resolve()
    for key in ("oneOf", "anyOf"):
        options = target.get(key)
        if options is not None and "properties" not in target:
            not_null = [option for option in options.elements() if types_of(option) - {"null"} or not types_of(option)]
            if len(not_null) == 1:
                return content(not_null[0])
    parts = target.get("allOf")
    if parts is not None and "properties" not in target and "items" not in target:
        only = list(parts.elements())
        if len(only) == 1:
            return content(only[0])
    return target


@lru_cache(_SCHEMAS)
def element_of(schema: Node) -> Node | None:
    """Return the schema of a list's elements; None for anything else."""
    target = content(schema)
    items = target.get("items")
    return items if items is not None and "array" in (types_of(target) or {"array"}) else None


@lru_cache(_SCHEMAS)
def is_object(schema: Node) -> bool:
    """Whether the schema describes objects."""
    target = content(schema)
    return "object" in types_of(target) or "properties" in target or "allOf" in target


def is_open(schema: Node) -> bool:
    """Whether values may have members that the schema itself does not name: additional ones, or those of children."""
    target = content(schema)
    additional = target.get("additionalProperties")
    if additional is not None:
        return additional.value is not False
    return any(key in part for part in _parts(target) for key in _FURTHER_MEMBERS)


def allows_null(schema: Node) -> bool:
    """Whether null is a value of the schema."""
    target = content(schema)
    types = types_of(target)
    return "null" in types or not types or target.flag("nullable")


def number_of(schema: Node | None, key: str) -> float | None:
    """Return the number under a keyword such as `minimum`, None where there is none."""
    node = schema.get(key) if schema is not None else None
    return node.value if node is not None and isinstance(node.value, int | float) else None


def examples_of(schema: Node) -> Iterator[Json]:
    """Yield the schema's own `example` and `examples`."""
    if "example" in schema:
        yield schema["example"].value
    examples = schema.get("examples")
    yield from (node.value for node in examples.elements()) if examples is not None else ()


def query_parameters(operation: Operation) -> dict[str, Node | None]:
    """Return the schemas of the query parameters of an operation by name."""
    return {
        parameter.name: operation.schema(parameter)
        for parameter in operation.parameters
        if parameter.location is ir.Location.QUERY
    }


@lru_cache(_NAMES)
def words(name: str) -> tuple[str, ...]:
    """Split a name into lower-case words: `order`, `id` for orderId, order_id and ORDER-ID."""
    return tuple(identifiers.split_words(name))


@lru_cache(_NAMES)
def normalize(name: str) -> str:
    """Return a name in lower case without separators: `orderid` for orderId, order_id and ORDER-ID."""
    return "".join(char for char in name.lower() if char.isalnum())


@lru_cache(_NAMES)
def singular(word: str) -> str:
    """Return the singular of an English plural, and any other word unchanged."""
    return identifiers.singularize(word) or word


def _parts(schema: Node, depth: int = _MAX_DEPTH) -> Iterator[Node]:
    """Yield the parts of `allOf`, and the schema itself last."""
    target = content(schema)
    parts = target.get("allOf")
    for part in parts.elements() if parts is not None and depth else ():
        yield from _parts(part, depth - 1)
    yield target


def _flag(node: Node, keyword: str) -> bool:
    return any(schema.flag(keyword) for schema in (node, node.resolve(), content(node)))

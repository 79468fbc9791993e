"""Arguments of a call: the documented examples, and variations that are easy to get wrong on the wire."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from itertools import pairwise
from typing import Final, TypeAlias, cast
from uuid import UUID, uuid4

from channelsmith.conform.document import BodyExample, Operation, Parameter, family, is_json, media_rank
from channelsmith.conform.schemas import Schemas, formats, items, member, properties, required, types
from channelsmith.document import Json, Node

Value: TypeAlias = "dict[str, Value] | list[Value] | str | int | float | bool | Decimal | date | UUID | bytes | None"
"""An argument of a method: JSON, or the Python types for it."""
Items: TypeAlias = Callable[[str], Sequence[Json]]
"""Some items of the server's collection that a path segment names."""

ODD_TEXT: Final = "a b+c/d?e=f&g%h#é"
"""Every character that has a meaning in some part of a URL, and one that is not ASCII."""
_MORE_DIGITS: Final = Decimal("0.00000000012345678901")
_UNCONSTRAINED: Final = frozenset(
    {"type", "description", "title", "example", "examples", "nullable", "deprecated", "default"}
)
"""Keywords of a schema that accepts any text."""
_IDENTIFIER: Final = re.compile(r"[0-9]+|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_ZONE: Final = timezone(timedelta(hours=2))


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of one call: the values of parameters, and the body.

    `wire` is the body as it should arrive. With `is_flat` the members of the body are passed as arguments of their own.
    """

    values: tuple[tuple[Parameter, Value], ...] = ()
    example: BodyExample | None = None
    body: Value = None
    wire: Json = None
    is_flat: bool = False
    accept: str = ""
    media_type: str = ""
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    """Member of the body -> the Python argument that sets it."""

    @property
    def positional(self) -> list[Value]:
        """The arguments of the path."""
        return [value for parameter, value in self.values if parameter.location == "path"]

    @property
    def keywords(self) -> dict[str, Value]:
        """All other arguments."""
        keywords = {parameter.argument: value for parameter, value in self.values if parameter.location != "path"}
        if self.example is not None and self.is_flat and isinstance(self.body, dict):
            keywords |= {self.names[name]: value for name, value in self.body.items()}
        elif self.example is not None:
            keywords["body"] = self.body
        selected: dict[str, Value] = {"accept": self.accept, "media_type": self.media_type}
        return keywords | {name: value for name, value in selected.items() if value}


def documented(operation: Operation, body: BodyExample | None = None, *, with_key: bool = False) -> Arguments:
    """Everything as the document shows it, the body as one argument.

    Without `with_key` the idempotency key is left to the client.
    """
    example = body or next(iter(operation.bodies), None)
    key = "" if with_key else operation.idempotency_key.lower()
    values = tuple(
        (parameter, _copy(parameter.example)) for parameter in operation.parameters if parameter.name.lower() != key
    )
    if example is None:
        return Arguments(values)
    first = operation.bodies[0]
    is_first = (example.media_type, example.schema) == (first.media_type, first.schema)
    return Arguments(values, example, _file(example), example.value, media_type="" if is_first else example.media_type)


def first_page(operation: Operation) -> Arguments:
    """As documented, without the cursor: that of the document leads nowhere."""
    arguments, cursor = documented(operation), operation.paging.parameter if operation.paging is not None else None
    return replace(arguments, values=tuple(entry for entry in arguments.values if entry[0].name != cursor))


def renamed(arguments: Arguments, schemas: Schemas) -> Arguments | None:
    """The same with other names in the body, for an item that exists already; None where the body has no name."""
    wire, schema = arguments.wire, _schema(arguments)
    members = _body_members(arguments, schemas)
    if not isinstance(wire, dict) or not members:
        return None
    changed = wire
    for name, value in wire.items():
        parts = schemas.parts(members.get(name, ()), value)
        is_text = (
            types(parts) <= {"string", "null"} and not formats(parts) and not any("enum" in part for part in parts)
        )
        if name in members and is_text and isinstance(value, str) and not _IDENTIFIER.fullmatch(value):
            other = {**changed, name: f"{uuid4().hex[:6]}-{value}"}
            changed = other if schemas.accepts(schema, other) else changed
    return replace(arguments, body=_copy(changed), wire=changed) if changed != wire else None


def existing(operation: Operation, arguments: Arguments, items_of: Items) -> Arguments | None:
    """The same call about items that the server has; None where none is known for an argument of the path."""
    segments = operation.path.split("/")
    collections = {name[1:-1]: before for before, name in pairwise(segments) if name.startswith("{")}
    values = tuple(
        (parameter, _known_key(parameter, value, collections, items_of)) for parameter, value in arguments.values
    )
    return replace(arguments, values=values) if values != arguments.values else None


def _known_key(parameter: Parameter, value: Value, collections: Mapping[str, str], items_of: Items) -> Value:
    if parameter.location == "path" and parameter.name in collections:
        for item in items_of(collections[parameter.name]):
            for key in (parameter.name, "id"):
                if isinstance(item, dict) and isinstance(key_value := item.get(key), str | int):
                    return key_value
    return value


def minimal(operation: Operation, schemas: Schemas) -> Arguments:
    """Only what is required; the body as documented where less of it would not be valid."""
    arguments = documented(operation)
    needed = tuple((parameter, value) for parameter, value in arguments.values if parameter.required)
    if arguments.example is None or not operation.body_required:
        return Arguments(needed)
    members, schema = _body_members(arguments, schemas), _schema(arguments)
    if isinstance(arguments.wire, dict) and members and schema is not None:
        kept = required(schemas.parts([schema], arguments.wire))
        less = {name: value for name, value in arguments.wire.items() if name in kept & members.keys()}
        if schemas.accepts(schema, less):
            return replace(arguments, values=needed, body=_copy(less), wire=less)
    return replace(arguments, values=needed)


def flat(operation: Operation, schemas: Schemas) -> Arguments | None:
    """The members of the body as arguments, in Python types; None where the method has no such arguments.

    Decimal numbers have more digits than a float can hold, where the document allows for them.
    """
    if (flattened := _flat(operation, schemas)) is None:
        return None
    arguments, example, wire, members = flattened
    typed: dict[str, Value] = {}
    exact: dict[str, Value] = {}
    for name, value in wire.items():
        typed[name] = to_python(_copy(value), members[name], schemas)
        is_decimal = isinstance(typed[name], Decimal) and isinstance(value, int | float)
        longer = Decimal(str(value)) + _MORE_DIGITS if is_decimal and is_json(example.media_type) else None
        if longer is not None and schemas.accepts(example.schema, {**wire, name: float(longer)}):
            exact[name] = longer
    return replace(arguments, body=typed | exact, wire=cast("Json", wire | exact))


def nulls(operation: Operation, schemas: Schemas) -> Arguments | None:
    """Null for every member of the body that may be null; None where none may."""
    if (flattened := _flat(operation, schemas)) is None or not is_json(flattened[1].media_type):
        return None
    arguments, example, wire, members = flattened
    for name, declared in members.items():
        other = {**wire, name: None}
        is_nullable = name in arguments.names and any(schemas.is_nullable(schema) for schema in declared)
        wire = other if is_nullable and schemas.accepts(example.schema, other) else wire
    return replace(arguments, body=_copy(wire), wire=wire) if None in wire.values() else None


def odd(operation: Operation, schemas: Schemas) -> Arguments:
    """Characters, times and lists that are easy to get wrong, and an idempotency key of the caller's."""
    arguments = documented(operation, with_key=True)
    values = tuple((parameter, _odd_value(parameter, value, schemas)) for parameter, value in arguments.values)
    return replace(arguments, values=values)


def _odd_value(parameter: Parameter, value: Value, schemas: Schemas) -> Value:
    if parameter.schema is None:
        return value
    if parameter.location in {"path", "query"} and _accepts_any_text([parameter.schema.resolve()]):
        return ODD_TEXT
    parts = schemas.parts([parameter.schema], value)
    if isinstance(value, list):
        elements = items(parts, 0)
        if parameter.location == "query" and _accepts_any_text([element.resolve() for element in elements]):
            has_space = parameter.style != "spaceDelimited" or parameter.explode  # otherwise it is the delimiter
            return [ODD_TEXT if has_space else ODD_TEXT.replace(" ", ""), "second,third"]
        value = [*value, *value] if len(value) == 1 else value
    return to_python(value, [parameter.schema], schemas)


def _accepts_any_text(schemas: Sequence[Node]) -> bool:
    return bool(schemas) and all(
        schema.value.get("type") == "string"
        and all(key in _UNCONSTRAINED or key.startswith("x-") for key in schema.value)
        for schema in schemas
        if isinstance(schema.value, dict)
    )


def sendable(operation: Operation) -> Iterator[BodyExample]:
    """The examples of bodies that a caller can send: those of the first media type, others where there is a choice."""
    first = next(iter(operation.bodies), None)
    has_choice = len({media_rank(body.media_type) for body in operation.bodies}) > 1
    return (body for body in operation.bodies if first is None or body.media_type == first.media_type or has_choice)


def selectable_media_types(operation: Operation) -> frozenset[str]:
    """The media types among which a caller can choose for a success; none where there is no such argument."""
    decodings = {
        media_type: operation.decoding(int(status.replace("X", "0")))
        for status, content in operation.content.items()
        if status.startswith("2")
        for media_type in content
    }
    return frozenset(decodings) if len(decodings) > 1 and "json" not in decodings.values() else frozenset()


def to_python(value: Value, declared: Sequence[Node], schemas: Schemas) -> Value:
    """A JSON value as the Python value that a caller would rather pass."""
    parts = schemas.parts(declared, value)
    if isinstance(value, list):
        return [to_python(element, items(parts, position), schemas) for position, element in enumerate(value)]
    if isinstance(value, dict):
        return {name: to_python(member_value, member(parts, name), schemas) for name, member_value in value.items()}
    for name in sorted(formats(parts)):
        make, expected = _MAKERS.get(name, (None, str))
        if make is not None and isinstance(value, expected) and not isinstance(value, bool):
            try:
                return make(str(value))
            except (ValueError, ArithmeticError):
                return value
    return value


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    return moment.astimezone(_ZONE) if moment.tzinfo is not None else moment.replace(tzinfo=_ZONE)


_MAKERS: Final[Mapping[str, tuple[Callable[[str], Value], type | tuple[type, ...]]]] = {
    "date-time": (_moment, str),
    "date": (date.fromisoformat, str),
    "uuid": (UUID, str),
    "decimal": (Decimal, (str, int, float)),
}
"""What makes the Python value of a format, and what it is in JSON."""


def _schema(arguments: Arguments) -> Node | None:
    return arguments.example.schema if arguments.example is not None else None


def _body_members(arguments: Arguments, schemas: Schemas) -> dict[str, list[Node]]:
    """The schemas of the members of the body; none where the body is not one kind of object."""
    schema = _schema(arguments)
    if schema is None or schemas.is_choice([schema]):
        return {}
    return properties(schemas.parts([schema], arguments.wire))


def _flat(
    operation: Operation, schemas: Schemas
) -> tuple[Arguments, BodyExample, dict[str, Json], dict[str, list[Node]]] | None:
    """Arguments, example, body and the schemas of its members, to pass the members as arguments; None without any."""
    arguments, names = documented(operation), operation.body_arguments
    members = _body_members(arguments, schemas)
    if arguments.example is None or not isinstance(arguments.wire, dict) or not members or not names:
        return None
    wire = {name: value for name, value in arguments.wire.items() if name in names and name in members}
    return replace(arguments, body=_copy(wire), wire=wire, is_flat=True, names=names), arguments.example, wire, members


def _copy(value: Json) -> Value:
    """A copy, because aliases of YAML share their values."""
    if isinstance(value, dict):
        return {name: _copy(inner) for name, inner in value.items()}
    return [_copy(inner) for inner in value] if isinstance(value, list) else value


def _file(example: BodyExample) -> Value:
    """The body as it is passed: text or bytes where it is not structured."""
    match family(example.media_type):
        case "binary":
            return example.value.encode() if isinstance(example.value, str) else b"\x00\x01\xfe\xff"
        case "text":
            return example.value if isinstance(example.value, str) else "text"
        case _:
            return _copy(example.value)

"""Arguments of a call: the documented examples, and variations that are easy to get wrong on the wire."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Final, TypeAlias, cast
from uuid import UUID, uuid4

from channelsmith.conform.document import BodyExample, Operation, Parameter, family, is_json
from channelsmith.conform.samples import make_variations
from channelsmith.conform.schemas import Schemas, formats, items, member, properties, required, types
from channelsmith.conform.streams import is_stream
from channelsmith.document import Json, Node

File: TypeAlias = "bytes | BytesIO | Path | tuple[str, bytes] | tuple[str, bytes, str]"
Value: TypeAlias = (
    "dict[str, Value] | list[Value] | str | int | float | bool | Decimal | date | UUID | NotGiven | File | None"
)
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


class NotGiven(Enum):
    """The type of `NOT_GIVEN`."""

    MARK = "not given"


NOT_GIVEN: Final = NotGiven.MARK
"""Stands for the constant of that name in the package, which is not known before it is imported."""


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
    nulls: tuple[Parameter, ...] = ()
    """Parameters that are passed as None, and are not to be sent."""
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    """Member of the body -> the Python argument that sets it."""

    @property
    def example_type(self) -> str:
        """The media type of the body, "" without one."""
        return self.example.media_type if self.example is not None else ""

    @property
    def positional(self) -> list[Value]:
        """The arguments of the path."""
        return [value for parameter, value in self.values if parameter.location == "path"]

    @property
    def keywords(self) -> dict[str, Value]:
        """All other arguments."""
        keywords = {parameter.argument: value for parameter, value in self.values if parameter.location != "path"}
        keywords |= {parameter.argument: None for parameter in self.nulls}
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
    media_type = "" if is_first and "*" not in example.media_type else _concrete(example.media_type)
    return Arguments(values, example, _file(example), example.value, media_type=media_type)


def first_page(operation: Operation) -> Arguments:
    """As documented, without the cursor: that of the document leads nowhere."""
    arguments, cursor = documented(operation), operation.cursor_parameter
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
                    is_text = parameter.schema is not None and types([parameter.schema.resolve()]) == {"string"}
                    return str(key_value) if is_text else key_value
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
            return replace(arguments, values=needed, body=_passed(arguments, less), wire=less)
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
    passed = arguments.body if isinstance(arguments.body, dict) else {}
    for name, value in wire.items():
        is_file = name in example.files
        typed[name] = passed[name] if is_file else to_python(_copy(value), members[name], schemas)
        is_decimal = isinstance(typed[name], Decimal) and isinstance(value, int | float)
        longer = Decimal(str(value)) + _MORE_DIGITS if is_decimal and is_json(example.media_type) else None
        if longer is not None and schemas.accepts(example.schema, {**wire, name: float(longer)}):
            exact[name] = longer
    return replace(arguments, body=typed | exact, wire=cast("Json", wire | exact))


def omitted(operation: Operation, schemas: Schemas) -> Arguments | None:
    """None for every optional parameter, which leaves it out; None where there is none."""
    least = minimal(operation, schemas)
    required_names = {(parameter.location, parameter.name) for parameter, _ in least.values}
    key = operation.idempotency_key.lower()
    optional = [each for each in operation.parameters if (each.location, each.name) not in required_names]
    optional = [each for each in optional if not (each.location == "header" and each.name.lower() == key)]
    return replace(least, nulls=tuple(optional)) if optional else None


def files(operation: Operation) -> Iterator[tuple[str, Arguments]]:
    """Yield the forms in which a file can be passed, for the files of a multipart body or a body that is one."""
    arguments = documented(operation)
    example = arguments.example
    if example is None:
        return
    if family(example.media_type) == "multipart" and isinstance(arguments.body, dict) and example.files:
        for variant, file in _FILES.items():
            forms: dict[str, Value] = {name: [file, file] if many else file for name, many in example.files.items()}
            if not any(_is_one_type(example.content_types.get(name, "")) for name in forms) or "," not in variant:
                yield variant, replace(arguments, body={**arguments.body, **forms})
    elif family(example.media_type) == "binary":
        for variant, file in _FILES.items():
            if not isinstance(file, tuple):
                yield variant, replace(arguments, body=file)


def _is_one_type(declared: str) -> bool:
    return bool(declared) and "," not in declared


def constants(operation: Operation, schemas: Schemas) -> Arguments | None:
    """The body without the members that can only have one value, which the client fills in; None without any."""
    arguments = documented(operation)
    members, schema = _body_members(arguments, schemas), _schema(arguments)
    if schema is None or not isinstance(arguments.wire, dict) or not is_json(arguments.example_type):
        return None
    needed = required(schemas.parts([schema], arguments.wire))
    fixed = {name for name, declared in members.items() if name in needed and _is_constant(declared, schemas)}
    left = {name: value for name, value in arguments.wire.items() if name not in fixed}
    return replace(arguments, body=_copy(left)) if fixed & arguments.wire.keys() else None


def _is_constant(declared: Sequence[Node], schemas: Schemas) -> bool:
    parts = schemas.parts(declared, None)
    return any("const" in part or ("enum" in part and len(list(part["enum"].elements())) == 1) for part in parts)


def alternatives(operation: Operation, schemas: Schemas) -> Iterator[tuple[str, Arguments]]:
    """Yield the call with a body for each alternative that its schema has somewhere."""
    arguments, schema = documented(operation), _schema(documented(operation))
    if schema is not None and is_json(arguments.example_type):
        for number, value in enumerate(make_variations(schema, schemas), 2):
            wire = schemas.without_read_only([schema], value)
            yield f"alternative {number}", replace(arguments, body=_copy(value), wire=wire)


def not_given(operation: Operation, schemas: Schemas) -> Iterator[tuple[str, Arguments]]:
    """Yield the body with NOT_GIVEN among its members, in an object inside and in a list: it must not be sent."""
    arguments = documented(operation)
    wire = arguments.wire
    if not isinstance(wire, dict) or not is_json(arguments.example_type) or not _body_members(arguments, schemas):
        return
    body = cast("dict[str, Value]", _copy(wire))
    yield "member", replace(arguments, body={**body, "conformNotGiven": NOT_GIVEN})
    for name, value in body.items():
        if isinstance(value, dict):
            yield "inside", replace(arguments, body={**body, name: {**value, "conformNotGiven": NOT_GIVEN}})
            break
    for name, value in body.items():
        if isinstance(value, list):
            yield "element", replace(arguments, body={**body, name: [*value, NOT_GIVEN]})
            break


def wrong_types(operation: Operation, schemas: Schemas) -> Iterator[tuple[str, Arguments]]:
    """Yield arguments of another type than the declared one, which a client has to refuse before it sends anything."""
    arguments = documented(operation)
    seen = set[str]()
    for position, (parameter, _) in enumerate(arguments.values):
        if parameter.schema is not None and not parameter.media_type:
            for variant, value in _wrong_values([parameter.schema], schemas, seen):
                values = [*arguments.values]
                values[position] = (parameter, value)
                yield f"{parameter.location} {variant}", replace(arguments, values=tuple(values))
    wire = arguments.wire
    if isinstance(wire, dict) and is_json(arguments.example_type):
        body = cast("dict[str, Value]", _copy(wire))
        seen = set[str]()
        for name, declared in _body_members(arguments, schemas).items():
            for variant, value in _wrong_values(declared, schemas, seen):
                yield f"body {variant}", replace(arguments, body={**body, name: value})


def _wrong_values(declared: Sequence[Node], schemas: Schemas, seen: set[str]) -> Iterator[tuple[str, Value]]:
    """Yield values of another type, once for each type; none where a schema has several types or a closed choice."""
    parts = schemas.parts(declared, None)
    if schemas.is_choice(declared) or any(key in part for part in parts for key in ("enum", "const")):
        return
    own = types(parts) - {"null"}
    kind = "date" if "date" in formats(parts) else next(iter(own), "")
    if len(own) == 1 and kind in _WRONG and kind not in seen:
        seen.add(kind)
        for variant, value in _WRONG[kind].items():
            yield f"{kind} {variant}", value


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
    has_choice = len({body.media_type for body in operation.bodies}) > 1
    return (body for body in operation.bodies if first is None or body.media_type == first.media_type or has_choice)


def selectable_media_types(operation: Operation) -> frozenset[str]:
    """The media types among which a caller can choose for a success; none where there is no such argument.

    Several names for plain JSON are no choice.
    """
    declared = [
        name
        for status, content in operation.content.items()
        if status.startswith("2") and operation.method != "HEAD"
        for name in content
        if operation.stream_switch is None or not is_stream(name)
    ]
    kinds = {"json" if name.lower() in _PLAIN_JSON else name for name in declared}
    return frozenset(name for name in declared if "*" not in name) if len(kinds) > 1 else frozenset()


def streaming(operation: Operation) -> Arguments:
    """As documented, but asking for a stream where an argument decides that."""
    arguments = documented(operation)
    match operation.stream_switch:
        case ("query", name):
            values = tuple((each, each.name == name or value) for each, value in arguments.values)
            return replace(arguments, values=values)
        case ("body", name) if isinstance(arguments.wire, dict) and isinstance(arguments.body, dict):
            wire = {**arguments.wire, name: True}
            return replace(arguments, body={**arguments.body, name: True}, wire=wire)
        case _:
            return arguments


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


_WRONG: Final[Mapping[str, Mapping[str, Value]]] = {
    "integer": {"true": True, "text": "5", "fraction": 1.5},
    "number": {"true": True, "text": "NaN"},
    "boolean": {"1": 1, "text": "no"},
    "date": {"time": datetime(2026, 1, 31, 12, tzinfo=_ZONE)},
}
"""Type or format -> values that Python would convert to it, with a loss or in spite of another meaning."""
_PLAIN_JSON: Final = frozenset({"application/json", "text/json", "application/*+json"})
_CONCRETE: Final[Mapping[str, str]] = {"image/*": "image/png", "text/*": "text/plain", "audio/*": "audio/mpeg"}
_CONTENT: Final = b"\x00\x01\xfe\xff\r\n\n--"
"""What is no text, and has what separates the parts of a multipart body."""
_FILES: Final[Mapping[str, File]] = {
    "bytes": _CONTENT,
    "stream": BytesIO(_CONTENT),
    "path": Path(__file__),
    "name": ("na\u00efve file.bin", _CONTENT),
    "name, type": ("picture.png", _CONTENT, "image/png"),
}


def _concrete(media_type: str) -> str:
    """A media type in a range."""
    return _CONCRETE.get(media_type, "application/octet-stream") if "*" in media_type else media_type


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
    schema = arguments.example.schema
    needed = required(schemas.parts([schema], arguments.wire)) if schema is not None else set[str]()
    if needed & (arguments.wire.keys() - wire.keys()):  # members of a child, which the method has no arguments for
        return None
    body = _passed(arguments, wire)
    return replace(arguments, body=body, wire=wire, is_flat=True, names=names), arguments.example, wire, members


def _passed(arguments: Arguments, wire: Mapping[str, Json]) -> Value:
    """The members of the body as they are passed: files as bytes."""
    body = arguments.body if isinstance(arguments.body, dict) else {}
    return {name: body[name] if name in body else _copy(value) for name, value in wire.items()}


def _copy(value: Json) -> Value:
    """A copy, because aliases of YAML share their values."""
    if isinstance(value, dict):
        return {name: _copy(inner) for name, inner in value.items()}
    return [_copy(inner) for inner in value] if isinstance(value, list) else value


def _file(example: BodyExample) -> Value:
    """The body as it is passed: text or bytes where it is not structured."""
    match family(example.media_type):
        case "binary":
            return example.value.encode() if isinstance(example.value, str) and example.value != "text" else _CONTENT
        case "text":
            return example.value if isinstance(example.value, str) else "text"
        case "multipart" if isinstance(example.value, dict):
            body = cast("dict[str, Value]", _copy(example.value))
            contents = {name: _as_files(body[name], many=many) for name, many in example.files.items() if name in body}
            return {**body, **contents}
        case _:
            return _copy(example.value)


def _as_files(value: Value, *, many: bool) -> Value:
    """A file for what an example shows as a text, or for each element of a list."""
    if many:
        return [_as_files(element, many=False) for element in value] if isinstance(value, list) else [_CONTENT]
    return value.encode() if isinstance(value, str) and value != "text" else _CONTENT

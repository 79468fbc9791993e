"""The values a call is made with: those the document shows, and others that are easy to get wrong on the wire."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final, cast
from uuid import uuid4

from channelsmith import ir
from channelsmith.conform.given import Fits, Given, Invocation, Schemas, typed
from channelsmith.conform.methods import Argument, Body, Method, is_json
from channelsmith.document import Json, Node
from channelsmith.ir.media import Kind, kind_of, preferred

ODD_TEXT: Final = "a b+c/d?e=f&g%h#é"
"""Every character that means something in some part of a URL, and one that is not ASCII."""
_FREE: Final = frozenset({"type", "description", "title", "example", "examples", "nullable", "deprecated", "default"})
"""Keywords of a schema that leave it to the caller which text it is."""
_SEVERAL: Final = 2
_DIGITS: Final = Decimal("0.00000000012345678901")
_ID: Final = re.compile(r"[0-9]+|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
"""What is rather the key of another thing than a name of this one."""


def documented(method: Method, body: Body | None = None, *, keyed: bool = False) -> Invocation:
    """Everything as the document shows it, the body whole; without `keyed` the client makes its idempotency key."""
    chosen = body or next(iter(method.bodies), None)
    key = "" if keyed else method.operation.idempotency_key.lower()
    shown = tuple((each, _shown(each.value)) for each in method.arguments if each.parameter.name.lower() != key)
    if chosen is None:
        return Invocation(shown)
    other = chosen.media_type if chosen.media != method.bodies[0].media else ""
    body_ = _bytes_where_binary(_shown(chosen.value), chosen.media)
    return Invocation(shown, body_, chosen.value, chosen.media, media_type=other)


def first_page(method: Method) -> Invocation:
    """Everything as the document shows it, but for a cursor: that of the document leads nowhere."""
    whole, how = documented(method), method.operation.pagination
    kept = tuple(each for each in whole.arguments if how is None or each[0].parameter.name != how.parameter)
    return replace(whole, arguments=kept)


def renamed(method: Method, whole: Invocation, schemas: Schemas, fits: Fits) -> Invocation | None:
    """The same with other names in the body, for a thing that is there already; None where it has none."""
    members = _members(whole.media.type, schemas) if whole.media is not None else None
    if members is None or not isinstance(whole.wire, dict):
        return None
    schema, body = method.bodies[0].schema, whole.wire
    for each in members:
        value = body.get(each.name)
        if _string(each.type) and isinstance(value, str) and not _ID.fullmatch(value):
            other = {**body, each.name: f"{uuid4().hex[:6]}-{value}"}
            body = other if fits(schema, other) else body
    return replace(whole, body=_shown(body), wire=body) if body != whole.wire else None


def least(method: Method, schemas: Schemas, fits: Fits) -> Invocation:
    """Nothing but what is required; the body as it is shown where less of it would not fit its schema."""
    whole = documented(method)
    needed = tuple((each, value) for each, value in whole.arguments if each.parameter.required)
    body = method.operation.body
    if whole.media is None or body is None or not body.required:
        return Invocation(needed)
    members = _members(whole.media.type, schemas)
    if not isinstance(whole.wire, dict) or members is None:
        return replace(whole, arguments=needed)
    kept = {each.name for each in members if each.required}
    less = {name: each for name, each in whole.wire.items() if name in kept}
    if not fits(method.bodies[0].schema, less):
        return replace(whole, arguments=needed)
    return replace(whole, arguments=needed, body=_shown(less), wire=less)


def flat(method: Method, schemas: Schemas, fits: Fits) -> Invocation | None:
    """The members of the body as arguments, in the Python types they stand for; None where there are none.

    Decimal numbers have more digits than a float can hold, where the document allows for them.
    """
    whole = _flat(method, schemas)
    if whole is None or whole.media is None or not isinstance(whole.wire, dict):
        return None
    kinds = {each.name: each.type for each in _members(whole.media.type, schemas) or ()}
    schema, body, exact = method.bodies[0].schema, whole.wire, dict[str, Given]()
    for name, value in body.items():
        longer = Decimal(f"{value}") + _DIGITS if _decimal(kinds[name]) and isinstance(value, int | float) else None
        if longer is not None and is_json(whole.media.media_type) and fits(schema, {**body, name: float(longer)}):
            exact[name] = longer
    given: dict[str, Given] = {name: typed(_shown(each), kinds[name], schemas) for name, each in body.items()}
    return replace(whole, body=given | exact, wire=cast("Json", body | exact))


def nulls(method: Method, schemas: Schemas, fits: Fits) -> Invocation | None:
    """Null for every member of the body that may be null; None where none may."""
    whole = _flat(method, schemas)
    if whole is None or whole.media is None or not isinstance(whole.wire, dict) or not is_json(whole.media.media_type):
        return None
    schema, body, found = method.bodies[0].schema, whole.wire, False
    for each in _members(whole.media.type, schemas) or ():
        if _nullable(each.type) and each.name in whole.names:
            other = {**body, each.name: None}
            body, found = (other, True) if fits(schema, other) else (body, found)
    return replace(whole, body=_shown(body), wire=body) if found else None


def odd(method: Method, schemas: Schemas) -> Invocation:
    """Arguments with characters, times and lists that are easy to get wrong, and an idempotency key of the caller's."""
    whole = documented(method, keyed=True)
    arguments = tuple((each, _odd(each, value, schemas)) for each, value in whole.arguments)
    return replace(whole, arguments=arguments)


def _shown(value: Json) -> Given:
    """A copy, for aliases of YAML share their values."""
    if isinstance(value, dict):
        return {name: _shown(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_shown(each) for each in value]
    return value


def _odd(argument: Argument, value: Given, schemas: Schemas) -> Given:
    where, kind = argument.parameter.location, argument.parameter.type
    if where in {ir.Location.PATH, ir.Location.QUERY} and _is_free(kind, argument.schema):
        return ODD_TEXT
    if isinstance(kind, ir.Array) and isinstance(value, list):
        items = argument.schema.resolve().get("items") if argument.schema is not None else None
        if where is ir.Location.QUERY and _is_free(kind.items, items):
            plain = argument.parameter.style == "spaceDelimited"  # which has no way to write a space in an element
            return [ODD_TEXT.replace(" ", "") if plain else ODD_TEXT, "second,third"]
        more = [*value, *value] if len(value) < _SEVERAL else value
        return [typed(each, kind.items, schemas) for each in more]
    return typed(value, kind, schemas)


def _is_free(kind: ir.Type, schema: Node | None) -> bool:
    if kind != ir.Primitive(ir.Scalar.STRING) or schema is None:
        return False
    said = schema.resolve()
    return all(key in _FREE or key.startswith("x-") for key, _ in said.items())


def _flat(method: Method, schemas: Schemas) -> Invocation | None:
    """The members of the body as arguments of their own; None where it has none that are."""
    whole = documented(method)
    members = _members(whole.media.type, schemas) if whole.media is not None else None
    names = {wire: word for word, wire in method.body_arguments}
    if members is None or not isinstance(whole.wire, dict) or not names:
        return None
    known = {each.name for each in members}
    body = {wire: each for wire, each in whole.wire.items() if wire in names and wire in known}
    return replace(whole, body=_shown(body), wire=body, flat=True, names=names)


def _members(kind: ir.Type | None, schemas: Schemas) -> tuple[ir.Property, ...] | None:
    found = schemas.get(kind.pointer) if isinstance(kind, ir.Named) else None
    return found.properties if isinstance(found, ir.ObjectSchema) else None


def _string(kind: ir.Type) -> bool:
    """Whether a member is any text, or null."""
    members = kind.members if isinstance(kind, ir.Either) else (kind,)
    return [each for each in members if each != ir.NULL] == [ir.Primitive(ir.Scalar.STRING)]


def _decimal(kind: ir.Type) -> bool:
    return ir.Primitive(ir.Scalar.DECIMAL) in (kind.members if isinstance(kind, ir.Either) else (kind,))


def _nullable(kind: ir.Type) -> bool:
    return isinstance(kind, ir.Either) and ir.NULL in kind.members


def _bytes_where_binary(value: Given, media: ir.Media) -> Given:
    """Files as bytes: a whole body, or the members of a form that are none of JSON's types."""
    found = kind_of(media)
    if found is Kind.BINARY:
        return value.encode() if isinstance(value, str) else b"\x00\x01\xfe\xff"
    if found is Kind.TEXT:
        return value if isinstance(value, str) else "text"
    return value


def sendable(method: Method) -> Iterator[Body]:
    """The examples of bodies that a caller can send: those of the first media type, others where there is a choice."""
    kinds = {kind_of(each.media) for each in method.bodies}
    for each in method.bodies:
        if each.media == method.bodies[0].media or len(kinds) > 1:
            yield each


def accepted(method: Method) -> frozenset[str]:
    """The media types among which a caller can choose for a success; none where there is no such argument."""
    found = [each for each in method.operation.responses if each.status.startswith("2")]
    names = {media.media_type for each in found for media in each.media}
    ordered = [preferred(each.media)[0] for each in found if each.media]
    described = any(is_json(each.media_type) and each.type not in {None, ir.ANY} for each in ordered)
    texts = all(is_json(name) for name in names)
    return frozenset(names) if len(names) > 1 and not described and not texts else frozenset()

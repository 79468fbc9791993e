"""A request as an operation sees it: its arguments and its body, checked against the document."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias
from urllib.parse import parse_qs

from starlette.requests import Request

from channelsmith.document import Json, Node
from channelsmith.document.json_text import parse_json
from channelsmith.document.parsing import ParseError
from channelsmith.sandbox.bodies import NOTHING, Found
from channelsmith.sandbox.media import essence, is_json
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.parameters import Arguments, read_arguments, typed
from channelsmith.sandbox.schemas import Schemas, Violation

_FORM: Final = "application/x-www-form-urlencoded"
_Body: TypeAlias = "tuple[Found, tuple[Violation, ...]]"
"""A body as a value, and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Received:
    """A request that has been read, and everything that is wrong with it."""

    operation: Operation
    arguments: Arguments
    accept: str
    violations: tuple[Violation, ...]
    body: Found = NOTHING
    """A JSON or form body, `NOTHING` where there is none of them."""


async def receive(operation: Operation, request: Request, path: Mapping[str, str], schemas: Schemas) -> Received:
    """Reads a request for an operation. JSON and form bodies are checked, others taken as they are."""
    arguments = read_arguments(operation, request, path, schemas)
    body, wrong = _read_body(operation, await request.body(), request.headers.get("content-type", ""), schemas)
    return Received(operation, arguments, request.headers.get("accept", ""), arguments.violations + wrong, body)


def _read_body(operation: Operation, data: bytes, content_type: str, schemas: Schemas) -> _Body:
    body, bodies = operation.spec.body, operation.request_bodies
    if body is None:
        return NOTHING, ()
    if not data:
        return NOTHING, (Violation("body", "is required"),) if body.required else ()
    kind = essence(content_type)
    media = _media(bodies, kind)
    if media is None:
        return NOTHING, (Violation("content-type", f"has to be one of {', '.join(bodies)}"),)
    return _read_content(data, kind, media.get("schema"), schemas)


def _read_content(data: bytes, kind: str, schema: Node | None, schemas: Schemas) -> _Body:
    if is_json(kind):
        return _read_json(data, schema, schemas)
    if kind == _FORM and schema is not None:
        form = _form(data, schema)
        return form, schemas.violations(schema, form)
    return NOTHING, ()


def _read_json(data: bytes, schema: Node | None, schemas: Schemas) -> _Body:
    try:
        value = parse_json(data.decode()).value  # strict: what could not be written again is refused
    except (ParseError, ValueError, RecursionError):
        return NOTHING, (Violation("body", "is not JSON"),)
    found = schemas.violations(schema, value) if schema is not None else ()
    return value, tuple(violation if violation.field else violation.below("body") for violation in found)


def _media(bodies: Mapping[str, Node], kind: str) -> Node | None:
    """The declared media type a content type falls under, ranges such as image/* included."""
    return bodies.get(kind) or bodies.get(f"{kind.partition('/')[0]}/*") or bodies.get("*/*")


def _form(data: bytes, schema: Node) -> Json:
    properties = schema.resolve().get("properties")
    pairs = parse_qs(data.decode("utf-8", "replace"), keep_blank_values=True)
    found: dict[str, Json] = {}
    for name, values in pairs.items():
        member = properties.get(name) if properties is not None else None
        items = member.resolve().get("items") if member is not None else None
        if items is not None:
            found[name] = [typed(value, items) for value in values]
        else:
            found[name] = typed(values[0], member)
    return found

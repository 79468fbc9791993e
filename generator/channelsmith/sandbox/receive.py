"""A request as an operation sees it: its arguments and its body, checked against the document."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qs

from starlette.requests import Request

from channelsmith.document import Json, Node
from channelsmith.sandbox.media import declared, essence, is_json
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.parameters import Arguments, read_arguments, typed
from channelsmith.sandbox.schemas import Schemas, Violation

_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Received:
    """A request that has been read, and everything that is wrong with it."""

    operation: Operation
    arguments: Arguments
    accept: str
    violations: tuple[Violation, ...]


async def receive(operation: Operation, request: Request, path: Mapping[str, str], schemas: Schemas) -> Received:
    """Reads a request for an operation. JSON and form bodies are checked, others taken as they are."""
    arguments = read_arguments(operation, request, path, schemas)
    wrong = _check_body(operation, await request.body(), request.headers.get("content-type", ""), schemas)
    return Received(operation, arguments, request.headers.get("accept", ""), arguments.violations + wrong)


def _check_body(operation: Operation, data: bytes, content_type: str, schemas: Schemas) -> tuple[Violation, ...]:
    said = operation.node.get("requestBody")
    body = said.resolve() if said is not None else None
    if body is None:
        return ()
    if not data:
        return (Violation("body", "is required"),) if body.flag("required") else ()
    kind = essence(content_type)
    media = _media(body, kind)
    if media is None:
        return (Violation("content-type", f"has to be one of {', '.join(declared(body))}"),)
    schema = media.get("schema")
    return _check_content(data, kind, schema, schemas) if schema is not None else ()


def _check_content(data: bytes, kind: str, schema: Node, schemas: Schemas) -> tuple[Violation, ...]:
    if is_json(kind):
        return _check_json(data, schema, schemas)
    if kind == _FORM:
        return schemas.violations(schema, _form(data, schema))
    return ()


def _check_json(data: bytes, schema: Node, schemas: Schemas) -> tuple[Violation, ...]:
    try:
        value: Json = json.loads(data)
    except ValueError:
        return (Violation("body", "is not JSON"),)
    found = schemas.violations(schema, value)
    return tuple(violation if violation.field else violation.below("body") for violation in found)


def _media(body: Node, kind: str) -> Node | None:
    """The declared media type a content type falls under, ranges such as image/* included."""
    found = declared(body)
    return found.get(kind) or found.get(f"{kind.partition('/')[0]}/*") or found.get("*/*")


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

"""The document as the server's own page and tools want it."""

import json
from collections.abc import Sequence

from channelsmith import ir
from channelsmith.document import Document, Json
from channelsmith.sandbox.decoding import DELIMITERS
from channelsmith.sandbox.examples import example
from channelsmith.sandbox.media import is_json
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.parameters import types_of


def overview(operations: Sequence[Operation]) -> list[Json]:
    """The operations, each with what it is called and what it answers."""
    return [_row(operation) for operation in operations]


def details(document: Document, operation: Operation) -> dict[str, Json]:
    """One operation with what a call of it takes: parameters, body and credential, filled in with examples."""
    parameters: list[Json] = [_parameter(operation, each) for each in operation.parameters if each.pointer]
    return {
        **_row(operation),
        "parameters": parameters,
        "body": _body(operation),
        "credential": _credential(document, operation),
        "accept": ", ".join(operation.response_bodies(operation.success)),
    }


def served(document: Document, url: str) -> dict[str, Json]:
    """The document with one server in place of all that it names."""
    server: Json = {"url": url or "/", "description": "The sandbox."}
    root: dict[str, Json] = {**document.value, "servers": [server]}
    paths = root.get("paths")
    if isinstance(paths, dict):
        root["paths"] = {path: _without_servers(item) for path, item in paths.items()}
    return root


def _row(operation: Operation) -> dict[str, Json]:
    node = operation.node
    tags, responses = node.get("tags"), node.get("responses")
    tag = next((element.as_text() for element in tags.elements()), "") if tags is not None else ""
    statuses: list[Json] = [key for key, _ in responses.items()] if responses is not None else []
    return {
        "id": operation.id,
        "method": operation.method,
        "path": operation.path,
        "summary": node.text("summary"),
        "tag": tag,
        "statuses": statuses,
        "deprecated": node.flag("deprecated"),
    }


def _parameter(operation: Operation, parameter: ir.Parameter) -> Json:
    node = operation.document.at(parameter.pointer)
    value = example(node) if parameter.schema or "example" in node or "examples" in node else None
    if isinstance(value, list):
        value = ", ".join(item if isinstance(item, str) else json.dumps(item) for item in value)
    return {
        "name": parameter.name,
        "in": parameter.location,
        "required": parameter.required,
        "example": value if isinstance(value, str) else "" if value is None else json.dumps(value),
        "list": _separator(operation, parameter),
        "description": parameter.description.strip(),
    }


def _separator(operation: Operation, parameter: ir.Parameter) -> str | None:
    """What separates the elements of a list, percent-encoded; "" for one pair each; None for other values."""
    schema = operation.schema(parameter)
    if schema is None or "array" not in types_of(schema):
        return None
    style = parameter.style or "form"
    explode = style == "form" if parameter.explode is None else parameter.explode
    return "" if explode else DELIMITERS.get(style, ",")


def _body(operation: Operation) -> Json:
    bodies = operation.request_bodies
    kind = next((kind for kind in bodies if is_json(kind)), next(iter(bodies), None))
    if kind is None:
        return None
    value = example(bodies[kind])
    return {"type": kind, "example": json.dumps(value, indent=2) if is_json(kind) else str(value or "")}


def _credential(document: Document, operation: Operation) -> Json:
    """Where the key of the first alternative travels that takes a single one."""
    components = document.root.get("components")
    schemes = components.get("securitySchemes") if components is not None else None
    for names in operation.security:
        found = schemes.get(names[0]) if schemes is not None and len(names) == 1 else None
        scheme = found.resolve() if found is not None else None
        if scheme is None or scheme.text("in") == "cookie":
            continue
        if scheme.text("type") == "apiKey":
            return {"in": scheme.text("in"), "name": scheme.text("name"), "prefix": ""}
        basic = scheme.text("scheme").lower() == "basic"
        return {"in": "header", "name": "Authorization", "prefix": "Basic " if basic else "Bearer "}
    return None


def _without_servers(item: Json) -> Json:
    """A path item without servers of its own, on it or on its operations."""
    if not isinstance(item, dict):
        return item
    return {
        key: {name: value for name, value in member.items() if name != "servers"}
        if isinstance(member, dict)
        else member
        for key, member in item.items()
        if key != "servers"
    }

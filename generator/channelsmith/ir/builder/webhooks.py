"""Requests that the API sends to its users: webhooks, and the callbacks of operations. They are documented only."""

from collections.abc import Iterator

from channelsmith import ir
from channelsmith.document import Document, Node
from channelsmith.ir.builder.schemas import Schemas
from channelsmith.ir.media import Kind, kind_of, preferred
from channelsmith.lint.openapi_objects import METHODS


def incoming(document: Document, types: Schemas) -> Iterator[ir.Incoming]:
    """Every webhook and callback that the document describes, in its order, with the schemas of their bodies."""
    for key in ("webhooks", "x-webhooks"):  # before 3.1 the second was a common name for the first
        listed = document.root.get(key)
        for name, item in listed.items() if listed is not None else ():
            yield from _requests(name, "", item.resolve(), types)
    paths = document.root.get("paths")
    for path, item in paths.items() if paths is not None else ():
        whole = item.resolve()
        for method in METHODS:
            operation = whole.get(method)
            callbacks = operation.get("callbacks") if operation is not None else None
            for name, callback in callbacks.items() if callbacks is not None else ():
                for expression, target in callback.resolve().items():
                    if not expression.startswith("x-"):
                        after = f"{method.upper()} {path}"
                        yield from _requests(name, f"{after}, to `{expression}`", target.resolve(), types)


def _requests(name: str, after: str, item: Node, types: Schemas) -> Iterator[ir.Incoming]:
    for method in METHODS:
        if (node := item.get(method)) is not None and node.is_mapping:
            about = node.text("summary") or node.text("description") or item.text("summary")
            yield ir.Incoming(name, method.upper(), after, about, _body(node, types))


def _body(node: Node, types: Schemas) -> ir.Type | None:
    said = node.get("requestBody")
    content = said.resolve().get("content") if said is not None else None
    if content is None:
        return None
    media = [
        ir.Media(name, types.type_of(schema) if (schema := each.get("schema")) is not None else None)
        for name, each in content.items()
    ]
    first = next(iter(preferred(media)), None)
    return first.type if first is not None and kind_of(first) <= Kind.OTHER_JSON else None

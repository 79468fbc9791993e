"""Responses that consist of items: examples of the items, and how each media type separates them."""

import json
from typing import Final

from channelsmith.document import Json, Node
from channelsmith.ir.media_family import is_event_stream
from channelsmith.ir.samples import sample

_ITEMS: Final = 2
"""How many items are made from a schema."""
_BOUNDARY: Final = "sandbox"


def stream_content(media: Node, examples: tuple[Json, ...], media_type: str) -> tuple[bytes, str]:
    """Return the body of a stream, and its Content-Type.

    Args:
        media: the Media Type Object.
        examples: its documented examples: each is the list of all items, or one item, or as a text the body itself.
        media_type: its media type.
    """
    if examples and isinstance(examples[0], str):
        return examples[0].encode(), media_type
    items = list(examples) or _sample_items(media)
    if len(items) == 1 and isinstance(items[0], list):
        items = items[0]
    if is_event_stream(media_type):
        return "".join(map(_event, items)).encode(), media_type
    if media_type.startswith("multipart/"):
        return _multipart(items), f"{media_type}; boundary={_BOUNDARY}"
    start = "\x1e" if media_type.endswith("json-seq") else ""
    return "".join(f"{start}{json.dumps(item)}\n" for item in items).encode(), media_type


def _sample_items(media: Node) -> list[Json]:
    item, whole = media.get("itemSchema"), media.get("schema")
    if item is not None:
        return [_sample_item(item)] * _ITEMS
    value = sample(whole) if whole is not None else {}
    return [value] if isinstance(value, list) else [value] * _ITEMS


def _sample_item(schema: Node) -> Json:
    """A value of a schema; the data of an event as the JSON that it contains."""
    value = sample(schema)
    content = _content_schema(schema)
    return {**value, "data": json.dumps(sample(content))} if isinstance(value, dict) and content is not None else value


def _content_schema(schema: Node) -> Node | None:
    members = schema.resolve().get("properties")
    data = members.get("data") if members is not None else None
    return data.resolve().get("contentSchema") if data is not None else None


def _event(item: Json) -> str:
    """An event: an object with the fields of one, or its data."""
    is_event = isinstance(item, dict) and "data" in item and item.keys() <= {"data", "event", "id", "retry"}
    fields = item if is_event and isinstance(item, dict) else {"data": item}
    lines = [
        f"{name}: {line}\n"
        for name, value in fields.items()
        for line in (value if isinstance(value, str) else json.dumps(value)).split("\n")
    ]
    return f"{''.join(lines)}\n"


def _multipart(items: list[Json]) -> bytes:
    parts = [
        f"--{_BOUNDARY}\r\nContent-Type: {'text/plain' if isinstance(item, str) else 'application/json'}\r\n\r\n"
        f"{item if isinstance(item, str) else json.dumps(item)}\r\n"
        for item in items
    ]
    return f"{''.join(parts)}--{_BOUNDARY}--\r\n".encode()

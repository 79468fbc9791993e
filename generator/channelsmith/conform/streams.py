"""Responses that consist of items: their schemas, how they are written, and how they are read."""

import json
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from email import message_from_bytes
from typing import Any, Final

from channelsmith.conform.schemas import elements, members
from channelsmith.document import Json, Node

_TYPES: Final = re.compile(
    r"text/event-stream|multipart/mixed|application/(x-)?(jsonl|ndjson|jsonlines|json-lines|json-seq)"
    r"|application/[\w.-]+\+json-seq"
)
_FIELDS: Final = frozenset({"data", "event", "id", "retry", "comment"})
_BOUNDARY: Final = "conform"


def is_stream(media_type: str) -> bool:
    """Whether a response of a media type is delivered item by item."""
    return _TYPES.fullmatch(media_type.partition(";")[0].strip().lower()) is not None


def item_schema(media_type: str, media: Node) -> Node | None:
    """The schema of one item; of an event, that of the JSON in its data. None where any text or JSON is an item."""
    item, whole = media.get("itemSchema"), media.get("schema")
    schema = item or whole
    if schema is None:
        return None
    own = schema.resolve()
    if item is None and own.get("items") is not None:
        own = own["items"].resolve()
    elif item is None and own.text("type") == "string":
        return None
    fields = dict(members(own, "properties"))
    options = [option.resolve() for key in ("oneOf", "anyOf") for option in elements(own, key)]
    if media_type.startswith("text/event-stream") and any(
        "data" in dict(members(each, "properties")) for each in options
    ):
        return None  # several kinds of events
    if media_type.startswith("text/event-stream") and "data" in fields and fields.keys() <= _FIELDS:
        data = fields["data"].resolve()
        content = data.get("contentSchema")
        return content if content is not None or data.text("type") == "string" else data
    return own


def write_items(media_type: str, items: Sequence[Json]) -> tuple[str, bytes]:
    """Content-Type and body of a response with these items; a text is the data of an event as it is."""
    texts = [json.dumps(item) for item in items]
    if media_type.startswith("text/event-stream"):
        texts = [item if isinstance(item, str) else text for item, text in zip(items, texts, strict=True)]
        return media_type, "".join(f"data: {text}\n\n" for text in texts).encode()
    if media_type.startswith("multipart/"):
        parts = "".join(f"--{_BOUNDARY}\r\nContent-Type: application/json\r\n\r\n{text}\r\n" for text in texts)
        return f"{media_type}; boundary={_BOUNDARY}", f"{parts}--{_BOUNDARY}--\r\n".encode()
    start = "\x1e" if media_type.endswith("json-seq") else ""
    return media_type, "".join(f"{start}{text}\n" for text in texts).encode()


def read_items(media_type: str, content_type: str, body: bytes) -> Iterator[str]:
    """Yield the texts of the items of a body; those of events are their data."""
    text = body.decode("utf-8", "replace")
    if media_type == "text/event-stream":
        for block in re.split(r"\n{2,}", text.replace("\r\n", "\n")):
            lines = [line[5:].removeprefix(" ") for line in block.split("\n") if line.startswith("data:")]
            if lines:
                yield "\n".join(lines)
    elif media_type.startswith("multipart/"):
        message = message_from_bytes(f"Content-Type: {content_type}\r\n\r\n".encode() + body)
        yield from (str(part.get_payload()) for part in message.walk() if not part.is_multipart())
    else:
        yield from (line for line in text.replace("\x1e", "\n").split("\n") if line.strip())


def parse_item(text: str) -> Any:
    """The JSON of an item, or its text."""
    try:
        return json.loads(text, parse_float=Decimal)
    except ValueError:
        return text

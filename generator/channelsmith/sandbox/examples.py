"""Examples: the documented values, values made from schemas, and responses made of both."""

import json
import re
from collections.abc import Mapping
from typing import Final
from xml.etree import ElementTree as ET

from starlette.responses import Response

from channelsmith import ir
from channelsmith.document import Json, Node
from channelsmith.ir.media_family import is_stream
from channelsmith.ir.samples import documented_examples, example
from channelsmith.sandbox.json_values import JsonResponse
from channelsmith.sandbox.media_types import concrete_type, is_json, is_text, negotiate
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.request import DecodedRequest
from channelsmith.sandbox.streams import stream_content
from channelsmith.sandbox.validation import is_binary

_OCTETS: Final = "application/octet-stream"
_XML_NAME: Final = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)
_FILES: Final[Mapping[str, bytes]] = {
    "application/pdf": b"%PDF-1.4\n%\xe2\xe3\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n",
    "application/zip": b"PK\x05\x06" + bytes(18),
    "application/gzip": bytes.fromhex("1f8b080000000000000303000000000000000000"),
    "image/gif": bytes.fromhex("47494638396101000100800000ffffff0000002c00000000010001000002024401003b"),
    "image/jpeg": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9",
    "image/png": bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
        "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
    ),
}
"""The smallest files of their types; none is UTF-8 text."""
_ANY_FILE: Final = b"\x00\x01\xfe\xff"
_FRAMING: Final = frozenset({"content-type", "content-length", "content-encoding", "transfer-encoding", "connection"})
"""Declared response headers that say how a body is sent; the server knows better."""


def example_bodies(operation: Operation) -> tuple[Json, ...]:
    """The documented JSON bodies of a success, or one made from its schema."""
    media = _json_media(operation)
    return (documented_examples(media[1]) or (example(media[1]),)) if media is not None else (None,)


def json_response(operation: Operation, body: Json) -> Response:
    """A success with this body, in the declared JSON media type."""
    media = _json_media(operation)
    media_type = media[0] if media is not None else "application/json"
    return JsonResponse(body, operation.success, media_type=media_type)


def example_response(request: DecodedRequest) -> Response:
    """A success with an example, in the media type that the caller prefers: for operations without a state."""
    operation = request.operation
    bodies = operation.response_bodies(operation.success)
    if (switch := operation.spec.stream_switch) is not None:
        streams = _asks_for_stream(request, switch)
        bodies = {name: media for name, media in bodies.items() if is_stream(name) is streams}
    media_type = negotiate(request.accept, bodies) or next(iter(bodies), None)
    if media_type is None:
        return Response(status_code=operation.success)
    media = bodies[media_type]
    return media_response(media, example(media), operation.success, declared=media_type, accept=request.accept)


def _asks_for_stream(request: DecodedRequest, switch: ir.StreamSwitch) -> bool:
    """Whether the member of the body or the parameter that decides it asks for a stream, by default or not."""
    if switch.location == "query":
        value = request.arguments.values.get(("query", switch.name))
    else:
        value = request.body.get(switch.name) if isinstance(request.body, dict) else None
    return value if isinstance(value, bool) else switch.default


def media_response(
    media: Node, body: Json, status: int, *, declared: str, accept: str, headers: Mapping[str, str] | None = None
) -> Response:
    """A response with a body as its Media Type Object describes it.

    Args:
        media: the Media Type Object.
        body: the value of the body.
        status: the status.
        declared: its media type, which may be a range.
        accept: the `Accept` header of the request, which decides between the types of a range.
        headers: further headers.
    """
    schema = media.get("schema")
    media_type = concrete_type(declared, accept) or _OCTETS  # some frameworks declare a file under an empty name
    if is_stream(media_type):
        content, content_type = stream_content(media, (body,) if documented_examples(media) else (), media_type)
        return Response(content, status, {**(headers or {}), "content-type": content_type})
    if schema is not None and is_binary(schema):
        # a server that declares a file as JSON sends the file, with the media type of the file
        media_type = _OCTETS if is_json(media_type) else media_type
        content = body.encode() if documented_examples(media) and isinstance(body, str) else _file(media_type)
        return Response(content, status, headers, media_type=media_type)
    if isinstance(body, dict | list) and "*" in declared:
        media_type = "application/json"
    elif isinstance(body, str) and declared == "*/*":
        media_type = "text/plain"
    if is_json(media_type):
        return JsonResponse(body, status, headers, media_type=media_type)
    return Response(_content(body, media_type), status, headers, media_type=media_type)


def _content(body: Json, media_type: str) -> bytes | str:
    """A body that is not JSON: a text or a file."""
    if not isinstance(body, dict | list):
        text = "" if body is None else body if isinstance(body, str) else json.dumps(body)
        return text if text or is_text(media_type) else _file(media_type)
    if is_text(media_type) and "xml" in media_type:
        return ET.tostring(_element("item", body), encoding="unicode")
    return f"{json.dumps(body)}\n"


def _element(name: str, value: Json) -> ET.Element:
    """A value as XML: members and elements are elements."""
    element = ET.Element(name if _XML_NAME.fullmatch(name) else "item")
    if isinstance(value, dict):
        element.extend(_element(key, inner) for key, inner in value.items())
    elif isinstance(value, list):
        element.extend(_element("item", inner) for inner in value)
    elif value is not None:
        element.text = value if isinstance(value, str) else json.dumps(value)
    return element


def _file(media_type: str) -> bytes:
    return _FILES.get(media_type, _ANY_FILE)


def response_headers(operation: Operation, status: int) -> dict[str, str]:
    """The headers declared for a status, with the values of their examples or schemas, in the style `simple`."""
    headers: dict[str, str] = {}
    for name, node in operation.response_headers(status).items():
        header = node.resolve()
        value = example(header)
        parts = [part for pair in value.items() for part in pair] if isinstance(value, dict) else value
        texts = parts if isinstance(parts, list) else [parts]
        text = ",".join(each if isinstance(each, str) else json.dumps(each) for each in texts)
        if value is not None and text.isascii() and text.isprintable() and name.lower() not in _FRAMING:
            headers[name] = f"sandbox={text}" if name.lower() == "set-cookie" and "=" not in text else text
    return headers


def _json_media(operation: Operation) -> tuple[str, Node] | None:
    bodies = operation.response_bodies(operation.success)
    return next(((name, node) for name, node in bodies.items() if is_json(name)), None)

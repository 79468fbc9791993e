"""Which type the items of a stream have, and what decides between a stream and a whole body."""

import json
from pathlib import Path
from typing import Any

import pytest

from channelsmith import ir
from channelsmith.pipeline import load_api
from support.documents import write

ITEM, OTHER = {"$ref": "#/components/schemas/Item"}, {"$ref": "#/components/schemas/Other"}
TEXT, BOOL = {"type": "string"}, {"type": "boolean"}
REF, ANY, STRING = ir.Ref("/components/schemas/Item"), ir.ANY, ir.Primitive(ir.Scalar.STRING)
LINES, EVENTS = "application/jsonl", "text/event-stream"


def operation(folder: Path, content: Any, version: str = "3.1.0", **further: Any) -> ir.Operation:
    post = {"operationId": "x", "responses": {"200": {"description": "ok", "content": content}}, **further}
    schemas = {
        "Item": {"type": "object", "properties": {"n": {"type": "integer"}}},
        "Other": {"type": "object", "properties": {"m": {"type": "integer"}}},
    }
    document = {
        "openapi": version,
        "info": {"title": "T", "version": "1"},
        "paths": {"/x": {"post": post}},
        "components": {"schemas": schemas},
    }
    loaded = load_api(write(folder, {"openapi.json": json.dumps(document)}))
    assert [each.message for each in loaded.diagnostics if each.severity == "warning"] == []
    return loaded.api.operations[0]


def event(**fields: Any) -> dict[str, Any]:
    return {"type": "object", "properties": fields}


JSON_DATA = {"type": "string", "contentMediaType": "application/json"}
TYPES: list[tuple[str, str, dict[str, Any], ir.Type | None]] = [
    ("itemSchema", LINES, {"itemSchema": ITEM}, REF),
    ("schema", LINES, {"schema": ITEM}, REF),
    ("a list", LINES, {"schema": {"type": "array", "items": ITEM}}, REF),
    ("itemSchema before schema", LINES, {"itemSchema": ITEM, "schema": {"type": "array", "items": TEXT}}, REF),
    ("nothing", LINES, {}, None),
    ("a text as a whole", LINES, {"schema": TEXT}, None),
    ("a file", LINES, {"schema": {"type": "string", "format": "binary"}}, None),
    ("texts", LINES, {"itemSchema": TEXT}, STRING),
    ("sequence", "application/geo+json-seq", {"itemSchema": ITEM}, REF),
    ("parts", "multipart/mixed", {"itemSchema": ITEM}, REF),
    ("any parts", "multipart/mixed", {}, None),
    ("event data", EVENTS, {"schema": ITEM}, REF),
    ("event text", EVENTS, {"schema": TEXT}, None),
    ("contentSchema", EVENTS, {"itemSchema": event(data={**JSON_DATA, "contentSchema": ITEM}, id=TEXT)}, REF),
    ("contentMediaType", EVENTS, {"itemSchema": event(data=JSON_DATA)}, ANY),
    ("plain data", EVENTS, {"itemSchema": event(data=TEXT, event=TEXT)}, STRING),
    ("data as an object", EVENTS, {"itemSchema": event(data=ITEM)}, REF),
    ("an event as a schema", EVENTS, {"schema": event(data=ITEM, event=TEXT)}, REF),
    ("a payload with data", EVENTS, {"itemSchema": event(data=TEXT, more=TEXT)}, "inline"),
    (
        "several events",
        EVENTS,
        {"schema": {"oneOf": [event(data=ITEM, event=TEXT), event(data=OTHER, id=TEXT)]}},
        ir.Union((REF, ir.Ref("/components/schemas/Other"))),
    ),
]


@pytest.mark.parametrize(("media_type", "media", "type_"), [row[1:] for row in TYPES], ids=[row[0] for row in TYPES])
def test_the_type_of_an_item(media_type: str, media: Any, type_: Any, tmp_path: Path) -> None:
    (found,) = operation(tmp_path, {media_type: media}).responses[0].media
    assert found.is_stream
    assert isinstance(found.type, ir.Ref) if type_ == "inline" else found.type == type_


def test_an_item_schema_is_read_in_each_version(tmp_path: Path) -> None:
    for version in ("3.0.3", "3.1.0", "3.2.0"):
        (found,) = operation(tmp_path, {LINES: {"itemSchema": ITEM}}, version).responses[0].media
        assert (found.type, found.is_stream) == (REF, True)


BOTH = {"application/json": {"schema": ITEM}, EVENTS: {"schema": ITEM}}


def body(stream: Any) -> dict[str, Any]:
    schema = {"type": "object", "properties": {"stream": stream}}
    return {"requestBody": {"content": {"application/json": {"schema": schema}}}}


@pytest.mark.parametrize(
    ("further", "switch"),
    [
        (body(BOOL), ir.StreamSwitch("body", "stream", default=False)),
        (body({**BOOL, "default": True}), ir.StreamSwitch("body", "stream", default=True)),
        (body({"anyOf": [BOOL, {"type": "null"}], "default": False}), ir.StreamSwitch("body", "stream", default=False)),
        (body({"type": ["boolean", "null"]}), ir.StreamSwitch("body", "stream", default=False)),
        (body(TEXT), None),
        ({}, None),
        (
            {"parameters": [{"name": "stream", "in": "query", "schema": {**BOOL, "default": True}}]},
            ir.StreamSwitch("query", "stream", default=True),
        ),
        ({"parameters": [{"name": "stream", "in": "header", "schema": BOOL}]}, None),
    ],
)
def test_a_boolean_decides_between_a_stream_and_a_whole_body(
    further: Any, switch: ir.StreamSwitch | None, tmp_path: Path
) -> None:
    assert operation(tmp_path, BOTH, **further).stream_switch == switch
    for content in ({EVENTS: {"schema": ITEM}}, {"application/json": {"schema": ITEM}}):
        assert operation(tmp_path, content, **further).stream_switch is None

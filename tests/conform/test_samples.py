"""Values that are made from schemas for requests and answers."""

import json
from pathlib import Path
from typing import Any

import pytest

from channelsmith.conform.samples import make_sample, make_variations
from channelsmith.conform.schemas import Schemas, is_file
from channelsmith.document import Node
from channelsmith.document.load import load_document

KIND = {"kind": {"type": "string"}}
TAGGED = {
    name: {"type": "object", "required": ["kind"], "properties": {**KIND, member: {"type": "integer"}}}
    for name, member in (("A", "a"), ("B", "b"))
}
TO_BASE = {"$ref": "#/components/schemas/Base"}
REFERENCES = [{"$ref": f"#/components/schemas/{name}"} for name in TAGGED]
BASE = {
    "Base": {
        "type": "object",
        "required": ["kind"],
        "properties": KIND,
        "discriminator": {"propertyName": "kind", "mapping": {"one": "#/components/schemas/One"}},
    },
    "One": {
        "allOf": [{"$ref": "#/components/schemas/Base"}, {"properties": {"x": {"type": "integer"}}, "required": ["x"]}]
    },
    "Two": {"allOf": [TO_BASE, {"properties": {"y": {"type": "boolean"}}}]},
}


def schemas_of(folder: Path, schema: Any, version: str = "3.1.0", **others: Any) -> tuple[Node, Schemas]:
    document = {
        "openapi": version,
        "info": {"title": "Samples", "version": "1"},
        "paths": {},
        "components": {"schemas": {"X": schema, **others}},
    }
    file = folder / "openapi.json"
    file.write_text(json.dumps(document), "utf-8")
    loaded = load_document(file)
    return loaded.root["components"]["schemas"]["X"], Schemas(loaded)


@pytest.mark.parametrize(
    ("schema", "values"),
    [
        ({"type": "integer"}, [1]),
        ({"anyOf": [{"type": "string"}, {"type": "null"}]}, ["text"]),
        ({"anyOf": [{"type": "integer"}, {"type": "string"}, {"type": "null"}]}, [1, "text"]),
        ({"type": "array", "items": {"oneOf": [{"type": "integer"}, {"type": "boolean"}]}}, [[1], [True]]),
        ({"type": "string", "pattern": "^[0-9]+$"}, ["7"]),
        ({"type": "string", "pattern": "item|service"}, ["item"]),
        ({"type": "number", "exclusiveMinimum": 4}, [5]),
        ({"type": "string", "format": "duration"}, ["PT90M"]),
        ({"const": "only"}, ["only"]),
        (
            {"oneOf": REFERENCES, "discriminator": {"propertyName": "kind", "mapping": {"first": "A"}}},
            [{"kind": "first", "a": 1}, {"kind": "B", "b": 1}],
        ),
        (TO_BASE, [{"kind": "one", "x": 1}, {"kind": "Two", "y": True}]),
        ({"$ref": "#/components/schemas/One"}, [{"kind": "one", "x": 1}]),
    ],
    ids=str,
)
def test_there_is_a_valid_value_for_each_alternative(schema: Any, values: list[Any], tmp_path: Path) -> None:
    node, schemas = schemas_of(tmp_path, schema, **TAGGED, **BASE)
    made = [make_sample(node, schemas), *make_variations(node, schemas)]
    assert made == values
    assert all(schemas.accepts(node, value) for value in made)


def test_the_tag_decides_which_alternative_describes_a_value(tmp_path: Path) -> None:
    union = {"oneOf": REFERENCES, "discriminator": {"propertyName": "kind", "mapping": {"second": "B"}}}
    node, schemas = schemas_of(tmp_path, union, **TAGGED)
    described = [part.pointer for part in schemas.parts([node], {"kind": "second", "b": 1})]
    assert described == ["/components/schemas/X", "/components/schemas/B"]


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string", "format": "binary"}, True),
        ({"type": "string", "contentMediaType": "application/octet-stream"}, True),
        ({"anyOf": [{"type": "string", "contentMediaType": "image/png"}, {"type": "null"}]}, True),
        ({"type": "string", "contentMediaType": "application/json"}, False),
        ({"type": "string", "contentMediaType": "image/png", "contentEncoding": "base64"}, False),
        ({"type": "string"}, False),
        ({}, False),
    ],
)
def test_a_file_is_declared_in_one_of_two_ways(schema: Any, expected: bool, tmp_path: Path) -> None:
    node, _ = schemas_of(tmp_path, schema)
    assert is_file(node) is expected

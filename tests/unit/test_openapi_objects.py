from pathlib import Path

from channelsmith.lint.openapi_objects import COMPONENT_SECTIONS, OBJECT_FIELDS, find_objects, walk_objects
from support.documents import document

API = """\
openapi: 3.1.0
info: {title: T}
paths:
  x-note: {get: {}}
  /a:
    get:
      parameters: [{schema: {$ref: '#/definitions/A'}, example: {schema: {}}}]
      responses: {200: {content: {a/b: {schema: {properties: {schema: true}}}}}}
definitions: {A: {items: {$ref: '#/definitions/B'}}, B: {not: {}}, C: {}}
"""


def test_every_kind_has_its_fields_in_the_table() -> None:
    named = {kind.strip("{}[]") for fields in OBJECT_FIELDS.values() for kind in fields.values()}
    assert named | {"document", "swagger document"} == OBJECT_FIELDS.keys()
    assert COMPONENT_SECTIONS.keys() <= OBJECT_FIELDS.keys()


def test_objects_are_in_document_order_and_examples_are_left_out(tmp_path: Path) -> None:
    objects = [
        (kind, node.pointer.rpartition("/get/")[2])
        for kind, node in walk_objects(document(tmp_path, API).root, "document")
    ]
    assert objects == [
        ("document", ""),
        ("info", "/info"),
        ("paths", "/paths"),
        ("path item", "/paths/~1a"),
        ("operation", "/paths/~1a/get"),
        ("[parameter]", "parameters"),
        ("parameter", "parameters/0"),
        ("schema", "parameters/0/schema"),
        ("responses", "responses"),
        ("response", "responses/200"),
        ("{media type}", "responses/200/content"),
        ("media type", "responses/200/content/a~1b"),
        ("schema", "responses/200/content/a~1b/schema"),
        ("{schema}", "responses/200/content/a~1b/schema/properties"),
        ("schema", "responses/200/content/a~1b/schema/properties/schema"),
    ]


def test_targets_of_references_are_found_once(tmp_path: Path) -> None:
    odd = [
        (kind, node.pointer) for kind, node in find_objects(document(tmp_path, API)) if "/definitions/" in node.pointer
    ]
    assert sorted(odd) == [
        ("schema", "/definitions/A"),
        ("schema", "/definitions/A/items"),
        ("schema", "/definitions/B"),
        ("schema", "/definitions/B/not"),
    ]

"""How a response has to be read, and what has to arrive in the parts of a request: the checks themselves."""

import json
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from channelsmith.config import config_for_document
from channelsmith.conform.check_request import part_problems
from channelsmith.conform.checks import value_problems
from channelsmith.conform.document import Operation, read_api
from channelsmith.conform.relay import RecordedRequest, RecordedResponse
from channelsmith.conform.schemas import Schemas

BINARY, TEXT = {"type": "string", "format": "binary"}, {"type": "string"}
RECORD = {"type": "object", "properties": {"a": {"type": "integer"}}}


def read_operation(folder: Path, content: Any, body: Any = None) -> tuple[Operation, Schemas]:
    """The only operation of a document."""
    described = {"200": {"description": "", **({"content": content} if content is not None else {})}}
    operation = {"operationId": "x", "responses": described, **({"requestBody": body} if body else {})}
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/x": {"post": operation}}}
    spec = folder / "openapi.json"
    spec.write_text(json.dumps(document), "utf-8")
    api = read_api(config_for_document(spec, folder / "client", None, ()))
    return api.operations[0], api.schemas


@pytest.mark.parametrize(
    ("content", "media_type", "decoding"),
    [
        ({"application/json": {"schema": RECORD}}, "application/json", "json"),
        ({"application/json": {"schema": RECORD}}, "application/vnd.a+json", "json"),
        ({"application/json": {"schema": RECORD}}, "text/html", "undeclared"),
        ({"application/json": {"schema": BINARY}}, "application/pdf", "content"),
        ({"application/json": {"schema": RECORD}, "text/csv": {"schema": TEXT}}, "text/csv", "text"),
        ({"application/json": {"schema": RECORD}, "image/png": {}}, "image/png", "content"),
        ({"application/json": {}, "text/csv": {}}, "application/json", "content"),
        ({"image/*": {"schema": BINARY}}, "image/webp", "content"),
        ({"image/*": {"schema": BINARY}}, "audio/mpeg", "undeclared"),
        ({"text/*": {"schema": TEXT}}, "text/plain", "text"),
        ({"*/*": {"schema": RECORD}}, "application/json", "json"),
        ({"": {"schema": BINARY}}, "application/pdf", "content"),
        (None, "application/pdf", "undeclared"),
    ],
)
def test_a_response_is_read_by_its_own_media_type(content: Any, media_type: str, decoding: str, tmp_path: Path) -> None:
    operation, _ = read_operation(tmp_path, content)
    assert operation.read(200, media_type).decoding == decoding


@pytest.mark.parametrize(
    ("schema", "body", "value", "problems"),
    [
        ({"type": "number"}, b"123", 123, []),
        ({"type": "number"}, b"123", 123.0, ["/ is 123.0 for  123", "serialized again it is 123.0 at /, not 123"]),
        ({"type": "integer"}, b"1", True, ["/ is True for  1", "serialized again it is True at /, not 1"]),
        ({"type": "array", "items": TEXT}, b'["a"]', ["a", "b"], ["/ is ['a', 'b'] for a list of 1"]),
    ],
)
def test_a_value_has_the_type_and_the_text_of_its_response(
    schema: Any, body: bytes, value: Any, problems: list[str], tmp_path: Path
) -> None:
    operation, schemas = read_operation(tmp_path, {"application/json": {"schema": schema}})
    response = RecordedResponse(200, (("content-type", "application/json"),), body)
    reading = operation.read(200, response.media_type)
    assert list(value_problems(value, response, reading, schemas))[: len(problems) or 1] == problems


FORM = {
    "type": "object",
    "properties": {
        "file": {"type": "string", "contentMediaType": "application/octet-stream"},
        "label": TEXT,
        "about": {"type": "object", "properties": {"n": {"type": "number"}}},
        "sizes": {"type": "array", "items": {"type": "integer"}},
        "drawing": TEXT,
    },
}
ENCODING = {"sizes": {"style": "form", "explode": False}, "drawing": {"contentType": "image/svg+xml"}}
ABOUT = 'name="about"\r\nContent-Type: application/json'


@pytest.mark.parametrize(
    ("body", "parts", "problems"),
    [
        ({"label": "a"}, [('name="label"', b"a")], []),
        ({"label": None, "sizes": [1]}, [('name="sizes"', b"1")], []),
        ({"label": "a", "sizes": [1]}, [('name="sizes"', b"1")], ["'label' has 0 parts, not 1"]),
        ({}, [('name="label"', b"")], ["the body has 'label', which was not given"]),
        ({"about": {"n": 1}}, [(ABOUT, b'{"n": 1}')], []),
        ({"about": {"n": 1}}, [(ABOUT, b'{"n": 1.0}')], ["'about' of the body is Decimal('1.0') at /n, not 1"]),
        (
            {"about": {"n": 1}},
            [('name="about"', b'{"n": 1}')],
            ["'about' of the body is without a media type, not application/json"],
        ),
        ({"sizes": [1, 2]}, [('name="sizes"', b"1,2")], []),
        ({"drawing": "<a/>"}, [('name="drawing"\r\nContent-Type: image/svg+xml', b"<a/>")], []),
        (
            {"drawing": "<a/>"},
            [('name="drawing"', b"<a/>")],
            ["'drawing' of the body is without a media type, not image/svg+xml"],
        ),
        ({"file": b"\xff\r\n"}, [('name="file"; filename="file"\r\nContent-Type: image/png', b"\xff\r\n")], []),
        (
            {"file": BytesIO(b"a")},
            [('name="file"\r\nContent-Type: image/png', b"a")],
            ["'file' of the body has the file name None"],
        ),
        (
            {"file": ("a.png", b"a", "image/png")},
            [('name="file"; filename="b.png"\r\nContent-Type: image/gif', b"a")],
            [
                "'file' of the body has the file name 'b.png', not 'a.png'",
                "'file' of the body is image/gif, not image/png",
            ],
        ),
        (
            {"label": "a"},
            [('name="label"; filename="label"', b"a")],
            ["'label' of the body has the file name 'label', although it is no file"],
        ),
    ],
)
def test_a_part_is_what_the_document_says_of_its_property(
    body: Any, parts: list[tuple[str, bytes]], problems: list[str], tmp_path: Path
) -> None:
    media = {"schema": FORM, "encoding": ENCODING}
    operation, _ = read_operation(tmp_path, None, {"content": {"multipart/form-data": media}})
    pieces = [b"--b\r\nContent-Disposition: form-data; " + head.encode() + b"\r\n\r\n" + data for head, data in parts]
    content = b"\r\n".join([*pieces, b"--b--\r\n"])
    request = RecordedRequest("POST", "/x", (("Content-Type", "multipart/form-data; boundary=b"),), content)
    assert list(part_problems(request, body, operation.bodies[0])) == problems


@pytest.mark.parametrize(
    ("style", "is_checked", "cursor"),
    [
        ({"cursor": {"parameter": "after", "pointer": "/next"}}, True, "after"),
        (
            {"cursor": {"parameter": "after", "item": "/a"}, "stop": {"pointer": "/more", "value": False}},
            False,
            "after",
        ),
        ({"page": {"parameter": "after"}}, False, ""),
        ({"link": "next"}, False, ""),
        ({"nextUrl": "/next"}, False, ""),
    ],
)
def test_of_a_paged_list_all_pages_or_the_first_are_checked(
    tmp_path: Path, style: dict[str, Any], is_checked: bool, cursor: str
) -> None:
    schema = {"type": "object", "properties": {"next": TEXT, "more": {}, "items": {"type": "array", "items": RECORD}}}
    success = {"200": {"description": "", "content": {"application/json": {"schema": schema}}}}
    operation = {"operationId": "x", "x-pagination": {"items": "/items", **style}, "responses": success}
    operation["parameters"] = [{"name": "after", "in": "query", "schema": TEXT}]
    document = {"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "paths": {"/x": {"get": operation}}}
    (tmp_path / "openapi.json").write_text(json.dumps(document), "utf-8")
    api = read_api(config_for_document(tmp_path / "openapi.json", tmp_path / "client", None, ()))
    assert (api.operations[0].paging is not None, api.operations[0].cursor_parameter) == (is_checked, cursor)

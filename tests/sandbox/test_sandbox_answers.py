"""Answers made from schemas: values, media types, headers, and refusals that name the place."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema_rs import Draft202012Validator

from channelsmith.sandbox.request import MAX_PARTS
from support.sandboxes import Sandbox, start_text

if TYPE_CHECKING:
    from pathlib import Path

PREFER = {"Prefer": "code=200"}


def serve(
    folder: Path, *, version: str = "3.1.0", responses: Any = None, schemas: Any = None, **operation: Any
) -> Sandbox:
    """A server with one operation, `POST /x`."""
    declared = {"post": {"operationId": "x", "responses": responses or {"204": {"description": ""}}, **operation}}
    document = {
        "openapi": version,
        "info": {"title": "Answers", "version": "1"},
        "paths": {"/x": declared},
        "components": {"schemas": schemas or {}},
    }
    return start_text(json.dumps(document), folder)


def success(**content: Any) -> dict[str, Any]:
    return {"200": {"description": "", "content": content}}


def answer(folder: Path, schema: Any, schemas: Any = None, version: str = "3.1.0") -> Any:
    served = serve(
        folder, version=version, responses=success(**{"application/json": {"schema": schema}}), schemas=schemas
    )
    return served.post("/x").json()


ANIMALS: dict[str, Any] = {
    "Cat": {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"type": "string"}, "meow": {"type": "boolean"}},
    },
    "Dog": {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"type": "string"}, "bark": {"type": "boolean"}},
    },
}
CAT, DOG = {"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}
EVENTS = {
    "Event": {
        "type": "object",
        "required": ["type"],
        "properties": {"type": {"type": "string"}},
        "discriminator": {"propertyName": "type", "mapping": {"created": "#/components/schemas/Created"}},
    },
    "Created": {
        "allOf": [
            {"$ref": "#/components/schemas/Event"},
            {"type": "object", "required": ["by"], "properties": {"by": {"type": "string"}}},
        ]
    },
    "Deleted": {
        "allOf": [{"$ref": "#/components/schemas/Event"}, {"type": "object", "properties": {"why": {"type": "string"}}}]
    },
}


def test_the_tag_of_a_union_is_that_of_its_mapping(tmp_path: Path) -> None:
    union = {"oneOf": [CAT, DOG], "discriminator": {"propertyName": "kind", "mapping": {"feline": CAT["$ref"]}}}
    assert answer(tmp_path, union, ANIMALS) == {"kind": "feline", "meow": True}
    second = {"oneOf": [DOG, CAT], "discriminator": {"propertyName": "kind", "mapping": {"feline": CAT["$ref"]}}}
    assert answer(tmp_path, second, ANIMALS) == {"kind": "Dog", "bark": True}


def test_the_tag_stays_one_that_an_enumeration_allows(tmp_path: Path) -> None:
    cat = {"type": "object", "properties": {"kind": {"type": "string", "enum": ["kitten", "tom"]}}}
    union = {"oneOf": [CAT, DOG], "discriminator": {"propertyName": "kind"}}
    assert answer(tmp_path, union, {**ANIMALS, "Cat": cat}) == {"kind": "kitten"}


def test_a_base_with_a_discriminator_is_answered_with_a_child_and_its_tag(tmp_path: Path) -> None:
    assert answer(tmp_path, {"$ref": "#/components/schemas/Event"}, EVENTS) == {"type": "created", "by": "text"}
    assert answer(tmp_path, {"$ref": "#/components/schemas/Deleted"}, EVENTS) == {"type": "Deleted", "why": "text"}


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "integer"},
        {"type": ["null", "integer"]},
        {"type": "integer", "minimum": 5, "maximum": 6},
        {"type": "integer", "exclusiveMinimum": 4, "multipleOf": 5},
        {"type": "number", "maximum": -2.5},
        {"type": "number", "exclusiveMaximum": 0},
        {"type": "string", "minLength": 12},
        {"type": "string", "maxLength": 2},
        {"type": "string", "pattern": "^[A-Z]{3}$"},
        {"type": "string", "pattern": "^[0-9]+$", "minLength": 4},
        {"type": "string", "format": "time"},
        {"type": "string", "format": "duration"},
        {"type": "string", "format": "ipv6"},
        {"type": "array", "minItems": 3, "items": {"type": "integer"}},
        {"type": "array", "prefixItems": [{"type": "string"}, {"type": "boolean"}], "minItems": 2},
        {"const": "only"},
        {"enum": [None, "a"]},
        {"anyOf": [{"type": "null"}, {"type": "string"}]},
        {"type": "object", "required": ["a"], "properties": {"a": {"type": "string", "default": None}}},
        {"type": "array", "items": {"type": "object", "required": ["n"], "properties": {"n": {"type": "object"}}}},
    ],
    ids=json.dumps,
)
def test_a_value_made_from_a_schema_fits_it_and_is_not_null(schema: Any, tmp_path: Path) -> None:
    value = answer(tmp_path, schema)
    Draft202012Validator(schema, validate_formats=True).validate(value)
    assert value is not None


def test_write_only_members_are_not_in_an_answer(tmp_path: Path) -> None:
    schema = {
        "type": "object",
        "properties": {"name": {"type": "string"}, "secret": {"type": "string", "writeOnly": True}},
    }
    assert answer(tmp_path, schema) == {"name": "text"}


BINARY = {"type": "string", "format": "binary"}
TEXT = {"type": "string"}
RECORD = {"type": "object", "properties": {"a": {"type": "integer"}}}
EVENT = {
    "type": "object",
    "properties": {
        "data": {"type": "string", "contentMediaType": "application/json", "contentSchema": RECORD},
        "id": {"type": "string"},
    },
}


@pytest.mark.parametrize(
    ("content", "accept", "media_type", "start"),
    [
        ({"application/json": {"schema": BINARY}}, "*/*", "application/octet-stream", b"\x00\x01\xfe"),
        ({"application/pdf": {"schema": BINARY}}, "*/*", "application/pdf", b"%PDF-1.4"),
        ({"application/zip": {}}, "*/*", "application/zip", b"PK"),
        ({"image/*": {"schema": BINARY}}, "*/*", "image/png", b"\x89PNG"),
        ({"image/*": {"schema": BINARY}}, "image/jpeg", "image/jpeg", b"\xff\xd8"),
        (
            {
                "application/octet-stream": {
                    "schema": {"type": "string", "contentMediaType": "application/octet-stream"}
                }
            },
            "*/*",
            "application/octet-stream",
            b"\x00\x01\xfe",
        ),
        ({"*/*": {"schema": RECORD}}, "*/*", "application/json", b"{"),
        ({"text/plain": {"schema": TEXT, "example": '"quoted"'}}, "*/*", "text/plain; charset=utf-8", b'"quoted"'),
        (
            {"text/plain": {"schema": {"type": "string"}}, "application/json": {"schema": {"type": "string"}}},
            "application/json",
            "application/json",
            b'"text"',
        ),
        (
            {"application/json": {"schema": {"type": "string"}}, "text/csv": {"schema": {"type": "string"}}},
            "text/csv",
            "text/csv; charset=utf-8",
            b"text",
        ),
        (
            {"application/vnd.a+json": {"schema": RECORD}, "application/vnd.b+json": {"schema": TEXT}},
            "application/vnd.b+json",
            "application/vnd.b+json",
            b'"text"',
        ),
        ({"application/xml": {"schema": RECORD}}, "*/*", "application/xml", b"<item><a>1</a></item>"),
        ({"text/event-stream": {"schema": RECORD}}, "*/*", "text/event-stream", b'data: {"a": 1}\n\n' * 2),
        ({"text/event-stream": {"itemSchema": EVENT}}, "*/*", "text/event-stream", b'data: {"a": 1}\nid: text\n\n' * 2),
        ({"application/jsonl": {"itemSchema": RECORD}}, "*/*", "application/jsonl", b'{"a": 1}\n' * 2),
        ({"application/json-seq": {"itemSchema": RECORD}}, "*/*", "application/json-seq", b'\x1e{"a": 1}\n' * 2),
        ({"application/jsonl": {"example": [1, {"a": 2}]}}, "*/*", "application/jsonl", b'1\n{"a": 2}\n'),
        ({"text/event-stream": {"example": ": any\n\n"}}, "*/*", "text/event-stream", b": any\n\n"),
        (
            {"multipart/mixed": {"itemSchema": RECORD}},
            "*/*",
            "multipart/mixed; boundary=sandbox",
            b'--sandbox\r\nContent-Type: application/json\r\n\r\n{"a": 1}\r\n--sandbox\r\n',
        ),
    ],
)
def test_the_answer_has_the_declared_media_type_that_is_asked_for(
    content: Any, accept: str, media_type: str, start: bytes, tmp_path: Path
) -> None:
    served = serve(tmp_path, responses=success(**content))
    for headers in ({}, PREFER):
        response = served.post("/x", headers={"Accept": accept, **headers})
        assert (response.headers["content-type"], response.content[: len(start)]) == (media_type, start)


def test_a_member_of_the_body_asks_for_a_stream(tmp_path: Path) -> None:
    body = {"content": {"application/json": {"schema": {"properties": {"stream": {"type": "boolean"}}}}}}
    content = {"application/json": {"schema": RECORD}, "text/event-stream": {"schema": RECORD}}
    served = serve(tmp_path, responses=success(**content), requestBody=body)
    for sent, media_type in (({"stream": True}, "text/event-stream"), ({"stream": False}, "application/json")):
        assert served.post("/x", json=sent).headers["content-type"] == media_type


def test_declared_response_headers_are_present_and_valid(tmp_path: Path) -> None:
    headers = {
        "X-Total": {"required": True, "schema": {"type": "integer", "minimum": 7}},
        "X-When": {"schema": {"type": "string", "format": "date"}},
        "X-List": {"schema": {"type": "array", "items": {"type": "string"}}, "example": ["a", "b"]},
        "Set-Cookie": {"schema": {"type": "string"}},
        "Content-Type": {"schema": {"type": "string"}},
    }
    response = serve(tmp_path, responses={"204": {"description": "", "headers": headers}}).post("/x")
    sent = {name: response.headers.get(name) for name in headers}
    assert sent == {
        "X-Total": "7",
        "X-When": "2026-01-31",
        "X-List": "a,b",
        "Set-Cookie": "sandbox=text",
        "Content-Type": None,
    }


FASTAPI_ERROR = {
    "type": "object",
    "properties": {
        "detail": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["loc", "msg", "type"],
                "properties": {
                    "loc": {"type": "array", "items": {"anyOf": [{"type": "string"}, {"type": "integer"}]}},
                    "msg": {"type": "string"},
                    "type": {"type": "string"},
                },
            },
        }
    },
}


def body(schema: Any, media_type: str = "application/json", **media: Any) -> dict[str, Any]:
    return {"required": True, "content": {media_type: {"schema": schema, **media}}}


ITEMS = {"type": "object", "properties": {"items": {"type": "array", "items": {"type": "integer"}}}}


def test_a_refusal_has_the_declared_status_and_names_the_place_as_the_framework_does(tmp_path: Path) -> None:
    responses = {
        "204": {"description": ""},
        "422": {"description": "", "content": {"application/json": {"schema": FASTAPI_ERROR}}},
    }
    parameters = [{"name": "n", "in": "query", "schema": {"type": "integer"}}]
    served = serve(tmp_path, responses=responses, requestBody=body(ITEMS), parameters=parameters)
    response = served.post("/x?n=a", json={"items": [1, "two"]})
    assert response.status_code == 422
    assert [(each["loc"], each["msg"]) for each in response.json()["detail"]] == [
        (["query", "n"], '"a" is not of type "integer"'),
        (["body", "items", 1], '"two" is not of type "integer"'),
    ]


def test_a_refusal_fills_the_mapping_of_violations(tmp_path: Path) -> None:
    errors = {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string"}}}
    problem = {"type": "object", "properties": {"title": {"type": "string"}, "errors": errors}}
    responses = {"400": {"description": "", "content": {"application/problem+json": {"schema": problem}}}}
    response = serve(tmp_path, responses=responses, requestBody=body(ITEMS)).post("/x", json={"items": ["two"]})
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json()["errors"] == {"items.0": ['"two" is not of type "integer"']}


def test_a_refusal_is_text_where_that_is_declared(tmp_path: Path) -> None:
    responses = {"400": {"description": "", "content": {"text/plain": {"schema": {"type": "string"}}}}}
    response = serve(tmp_path, responses=responses, requestBody=body(ITEMS)).post("/x", json={"items": ["two"]})
    assert (response.status_code, response.headers["content-type"]) == (400, "text/plain; charset=utf-8")
    assert response.text == 'The request is invalid: items.0: "two" is not of type "integer"'


# ---------------------------------------------------------------- what is accepted


def accepts(served: Sandbox, value: Any) -> bool:
    headers = {"Content-Type": "application/json"}  # `json=None` would send nothing
    return served.post("/x", content=json.dumps(value), headers=headers).status_code == 204


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_the_tag_selects_the_alternative_of_a_union(version: str, tmp_path: Path) -> None:
    cat = {**ANIMALS["Cat"], "required": ["kind", "meow"]}
    union = {"oneOf": [CAT, DOG], "discriminator": {"propertyName": "kind", "mapping": {"feline": "Cat"}}}
    served = serve(tmp_path, version=version, requestBody=body(union), schemas={**ANIMALS, "Cat": cat})
    assert accepts(served, {"kind": "feline", "meow": True})
    assert accepts(served, {"kind": "Dog"})
    assert accepts(served, {"kind": "unmapped"})
    assert not accepts(served, {"kind": "feline"})
    assert not accepts(served, {"kind": "Dog", "bark": "loud"})
    assert not accepts(served, {})


@pytest.mark.parametrize("version", ["3.0.3", "3.1.0"])
def test_required_read_only_members_need_not_be_sent(version: str, tmp_path: Path) -> None:
    schema = {
        "type": "object",
        "required": ["id", "name"],
        "properties": {"id": {"type": "integer", "readOnly": True}, "name": {"type": "string"}},
    }
    served = serve(tmp_path, version=version, requestBody=body(schema))
    assert accepts(served, {"name": "a"})
    assert accepts(served, {"id": 1, "name": "a"})
    assert not accepts(served, {"id": 1})


@pytest.mark.parametrize(
    ("schema", "sound", "unsound"),
    [
        ({"type": "string", "nullable": True}, [None, "a"], [1]),
        ({"type": "string", "nullable": True, "enum": ["a"]}, [None, "a"], ["b"]),
        ({"nullable": True, "allOf": [CAT]}, [None, {"kind": "a"}], [{}, 1]),
        ({"nullable": True, "oneOf": [CAT, {"type": "integer"}]}, [None, {"kind": "a"}, 1], ["a"]),
        ({"type": "integer", "minimum": 1, "exclusiveMinimum": True}, [2], [1, None]),
        ({"type": "number"}, [1, 1.5], ["1", True, None]),
        ({"type": "boolean"}, [True], [1, "true"]),
    ],
)
def test_the_keywords_of_3_0_mean_what_3_0_says(schema: Any, sound: Any, unsound: Any, tmp_path: Path) -> None:
    served = serve(tmp_path, version="3.0.3", requestBody=body(schema), schemas=ANIMALS)
    assert [accepts(served, value) for value in sound] == [True] * len(sound)
    assert [accepts(served, value) for value in unsound] == [False] * len(unsound)


PARTS = {
    "type": "object",
    "properties": {
        "meta": {"type": "object", "properties": {"id": {"type": "integer"}}},
        "file": {"type": "string", "format": "binary"},
        "csv": {"type": "array", "items": {"type": "integer"}},
        "range": {"type": "object", "properties": {"from": {"type": "integer"}}},
        "xml": {"type": "string"},
    },
}
ENCODING = {
    "csv": {"style": "form", "explode": False},
    "range": {"style": "deepObject"},
    "xml": {"contentType": "application/xml"},
    "file": {"contentType": "image/png, image/jpeg"},
}


def multipart(*parts: tuple[str, bytes], subtype: str) -> dict[str, Any]:
    content = b"".join(b"--b\r\n" + head.encode() + b"\r\n\r\n" + data + b"\r\n" for head, data in parts) + b"--b--\r\n"
    return {"content": content, "headers": {"Content-Type": f"multipart/{subtype}; boundary=b"}}


def disposition(name: str, media_type: str = "", filename: str = "") -> str:
    lines = [f'Content-Disposition: form-data; name="{name}"' + (f'; filename="{filename}"' if filename else "")]
    return "\r\n".join([*lines, *([f"Content-Type: {media_type}"] if media_type else [])])


@pytest.mark.parametrize("subtype", ["mixed", "related", "form-data"])
def test_multipart_bodies_are_read_by_their_declared_type_with_and_without_names(subtype: str, tmp_path: Path) -> None:
    served = serve(tmp_path, requestBody=body(PARTS, f"multipart/{subtype}"))
    named = (
        (disposition("meta", "application/json"), b'{"id": 1}'),
        (disposition("file", "image/png", "a.png"), b"\x89\xff"),
    )
    assert served.post("/x", **multipart(*named, subtype=subtype)).status_code == 204
    unnamed = ("Content-Type: application/json", b'{"id": "one"}'), ("Content-Type: image/png", b"\x89\xff")
    refused = served.post("/x", **multipart(*unnamed, subtype=subtype))
    assert refused.json()["detail"] == 'The request is invalid: meta.id: "one" is not of type "integer"'
    other = "mixed" if subtype == "form-data" else "form-data"
    assert served.post("/x", **multipart(*named, subtype=other)).status_code == 400


@pytest.mark.parametrize(
    ("part", "complaint"),
    [
        ((disposition("csv"), b"1,2"), ""),
        ((disposition("csv"), b"1,x"), 'csv.1: "x" is not of type "integer"'),
        ((disposition("range[from]"), b"1"), ""),
        ((disposition("range[from]"), b"x"), 'range.from: "x" is not of type "integer"'),
        ((disposition("xml", "application/xml"), b"<a/>"), ""),
        ((disposition("xml"), b"<a/>"), "xml: has to be application/xml, not text/plain"),
        ((disposition("file", "image/jpeg", "a.jpg"), b"\xff"), ""),
        ((disposition("file", "text/csv", "a.csv"), b"1"), "file: has to be image/png or image/jpeg, not text/csv"),
        ((disposition("meta", "application/json", "m.json"), b'{"id": "x"}'), 'meta.id: "x" is not of type "integer"'),
    ],
)
def test_parts_are_read_by_their_encoding_objects(part: tuple[str, bytes], complaint: str, tmp_path: Path) -> None:
    served = serve(tmp_path, requestBody=body(PARTS, "multipart/form-data", encoding=ENCODING))
    response = served.post("/x", **multipart(part, subtype="form-data"))
    detail = response.json()["detail"].partition(": ")[2] if response.status_code == 400 else ""
    assert detail == complaint


def test_a_multipart_body_has_a_limited_number_of_parts(tmp_path: Path) -> None:
    served = serve(tmp_path, requestBody=body(PARTS, "multipart/form-data"))
    parts = [(disposition(f"more{at}"), b"x--b--") for at in range(MAX_PARTS - 1)]
    meta = (disposition("meta", "application/json"), b'{"id": "x"}')
    response = served.post("/x", **multipart(*parts, meta, subtype="form-data"))
    assert response.json()["detail"] == 'The request is invalid: meta.id: "x" is not of type "integer"'
    response = served.post("/x", **multipart(*parts * 100, meta, subtype="form-data"))
    assert (response.status_code, response.json()["detail"]) == (
        400,
        "The request is invalid: body: has more than 1,000 parts",
    )


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"ignored\r\n--b\r\n%b\r\n\r\nx\r\n--b--\r\nignored", "x"),
        (b"--b  \n%b\n\nx\r\n--bc\r\n\n--b", "x\r\n--bc\r\n"),
        (b"--b\r\n%b\r\n\r\nx", "x"),
        (b"--b\r\n--b\r\n%b\r\n\r\n\r\n--b--", ""),
        (b"--b--\r\n--b\r\n%b\r\n\r\nx\r\n--b--", None),
    ],
)
def test_multipart_delimiters_are_lines_of_their_own(tmp_path: Path, content: bytes, text: str | None) -> None:
    served = serve(tmp_path, requestBody=body({"properties": {"n": {"type": "integer"}}}, "multipart/form-data"))
    form = {
        "content": content % disposition("n").encode(),
        "headers": {"Content-Type": "multipart/form-data; boundary=b"},
    }
    response = served.post("/x", **form)
    detail = response.json()["detail"] if response.status_code == 400 else None
    expected = None if text is None else f'The request is invalid: n: {json.dumps(text)} is not of type "integer"'
    assert detail == expected


@pytest.mark.parametrize("schema", [BINARY, {"type": "string", "contentMediaType": "application/pdf"}, {}])
def test_a_file_is_accepted_as_a_body_in_every_form_in_which_it_can_be_declared(schema: Any, tmp_path: Path) -> None:
    served = serve(tmp_path, requestBody={"content": {"application/pdf": {"schema": schema}, "image/*": {}}})
    for media_type, status in (("application/pdf", 204), ("image/webp", 204), ("audio/mpeg", 400)):
        response = served.post("/x", content=b"\x00\xff", headers={"Content-Type": media_type})
        assert response.status_code == status


def test_a_text_is_checked_against_its_schema(tmp_path: Path) -> None:
    served = serve(tmp_path, requestBody=body({"type": "string", "enum": ["on", "off"]}, "text/plain"))
    for text, status in (("on", 204), ("other", 400)):
        assert served.post("/x", content=text, headers={"Content-Type": "text/plain"}).status_code == status

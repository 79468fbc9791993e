import textwrap
from pathlib import Path

import pytest

from channelsmith.document import Document
from channelsmith.document.load import load_document
from channelsmith.lint.linter import lint_document
from channelsmith.transform.bundle import bundle_document
from channelsmith.transform.swagger import convert_swagger
from support.documents import write

HEAD = "swagger: '2.0'\ninfo: {title: T, version: '1'}\n"
ANSWERS = "responses: {200: {description: ok}}"


def converted(folder: Path, text: str, files: dict[str, str] | None = None) -> Document:
    root = load_document(write(folder, {"swagger.yaml": HEAD + textwrap.dedent(text), **(files or {})}))
    return convert_swagger(bundle_document(root))


def operation(folder: Path, members: str, document: str = "") -> Document:
    return converted(folder, f"{document}\npaths:\n  /a:\n    post:\n      {members}\n")


def value(document: Document, pointer: str) -> object:
    return document.at(pointer).value


def test_other_documents_are_unchanged(tmp_path: Path) -> None:
    document = load_document(write(tmp_path, {"a.yaml": "openapi: 3.0.3\nswagger: '2.0'\ndefinitions: {}\n"}))
    assert convert_swagger(document) is document


def test_an_unquoted_version_is_read_too(tmp_path: Path) -> None:
    document = load_document(write(tmp_path, {"a.yaml": "swagger: 2.0\ninfo: {}\npaths: {}\n"}))
    assert convert_swagger(document).value == {"openapi": "3.0.3", "info": {}, "paths": {}}


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("host: a.test\nbasePath: /v1/\nschemes: [http, https]", ["https://a.test/v1", "http://a.test/v1"]),
        ("host: a.test", ["https://a.test"]),
        ("host: https://a.test/", ["https://a.test"]),
        ("host: a.test:8080\nschemes: [http, ws]", ["http://a.test:8080"]),
        ("basePath: /v1", ["/v1"]),
        ("basePath: /", None),
        ("", None),
    ],
)
def test_servers(tmp_path: Path, text: str, urls: list[str] | None) -> None:
    document = converted(tmp_path, f"{text}\npaths: {{}}\n")
    servers = document.value.get("servers")
    assert servers == (None if urls is None else [{"url": url} for url in urls])


def test_the_host_of_an_azure_document_has_variables(tmp_path: Path) -> None:
    document = converted(
        tmp_path,
        """\
        x-ms-parameterized-host:
          hostTemplate: '{account}.a.test'
          parameters: [{$ref: '#/parameters/Account'}]
        parameters: {Account: {name: account, in: path, required: true, type: string, description: yours}}
        paths: {}
        """,
    )
    variables = {"account": {"default": "", "description": "yours"}}
    assert document.value["servers"] == [{"url": "https://{account}.a.test", "variables": variables}]


def test_schemes_of_an_operation_are_its_servers(tmp_path: Path) -> None:
    document = operation(tmp_path, f"schemes: [http]\n      {ANSWERS}", "host: a.test\nschemes: [https]")
    assert value(document, "/paths/~1a/post/servers") == [{"url": "http://a.test"}]


@pytest.mark.parametrize(
    ("scheme", "expected"),
    [
        ("{type: basic, description: d}", {"type": "http", "scheme": "basic", "description": "d"}),
        ("{type: apiKey, in: header, name: K}", {"type": "apiKey", "in": "header", "name": "K"}),
        (
            "{type: oauth2, flow: application, tokenUrl: 'https://a.test', scopes: {r: read}}",
            {"type": "oauth2", "flows": {"clientCredentials": {"scopes": {"r": "read"}, "tokenUrl": "https://a.test"}}},
        ),
    ],
)
def test_security_schemes(tmp_path: Path, scheme: str, expected: object) -> None:
    document = converted(tmp_path, f"securityDefinitions: {{s: {scheme}}}\npaths: {{}}\n")
    assert value(document, "/components/securitySchemes/s") == expected


@pytest.mark.parametrize(
    ("parameter", "expected"),
    [
        (
            "{name: q, in: query, type: integer, format: int64, minimum: 1, default: 2, description: d, x-argument: n}",
            {
                "name": "q",
                "in": "query",
                "description": "d",
                "x-argument": "n",
                "schema": {"type": "integer", "format": "int64", "minimum": 1, "default": 2},
            },
        ),
        (
            "{name: q, in: query, type: array, items: {type: string}}",
            {
                "name": "q",
                "in": "query",
                "explode": False,
                "schema": {"type": "array", "items": {"type": "string"}},
            },
        ),
        (
            "{name: q, in: query, type: array, items: {type: string}, collectionFormat: multi}",
            {"name": "q", "in": "query", "explode": True, "schema": {"type": "array", "items": {"type": "string"}}},
        ),
        (
            "{name: q, in: query, type: array, items: {type: string}, collectionFormat: pipes}",
            {
                "name": "q",
                "in": "query",
                "style": "pipeDelimited",
                "explode": False,
                "schema": {"type": "array", "items": {"type": "string"}},
            },
        ),
        (
            "{name: q, in: header, type: array, items: {type: integer}, x-nullable: true}",
            {
                "name": "q",
                "in": "header",
                "schema": {"type": "array", "items": {"type": "integer"}, "x-nullable": True, "nullable": True},
            },
        ),
        ("{$ref: '#/parameters/P'}", {"$ref": "#/components/parameters/P"}),
    ],
)
def test_parameters(tmp_path: Path, parameter: str, expected: object) -> None:
    shared = "parameters: {P: {name: p, in: query, type: string}}"
    document = operation(tmp_path, f"parameters: [{parameter}]\n      {ANSWERS}", shared)
    assert value(document, "/paths/~1a/post/parameters/0") == expected


def test_an_array_that_cannot_be_expressed_is_a_string_and_reported(tmp_path: Path) -> None:
    parameters = "[{name: q, in: query, type: array, items: {type: string}, collectionFormat: tsv}]"
    document = operation(tmp_path, f"parameters: {parameters}\n      {ANSWERS}")
    assert value(document, "/paths/~1a/post/parameters/0/schema") == {"type": "string"}
    (finding,) = lint_document(document).diagnostics
    assert (finding.rule, finding.message) == (
        "collection-format",
        "OpenAPI 3 has no array format 'tsv' here; a value is a string",
    )


@pytest.mark.parametrize(("inner", "name"), [("", "csv"), (", collectionFormat: pipes", "pipes")])
def test_an_array_in_an_array_is_a_string_and_reported(tmp_path: Path, inner: str, name: str) -> None:
    items = f"{{type: array, items: {{type: integer}}{inner}}}"
    document = operation(
        tmp_path, f"parameters: [{{name: q, in: query, type: array, items: {items}}}]\n      {ANSWERS}"
    )
    assert value(document, "/paths/~1a/post/parameters/0/schema/items/type") == "string"
    (finding,) = lint_document(document).diagnostics
    assert finding.message == f"OpenAPI 3 has no array format {name!r} here; a value is a string"
    assert finding.location == document.location("/paths/~1a/post/parameters/0/schema/items")
    assert finding.location is not None
    assert finding.location.column == 54


def test_a_reference_that_leads_nowhere_is_reported_as_it_is_written(tmp_path: Path) -> None:
    schema = "{type: object, properties: {x: {$ref: '#/definitions/Pat'}}}"
    document = converted(tmp_path, f"paths: {{}}\ndefinitions: {{Pet: {schema}}}\n")
    (finding,) = [each for each in lint_document(document).diagnostics if each.rule == "reference"]
    assert finding.message.startswith("the reference '#/definitions/Pat' leads nowhere: '/definitions' has no 'Pat';")
    assert finding.hint == "did you mean 'Pet'?"


def test_a_body_is_read_in_every_media_type_that_is_consumed(tmp_path: Path) -> None:
    body = "parameters: [{name: b, in: body, required: true, description: d, schema: {$ref: '#/definitions/D'}}]"
    document = operation(tmp_path, f"consumes: [a/json, b/xml]\n      {body}\n      {ANSWERS}", "definitions: {D: {}}")
    media = {"schema": {"$ref": "#/components/schemas/D"}}
    assert value(document, "/paths/~1a/post") == {
        "parameters": [],
        "responses": {"200": {"description": "ok"}},
        "requestBody": {"description": "d", "required": True, "content": {"a/json": media, "b/xml": media}},
    }


def test_the_body_of_a_path_item_is_that_of_its_operations_without_one(tmp_path: Path) -> None:
    document = converted(
        tmp_path,
        """\
        consumes: [a/json]
        parameters: {B: {name: b, in: body, schema: {type: object}}}
        paths:
          /a:
            parameters: [{$ref: '#/parameters/B'}, {name: q, in: query, type: string}]
            put: {responses: {}}
            post: {parameters: [{name: f, in: formData, type: string}], responses: {}}
        """,
    )
    assert value(document, "/paths/~1a/parameters") == [{"name": "q", "in": "query", "schema": {"type": "string"}}]
    assert value(document, "/paths/~1a/put/requestBody/content") == {"a/json": {"schema": {"type": "object"}}}
    form = {"schema": {"type": "object", "properties": {"f": {"type": "string"}}}}
    assert value(document, "/paths/~1a/post/requestBody/content") == {"application/x-www-form-urlencoded": form}
    assert "components" not in document.value


def test_fields_with_a_file_are_multipart(tmp_path: Path) -> None:
    fields = """
      - {name: file, in: formData, type: file, required: true, description: d}
      - {name: tags, in: formData, type: array, items: {type: string}}
      - {name: n, in: formData, type: integer}
"""
    consumes = "consumes: [application/x-www-form-urlencoded, multipart/form-data]"
    document = operation(tmp_path, f"{consumes}\n      {ANSWERS}\n      parameters:{fields}")
    properties = {
        "file": {"type": "string", "format": "binary", "description": "d"},
        "tags": {"type": "array", "items": {"type": "string"}},
        "n": {"type": "integer"},
    }
    assert value(document, "/paths/~1a/post/requestBody") == {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {"type": "object", "properties": properties, "required": ["file"]},
                "encoding": {"tags": {"style": "form", "explode": False}},
            }
        },
    }


def test_responses_have_the_media_types_that_are_produced(tmp_path: Path) -> None:
    members = """\
produces: [a/json, b/xml]
      responses:
        200:
          description: ok
          schema: {$ref: '#/definitions/D'}
          headers: {X-Rate: {type: integer, description: d}}
          examples: {a/json: {b: 1}}
        201: {$ref: '#/responses/R'}
        202: {$ref: '#/responses/File'}
        204: {description: none}
"""
    shared = """\
produces: [c/json]
definitions: {D: {type: object}}
responses:
  R: {description: r, schema: {type: string}}
  File: {description: f, schema: {type: file}}
"""
    document = operation(tmp_path, members, shared)
    schema = {"schema": {"$ref": "#/components/schemas/D"}}
    assert value(document, "/paths/~1a/post/responses") == {
        "200": {
            "description": "ok",
            "content": {"a/json": {**schema, "example": {"b": 1}}, "b/xml": schema},
            "headers": {"X-Rate": {"description": "d", "schema": {"type": "integer"}}},
        },
        "201": {
            "description": "r",
            "content": {"a/json": {"schema": {"type": "string"}}, "b/xml": {"schema": {"type": "string"}}},
        },
        "202": {
            "description": "f",
            "content": {key: {"schema": {"type": "string", "format": "binary"}} for key in ("a/json", "b/xml")},
        },
        "204": {"description": "none"},
    }
    assert value(document, "/components/responses/R/content") == {"c/json": {"schema": {"type": "string"}}}


def test_a_response_stays_a_reference_where_the_media_types_are_those_of_the_document(tmp_path: Path) -> None:
    shared = "responses: {R: {description: r, schema: {type: string}}}"
    document = operation(tmp_path, "responses: {200: {$ref: '#/responses/R'}}", shared)
    assert value(document, "/paths/~1a/post/responses/200") == {"$ref": "#/components/responses/R"}
    content = {"application/json": {"schema": {"type": "string"}}}
    assert value(document, "/components/responses/R/content") == content


def test_schemas(tmp_path: Path) -> None:
    document = converted(
        tmp_path,
        """\
        definitions:
          Pet:
            type: object
            discriminator: kind
            required: [kind]
            properties:
              kind: {type: string}
              discriminator: {type: string, x-nullable: true}
              parent: {$ref: '#/definitions/Pet'}
            example: {$ref: '#/definitions/Pet'}
          Cat: {allOf: [{$ref: '#/definitions/Pet'}, {additionalProperties: {type: file}}]}
        paths: {}
        """,
    )
    assert value(document, "/components/schemas") == {
        "Pet": {
            "type": "object",
            "discriminator": {"propertyName": "kind"},
            "required": ["kind"],
            "properties": {
                "kind": {"type": "string"},
                "discriminator": {"type": "string", "x-nullable": True, "nullable": True},
                "parent": {"$ref": "#/components/schemas/Pet"},
            },
            "example": {"$ref": "#/definitions/Pet"},
        },
        "Cat": {
            "allOf": [
                {"$ref": "#/components/schemas/Pet"},
                {"additionalProperties": {"type": "string", "format": "binary"}},
            ]
        },
    }


def test_references_into_operations_follow_what_moved(tmp_path: Path) -> None:
    document = converted(
        tmp_path,
        """\
        produces: [a/json]
        paths:
          /a: {get: {responses: {200: {description: a, schema: {type: object, properties: {b: {type: string}}}}}}}
          /b:
            get:
              responses:
                200:
                  description: b
                  schema: {$ref: '#/paths/~1a/get/responses/200/schema/properties/b'}
        """,
    )
    schema = document.at("/paths/~1b/get/responses/200/content/a~1json/schema")
    assert schema.target().value == {"type": "string"}


def test_other_files_are_bundled_first(tmp_path: Path) -> None:
    document = converted(
        tmp_path,
        "definitions: {A: {$ref: 'b.yaml#/B'}}\n"
        "paths: {/a: {post: {parameters: [{$ref: 'b.yaml#/P'}], responses: {200: {description: a, schema: "
        "{$ref: 'b.yaml#/B'}}}}}}\n",
        {"b.yaml": "B: {type: object, x-nullable: true}\nP: {name: b, in: body, schema: {$ref: '#/B'}}\n"},
    )
    assert lint_document(document).diagnostics == ()
    body = document.at("/paths/~1a/post/requestBody/content/application~1json/schema").resolve()
    assert body.value == {"type": "object", "x-nullable": True, "nullable": True}
    assert Path(body.location.file).name == "b.yaml"


@pytest.mark.parametrize(
    ("pointer", "line"),
    [
        ("/servers/0", 3),
        ("/paths/~1a/post", 6),
        ("/paths/~1a/post/parameters/0/schema/type", 9),
        ("/paths/~1a/post/requestBody/content/application~1json/schema/type", 8),
        ("/paths/~1a/post/responses/200/content/application~1json/schema", 11),
        ("/components/schemas/D/properties/x", 14),
    ],
)
def test_what_moved_keeps_its_location(tmp_path: Path, pointer: str, line: int) -> None:
    document = converted(
        tmp_path,
        """\
host: a.test
paths:
  /a:
    post:
      parameters:
        - {name: b, in: body, schema: {type: string}}
        - {name: q, in: query, type: string}
      responses:
        200: {description: ok, schema: {$ref: '#/definitions/D'}}
definitions:
  D:
    properties: {x: {type: string}}
""",
    )
    assert document.location(pointer).line == line


@pytest.mark.parametrize(
    "text",
    [
        "paths: []",
        "paths: {/a: 1}",
        "paths: {/a: {get: 1}}",
        "paths: {/a: {get: {parameters: 1, responses: []}}}",
        "paths: {/a: {get: {parameters: [1, {in: body}, {in: formData}, {in: query}], responses: {200: 1}}}}",
        "paths: {}\ndefinitions: []",
        "paths: {}\ndefinitions: {A: 1, B: {properties: [], allOf: {}, items: 1}}",
        "paths: {}\nresponses: {A: {schema: 1, headers: {X: 1}, examples: 1}}\nsecurityDefinitions: {s: 1}",
        "paths: {/a: {get: {parameters: [{$ref: '#/parameters/No'}], responses: {200: {$ref: '#/responses/No'}}}}}",
        "paths: {}\nproduces: 1\nconsumes: {}\nschemes: 1\nhost: []\nbasePath: {}",
        "paths: {/a: {post: {parameters: [{in: formData, name: [], type: [file], required: {}}], responses: {}}}}",
        "paths: {/a: {post: {parameters: [{in: query, name: q, type: [array], collectionFormat: []}], responses: {}}}}",
        "paths: {}\nsecurityDefinitions: {s: {type: [], flow: {}}, t: {type: oauth2, flow: []}}",
    ],
)
def test_invalid_parts_are_left_to_the_rules(tmp_path: Path, text: str) -> None:
    document = converted(tmp_path, text + "\n")
    assert document.value["openapi"] == "3.0.3"
    lint_document(document)

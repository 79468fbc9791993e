from pathlib import Path

import pytest

from channelsmith.lint.linter import lint_document
from channelsmith.lint.rules import RULES
from support.documents import brief, document

GET = "get: {operationId: a, responses: {200: {description: ok}}}"
PATHS = f"paths: {{/a: {{{GET}}}}}"


def findings(folder: Path, text: str, *rules: str, version: str = "3.1.0") -> list[str]:
    """The findings of these rules in a document whose head is given; line 2 is the first of the text."""
    head = f"{{openapi: {version}, info: {{title: T, version: '1'}}, "
    body = text.replace("\n", "\n  ")
    loaded = document(folder, f"{head}\n  {body}\n}}\n")
    return [brief(each) for each in lint_document(loaded, rules=[RULES[rule] for rule in rules]).diagnostics]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("swagger: '1.2'", "1:1 version: Swagger 1.2 is not supported; 2.0 is"),
        ("openapi: 4.0.0", "1:1 version: OpenAPI 4.0.0 is not supported; 3.0, 3.1 and 3.2 are"),
        ("openapi: true", "1:1 version: the version of OpenAPI is a boolean, not a string"),
        ("openapi: 4", "1:1 version: OpenAPI 4 is not supported; 3.0, 3.1 and 3.2 are"),
        ("title: x", "1:1 version: this is not an OpenAPI document: 'openapi' is missing"),
    ],
)
def test_an_unsupported_version_is_the_only_finding(tmp_path: Path, text: str, message: str) -> None:
    assert [brief(each) for each in lint_document(document(tmp_path, text + "\npaths: []\n")).diagnostics] == [message]


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        ("paths: []", ["2:3 type: 'paths' is a list, not a mapping; it is treated as empty"]),
        ("paths: {/a: {get: 3}}", ["2:16 type: 'get' is a number, not a mapping; it is treated as empty"]),
        (f"{PATHS}, tags: {{}}", ["2:78 type: 'tags' is a mapping, not a list; it is treated as empty"]),
        (
            f"{PATHS}, components: {{schemas: {{A: {{items: [true]}}, B: true}}}}",
            ["2:105 type: 'items' is a list, not a mapping; it is treated as empty"],
        ),
        (
            f"{PATHS}, components: {{schemas: {{A: null}}}}",
            ["2:101 type: 'A' is empty, not a mapping; it is treated as empty"],
        ),
    ],
)
def test_wrong_types_are_reported_once(tmp_path: Path, text: str, messages: list[str]) -> None:
    assert findings(tmp_path, text, "type", "validity") == messages


def test_a_document_without_info_is_called_api(tmp_path: Path) -> None:
    loaded = document(tmp_path, f"openapi: 3.1.0\n{PATHS}\n")
    diagnostics = lint_document(loaded, rules=[RULES["type"], RULES["validity"]]).diagnostics
    assert [brief(each) for each in diagnostics] == ["1:1 type: the document has no 'info'; the API is called 'API'"]


NO_ORDR = "'/components/schemas' has no 'Ordr'"
ANYTHING = "; any value is accepted here"
WITHOUT = "; it is read without that part"
REFERENCES = f"""\
{PATHS},
components: {{
  schemas: {{
    Order: {{type: object}},
    Typo: {{$ref: '#/components/schemas/Ordr'}},
    Net: {{$ref: 'http://x'}},
    Kind: {{$ref: '#/components/responses/R'}},
    A: {{$ref: '#/components/schemas/B'}},
    B: {{$ref: '#/components/schemas/A'}},
    C: {{allOf: [{{$ref: '#/components/schemas/D'}}]}},
    D: {{allOf: [{{$ref: '#/components/schemas/C'}}]}},
    Tree: {{properties: {{child: {{$ref: '#/components/schemas/Tree'}}}}}},
    Data: {{example: {{$ref: '#/gone'}}, properties: {{$ref: {{type: string}}}}}},
    Pet: {{oneOf: [true], discriminator: {{propertyName: k, mapping: {{a: Order, b: Ordre, c: '#/x'}}}}}}
  }},
  responses: {{R: {{description: r}}}}
}}"""


def test_references(tmp_path: Path) -> None:
    assert findings(tmp_path, REFERENCES, "reference", "reference-kind", "reference-cycle", "discriminator") == [
        f"6:14 reference: the reference '#/components/schemas/Ordr' leads nowhere: {NO_ORDR}{ANYTHING}",
        f"7:13 reference: the reference 'http://x' is not a pointer into this document{ANYTHING}",
        f"8:14 reference-kind: a schema refers to a response{ANYTHING}",
        f"9:11 reference-cycle: the reference leads back to itself and never reaches any content{WITHOUT}",
        f"11:11 reference-cycle: the schema contains itself in its 'allOf', so no value can match it{WITHOUT}",
        "15:81 discriminator: the discriminator's mapping to 'Ordre' does not resolve",
        "15:91 discriminator: the discriminator's mapping to '#/x' does not resolve",
    ]


def test_schemas_outside_of_components_are_checked(tmp_path: Path) -> None:
    text = (
        f"{PATHS}, components: {{schemas: {{A: {{$ref: '#/x-own/A'}}}}}},\nx-own: {{A: {{items: {{$ref: '#/gone'}}}}}}"
    )
    assert findings(tmp_path, text, "reference") == [
        f"3:23 reference: the reference '#/gone' leads nowhere: the document has no 'gone'{ANYTHING}"
    ]


OPERATIONS = """\
security: [{key: []}, {kez: []}],
components: {securitySchemes: {key: {type: http, scheme: basic}}},
paths: {
  /a: {
    get: {operationId: same, responses: {200: {description: ok}, 2000: {description: no}, 4xx: {description: no}}},
    put: {operationId: same, responses: {}},
    post: {security: [{}, {kee: []}]}
  }
}"""


def test_operations(tmp_path: Path) -> None:
    assert findings(tmp_path, OPERATIONS, "operation-id", "response-code", "security") == [
        "2:26 security: the security scheme 'kez' is not declared",
        "6:68 response-code: '2000' is not a status code",
        "6:93 response-code: '4xx' is not a status code",
        f"7:13 operation-id: the operationId 'same' is already used at {tmp_path}/openapi.yaml:6:13",
        "7:32 response-code: the operation declares no response",
        "8:7 response-code: the operation declares no response",
        "8:30 security: the security scheme 'kee' is not declared",
    ]


def test_references_that_are_relative_to_their_schema(tmp_path: Path) -> None:
    text = """paths: {}, components: {schemas: {
  A: {$defs: {I: {type: string}}, properties: {i: {$ref: '#/$defs/I'}}},
  B: {$id: b, $defs: {I: {type: string}}, properties: {i: {$ref: '#/$defs/I'}}},
  C: {properties: {i: {$ref: '#/$defs/I'}}}}}"""
    message = "the reference '#/$defs/I' is not relative to the document; its schema has such a part"
    assert findings(tmp_path, text, "reference-base") == [f"3:54 reference-base: {message}"]
    (missing,) = findings(tmp_path, text, "reference")
    assert missing.startswith("5:26 reference: the reference '#/$defs/I' leads nowhere")


def test_a_version_without_quotes_is_read(tmp_path: Path) -> None:
    result = lint_document(document(tmp_path, f"openapi: 3.0\ninfo: {{title: T, version: '1'}}\n{PATHS}\n"))
    assert [brief(each) for each in result.diagnostics] == ["1:1 validity: 'openapi' is a number, not a string"]


def test_methods_that_path_items_have_or_that_no_request_can_have(tmp_path: Path) -> None:
    text = f"paths: {{/a: {{additionalOperations: {{POST: {GET[5:]}, COPY: {GET[5:]},\n  'a b': {GET[5:]}}}}}}}"
    assert findings(tmp_path, text, "additional-method", version="3.2.0") == [
        "2:39 additional-method: POST is not an additional method",
        "3:5 additional-method: 'a b' is not a method; the operation is left out",
    ]


def test_a_whole_query_string_excludes_others(tmp_path: Path) -> None:
    text = """paths: {/a: {get: {responses: {default: {description: ok}}, parameters: [
  {name: a, in: querystring, content: {text/plain: {}}},
  {name: b, in: query, schema: {}}]}}}"""
    message = "a parameter in the query string is all of it, so there cannot be others; they are joined by '&'"
    assert findings(tmp_path, text, "query-string", "validity", version="3.2.0") == [f"2:63 query-string: {message}"]
    assert findings(tmp_path, text.replace("in: query,", "in: header,"), "query-string", version="3.2.0") == []


def test_a_document_without_operations(tmp_path: Path) -> None:
    assert findings(tmp_path, "paths: {}", "operation-missing") == [
        "2:3 operation-missing: the document has no operations"
    ]


def test_parameters_that_cannot_be_sent(tmp_path: Path) -> None:
    text = """paths: {/a: {get: {responses: {default: {description: ok}}, parameters: [
  {name: a, in: form, schema: {}},
  {in: query, schema: {}},
  {name: b c, in: header, schema: {}},
  {name: d, in: body, schema: {}},
  {name: e f, in: query, schema: {}}]}}},
components: {securitySchemes: {
  k: {type: apiKey, in: header, name: 'X Key'},
  q: {type: apiKey, in: query, name: 'a key'}}}"""
    assert findings(tmp_path, text, "parameter") == [
        "3:15 parameter: a parameter cannot be in 'form'; it is ignored",
        "4:5 parameter: a parameter has no name; it is ignored",
        "5:6 parameter: 'b c' is not a valid name of a header; it cannot be sent",
        "6:15 parameter: OpenAPI 3 has no body parameters; it is read as a JSON request body",
        "9:35 parameter: 'X Key' is not a valid name of a header; the key cannot be sent",
    ]


PARAMETERS = """\
components: {parameters: {Id: {name: id, in: path, required: true, schema: {type: string}}}},
paths: {
  '/a/{id}': {parameters: [{$ref: '#/components/parameters/Id'}], GET},
  '/b/{id}': {GET},
  /c: {parameters: [{$ref: '#/components/parameters/Id'}], GET},
  '/a/{key}': {parameters: [{name: Key, in: path, required: true, schema: {}}], GET},
  '/d/{': {GET},
  '/e/{x}/{x}': {parameters: [{name: x, in: path, required: true, schema: {}}], GET},
  '/f': {parameters: [{name: x, in: query, schema: {}}, {name: x, in: header, schema: {}},
                      {name: x, in: query, schema: {}}], GET}
}""".replace("GET", "get: {responses: {default: {description: ok}}}")


def test_parameters_and_paths(tmp_path: Path) -> None:
    assert findings(
        tmp_path, PARAMETERS, "path-parameter", "path-conflict", "path-template", "parameter-duplicate"
    ) == [
        "5:17 path-parameter: {id} in the path '/b/{id}' is not declared as a parameter; it is read as a string",
        "6:23 path-parameter: the path parameter 'id' does not occur in the path '/c'; it is ignored",
        "7:5 path-conflict: the path '/a/{key}' differs from '/a/{id}' only in the names of its variables",
        "7:31 path-parameter: the path parameter 'Key' does not occur in the path '/a/{key}'; it is ignored",
        "7:83 path-parameter: {key} in the path '/a/{key}' is not declared as a parameter; it is read as a string",
        "8:5 path-template: the braces of the path '/d/{' do not enclose names",
        "9:5 path-template: the path '/e/{x}/{x}' has {x} more than once",
        "11:25 parameter-duplicate: the query parameter 'x' is listed twice",
    ]


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        ("type: string, default: null", "the default is null, the type is string"),
        ("type: [string, 'null'], default: null", None),
        ("type: integer, default: '3'", "the default is a string, the type is integer"),
        ("type: integer, default: 3.0", None),
        ("type: integer, default: 3.5", "the default is a number, the type is integer"),
        ("type: number, default: true", "the default is a boolean, the type is number"),
        ("type: string, enum: [a, b], default: c", "the default is none of the values in 'enum'"),
        ("enum: [a, 1], default: 1", None),
        ("default: [x]", None),
    ],
)
def test_defaults_fit_their_schema(tmp_path: Path, schema: str, message: str | None) -> None:
    messages = findings(tmp_path, f"{PATHS}, components: {{schemas: {{A: {{{schema}}}}}}}", "default")
    assert [each.partition(" default: ")[2] for each in messages] == ([message] if message else [])


def test_null_is_a_default_of_what_is_nullable(tmp_path: Path) -> None:
    text = f"{PATHS}, components: {{schemas: {{A: {{type: string, nullable: true, default: null}}}}}}"
    assert findings(tmp_path, text, "default", version="3.0.0") == []


@pytest.mark.parametrize(
    ("schema", "found"),
    [
        ("{typ: string}", ["typ"]),
        ("{type: object, requierd: [a]}", ["requierd"]),
        ("{type: string, minlength: 3}", ["minlength"]),
        ("{enum: [a], enums: [a], x-typ: 1, unit: kg, deprecation: x}", []),
    ],
)
def test_misspelled_keywords_of_schemas(tmp_path: Path, schema: str, found: list[str]) -> None:
    text = f"{PATHS}, components: {{schemas: {{A: {schema}}}}}"
    messages = [each.partition(" keyword-typo: ")[2] for each in findings(tmp_path, text, "keyword-typo")]
    assert messages == [f"{name!r} is not a keyword of schemas; it is ignored" for name in found]
    assert findings(tmp_path, text, "keyword-typo", version="3.0.3") == []

from pathlib import Path

import pytest

from channelsmith import ir
from support.reading import api_of, type_text, warnings_of


def operation(folder: Path, body: str, path: str = "/orders/{id}", item: str = "") -> ir.Operation:
    """The one operation of a path item, whose `id` is declared unless `item` says otherwise."""
    declared = item or "parameters: [{name: id, in: path, required: true, schema: {type: integer}}]"
    (found,) = api_of(
        folder, f"paths:\n  '{path}':\n    {declared}\n    post: {{responses: {{}}, {body}}}\n"
    ).operations
    return found


def parameters(found: ir.Operation) -> list[str]:
    return [f"{each.location} {each.name}: {type_text(each.type)}" + "!" * each.required for each in found.parameters]


def test_an_operation_has_path_and_method(tmp_path: Path) -> None:
    found = operation(tmp_path, "operationId: x, summary: S, description: D, deprecated: true, tags: [A, B]")
    assert (found.id, found.method, found.path, found.pointer) == (
        "x",
        "POST",
        "/orders/{id}",
        "/paths/~1orders~1{id}/post",
    )
    assert (found.summary, found.description, found.deprecated, found.tag) == ("S", "D", True, "A")


def test_texts_of_the_path_item_apply_to_its_operations(tmp_path: Path) -> None:
    found = operation(
        tmp_path, "tags: []", path="/a", item="{summary: S, description: D}".strip("{}").replace(", ", "\n    ")
    )
    assert (found.summary, found.description, found.tag, found.id, found.body) == ("S", "D", "", "", None)


def with_responses(folder: Path, responses: str) -> ir.Operation:
    return api_of(folder, f"paths: {{/a: {{get: {{responses: {{{responses}}}}}}}}}").operations[0]


def test_an_undeclared_success_has_any_body(tmp_path: Path) -> None:
    found = with_responses(tmp_path, "'404': {description: none}")
    assert [each.status for each in found.responses] == ["404", "2XX"]
    assert found.responses[1].media == (ir.Media("*/*", None),)


def test_text_after_a_status_is_ignored(tmp_path: Path) -> None:
    found = with_responses(tmp_path, "'200 OK': {description: a}, 4xx: {description: b}")
    assert [each.status for each in found.responses] == ["200", "4XX"]


def test_a_body_parameter_of_swagger_2_is_the_body(tmp_path: Path) -> None:
    found = operation(tmp_path, "parameters: [{name: it, in: body, required: true, schema: {type: string}}]")
    media = (ir.Media("application/json", ir.Primitive(ir.Scalar.STRING)),)
    assert found.body == ir.Body(required=True, description="", media=media)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("parameters: []", ["path id: integer!"]),
        ("parameters: [{name: q, in: query}]", ["path id: integer!", "query q: string"]),
        ("parameters: [{name: id, in: path, required: true, schema: {type: string}}]", ["path id: string!"]),
        ("parameters: [{name: id, in: query, schema: {type: boolean}}]", ["path id: integer!", "query id: boolean"]),
        ("parameters: [{name: id, in: path, schema: {}}]", ["path id: any!"]),
        (
            "parameters: [{name: b, in: header, required: true, schema: {}}, {name: a, in: cookie, schema: {}}]",
            ["path id: integer!", "header b: any!", "cookie a: any"],
        ),
        (
            "parameters: [{name: Accept, in: header}, {name: content-TYPE, in: header}, {name: accept, in: query}]",
            ["path id: integer!", "query accept: string"],
        ),
        ("parameters: [{name: Authorization, in: header}]", ["path id: integer!"]),
        (
            "parameters: [{name: f, in: query, content: {application/json: {schema: {type: object}}}}]",
            ["path id: integer!", "query f: {any}"],
        ),
        ("parameters: [{name: other, in: path, required: true, schema: {type: string}}]", ["path id: integer!"]),
        ("parameters: [{name: x, in: body, schema: {}}]", ["path id: integer!"]),
    ],
)  # fmt: skip
def test_parameters_are_those_of_the_path_item_and_the_operation(
    tmp_path: Path, body: str, expected: list[str]
) -> None:
    assert parameters(operation(tmp_path, body)) == expected


def test_path_parameters_come_in_the_order_of_the_path(tmp_path: Path) -> None:
    listed = ", ".join(f"{{name: {name}, in: path, required: true, schema: {{}}}}" for name in ("c", "a", "b"))
    found = operation(
        tmp_path, f"parameters: [{{name: q, in: query, schema: {{}}}}, {listed}]", "/{a}/x{b}-{c}/{a}", "summary: S"
    )
    assert [each.name for each in found.parameters] == ["a", "b", "c", "q"]


def test_the_style_of_a_parameter_is_kept(tmp_path: Path) -> None:
    found = operation(
        tmp_path,
        "parameters: [{name: a, in: query, style: pipeDelimited, explode: false, allowReserved: true, deprecated: true,"
        " description: D, schema: {type: array, items: {type: string}}}, {name: b, in: query, content: {text/x: {}}}]",
    )
    _, a, b = found.parameters
    assert (a.style, a.explode, a.allow_reserved, a.deprecated, a.description) == (
        "pipeDelimited",
        False,
        True,
        True,
        "D",
    )
    assert (b.media_type, b.type, b.explode, b.style) == ("text/x", ir.Primitive(ir.Scalar.STRING), None, "")


def test_path_and_parameters_are_made_to_agree(tmp_path: Path) -> None:
    text = """
    paths:
      /a/{x}: {get: {responses: {}}}
      /b: {get: {responses: {}, parameters: [{name: y, in: path, required: true, schema: {}}, {name: z, in: form}]}}
      c: {get: {responses: {}}}
      x-note: {get: {responses: {}}}
    """
    assert warnings_of(tmp_path, text) == [
        "the path 'c' does not start with '/'; it is read as '/c'",
    ]
    first, second, last = api_of(tmp_path, text).operations
    assert (parameters(first), parameters(second), last.path) == (["path x: string!"], [], "/c")


def test_the_most_structured_representation_of_a_body_comes_first(tmp_path: Path) -> None:
    found = operation(
        tmp_path,
        "requestBody: {required: true, description: D, content: {'*/*': {}, text/plain: {schema: {type: string}},"
        " multipart/form-data: {schema: {type: object}, encoding: {file: {contentType: image/png, explode: false,"
        " style: form, allowReserved: true}}}, application/x-www-form-urlencoded: {schema: {type: object}},"
        " application/json: {schema: {type: array}}}}",
    )
    assert found.body is not None
    assert (found.body.required, found.body.description) == (True, "D")
    assert [each.media_type for each in found.body.media] == [
        "application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "text/plain",
        "*/*",
    ]
    assert [each.type is None for each in found.body.media] == [False, False, False, False, True]
    assert found.body.media[2].encodings == (
        ir.Encoding("file", "image/png", "form", explode=False, allow_reserved=True, is_file=True),
    )


@pytest.mark.parametrize("body", ["requestBody: {content: {}}", "requestBody: {required: true}"])
def test_a_body_without_representations_is_none(tmp_path: Path, body: str) -> None:
    assert operation(tmp_path, body).body is None


def test_responses_keep_their_order_and_their_statuses_are_spelled_alike(tmp_path: Path) -> None:
    text = """
    paths:
      /a:
        get:
          responses:
            default: {description: Other.}
            201: {description: Made., content: {application/json: {schema: {type: string}}}}
            2xx: {$ref: '#/components/responses/Fine'}
            '404': {description: Gone., content: {}}
            x-note: {description: none}
    components: {responses: {Fine: {description: Fine., content: {'*/*': {}}}}}
    """
    (found,) = api_of(tmp_path, text).operations
    assert [
        (each.status, each.description, [media.media_type for media in each.media]) for each in found.responses
    ] == [
        ("default", "Other.", []),
        ("201", "Made.", ["application/json"]),
        ("2XX", "Fine.", ["*/*"]),
        ("404", "Gone.", []),
    ]


def test_shared_parameters_bodies_and_path_items_are_followed(tmp_path: Path) -> None:
    text = """
    paths:
      /a/{id}: {$ref: '#/components/pathItems/Item'}
      /b/{id}: {$ref: '#/paths/~1a~1{id}'}
    components:
      parameters: {Id: {name: id, in: path, required: true, schema: {type: integer}}}
      requestBodies: {Body: {content: {application/json: {schema: {properties: {a: {}}}}}}}
      pathItems:
        Item:
          parameters: [{$ref: '#/components/parameters/Id'}]
          put: {requestBody: {$ref: '#/components/requestBodies/Body'}, responses: {}}
    """
    found = api_of(tmp_path, text).operations
    assert [(each.method, each.path, each.pointer) for each in found] == [
        ("PUT", "/a/{id}", "/paths/~1a~1{id}/put"),
        ("PUT", "/b/{id}", "/paths/~1b~1{id}/put"),
    ]
    assert [parameters(each) for each in found] == [["path id: integer!"]] * 2
    assert [type_text(each.body.media[0].type) for each in found if each.body and each.body.media[0].type] == [
        "/components/requestBodies/Body/content/application~1json/schema"
    ] * 2


def test_every_method_is_read_in_one_order(tmp_path: Path) -> None:
    methods = ["trace", "patch", "head", "options", "delete", "post", "put", "get"]
    text = f"paths: {{/a: {{{', '.join(f'{method}: {{responses: {{}}}}' for method in methods)}}}}}"
    assert [each.method for each in api_of(tmp_path, text).operations] == [
        *("GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE")
    ]


@pytest.mark.parametrize(
    ("servers", "url"),
    [
        ("servers: [{url: 'https://files.test/v1'}, {url: 'https://b.test'}]", "https://files.test/v1"),
        ("servers: [{url: '/relative/'}]", "/relative"),
        ("servers: [{url: relative}]", "/relative"),
        ("servers: [{url: //files.test/v1}]", "https://files.test/v1"),
        ("servers: [{url: 'ftp://files.test'}]", ""),
        ("servers: [{url: 'https://{x}.test'}]", ""),
        ("servers: [{url: 'https://{x}.test', variables: {x: {default: eu}}}]", "https://eu.test"),
        ("servers: []", ""),
    ],
)
def test_a_server_of_an_operation_applies_if_it_is_a_url(tmp_path: Path, servers: str, url: str) -> None:
    assert operation(tmp_path, servers).server == url


def test_the_headers_of_a_response_are_typed_and_content_type_is_none_of_them(tmp_path: Path) -> None:
    headers = (
        "Content-Type: {schema: {type: string}}, X-Left: {required: true, description: left, schema: {type: integer}},"
        " X-Json: {content: {application/json: {schema: {type: boolean}}}}, X-Plain: {}, X-Map: {explode: true,"
        " schema: {type: object, additionalProperties: {type: string}}}"
    )
    answer = f"get: {{responses: {{'200': {{description: ok, headers: {{{headers}}}}}}}}}"
    found = api_of(tmp_path, f"paths: {{/a: {{{answer}}}}}").operations[0].responses[0].headers
    string = ir.Primitive(ir.Scalar.STRING)
    assert found == (
        ir.Header("X-Left", ir.Primitive(ir.Scalar.INTEGER), required=True, description="left"),
        ir.Header("X-Json", ir.Primitive(ir.Scalar.BOOLEAN), media_type="application/json"),
        ir.Header("X-Plain", string),
        ir.Header("X-Map", ir.Map(string), explode=True),
    )

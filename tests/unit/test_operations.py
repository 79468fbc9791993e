"""The `Operation` literal: parameters, bodies, readers of responses, and policies."""

import json
from pathlib import Path

import pytest

from channelsmith.codegen.annotations import Annotations
from channelsmith.codegen.operations import operation_arguments, return_annotation
from support.reading import named_api_of

PARTS = "components: {schemas: {Order: {properties: {a: {}}}, Fault: {properties: {a: {}}}, Size: {enum: [s]}}}\n"
BODY = "{properties: {a: {}}}"
ORDER, FAULT = (f"{{content: {{application/json: {{schema: ${each}}}}}}}" for each in ("Order", "Fault"))


def written(folder: Path, operation_yaml: str, method: str = "post") -> tuple[dict[str, str], str]:
    """The fields of the one operation, and the annotation of its answer."""
    api, names = named_api_of(folder, f"paths: {{/a: {{{method}: {{{operation_yaml}}}}}}}\n{PARTS}")
    annotations = Annotations({each.pointer: each for each in api.schemas}, names)
    (operation,) = api.operations
    return dict(operation_arguments(operation, annotations)), return_annotation(operation, annotations)


def answer(content: str) -> str:
    return f"responses: {{'200': {{content: {{{content}}}}}}}"


@pytest.mark.parametrize(
    ("content", "reader", "returned"),
    [
        ("application/json: {schema: $Order}", "Json(models.Order)", "models.Order"),
        ("application/json: {schema: {type: array, items: $Order}}", "Json(list[models.Order])", "list[models.Order]"),
        ("application/json: {}", "Json(Any)", "Any"),
        ("application/json: {schema: {type: [string, 'null']}}", "Json(str | None)", "str | None"),
        ("application/hal+json: {schema: $Order}", "Json(models.Order, 'application/hal+json')", "models.Order"),
        (
            "text/html: {}, application/json: {schema: $Order}",
            "(Json(models.Order), Text('text/html'))",
            "models.Order",
        ),
        ("'*/*': {schema: $Order}", "Json(models.Order, '*/*')", "models.Order"),
        ("'*/*': {schema: {type: string}}", "Text('*/*')", "str"),
        ("'*/*': {schema: {type: [string, 'null']}}", "Text('*/*')", "str"),
        ("'*/*': {schema: {type: string, format: binary}}", "Binary('*/*')", "Content"),
        ("'*/*': {schema: {type: integer}}", "Json(int, '*/*')", "int"),
        ("'*/*': {}", "Binary('*/*')", "Content"),
        ("application/*+json: {schema: $Size}", "Json(models.Size, 'application/*+json')", "models.Size"),
        ("application/json: {schema: {type: string, format: binary}}", "Binary('*/*')", "Content"),
        ("application/json: {schema: {type: [string, 'null'], format: binary}}", "Binary('*/*')", "Content"),
        ("image/*: {schema: {type: string, format: binary}}", "Binary('image/*')", "Content"),
        (
            "application/json: {schema: $Order}, application/problem+json: {schema: $Fault}",
            "(Json(models.Order), Json(models.Fault, 'application/problem+json'))",
            "models.Order | models.Fault",
        ),
        (
            "application/json: {}, application/hal+json: {schema: $Order}",
            "Json(models.Order, 'application/hal+json')",
            "models.Order",
        ),
        (
            "text/plain: {schema: $Order}, application/json: {schema: $Order}, text/json: {schema: $Order}",
            "(Json(models.Order), Json(models.Order, 'text/plain'))",
            "models.Order",
        ),
        (
            "text/plain: {schema: {type: string}}, application/json: {schema: {type: string}}",
            "(Json(str), Text('text/plain'))",
            "str",
        ),
        ("text/html: {}, text/csv: {}", "(Text('text/html'), Text('text/csv'))", "str"),
        ("text/plain: {schema: {type: string}}", "Text('text/plain')", "str"),
        ("text/csv: {}", "Text('text/csv')", "str"),
        ("Text/CSV: {}", "Text('Text/CSV')", "str"),
        ("application/pdf: {schema: {type: string, format: binary}}", "Binary('application/pdf')", "Content"),
        ("application/xml: {schema: $Order}", "Binary('application/xml')", "Content"),
        ("application/json: {}, text/csv: {}", "(Binary('application/json'), Binary('text/csv'))", "Content"),
        ("application/json: {}, application/problem+json: {}", "Json(Any)", "Any"),
        ("", "Nothing()", "Content | None"),
    ],
)
def test_the_media_type_and_schema_decide_the_reader_of_a_response(
    tmp_path: Path, content: str, reader: str, returned: str
) -> None:
    fields, found = written(tmp_path, answer(content))
    assert (fields["responses"], found) == (f"{{'200': {reader}}}", returned)


@pytest.mark.parametrize(
    ("responses", "rows", "returned"),
    [
        (f"default: {ORDER}", "'default': Json(models.Order)", "models.Order"),
        (
            f"default: {FAULT}, '200': {ORDER}",
            "'default': Json(models.Fault), '200': Json(models.Order)",
            "models.Order",
        ),
        (f"2XX: {ORDER}, 4XX: {{content: {{text/plain: {{}}}}}}", "'2XX': Json(models.Order)", "models.Order"),
        (
            f"'200': {ORDER}, '202': {FAULT}, '204': {{}}",
            "'200': Json(models.Order), '202': Json(models.Fault), '204': Nothing()",
            "models.Order | models.Fault | None",
        ),
        (f"'204': {ORDER}", "'204': Nothing()", "None"),
        (f"'404': {FAULT}", "'404': Json(models.Fault), '2XX': Binary('*/*')", "Content"),
        ("'404': {content: {application/json: {}}}", "'2XX': Binary('*/*')", "Content"),
    ],
)
def test_success_is_2xx_or_default_and_failures_with_a_model_have_readers(
    tmp_path: Path, responses: str, rows: str, returned: str
) -> None:
    fields, found = written(tmp_path, f"responses: {{{responses}}}")
    assert (fields["responses"], found) == (f"{{{rows}}}", returned)


def test_a_head_response_has_no_body(tmp_path: Path) -> None:
    fields, returned = written(tmp_path, answer("application/json: {schema: $Order}"), "head")
    assert (fields["responses"], returned) == ("{'200': Nothing()}", "None")


BODY_AT = "models.PostARequest"


@pytest.mark.parametrize(
    ("content", "body"),
    [
        (f"application/json: {{schema: {BODY}}}", f"(JsonBody({BODY_AT}),)"),
        ("application/json: {}", "(JsonBody(Any),)"),
        ("application/x+json: {schema: $Order}", "(JsonBody(models.Order, media_type='application/x+json'),)"),
        ("'*/*': {schema: $Order}", "(JsonBody(models.Order, media_type='*/*'),)"),
        (f"application/x-www-form-urlencoded: {{schema: {BODY}}}", f"(FormBody({BODY_AT}),)"),
        (
            "multipart/form-data: {schema: $Order, encoding: {a: {contentType: image/png}}}",
            "(MultipartBody(models.Order, encoding={'a': Encoding(content_type='image/png', is_file=True)}),)",
        ),
        (
            "multipart/form-data: {schema: $Order, encoding: {a: {style: form, allowReserved: true}}}",
            "(MultipartBody(models.Order, encoding={'a': Encoding(style='form', allow_reserved=True)}),)",
        ),
        ("multipart/mixed: {}", "(MultipartBody(Any, media_type='multipart/mixed'),)"),
        (
            "multipart/form-data: {schema: {additionalProperties: {type: string, format: binary}}}",
            "(MultipartBody(dict[str, FileInput]),)",
        ),
        (
            "multipart/form-data: {encoding: {a: {headers: {X-A: {schema: {const: 1}}, X-B: {schema: {}}}}}}",
            "(MultipartBody(Any, encoding={'a': Encoding(headers=(('X-A', '1'),))}),)",
        ),
        ("application/json; charset=utf-8: {}", "(JsonBody(Any, media_type='application/json; charset=utf-8'),)"),
        ("text/plain: {}", "(TextBody('text/plain'),)"),
        ("application/xml: {schema: $Order}", "(TextBody('application/xml'),)"),
        ("application/octet-stream: {}", "(BinaryBody('application/octet-stream'),)"),
        ("text/plain: {}, application/json: {schema: $Order}", "(JsonBody(models.Order), TextBody('text/plain'))"),
    ],
)  # fmt: skip
def test_the_media_type_decides_the_encoder_of_a_body(tmp_path: Path, content: str, body: str) -> None:
    fields, _ = written(tmp_path, f"requestBody: {{content: {{{content}}}}}, responses: {{}}")
    assert fields["bodies"].replace(",)", ")") == body.replace(",)", ")")


def test_texts_of_a_document_are_literals(tmp_path: Path) -> None:
    hostile = "\"x')] \\ \n"
    text, url = json.dumps(hostile), json.dumps(f"https://x.test/{hostile}")
    parameter = f"{{name: {text}, in: query, style: {text}, content: {{{text}: {{}}}}}}"
    operation_yaml = (
        f"operationId: {text}, servers: [{{url: {url}}}], parameters: [{parameter}], responses: {{{text}: {{}}}}"
    )
    fields, _ = written(tmp_path, operation_yaml)
    assert fields == {
        "id": ascii(hostile),
        "method": "'POST'",
        "path": "'/a'",
        "parameters": f"(Parameter({hostile!a}, 'query', str, style={hostile!a}, media_type={hostile!a}),)",
        "responses": "{'2XX': Binary('*/*')}",
        "server": ascii(f"https://x.test/{hostile}"),
    }


def test_defaults_are_left_out(tmp_path: Path) -> None:
    fields, _ = written(tmp_path, "responses: {}")
    assert fields == {"id": "'POST /a'", "method": "'POST'", "path": "'/a'", "responses": "{'2XX': Binary('*/*')}"}


def test_policies_are_constructor_calls(tmp_path: Path) -> None:
    fields, _ = written(
        tmp_path,
        "responses: {}, x-rate-limit: {requests: 1, per: 60, scope: account, headers: {retryAfter: retry-after}},"
        " x-concurrency: {requests: 2, scope: account}, x-retry: {statuses: [429, 503], safe: false},"
        " x-idempotency-key: {header: X-Key},"
        " x-envelope: {success: /ok, payload: /data, errors: [/a, /b]}",
    )
    assert fields["rate_limit"] == "RateLimit(requests=1, per=60.0, scope='account', retry_after_header='retry-after')"
    assert fields["concurrency"] == "Concurrency(requests=2, scope='account')"
    assert fields["retry"] == "Retry(statuses=(429, 503), safe=False)"
    assert fields["idempotency_key"] == "'X-Key'"
    assert fields["envelope"] == "Envelope(success='/ok', payload='/data', errors=('/a', '/b'))"

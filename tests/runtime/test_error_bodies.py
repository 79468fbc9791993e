"""What the bodies of failures say, in the forms of common frameworks; never what was sent."""

import pickle
from typing import Any

import httpx
import pytest
from scratch._runtime import errors
from scratch._runtime.operation import Operation
from scratch._runtime.response.content import Json

from runtime.shop import Shop, response

GET: Operation[Any] = Operation(id="getOrder", method="GET", path="/x", responses={"200": Json(object)})


def failed(shop: Shop, answer: httpx.Response) -> Any:
    """The error that an answer becomes."""
    with pytest.raises(errors.StatusError) as caught:
        shop.perform(GET.call(), answer, max_retries=0)
    return caught.value


FORMS: list[tuple[str, int, object, str, tuple[str, ...]]] = [
    (
        "FastAPI",
        422,
        {
            "detail": [
                {"type": "missing", "loc": ["body", "items", 0], "msg": "Field required", "input": {"pin": "canary"}},
                {
                    "type": "int_parsing",
                    "loc": ["query", "page"],
                    "msg": "Not an integer",
                    "input": "canary",
                    "ctx": {"error": "canary"},
                },
            ]
        },
        "body.items.0: Field required; query.page: Not an integer",
        ("body.items.0: Field required", "query.page: Not an integer"),
    ),
    ("FastAPI, a text", 404, {"detail": "Item not found"}, "Item not found", ()),
    ("FastAPI, an object", 409, {"detail": {"code": "taken", "message": "Name is taken"}}, "Name is taken", ()),
    (
        "RFC 9457, pointers",
        422,
        {
            "type": "https://x.test/e",
            "title": "Your request is not valid.",
            "errors": [
                {"detail": "must be positive", "pointer": "#/lines/0/quantity"},
                {"detail": "no such color", "pointer": "#/color"},
            ],
        },
        "Your request is not valid; lines.0.quantity: must be positive; color: no such color",
        ("lines.0.quantity: must be positive", "color: no such color"),
    ),
    (
        "RFC 7807, names",
        400,
        {"title": "Invalid", "invalid-params": [{"name": "age", "reason": "must be positive"}]},
        "Invalid; age: must be positive",
        ("age: must be positive",),
    ),
    (
        "Spring",
        400,
        {
            "timestamp": "2026-01-01",
            "status": 400,
            "error": "Bad Request",
            "message": "Validation failed",
            "errors": [
                {
                    "codes": ["NotBlank.pet.name"],
                    "arguments": [{"code": "name"}],
                    "defaultMessage": "must not be blank",
                    "objectName": "pet",
                    "field": "name",
                    "rejectedValue": "canary",
                    "code": "NotBlank",
                }
            ],
            "path": "/pets",
        },
        "Validation failed; name: must not be blank",
        ("name: must not be blank",),
    ),
    (
        "Spring without a message",
        400,
        {
            "timestamp": "2026-01-01",
            "status": 400,
            "error": "Bad Request",
            "errors": [{"field": "a", "defaultMessage": "odd"}],
        },
        "a: odd",
        ("a: odd",),
    ),
    ("Spring without anything", 404, {"status": 404, "error": "Not Found", "path": "/pets"}, "", ()),
    (
        ".NET",
        400,
        {
            "title": "One or more validation errors occurred.",
            "status": 400,
            "traceId": "t-1",
            "errors": {"Name": ["The Name field is required."], "$.lines[0].sku": ["It is odd.", "It is short."]},
        },
        (
            "One or more validation errors occurred; Name: The Name field is required.; "
            "$.lines[0].sku: It is odd.; $.lines[0].sku: It is short. (request t-1)"
        ),
        ("Name: The Name field is required.", "$.lines[0].sku: It is odd.", "$.lines[0].sku: It is short."),
    ),
    (
        "FluentValidation",
        400,
        [{"propertyName": "Name", "errorMessage": "is empty", "attemptedValue": "canary", "severity": 0}],
        "Name: is empty",
        ("Name: is empty",),
    ),
    (
        "Django REST framework",
        400,
        {"name": ["This field is required."], "items": [{}, {"qty": ["Not a number."]}], "non_field_errors": ["No."]},
        "name: This field is required.; items.1.qty: Not a number.; No.",
        ("name: This field is required.", "items.1.qty: Not a number.", "No."),
    ),
    (
        "Django, fields with names of messages",
        400,
        {"title": ["Too long."], "detail": ["Odd."], "message": ["Bad."], "non_field_errors": ["No."]},
        "title: Too long.; detail: Odd.; message: Bad.",
        ("title: Too long.", "detail: Odd.", "message: Bad.", "No."),
    ),
    ("a list of details", 400, {"detail": ["Too late."]}, "Too late.", ("Too late.",)),
    ("Django, a list", 400, ["Too late.", "Too many."], "Too late.; Too many.", ("Too late.", "Too many.")),
    ("Django, many", 400, [{}, {"name": ["Odd."]}], "name: Odd.", ("name: Odd.",)),
    (
        "drf-standardized-errors",
        400,
        {"type": "validation_error", "errors": [{"code": "required", "detail": "This is required.", "attr": "name"}]},
        "name: This is required.",
        ("name: This is required.",),
    ),
    (
        "Litestar",
        400,
        {
            "status_code": 400,
            "detail": "Validation failed",
            "extra": [{"message": "Expected int", "key": "qty", "source": "body"}],
        },
        "Validation failed; body.qty: Expected int",
        ("body.qty: Expected int",),
    ),
    (
        "GraphQL",
        400,
        {
            "errors": [
                {"message": "No such field", "locations": [{"line": 1, "column": 2}], "path": ["shop", "orders", 0]}
            ]
        },
        "shop.orders.0: No such field",
        ("shop.orders.0: No such field",),
    ),
    (
        "JSON:API",
        422,
        {
            "errors": [
                {
                    "status": "422",
                    "title": "Invalid",
                    "detail": "is too short",
                    "source": {"pointer": "/data/attributes/name"},
                },
                {"title": "Unknown", "source": {"parameter": "include"}},
            ]
        },
        "data.attributes.name: is too short; include: Unknown",
        ("data.attributes.name: is too short", "include: Unknown"),
    ),
    (
        "Laravel",
        422,
        {"message": "The email is taken.", "errors": {"email": ["The email is taken."], "name": ["The name is odd."]}},
        "The email is taken; email: The email is taken.; name: The name is odd.",
        ("email: The email is taken.", "name: The name is odd."),
    ),
    (
        "Rails",
        422,
        {"errors": {"name": ["is short"], "base": ["is closed"]}},
        "name: is short; is closed",
        ("name: is short", "is closed"),
    ),
    ("Rails, bare", 422, {"name": ["is short"]}, "name: is short", ("name: is short",)),
    ("Rails, texts", 422, {"errors": ["Name is short"]}, "Name is short", ("Name is short",)),
    (
        "Google",
        400,
        {
            "error": {
                "code": 400,
                "message": "Bad",
                "status": "INVALID_ARGUMENT",
                "details": [{"@type": "x/BadRequest", "fieldViolations": [{"field": "name", "description": "is odd"}]}],
            }
        },
        "Bad; name: is odd",
        ("name: is odd",),
    ),
    (
        "Azure",
        400,
        {
            "error": {
                "code": "BadArgument",
                "message": "Bad",
                "target": "q",
                "details": [{"code": "Null", "target": "n", "message": "is null"}],
            }
        },
        "Bad; n: is null",
        ("n: is null",),
    ),
    (
        "NestJS",
        400,
        {"statusCode": 400, "message": ["a must be a string", "b is odd"], "error": "Bad Request"},
        "a must be a string; b is odd",
        (),
    ),
    (
        "class-validator",
        400,
        {
            "errors": [
                {
                    "target": {"pin": "canary"},
                    "value": "canary",
                    "property": "mail",
                    "constraints": {"isEmail": "mail is odd"},
                }
            ]
        },
        "mail: mail is odd",
        ("mail: mail is odd",),
    ),
    (
        "express-validator",
        400,
        {"errors": [{"type": "field", "value": "canary", "msg": "Invalid value", "path": "mail", "location": "body"}]},
        "body.mail: Invalid value",
        ("body.mail: Invalid value",),
    ),
    (
        "Ajv",
        400,
        {
            "errors": [
                {
                    "instancePath": "/lines/0",
                    "schemaPath": "#/x",
                    "keyword": "type",
                    "params": {"type": "object"},
                    "message": "must be object",
                }
            ]
        },
        "lines.0: must be object",
        ("lines.0: must be object",),
    ),
    (
        "Zod",
        400,
        {"error": {"name": "ZodError", "issues": [{"path": ["a", 0], "message": "Required"}]}},
        "a.0: Required",
        ("a.0: Required",),
    ),
    (
        "GitHub",
        422,
        {"message": "Validation Failed", "errors": [{"resource": "Issue", "field": "title", "code": "missing_field"}]},
        "Validation Failed; title: missing_field",
        ("title: missing_field",),
    ),
    (
        "Symfony",
        422,
        {
            "title": "An error occurred",
            "detail": "name: is odd",
            "violations": [{"propertyPath": "name", "message": "is odd"}],
        },
        "name: is odd",
        ("name: is odd",),
    ),
    (
        "marshmallow",
        422,
        {"code": 422, "status": "Unprocessable Entity", "errors": {"json": {"name": ["Missing data."]}}},
        "json.name: Missing data.",
        ("json.name: Missing data.",),
    ),
    ("SAP", 400, {"error": {"code": "X/1", "message": {"lang": "en", "value": "Is locked"}}}, "Is locked", ()),
    (
        "FHIR",
        400,
        {
            "resourceType": "OperationOutcome",
            "issue": [
                {"severity": "error", "code": "required", "diagnostics": "is missing", "expression": ["Patient.name"]}
            ],
        },
        "Patient.name: is missing",
        ("Patient.name: is missing",),
    ),
    (
        "Salesforce",
        400,
        [{"message": "is missing", "errorCode": "REQUIRED", "fields": ["X"]}],
        "is missing",
        ("is missing",),
    ),
    ("Jira", 400, {"errorMessages": ["Is closed."], "errors": {}}, "Is closed.", ()),
    ("a bare JSON text", 400, "out of stock", "out of stock", ()),
    ("only what was sent", 400, {"input": "canary"}, "", ()),
    ("what was sent, in a list of errors", 400, {"errors": [{"loc": ["body", "a"], "input": "canary"}]}, "", ()),
    ("a resource is no list of errors", 409, {"data": {"id": 1, "tags": ["a"]}}, '{"data":{"id":1,"tags":["a"]}}', ()),
]


@pytest.mark.parametrize("form", FORMS, ids=[form[0] for form in FORMS])
def test_errors_in_any_form_are_told_with_their_fields(
    shop: Shop, form: tuple[str, int, object, str, tuple[str, ...]]
) -> None:
    _, status, body, text, told_errors = form
    error = failed(shop, httpx.Response(status, json=body))
    phrase = str(error).partition(": ")[2].partition(": ")
    assert (phrase[2], error.errors) == (text, told_errors)
    assert "canary" not in f"{error}{error.message}{error.errors}"


def test_many_and_long_errors_are_told_in_part(shop: Shop) -> None:
    many = [{"loc": ["body", at], "msg": "x" * 1000} for at in range(10_000)]
    error = failed(shop, httpx.Response(422, json={"detail": many}))
    assert (len(error.errors), max(map(len, error.errors)), len(str(error)) < 400) == (100, 300, True)


@pytest.mark.parametrize("depth", [100, 400, 100_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"errors":', "}"), ('{"a":[', "]}")])
def test_a_deeply_nested_error_is_an_error(shop: Shop, depth: int, opening: str, closing: str) -> None:
    text = opening * depth + '"x"' + closing * depth
    error = failed(shop, response(text, 400))
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    assert (type(again), again.excerpt, again.body) == (errors.BadRequestError, text[:300], error.body)
    assert len(repr(error)) < 1000

"""What comes back: typed values, other kinds of bodies, and failures as typed errors."""

import asyncio
import warnings
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import httpx
import pytest

from support.packages import Package

Build = Callable[[str], Package]

SHOP = """
    openapi: 3.0.3
    info: {title: Shop, version: "1"}
    paths:
      /orders:
        get:
          operationId: list
          tags: [orders]
          x-method: list
          responses:
            "200":
              description: ok
              content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Order'}}}}
        post:
          operationId: create
          tags: [orders]
          responses:
            "201": {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
            "202": {description: later}
            "400":
              description: wrong
              content: {application/problem+json: {schema: {$ref: '#/components/schemas/Problem'}}}
      /label:
        get:
          operationId: label
          tags: [orders]
          responses: {"200": {description: ok, content: {application/pdf: {}, image/png: {}}}}
      /ping:
        get:
          operationId: ping
          tags: [orders]
          responses: {"200": {description: ok, content: {text/plain: {schema: {type: string}}}}}
      /free:
        get:
          operationId: free
          tags: [orders]
          responses: {default: {description: ok, content: {application/json: {}}}}
      /pets:
        get:
          operationId: pets
          tags: [orders]
          responses:
            "200":
              description: ok
              content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
      /wrapped:
        get:
          operationId: wrapped
          tags: [orders]
          responses:
            "200": {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Wrapped'}}}}
    components:
      schemas:
        Order:
          type: object
          required: [id]
          properties:
            id: {type: string}
            state: {type: string, enum: [OPEN, CLOSED]}
            placedAt: {type: string, format: date-time}
            total: {type: number, format: decimal}
            lines: {type: array, items: {type: object, properties: {sku: {type: string}, qty: {type: integer}}}}
            parent: {nullable: true, allOf: [{$ref: '#/components/schemas/Order'}]}
        Problem: {type: object, properties: {title: {type: string}}}
        Pet:
          oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
          discriminator: {propertyName: kind, mapping: {cat: '#/components/schemas/Cat', dog: Dog}}
        Cat: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}}
        Dog: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}}
        Wrapped:
          type: object
          x-envelope: {success: /ok, payload: /data, message: /why, requestId: /trace}
          properties: {ok: {type: boolean}, data: {type: string}, why: {type: string}, trace: {type: string}}
"""


def test_a_typed_answer_is_a_model_with_python_names_and_types(build: Build) -> None:
    shop = build(SHOP)
    answer = [
        {
            "id": "o1",
            "state": "OPEN",
            "placedAt": "2026-01-02T03:04:05+02:00",
            "total": 12.10,
            "lines": [{"sku": "a", "qty": 2}],
            "parent": None,
            "later": {"added": 1},
        }
    ]
    (order,) = shop.client(httpx.Response(200, json=answer)).orders.list()
    assert type(order) is shop.models.Order
    assert order.state is shop.models.OrderState.OPEN
    assert order.placed_at == datetime(2026, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=2)))
    assert (order.lines[0].sku, order.lines[0].qty, order.parent) == ("a", 2, None)
    assert order.model_extra == {"later": {"added": 1}}


def test_decimals_of_an_answer_keep_their_digits(build: Build) -> None:
    text = b'[{"id":"o1","total":0.10000000000000000001},{"id":"o2","total":7.50}]'
    first, second = build(SHOP).client(httpx.Response(200, content=text)).orders.list()
    assert (str(first.total), str(second.total)) == ("0.10000000000000000001", "7.50")
    assert isinstance(second.total, Decimal)


def test_a_new_enum_value_and_a_naive_time_are_taken(build: Build) -> None:
    answer = [{"id": "o1", "state": "ON_HOLD", "placedAt": "2026-01-02T03:04:05"}]
    drifts: list[Any] = []
    (order,) = build(SHOP).client(httpx.Response(200, json=answer), on_drift=drifts.append).orders.list()
    assert (order.state, order.state.value) == ("ON_HOLD", "ON_HOLD")
    assert order.placed_at == datetime(2026, 1, 2, 3, 4, 5)  # noqa: DTZ001 - as the server sent it
    assert [drift.location for drift in drifts] == ["/*/placedAt"]


def test_an_answer_survives_a_round_trip_unchanged(build: Build) -> None:
    answer = {"id": "o1", "state": "NEW", "placedAt": "2026-01-02T03:04:05Z", "lines": [{"qty": 1, "x": None}], "y": 2}
    (order,) = build(SHOP).client(httpx.Response(200, json=[answer])).orders.list()
    assert order.to_wire() == answer


@pytest.mark.parametrize(
    ("call", "response", "value"),
    [
        ("create", httpx.Response(202), None),
        ("ping", httpx.Response(200, text="pong"), "pong"),
        ("free", httpx.Response(200, json={"a": [1]}), {"a": [1]}),
    ],
)
def test_other_answers_are_read_by_status_and_media_type(
    build: Build, call: str, response: httpx.Response, value: object
) -> None:
    assert getattr(build(SHOP).client(response).orders, call)() == value


def test_a_choice_of_representations_is_delivered_unchanged(build: Build) -> None:
    shop = build(SHOP)
    content = shop.client(
        httpx.Response(200, content=b"%PDF", headers={"Content-Type": "application/pdf"})
    ).orders.label()
    assert (content.data, content.media_type) == (b"%PDF", "application/pdf")
    assert shop.sent.headers["Accept"] == "application/pdf, image/png, */*;q=0.1"


def test_union_members_are_told_apart_by_the_discriminator(build: Build) -> None:
    shop = build(SHOP)
    pets = shop.client(httpx.Response(200, json=[{"kind": "dog", "lives": 1}, {"kind": "cat"}])).orders.pets()
    assert [type(pet).__name__ for pet in pets] == ["Dog", "Cat"]


ERRORS = [
    (400, "BadRequestError"),
    (401, "UnauthorizedError"),
    (403, "ForbiddenError"),
    (404, "NotFoundError"),
    (409, "ConflictError"),
    (418, "StatusError"),
    (422, "UnprocessableEntityError"),
    (429, "RateLimitError"),
    (500, "ServerError"),
    (503, "ServerError"),
]


@pytest.mark.parametrize(("status", "name"), ERRORS)
def test_a_failure_status_raises_its_own_error(build: Build, status: int, name: str) -> None:
    shop = build(SHOP)
    with pytest.raises(shop.module.ApiError) as caught:
        shop.client(httpx.Response(status, json={"title": "no luck"}), max_retries=0).orders.list()
    error: Any = caught.value
    assert (type(error).__name__, error.status, error.body) == (name, status, {"title": "no luck"})
    assert "no luck" in str(error)


def test_an_envelope_that_says_failure_raises(build: Build) -> None:
    shop = build(SHOP)
    answer = {"ok": False, "why": "catalogue locked", "trace": "t-9"}
    with pytest.raises(shop.module.EnvelopeError, match="catalogue locked") as caught:
        shop.client(httpx.Response(200, json=answer)).orders.wrapped()
    assert (caught.value.status, caught.value.request_id) == (200, "t-9")


def test_an_answer_that_does_not_fit_is_delivered_and_reported(build: Build) -> None:
    shop = build(SHOP)
    drifts: list[Any] = []
    client = shop.client(
        httpx.Response(200, json=[{"id": "o1", "lines": "none"}, {"state": "OPEN"}]), on_drift=drifts.append
    )
    first, second = client.orders.list()
    assert (first.id, first.lines, second.state) == ("o1", "none", "OPEN")
    assert [each.location for each in drifts] == ["/*/lines", "/*/id"]
    assert "none" not in repr(drifts)


def test_an_answer_that_does_not_fit_raises_when_strict(build: Build) -> None:
    shop = build(SHOP)
    client = shop.client(httpx.Response(200, json=[{"state": "OPEN"}]), strict=True)
    with pytest.raises(shop.module.DecodeError, match="id"):
        client.orders.list()


def test_without_a_callback_drift_is_a_warning_once_per_place(build: Build) -> None:
    shop = build(SHOP)
    client = shop.client(httpx.Response(200, json=[{"state": "OPEN"}]))
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        client.orders.list()
        client.orders.list()
    assert [each.category.__name__ for each in caught] == ["DriftWarning"]


def test_the_async_client_gives_the_same(build: Build) -> None:
    shop = build(SHOP)

    async def run() -> Any:
        async with shop.async_client(httpx.Response(200, json=[{"id": "o1"}])) as client:
            return await client.orders.list()

    assert asyncio.run(run()) == [shop.models.Order(id="o1")]


FASTAPI = """
    openapi: 3.1.0
    info: {title: FastAPI, version: "1"}
    paths:
      /items:
        get:
          operationId: items
          tags: [items]
          responses:
            "200": {description: ok, content: {application/json: {schema: {}}}}
            "422":
              description: Validation Error
              content: {application/json: {schema: {$ref: '#/components/schemas/HTTPValidationError'}}}
    components:
      schemas:
        HTTPValidationError:
          type: object
          properties: {detail: {type: array, items: {$ref: '#/components/schemas/ValidationError'}}}
        ValidationError:
          type: object
          required: [loc, msg, type]
          properties:
            loc: {type: array, items: {anyOf: [{type: string}, {type: integer}]}}
            msg: {type: string}
            type: {type: string}
"""


@pytest.mark.parametrize("flavour", ["sync", "async"])
def test_a_validation_error_of_fastapi_names_the_field_and_has_its_model(build: Build, flavour: str) -> None:
    package = build(FASTAPI)
    row = {"loc": ["body", "items", 0], "msg": "Field required", "type": "missing", "input": "hunter2"}
    response = httpx.Response(422, json={"detail": [row]})
    client: Any = package.client(response) if flavour == "sync" else package.async_client(response)
    with pytest.raises(package.module.UnprocessableEntityError) as caught:
        client.items.items() if flavour == "sync" else asyncio.run(client.items.items())
    error = caught.value
    assert str(error) == "items: 422 Unprocessable Entity: body.items.0: Field required"
    assert (type(error.body).__name__, error.body.detail[0].loc) == ("HTTPValidationError", ["body", "items", 0])

"""Documents in the shape that other frameworks' generators give them: what is sent, and what comes back.

Each table has one document, and calls with the request that must arrive, the response of such a server, and the value.
"""

import asyncio
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

import httpx
import pytest

from support.interop import Failure, exact
from support.packages import Package, built

DAY = date(2026, 2, 28)
AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
NAIVE = datetime(2026, 1, 2, 3, 4, 5, 678000)  # noqa: DTZ001
BINARY = b"\x00\xff\xfe"


@dataclass(frozen=True, kw_only=True)
class Exchange:
    """One call: the request it must make, the response to it, and the value it must give.

    `request` is the method and the URL without the host. `sent` is the body: JSON, or what `sent_as` makes of the
    bytes. `value` may be a function of the package's models. `drift` has the locations that a lenient client reports.
    """

    call: Callable[[Any, Any], Any]
    request: str
    sent: object = None
    sent_as: Callable[[bytes], object] = lambda content: json.loads(content) if content else None
    answer: object = None
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    value: object = None
    read: Callable[[Any], object] = lambda result: result
    drift: tuple[str, ...] = ()

    @property
    def response(self) -> httpx.Response:
        """The response; an answer that is not bytes is sent as JSON."""
        content = self.answer if isinstance(self.answer, bytes) else json.dumps(self.answer).encode()
        content = b"" if self.status == 204 else content
        return httpx.Response(
            self.status, content=content, headers={"content-type": "application/json", **self.headers}
        )


SPRINGDOC = """
openapi: 3.0.1
info: {title: Shop, version: v0}
servers: [{url: "http://localhost:8080", description: Generated server url}]
paths:
  /orders/{id}:
    get:
      tags: [order-controller]
      operationId: getOrder
      parameters: [{name: id, in: path, required: true, schema: {type: integer, format: int64}}]
      responses:
        "200": {description: OK, content: {"*/*": {schema: {$ref: "#/components/schemas/OrderDto"}}}}
        "404": {description: Not Found, content: {"*/*": {schema: {$ref: "#/components/schemas/ProblemDetail"}}}}
    put:
      tags: [order-controller]
      operationId: getOrder_1
      parameters: [{name: id, in: path, required: true, schema: {type: integer, format: int64}}]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/OrderDto"}}}}
      responses: {"200": {description: OK, content: {"*/*": {schema: {$ref: "#/components/schemas/OrderDto"}}}}}
  /orders:
    get:
      tags: [order-controller]
      operationId: list
      parameters:
        - {name: status, in: query, required: false, schema: {type: array, items: {type: string, enum: [OPEN, CLOSED]}}}
        - {name: pageable, in: query, required: true, schema: {$ref: "#/components/schemas/Pageable"}}
      responses: {"200": {description: OK, content: {"*/*": {schema: {$ref: "#/components/schemas/PageOrderDto"}}}}}
  /orders/{id}/invoice:
    get:
      tags: [order-controller]
      operationId: invoice
      parameters: [{name: id, in: path, required: true, schema: {type: integer, format: int64}}]
      responses: {"200": {description: OK, content: {"*/*": {schema: {type: string, format: binary}}}}}
    post:
      tags: [order-controller]
      operationId: upload
      parameters: [{name: id, in: path, required: true, schema: {type: integer, format: int64}}]
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              required: [file, meta]
              properties:
                meta: {$ref: "#/components/schemas/Meta"}
                file: {type: string, format: binary}
            encoding: {meta: {contentType: application/json}}
      responses: {"200": {description: OK, content: {"*/*": {schema: {type: string}}}}}
  /orders/{id}/total:
    get:
      tags: [order-controller]
      operationId: total
      parameters: [{name: id, in: path, required: true, schema: {type: integer, format: int64}}]
      responses: {"200": {description: OK, content: {"*/*": {schema: {type: number}}}}}
    delete:
      tags: [order-controller]
      operationId: delete
      parameters: [{name: id, in: path, required: true, schema: {type: integer, format: int64}}]
      responses: {"200": {description: OK}}
components:
  schemas:
    OrderDto:
      type: object
      properties:
        id: {type: integer, format: int64}
        total: {type: number}
        weight: {type: number, format: double}
        createdAt: {type: string, format: date-time}
        dueOn: {type: string, format: date}
        status: {type: string, enum: [OPEN, CLOSED]}
        attributes: {type: object, additionalProperties: {type: object}}
        payment:
          oneOf: [{$ref: "#/components/schemas/CardPayment"}, {$ref: "#/components/schemas/CashPayment"}]
    Payment:
      type: object
      required: ["@type"]
      properties: {"@type": {type: string}}
      discriminator: {propertyName: "@type"}
    CardPayment:
      type: object
      allOf:
        - {$ref: "#/components/schemas/Payment"}
        - {type: object, properties: {number: {type: string}}}
    CashPayment:
      type: object
      allOf:
        - {$ref: "#/components/schemas/Payment"}
        - {type: object, properties: {change: {type: number}}}
    Meta: {type: object, properties: {title: {type: string}, pages: {type: integer, format: int32}}}
    Pageable:
      type: object
      properties:
        page: {minimum: 0, type: integer, format: int32}
        size: {minimum: 1, type: integer, format: int32}
        sort: {type: array, items: {type: string}}
    PageOrderDto:
      type: object
      properties:
        content: {type: array, items: {$ref: "#/components/schemas/OrderDto"}}
        totalElements: {type: integer, format: int64}
        last: {type: boolean}
        pageable: {type: object, properties: {paged: {type: boolean}, pageNumber: {type: integer, format: int32}}}
    ProblemDetail:
      type: object
      properties:
        type: {type: string, format: uri}
        title: {type: string}
        status: {type: integer, format: int32}
        detail: {type: string}
        properties: {type: object, additionalProperties: {type: object}}
"""

NESTJS = """
openapi: 3.0.0
info: {title: Shop, description: "", version: "1.0", contact: {}}
tags: []
servers: []
paths:
  /cats/{id}:
    get:
      operationId: CatsController_findOne
      parameters: [{name: id, required: true, in: path, schema: {type: number}}]
      responses: {"200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/Cat"}}}}}
      tags: [Cats]
    patch:
      operationId: CatsController_update
      parameters: [{name: id, required: true, in: path, schema: {type: number}}]
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/UpdateCatDto"}}}}
      responses: {"200": {description: ""}}
      tags: [Cats]
  /cats:
    get:
      operationId: CatsController_findAll
      parameters:
        - {name: limit, required: false, in: query, schema: {type: number, default: 10}}
        - {name: ids, required: false, in: query, schema: {type: array, items: {type: number}}}
        - {name: order, required: false, in: query, schema: {enum: [ASC, DESC], type: string}}
      responses:
        default:
          description: ""
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Cat"}}}}
      tags: [Cats]
    post:
      operationId: CatsController_create
      parameters: []
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/CreateCatDto"}}}}
      responses: {"201": {description: "", content: {application/json: {schema: {type: object}}}}}
      tags: [Cats]
  /cats/{id}/photo:
    post:
      operationId: CatsController_upload
      parameters: [{name: id, required: true, in: path, schema: {type: number}}]
      requestBody:
        required: true
        description: A photo
        content:
          multipart/form-data:
            schema: {type: object, properties: {file: {type: string, format: binary}, comment: {type: string}}}
      responses: {"201": {description: "", content: {application/json: {schema: {type: string}}}}}
      tags: [Cats]
components:
  schemas:
    Cat:
      type: object
      properties:
        id: {type: number}
        name: {type: string}
        age: {type: number, nullable: true}
        weight: {type: number}
        born: {format: date-time, type: string}
        meta: {type: object}
        owner: {nullable: true, allOf: [{$ref: "#/components/schemas/Owner"}]}
      required: [id, name]
    Owner: {type: object, properties: {id: {type: number}}, required: [id]}
    CreateCatDto:
      type: object
      properties:
        name: {type: string}
        age: {type: number, minimum: 0}
        tags: {type: array, items: {type: string}}
      required: [name]
    UpdateCatDto: {type: object, properties: {name: {type: string}, age: {type: number, minimum: 0}}}
"""

SWASHBUCKLE = """
openapi: 3.0.4
info: {title: "Shop | v1", version: "1.0"}
paths:
  /api/Orders/{id}:
    get:
      tags: [Orders]
      parameters: [{name: id, in: path, required: true, schema: {type: string, format: uuid}}]
      responses:
        "200":
          description: OK
          content:
            text/plain: {schema: {$ref: "#/components/schemas/Order"}}
            application/json: {schema: {$ref: "#/components/schemas/Order"}}
            text/json: {schema: {$ref: "#/components/schemas/Order"}}
        "404":
          description: Not Found
          content: {application/json: {schema: {$ref: "#/components/schemas/ProblemDetails"}}}
    put:
      tags: [Orders]
      parameters: [{name: id, in: path, required: true, schema: {type: string, format: uuid}}]
      requestBody:
        content:
          application/json: {schema: {$ref: "#/components/schemas/Order"}}
          text/json: {schema: {$ref: "#/components/schemas/Order"}}
          application/*+json: {schema: {$ref: "#/components/schemas/Order"}}
      responses: {"204": {description: No Content}}
  /api/Orders:
    get:
      tags: [Orders]
      parameters:
        - {name: PageSize, in: query, schema: {type: integer, format: int32}}
        - {name: From, in: query, schema: {type: string, format: date-time}}
        - {name: Filter.Name, in: query, schema: {type: string}}
        - {name: api-version, in: header, schema: {type: string, default: "1.0"}}
      responses:
        "200":
          description: OK
          content:
            text/plain: {schema: {type: array, items: {$ref: "#/components/schemas/Order"}}}
            application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Order"}}}
            text/json: {schema: {type: array, items: {$ref: "#/components/schemas/Order"}}}
  /api/Orders/{id}/document:
    get:
      tags: [Orders]
      parameters: [{name: id, in: path, required: true, schema: {type: string, format: uuid}}]
      responses:
        "200":
          description: OK
          content:
            text/plain: {schema: {type: string, format: binary}}
            application/json: {schema: {type: string, format: binary}}
            text/json: {schema: {type: string, format: binary}}
    post:
      tags: [Orders]
      parameters: [{name: id, in: path, required: true, schema: {type: string, format: uuid}}]
      requestBody:
        content:
          multipart/form-data:
            schema:
              type: object
              properties:
                File: {type: string, format: binary}
                Name: {type: string}
                Tags: {type: array, items: {type: string}}
            encoding: {File: {style: form}, Name: {style: form}, Tags: {style: form}}
      responses:
        "200":
          description: OK
          content:
            text/plain: {schema: {type: string}}
            application/json: {schema: {type: string}}
            text/json: {schema: {type: string}}
components:
  schemas:
    Order:
      type: object
      properties:
        id: {type: string, format: uuid}
        total: {type: number, format: double}
        count: {type: integer, format: int64}
        createdAt: {type: string, format: date-time}
        duration: {type: string, format: date-span}
        status: {$ref: "#/components/schemas/OrderStatus"}
        comment: {type: string, nullable: true}
        tags: {type: array, items: {type: string}, nullable: true}
        readOnlyName: {type: string, nullable: true, readOnly: true}
        animal: {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}]}
      additionalProperties: false
    OrderStatus: {enum: [0, 1], type: integer, format: int32, x-enum-varnames: [Open, Closed]}
    Animal:
      required: [$type]
      type: object
      properties: {$type: {type: string}, name: {type: string, nullable: true}}
      additionalProperties: false
      discriminator: {propertyName: $type, mapping: {cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog"}}
    Cat:
      type: object
      allOf: [{$ref: "#/components/schemas/Animal"}]
      properties: {lives: {type: integer, format: int32}}
      additionalProperties: false
    Dog:
      type: object
      allOf: [{$ref: "#/components/schemas/Animal"}]
      properties: {tricks: {type: array, items: {type: string}, nullable: true}}
      additionalProperties: false
    ProblemDetails:
      type: object
      properties:
        type: {type: string, nullable: true}
        title: {type: string, nullable: true}
        status: {type: integer, format: int32, nullable: true}
        detail: {type: string, nullable: true}
        instance: {type: string, nullable: true}
      additionalProperties: {}
"""

TSOA = """
openapi: 3.0.0
info: {title: shop, version: 1.0.0, contact: {}}
paths:
  /users/{userId}:
    get:
      operationId: GetUser
      responses:
        "200": {description: Ok, content: {application/json: {schema: {$ref: "#/components/schemas/User"}}}}
        "422":
          description: Validation Failed
          content: {application/json: {schema: {$ref: "#/components/schemas/ValidateErrorJSON"}}}
      tags: [Users]
      security: []
      parameters:
        - {in: path, name: userId, required: true, schema: {format: double, type: number}}
        - {in: query, name: names, required: false, schema: {type: array, items: {type: string}}}
    patch:
      operationId: UpdateUser
      responses: {"204": {description: No content}}
      tags: [Users]
      security: []
      parameters: [{in: path, name: userId, required: true, schema: {format: double, type: number}}]
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/Partial_Pick_User.name-or-status__"}}}
components:
  schemas:
    Status: {enum: [Happy, Sad], type: string}
    Record_string.number_:
      properties: {}
      additionalProperties: {type: number, format: double}
      type: object
      description: Construct a type with a set of properties K of type T
    User:
      properties:
        id: {type: number, format: double}
        name: {type: string}
        status: {$ref: "#/components/schemas/Status"}
        scores: {$ref: "#/components/schemas/Record_string.number_"}
        picture: {type: string, format: byte}
        nick: {anyOf: [{type: string}, {type: number, format: double}], nullable: true}
      required: [id, name]
      type: object
      additionalProperties: false
    Partial_Pick_User.name-or-status__:
      properties: {name: {type: string}, status: {$ref: "#/components/schemas/Status"}}
      type: object
      description: Make all properties in T optional
    ValidateErrorJSON:
      properties:
        message: {type: string, enum: [Validation failed], nullable: false}
        details: {properties: {}, additionalProperties: {}, type: object}
      required: [message, details]
      type: object
      additionalProperties: false
"""

UTOIPA = """
openapi: 3.1.0
info: {title: shop, description: "", license: {name: ""}, version: 0.1.0}
paths:
  /shapes:
    post:
      tags: [shapes]
      operationId: create_shape
      requestBody:
        description: ""
        content: {application/json: {schema: {$ref: "#/components/schemas/Shape"}}}
        required: true
      responses:
        "200": {description: "", content: {application/json: {schema: {$ref: "#/components/schemas/Drawing"}}}}
  /shapes/{id}:
    get:
      tags: [shapes]
      operationId: get_shape
      parameters:
        - {name: id, in: path, required: true, schema: {type: integer, format: int64, minimum: 0}}
        - {name: limit, in: query, required: false, schema: {type: [integer, "null"], format: int32}}
      responses:
        "200":
          description: ""
          content: {application/json: {schema: {oneOf: [{type: "null"}, {$ref: "#/components/schemas/Drawing"}]}}}
        "400": {description: Invalid, content: {text/plain: {schema: {type: string}}}}
components:
  schemas:
    Shape:
      oneOf:
        - {type: object, required: [Circle], properties: {Circle: {$ref: "#/components/schemas/Circle"}}}
        - {type: object, required: [Square], properties: {Square: {type: integer, format: int32}}}
        - {type: string, enum: [Empty]}
    Circle: {type: object, required: [radius], properties: {radius: {type: number, format: double}}}
    Event:
      oneOf:
        - type: object
          required: [at, type]
          properties: {at: {type: string, format: date-time}, type: {type: string, enum: [created]}}
        - type: object
          required: [reason, type]
          properties: {reason: {type: string}, type: {type: string, enum: [deleted]}}
    Drawing:
      type: object
      required: [shapes, created]
      properties:
        created: {type: string, format: date-time}
        shapes: {type: array, items: {$ref: "#/components/schemas/Shape"}}
        event: {oneOf: [{type: "null"}, {$ref: "#/components/schemas/Event"}]}
        pair: {type: array, items: false, prefixItems: [{type: string}, {type: integer, format: int32}]}
        color: {type: [string, "null"]}
        note: {oneOf: [{type: "null"}, {$ref: "#/components/schemas/Circle", description: With a comment}]}
"""

HUMA = """
openapi: 3.1.0
info: {title: Shop, version: 1.0.0}
paths:
  /things/{thing-id}:
    put:
      operationId: put-thing
      tags: [Things]
      parameters:
        - {name: thing-id, in: path, required: true, schema: {type: string}}
        - {name: If-Match, in: header, schema: {type: array, items: {type: string}}}
        - {name: fields, in: query, explode: false, schema: {type: [array, "null"], items: {type: string}}}
      requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
      responses:
        "200":
          description: OK
          headers: {ETag: {schema: {type: string}}}
          content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}
        default:
          description: Error
          content: {application/problem+json: {schema: {$ref: "#/components/schemas/ErrorModel"}}}
components:
  schemas:
    Thing:
      type: object
      additionalProperties: false
      required: [name, tags]
      properties:
        $schema: {type: string, format: uri, readOnly: true, examples: ["https://example.com/schemas/Thing.json"]}
        name: {type: string}
        tags: {type: [array, "null"], items: {type: string}}
        data: {type: string, contentEncoding: base64}
        size: {type: integer, format: int64}
    ErrorModel:
      type: object
      additionalProperties: false
      properties:
        $schema: {type: string, format: uri, readOnly: true}
        title: {type: string}
        status: {type: integer, format: int64}
        detail: {type: string}
        errors: {type: [array, "null"], items: {$ref: "#/components/schemas/ErrorDetail"}}
    ErrorDetail:
      type: object
      additionalProperties: false
      properties: {location: {type: string}, message: {type: string}, value: {}}
"""


def parts(content: bytes) -> dict[str, tuple[str, str, bytes]]:
    """The parts of a multipart body: file name, Content-Type and content by name."""
    boundary = content.partition(b"\r\n")[0]
    found = {}
    for part in content.split(boundary)[1:-1]:
        head, _, body = part.partition(b"\r\n\r\n")
        lines = [line.partition(b": ") for line in head.strip().split(b"\r\n")]
        headers = {name.lower().decode(): value.decode() for name, _, value in lines}
        parameters = dict(item.strip().split("=") for item in headers["content-disposition"].split(";")[1:])
        media_type = headers.get("content-type", "")
        found[parameters["name"].strip('"')] = (parameters.get("filename", "").strip('"'), media_type, body[:-2])
    return found


ORDER = {
    "id": 9007199254740993,
    "total": 10.5,
    "weight": 1,
    "createdAt": "2026-01-02T03:04:05Z",
    "dueOn": "2026-02-28",
    "status": "OPEN",
    "attributes": {"color": {"name": "red"}},
    "payment": {"@type": "CardPayment", "number": "4"},
}
CAT = {
    "id": 7,
    "name": "Tom",
    "age": None,
    "weight": 4.5,
    "born": "2026-01-02T03:04:05.000Z",
    "meta": {"a": [1]},
    "owner": {"id": 3},
}
UID = "12345678-1234-5678-1234-567812345678"
NET_ORDER = {
    "id": UID,
    "total": 10,
    "count": 9007199254740993,
    "createdAt": "2026-01-02T03:04:05+00:00",
    "duration": "1.02:03:04",
    "status": 1,
    "comment": None,
    "tags": ["a"],
    "readOnlyName": "x",
    "animal": {"$type": "dog", "tricks": ["sit"], "name": "Rex"},
}
DRAWING = {
    "created": "2026-01-02T03:04:05.678Z",
    "shapes": [{"Circle": {"radius": 1.5}}, {"Square": 2}, "Empty"],
    "event": {"type": "deleted", "reason": "old"},
    "pair": ["a", 1],
    "color": None,
    "note": None,
}

TABLES: dict[str, tuple[str, dict[str, Exchange]]] = {
    "springdoc": (
        SPRINGDOC,
        {
            "model": Exchange(
                call=lambda c, _: c.order_controller.get_order(9007199254740993),
                request="GET /orders/9007199254740993",
                answer=ORDER,
                read=lambda order: (order.id, order.total, order.weight, order.created_at, order.payment),
                value=lambda m: (9007199254740993, 10.5, 1, AT, m.CardPayment(type="CardPayment", number="4")),
            ),
            "model, sent back": Exchange(
                call=lambda c, m: c.order_controller.get_order_1(5, body=m.OrderDto.model_validate(ORDER)),
                request="PUT /orders/5",
                sent=ORDER,
                answer=ORDER,
                read=lambda order: order.to_wire(),
                value=ORDER,
            ),
            "subclass as argument": Exchange(
                call=lambda c, m: c.order_controller.get_order_1(5, payment=m.CashPayment(change=2)),
                request="PUT /orders/5",
                sent={"payment": {"@type": "CashPayment", "change": 2}},
                answer={},
                value=lambda m: m.OrderDto(),
            ),
            "page": Exchange(
                call=lambda c, m: c.order_controller.list(
                    pageable=m.Pageable(page=0, size=20, sort=["id,desc", "name"]), status=["OPEN", "CLOSED"]
                ),
                request="GET /orders?status=OPEN&status=CLOSED&page=0&size=20&sort=id%2Cdesc&sort=name",
                answer={"content": [], "totalElements": 0, "last": True, "pageable": {"paged": True, "pageNumber": 0}},
                value=lambda m: m.PageOrderDto(
                    content=[],
                    total_elements=0,
                    last=True,
                    pageable=m.PageOrderDtoPageable(paged=True, page_number=0),
                ),
            ),
            "resource": Exchange(
                call=lambda c, _: c.order_controller.invoice(5),
                request="GET /orders/5/invoice",
                answer=BINARY,
                headers={"content-type": "application/pdf"},
                read=lambda content: (content.data, content.media_type),
                value=(BINARY, "application/pdf"),
            ),
            "parts": Exchange(
                call=lambda c, m: c.order_controller.upload(5, file=("a.bin", BINARY), meta=m.Meta(title="T", pages=3)),
                request="POST /orders/5/invoice",
                sent={
                    "meta": ("", "application/json", b'{"title":"T","pages":3}'),
                    "file": ("a.bin", "application/octet-stream", BINARY),
                },
                sent_as=parts,
                answer=b"stored",
                headers={"content-type": "text/plain;charset=UTF-8"},
                value="stored",
            ),
            "big decimal": Exchange(
                call=lambda c, _: c.order_controller.total(5), request="GET /orders/5/total", answer=123, value=123
            ),
            "void": Exchange(
                call=lambda c, _: c.order_controller.delete(5),
                request="DELETE /orders/5/total",
                answer=b"",
                headers={"content-type": ""},
            ),
            "problem": Exchange(
                call=lambda c, _: c.order_controller.get_order(5),
                request="GET /orders/5",
                status=404,
                answer={"type": "about:blank", "title": "Not Found", "status": 404, "detail": "No order 5."},
                headers={"content-type": "application/problem+json"},
                value=lambda m: Failure(
                    "NotFoundError",
                    "No order 5.",
                    m.ProblemDetail(type="about:blank", title="Not Found", status=404, detail="No order 5."),
                ),
            ),
            "errors of fields": Exchange(
                call=lambda c, _: c.order_controller.get_order_1(5, total=-1),
                request="PUT /orders/5",
                sent={"total": -1},
                status=400,
                answer={
                    "timestamp": "2026-01-02T03:04:05.000+00:00",
                    "status": 400,
                    "error": "Bad Request",
                    "path": "/orders/5",
                    "errors": [{"field": "total", "defaultMessage": "must be positive", "rejectedValue": -1}],
                },
                value=lambda _: Failure(
                    "BadRequestError",
                    "total: must be positive",
                    {
                        "timestamp": "2026-01-02T03:04:05.000+00:00",
                        "status": 400,
                        "error": "Bad Request",
                        "path": "/orders/5",
                        "errors": [{"field": "total", "defaultMessage": "must be positive", "rejectedValue": -1}],
                    },
                    ("total: must be positive",),
                ),
            ),
        },
    ),
    "NestJS": (
        NESTJS,
        {
            "ids stay integers": Exchange(
                call=lambda c, _: c.cats.cats_controller_find_one(123),
                request="GET /cats/123",
                answer=CAT,
                read=lambda cat: (cat.id, cat.age, cat.weight, cat.meta, cat.owner.id, cat.to_wire()),
                value=(7, None, 4.5, {"a": [1]}, 3, CAT),
            ),
            "19 digits": Exchange(
                call=lambda c, _: c.cats.cats_controller_find_one(1234567890123456789),
                request="GET /cats/1234567890123456789",
                answer={"id": 1234567890123456789, "name": ""},
                value=lambda m: m.Cat(id=1234567890123456789, name=""),
            ),
            "query": Exchange(
                call=lambda c, _: c.cats.cats_controller_find_all(limit=5, ids=[1, 2.5], order="DESC"),
                request="GET /cats?limit=5&ids=1&ids=2.5&order=DESC",
                answer=[],
                value=[],
            ),
            "query, None": Exchange(
                call=lambda c, _: c.cats.cats_controller_find_all(limit=None, ids=None, order=None),
                request="GET /cats",
                answer=[{"id": 1, "name": "a"}],
                value=lambda m: [m.Cat(id=1, name="a")],
            ),
            "exact numbers": Exchange(
                call=lambda c, _: c.cats.cats_controller_create(name="a", age=Decimal("1.50"), tags=[]),
                request="POST /cats",
                sent=b'{"name":"a","age":1.50,"tags":[]}',
                sent_as=bytes,
                status=201,
                answer={"any": 1},
                value={"any": 1},
            ),
            "undescribed answer": Exchange(
                call=lambda c, _: c.cats.cats_controller_update(5, age=3),
                request="PATCH /cats/5",
                sent=b'{"age":3}',
                sent_as=bytes,
                answer={"id": 5},
                read=lambda content: content.json(),
                value={"id": 5},
                drift=("",),
            ),
            "file": Exchange(
                call=lambda c, _: c.cats.cats_controller_upload(5, file=("a.png", BINARY), comment="c"),
                request="POST /cats/5/photo",
                sent={"file": ("a.png", "image/png", BINARY), "comment": ("", "", b"c")},
                sent_as=parts,
                status=201,
                answer=b"stored",
                headers={"content-type": "text/html; charset=utf-8"},
                value="stored",
                drift=("",),
            ),
            "errors": Exchange(
                call=lambda c, _: c.cats.cats_controller_create(name=""),
                request="POST /cats",
                sent={"name": ""},
                status=400,
                answer={"statusCode": 400, "message": ["name is short", "name is taken"], "error": "Bad Request"},
                value=Failure(
                    "BadRequestError",
                    "name is short; name is taken",
                    {"statusCode": 400, "message": ["name is short", "name is taken"], "error": "Bad Request"},
                ),
            ),
        },
    ),
    "Swashbuckle": (
        SWASHBUCKLE,
        {
            "model": Exchange(
                call=lambda c, _: c.orders.get_orders_by_id(UID),
                request=f"GET /api/Orders/{UID}",
                answer=NET_ORDER,
                headers={"content-type": "application/json; charset=utf-8"},
                read=lambda order: (
                    order.total,
                    order.count,
                    order.created_at,
                    order.status,
                    order.animal,
                    order.to_wire(),
                ),
                value=lambda m: (
                    10,
                    9007199254740993,
                    AT,
                    m.OrderStatus(1),
                    m.Dog(type="dog", tricks=["sit"], name="Rex"),
                    NET_ORDER,
                ),
            ),
            "what is read only is not sent back": Exchange(
                call=lambda c, m: c.orders.put_orders_by_id(UID, body=m.Order.model_validate(NET_ORDER)),
                request=f"PUT /api/Orders/{UID}",
                sent={name: value for name, value in NET_ORDER.items() if name != "readOnlyName"},
                status=204,
            ),
            "subclass as argument": Exchange(
                call=lambda c, m: c.orders.put_orders_by_id(UID, animal=m.Cat(lives=9)),
                request=f"PUT /api/Orders/{UID}",
                sent={"animal": {"$type": "cat", "lives": 9}},
                status=204,
            ),
            "query": Exchange(
                call=lambda c, _: c.orders.get_orders(page_size=5, from_=AT, filter_name=None),
                request="GET /api/Orders?PageSize=5&From=2026-01-02T03%3A04%3A05Z",
                answer=[],
                value=[],
            ),
            "times without a zone": Exchange(
                call=lambda c, _: c.orders.get_orders(),
                request="GET /api/Orders",
                answer=[{"createdAt": "2026-01-02T03:04:05.678"}],
                read=lambda orders: (orders[0].created_at, orders[0].to_wire()),
                value=(NAIVE, {"createdAt": "2026-01-02T03:04:05.678"}),
                drift=("/*/createdAt",),
            ),
            "file": Exchange(
                call=lambda c, _: c.orders.get_orders_document(UID),
                request=f"GET /api/Orders/{UID}/document",
                answer=BINARY,
                headers={"content-type": "application/zip"},
                read=lambda content: (content.data, content.media_type),
                value=(BINARY, "application/zip"),
            ),
            "upload": Exchange(
                call=lambda c, _: c.orders.post_orders_document(UID, file=("a", BINARY), name="N", tags=["x"]),
                request=f"POST /api/Orders/{UID}/document",
                sent={
                    "File": ("a", "application/octet-stream", BINARY),
                    "Name": ("", "", b"N"),
                    "Tags": ("", "", b"x"),
                },
                sent_as=parts,
                answer=b"5",
                headers={"content-type": "text/plain; charset=utf-8"},
                value="5",
            ),
            "problem": Exchange(
                call=lambda c, _: c.orders.get_orders_by_id(UID),
                request=f"GET /api/Orders/{UID}",
                status=404,
                answer={
                    "type": "https://tools.ietf.org/html/rfc9110#section-15.5.5",
                    "title": "Not Found",
                    "status": 404,
                },
                headers={"content-type": "application/problem+json; charset=utf-8"},
                value=lambda m: Failure(
                    "NotFoundError",
                    "Not Found",
                    m.ProblemDetails(
                        type="https://tools.ietf.org/html/rfc9110#section-15.5.5", title="Not Found", status=404
                    ),
                ),
            ),
            "errors of fields": Exchange(
                call=lambda c, _: c.orders.put_orders_by_id(UID, comment=""),
                request=f"PUT /api/Orders/{UID}",
                sent={"comment": ""},
                status=400,
                answer={
                    "title": "One or more validation errors occurred.",
                    "status": 400,
                    "errors": {"Comment": ["The Comment field is required."], "$.total": ["Not a number."]},
                },
                headers={"content-type": "application/problem+json"},
                value=Failure(
                    "BadRequestError",
                    "One or more validation errors occurred.",
                    {
                        "title": "One or more validation errors occurred.",
                        "status": 400,
                        "errors": {"Comment": ["The Comment field is required."], "$.total": ["Not a number."]},
                    },
                    ("Comment: The Comment field is required.", "$.total: Not a number."),
                ),
            ),
        },
    ),
    "tsoa": (
        TSOA,
        {
            "model": Exchange(
                call=lambda c, _: c.users.get_user(123, names=["a", "b"]),
                request="GET /users/123?names=a&names=b",
                answer={"id": 123, "name": "A", "status": "Happy", "scores": {"x": 1, "y": 2.5}, "nick": 5},
                value=lambda m: m.User(id=123, name="A", status=m.Status.HAPPY, scores={"x": 1, "y": 2.5}, nick=5),
            ),
            "patch": Exchange(
                call=lambda c, m: c.users.update_user(123, body=m.PartialPickUserNameOrStatus(status=m.Status.SAD)),
                request="PATCH /users/123",
                sent={"status": "Sad"},
                status=204,
            ),
            "errors": Exchange(
                call=lambda c, _: c.users.get_user(0),
                request="GET /users/0",
                status=422,
                answer={"message": "Validation failed", "details": {"userId": {"message": "too small", "value": 0}}},
                value=lambda m: Failure(
                    "UnprocessableEntityError",
                    "Validation failed",
                    m.ValidateErrorJSON(
                        message=m.ValidateErrorJSONMessage.VALIDATION_FAILED,
                        details={"userId": {"message": "too small", "value": 0}},
                    ),
                    ("userId: too small",),
                ),
            ),
        },
    ),
    "utoipa": (
        UTOIPA,
        {
            "unions tagged by a key": Exchange(
                call=lambda c, m: c.shapes.create_shape(body=m.ShapeOption2(square=5)),
                request="POST /shapes",
                sent={"Square": 5},
                answer=DRAWING,
                read=lambda drawing: (drawing.shapes, drawing.event, drawing.pair, drawing.to_wire()),
                value=lambda m: (
                    [m.ShapeOption1(circle=m.Circle(radius=1.5)), m.ShapeOption2(square=2), m.ShapeOption3.EMPTY],
                    m.EventOption2(type="deleted", reason="old"),
                    ["a", 1],
                    DRAWING,
                ),
            ),
            "unit variant": Exchange(
                call=lambda c, _: c.shapes.create_shape(body="Empty"),
                request="POST /shapes",
                sent="Empty",
                answer={"created": "2026-01-02T03:04:05Z", "shapes": []},
                value=lambda m: m.Drawing(created=AT, shapes=[]),
            ),
            "null": Exchange(
                call=lambda c, _: c.shapes.get_shape(5, limit=None), request="GET /shapes/5", answer=None, value=None
            ),
            "text as error": Exchange(
                call=lambda c, _: c.shapes.get_shape(5, limit=1),
                request="GET /shapes/5?limit=1",
                status=400,
                answer=b"no such shape",
                headers={"content-type": "text/plain; charset=utf-8"},
                value=Failure("BadRequestError", "no such shape", "no such shape"),
            ),
        },
    ),
    "Huma": (
        HUMA,
        {
            "the link to the schema is not sent back": Exchange(
                call=lambda c, m: c.things.put_thing(
                    "a/b",
                    if_match=["x", "y"],
                    fields=["a", "b"],
                    body=m.Thing.model_validate(
                        {"$schema": "https://example.com/Thing.json", "name": "N", "tags": None}
                    ),
                ),
                request="PUT /things/a%2Fb?fields=a,b",
                sent={"name": "N", "tags": None},
                answer={
                    "$schema": "https://example.com/Thing.json",
                    "name": "N",
                    "tags": ["t"],
                    "data": "AP/+",
                    "size": 5,
                },
                read=lambda thing: (thing.name, thing.tags, thing.data, thing.size),
                value=("N", ["t"], "AP/+", 5),
            ),
            "problem": Exchange(
                call=lambda c, _: c.things.put_thing("a", name="", tags=None),
                request="PUT /things/a",
                sent={"name": "", "tags": None},
                status=422,
                answer={
                    "title": "Unprocessable Entity",
                    "status": 422,
                    "detail": "validation failed",
                    "errors": [{"message": "expected length >= 1", "location": "body.name", "value": ""}],
                },
                headers={"content-type": "application/problem+json"},
                value=lambda m: Failure(
                    "UnprocessableEntityError",
                    "validation failed",
                    m.ErrorModel(
                        title="Unprocessable Entity",
                        status=422,
                        detail="validation failed",
                        errors=[m.ErrorDetail(message="expected length >= 1", location="body.name", value="")],
                    ),
                    ("body.name: expected length >= 1",),
                ),
            ),
        },
    ),
}
CASES = [(emitter, name) for emitter, (_, exchanges) in TABLES.items() for name in exchanges]


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Package]]:
    with ExitStack() as stack:

        @cache
        def package_of(emitter: str) -> Package:
            return stack.enter_context(built(TABLES[emitter][0], tmp_path_factory.mktemp("emitter")))

        yield package_of


def perform(package: Package, exchange: Exchange, *, use_async: bool, **options: Any) -> Any:
    """Make the call; what it gives, or its failure as `Failure`."""
    package.requests.clear()
    client = (package.async_client if use_async else package.client)(exchange.response, **options)

    async def awaited() -> Any:
        return await exchange.call(client, package.models)

    try:
        return asyncio.run(awaited()) if use_async else exchange.call(client, package.models)
    except package.load("errors").StatusError as error:
        return Failure.of(error)


@pytest.mark.parametrize("use_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize(("emitter", "name"), CASES)
def test_request_and_value(packages: Callable[[str], Package], emitter: str, name: str, use_async: bool) -> None:
    package, exchange = packages(emitter), TABLES[emitter][1][name]
    drifts: list[Any] = []
    result = perform(package, exchange, use_async=use_async, on_drift=drifts.append)
    url = package.sent.url
    assert f"{package.sent.method} {url.raw_path.decode()}" == exchange.request
    assert exchange.sent_as(package.sent.content) == exchange.sent
    value = result if isinstance(result, Failure) else exchange.read(result)
    expected = exchange.value(package.models) if callable(exchange.value) else exchange.value
    assert exact(value) == exact(expected)
    assert tuple(drift.location for drift in drifts) == exchange.drift


@pytest.mark.parametrize(("emitter", "name"), CASES)
def test_a_strict_client_agrees_or_refuses(packages: Callable[[str], Package], emitter: str, name: str) -> None:
    package, exchange = packages(emitter), TABLES[emitter][1][name]
    if not exchange.drift:
        perform(package, exchange, use_async=False, strict=True)
        return
    with pytest.raises(package.load("errors").DecodeError):
        perform(package, exchange, use_async=False, strict=True)

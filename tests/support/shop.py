"""A small shop with documented error codes, in words no vendor uses; and its server behind a socket."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Unpack

import httpx

from channelsmith.sandbox import Options, Running, run

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

KEY = {"Authorization": "Bearer sandbox-key"}
CODES = """code,name,message
1,INTERNAL_ERROR,It broke.
2,MALFORMED_ACCESS_TOKEN,That is no token.
3,EXPIRED_ACCESS_TOKEN,That token is too old.
4,INVALID_ACCESS_TOKEN,Nobody has that token.
5,ORDER_NOT_FOUND,There is no such order.
6,INVALID_LINE_ITEM_QUANTITY,At least one has to be ordered.
7,LINE_ITEM_REQUIRED,Something has to be ordered.
8,INVALID_START_DATE,That is no date to start at.
9,PATH_DOES_NOT_EXIST,There is no such path.
10,TOO_MANY_REQUESTS,Slowly.
11,INSUFFICIENT_OWNER_PERMISSIONS,Only the owner may.
12,DUPLICATE_ORDER_NUMBER,That number is taken.
13,REQUEST_KEY_IS_REQUIRED,Say which request this is.
14,INVALID_QUERY_PARAMETERS,The parameters do not go together.
15,SHOP_NOT_FOUND,There is no such shop.
16,INVALID_ORDER_NUMBER,
"""
DOCUMENT = """
openapi: 3.1.0
info: {title: Shop, version: "3"}
servers: [{url: "https://shop.example/api"}]
security: [{token: []}]
x-error-codes: {table: codes.csv, codes: "/errors/*/code", messages: "/errors/*/text"}
paths:
  /orders:
    get:
      operationId: listOrders
      summary: The orders
      tags: [Orders]
      x-codes: {"400": [8]}
      parameters:
        - {name: startDate, in: query, schema: {type: string, format: date}, example: "2026-01-01"}
        - {name: size, in: query, schema: {type: integer}}
        - {name: tags, in: query, schema: {type: array, items: {type: string}}, example: [a, b]}
      responses:
        "200":
          description: All
          content:
            application/json:
              schema: {type: array, items: {$ref: "#/components/schemas/Order"}}
              examples:
                some: {value: [{id: "1", number: "A-1"}]}
                none: {value: []}
        "400": {$ref: "#/components/responses/Refused"}
        "401": {$ref: "#/components/responses/Refused"}
        "429": {$ref: "#/components/responses/Refused"}
        5XX: {$ref: "#/components/responses/Refused"}
    post:
      operationId: createOrder
      summary: Order something
      tags: [Orders]
      x-codes: {"400": [6, 7, 12, 13, 16], "403": [11]}
      parameters:
        - {name: X-Request-Key, in: header, required: true, schema: {type: string}}
      requestBody:
        required: true
        content:
          application/json:
            schema:
              type: object
              required: [lineItems]
              properties:
                number: {type: string}
                lineItems:
                  type: array
                  minItems: 1
                  items: {type: object, properties: {quantity: {type: integer, minimum: 1}}}
              example: {number: A-2, lineItems: [{quantity: 1}]}
      responses:
        "201":
          description: Ordered
          content: {application/json: {schema: {$ref: "#/components/schemas/Order"}, example: {id: "2", number: A-2}}}
        4XX: {$ref: "#/components/responses/Refused"}
  /orders/{orderId}:
    parameters: [{name: orderId, in: path, required: true, schema: {type: string}, example: "1"}]
    get:
      operationId: getOrder
      summary: One order
      tags: [Orders]
      x-codes: {"404": [5, 15]}
      responses:
        "200":
          description: It
          content:
            application/json: {schema: {$ref: "#/components/schemas/Order"}, example: {id: "1", number: A-1}}
            text/csv: {example: "id,number"}
        "404": {$ref: "#/components/responses/Refused"}
    delete:
      operationId: deleteOrder
      responses: {"204": {description: Gone}}
  /limited:
    get:
      operationId: limited
      x-rate-limit: {requests: 1, per: 60, scope: operation, headers: {retryAfter: Wait-For}}
      responses:
        "200": {description: Fine}
        "429":
          description: Slowly
          headers: {Wait-For: {schema: {type: integer}}}
          content: {application/json: {schema: {$ref: "#/components/schemas/Failure"}}}
components:
  securitySchemes:
    token: {type: http, scheme: bearer}
  responses:
    Refused:
      description: Refused
      content: {application/json: {schema: {$ref: "#/components/schemas/Failure"}, example: {errors: []}}}
  schemas:
    Order:
      type: object
      required: [id]
      properties: {id: {type: string}, number: {type: string}, lineItems: {type: array}}
    Failure:
      type: object
      required: [errors]
      properties:
        errors:
          type: array
          items:
            type: object
            required: [code, text]
            properties: {code: {type: integer}, text: {type: string}}
"""


def written(folder: Path) -> Path:
    """The document in a folder, with its table."""
    (folder / "codes.csv").write_text(CODES, encoding="utf-8")
    (folder / "openapi.yaml").write_text(DOCUMENT, encoding="utf-8")
    return folder / "openapi.yaml"


@contextmanager
def served(folder: Path, **options: Unpack[Options]) -> Generator[tuple[httpx.Client, Running]]:
    """The shop behind a socket, and a client that has its key."""
    with run(written(folder), **options) as running, httpx.Client(base_url=running.url, headers=KEY) as client:
        yield client, running


def codes(response: httpx.Response) -> list[int]:
    """The error codes of a body."""
    return [one["code"] for one in response.json()["errors"]]

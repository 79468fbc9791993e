"""What only one side sets is not asked of the other: readOnly where it is sent, writeOnly where it is received."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from support.packages import Package

SHOP = """
    openapi: 3.1.0
    info: {title: Shop, version: "1"}
    paths:
      /users:
        post:
          operationId: createUser
          tags: [users]
          requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Both"}}}}
          responses:
            "201": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Both"}}}}
        get:
          operationId: getUser
          tags: [users]
          responses:
            "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Received"}}}}
    components:
      schemas:
        Both: {allOf: [{$ref: "#/components/schemas/User"}]}
        Received:
          type: object
          required: [id, part]
          properties: {id: {type: string, readOnly: true}, part: {$ref: "#/components/schemas/Part"}}
        Part:
          type: object
          required: [pin, kind]
          properties: {pin: {type: string, writeOnly: true}, kind: {type: string}}
        User:
          type: object
          required: [id, name, password]
          properties:
            id: {type: string, readOnly: true}
            name: {type: string}
            password: {type: string, writeOnly: true}
"""


def required(package: Package, model: str) -> dict[str, bool]:
    fields: dict[str, Any] = getattr(package.models, model).model_fields
    return {name: field.is_required() for name, field in fields.items()}


@pytest.mark.parametrize(
    ("model", "expected"),
    [
        ("User", {"id": False, "name": True, "password": False}),
        ("Received", {"id": True, "part": True}),  # never sent, so the server's promise of an id holds
        ("Part", {"pin": False, "kind": True}),
    ],
)
def test_a_member_is_required_only_on_the_way_it_goes(
    build: Callable[[str], Package], model: str, expected: dict[str, bool]
) -> None:
    assert required(build(SHOP), model) == expected


def test_a_user_is_created_without_an_id_and_received_without_a_password(build: Callable[[str], Package]) -> None:
    client = build(SHOP).client(httpx.Response(201, json={"id": "u1", "name": "Ines"}), strict=True)
    assert client.users.create_user(name="Ines", password="secret").id == "u1"  # noqa: S106 -- no secret

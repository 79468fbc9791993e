"""A declared idempotency key: required on the wire, but not of the caller."""

from collections.abc import Callable
from uuid import UUID

import httpx

from support.packages import Package

SHOP = """
    openapi: 3.1.0
    info: {title: Shop, version: "1"}
    security: [{token: []}]
    paths:
      /orders:
        post:
          operationId: createOrder
          tags: [orders]
          x-idempotency-key: {header: X-Once}
          parameters:
            - {name: x-once, in: header, required: true, x-argument: idempotency_key, schema: {type: string}}
          responses: {"204": {description: done}}
    components:
      securitySchemes:
        token: {type: http, scheme: bearer}
        oldKey: {type: apiKey, in: header, name: X-Key}
"""


def test_a_key_that_is_not_given_is_made_up_and_a_given_one_is_sent(build: Callable[[str], Package]) -> None:
    shop = build(SHOP)
    client = shop.client(httpx.Response(204), token="canary-3")  # noqa: S106 -- no secret
    client.orders.create_order()
    client.orders.create_order(idempotency_key="mine")
    made_up, given = (request.headers.get_list("X-Once") for request in shop.requests)
    assert (UUID(*made_up).version, given) == (4, ["mine"])


def test_the_readme_shows_the_secret_of_the_first_way_of_authentication_only(build: Callable[[str], Package]) -> None:
    readme = (build(SHOP).folder / "README.md").read_text("utf-8")
    (shown,) = [line for line in readme.splitlines() if line.startswith("with ")]
    assert shown.partition("(")[2] == 'token="my-token", base_url="https://api.example.com") as client:'

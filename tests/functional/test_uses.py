"""One path and method with several documented uses gives one well-named, well-typed method for each."""

from collections.abc import Callable

import httpx
import pytest

from support.packages import Package

SHOP = """
    openapi: 3.1.0
    info: {title: Shop, version: "1"}
    paths:
      /orders:
        get:
          operationId: queryOrders
          tags: [orders]
          summary: Query orders
          parameters:
            - {name: channelId, in: query, schema: {type: string}}
            - {name: businessId, in: query, schema: {type: string}}
            - {name: size, in: query, schema: {type: integer}}
          x-uses:
            - operationId: listByChannel
              x-method: list
              summary: Those of a channel
              requires: [channelId]
              omits: [businessId]
            - operationId: findByBusiness
              x-method: find
              x-resource: orders.businesses
              summary: The one of a business
              requires: [businessId]
              omits: [channelId, size]
              returns: {$ref: "#/components/schemas/Order"}
          responses:
            "200":
              description: ok
              content: {application/json: {schema: {$ref: "#/components/schemas/Page"}}}
            "404": {description: none}
    components:
      schemas:
        Order: {type: object, properties: {id: {type: string}}}
        Page: {type: object, properties: {orders: {type: array, items: {$ref: "#/components/schemas/Order"}}}}
"""


def test_each_use_has_its_own_parameters_and_answer(build: Callable[[str], Package]) -> None:
    shop = build(SHOP)
    page = shop.client(httpx.Response(200, json={"orders": [{"id": "o1"}]})).orders.list(channel_id="c", size=5)
    assert (type(page).__name__, page.orders[0].id, shop.sent.url.query) == ("Page", "o1", b"channelId=c&size=5")
    shop.requests.clear()
    order = shop.client(httpx.Response(200, json={"id": "o2"})).orders.businesses.find(business_id="b")
    assert (type(order).__name__, order.id, shop.sent.url.query) == ("Order", "o2", b"businessId=b")


def test_a_use_does_not_take_what_belongs_to_another(build: Callable[[str], Package]) -> None:
    orders = build(SHOP).client().orders
    with pytest.raises(TypeError, match="channel_id"):
        orders.list()
    with pytest.raises(TypeError, match="business_id"):
        orders.list(channel_id="c", business_id="b")

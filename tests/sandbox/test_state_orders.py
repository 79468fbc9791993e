"""Orders: create, replace and patch are three things, and lists are chosen by everything they can be."""

from __future__ import annotations

from typing import Any

import pytest

from support.sandboxes import CHANNELAPE, Sandbox, start

BUSINESS, CHANNEL = "7c9e6679-7425-40de-944b-e07fc1f90ae7", "3b8d1f47-c6a2-4e90-8f15-6a7e2d9c0b54"


@pytest.fixture
def sandbox() -> Sandbox:
    return start(CHANNELAPE, headers={"Authorization": "Bearer sandbox-key"}, time_scale=0.001, items=0)


def call(sandbox: Sandbox, method: str, url: str, **kwargs: Any) -> Any:
    sandbox.clock.now += 1
    return sandbox.send(method, f"/v1/orders{url}", **kwargs)


def create(sandbox: Sandbox, number: str, **more: Any) -> Any:
    body = {
        "channelId": CHANNEL,
        "channelOrderId": number,
        "status": "OPEN",
        "alphabeticCurrencyCode": "EUR",
        "purchasedAt": "2030-01-01T10:00:00.000Z",
        "lineItems": [{"id": "1", "sku": "LAMP-BLK-01", "quantity": 2}],
        **more,
    }
    return call(sandbox, "POST", "", json=body)


def listed(sandbox: Sandbox, **query: Any) -> list[str]:
    orders = call(sandbox, "GET", "", params={"size": 250, **query}).json()["orders"]
    return [each["channelOrderId"] for each in orders]


def codes(response: Any) -> tuple[int, list[int]]:
    return response.status_code, [each["code"] for each in response.json()["errors"]]


def test_an_order_belongs_to_the_business_of_its_channel(sandbox: Sandbox) -> None:
    response = create(sandbox, "T-1")
    order = response.json()
    assert (response.status_code, order["businessId"], order["fulfillments"], order["errors"]) == (
        202,
        BUSINESS,
        [],
        [],
    )
    assert call(sandbox, "GET", f"/{order['id']}").json() == order


@pytest.mark.parametrize(
    ("more", "refusal"),
    [
        ({"channelId": "nowhere"}, (400, [213])),
        ({"lineItems": [{"id": "1", "quantity": 1}, {"id": "1", "quantity": 1}]}, (400, [170])),
    ],
)
def test_an_order_that_can_not_be_is_refused_with_its_code(
    sandbox: Sandbox, more: dict[str, Any], refusal: tuple[int, list[int]]
) -> None:
    assert codes(create(sandbox, "T-1", **more)) == refusal


def test_the_reason_of_an_error_is_its_documented_message(sandbox: Sandbox) -> None:
    response = create(sandbox, "T-1", lineItems=[{"id": "1", "quantity": 1}, {"id": "1", "quantity": 1}])
    message = "Duplicate line item ID found for order. All line items must have unique ID."
    assert (response.headers["x-sandbox-reason"], response.json()["errors"][0]["message"]) == (message, message)


def test_an_order_of_the_channel_stands_once(sandbox: Sandbox) -> None:
    create(sandbox, "T-1")
    assert codes(create(sandbox, "T-1")) == (400, [168])


def test_a_replacement_erases_what_it_leaves_out_and_a_patch_keeps_it(sandbox: Sandbox) -> None:
    sent = {"totalPrice": "10.00", "customer": {"name": "Ines Aalto", "email": "ines@shop.example"}}
    order = create(sandbox, "T-1", **sent).json()
    patch = {"status": "HOLD", "customer": {"name": "I. Aalto"}}
    patched = call(sandbox, "PATCH", f"/{order['id']}", json=patch).json()
    whole = {"status": "CLOSED", "alphabeticCurrencyCode": "EUR", "channelOrderId": "T-2"}
    replaced = call(sandbox, "PUT", f"/{order['id']}", json=whole).json()
    assert (patched["status"], patched["totalPrice"]) == ("HOLD", "10.00")
    assert patched["customer"] == {"name": "I. Aalto", "email": "ines@shop.example"}
    assert {"totalPrice", "customer"} & replaced.keys() == set()
    assert (replaced["channelOrderId"], replaced["createdAt"], replaced["lineItems"]) == (
        "T-1",
        order["createdAt"],
        order["lineItems"],
    )
    assert replaced["updatedAt"] > patched["updatedAt"] > order["updatedAt"]


@pytest.mark.parametrize("method", ["PUT", "PATCH"])
@pytest.mark.parametrize(
    ("lines", "refusal"),
    [
        ([{"id": "1", "sku": "LAMP-BLK-01", "quantity": 1}], (400, [260])),
        ([{"id": "2", "sku": "MUG-1", "quantity": 1}], (400, [261])),
        ([{"id": "1", "sku": "MUG-1", "quantity": 2}], (400, [262])),
    ],
)
def test_the_lines_of_an_order_stay_and_only_grow(
    sandbox: Sandbox, method: str, lines: list[dict[str, Any]], refusal: tuple[int, list[int]]
) -> None:
    order = create(sandbox, "T-1").json()
    body = {"status": "OPEN", "alphabeticCurrencyCode": "EUR", "lineItems": lines}
    assert codes(call(sandbox, method, f"/{order['id']}", json=body)) == refusal


def test_lines_are_replaced_as_a_whole(sandbox: Sandbox) -> None:
    order = create(sandbox, "T-1").json()
    lines = [{"id": "1", "quantity": 3}, {"id": "2", "sku": "MUG-1", "quantity": 1}]
    assert call(sandbox, "PATCH", f"/{order['id']}", json={"lineItems": lines}).json()["lineItems"] == lines


def test_a_deleted_order_is_unknown(sandbox: Sandbox) -> None:
    order = create(sandbox, "T-1").json()
    assert call(sandbox, "DELETE", f"/{order['id']}").status_code == 202
    assert codes(call(sandbox, "GET", f"/{order['id']}")) == (404, [174])


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"channelId": CHANNEL, "startDate": "2030-01-01T00:00:00Z"}, ["T-1", "T-2"]),
        ({"businessId": BUSINESS, "channelOrderId": "T-2"}, ["T-2"]),
        ({"businessId": BUSINESS, "purchaseOrderNumber": "PO-X"}, ["T-1"]),
        ({"channelId": CHANNEL, "status": ["HOLD", "CANCELED"], "startDate": "2030-01-01T00:00:00Z"}, ["T-2"]),
        ({"channelId": CHANNEL, "startDate": "2030-01-02T00:00:00Z"}, ["T-2"]),
        ({"channelId": CHANNEL, "startDate": "2030-01-01T00:00:00Z", "endDate": "2030-01-01T11:00:00+01:00"}, ["T-1"]),
        ({"channelId": CHANNEL, "updatedAtStartDate": "2026-03-01T12:00:02Z", "status": "HOLD"}, ["T-2"]),
        ({"channelId": CHANNEL, "updatedAtEndDate": "2026-03-01T12:00:01Z", "purchaseOrderNumber": "PO-X"}, ["T-1"]),
    ],
)
def test_orders_are_chosen_by_what_they_are(sandbox: Sandbox, query: dict[str, Any], found: list[str]) -> None:
    create(sandbox, "T-1", purchaseOrderNumber="PO-X")
    create(sandbox, "T-2", status="HOLD", purchasedAt="2030-01-02T10:00:00.000Z")
    assert listed(sandbox, **query) == found


def test_pages_end_and_lead_through_everything_once() -> None:
    sandbox = start(CHANNELAPE, headers={"Authorization": "Bearer sandbox-key"}, time_scale=0.001)
    query: dict[str, Any] = {"businessId": BUSINESS, "size": 50}
    seen: list[str] = []
    for _ in range(20):
        body = call(sandbox, "GET", "", params=query).json()
        seen += [each["id"] for each in body["orders"]]
        if body["pagination"]["lastPage"]:
            break
        query["lastKey"] = body["pagination"]["lastKey"]
    whole = call(sandbox, "GET", "", params={"businessId": BUSINESS, "count": "true"}).json()["pagination"]
    assert len(seen) == len(set(seen)) == whole["totalItems"] > 50


def test_the_total_is_told_when_it_is_asked_for(sandbox: Sandbox) -> None:
    pages = [
        call(sandbox, "GET", "", params={"businessId": BUSINESS, **more}).json()["pagination"]
        for more in ({}, {"count": "true"})
    ]
    assert ["totalItems" in page for page in pages] == [False, True]


def test_the_next_page_has_the_parameters_in_the_order_of_the_document(sandbox: Sandbox) -> None:
    create(sandbox, "T-1")
    create(sandbox, "T-2")
    page = call(sandbox, "GET", "", params={"size": 1, "businessId": BUSINESS}).json()["pagination"]
    assert page["nextPageHref"] == f"v1/orders?businessId={BUSINESS}&size=1&lastKey={page['lastKey']}"


def test_a_made_up_cursor_is_refused(sandbox: Sandbox) -> None:
    assert call(sandbox, "GET", "", params={"businessId": BUSINESS, "lastKey": "nowhere"}).status_code == 400


def test_an_order_deleted_between_two_pages_does_not_confuse_them(sandbox: Sandbox) -> None:
    query = {"businessId": BUSINESS, "size": 2}
    first = call(sandbox, "GET", "", params=query).json()
    rest = call(sandbox, "GET", "", params={**query, "lastKey": first["pagination"]["lastKey"]}).json()
    call(sandbox, "DELETE", f"/{first['orders'][1]['id']}")
    again = call(sandbox, "GET", "", params={**query, "lastKey": first["pagination"]["lastKey"]}).json()
    assert again["orders"] == rest["orders"]


FULFILLMENT = {"id": "F-1", "status": "SUCCESS", "locationId": "87", "lineItems": [{"id": "1", "quantity": 1}]}
WHOLE = {"status": "OPEN", "alphabeticCurrencyCode": "EUR"}


def test_a_replacement_erases_lists_that_it_leaves_out(sandbox: Sandbox) -> None:
    order = create(sandbox, "T-1", fulfillments=[FULFILLMENT], additionalFields=[{"name": "a"}]).json()
    patched = call(sandbox, "PATCH", f"/{order['id']}", json={"status": "HOLD"}).json()
    replaced = call(sandbox, "PUT", f"/{order['id']}", json=WHOLE).json()
    assert patched["fulfillments"] == order["fulfillments"] != []
    assert (replaced["fulfillments"], "additionalFields" in replaced) == ([], False)
    assert call(sandbox, "GET", f"/{order['id']}").json()["fulfillments"] == []


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"fulfillments": [{**FULFILLMENT, "lineItems": [{"id": "2", "quantity": 1}]}]}, (400, [214])),
        ({"refunds": [{"lineItems": [{"id": "2", "quantity": 1}]}]}, (400, [214])),
        ({"fulfillments": [{**FULFILLMENT, "locationId": "5"}]}, (400, [263])),
        ({"refunds": [{}]}, (400, [283])),
    ],
)
def test_fulfillments_and_refunds_are_of_lines_of_the_order(
    sandbox: Sandbox, change: dict[str, Any], refusal: tuple[int, list[int]]
) -> None:
    order = create(sandbox, "T-1").json()
    assert codes(create(sandbox, "T-2", **change)) == refusal
    assert codes(call(sandbox, "PATCH", f"/{order['id']}", json=change)) == refusal
    assert codes(call(sandbox, "PUT", f"/{order['id']}", json={**WHOLE, **change})) == refusal
    assert call(sandbox, "PATCH", f"/{order['id']}", json={"fulfillments": [FULFILLMENT]}).status_code == 202


EARLY, LATE = "2026-02-01T00:00:00Z", "2026-02-02T00:00:00Z"


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ({}, 175),
        ({"channelId": CHANNEL, "startDate": "soon"}, 131),
        ({"channelId": CHANNEL, "endDate": "soon"}, 132),
        ({"channelId": CHANNEL, "startDate": LATE, "endDate": EARLY}, 132),
        ({"channelId": CHANNEL, "updatedAtStartDate": "soon"}, 266),
        ({"channelId": CHANNEL, "startDate": LATE, "updatedAtStartDate": EARLY}, 266),
        ({"channelId": CHANNEL, "updatedAtEndDate": "soon"}, 267),
        ({"channelId": CHANNEL, "startDate": LATE, "updatedAtEndDate": EARLY}, 267),
        ({"channelId": CHANNEL, "updatedAtStartDate": LATE, "updatedAtEndDate": EARLY}, 267),
    ],
)
def test_a_query_that_can_not_be_answered_is_refused_with_its_code(
    sandbox: Sandbox, query: dict[str, str], code: int
) -> None:
    assert codes(call(sandbox, "GET", "", params=query)) == (400, [code])


@pytest.mark.parametrize("url", ["/v1/orders/summary", "/v1/actions"])
def test_no_period_ends_before_it_starts(sandbox: Sandbox, url: str) -> None:
    query = {"businessId": BUSINESS, "startDate": LATE, "endDate": EARLY}
    assert codes(sandbox.get(url, params=query)) == (400, [132])


def summary(sandbox: Sandbox, **query: str) -> Any:
    return call(sandbox, "GET", "/summary", params={"businessId": BUSINESS, **query}).json()


def test_the_summary_is_about_the_last_week_or_the_period_that_is_asked_for(sandbox: Sandbox) -> None:
    before = summary(sandbox)
    lines = [{"id": "1", "quantity": 2, "price": "50.25"}, {"id": "2", "quantity": 1, "price": "5"}]
    for number, day, status in ((1, "02-10", "OPEN"), (2, "02-11", "CANCELED"), (3, "02-27", "CLOSED")):
        more = {"status": status, "lineItems": lines, "purchasedAt": f"2026-{day}T10:00:00.000Z"}
        create(sandbox, f"T-{number}", totalPrice="100.50", **more)
    week = summary(sandbox)
    period = summary(sandbox, startDate="2026-02-10T00:00:00Z", endDate="2026-02-12T00:00:00Z")
    assert (week["earliestCreationTime"], week["latestCreationTime"]) == (
        "2026-02-22T12:00:05.000Z",
        "2026-03-01T12:00:05.000Z",
    )
    counts = [week[name] - before[name] for name in ("totalOrders", "closedOrders", "openOrders")]
    assert (counts, float(week["totalRevenue"]) - float(before["totalRevenue"])) == ([1, 1, 0], 100.50)
    assert (period["earliestCreationTime"], period["totalOrders"]) == ("2026-02-10T00:00:00Z", 2)
    assert (period["openOrders"], period["canceledOrders"], period["totalRevenue"]) == (1, 1, "100.50")
    assert period["channels"] == [{"channelId": CHANNEL, "totalOrders": 2, "totalRevenue": "100.50"}]
    assert [(each["id"], each["totalRevenue"]) for each in period["topSellingLineItems"]] == [
        ("1", "100.50"),
        ("2", "5.00"),
    ]
    assert period["alphabeticCurrencyCode"] == "EUR"


def test_orders_that_stay_open_for_a_week_are_aging(sandbox: Sandbox) -> None:
    orders = [create(sandbox, "T-1").json(), create(sandbox, "T-2", status="CLOSED").json()]
    sandbox.clock.now += 7 * 24 * 3600
    aging = [order["id"] for order in summary(sandbox)["agingOrders"]]
    assert [order["id"] in aging for order in orders] == [True, False]


def test_there_are_orders_of_yesterday() -> None:
    sandbox = start(CHANNELAPE, headers={"Authorization": "Bearer sandbox-key"}, time_scale=0.001)
    query = {"startDate": "2026-02-28T00:00:00Z", "endDate": "2026-02-28T23:59:59Z", "channelId": CHANNEL}
    orders = call(sandbox, "GET", "", params={**query, "size": "250"}).json()["orders"]
    assert len(orders) > 5
    assert all(order["purchasedAt"] <= order["createdAt"] <= order["updatedAt"] < "2026-03-01T12" for order in orders)


def test_an_activity_has_at_most_twenty_messages(sandbox: Sandbox) -> None:
    order = create(sandbox, "T-1").json()
    message = {"title": "a", "description": "b"}
    body = {"operation": "UPDATE", "result": "WARNING", "orderId": order["id"], "messages": [message] * 21}
    assert codes(call(sandbox, "POST", "/activities", json=body)) == (400, [221])
    assert call(sandbox, "POST", "/activities", json={**body, "messages": [message] * 20}).status_code == 202


@pytest.mark.parametrize(("outcome", "status"), [(("UPDATE", "WARNING"), 404), (("CREATE", "ERROR"), 202)])
def test_an_activity_may_tell_why_there_is_no_order(sandbox: Sandbox, outcome: tuple[str, str], status: int) -> None:
    body = {"operation": outcome[0], "result": outcome[1], "channelId": CHANNEL, "channelOrderId": "T-9"}
    assert call(sandbox, "POST", "/activities", json=body).status_code == status


@pytest.mark.parametrize(("place", "code"), [({"orderId": "x"}, 174), ({"channelId": "x", "channelOrderId": "y"}, 70)])
def test_an_activity_is_about_something_that_exists(sandbox: Sandbox, place: dict[str, str], code: int) -> None:
    body = {"operation": "UPDATE", "result": "WARNING", **place}
    assert codes(call(sandbox, "POST", "/activities", json=body)) == (404, [code])


def test_every_generated_order_can_be_written_back_as_a_client_reads_it() -> None:
    sandbox = start(CHANNELAPE, headers={"Authorization": "Bearer sandbox-key"}, time_scale=0.001)
    orders = sandbox.get("/_sandbox/state/orders?limit=200").json()["items"]
    assert len({order["businessId"] for order in orders}) > 1
    for order in orders:
        for line in order["lineItems"]:
            line.setdefault("grams", None)  # the vendor's SDK sends null for a number that is not there
        answer = call(sandbox, "PUT", f"/{order['id']}", json=order)
        assert answer.status_code == 202, answer.headers["x-sandbox-reason"]

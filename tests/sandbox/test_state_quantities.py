"""Quantities, idempotency keys and batches: what a stand-in of an inventory API has to get right."""

from __future__ import annotations

from typing import Any

import pytest

from support.sandboxes import CHANNELAPE, Sandbox, start

BUSINESS = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
KEY = "X-Channel-Ape-Idempotent-Key"


@pytest.fixture
def sandbox() -> Sandbox:
    return start(CHANNELAPE, headers={"Authorization": "Bearer sandbox-key"}, time_scale=0.001, items=0)


def change(sandbox: Sandbox, url: str, key: str, **body: Any) -> Any:
    sandbox.clock.now += 1
    return sandbox.post(f"/v1/inventories{url}", headers={KEY: key}, json={"locationId": "87", **body})


def quantities(sandbox: Sandbox, item: str = "10233") -> dict[tuple[str, str], int]:
    sandbox.clock.now += 1
    listed = sandbox.get(f"/v1/inventories/{item}/quantities").json()["quantities"]
    return {(each["locationId"], each["inventoryStatus"]): each["quantity"] for each in listed}


def find(sandbox: Sandbox, sku: str) -> list[dict[str, Any]]:
    sandbox.clock.now += 1
    found: list[dict[str, Any]] = sandbox.get("/v1/inventories", params={"businessId": BUSINESS, "sku": sku}).json()[
        "inventoryItems"
    ]
    return found


def codes(response: Any) -> tuple[int, list[int]]:
    return response.status_code, [each["code"] for each in response.json()["errors"]]


# ---------------------------------------------------------------- by id


def test_an_adjustment_adds_and_a_set_overwrites(sandbox: Sandbox) -> None:
    before = quantities(sandbox)["87", "AVAILABLE_TO_SELL"]
    added = change(sandbox, "/10233/quantities/adjusts", "a", inventoryStatus="AVAILABLE_TO_SELL", quantity="-2").json()
    written = change(sandbox, "/10233/quantities/sets", "b", inventoryStatus="AVAILABLE_TO_SELL", quantity=7).json()
    assert (before, added["adjustment"], added["quantity"]) == (42, -2, 40)
    assert (written["adjustment"], written["quantity"]) == (-33, 7)
    assert quantities(sandbox)["87", "AVAILABLE_TO_SELL"] == 7


def test_an_adjustment_tells_where_what_and_when(sandbox: Sandbox) -> None:
    answer = change(sandbox, "/10233/quantities/adjusts", "a", inventoryStatus="ON_HAND", quantity=5, locationId=87)
    assert answer.status_code == 201
    assert answer.json() == {
        "inventoryItemId": "10233",
        "locationId": "87",
        "inventoryStatus": "ON_HAND",
        "adjustment": 5,
        "quantity": 5,
        "staged": False,
        "effectiveAt": "2026-03-01T12:00:01.000Z",
        "createdAt": "2026-03-01T12:00:01.000Z",
        "updatedAt": "2026-03-01T12:00:01.000Z",
        "apiAccountId": "311",
    }


@pytest.mark.parametrize(
    ("url", "body", "refusal"),
    [
        ("/99999/quantities/adjusts", {"inventoryStatus": "ON_HAND", "quantity": 1}, (404, [36])),
        ("/10233/quantities/adjusts", {"inventoryStatus": "ON_HAND", "quantity": 1, "locationId": "5"}, (400, [254])),
        ("/10233/quantities/sets", {"inventoryStatus": "COMMITTED", "quantity": -1}, (400, [265])),
        ("/10233/quantities/sets", {"inventoryStatus": "ON_ORDER", "quantity": -1}, (400, [291])),
        ("/10233/quantities/sets", {"inventoryStatus": "RESERVE", "quantity": -1}, (400, [292])),
    ],
)
def test_an_adjustment_that_can_not_be_is_refused_with_its_code(
    sandbox: Sandbox, url: str, body: dict[str, Any], refusal: tuple[int, list[int]]
) -> None:
    assert codes(change(sandbox, url, "a", **body)) == refusal


def test_what_was_refused_has_changed_nothing_and_its_key_can_be_used_again(sandbox: Sandbox) -> None:
    change(sandbox, "/10233/quantities/sets", "a", inventoryStatus="COMMITTED", quantity=-1)
    assert ("87", "COMMITTED") not in quantities(sandbox)
    assert change(sandbox, "/10233/quantities/sets", "a", inventoryStatus="COMMITTED", quantity=1).status_code == 201


def test_an_adjustment_of_the_future_is_staged_until_then(sandbox: Sandbox) -> None:
    body = {"inventoryStatus": "ON_HAND", "quantity": 5, "effectiveAt": "2026-03-01T13:00:00.000Z"}
    staged = change(sandbox, "/10233/quantities/adjusts", "a", **body).json()["staged"]
    before = quantities(sandbox)
    sandbox.clock.now += 3600
    assert staged is True
    assert ("87", "ON_HAND") not in before
    assert quantities(sandbox)["87", "ON_HAND"] == 5


def test_an_adjustment_is_reverted_when_it_expires(sandbox: Sandbox) -> None:
    sell = {"inventoryStatus": "AVAILABLE_TO_SELL"}
    change(sandbox, "/10233/quantities/adjusts", "a", **sell, quantity=7, expiresAt="2026-03-01T13:00:00.000Z")
    change(sandbox, "/10233/quantities/adjusts", "b", **sell, quantity=1)
    before = quantities(sandbox)["87", "AVAILABLE_TO_SELL"]
    sandbox.clock.now += 3600
    assert (before, quantities(sandbox)["87", "AVAILABLE_TO_SELL"]) == (50, 43)


def test_a_percentage_is_one_of_what_can_be_promised_then(sandbox: Sandbox) -> None:
    sell, times = {"inventoryStatus": "AVAILABLE_TO_SELL"}, {"effectiveAt": "2026-03-01T13:00:00.000Z"}
    change(sandbox, "/10233/quantities/adjusts", "a", inventoryStatus="RESERVE", futureAppliedAtpPercentage=5, **times)
    change(sandbox, "/10233/quantities/sets", "b", **sell, quantity=120)
    change(sandbox, "/10233/quantities/sets", "c", inventoryStatus="COMMITTED", quantity=20)
    sandbox.clock.now += 3600
    assert quantities(sandbox)["87", "RESERVE"] == 5


def test_a_change_reaches_the_locations_made_of_this_one_when_it_is_asked_to(sandbox: Sandbox) -> None:
    body = {"inventoryStatus": "ON_HAND", "quantity": 5}
    change(sandbox, "/10233/quantities/adjusts", "a", **body)
    alone = quantities(sandbox).get(("88", "ON_HAND"), 0)
    change(sandbox, "/10233/quantities/adjusts", "b", **body, aggregateChannelSync=True)
    together = quantities(sandbox)["88", "ON_HAND"]
    change(sandbox, "/10233/quantities/sets", "c", **body, aggregateChannelSync=True)
    assert (alone, together, quantities(sandbox)["88", "ON_HAND"]) == (0, 5, 5)


# ---------------------------------------------------------------- by SKU


def test_an_unknown_sku_is_created(sandbox: Sandbox) -> None:
    before = find(sandbox, "NEW-1")
    answer = change(sandbox, "/quantities/adjusts", "a", sku="NEW-1", inventoryStatus="ON_HAND", quantity=3).json()
    [item] = find(sandbox, "NEW-1")
    assert (before, answer["inventoryItemId"], item["businessId"]) == ([], item["id"], BUSINESS)
    assert quantities(sandbox, item["id"]) == {("87", "ON_HAND"): 3}


def test_a_known_sku_is_the_item_with_that_sku(sandbox: Sandbox) -> None:
    answer = change(sandbox, "/quantities/sets", "a", sku="LAMP-BLK-01", inventoryStatus="ON_HAND", quantity=3).json()
    assert (answer["inventoryItemId"], answer["quantity"]) == ("10233", 3)


# ---------------------------------------------------------------- idempotency


def test_a_key_gets_the_same_answer_again_and_nothing_twice(sandbox: Sandbox) -> None:
    body = {"inventoryStatus": "ON_HAND", "quantity": 5}
    first, second = (change(sandbox, "/10233/quantities/adjusts", "same", **body) for _ in range(2))
    assert (first.status_code, first.content) == (second.status_code, second.content)
    assert quantities(sandbox)["87", "ON_HAND"] == 5


def test_a_missing_key_is_refused_with_its_code(sandbox: Sandbox) -> None:
    body = {"locationId": "87", "inventoryStatus": "ON_HAND", "quantity": 5}
    assert codes(sandbox.post("/v1/inventories/10233/quantities/adjusts", json=body)) == (400, [256])


# ---------------------------------------------------------------- batches


def entry(key: str, **body: Any) -> dict[str, Any]:
    return {"idempotentKey": key, "locationId": "87", "inventoryStatus": "ON_HAND", "operation": "ADJUST", **body}


def send(sandbox: Sandbox, *adjustments: dict[str, Any]) -> dict[str, Any]:
    sandbox.clock.now += 1
    response = sandbox.post("/v1/batches", json={"businessId": BUSINESS, "adjustments": list(adjustments)})
    assert response.status_code == 202
    batch: dict[str, Any] = response.json()
    return batch


def status(sandbox: Sandbox, batch: dict[str, Any]) -> str:
    sandbox.clock.now += 1
    found: str = sandbox.get(f"/v1/batches/{batch['id']}").json()["status"]
    return found


def test_a_batch_is_ready_and_complete_after_the_pending_time() -> None:
    sandbox = start(CHANNELAPE, headers={"Authorization": "Bearer sandbox-key"}, pending_seconds=30, items=0)
    batch = send(sandbox, entry("a", sku="NEW-1", quantity=4))
    states = [batch["status"], status(sandbox, batch)]
    missing = find(sandbox, "NEW-1")
    sandbox.clock.now += 30
    assert [*states, status(sandbox, batch)] == ["READY", "READY", "COMPLETE"]
    assert (missing, len(find(sandbox, "NEW-1"))) == ([], 1)


def test_the_adjustments_of_a_batch_are_applied_in_order_and_a_wrong_one_is_left_out(sandbox: Sandbox) -> None:
    batch = send(
        sandbox,
        entry("a", inventoryItemId="10233", quantity=40, operation="SET"),
        entry("b", inventoryItemId=10233, quantity=-5),
        entry("c", inventoryItemId="99999", quantity=1),
        entry("d", sku="LAMP-BLK-01", quantity=1),
        entry("e", sku="NEW-1", quantity=4, locationId="5"),
    )
    assert status(sandbox, batch) == "COMPLETE"
    assert quantities(sandbox)["87", "ON_HAND"] == 36
    assert find(sandbox, "NEW-1") == []


def test_an_adjustment_sent_in_two_batches_is_applied_once(sandbox: Sandbox) -> None:
    for _ in range(2):
        send(sandbox, entry("a", sku="NEW-1", quantity=4), entry("a", sku="NEW-1", quantity=4))
    [item] = find(sandbox, "NEW-1")
    assert quantities(sandbox, item["id"]) == {("87", "ON_HAND"): 4}


def test_a_batch_of_a_foreign_business_is_refused(sandbox: Sandbox) -> None:
    assert codes(sandbox.post("/v1/batches", json={"businessId": "x", "adjustments": []})) == (403, [17])


def test_a_batch_that_is_too_long_is_refused_as_a_whole(sandbox: Sandbox) -> None:
    many = [entry(f"k{number}", sku="NEW-1", quantity=1) for number in range(4001)]
    response = sandbox.post("/v1/batches", json={"businessId": BUSINESS, "adjustments": many})
    assert (response.status_code, response.json()["errors"]) == (
        400,
        [{"code": 22, "message": "/adjustments has more than 4000 entries"}],
    )
    assert find(sandbox, "NEW-1") == []


def test_a_batch_that_is_too_large_is_refused_as_a_whole(sandbox: Sandbox) -> None:
    many = [entry(f"k{number}", sku="NEW-1", quantity=1, memo="x" * 900) for number in range(1000)]
    response = sandbox.post("/v1/batches", json={"businessId": BUSINESS, "adjustments": many})
    assert response.json()["errors"] == [{"code": 22, "message": "the body has more than 1000000 bytes"}]


def test_an_adjustment_of_a_batch_needs_an_item_and_a_quantity(sandbox: Sandbox) -> None:
    for more, missing in (
        ({"quantity": 1}, "inventoryItemId or sku"),
        ({"sku": "NEW-1"}, "quantity or futureAppliedAtpPercentage"),
    ):
        response = sandbox.post("/v1/batches", json={"businessId": BUSINESS, "adjustments": [entry("a", **more)]})
        sandbox.clock.now += 1
        assert (response.status_code, f"adjustments.0: {missing} is required" in response.text) == (400, True)


def test_an_adjustment_of_a_batch_becomes_effective_and_expires(sandbox: Sandbox) -> None:
    times = {"effectiveTime": "2026-03-01T13:00:00Z", "expirationTime": "2026-03-01T14:00:00Z"}
    batch = send(sandbox, entry("a", inventoryItemId="10233", quantity=3, **times))
    seen: list[int] = []
    assert status(sandbox, batch) == "COMPLETE"
    for _ in range(3):
        seen.append(quantities(sandbox).get(("87", "ON_HAND"), 0))
        sandbox.clock.now += 3600
    assert seen == [0, 3, 0]

"""Businesses and everything that belongs to them: members, accounts, channels, locations, products, actions."""

from __future__ import annotations

from typing import Any

import pytest

from support.sandboxes import CHANNELAPE, Sandbox, start

BUSINESS, CHANNEL = "7c9e6679-7425-40de-944b-e07fc1f90ae7", "3b8d1f47-c6a2-4e90-8f15-6a7e2d9c0b54"
OWNER, COLLEAGUE = "2f1e0d9c-8b7a-4965-8473-62514f3e2d1c", "a1b2c3d4-e5f6-4789-90ab-cdef01234567"
FILTER, MODIFIER = "6f1e9c84-0d57-4b2a-a3e8-5c9b7d2f4016", "84b7d0e3-5f29-4c16-a8d1-0e6c3f9b7a25"
EXPORTS = "02df0b31-a071-4791-b9c2-aa01e4fb0ce6"
ACTION = "5f1a3c2e-8b7d-4e6f-a1c9-2d4b6f8e0a13"


@pytest.fixture
def sandbox() -> Sandbox:
    return start(CHANNELAPE, headers={"Authorization": "Bearer sandbox-key"}, items=0)


def call(sandbox: Sandbox, method: str, url: str, **kwargs: Any) -> Any:
    sandbox.clock.now += 1
    return sandbox.send(method, url, **kwargs)


def codes(response: Any) -> tuple[int, list[int]]:
    return response.status_code, [each["code"] for each in response.json()["errors"]]


# ---------------------------------------------------------------- members and accounts


def test_one_path_lists_businesses_lists_users_and_gets_a_member(sandbox: Sandbox) -> None:
    query: dict[str, dict[str, str]] = {
        "businesses": {"userId": OWNER},
        "users": {"businessId": BUSINESS},
        "owner": {"businessId": BUSINESS, "userId": OWNER},
    }
    found = {name: call(sandbox, "GET", "/v1/businesses", params=each).json() for name, each in query.items()}
    assert [each["id"] for each in found["businesses"]["businesses"]] == [BUSINESS]
    assert [each["id"] for each in found["users"]["users"]] == [OWNER]
    assert found["owner"]["owner"] is True


def test_a_member_is_added_once_and_can_be_removed_unless_it_owns_the_business(sandbox: Sandbox) -> None:
    url = f"/v1/businesses/{BUSINESS}/members"
    added = call(sandbox, "POST", url, json={"username": "joris@havn.example"})
    again = call(sandbox, "POST", url, json={"username": "joris@havn.example"})
    users = call(sandbox, "GET", "/v1/businesses", params={"businessId": BUSINESS}).json()["users"]
    removed = call(sandbox, "DELETE", f"{url}/{COLLEAGUE}")
    assert added.json() == {"businessId": BUSINESS, "userId": COLLEAGUE, "errors": []}
    assert sorted(each["id"] for each in users) == [OWNER, COLLEAGUE]
    assert (codes(again), removed.status_code) == ((400, [20]), 200)
    assert codes(call(sandbox, "DELETE", f"{url}/{COLLEAGUE}")) == (404, [21])
    assert codes(call(sandbox, "DELETE", f"{url}/{OWNER}")) == (400, [23])
    assert codes(call(sandbox, "POST", url, json={"username": "who@havn.example"})) == (404, [8])


def test_a_new_business_belongs_to_whoever_created_it(sandbox: Sandbox) -> None:
    body = {"name": "Nord", "timeZone": "Europe/Oslo", "alphabeticCurrencyCode": "NOK", "inventoryItemKey": "SKU"}
    made = call(sandbox, "POST", "/v1/businesses", json=body).json()
    member = call(sandbox, "GET", "/v1/businesses", params={"businessId": made["id"], "userId": OWNER}).json()
    changed = call(sandbox, "PUT", f"/v1/businesses/{made['id']}", json={"name": "Nord AS", "timeZone": "UTC"}).json()
    assert (made["embeds"], member["owner"]) == ([], True)
    assert changed == {**made, "name": "Nord AS", "timeZone": "UTC"}


def test_the_key_of_an_account_is_shown_when_it_is_made_and_never_again(sandbox: Sandbox) -> None:
    url = f"/v1/businesses/{BUSINESS}/apiaccounts"
    made = call(sandbox, "POST", url, json={"name": "Till"}).json()
    read = call(sandbox, "GET", f"{url}/{made['id']}").json()
    found = call(sandbox, "GET", "/v1/businesses/apiaccounts", params={"apiAccountId": made["id"]}).json()
    assert made.pop("privateKey")
    assert read == found == made
    assert "privateKey" not in call(sandbox, "GET", url).text
    assert codes(call(sandbox, "GET", "/v1/businesses/apiaccounts", params={"apiAccountId": "x"})) == (404, [207])


# ---------------------------------------------------------------- names that are taken, things that are not there


@pytest.mark.parametrize(
    ("url", "body", "refusal"),
    [
        ("/v1/channels", {"businessId": BUSINESS, "integrationId": EXPORTS, "name": "Web shop"}, (400, [88])),
        ("/v1/channels", {"businessId": BUSINESS, "integrationId": "x", "name": "New"}, (400, [40])),
        ("/v1/suppliers", {"businessId": BUSINESS, "integrationId": "x", "name": "New"}, (400, [40])),
        ("/v1/locations", {"businessId": BUSINESS, "name": "Warehouse North"}, (400, [244])),
        ("/v1/locations", {"businessId": "x", "name": "Warehouse North"}, (404, [15])),
        ("/v1/inventories", {"businessId": BUSINESS, "sku": "LAMP-BLK-01"}, (400, [248])),
        ("/v1/inventories", {"businessId": "x", "sku": "LAMP-BLK-01"}, (404, [15])),
        ("/v1/steps", {"name": "Upload orders as CSV"}, (400, [230])),
        ("/v2/plays", {"name": "Confirm orders by e-mail"}, (400, [288])),
        ("/v1/businesses/x/members", {"username": "joris@havn.example"}, (404, [15])),
    ],
)
def test_what_can_not_be_created_is_refused_with_its_code(
    sandbox: Sandbox, url: str, body: dict[str, Any], refusal: tuple[int, list[int]]
) -> None:
    assert codes(call(sandbox, "POST", url, json=body)) == refusal


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("/v1/actions/x", 111),
        ("/v1/businesses/x", 15),
        ("/v1/channels/x", 70),
        ("/v1/integrations/x", 40),
        ("/v1/locations/x", 245),
        ("/v1/locations/x/sla", 245),
        ("/v1/inventories/x", 36),
        ("/v1/inventories/x/quantities", 36),
        ("/v1/orders/x", 174),
        ("/v1/products/filters/x", 64),
        ("/v1/products/modifiers/x", 72),
        (f"/v1/channels/{CHANNEL}/products/blocks/x", 73),
        (f"/v1/channels/{CHANNEL}/products/pushes/99", 77),
        ("/v1/products/x", 24),
        ("/v1/products/x/variants", 24),
        ("/v1/recipes/x", 101),
        ("/v1/schedules/x", 100),
        ("/v1/steps/x", 228),
        ("/v2/plays/x", 287),
        ("/v1/subscriptions/x", 94),
    ],
)
def test_what_is_not_there_is_refused_with_its_code(sandbox: Sandbox, url: str, code: int) -> None:
    assert codes(call(sandbox, "GET", url)) == (404, [code])


def test_the_channels_of_an_unknown_business_are_none(sandbox: Sandbox) -> None:
    assert call(sandbox, "GET", "/v1/channels", params={"businessId": "x"}).json()["channels"] == []


def test_an_unknown_session_is_no_session(sandbox: Sandbox) -> None:
    assert codes(call(sandbox, "GET", "/v1/sessions/x")) == (401, [12])


# ---------------------------------------------------------------- locations


def test_hours_and_closures_belong_to_their_location(sandbox: Sandbox) -> None:
    made = call(sandbox, "POST", "/v1/locations", json={"businessId": BUSINESS, "name": "Warehouse West"}).json()
    url = f"/v1/locations/{made['id']}"
    before = call(sandbox, "GET", f"{url}/sla").json()
    day = {"day": "M", "open": "08:00", "end": "17:00", "fulfillmentCutoffTime": "15:30"}
    hours = call(sandbox, "PUT", f"{url}/sla", json={"fulfillmentSLAHours": "4", "operatingDays": [day]}).json()
    closed = call(sandbox, "PUT", f"{url}/closures", json={"closedDays": ["2027-01-01", "2027-12-25"]}).json()
    assert (before["locationId"], before["operatingDays"]) == (made["id"], [])
    assert hours["operatingDays"][0].items() >= day.items()
    assert hours["operatingDays"][0].keys() - day.keys() == {"id", "createdAt", "updatedAt"}
    assert call(sandbox, "GET", f"{url}/sla").json() == hours
    assert [each["date"] for each in closed["closedDays"]] == ["2027-01-01", "2027-12-25"]
    assert len({each["id"] for each in closed["closedDays"]}) == 2
    assert call(sandbox, "GET", f"{url}/closures").json() == closed
    assert call(sandbox, "GET", "/v1/locations/87/sla").json()["fulfillmentSLAHours"] == "2"


@pytest.mark.parametrize(
    ("parts", "status"),
    [(["87"], 201), (["87", "91"], 201), (["88"], 400), (["87", "88"], 400), (["nowhere"], 400), ([], 201)],
)
def test_a_location_aggregates_locations_that_aggregate_none(sandbox: Sandbox, parts: list[str], status: int) -> None:
    body = {"businessId": BUSINESS, "name": "All", "aggregateLocationIds": parts}
    response = call(sandbox, "POST", "/v1/locations", json=body)
    assert response.status_code == status
    assert status == 201 or codes(response) == (400, [254])


@pytest.mark.parametrize(
    ("location", "parts", "reason"),
    [
        ("91", ["91"], "a location cannot aggregate itself"),
        ("87", ["91"], "location 87 is part of an aggregate"),
        ("88", ["87", "91"], None),
    ],
)
def test_an_aggregate_is_neither_nested_nor_part_of_itself(
    sandbox: Sandbox, location: str, parts: list[str], reason: str | None
) -> None:
    body = {"name": "Changed", "aggregateLocationIds": parts}
    response = call(sandbox, "PUT", f"/v1/locations/{location}", json=body)
    assert (response.status_code, response.headers.get("x-sandbox-reason")) == (400 if reason else 200, reason)


DAY = {"day": "M", "open": "08:00", "end": "17:00", "fulfillmentCutoffTime": "15:30"}


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({"fulfillmentSLAHours": "0"}, "fulfillmentSLAHours has to be greater than 0"),
        ({"operatingDays": [{**DAY, "open": "17:00"}]}, "M: open has to be before end"),
        (
            {"operatingDays": [{**DAY, "fulfillmentCutoffTime": "17:01"}]},
            "M: fulfillmentCutoffTime has to be between open and end",
        ),
        ({"operatingDays": [{**DAY, "open": "early"}]}, "early is not a time such as 08:00"),
    ],
)
def test_hours_that_can_not_be_are_refused(sandbox: Sandbox, body: dict[str, Any], message: str) -> None:
    response = call(sandbox, "PUT", "/v1/locations/87/sla", json=body)
    assert (response.status_code, response.json()["errors"]) == (400, [{"code": 22, "message": message}])


def test_a_weekday_has_hours_once(sandbox: Sandbox) -> None:
    days = [DAY, {**DAY, "open": "09:00"}, {**DAY, "day": "T", "fulfillmentCutoffTime": "17:00"}]
    stored = call(sandbox, "PUT", "/v1/locations/87/sla", json={"operatingDays": days}).json()["operatingDays"]
    assert [(each["day"], each["open"]) for each in stored] == [("M", "08:00"), ("T", "08:00")]


def test_a_day_is_closed_once(sandbox: Sandbox) -> None:
    days = ["2027/01/01", "2027-01-01", "2027-01-01", "2027-12-25"]
    closed = call(sandbox, "PUT", "/v1/locations/87/closures", json={"closedDays": days}).json()["closedDays"]
    assert [each["date"] for each in closed] == ["2027/01/01", "2027-12-25"]


# ---------------------------------------------------------------- channels


def test_a_channel_can_be_read_unless_its_settings_say_otherwise(sandbox: Sandbox) -> None:
    body = {"businessId": BUSINESS, "integrationId": EXPORTS}
    plain = call(sandbox, "POST", "/v1/channels", json={**body, "name": "A"}).json()
    closed = call(sandbox, "POST", "/v1/channels", json={**body, "name": "B", "settings": {"allowRead": False}}).json()
    url = f"/v1/channels/{closed['id']}"
    kept = call(sandbox, "PUT", url, json={"name": "B"}).json()
    opened = call(sandbox, "PUT", url, json={"name": "B", "settings": {"outputFile": {}}}).json()
    assert [each["settings"]["allowRead"] for each in (plain, closed, kept, opened)] == [True, False, False, True]
    assert (plain["settings"]["priceType"], opened["settings"]["outputFile"]["header"]) == ("retail", True)


# ---------------------------------------------------------------- products


def test_a_block_is_put_found_by_its_filter_and_deleted(sandbox: Sandbox) -> None:
    made = call(sandbox, "POST", "/v1/products/filters", json={"businessId": BUSINESS, "vendors": ["Havn"]}).json()
    url = f"/v1/channels/{CHANNEL}/products/blocks/{made['id']}"
    block = call(sandbox, "PUT", url).json()
    query = {"businessId": BUSINESS, "productFilterId": made["id"]}
    found = call(sandbox, "GET", "/v1/products/blocks", params=query).json()["productBlocks"]
    kept = codes(call(sandbox, "DELETE", f"/v1/products/filters/{made['id']}"))
    assert (block["channelId"], block["productFilterId"], block["businessId"]) == (CHANNEL, made["id"], BUSINESS)
    assert [each["productFilterId"] for each in found] == [made["id"]]
    assert kept == (400, [76])
    assert call(sandbox, "DELETE", url).status_code == 200
    assert call(sandbox, "DELETE", f"/v1/products/filters/{made['id']}").status_code == 200
    assert codes(call(sandbox, "PUT", f"/v1/channels/{CHANNEL}/products/blocks/x")) == (404, [64])


def test_a_filter_has_every_set_even_when_it_is_empty(sandbox: Sandbox) -> None:
    made = call(sandbox, "POST", "/v1/products/filters", json={"businessId": BUSINESS}).json()
    assert [made[name] for name in ("skus", "upcs", "tags", "vendors", "complement")] == [[], [], [], [], False]
    assert made["alphabeticCurrencyCode"] == "EUR"


def test_pushes_are_counted_for_each_channel_and_can_be_put_at_a_place(sandbox: Sandbox) -> None:
    url = f"/v1/channels/{CHANNEL}/products/pushes"
    body = {"productFilterIds": [FILTER], "productModifierIds": [MODIFIER]}
    ordinals = [call(sandbox, "PUT", url, json=body).json()["ordinal"] for _ in range(2)]
    placed = call(sandbox, "PUT", f"{url}/9", json=body).json()
    listed = [each["ordinal"] for each in call(sandbox, "GET", url).json()["productPushes"]]
    assert (ordinals, placed["ordinal"], listed) == ([3, 4], 9, [2, 1, 3, 4, 9])
    assert codes(call(sandbox, "DELETE", f"/v1/products/modifiers/{MODIFIER}")) == (400, [82])
    assert codes(call(sandbox, "DELETE", f"/v1/products/filters/{FILTER}")) == (400, [76])


@pytest.mark.parametrize(
    ("url", "query", "found"),
    [
        ("skus", {"sku": "lamp-"}, ["LAMP-BLK-01", "LAMP-OAK-02"]),
        ("skus", {"sku": "LAMP-", "exactMatch": "true"}, []),
        ("skus", {"sku": "LAMP-OAK-02", "exactMatch": "true"}, ["LAMP-OAK-02"]),
        ("upcs", {"upc": "08710000000"}, ["LAMP-BLK-01", "LAMP-OAK-02"]),
        ("tags", {"tag": "office"}, ["LAMP-BLK-01", "LAMP-OAK-02"]),
        ("tags", {"tag": "garden"}, []),
        ("vendors", {"vendor": "Nordlys"}, ["LAMP-BLK-01", "LAMP-OAK-02"]),
        ("vendors", {"vendor": "Nordlys", "businessId": "x"}, []),
    ],
)
def test_variants_are_found_by_the_members_of_their_products(
    sandbox: Sandbox, url: str, query: dict[str, str], found: list[str]
) -> None:
    params = {"businessId": BUSINESS, **query}
    page = call(sandbox, "GET", f"/v1/products/variants/{url}", params=params).json()
    assert [each["sku"] for each in page["variantSearchResults"]] == found
    assert {(each["businessId"], each["currencyCode"]) for each in page["variantSearchResults"]} <= {(BUSINESS, "EUR")}


def test_steps_are_found_by_the_beginning_of_their_name(sandbox: Sandbox) -> None:
    names = [each["name"] for each in call(sandbox, "GET", "/v1/steps", params={"name": "upload"}).json()["steps"]]
    assert names
    assert all(name.startswith("Upload") for name in names)


def test_private_steps_are_found_by_their_id_only(sandbox: Sandbox) -> None:
    private, public = (
        call(sandbox, "POST", "/v1/steps", json={"name": name, **more}).json()
        for name, more in (("Private", {"public": False}), ("Public", {}))
    )
    listed = [each["id"] for each in call(sandbox, "GET", "/v1/steps", params={"size": 250}).json()["steps"]]
    assert [each["id"] in listed for each in (private, public)] == [False, True]
    assert call(sandbox, "GET", f"/v1/steps/{private['id']}").json()["name"] == "Private"


def test_a_part_of_a_supplier_changes_that_part(sandbox: Sandbox) -> None:
    [supplier] = call(sandbox, "GET", "/v1/suppliers", params={"businessId": BUSINESS}).json()["suppliers"][:1]
    call(sandbox, "PUT", f"/v1/suppliers/{supplier['id']}", json={"enabled": False})
    after = call(sandbox, "GET", f"/v1/suppliers/{supplier['id']}").json()
    assert (after["enabled"], after["name"]) == (False, supplier["name"])


# ---------------------------------------------------------------- actions


@pytest.mark.parametrize(("verb", "state"), [("complete", "completed"), ("error", "error")])
def test_an_action_ends_once(sandbox: Sandbox, verb: str, state: str) -> None:
    ended = call(sandbox, "PUT", f"/v1/actions/{ACTION}/{verb}").json()
    assert (ended["processingStatus"], "endTime" in ended) == (state, state == "completed")
    for again in ("complete", "error", "healthcheck"):
        assert codes(call(sandbox, "PUT", f"/v1/actions/{ACTION}/{again}")) == (400, [113])


def test_an_action_that_is_not_heard_of_fails_after_twice_its_interval_and_a_minute() -> None:
    sandbox = start(CHANNELAPE, headers={"Authorization": "Bearer sandbox-key"}, items=0)
    states: list[str] = []
    call(sandbox, "PUT", f"/v1/actions/{ACTION}/healthcheck")
    for wait in (650, 9, 1):
        sandbox.clock.now += wait - 1
        states.append(call(sandbox, "GET", f"/v1/actions/{ACTION}").json()["processingStatus"])
    assert states == ["inProgress", "inProgress", "error"]


def test_a_manual_action_is_an_action_of_its_channel_and_the_only_one_of_its_kind(sandbox: Sandbox) -> None:
    call(sandbox, "PUT", f"/v1/actions/{ACTION}/complete")
    url, body = f"/v1/channels/{CHANNEL}/actions", {"action": "PRODUCT_PUSH"}
    made = call(sandbox, "POST", url, json=body).json()
    again = codes(call(sandbox, "POST", url, json=body))
    read = call(sandbox, "GET", f"/v1/actions/{made['id']}").json()
    assert (read["targetId"], read["targetType"], read["businessId"]) == (CHANNEL, "channel", BUSINESS)
    assert (read["processingStatus"], again) == ("inProgress", (400, [120]))


def test_a_log_is_received_under_its_flow(sandbox: Sandbox) -> None:
    flows = [
        call(sandbox, "POST", "/v1/logs", json={}, headers=each).json()["flow"]
        for each in ({}, {"X-Channel-Ape-Logs-Flow": "refunds"})
    ]
    assert flows == ["default", "refunds"]


def test_a_log_has_at_most_one_megabyte(sandbox: Sandbox) -> None:
    headers = {"content-type": "text/plain"}
    sizes = [1_000_000, 1_000_001]
    answers = [call(sandbox, "POST", "/v1/logs", content=b"x" * size, headers=headers) for size in sizes]
    assert [answer.status_code for answer in answers] == [201, 400]
    assert codes(answers[1]) == (400, [22])

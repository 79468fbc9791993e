"""Behaviour of the sandbox for ChannelApe beyond create, read, update and delete.

It follows the documentation where that says something; error codes are those of `error-codes.csv`.
"""

import uuid
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from channelsmith.sandbox import Behavior, Context, Filter, HTTPError, JsonObject, RequestContext, Unique, gtin

CURRENT_USER = "2f1e0d9c-8b7a-4965-8473-62514f3e2d1c"
"""The user that every accepted key belongs to."""

behavior = Behavior()

# ---------------------------------------------------------------- businesses, members, users, accounts

behavior.resource("businesses", count=3)
behavior.resource(
    "businesses.members",
    count=7,
    unique=[Unique("businessId", "userId")],
    items=[{"businessId": "7c9e6679-7425-40de-944b-e07fc1f90ae7", "userId": CURRENT_USER, "owner": True, "errors": []}],
)
behavior.resource("businesses.apiaccounts", count=8)
behavior.resource(
    "users",
    count=8,
    unique=[Unique("username")],
    items=[
        {
            "id": "a1b2c3d4-e5f6-4789-90ab-cdef01234567",
            "username": "joris@havn.example",
            "analyticsEnabled": False,
            "verified": True,
        }
    ],
)
behavior.resource("sessions", count=3)
behavior.resource("subscriptions", count=3)


@behavior.seed("businesses.members")
def make_member(_number: int, _random: Random) -> JsonObject:
    """Generated members do not own their business."""
    return {"owner": False}


@behavior.handle("queryBusinesses")
def query_businesses(request: RequestContext) -> JsonObject:
    """One path for three questions; the parameters that are given tell which of them is asked."""
    business_id, user_id = request.query.get("businessId"), request.query.get("userId")
    if business_id is not None and user_id is not None:
        member = request.first("businesses.members", businessId=business_id, userId=user_id)
        if member is None:
            raise HTTPError(404, about="members user_id")
        return {**member, "errors": []}
    if user_id is not None:
        ids = [member["businessId"] for member in request.find("businesses.members", userId=user_id)]
        businesses = request.find("businesses", id=ids)
        return {"businesses": [{**business, "errors": []} for business in businesses], "errors": []}
    if business_id is not None:
        ids = [member["userId"] for member in request.find("businesses.members", businessId=business_id)]
        return {"users": [{**user, "errors": []} for user in request.find("users", id=ids)], "errors": []}
    example: JsonObject = request.example
    return example


@behavior.after("createBusiness")
def add_owner(request: RequestContext) -> None:
    """A business belongs to the user who creates it."""
    member = {"businessId": request.item["id"], "userId": CURRENT_USER, "owner": True}
    request.create("businesses.members", member)


@behavior.before("addBusinessMember")
def find_new_member(request: RequestContext) -> None:
    """Members are added by their user names, once."""
    user = request.first("users", username=request.body["username"])
    if user is None:
        raise HTTPError(404, code=8)
    if request.get("businesses.members", request.path["business_id"], user["id"]) is not None:
        raise HTTPError(400, code=20)
    request.values |= {"userId": user["id"], "owner": False}


@behavior.before("removeBusinessMember")
def refuse_to_remove_owner(request: RequestContext) -> None:
    """The owner of a business stays a member."""
    if request.item.get("owner") is True:
        raise HTTPError(400, code=23)


# The private key of an account is shown once, when it is created.
behavior.operation("listApiAccounts", "getApiAccount", "deleteApiAccount", hide=["privateKey"])
behavior.operation("findApiAccount", resource="businesses.apiaccounts", role="read")


@behavior.before("createApiAccount")
def create_key(request: RequestContext) -> None:
    """The server chooses the key."""
    request.values |= {"privateKey": str(uuid.uuid4()), "creationTime": request.timestamp, "expired": False}


@behavior.handle("findApiAccount")
def find_api_account(request: RequestContext) -> JsonObject:
    """Look an account up without knowing its business."""
    account = request.first("businesses.apiaccounts", id=request.query["apiAccountId"])
    if account is None:
        raise HTTPError(404, about="apiaccounts api_account_id")
    return {**{name: value for name, value in account.items() if name != "privateKey"}, "errors": []}


behavior.operation("getSession", not_found=(401, 12))


@behavior.before("createSession")
def log_in(request: RequestContext) -> None:
    """A session belongs to the current user."""
    request.values["userId"] = CURRENT_USER


# ---------------------------------------------------------------- channels, locations, suppliers, integrations

behavior.resource(
    "channels",
    count=6,
    unique=[Unique("businessId", "name", code=88), Unique("businessId", "locationId", code=264)],
)
behavior.resource("locations", count=8, unique=[Unique("businessId", "name", code=244)])
behavior.resource("suppliers", count=6, unique=[Unique("businessId", "name", code=117)])
behavior.resource("integrations", count=4)
behavior.operation("listChannels", references=False)  # an unknown business has no channels
behavior.operation("listIntegrations", filters={"businessId": None})
behavior.operation("updateSupplier", resource="suppliers", role="update")


@behavior.before("createChannel", "createSupplier")
def check_integration(request: RequestContext) -> None:
    """Channels and suppliers are those of an integration."""
    if request.get("integrations", request.body["integrationId"]) is None:
        raise HTTPError(400, code=40)


@behavior.before("createChannel", "updateChannel")
def complete_channel_settings(request: RequestContext) -> None:
    """A channel can be read, and exports retail prices below a header, unless its settings say otherwise."""
    if request.item and request.values.get("settings") is None:
        return
    settings: JsonObject = {"allowRead": True, "priceType": "retail", **(request.values.get("settings") or {})}
    if isinstance(settings.get("outputFile"), dict):
        settings["outputFile"] = {"header": True, "columns": [], **settings["outputFile"]}
    request.values["settings"] = settings


@behavior.before("updateSupplier", "updateProductFilter")
def keep_business(request: RequestContext) -> None:
    """Suppliers and product filters stay with their business."""
    request.keep("businessId")


# ---------------------------------------------------------------- aggregates, SLA and closed days of locations


@behavior.before("createLocation", "updateLocation")
def check_aggregate(request: RequestContext) -> None:
    """A location aggregates others of its business, which aggregate none, and never itself."""
    parts: list[str] = request.values.get("aggregateLocationIds") or []
    own_id, business_id = request.path.get("location_id"), request.item.get("businessId") or request.body["businessId"]
    for part in parts:
        location = request.get("locations", part)
        if location is None or location["businessId"] != business_id:
            raise HTTPError(400, f"the business has no location {part}", code=254)
        if part == own_id:
            raise HTTPError(400, "a location cannot aggregate itself", code=254)
        if location.get("aggregateLocationIds"):
            raise HTTPError(400, f"location {part} aggregates others", code=254)
    if parts and own_id is not None and request.find("locations", aggregateLocationIds=own_id):
        raise HTTPError(400, f"location {own_id} is part of an aggregate", code=254)


@behavior.before("updateLocationSla")
def check_sla(request: RequestContext) -> None:
    """Hours are positive, and a location closes after it opens. Of several entries for a day, the first counts."""
    hours = request.body.get("fulfillmentSLAHours")
    if hours is not None and (amount := to_number(hours)) is not None and amount <= 0:
        raise HTTPError(400, "fulfillmentSLAHours has to be greater than 0")
    days: dict[str, JsonObject] = {}
    for entry in request.body.get("operatingDays") or ():
        opening, cutoff, end = (to_time_of_day(entry[name]) for name in ("open", "fulfillmentCutoffTime", "end"))
        if not opening < end:
            raise HTTPError(400, f"{entry['day']}: open has to be before end")
        if not opening < cutoff <= end:
            raise HTTPError(400, f"{entry['day']}: fulfillmentCutoffTime has to be between open and end")
        days.setdefault(entry["day"], entry)
    if days:
        request.values["operatingDays"] = list(days.values())


@behavior.before("updateLocationClosures")
def remove_repeated_days(request: RequestContext) -> None:
    """Each day is closed once, in whatever format it is written."""
    days: dict[date, str] = {}
    for text in request.body["closedDays"]:
        try:
            days.setdefault(date.fromisoformat(text.replace("/", "-")), text)
        except ValueError as error:
            raise HTTPError(400, f"{text} is not a date") from error
    request.values["closedDays"] = list(days.values())


def to_number(value: Any) -> Decimal | None:
    """Return a number that may be written as text; None for any other text."""
    try:
        return Decimal(str(value))
    except ArithmeticError:
        return None


def to_time_of_day(text: str) -> time:
    """Return a time such as 08:00."""
    try:
        return time.fromisoformat(text)
    except ValueError as error:
        raise HTTPError(400, f"{text} is not a time such as 08:00") from error


# ---------------------------------------------------------------- inventory

behavior.resource("inventories", count=150, unique=[Unique("businessId", "sku", code=248)])
behavior.resource(
    "inventories.quantities", count=400, unique=[Unique("inventory_item_id", "locationId", "inventoryStatus")]
)

ARTICLES = (
    ("desk lamp", "LAMP"),
    ("wall lamp", "WALL"),
    ("oak shelf", "SHELF"),
    ("side table", "TABLE"),
    ("wool rug", "RUG"),
    ("mug", "MUG"),
)
MAX_QUANTITY = 1_000_000_000
LEAST_ZERO = {"COMMITTED": 265, "ON_ORDER": 291, "RESERVE": 292}
"""Inventory statuses whose quantities cannot be negative, with the code of the error."""


@behavior.seed("inventories")
def make_inventory_item(number: int, random: Random) -> JsonObject:
    """An article with a readable SKU."""
    noun, short = random.choice(ARTICLES)
    return {"title": f"{noun} {number}", "sku": f"{short}-{number:04}"}


@behavior.before("adjustQuantity", "setQuantity", "adjustQuantityBySku", "setQuantityBySku")
def change_quantity_now_or_later(request: RequestContext) -> None:
    """Change a quantity at once, or stage the change until it becomes effective."""
    body = request.body
    location = request.get("locations", body["locationId"])
    if location is None:
        raise HTTPError(400, code=254)
    item_id = request.path.get("inventory_item_id")
    if item_id is None:
        item_id = inventory_item_with_sku(request, location["businessId"], body["sku"])["id"]
        request.values["inventoryItemId"] = item_id
    change = describe_change(item_id, body, overwrite=request.operation.startswith("set"))
    made = begin_change(request, {**change, "expires_at": body.get("expiresAt")}, body.get("effectiveAt"))
    if made is None:
        request.values |= {"adjustment": 0, "staged": True}
    else:
        request.values |= {"adjustment": made[0], "quantity": made[1], "staged": False}
    request.values["effectiveAt"] = body.get("effectiveAt", request.timestamp)
    request.values["apiAccountId"] = "311"


def describe_change(item_id: str, body: JsonObject, *, overwrite: bool) -> JsonObject:
    """Return a change as `change_quantity` takes it, without the time when it expires."""
    place = {
        "inventory_item_id": item_id,
        "locationId": str(body["locationId"]),
        "inventoryStatus": body["inventoryStatus"],
    }
    return {
        "place": place,
        "quantity": to_integer(body.get("quantity")),
        "percentage": body.get("futureAppliedAtpPercentage"),
        "overwrite": overwrite,
        "sync": body.get("aggregateChannelSync") is True,
    }


def begin_change(context: Context, change: JsonObject, effective_at: str | None) -> tuple[int, int] | None:
    """Change a quantity at once, or later if that is when it becomes effective.

    Returns:
        By how much the quantity changed, and the new one; None if that happens later.
    """
    effective = to_time(effective_at)
    if effective is None or effective <= context.now:
        return change_quantity(context, change)
    context.schedule(change_quantity, {**change, "sync": False}, at=effective)
    return None


@behavior.task
def change_quantity(context: Context, change: JsonObject) -> tuple[int, int]:
    """Change a quantity and return by how much it changed, and the new one.

    Args:
        context: access to the items.
        change: the `place`, which is an inventory item, a location and a status; the `quantity`, or the `percentage`
            of what can be promised that takes its place; whether to `overwrite` the quantity or to add to it; whether
            to `sync` locations that aggregate this one; and `expires_at`, when to make the opposite adjustment.
    """
    place, quantity, overwrite = change["place"], change["quantity"], change["overwrite"]
    if quantity is None:
        quantity = int(quantity_to_promise(context, place) * Decimal(str(change["percentage"] or 0)) / 100)
    before = quantity_at(context, place)
    total = store_quantity(context, place, quantity if overwrite else before + quantity)
    for aggregate in context.find("locations", aggregateLocationIds=place["locationId"]) if change["sync"] else ():
        above = {**place, "locationId": aggregate["id"]}
        parts = [{**place, "locationId": part} for part in aggregate["aggregateLocationIds"]]
        summed = sum(quantity_at(context, part) for part in parts)
        store_quantity(context, above, summed if overwrite else quantity_at(context, above) + quantity)
    expires = to_time(change["expires_at"])
    if expires is not None:
        opposite = {**change, "quantity": before - total, "overwrite": False, "sync": False, "expires_at": None}
        context.schedule(change_quantity, opposite, at=expires)
    return total - before, total


def quantity_to_promise(context: Context, place: JsonObject) -> int:
    """Return how many units are for sale and neither committed nor reserved."""
    sellable, *taken = (
        quantity_at(context, {**place, "inventoryStatus": status})
        for status in ("AVAILABLE_TO_SELL", "COMMITTED", "RESERVE")
    )
    return max(sellable - sum(taken), 0)


def quantity_at(context: Context, place: JsonObject) -> int:
    """Return a stored quantity; 0 where there is none."""
    entry = context.first("inventories.quantities", **place)
    return entry["quantity"] if entry is not None else 0


def store_quantity(context: Context, place: JsonObject, total: int) -> int:
    """Store a quantity, if it may have that value."""
    code = LEAST_ZERO.get(place["inventoryStatus"])
    if code is not None and total < 0:
        raise HTTPError(400, code=code)
    if abs(total) > MAX_QUANTITY:
        raise HTTPError(400, code=253)
    entry = context.first("inventories.quantities", **place)
    if entry is None:
        context.create("inventories.quantities", {**place, "quantity": total})
    else:
        context.update("inventories.quantities", entry, {"quantity": total})
    return total


def inventory_item_with_sku(context: Context, business_id: str, sku: str) -> JsonObject:
    """Return the item with a SKU; an unknown one is created."""
    key = {"businessId": business_id, "sku": sku}
    return context.first("inventories", **key) or context.create("inventories", key)


def to_integer(value: Any) -> int | None:
    """Return a number that may be written as text."""
    try:
        return int(value)
    except (TypeError, ValueError):
        return None


def to_time(value: Any) -> datetime | None:
    """Return a time, in UTC where it has no offset."""
    try:
        time = datetime.fromisoformat(value)
    except (TypeError, ValueError):
        return None
    return time if time.tzinfo else time.replace(tzinfo=UTC)


# ---------------------------------------------------------------- batches

behavior.operation("createBatch", status=202)


@behavior.before("createBatch")
def accept_batch(request: RequestContext) -> None:
    """Batches of other businesses are refused."""
    if request.get("businesses", request.body["businessId"]) is None:
        raise HTTPError(403, code=17)
    request.default(type="INVENTORY")
    request.values["status"] = "READY"


@behavior.after("createBatch")
def schedule_batch(request: RequestContext) -> None:
    """The adjustments are made after a while."""
    adjustments = request.body.get("adjustments", [])
    request.schedule(complete_batch, request.item["id"], adjustments, after=request.pending_seconds)


@behavior.task
def complete_batch(context: Context, batch_id: str, adjustments: list[JsonObject]) -> None:
    """Make the adjustments of a batch in order; those that are not possible, or were made before, are left out."""
    batch = context.get("batches", batch_id)
    if batch is None:
        return
    for entry in adjustments:
        if context.is_first("adjustment", entry["idempotentKey"]):
            try:
                adjust(context, batch["businessId"], entry)
            except HTTPError:
                continue
    context.update("batches", batch, {"status": "COMPLETE"})


def adjust(context: Context, business_id: str, entry: JsonObject) -> None:
    """Make one adjustment of a batch."""
    if context.get("locations", entry["locationId"]) is None:
        raise HTTPError(400, code=254)
    item = context.get("inventories", entry["inventoryItemId"]) if "inventoryItemId" in entry else None
    if item is None and "sku" in entry:
        item = inventory_item_with_sku(context, business_id, entry["sku"])
    if item is None:
        raise HTTPError(404, code=36)
    change = describe_change(item["id"], entry, overwrite=entry["operation"] == "SET")
    begin_change(context, {**change, "expires_at": entry.get("expirationTime")}, entry.get("effectiveTime"))


# ---------------------------------------------------------------- periods

PERIODS = (
    ("startDate", "endDate", 132),
    ("startDate", "updatedAtStartDate", 266),
    ("startDate", "updatedAtEndDate", 267),
    ("updatedAtStartDate", "updatedAtEndDate", 267),
)
"""Query parameters of which the second is not before the first, with the code of the error."""


@behavior.before("listOrders", "listActions", "getOrderSummary")
def check_periods(request: RequestContext) -> None:
    """No period ends before it starts."""
    times = {name: time for name, value in request.query.items() if (time := to_time(value)) is not None}
    for first, second, code in PERIODS:
        if first in times and second in times and times[second] < times[first]:
            raise HTTPError(400, f"{second} is before {first}", code=code)


# ---------------------------------------------------------------- orders

REVENUE_STATUSES = {"OPEN", "IN_PROGRESS", "CLOSED"}

behavior.resource("orders", unique=[Unique("businessId", "channelOrderId", code=168)])
behavior.operation(
    "listOrders", filters={"startDate": Filter("purchasedAt", "from"), "endDate": Filter("purchasedAt", "to")}
)


@behavior.before("listOrders")
def check_order_query(request: RequestContext) -> None:
    """Orders are those of a channel or of a business."""
    if not request.query.keys() & {"channelId", "businessId"}:
        raise HTTPError(400, code=175)


@behavior.before("createOrder")
def complete_order(request: RequestContext) -> None:
    """An order belongs to the business of its channel."""
    channel = request.get("channels", request.body["channelId"]) if "channelId" in request.body else None
    if channel is None and "channelId" in request.body:
        raise HTTPError(400, code=213)
    if channel is not None:
        request.default(businessId=channel["businessId"])
    request.default(status="OPEN", purchasedAt=request.timestamp)


@behavior.before("createOrder", "patchOrder", "updateOrder")
def check_line_items(request: RequestContext) -> None:
    """Line items have unique ids. Existing ones stay, with their SKU and at least their quantity."""
    if "lineItems" not in request.values:
        return
    lines: list[JsonObject] = request.values["lineItems"] or []
    new = [line for line in lines if "id" in line]
    by_id = {line["id"]: line for line in new}
    if len(by_id) < len(new):
        raise HTTPError(400, code=170)
    for old in request.item.get("lineItems", ()):
        line = by_id.get(old["id"])
        if line is None:
            raise HTTPError(400, code=261)
        if line.get("sku", old.get("sku")) != old.get("sku"):
            raise HTTPError(400, code=262)
        if line.get("quantity", old["quantity"]) < old["quantity"]:
            raise HTTPError(400, code=260)


@behavior.before("createOrder", "patchOrder", "updateOrder")
def check_fulfillments_and_refunds(request: RequestContext) -> None:
    """They have line items of the order, and ship from a location of its business."""
    order = request.item | request.values
    lines: list[JsonObject] = order.get("lineItems") or []
    ids, skus = ({line.get(name) for line in lines} for name in ("id", "sku"))
    fulfillments: list[JsonObject] = request.values.get("fulfillments") or []
    for part in (*fulfillments, *(request.values.get("refunds") or ())):
        for line in part.get("lineItems") or ():
            if line["id"] not in ids if "id" in line else line.get("sku") not in skus:
                raise HTTPError(400, code=214)
    for location_id in (each["locationId"] for each in fulfillments if each.get("locationId") is not None):
        location = request.get("locations", location_id)
        if location is None or location["businessId"] != order.get("businessId"):
            raise HTTPError(400, code=263)


@behavior.before("patchOrder", "updateOrder")
def keep_origin(request: RequestContext) -> None:
    """Orders stay where they came from, and keep line items that a replacement leaves out."""
    request.keep("businessId", "channelId", "channelOrderId")
    if "lineItems" in request.item:
        request.values.setdefault("lineItems", request.item["lineItems"])


@behavior.handle("getOrderSummary")
def summarize_orders(request: RequestContext) -> JsonObject:
    """Count the orders of a period and add up their prices, in total, by channel and by line item."""
    business_id = request.query["businessId"]
    first = request.query.get("startDate", to_timestamp(request.now - timedelta(days=7)))
    last = request.query.get("endDate", request.timestamp)
    all_orders = request.find("orders", businessId=business_id)
    orders = [order for order in all_orders if is_between(order["purchasedAt"], first, last)]
    sold = [order for order in orders if order["status"] in REVENUE_STATUSES]
    channels: dict[str, list[JsonObject]] = {}
    for order in orders:
        channels.setdefault(order["channelId"], []).append(order)
    sales: dict[str, Decimal] = {}
    for line in (line for order in sold for line in order["lineItems"]):
        amount = (to_number(line.get("price")) or Decimal(0)) * line["quantity"]
        sales[line["id"]] = sales.get(line["id"], Decimal(0)) + amount
    business = request.get("businesses", business_id)
    oldest, newest = (to_timestamp(request.now - timedelta(days=days)) for days in (61, 7))
    return {
        "earliestCreationTime": first,
        "latestCreationTime": last,
        "alphabeticCurrencyCode": business["alphabeticCurrencyCode"] if business is not None else None,
        "totalOrders": len(orders),
        **{
            name: sum(order["status"] == status for order in orders)
            for name, status in (
                ("openOrders", "OPEN"),
                ("inProgressOrders", "IN_PROGRESS"),
                ("closedOrders", "CLOSED"),
                ("canceledOrders", "CANCELED"),
            )
        },
        "totalRevenue": to_money(revenue(orders)),
        "channels": [
            {"channelId": channel_id, "totalOrders": len(its_orders), "totalRevenue": to_money(revenue(its_orders))}
            for channel_id, its_orders in sorted(channels.items(), key=lambda item: -revenue(item[1]))
        ],
        "topSellingLineItems": [
            {"id": line_id, "totalRevenue": to_money(amount)}
            for line_id, amount in sorted(sales.items(), key=lambda item: -item[1])[:100]
        ],
        "agingOrders": [
            order
            for order in all_orders
            if order["status"] in {"OPEN", "IN_PROGRESS"} and is_between(order["createdAt"], oldest, newest)
        ],
    }


def revenue(orders: Iterable[JsonObject]) -> Decimal:
    """Add up the prices of the orders that are neither canceled nor waiting."""
    prices = (to_number(order.get("totalPrice")) for order in orders if order["status"] in REVENUE_STATUSES)
    return sum((price for price in prices if price is not None), Decimal(0))


def to_money(amount: Decimal) -> str:
    """Return an amount with two decimals."""
    return f"{amount:.2f}"


def to_timestamp(moment: datetime) -> str:
    """Return a time as texts in bodies have it."""
    return f"{moment.replace(tzinfo=None).isoformat(timespec='milliseconds')}Z"


def is_between(text: str, first: str, last: str) -> bool:
    """Whether a time is in a period; one that cannot be read is not."""
    moment, start, end = to_time(text), to_time(first), to_time(last)
    return moment is not None and start is not None and end is not None and start <= moment <= end


@behavior.before("createOrderActivity")
def find_order_of_activity(request: RequestContext) -> None:
    """The order exists, unless the activity tells why it does not."""
    channel_order_id = request.body.get("channelOrderId")
    outcome = request.body["operation"], request.body["result"]
    if channel_order_id is None or outcome in {("CREATE", "ERROR"), ("DELETE", "SUCCESS")}:
        return
    if request.first("orders", channelId=request.body.get("channelId"), channelOrderId=channel_order_id) is None:
        raise HTTPError(404, code=174)


@behavior.before("createOrderActivity")
def complete_activity(request: RequestContext) -> None:
    """An activity is completed now unless it says when it was."""
    request.default(completionTime=request.timestamp)


# ---------------------------------------------------------------- actions

behavior.resource("actions", unique=[Unique("targetId", "action", where={"processingStatus": "inProgress"}, code=120)])
behavior.operation(
    "listActions", filters={"startDate": Filter("startTime", "from"), "endDate": Filter("startTime", "to")}
)
behavior.operation("createChannelAction", resource="actions", role="create")


@behavior.before("createChannelAction")
def start_action(request: RequestContext) -> None:
    """Actions of a channel are started by hand, while it is enabled."""
    if request.parent.get("enabled") is False:
        raise HTTPError(400, code=121)
    request.values |= {
        "targetId": request.path["channel_id"],
        "targetType": "channel",
        "businessId": request.parent["businessId"],
        "processingStatus": "inProgress",
        "description": "Started by hand",
        "healthCheckIntervalInSeconds": 300,
        "lastHealthCheckTime": request.timestamp,
        "startTime": request.timestamp,
    }


@behavior.before("completeAction", "failAction", "healthCheckAction")
def change_action(request: RequestContext) -> None:
    """An action ends once."""
    if request.item["processingStatus"] in {"completed", "error"}:
        raise HTTPError(400, code=113)
    request.values |= {
        "completeAction": {"processingStatus": "completed", "endTime": request.timestamp},
        "failAction": {"processingStatus": "error"},
        "healthCheckAction": {"lastHealthCheckTime": request.timestamp},
    }[request.operation]


@behavior.after("createChannelAction", "healthCheckAction")
def await_health_check(request: RequestContext) -> None:
    """An action fails unless it is heard of within twice its interval and a minute."""
    action = request.item
    patience = 2 * action["healthCheckIntervalInSeconds"] + 60
    request.schedule(fail_silent_action, action["id"], action["lastHealthCheckTime"], after=patience)


@behavior.task
def fail_silent_action(context: Context, action_id: str, last_health_check: str) -> None:
    """Fail an action that was not heard of since."""
    action = context.get("actions", action_id)
    if action is None or action["processingStatus"] != "inProgress":
        return
    if action["lastHealthCheckTime"] == last_health_check:
        context.update("actions", action, {"processingStatus": "error"})


# ---------------------------------------------------------------- logs


MAX_LOG_BYTES = 1_000_000


@behavior.handle("createLog")
def receive_log(request: RequestContext) -> JsonObject:
    """A log entry of at most 1 MB is acknowledged."""
    if request.size > MAX_LOG_BYTES:
        raise HTTPError(400, f"the payload has more than {MAX_LOG_BYTES} bytes")
    flow = request.headers.get("x-channel-ape-logs-flow", "default")
    return {**request.example, "flow": flow, "logtime": request.timestamp}


# ---------------------------------------------------------------- products: filters, modifiers, blocks, pushes

behavior.resource("channels.blocks", count=6)
behavior.resource("channels.pushes", count=8)
behavior.operation("putProductBlock", "putProductPush", upsert=True)
behavior.operation("appendProductPush", resource="channels.pushes", role="create")


@behavior.before("createProductFilter")
def complete_filter(request: RequestContext) -> None:
    """A filter has every set, even an empty one, and the currency of its business."""
    request.default(complement=False, skus=[], upcs=[], tags=[], vendors=[])
    business = request.get("businesses", request.body["businessId"])
    if business is not None:
        request.default(alphabeticCurrencyCode=business["alphabeticCurrencyCode"])


@behavior.before("deleteProductFilter")
def refuse_to_delete_used_filter(request: RequestContext) -> None:
    """Filters of blocks and pushes are kept."""
    filter_id = request.path["product_filter_id"]
    if request.first("channels.blocks", productFilterId=filter_id) is not None:
        raise HTTPError(400, code=76)
    if request.first("channels.pushes", productFilterIds=filter_id) is not None:
        raise HTTPError(400, code=81)


@behavior.before("deleteProductModifier")
def refuse_to_delete_used_modifier(request: RequestContext) -> None:
    """Modifiers of pushes are kept."""
    if request.first("channels.pushes", productModifierIds=request.path["product_modifier_id"]) is not None:
        raise HTTPError(400, code=82)


@behavior.before("putProductBlock")
def check_block_filter(request: RequestContext) -> None:
    """A block needs a filter."""
    if request.get("filters", request.path["product_filter_id"]) is None:
        raise HTTPError(404, code=64)


@behavior.before("putProductBlock", "putProductPush", "appendProductPush")
def set_business_of_channel(request: RequestContext) -> None:
    """Blocks and pushes belong to the business of their channel."""
    request.values["businessId"] = request.parent["businessId"]


# ---------------------------------------------------------------- products and variants

behavior.resource("products", count=40)
behavior.resource("products.variants", count=120)

VARIANTS = (
    ("Desk lamp", "LAMP", "black"),
    ("Wall lamp", "WALL", "white"),
    ("Oak shelf", "SHELF", "natural"),
    ("Wool rug", "RUG", "grey"),
)


@behavior.seed("products.variants")
def make_variant(number: int, random: Random) -> JsonObject:
    """A variant with a readable SKU and a valid article number."""
    noun, short, color = random.choice(VARIANTS)
    sku = f"{short}-{number:04}"
    return {"sku": sku, "inventoryItemValue": sku, "upc": gtin("0871", number), "title": f"{noun}, {color}"}


def belongs_to_business(request: RequestContext, variant: JsonObject, business_id: str) -> bool:
    """Whether the product of a variant belongs to a business."""
    product = request.get("products", variant["productId"])
    return product is not None and product.get("businessId") == business_id


def by_business(**filters: Filter | None) -> dict[str, Any]:
    """Return the filters of a search for variants within a business."""
    return {"businessId": belongs_to_business, **filters}


SEARCHES: dict[str, dict[str, Any]] = {
    "searchVariantsByFilter": {"productFilterId": None},
    "searchVariantsByVendor": by_business(),
    "searchVariantsByTag": by_business(),
    "searchVariantsBySku": by_business(sku=Filter("sku", "prefix", exact="exactMatch")),
    "searchVariantsByUpc": by_business(upc=Filter("upc", "prefix", exact="exactMatch")),
}
for _operation, _filters in SEARCHES.items():
    behavior.operation(_operation, resource="products.variants", role="list", filters=_filters)


@behavior.present(*SEARCHES)
def present_search_result(request: RequestContext, variant: JsonObject) -> JsonObject:
    """A search result has members of the product, and categories and currency under other names."""
    product, categories = request.get("products", variant["productId"]), variant.get("categories", {})
    result = {**variant, "currencyCode": variant.get("alphabeticCurrencyCode", "EUR")}
    if product is not None:
        result["businessId"] = product["businessId"]
    return result | {f"{name}Category": categories[name] for name in ("primary", "secondary") if name in categories}


# ---------------------------------------------------------------- steps and plays

behavior.resource("steps", unique=[Unique("name", code=230)])
behavior.resource("plays", unique=[Unique("name", code=288)])
behavior.operation("listSteps", filters={"name": Filter("name", "prefix")}, where={"public": True})
behavior.operation("listPlays", hide=["steps"])
behavior.operation("updatePlay", resource="plays", role="update")


@behavior.seed("steps")
def make_step(number: int, _random: Random) -> JsonObject:
    """Most steps are public."""
    return {"public": number % 10 != 0}

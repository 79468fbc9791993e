"""Behaviour of the sandbox for ChannelApe beyond create, read, update and delete.

It follows the documentation where that says something; error codes are those of `error-codes.csv`.
"""

import uuid
from datetime import UTC, datetime
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


@behavior.before("updateSupplier", "updateProductFilter")
def keep_business(request: RequestContext) -> None:
    """Suppliers and product filters stay with their business."""
    request.keep("businessId")


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
    quantity = to_integer(body.get("quantity"))
    overwrite = request.operation.startswith("set")
    change = (place_of(item_id, body), quantity, overwrite, body.get("aggregateChannelSync") is True)
    effective_at = to_time(body.get("effectiveAt"))
    if effective_at is not None and effective_at > request.now:
        request.schedule(change_quantity, *change, at=effective_at)
        request.values |= {"adjustment": 0, "staged": True}
    elif quantity is not None:
        adjustment, total = change_quantity(request, *change)
        request.values |= {"adjustment": adjustment, "quantity": total, "staged": False}
    request.values["effectiveAt"] = body.get("effectiveAt", request.timestamp)
    request.values["apiAccountId"] = "311"


@behavior.task
def change_quantity(
    context: Context, place: JsonObject, quantity: int | None, overwrite: bool, sync: bool
) -> tuple[int, int]:
    """Change a quantity and return by how much it changed, and the new one.

    Args:
        context: access to the items.
        place: inventory item, location and status.
        quantity: the new quantity, or what to add; None changes nothing.
        overwrite: whether it is the new quantity.
        sync: whether locations that aggregate this one change too.
    """
    if quantity is None:
        return 0, quantity_at(context, place)
    before = quantity_at(context, place)
    total = store_quantity(context, place, quantity if overwrite else before + quantity)
    for aggregate in context.find("locations", aggregateLocationIds=place["locationId"]) if sync else ():
        above = {**place, "locationId": aggregate["id"]}
        parts = [{**place, "locationId": part} for part in aggregate["aggregateLocationIds"]]
        summed = sum(quantity_at(context, part) for part in parts)
        store_quantity(context, above, summed if overwrite else quantity_at(context, above) + quantity)
    return total - before, total


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


def place_of(item_id: str, body: JsonObject) -> JsonObject:
    """Return what identifies a quantity."""
    return {
        "inventory_item_id": item_id,
        "locationId": str(body["locationId"]),
        "inventoryStatus": body["inventoryStatus"],
    }


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
    overwrite, sync = entry["operation"] == "SET", entry.get("aggregateChannelSync") is True
    change_quantity(context, place_of(item["id"], entry), entry.get("quantity"), overwrite, sync)


# ---------------------------------------------------------------- orders

behavior.resource("orders", unique=[Unique("businessId", "channelOrderId", code=168)])
behavior.operation(
    "listOrders", filters={"startDate": Filter("purchasedAt", "from"), "endDate": Filter("purchasedAt", "to")}
)


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


@behavior.before("patchOrder", "updateOrder")
def keep_origin(request: RequestContext) -> None:
    """Orders stay where they came from, and keep line items that a replacement leaves out."""
    request.keep("businessId", "channelId", "channelOrderId")
    if "lineItems" in request.item:
        request.values.setdefault("lineItems", request.item["lineItems"])


@behavior.handle("getOrderSummary")
def summarize_orders(request: RequestContext) -> JsonObject:
    """Count the orders of a business by status."""
    orders = request.find("orders", businessId=request.query["businessId"])
    counts = {
        "openOrders": "OPEN",
        "inProgressOrders": "IN_PROGRESS",
        "closedOrders": "CLOSED",
        "canceledOrders": "CANCELED",
    }
    revenue = sum(round(float(order.get("totalPrice") or 0) * 100) for order in orders)
    return {
        **request.example,
        "totalOrders": len(orders),
        **{name: sum(order.get("status") == status for order in orders) for name, status in counts.items()},
        "totalRevenue": f"{revenue / 100:.2f}",
        "channels": [],
        "topSellingLineItems": [],
    }


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


@behavior.handle("createLog")
def receive_log(request: RequestContext) -> JsonObject:
    """A log entry is only acknowledged."""
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
behavior.operation("listSteps", filters={"name": Filter("name", "prefix")})
behavior.operation("listPlays", hide=["steps"])
behavior.operation("updatePlay", resource="plays", role="update")

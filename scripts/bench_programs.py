"""The source texts of the programs that scripts/bench.py runs; `{url}` is that of the server.

The last two print what they measured as JSON: seconds of the download, and bytes of memory before it and at most.
"""

NOTHING = "pass"

IMPORT = "from {package} import {client}"

_BARE_FIRST_CALL = """
import httpx
from pydantic import BaseModel, Field

{models}

with httpx.Client() as client:
    answer = client.get("{{url}}{path}", headers={{{{"X-CE-KEY": "secret"}}}})
    {model}.model_validate_json(answer.raise_for_status().content)
"""

_REPORT_STATUS = """
class ReportState(BaseModel):
    status: str = Field(alias="Status")
    resource_url: str | None = Field(default=None, alias="ResourceUrl")


class ReportStatusResponse(BaseModel):
    status_code: int = Field(alias="StatusCode")
    success: bool = Field(alias="Success")
    request_id: str | None = Field(default=None, alias="RequestId")
    message: str | None = Field(default=None, alias="Message")
    validation_errors: dict[str, list[str]] | None = Field(default=None, alias="ValidationErrors")
    content: ReportState = Field(alias="Content")
"""

_ORDER = """
from datetime import datetime
from decimal import Decimal

from pydantic import ConfigDict
from pydantic.alias_generators import to_camel


class Model(BaseModel):
    model_config = ConfigDict(alias_generator=to_camel)


class Address(Model):
    first_name: str
    last_name: str
    address1: str
    city: str
    postal_code: str
    country_code: str


class Customer(Model):
    first_name: str
    email: str
    billing_address: Address
    shipping_address: Address


class Tax(Model):
    title: str
    price: Decimal
    rate: Decimal


class LineItem(Model):
    id: str
    sku: str
    title: str
    quantity: int
    price: Decimal
    grams: Decimal
    shipping_price: Decimal
    taxes: list[Tax]


class Fulfillment(Model):
    id: str
    status: str
    location_id: str
    line_items: list[LineItem]


class AdditionalField(Model):
    name: str
    value: str


class Order(Model):
    id: str
    business_id: str
    channel_id: str
    channel_order_id: str
    status: str
    alphabetic_currency_code: str
    purchased_at: datetime
    created_at: datetime
    updated_at: datetime
    total_price: Decimal
    subtotal_price: Decimal
    total_tax: Decimal
    total_shipping_price: Decimal
    total_grams: Decimal
    customer: Customer
    line_items: list[LineItem]
    fulfillments: list[Fulfillment]
    additional_fields: list[AdditionalField]
"""

_FIRST_CALL = """
from {package} import {client}

with {client}(api_key="secret", base_url="{{url}}") as client:
    client.{call}
"""

FIRST_CALLS = {
    "ChannelEngine": (
        _BARE_FIRST_CALL.format(models=_REPORT_STATUS, path="/v2/reports/PF_1/status", model="ReportStatusResponse"),
        _FIRST_CALL.format(package="channelengine", client="ChannelEngine", call='reports.status("PF_1")'),
    ),
    "ChannelApe": (
        _BARE_FIRST_CALL.format(models=_ORDER, path="/v1/orders/order-1", model="Order"),
        _FIRST_CALL.format(package="channelape", client="ChannelApe", call='orders.get("order-1")'),
    ),
}
"""By client: a program that makes one call with httpx, pydantic and models only, and one that uses the client."""

_MEASURED = """
import json, time


def memory(line):
    with open("/proc/self/status") as status:
        return next(int(each.split()[1]) * 1024 for each in status if each.startswith(line))


idle, begin = memory("VmRSS"), time.perf_counter()
{download}
print(json.dumps({{"seconds": time.perf_counter() - begin, "idle": idle, "most": memory("VmHWM")}}))
"""

BARE_DOWNLOAD = """
import httpx

client = httpx.Client()
client.get("{url}/v2/reports/PF_1/status")
""" + _MEASURED.replace(
    "{download}",
    """
with client.stream("GET", "{url}/v2/reports/{mebibytes}") as response, open("{target}", "wb") as file:
    for chunk in response.iter_bytes():
        file.write(chunk)
""",
)

DOWNLOAD = """
from channelengine import ChannelEngine

client = ChannelEngine(api_key="secret", base_url="{url}", rate_limits=False)
client.reports.status("PF_1")
""" + _MEASURED.replace("{download}", 'client.reports.retrieve_to("{mebibytes}", "{target}")')

"""Report shipments of the orders of yesterday to ChannelApe, from a CSV file of your warehouse.

The CSV file needs the columns order, carrier and tracking_number, where `order` is the channel's number of an order.
Orders that already have a fulfillment with the tracking number stay as they are, so the program can run at any time.

    pip install channelape-client
    export CHANNELAPE_TOKEN=...
    python ship_orders.py shipments.csv --channel 9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d

Exit status: 0 all shipments were reported, 1 some were not, 2 the orders could not be read.
"""

import argparse
import csv
import logging
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from channelape import ChannelApe, ChannelApeError, ErrorCode
from channelape.models import Fulfillment, FulfillmentStatus, Order, OrderStatus

LOGGER = logging.getLogger("ship_orders")
Shipment = dict[str, str]


def main() -> int:
    options = parse_arguments()
    logging.basicConfig(level=options.log_level, format="%(asctime)s %(levelname)s %(message)s")
    failed = 0
    try:
        shipments = read_shipments(Path(options.shipments))
        with ChannelApe(base_url=options.base_url) as client:
            for order in orders_of(client, options.channel, options.days):
                shipment = shipments.pop(order.channel_order_id, None)
                if shipment is not None and not ship(client, order, shipment):
                    failed += 1
    except (ChannelApeError, OSError, ValueError) as error:
        LOGGER.error("%s", error)
        return 2
    for number in shipments:
        LOGGER.warning("%s: there is no such order in this time", number)
    return 1 if failed or shipments else 0


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shipments", help="CSV file with the columns order, carrier and tracking_number")
    parser.add_argument("--channel", required=True, help="id of the channel")
    parser.add_argument(
        "--days", type=int, default=1, help="how many days before today to read (default: 1, yesterday)"
    )
    parser.add_argument("--base-url", help="another address, such as that of a local server")
    parser.add_argument("--log-level", default="INFO", choices=["DEBUG", "INFO", "WARNING", "ERROR"])
    return parser.parse_args()


def read_shipments(path: Path) -> dict[str, Shipment]:
    with path.open(newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    for number, row in enumerate(rows, 2):
        if not (row.get("order") and row.get("carrier") and row.get("tracking_number")):
            raise ValueError(f"{path}:{number}: needs order, carrier and tracking_number")
    return {row["order"]: row for row in rows}


def orders_of(client: ChannelApe, channel_id: str, days: int) -> Iterator[Order]:
    """Yield the orders that were placed on the days before today, in UTC."""
    today = datetime.now(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    yield from client.orders.list(
        channel_id=channel_id,
        start_date=today - timedelta(days=days),
        end_date=today - timedelta(milliseconds=1),
        size=250,
    )


def ship(client: ChannelApe, order: Order, shipment: Shipment) -> bool:
    """Add a fulfillment to an order unless it is there; returns whether the order has it now."""
    tracking_number = shipment["tracking_number"]
    if any(each.tracking_number == tracking_number for each in order.fulfillments):
        LOGGER.info("%s: already reported", order.channel_order_id)
        return True
    if order.status == OrderStatus.CANCELED:
        LOGGER.error("%s: the order was canceled", order.channel_order_id)
        return False
    fulfillment = Fulfillment(
        line_items=order.line_items,
        status=FulfillmentStatus.SUCCESS,
        shipping_company=shipment["carrier"],
        tracking_number=tracking_number,
        shipped_at=datetime.now(UTC),
    )
    try:  # the list is replaced as a whole, so it has the earlier fulfillments too
        client.orders.patch(order.id, fulfillments=[*order.fulfillments, fulfillment], channel_sync=True)
    except ChannelApeError as error:
        if ErrorCode.ORDER_NOT_FOUND in error.codes:
            LOGGER.error("%s: the order was deleted", order.channel_order_id)
        else:
            LOGGER.error("%s: %s", order.channel_order_id, error)
        return False
    LOGGER.info("%s: reported %s", order.channel_order_id, tracking_number)
    return True


if __name__ == "__main__":
    sys.exit(main())

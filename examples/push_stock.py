"""Send stock counts from a CSV file to ChannelApe, in batches, and write what failed to another CSV file.

The CSV file needs the columns sku, location_id and quantity. Started again with the same file and journal, the program
sends only what was not accepted before, and ChannelApe applies nothing twice.

    pip install channelape-client
    export CHANNELAPE_TOKEN=...
    python push_stock.py counts.csv --business 7c9e6679-7425-40de-944b-e07fc1f90ae7 --failures failures.csv

Exit status: 0 everything was accepted, 1 something failed, 2 nothing could be sent.
"""

import argparse
import csv
import logging
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from channelape import Batching, BatchPart, BatchResult, ChannelApe, ChannelApeError
from channelape.models import Batch, BatchStatus

LOGGER = logging.getLogger("push_stock")
Row = dict[str, str]


def main() -> int:
    options = parse_arguments()
    logging.basicConfig(level=options.log_level, format="%(asctime)s %(levelname)s %(message)s")
    try:
        rows = read_rows(Path(options.counts))
        with ChannelApe(base_url=options.base_url) as client:
            batching = Batching(journal=Path(options.journal), on_part=log_part)
            result = client.batches.create_all(adjustments(rows), business_id=options.business, batching=batching)
            write_failures(Path(options.failures), rows, result)
            LOGGER.info("%d accepted, %d failed", result.accepted, result.failed)
            is_complete = wait(client, result, options.timeout)
    except (ChannelApeError, OSError, ValueError) as error:
        LOGGER.error("%s", error)
        return 2
    if result.failed:
        return 1
    Path(options.journal).unlink(missing_ok=True)  # the next file is another list
    return 0 if is_complete else 1


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("counts", help="CSV file with the columns sku, location_id and quantity")
    parser.add_argument("--business", required=True, help="id of the business")
    parser.add_argument("--failures", default="failures.csv", help="file for what failed (default: %(default)s)")
    parser.add_argument("--journal", default="push_stock.journal", help="file to continue from (default: %(default)s)")
    parser.add_argument("--timeout", type=float, default=300, help="seconds to wait until the batches are processed")
    parser.add_argument("--base-url", help="another address, such as that of a local server")
    parser.add_argument("--log-level", default="INFO", choices=["DEBUG", "INFO", "WARNING", "ERROR"])
    return parser.parse_args()


def read_rows(path: Path) -> list[Row]:
    with path.open(newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    for number, row in enumerate(rows, 2):
        if not (row.get("sku") and row.get("location_id") and row.get("quantity", "").lstrip("-").isdecimal()):
            raise ValueError(f"{path}:{number}: needs sku, location_id and a whole quantity")
    return rows


def adjustments(rows: list[Row]) -> Iterator[dict[str, object]]:
    for row in rows:
        yield {
            "sku": row["sku"],
            "location_id": row["location_id"],
            "inventory_status": "ON_HAND",
            "quantity": int(row["quantity"]),
            "operation": "SET",
        }


def log_part(part: BatchPart[object, object]) -> None:
    LOGGER.info("rows %d to %d: %s", part.first + 1, part.end, part.error or "accepted")


def write_failures(path: Path, rows: list[Row], result: BatchResult[Batch, object]) -> None:
    """Write the rows that failed, with the documented code and message of each error."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(["sku", "location_id", "quantity", "code", "name", "message", "retryable"])
        for part in result.failures:
            for row in rows[part.first : part.end]:
                count = [row["sku"], row["location_id"], row["quantity"]]
                for code in part.error.codes if part.error else ():
                    writer.writerow([*count, code.value, code.name, code.message, code.retryable])
                if part.error and not part.error.codes:
                    writer.writerow([*count, "", type(part.error).__name__, part.error, ""])


def wait(client: ChannelApe, result: BatchResult[Batch, object], timeout: float) -> bool:
    """Wait until the batches are processed; ChannelApe does not report which of their adjustments failed."""
    pending = [part.value.id for part in result.parts if part.value]
    deadline = time.monotonic() + timeout
    while pending and time.monotonic() < deadline:
        pending = [batch for batch in pending if client.batches.get(batch).status != BatchStatus.COMPLETE]
        if pending:
            time.sleep(min(5.0, timeout / 100))
    if pending:
        LOGGER.warning("%d batches are not processed yet: %s", len(pending), ", ".join(pending))
    return not pending


if __name__ == "__main__":
    sys.exit(main())

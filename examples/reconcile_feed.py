"""Compare ChannelEngine's product feed with a table of your own, and write what is missing or different.

Made for cron or a container, once a night: it takes a recent report or orders one, and a run that was killed continues
where it stopped when it is started again with the same --report.

    pip install channelengine-client duckdb rich
    export CHANNELENGINE_API_KEY=... CHANNELENGINE_TENANT=your-shop
    python reconcile_feed.py shop.duckdb --table products --output differences.csv

The table needs the columns sku, price and stock. Exit status: 0 no differences, 1 differences, 2 the run failed.
"""

import argparse
import csv
import logging
import sys
from datetime import timedelta
from pathlib import Path

import duckdb
from channelengine import ChannelEngine, ChannelEngineError, PollingTimeoutError, Progress, SavedTable
from channelengine.models import ReportRow
from rich.console import Console
from rich.progress import Progress as Bar

LOGGER = logging.getLogger("reconcile_feed")
COMPARE = """
    CREATE OR REPLACE TEMP VIEW differences AS
    SELECT coalesce(feed.sku, own.sku) AS sku,
           CASE WHEN feed.sku IS NULL THEN 'missing in the feed'
                WHEN own.sku IS NULL THEN 'missing in the table'
                ELSE 'different' END AS difference,
           own.price AS own_price, feed.price AS feed_price, own.stock AS own_stock, feed.stock AS feed_stock
    FROM feed FULL OUTER JOIN {table} AS own ON feed.sku = own.sku
    WHERE (own.price, own.stock) IS DISTINCT FROM (feed.price, feed.stock)
    ORDER BY sku
"""


def main() -> int:
    options = parse_arguments()
    logging.basicConfig(level=options.log_level, format="%(asctime)s %(levelname)s %(message)s")
    try:
        with ChannelEngine(base_url=options.base_url) as client, duckdb.connect(options.database) as database:
            report = fetch_report(client, Path(options.report), options)
            LOGGER.info("%s: %d bytes of %s", report.path, report.size, report.media_type)
            LOGGER.info("%d products in the feed", load(report, database))
            return compare(database, options.table, options.output)
    except PollingTimeoutError as error:
        LOGGER.error("the report is not done yet (%s); start this program again to continue", error.state)
    except (ChannelEngineError, duckdb.Error, OSError) as error:
        LOGGER.error("%s", error)
    return 2


def parse_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("database", help="DuckDB database with your table; the feed is stored in its table 'feed'")
    parser.add_argument("--table", default="products", help="your table (default: %(default)s)")
    parser.add_argument("--output", default="differences.csv", help="file for the differences (default: %(default)s)")
    parser.add_argument("--report", default="report", help="file for the report (default: %(default)s)")
    parser.add_argument(
        "--max-age", type=float, default=12, help="age in hours at which a report is too old to be used"
    )
    parser.add_argument("--timeout", type=float, default=3600, help="seconds to wait for a report")
    parser.add_argument("--interval", type=float, help="seconds between two questions for its state")
    parser.add_argument("--base-url", help="another address, such as that of a local server")
    parser.add_argument("--log-level", default="INFO", choices=["DEBUG", "INFO", "WARNING", "ERROR"])
    return parser.parse_args()


def fetch_report(client: ChannelEngine, path: Path, options: argparse.Namespace) -> SavedTable[ReportRow]:
    console = Console(stderr=True)
    with Bar(console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("report", total=None)

        def show(progress: Progress) -> None:
            bar.update(task, description=progress.state, completed=progress.received, total=progress.total)

        return client.reports.export(
            path,
            accept="text/csv",
            reuse_within=timedelta(hours=options.max_age),
            resume=True,
            timeout=options.timeout,
            interval=options.interval,
            on_progress=show,
        )


def load(report: SavedTable[ReportRow], database: duckdb.DuckDBPyConnection) -> int:
    """Store the feed in the table `feed`, and return the number of its products."""
    path, columns = report.path, ("MerchantProductNo", "Price", "Stock")
    if report.media_type != "text/csv":  # which DuckDB reads itself
        path = path.with_name(f"{path.name}.csv")
        with path.open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(columns)
            writer.writerows((row.merchant_product_no, row.price, row.stock) for row in report.rows())
    database.execute("CREATE OR REPLACE TABLE feed (sku VARCHAR, price DECIMAL(18, 2), stock BIGINT)")
    select = f"SELECT {', '.join(columns)} FROM read_csv(?, all_varchar = true)"  # noqa: S608 - our own names
    database.execute(f"INSERT INTO feed {select}", [str(path)])
    return database.table("feed").shape[0]


def compare(database: duckdb.DuckDBPyConnection, table: str, output: str) -> int:
    """Write the differences and print how many there are; returns the exit status."""
    quoted = '"' + table.replace('"', '""') + '"'
    database.execute(COMPARE.format(table=quoted))
    database.execute("COPY (SELECT * FROM differences) TO ? (HEADER)", [output])
    counts = database.execute("SELECT difference, count(*) FROM differences GROUP BY difference ORDER BY 1").fetchall()
    for difference, count in counts:
        print(f"{difference}: {count}")
    print(f"written to {output}" if counts else "no differences")
    return 1 if counts else 0


if __name__ == "__main__":
    sys.exit(main())

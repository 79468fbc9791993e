"""The documented workflow of the vendor, run by the generated client against a local server, sync and then async."""

import asyncio
import csv
import io
import logging
import time

from channelengine import AsyncChannelEngine, ChannelEngine, NotReadyError
from channelengine.models import ReportStatus, ReportType
from rich.console import Console
from rich.table import Table

from channelsmith.sandbox import run

TIME_SCALE = 0.02  # a minute of the API takes 1.2 seconds here
MINUTE = 60 * TIME_SCALE
MOST_POLLS = 10

console = Console(highlight=False, soft_wrap=True)


def sync_round(url: str) -> None:
    """Look for a report, request one, poll, download it, compare, and find it in the list."""
    console.rule("sync")
    with ChannelEngine(api_key="sandbox-key", base_url=url, max_retries=5) as client:
        there = client.reports.list_available(report_type=ReportType.PRODUCT_FEED)
        console.print(f"reports already there   {', '.join(there.content)}")

        ordered = client.reports.generate().content
        console.print(f"ordered                 {ordered.report_id} ({ordered.report_status.value})")

        try:
            client.reports.retrieve(ordered.report_id)
        except NotReadyError as error:
            console.print(f"fetched too early       {error}")

        for _ in range(MOST_POLLS):
            state = client.reports.status(ordered.report_id).content
            console.print(f"status                  {state.status.value}")
            if state.status is not ReportStatus.IN_PROGRESS:
                break
            time.sleep(MINUTE)

        show(client.reports.retrieve(ordered.report_id, accept="text/csv").text)
        if state.resource_url is not None:
            linked = client.with_options(headers={"Accept": "application/xml"}).fetch(state.resource_url)
            console.print(f"the same by ResourceUrl {len(linked.data):,} bytes of {linked.media_type}")
        unknown = client.reports.status("PF_made-up").content
        console.print(f"a made-up id            {unknown.status.value}, no exception")


async def async_round(url: str) -> None:
    """The same in a few lines; two calls to one endpoint within a minute wait for the rate limit."""
    console.rule("async")
    async with AsyncChannelEngine(api_key="sandbox-key", base_url=url, max_retries=5) as client:
        ordered = (await client.reports.generate()).content
        for _ in range(MOST_POLLS):
            state = (await client.reports.status(ordered.report_id)).content
            console.print(f"status                  {state.status.value}")
            if state.status is not ReportStatus.IN_PROGRESS:
                break
            await asyncio.sleep(MINUTE)
        report = await client.reports.retrieve(ordered.report_id)
        console.print(f"fetched                 {len(report.data):,} bytes of {report.media_type}")
        there = await client.reports.list_available(report_type="PRODUCT_FEED")
        console.print(f"in the list             {ordered.report_id in there.content}")


def show(text: str) -> None:
    """Return the first rows of a report."""
    rows = list(csv.DictReader(io.StringIO(text)))
    columns = ("MerchantProductNo", "Name", "Price", "Stock")
    table = Table(*columns, title=f"{len(rows)} products and offers", title_justify="left")
    for row in rows[:5]:
        table.add_row(*(row[column] for column in columns))
    console.print(table)


def main() -> None:
    """Run the server on a free port of loopback."""
    logging.basicConfig(format="%(name)-24s%(message)s", level=logging.WARNING)
    logging.getLogger("channelengine").setLevel(logging.INFO)
    with run("channelengine", time_scale=TIME_SCALE, pending_seconds=90) as server:
        console.print(f"a local server of the API on {server.url}, where a minute takes {MINUTE:g} seconds")
        sync_round(server.url)
        asyncio.run(async_round(server.url))
    console.print("\nOnly the local server was called. The client is in generated/channelengine; see README.md.")


if __name__ == "__main__":
    main()

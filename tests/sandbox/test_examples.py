"""The programs in `examples/`, run against local servers as they are."""

import csv
import importlib.util
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import duckdb
import httpx
import pytest
from channelape import ChannelApe
from channelengine import ChannelEngine

from channelsmith.sandbox import Running, run

FOLDER = Path(__file__).parents[2] / "examples"
KEY = "sandbox-key"
BUSINESS = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
ORDER = "c2a94f1e-7d38-4b65-9e07-1f8b3a6d5c20"


@pytest.fixture(scope="module")
def channelape() -> Iterator[Running]:
    with run("channelape", time_scale=0.001, keys=(KEY,)) as server:
        yield server


@pytest.fixture(scope="module")
def channelengine() -> Iterator[Running]:
    with run("channelengine", time_scale=0.0001, pending_seconds=5_000, rows=50, keys=(KEY,)) as server:
        yield server


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., int]:
    """Runs the main function of an example in an empty folder, and returns the exit status."""
    monkeypatch.chdir(tmp_path)
    for name in ("CHANNELENGINE_API_KEY", "CHANNELAPE_TOKEN"):
        monkeypatch.setenv(name, KEY)

    def perform(name: str, *arguments: str, url: str) -> int:
        spec = importlib.util.spec_from_file_location(f"example_{name}", FOLDER / f"{name}.py")
        assert spec
        assert spec.loader
        module: Any = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        monkeypatch.setattr(sys, "argv", [name, *arguments, "--base-url", url, "--log-level", "WARNING"])
        status: int = module.main()
        return status

    return perform


def write(name: str, *lines: str) -> None:
    Path(name).write_text("\n".join(lines) + "\n", "utf-8")


def read(name: str) -> list[dict[str, str]]:
    with Path(name).open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", [path.stem for path in sorted(FOLDER.glob("*.py"))])
def test_an_example_is_short_and_explains_itself(
    name: str, program: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    text = (FOLDER / f"{name}.py").read_text("utf-8")
    assert len(text.splitlines()) < 120
    with pytest.raises(SystemExit) as caught:
        program(name, "--help", url="")
    assert (caught.value.code, "Exit status" in capsys.readouterr().out) == (0, True)


# ---------------------------------------------------------------- reconcile_feed.py


@pytest.fixture
def database(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, channelengine: Running) -> str:
    """A database with a table that equals the feed in all but three products."""
    monkeypatch.chdir(tmp_path)
    with ChannelEngine(api_key=KEY, base_url=channelengine.url) as client, duckdb.connect("shop.duckdb") as connection:
        rows = list(client.reports.export_rows(interval=0.1))
        connection.execute('CREATE TABLE "my products" (sku VARCHAR, price DECIMAL(18, 2), stock BIGINT)')
        own = [(row.merchant_product_no, row.price, row.stock) for row in rows[2:]]
        own += [("SKU-00002", rows[1].price, 10_000), ("SKU-OWN", 1, 1)]
        values = ", ".join(["(?, ?, ?)"] * len(own))  # much faster than `executemany`
        insert = f'INSERT INTO "my products" VALUES {values}'  # noqa: S608 - nothing but question marks
        connection.execute(insert, [cell for row in own for cell in row])
    return "shop.duckdb"


RECONCILE = ("reconcile_feed", "shop.duckdb", "--table", "my products", "--interval", "0.1")


@pytest.mark.usefixtures("database")
def test_what_is_missing_or_different_is_written(
    program: Callable[..., int], channelengine: Running, capsys: pytest.CaptureFixture[str]
) -> None:
    assert program(*RECONCILE, url=channelengine.url) == 1
    assert capsys.readouterr().out.splitlines() == [
        *("different: 1", "missing in the feed: 1", "missing in the table: 1", "written to differences.csv")
    ]
    assert [(row["sku"], row["difference"], row["own_stock"]) for row in read("differences.csv")] == [
        ("SKU-00001", "missing in the table", ""),
        ("SKU-00002", "different", "10000"),
        ("SKU-OWN", "missing in the feed", "1"),
    ]
    with duckdb.connect("shop.duckdb") as connection:
        connection.execute('DELETE FROM "my products"')
        connection.execute('INSERT INTO "my products" FROM feed')
    assert program(*RECONCILE, url=channelengine.url) == 0
    assert read("differences.csv") == []


@pytest.mark.usefixtures("database")
def test_a_run_that_ran_out_of_time_continues_with_its_report(
    program: Callable[..., int], channelengine: Running
) -> None:
    ordered = reports(channelengine)
    assert program(*RECONCILE, "--max-age", "0", "--timeout", "0", url=channelengine.url) == 2
    assert program(*RECONCILE, url=channelengine.url) == 1
    assert reports(channelengine) - ordered == 1


def reports(server: Running) -> int:
    """How many reports were ordered."""
    listed = httpx.get(f"{server.control_url}/requests", params={"limit": 1000}).json()
    return sum(each["operation"] == "generateReport" for each in listed["requests"])


def test_a_table_that_does_not_exist_is_an_error(program: Callable[..., int], channelengine: Running) -> None:
    assert program(*RECONCILE, url=channelengine.url) == 2


# ---------------------------------------------------------------- push_stock.py


def test_counts_are_sent_and_failures_written(program: Callable[..., int], channelape: Running) -> None:
    write("counts.csv", "sku,location_id,quantity", *(f"PUSH-{n},87,{n}" for n in range(30)))
    assert program("push_stock", "counts.csv", "--business", BUSINESS, "--timeout", "9", url=channelape.url) == 0
    assert (read("failures.csv"), Path("push_stock.journal").exists()) == ([], False)
    assert program("push_stock", "counts.csv", "--business", "unknown", url=channelape.url) == 1
    failures = read("failures.csv")
    assert (len(failures), failures[3]) == (
        30,
        {
            "sku": "PUSH-3",
            "location_id": "87",
            "quantity": "3",
            "code": "17",
            "name": "INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS",
            "message": "Only a member of this business can perform this action.",
            "retryable": "False",
        },
    )


@pytest.mark.parametrize("line", ["PUSH-1,87,many", "PUSH-1,,1", ",87,1"])
def test_a_row_that_cannot_be_sent_stops_the_program(
    program: Callable[..., int], channelape: Running, line: str, caplog: pytest.LogCaptureFixture
) -> None:
    write("counts.csv", "sku,location_id,quantity", "PUSH-0,87,1", line)
    assert program("push_stock", "counts.csv", "--business", BUSINESS, url=channelape.url) == 2
    assert "counts.csv:3: needs sku, location_id and a whole quantity" in caplog.text


# ---------------------------------------------------------------- ship_orders.py


def test_orders_of_yesterday_are_shipped_once(program: Callable[..., int], channelape: Running) -> None:
    with ChannelApe(token=KEY, base_url=channelape.url) as client:
        channel = client.orders.get(ORDER).channel_id
        now = datetime.now(UTC)
        for number, days in (("Y-1", 1), ("Y-2", 1), ("OLD", 3)):
            client.orders.create(
                channel_id=channel,
                channel_order_id=number,
                status="OPEN",
                alphabetic_currency_code="EUR",
                purchased_at=now - timedelta(days=days),
                line_items=[{"id": "1", "sku": "LAMP-1", "quantity": 2}],
            )
        write("shipments.csv", "order,carrier,tracking_number", "Y-1,UPS,T-1")
        statuses = [program("ship_orders", "shipments.csv", "--channel", channel, url=channelape.url) for _ in range(2)]
        write("shipments.csv", "order,carrier,tracking_number", "Y-2,UPS,T-2", "OLD,UPS,T-3")
        statuses.append(program("ship_orders", "shipments.csv", "--channel", channel, url=channelape.url))
        orders = client.orders.list(channel_id=channel, start_date=now - timedelta(days=4))
        shipped = {order.channel_order_id: order.fulfillments for order in orders}
    assert statuses == [0, 0, 1]
    assert [[each.tracking_number for each in shipped[number]] for number in ("Y-1", "Y-2", "OLD")] == [
        *(["T-1"], ["T-2"], [])
    ]
    assert [(each.id, each.quantity) for each in shipped["Y-1"][0].line_items] == [("1", 2)]


# ---------------------------------------------------------------- handle_errors.py


@pytest.mark.parametrize(
    ("order", "token", "expected"),
    [
        (ORDER, KEY, (0, "")),
        ("c2a94f1e-0000-4b65-9e07-1f8b3a6d5c20", KEY, (1, "there is no such order")),
        (ORDER, "wrong", (2, "code 12, INVALID_AUTHORIZATION_TOKEN: Invalid authorization token")),
        (ORDER, "", (2, "check CHANNELAPE_TOKEN")),
        ("", KEY, (2, "check the arguments")),
    ],
)
def test_errors_are_told_apart(
    program: Callable[..., int],
    channelape: Running,
    *,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    order: str,
    token: str,
    expected: tuple[int, str],
) -> None:
    monkeypatch.setenv("CHANNELAPE_TOKEN", token)
    assert program("handle_errors", order, url=channelape.url) == expected[0]
    assert expected[1] in caplog.text


def test_a_server_that_cannot_be_reached_is_tried_later(program: Callable[..., int]) -> None:
    assert program("handle_errors", ORDER, "--max-elapsed", "0.001", url="http://127.0.0.1:1") == 75

"""State that is kept in a file: what was acknowledged survives the end of the process, however it ends."""

from __future__ import annotations

import re
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from channelsmith.sandbox import SettingError, run
from support.pets import PETS
from support.sandboxes import CHANNELAPE, CHANNELENGINE, start

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

BUSINESS = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
HEADERS = {"Authorization": "Bearer sandbox-key", "X-CE-KEY": "sandbox-key"}


@contextmanager
def killed(api: str, state: Path, *options: str) -> Generator[httpx.Client]:
    """A client of a real process that is killed in the end."""
    command = [sys.executable, "-m", "channelsmith", "sandbox", api, "--port", "0", "--state", str(state)]
    command += ["--items", "0", "--time-scale", "0.00001", *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        url = next(found[0] for line in process.stderr if (found := re.search(r"http://\S+", line)))
        with httpx.Client(base_url=url, headers=HEADERS) as client:
            yield client
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=20)
    assert process.returncode == -signal.SIGKILL


def adjust(client: httpx.Client, key: str) -> Any:
    body = {"locationId": "87", "inventoryStatus": "ON_HAND", "quantity": 5}
    headers = {"X-Channel-Ape-Idempotent-Key": key}
    return client.post("/v1/inventories/10233/quantities/adjusts", json=body, headers=headers).json()


def test_a_killed_server_goes_on_where_it_was(tmp_path: Path) -> None:
    state = tmp_path / "state.db"
    with killed("channelape", state) as client:
        made = client.post("/v1/inventories", json={"businessId": BUSINESS, "sku": "NEW-1"}).json()
        client.delete("/v1/orders/81b5c0d3-6fe4-4a27-b90c-d3e7f52a1846")
        first = adjust(client, "once")
    with killed("channelape", state) as client:
        item = client.get(f"/v1/inventories/{made['id']}").json()
        gone = client.get("/v1/orders/81b5c0d3-6fe4-4a27-b90c-d3e7f52a1846").status_code
        again = adjust(client, "once")
        listed = client.get("/v1/inventories/10233/quantities").json()["quantities"]
        following = client.post("/v1/inventories", json={"businessId": BUSINESS, "sku": "NEW-2"}).json()
    on_hand = next(each["quantity"] for each in listed if each["inventoryStatus"] == "ON_HAND")
    assert (item, gone, again, on_hand) == (made, 404, first, 5)
    assert int(following["id"]) == int(made["id"]) + 1


def test_what_was_put_off_happens_after_a_restart(tmp_path: Path) -> None:
    options: dict[str, Any] = {"headers": HEADERS, "items": 0, "state": tmp_path / "state.db", "pending_seconds": 60}
    before = start(CHANNELAPE, **options)
    adjustment = {"idempotentKey": "a", "sku": "NEW-1", "locationId": "87", "inventoryStatus": "ON_HAND"}
    body = {"businessId": BUSINESS, "adjustments": [{**adjustment, "quantity": 4, "operation": "SET"}]}
    batch = before.post("/v1/batches", json=body).json()
    before.app.state.api.close()
    after = start(CHANNELAPE, **options)
    states = [after.get(f"/v1/batches/{batch['id']}").json()["status"]]
    after.clock.now += 60
    states.append(after.get(f"/v1/batches/{batch['id']}").json()["status"])
    after.app.state.api.close()
    assert states == ["READY", "COMPLETE"]


def test_reports_survive_too(tmp_path: Path) -> None:
    state = tmp_path / "state.db"
    with killed("channelengine", state, "--pending-seconds", "0") as client:
        report = client.post("/v2/reports/feed").json()["Content"]["ReportId"]
    with killed("channelengine", state, "--pending-seconds", "0") as client:
        status = client.get(f"/v2/reports/{report}/status").json()["Content"]["Status"]
        listed = client.get("/v2/reports/channel/available?reportType=PRODUCT_FEED").json()["Content"]
    assert status == "DONE"
    assert sorted(listed) == sorted(["23-13.csv", "23-13.xml", "23.csv", "23.xml", report])


def test_lists_keep_their_order(tmp_path: Path) -> None:
    options: dict[str, Any] = {"headers": HEADERS, "items": 20, "state": tmp_path / "state.db"}
    orders: list[Any] = []
    for _ in range(2):
        sandbox = start(CHANNELAPE, **options)
        orders.append(sandbox.get("/v1/orders", params={"businessId": BUSINESS}).json()["orders"])
        sandbox.app.state.api.close()
    assert orders[0] == orders[1] != []


def test_a_file_of_another_api_is_refused(tmp_path: Path) -> None:
    state = tmp_path / "state.db"
    start(CHANNELENGINE, state=state).app.state.api.close()
    with pytest.raises(SettingError, match="has the items of another API"):
        start(CHANNELAPE, state=state)


def test_a_file_that_is_no_state_is_refused(tmp_path: Path) -> None:
    state = tmp_path / "notes.txt"
    state.write_text("milk, eggs\n" * 100, encoding="utf-8")
    with pytest.raises(SettingError, match=r"cannot use .*: file is not a database"):
        start(CHANNELENGINE, state=state)
    assert state.read_text(encoding="utf-8").startswith("milk")


def test_a_database_of_somebody_else_is_refused_and_left_alone(tmp_path: Path) -> None:
    state = tmp_path / "other.db"
    with closing(sqlite3.connect(state)) as database:
        database.execute("CREATE TABLE items (name TEXT)")
    before = state.read_bytes()
    with pytest.raises(SettingError, match="is a database of another program"):
        start(CHANNELENGINE, state=state)
    assert state.read_bytes() == before


def test_a_file_serves_one_server_at_a_time(tmp_path: Path) -> None:
    spec = tmp_path / "openapi.yaml"
    spec.write_text(PETS, encoding="utf-8")
    with (
        run(spec, state=tmp_path / "state.db"),
        pytest.raises(SettingError, match="locked"),
        run(spec, state=tmp_path / "state.db"),
    ):
        pass


def test_a_reset_goes_back_to_the_start_for_good(tmp_path: Path) -> None:
    options: dict[str, Any] = {"headers": HEADERS, "items": 0, "state": tmp_path / "state.db"}
    sandbox = start(CHANNELAPE, **options)
    before = sandbox.get("/_sandbox/state").json()
    sandbox.post("/v1/inventories", json={"businessId": BUSINESS, "sku": "NEW-1"})
    sandbox.post("/_sandbox/state/reset")
    sandbox.app.state.api.close()
    again = start(CHANNELAPE, **options)
    after = again.get("/_sandbox/state").json()
    again.app.state.api.close()
    assert after == before

"""One entry a request, as text and as JSON, and no secret in it."""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

import pytest

from channelsmith.sandbox import SettingError
from channelsmith.sandbox.log import JsonLines
from support.sandboxes import CHANNELENGINE, start
from support.shop import KEY, written

if TYPE_CHECKING:
    from pathlib import Path

LOGGER = "channelsmith.sandbox"


@pytest.mark.usefixtures("shown_on_purpose")
@pytest.mark.parametrize(
    ("url", "line"),
    [
        (
            "/api/v2/reports/channel/available?reportType=PRODUCT_FEED&apikey=sandbox-key",
            "GET /api/v2/reports/channel/available?reportType=PRODUCT_FEED&apikey=*** 200 listAvailableReports",
        ),
        ("/v2/reports/23.csv/status?api_key=canary", "GET /v2/reports/23.csv/status?api_key=*** 401 getReportStatus"),
        ("/elsewhere?apikey=canary", "GET /elsewhere?apikey=*** 404 -"),
        ("/elsewhere?canary", "GET /elsewhere?canary 404 -"),
        ("/a%0Ab", "GET /a%0Ab 404 -"),
        ("/a/sandbox%2Dkey/b", "GET /a/***/b 404 -"),
        (
            "/v2/reports/channel/available?reportType=sandbox%2dkey",
            "GET /v2/reports/channel/available?reportType=*** 401 listAvailableReports",
        ),
    ],
)
def test_a_request_is_one_line_that_shows_declared_parameters_only(
    caplog: pytest.LogCaptureFixture, url: str, line: str
) -> None:
    caplog.set_level(logging.INFO, LOGGER)
    start(CHANNELENGINE).get(url)
    assert [record.message for record in caplog.records if record.name == LOGGER] == [line]


def test_a_fault_is_named_in_the_line(caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    caplog.set_level(logging.INFO, LOGGER)
    start(written(tmp_path), headers=KEY).get("/api/orders", headers={"x-sandbox-fault": "5xx"})
    assert [record.message for record in caplog.records if record.name == LOGGER] == [
        "GET /api/orders 502 listOrders fault 5xx"
    ]


@pytest.mark.usefixtures("shown_on_purpose")
def test_the_file_gets_a_line_of_json_for_each_request(tmp_path: Path) -> None:
    log = tmp_path / "requests.jsonl"
    log.write_text('{"kept": true}\n', encoding="utf-8")
    sandbox = start(written(tmp_path), headers=KEY, log=log)
    sandbox.get("/api/orders?size=1&key=sandbox-key", headers={"x-request-id": "r1"})
    sandbox.post("/api/orders", json={}, headers={"x-sandbox-fault": "applied=503"})
    kept, first, second = (json.loads(line) for line in log.read_text("utf-8").splitlines())
    assert kept == {"kept": True}
    assert first.pop("ms") > 0
    assert first.pop("sent") > 0
    assert first == {
        "time": "2026-03-01T12:00:00.000Z",
        "id": "r1",
        "method": "GET",
        "path": "/api/orders",
        "query": "size=1&key=***",
        "operation": "listOrders",
        "status": 200,
        "fault": None,
        "received": 0,
        "reason": None,
    }
    assert (second["status"], second["fault"], second["received"]) == (503, "applied=503", 2)
    assert "sandbox-key" not in log.read_text("utf-8")


def test_a_file_that_can_not_be_written_is_a_message_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(SettingError, match=r"log: cannot write .*: no such file or directory\n    hint: "):
        start(written(tmp_path), log=tmp_path / "none" / "log")


def test_lines_of_json_hold_what_is_said_besides_requests(caplog: pytest.LogCaptureFixture, tmp_path: Path) -> None:
    caplog.set_level(logging.INFO, LOGGER)
    start(written(tmp_path), headers=KEY).get("/api/orders")
    logging.getLogger(LOGGER).warning("two\nlines")
    request, other = (json.loads(JsonLines().format(record)) for record in caplog.records if record.name == LOGGER)
    assert (request["operation"], request["status"]) == ("listOrders", 200)
    assert (other["level"], other["message"]) == ("warning", "two\nlines")

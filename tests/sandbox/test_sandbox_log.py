"""One line a request, and no secret in it."""

from __future__ import annotations

import logging

import pytest

from support.sandboxes import CHANNELENGINE, start


@pytest.mark.parametrize(
    ("url", "line"),
    [
        (
            "/api/v2/reports/channel/available?reportType=PRODUCT_FEED&apikey=sandbox-key",
            "GET /api/v2/reports/channel/available?reportType=PRODUCT_FEED&apikey=*** 200 listAvailableReports",
        ),
        ("/v2/reports/23.csv/status?api_key=canary", "GET /v2/reports/23.csv/status?api_key=*** 401 getReportStatus"),
        ("/elsewhere?apikey=canary", "GET /elsewhere?apikey=*** 404 -"),
        ("/a%0Ab", "GET /a%0Ab 404 -"),
    ],
)
def test_a_request_is_one_line_that_shows_declared_parameters_only(
    caplog: pytest.LogCaptureFixture, url: str, line: str
) -> None:
    caplog.set_level(logging.INFO, "channelsmith.sandbox")
    start(CHANNELENGINE).get(url)
    assert [record.message for record in caplog.records if record.name == "channelsmith.sandbox"] == [line]

"""The vendor's own test plan, seen from the server's side."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING, Any

import pytest

from support.sandboxes import CHANNELENGINE, Sandbox, start

if TYPE_CHECKING:
    import httpx

FEED = "/api/v2/reports/feed"
AVAILABLE = "/api/v2/reports/channel/available?reportType=PRODUCT_FEED"


@pytest.fixture
def sandbox() -> Sandbox:
    return start(CHANNELENGINE, headers={"X-CE-KEY": "sandbox-key"})


def generate(sandbox: Sandbox) -> str:
    report_id = sandbox.post(FEED).json()["Content"]["ReportId"]
    assert isinstance(report_id, str)
    return report_id


def status(sandbox: Sandbox, report_id: str) -> dict[str, object]:
    body: dict[str, dict[str, object]] = sandbox.get(f"/api/v2/reports/{report_id}/status").json()
    return body["Content"]


# ---------------------------------------------------------------- A1


def test_generating_answers_with_a_new_id_in_the_newer_envelope(sandbox: Sandbox) -> None:
    response = sandbox.post(FEED)
    body = response.json()
    assert response.status_code == 200
    assert re.fullmatch(r"PF_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", body["Content"].pop("ReportId"))
    assert body == {
        "Content": {"ReportStatus": "IN_PROGRESS"},
        "IsSuccess": True,
        "TraceId": None,
        "Errors": [],
        "Validations": [],
    }


def test_every_report_has_an_id_of_its_own(sandbox: Sandbox) -> None:
    first = generate(sandbox)
    sandbox.clock.now += 60
    assert generate(sandbox) != first


# ---------------------------------------------------------------- A2


def test_a_report_is_in_progress_and_then_done_with_a_path_below_the_base_url(sandbox: Sandbox) -> None:
    report_id = generate(sandbox)
    seen: list[dict[str, object]] = []
    for _ in range(3):
        seen.append(status(sandbox, report_id))
        sandbox.clock.now += 60
    assert seen == [
        {"Status": "IN_PROGRESS", "ResourceUrl": None},
        {"Status": "IN_PROGRESS", "ResourceUrl": None},
        {"Status": "DONE", "ResourceUrl": f"/v2/reports/{report_id}"},
    ]


def test_every_state_has_the_whole_envelope() -> None:
    sandbox = start(CHANNELENGINE, headers={"X-CE-KEY": "sandbox-key"}, fail_next=1)
    report_ids = [generate(sandbox)]
    sandbox.clock.now += 120
    report_ids += [generate(sandbox), "23-13.csv", "made-up"]
    bodies: list[dict[str, Any]] = []
    for report_id in report_ids:
        bodies.append(sandbox.get(f"/api/v2/reports/{report_id}/status").json())
        sandbox.clock.now += 60
    states = [body.pop("Content")["Status"] for body in bodies]
    assert states == ["FAILED", "IN_PROGRESS", "DONE", "NOT_FOUND"]
    assert all(
        body
        == {
            "StatusCode": 200,
            "RequestId": None,
            "LogId": None,
            "Success": True,
            "Message": None,
            "ExceptionType": None,
            "ValidationErrors": {},
        }
        for body in bodies
    )


def test_only_as_many_reports_fail_as_were_asked_to() -> None:
    sandbox = start(CHANNELENGINE, headers={"X-CE-KEY": "sandbox-key"}, fail_next=1, pending_seconds=0)
    states: list[object] = []
    for _ in range(2):
        states.append(status(sandbox, generate(sandbox))["Status"])
        sandbox.clock.now += 60
    assert states == ["FAILED", "DONE"]


def test_a_failed_report_has_no_address_and_no_content() -> None:
    sandbox = start(CHANNELENGINE, headers={"X-CE-KEY": "sandbox-key"}, fail_next=1, pending_seconds=0)
    report_id = generate(sandbox)
    assert status(sandbox, report_id) == {"Status": "FAILED", "ResourceUrl": None}
    assert sandbox.get(f"/api/v2/reports/{report_id}").content == b""


# ---------------------------------------------------------------- A3


PRODUCTS = [f"SKU-{number:05}" for number in range(1, 301)]


def fetch(media_type: str) -> httpx.Response:
    sandbox = start(CHANNELENGINE, headers={"X-CE-KEY": "sandbox-key"}, pending_seconds=0)
    response = sandbox.get(f"/api/v2/reports/{generate(sandbox)}", headers={"accept": media_type})
    assert response.headers["content-type"].partition(";")[0] == media_type
    return response


def test_a_finished_report_as_json_holds_three_hundred_products() -> None:
    assert [row["MerchantProductNo"] for row in fetch("application/json").json()] == PRODUCTS


def test_a_finished_report_as_csv_holds_three_hundred_products() -> None:
    rows = csv.DictReader(io.StringIO(fetch("text/csv").text))
    assert [row["MerchantProductNo"] for row in rows] == PRODUCTS


def test_a_finished_report_as_xml_holds_three_hundred_products() -> None:
    rows = re.findall("<MerchantProductNo>(.*)</MerchantProductNo>", fetch("application/xml").text)
    assert rows == PRODUCTS


@pytest.mark.parametrize(("report_id", "media_type"), [("23-13.csv", "text/csv"), ("23.xml", "application/xml")])
def test_a_listed_id_names_its_own_format(sandbox: Sandbox, report_id: str, media_type: str) -> None:
    response = sandbox.get(f"/api/v2/reports/{report_id}", headers={"accept": "application/json"})
    assert response.headers["content-type"].partition(";")[0] == media_type


def test_an_id_may_be_percent_encoded(sandbox: Sandbox) -> None:
    assert status(sandbox, "23%2D13%2Ecsv") == {"Status": "DONE", "ResourceUrl": "/v2/reports/23-13.csv"}


# ---------------------------------------------------------------- A4


def test_the_list_has_the_reports_that_were_always_there_in_the_classic_envelope(sandbox: Sandbox) -> None:
    body = sandbox.get(AVAILABLE).json()
    assert sorted(body["Content"]) == ["23-13.csv", "23-13.xml", "23.csv", "23.xml"]
    assert {name: body[name] for name in ("Count", "TotalCount", "ItemsPerPage", "StatusCode", "Success")} == {
        "Count": 4,
        "TotalCount": 4,
        "ItemsPerPage": 4,
        "StatusCode": 200,
        "Success": True,
    }


def test_a_report_appears_in_the_list_once_it_is_done(sandbox: Sandbox) -> None:
    report_id = generate(sandbox)
    before = sandbox.get(AVAILABLE).json()["Content"]
    sandbox.clock.now += 90
    after = sandbox.get(AVAILABLE).json()
    assert report_id not in before
    assert report_id in after["Content"]
    assert after["Count"] == 5


@pytest.mark.parametrize(
    ("bounds", "found"),
    [
        ("createdFrom=2026-03-01T12:00:00Z", True),
        ("createdFrom=2026-03-01T12:00:01Z", False),
        ("createdTo=2026-03-01T12:00:00Z", True),
        ("createdTo=2026-03-01T11:59:59Z", False),
        ("createdFrom=2026-03-01T13:00:00%2B01:00&createdTo=2026-03-01T13:00:00%2B01:00", True),
    ],
)
def test_the_bounds_of_creation_are_inclusive_and_know_zones(sandbox: Sandbox, bounds: str, *, found: bool) -> None:
    report_id = generate(sandbox)  # at 12:00:00Z
    sandbox.clock.now += 90
    assert (report_id in sandbox.get(f"{AVAILABLE}&{bounds}").json()["Content"]) is found


# ---------------------------------------------------------------- A5, A6


def test_an_unknown_id_is_not_found_in_a_200_body(sandbox: Sandbox) -> None:
    response = sandbox.get("/api/v2/reports/PF_made-up/status")
    assert response.status_code == 200
    assert response.json()["Content"] == {"Status": "NOT_FOUND", "ResourceUrl": None}


def test_a_report_that_is_fetched_too_early_is_empty(sandbox: Sandbox) -> None:
    response = sandbox.get(f"/api/v2/reports/{generate(sandbox)}")
    assert (response.status_code, response.content) == (200, b"")

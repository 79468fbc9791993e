"""The ways a call to the vendor's API is refused: authentication, rate limit, malformed requests."""

from __future__ import annotations

import pytest

from support.sandboxes import CHANNELENGINE, Sandbox, start

FEED = "/api/v2/reports/feed"
AVAILABLE = "/api/v2/reports/channel/available?reportType=PRODUCT_FEED"


@pytest.fixture
def sandbox() -> Sandbox:
    return start(CHANNELENGINE, headers={"X-CE-KEY": "sandbox-key"})


def generate(sandbox: Sandbox) -> str:
    report_id = sandbox.post(FEED).json()["Content"]["ReportId"]
    assert isinstance(report_id, str)
    return report_id


# ---------------------------------------------------------------- A7


@pytest.mark.usefixtures("shown_on_purpose")
@pytest.mark.parametrize(
    ("headers", "query", "code"),
    [
        ({"X-CE-KEY": "sandbox-key"}, "", 200),
        ({"x-ce-key": "sandbox-key"}, "", 200),
        ({}, "?apikey=sandbox-key", 200),
        ({}, "", 401),
        ({"X-CE-KEY": "merchant-key"}, "", 401),
        ({}, "?apikey=", 401),
        ({"Authorization": "Bearer sandbox-key"}, "", 401),
    ],
)
def test_either_form_of_the_key_opens_and_nothing_else_does(headers: dict[str, str], query: str, code: int) -> None:
    assert start(CHANNELENGINE, headers=headers).post(f"{FEED}{query}").status_code == code


def test_a_refusal_is_a_body_of_the_spec_without_the_key() -> None:
    response = start(CHANNELENGINE, headers={"X-CE-KEY": "canary-key"}).post(FEED)
    assert response.json() == {
        "Success": False,
        "StatusCode": 401,
        "Message": "The credentials are missing or not valid",
        "ValidationErrors": {},
    }


# ---------------------------------------------------------------- A8


def test_a_second_call_within_the_minute_is_told_when_to_come_back(sandbox: Sandbox) -> None:
    sandbox.post(FEED)
    sandbox.clock.now += 18.5
    response = sandbox.post(FEED)
    named = ("retry-after", "x-rate-limit-limit", "x-rate-limit-remaining")
    assert response.status_code == 429
    assert [response.headers[name] for name in named] == ["42", "1", "0"]
    assert response.json()["StatusCode"] == 429


def test_after_the_announced_wait_the_call_is_let_through(sandbox: Sandbox) -> None:
    sandbox.post(FEED)
    sandbox.clock.now += int(sandbox.post(FEED).headers["retry-after"])
    assert sandbox.post(FEED).status_code == 200


def test_each_operation_has_an_allowance_of_its_own(sandbox: Sandbox) -> None:
    report_id = generate(sandbox)
    urls = [f"/api/v2/reports/{report_id}/status", f"/api/v2/reports/{report_id}", AVAILABLE]
    assert [sandbox.get(url).status_code for url in urls] == [200, 200, 200]


def test_two_ids_share_the_allowance_of_one_operation(sandbox: Sandbox) -> None:
    urls = ["/api/v2/reports/23.csv/status", "/api/v2/reports/23.xml/status"]
    assert [sandbox.get(url).status_code for url in urls] == [200, 429]


# ---------------------------------------------------------------- malformed requests


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("", "reportType"),
        ("?reportType=", "reportType"),
        ("?reportType=ORDER_FEED", "reportType"),
        ("?reportType=PRODUCT_FEED&createdFrom=yesterday", "createdFrom"),
        ("?reportType=PRODUCT_FEED&createdTo=2026-03-01", "createdTo"),
    ],
)
def test_a_malformed_request_is_answered_with_the_field_that_is_wrong(sandbox: Sandbox, query: str, field: str) -> None:
    response = sandbox.get(f"/api/v2/reports/channel/available{query}")
    assert response.status_code == 400
    assert list(response.json()["ValidationErrors"]) == [field]
    assert field in response.json()["Message"]


def test_a_path_outside_the_api_is_404_and_a_wrong_method_405(sandbox: Sandbox) -> None:
    wrong = sandbox.get(FEED)
    assert sandbox.get("/api/v2/orders").status_code == 404
    assert (wrong.status_code, wrong.headers["allow"]) == (405, "POST")


def test_the_path_of_the_server_url_may_be_left_out(sandbox: Sandbox) -> None:
    assert sandbox.get("/v2/reports/23.csv/status").json()["Content"]["Status"] == "DONE"

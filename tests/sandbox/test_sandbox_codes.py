"""Failures have the documented code that fits, in the documented shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from channelsmith.diagnostics import UnusableInput
from support.sandboxes import Sandbox, start
from support.shop import KEY, codes, written

if TYPE_CHECKING:
    from pathlib import Path

ORDER = {"lineItems": [{"quantity": 1}]}


@pytest.fixture
def sandbox(tmp_path: Path) -> Sandbox:
    return start(written(tmp_path), headers=KEY)


@pytest.mark.parametrize(
    ("body", "headers", "expected"),
    [
        ({"lineItems": [{"quantity": 0}]}, {"x-request-key": "a"}, [6]),
        ({"lineItems": []}, {"x-request-key": "a"}, [7]),
        ({}, {"x-request-key": "a"}, [7]),
        ({"number": 1, "lineItems": [{"quantity": 1}]}, {"x-request-key": "a"}, [16]),
        (ORDER, {}, [13]),
        ({"number": 1, "lineItems": [{"quantity": 0}, {"quantity": "x"}]}, {}, [13, 16, 6]),
        ([], {"x-request-key": "a"}, [14]),
    ],
)
def test_each_violated_field_has_its_code(
    sandbox: Sandbox, body: Any, headers: dict[str, str], expected: list[int]
) -> None:
    response = sandbox.post("/api/orders", json=body, headers=headers)
    assert (response.status_code, sorted(codes(response))) == (400, sorted(expected))


@pytest.mark.parametrize(
    ("url", "code", "text"),
    [
        ("/api/orders?startDate=soon", 8, "That is no date to start at."),
        ("/api/orders?size=many", 14, 'The request is invalid: size: "many" is not of type "integer"'),
    ],
)
def test_the_message_is_the_documented_one_where_the_code_is_about_the_field(
    sandbox: Sandbox, url: str, code: int, text: str
) -> None:
    assert sandbox.get(url).json() == {"errors": [{"code": code, "text": text}]}


def test_a_code_without_a_message_has_the_sandboxes_words(sandbox: Sandbox) -> None:
    response = sandbox.post("/api/orders", json={"number": 1, **ORDER}, headers={"x-request-key": "a"})
    assert response.json()["errors"][0]["text"] == 'The request is invalid: number: 1 is not of type "string"'


def test_what_is_wrong_is_said_in_a_header_beside_the_documented_words(sandbox: Sandbox) -> None:
    said = sandbox.get("/api/orders?startDate=s%C3%B6on%0A").headers["x-sandbox-reason"]
    assert said.startswith('The request is invalid: startDate: "s\\xf6on\\n" is not a "date"')


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({}, 2),
        ({"authorization": "sandbox-key"}, 2),
        ({"authorization": "Bearer no token"}, 2),
        ({"authorization": "Bearer sandbox-expired"}, 3),
        ({"authorization": "Bearer somebody"}, 4),
    ],
)
def test_it_is_told_what_is_wrong_with_a_token(tmp_path: Path, headers: dict[str, str], code: int) -> None:
    response = start(written(tmp_path), headers=headers).get("/api/orders")
    assert (response.status_code, codes(response)) == (401, [code])


def test_a_guest_may_read_but_not_write(tmp_path: Path) -> None:
    guest = start(written(tmp_path), headers={"authorization": "Bearer sandbox-guest"})
    refused = guest.post("/api/orders", json=ORDER, headers={"x-request-key": "a"})
    assert (refused.status_code, codes(refused)) == (403, [11])
    assert guest.send("DELETE", "/api/orders/1").status_code == 403
    assert guest.get("/api/orders").status_code == 200


def test_a_path_nobody_has_has_the_code_for_that(sandbox: Sandbox) -> None:
    response = sandbox.get("/api/nothing")
    assert (response.status_code, response.json()) == (404, {"errors": [{"code": 9, "text": "There is no such path."}]})


def test_too_many_calls_have_the_code_for_that_and_the_declared_header(sandbox: Sandbox) -> None:
    sandbox.get("/api/limited")
    response = sandbox.get("/api/limited")
    assert (response.status_code, codes(response), response.headers["wait-for"]) == (429, [10], "60")


def test_an_operation_that_names_no_code_takes_that_of_another_one_with_its_path(sandbox: Sandbox) -> None:
    response = sandbox.send("DELETE", "/api/orders/nothing")
    assert (response.status_code, codes(response)) == (404, [5])


@pytest.mark.parametrize(("status", "code"), [(500, 1), (503, 1), (404, 5)])
def test_a_failure_asked_for_has_the_fitting_code(sandbox: Sandbox, status: int, code: int) -> None:
    response = sandbox.get("/api/orders/1", headers={"x-sandbox-fault": str(status)})
    assert (response.status_code, codes(response)) == (status, [code])


def test_a_document_without_its_table_is_refused_as_by_generate(tmp_path: Path) -> None:
    spec = written(tmp_path)
    (tmp_path / "codes.csv").unlink()
    with pytest.raises(UnusableInput, match=r"openapi\.yaml:6:17: error: x-error-codes: there is no file"):
        start(spec)


def test_a_table_that_can_not_be_used_is_said_where_it_stands(tmp_path: Path) -> None:
    spec = written(tmp_path)
    (tmp_path / "codes.csv").write_text("code,name,message\nx,A,B\n", encoding="utf-8")
    with pytest.raises(UnusableInput, match=r"codes\.csv:2:1: error: the code 'x' is not an integer"):
        start(spec)

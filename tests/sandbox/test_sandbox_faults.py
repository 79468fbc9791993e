"""How faults are written, how often they strike, and which requests a scenario strikes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from starlette.requests import Request

from channelsmith.diagnostics import UnusableInput, format_text
from channelsmith.sandbox.faults import FaultError, Faults, FaultType, Rates, parse_fault, parse_rates
from support.sandboxes import operations_of
from support.shop import written

if TYPE_CHECKING:
    from pathlib import Path

    from channelsmith.sandbox.operations import Operation


@pytest.mark.parametrize(
    ("text", "kind", "statuses", "seconds"),
    [
        ("503", FaultType.STATUS, (503,), None),
        (" 503 = 2 ", FaultType.STATUS, (503,), 2.0),
        ("5XX", FaultType.STATUS, (502, 503, 500, 504), None),
        ("slow", FaultType.SLOW, (), 1.0),
        ("slow=0.25", FaultType.SLOW, (), 0.25),
        ("applied", FaultType.APPLIED, (500,), None),
        ("applied=503", FaultType.APPLIED, (503,), None),
        ("html", FaultType.HTML, (502,), None),
        ("html=200", FaultType.HTML, (200,), None),
        ("redirect", FaultType.REDIRECT, (302,), None),
        ("Wrong-Envelope", FaultType.ENVELOPE, (), None),
        *((kind, FaultType(kind), (), None) for kind in ("reset", "lost", "truncate", "empty", "garbage")),
    ],
)
def test_a_fault_is_read(text: str, kind: FaultType, statuses: tuple[int, ...], seconds: float | None) -> None:
    fault = parse_fault(text)
    assert (fault.type, fault.statuses, fault.seconds) == (kind, statuses, seconds)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("", "known are"),
        ("resets", "did you mean 'reset'?"),
        ("6xx", "did you mean '5xx'?"),
        ("99", "a number from 200 to 599"),
        ("600", "a number from 200 to 599"),
        ("5033333333333", "a number from 200 to 599"),
        ("٥٠٣", "known are"),
        ("503=soon", "a number from 0 to 3600"),
        ("slow=nan", "a number from 0 to 3600"),
        ("slow=-1", "a number from 0 to 3600"),
        ("slow=1e9", "a number from 0 to 3600"),
        ("slow=", "leave the '=' out"),
        ("reset=1", "write reset alone"),
        ("applied=abc", "a number from 200 to 599"),
        ("redirect=a b", "such as redirect="),
        ("redirect=http://x/\r\nEvil: 1", "such as redirect="),
    ],
)
def test_a_fault_that_can_not_be_meant_has_a_hint(text: str, hint: str) -> None:
    with pytest.raises(FaultError) as raised:
        parse_fault(text)
    assert hint in raised.value.hint


@pytest.mark.parametrize(
    ("texts", "rates"),
    [(["5xx=0.1", "slow=2=0.05"], {"5xx": 0.1, "slow=2": 0.05}), (["reset=1"], {"reset": 1.0}), ([], {})],
)
def test_the_rate_stands_last(texts: list[str], rates: dict[str, float]) -> None:
    assert parse_rates(texts) == rates


@pytest.mark.parametrize(
    "texts", [["5xx"], ["=1"], ["5xx=often"], ["5xx=1.5"], ["5xx=-0.1"], ["5xx=nan"], ["a=1", "a=1"]]
)
def test_a_rate_that_makes_no_sense_is_refused(texts: list[str]) -> None:
    with pytest.raises(FaultError):
        parse_rates(texts)


def test_all_rates_together_are_one_at_most() -> None:
    Rates({"5xx": 0.7, "reset": 0.3}, 1)
    with pytest.raises(FaultError, match="more than 1 together"):
        Rates({"5xx": 0.7, "reset": 0.4}, 1)


def drawn(seed: int, operation: str = "getOrder") -> list[str | None]:
    rates = Rates({"5xx": 0.2, "reset": 0.1}, seed)
    return [fault.name if fault is not None else None for fault in (rates.pick(operation) for _ in range(500))]


def test_a_seed_gives_the_same_faults_again_and_another_one_others() -> None:
    assert drawn(1) == drawn(1)
    assert drawn(1) != drawn(2)
    assert drawn(1) != drawn(1, "listOrders")


def test_faults_strike_about_as_often_as_they_are_to() -> None:
    found = drawn(1)
    assert 75 <= found.count("5xx") <= 125
    assert 30 <= found.count("reset") <= 70


def test_the_faults_of_an_operation_do_not_depend_on_other_operations() -> None:
    mixed = Rates({"5xx": 0.2, "reset": 0.1}, 1)
    found: list[str | None] = []
    for _ in range(500):
        mixed.pick("listOrders")
        fault = mixed.pick("getOrder")
        found.append(fault.name if fault is not None else None)
    assert found == drawn(1)


# ---------------------------------------------------------------- scenarios


@pytest.fixture
def operations(tmp_path: Path) -> dict[str, Operation]:
    return {each.id: each for each in operations_of(written(tmp_path))}


def faults(operations: dict[str, Operation], folder: Path, text: str) -> Faults:
    (folder / "scenario.yaml").write_text(text, encoding="utf-8")
    return Faults(tuple(operations.values()), scenario=folder / "scenario.yaml")


def request(header: str | None = None) -> Request:
    given = [(b"x-sandbox-fault", header.encode())] if header is not None else []
    return Request({"type": "http", "headers": given})


def statuses(found: Faults, operation: Operation, count: int = 7) -> list[int]:
    picked = [found.pick(operation, request()) for _ in range(count)]
    return [fault.status if fault is not None else 0 for fault in picked]


@pytest.mark.parametrize(
    ("rule", "struck"),
    [
        ("{operation: getOrder, fault: 503}", [503] * 7),
        ("{operation: getOrder, times: 2, fault: 503}", [503, 503, 0, 0, 0, 0, 0]),
        ("{operation: getOrder, on: 3, fault: 503}", [0, 0, 503, 0, 0, 0, 0]),
        ("{operation: getOrder, on: [2, 5], times: 2, fault: 5xx}", [0, 502, 503, 0, 500, 504, 0]),
        ("{method: get, path: '/orders/{orderId}', on: 1, fault: 503}", [503, 0, 0, 0, 0, 0, 0]),
        ("{method: post, fault: 503}", [0] * 7),
        ("{path: /orders, fault: 503}", [0] * 7),
        ("{fault: 503, on: 7}", [0, 0, 0, 0, 0, 0, 503]),
    ],
)
def test_a_rule_strikes_the_requests_it_names(
    operations: dict[str, Operation], tmp_path: Path, rule: str, struck: list[int]
) -> None:
    assert statuses(faults(operations, tmp_path, f"faults: [{rule}]"), operations["getOrder"]) == struck


def test_the_first_rule_that_strikes_wins_and_all_of_them_count(
    operations: dict[str, Operation], tmp_path: Path
) -> None:
    text = "faults: [{operation: getOrder, on: 2, fault: 500}, {operation: getOrder, on: [2, 3], fault: 404}]"
    assert statuses(faults(operations, tmp_path, text), operations["getOrder"], 4) == [0, 500, 404, 0]


def test_the_header_goes_before_the_scenario(operations: dict[str, Operation], tmp_path: Path) -> None:
    found = faults(operations, tmp_path, "faults: [{fault: 503}]")
    picked = found.pick(operations["getOrder"], request("404"))
    assert picked is not None
    assert picked.status == 404
    assert found.pick(None, request()) is None


def test_a_scenario_can_have_rates_too(operations: dict[str, Operation], tmp_path: Path) -> None:
    assert statuses(faults(operations, tmp_path, "rates: {503: 1}"), operations["getOrder"], 3) == [503] * 3


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("faults:\n  - {operation: getOrdr}", "2:6: error: there is no operation 'getOrdr' [scenario]\n    hint: "),
        ("faults:\n  - fault: 5x", "2:5: error: there is no fault '5x' [scenario]\n    hint: did you mean '5xx'?"),
        ("faults:\n  - {on: 0, fault: 503}", "2:6: error: 'on' does not count requests"),
        ("faults:\n  - {on: [1, x], fault: 503}", "2:6: error: 'on' does not count requests"),
        ("faults:\n  - {times: [1], fault: 503}", "2:6: error: 'times' does not count requests"),
        ("faults:\n  - {fautl: 503}", "2:6: error: a fault has no 'fautl' [scenario]\n    hint: did you mean 'fault'?"),
        ("faults:\n  - {operation: getOrder}", "2:5: error: a fault needs a name under 'fault'"),
        ("faults:\n  - 503", "2:5: error: this is a number, not a fault"),
        ("faults: {a: 1}", "1:1: error: 'faults' is a mapping, not a list"),
        ("fault: []", "1:1: error: a scenario has no 'fault' [scenario]\n    hint: did you mean 'faults'?"),
        ("rates: {5xx: 2}", "1:9: error: invalid rate for fault 5xx"),
        ("rates: {no-such: 0.1}", "1:9: error: there is no fault 'no-such'"),
        ("rates: 3", "1:1: error: 'rates' is a number, not a mapping"),
        ("faults:\n  - {path: /order}", "2:6: error: there is no path '/order' [scenario]\n    hint: did you mean"),
        ("faults:\n  - {method: FETCH, fault: 503}", "2:6: error: there is no method 'FETCH'"),
        ("faults:\n  - {operation: [1], fault: 503}", "2:6: error: 'operation' is a list, not a string"),
        ("- fault: 503", "1:1: error: the file contains a list, not a mapping [type]\n    hint: write faults:"),
        ("", "1:1: error: the file is empty [empty]\n    hint: write faults:"),
        ("faults: [", "error:"),
        ("\x00", "error:"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_scenario_is_said_where_it_stands(
    operations: dict[str, Operation], tmp_path: Path, text: str, complaint: str
) -> None:
    with pytest.raises(UnusableInput) as raised:
        faults(operations, tmp_path, text)
    assert complaint in format_text(raised.value.diagnostics)
    assert f"{tmp_path / 'scenario.yaml'}:" in format_text(raised.value.diagnostics)


def test_every_problem_of_a_scenario_is_found(operations: dict[str, Operation], tmp_path: Path) -> None:
    with pytest.raises(UnusableInput) as raised:
        faults(operations, tmp_path, "faults: [{fault: x}, {fault: y, on: 0}]\nrates: {z: 1}")
    assert len(raised.value.diagnostics) == 4

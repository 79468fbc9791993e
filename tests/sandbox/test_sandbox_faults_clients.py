"""What the generated clients make of each fault: the right error, and the right retries."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from channelape import (
    AsyncChannelApe,
    BadRequestError,
    ChannelApe,
    ConflictError,
    DecodeError,
    ErrorCode,
    ForbiddenError,
    NotFoundError,
    RateLimitError,
    RequestTimeoutError,
    ServerError,
    StatusError,
    TransportError,
    UnauthorizedError,
    UnprocessableEntityError,
)

from channelsmith.sandbox import Running, run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

KEY = {"authorization": "Bearer fault-key"}


@pytest.fixture(scope="module")
def server() -> Iterator[Running]:
    with run("channelape", keys=("fault-key",), time_scale=0.001) as running:
        yield running


@pytest.fixture
def clean(server: Running) -> Running:
    """The server without faults or requests of an earlier test."""
    httpx.delete(f"{server.control_url}/faults")
    httpx.delete(f"{server.control_url}/requests")
    return server


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest, clean: Running) -> Callable[..., Any]:
    """Calls a method by its path on a fresh client."""

    def perform(method: str, *arguments: Any, options: dict[str, Any] | None = None, **named: Any) -> Any:
        settings: dict[str, Any] = {"token": "fault-key", "base_url": clean.url, "max_retries": 0, "rate_limits": False}
        settings |= options or {}

        def reach(client: Any) -> Any:
            for part in method.split("."):
                client = getattr(client, part)
            return client(*arguments, **named)

        async def awaited() -> Any:
            async with AsyncChannelApe(**settings) as client:
                return await reach(client)

        if request.param == "async":
            return asyncio.run(awaited())
        with ChannelApe(**settings) as client:
            return reach(client)

    return perform


def order(server: Running) -> str:
    """The id of an order that is there."""
    found: str = httpx.get(f"{server.control_url}/state/orders?limit=1").json()["items"][0]["id"]
    return found


def seen(server: Running) -> list[tuple[int | None, str | None]]:
    """Status and fault of the requests, oldest first."""
    listed = httpx.get(f"{server.control_url}/requests").json()["requests"]
    return [(one["status"], one["fault"]) for one in reversed(listed)]


def plan(server: Running, *faults: dict[str, object]) -> None:
    httpx.put(f"{server.control_url}/faults", json={"faults": faults}).raise_for_status()


@pytest.mark.parametrize(
    ("fault", "error", "codes"),
    [
        ("400", BadRequestError, ()),
        ("401", UnauthorizedError, (ErrorCode.MALFORMED_AUTHORIZATION_TOKEN,)),
        ("403", ForbiddenError, (ErrorCode.INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS,)),
        ("404", NotFoundError, (ErrorCode.ORDER_NOT_FOUND,)),
        ("409", ConflictError, ()),
        ("422", UnprocessableEntityError, ()),
        ("429", RateLimitError, (ErrorCode.API_RATE_LIMIT_EXCEEDED,)),
        ("500", ServerError, (ErrorCode.INTERNAL_SERVER_ERROR,)),
        ("503", ServerError, (ErrorCode.SERVICE_UNAVAILABLE,)),
        ("applied=500", ServerError, (ErrorCode.INTERNAL_SERVER_ERROR,)),
        ("reset", TransportError, ()),
        ("lost", TransportError, ()),
        ("truncate", TransportError, ()),
        ("slow=5", RequestTimeoutError, ()),
        ("html", ServerError, ()),
        ("html=200", DecodeError, ()),
        ("garbage", DecodeError, ()),
        ("redirect", StatusError, ()),
    ],
)
def test_each_fault_is_an_error_of_its_kind(
    call: Callable[..., Any], clean: Running, fault: str, error: type[Exception], codes: tuple[ErrorCode, ...]
) -> None:
    options = {"headers": {"x-sandbox-fault": fault}, "timeout": 0.3 if fault.startswith("slow") else 10}
    with pytest.raises(error) as raised:
        call("orders.get", order(clean), options=options)
    assert getattr(raised.value, "codes", ()) == codes


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("orders.get", ErrorCode.ORDER_NOT_FOUND),
        ("channels.get", ErrorCode.CHANNEL_NOT_FOUND),
        ("locations.get", ErrorCode.LOCATION_NOT_FOUND),
        ("inventories.get", ErrorCode.INVENTORY_ITEM_NOT_FOUND),
        ("businesses.get", ErrorCode.BUSINESS_NOT_FOUND),
    ],
)
def test_what_is_not_there_has_its_own_code(call: Callable[..., Any], method: str, expected: ErrorCode) -> None:
    with pytest.raises(NotFoundError) as raised:
        call(method, "nothing-like-it")
    assert raised.value.codes == (expected,)


def test_failures_of_the_server_are_ridden_out(call: Callable[..., Any], clean: Running) -> None:
    plan(clean, {"operation": "getOrder", "on": 1, "times": 2, "fault": "503=0"})
    found = order(clean)
    assert call("orders.get", found, options={"max_retries": 2}).id == found
    assert seen(clean) == [(503, "503=0"), (503, "503=0"), (200, None)]


def test_a_reading_call_is_repeated_after_a_reset(call: Callable[..., Any], clean: Running) -> None:
    plan(clean, {"operation": "getOrder", "on": 1, "fault": "reset"})
    found = order(clean)
    assert call("orders.get", found, options={"max_retries": 1}).id == found
    assert seen(clean) == [(None, "reset"), (200, None)]


def test_a_blind_post_is_never_repeated(call: Callable[..., Any], clean: Running) -> None:
    plan(clean, {"operation": "createLocation", "on": 1, "fault": "lost"})
    with pytest.raises(TransportError):
        call("locations.create", body={"name": "Shed", "businessId": "b"}, options={"max_retries": 3})
    assert [fault for _, fault in seen(clean)] == ["lost"]


def test_a_guest_is_forbidden_with_the_documented_code(call: Callable[..., Any], clean: Running) -> None:
    with pytest.raises(ForbiddenError) as raised:
        call("orders.delete", order(clean), options={"token": "sandbox-guest"})
    assert raised.value.codes == (ErrorCode.INSUFFICIENT_BUSINESS_MEMBER_PERMISSIONS,)
    assert call("orders.get", order(clean), options={"token": "sandbox-guest"}).id == order(clean)


@pytest.mark.parametrize(
    ("token", "expected"),
    [
        ("sandbox-expired", ErrorCode.EXPIRED_AUTHORIZATION_TOKEN),
        ("someone-else", ErrorCode.INVALID_AUTHORIZATION_TOKEN),
    ],
)
def test_it_is_told_what_is_wrong_with_a_token(call: Callable[..., Any], token: str, expected: ErrorCode) -> None:
    with pytest.raises(UnauthorizedError) as raised:
        call("orders.get", "1", options={"token": token})
    assert raised.value.codes == (expected,)


def test_several_mistakes_have_several_codes_in_one_body(clean: Running) -> None:
    answer = httpx.get(f"{clean.url}/v1/orders?startDate=soon&endDate=later", headers=KEY)
    assert [one["code"] for one in answer.json()["errors"]] == [
        ErrorCode.INVALID_START_DATE,
        ErrorCode.INVALID_END_DATE,
    ]


def adjusts(server: Running) -> tuple[str, dict[str, object]]:
    """An item, and an adjustment of its quantity."""
    item: str = httpx.get(f"{server.control_url}/state/inventories?limit=1").json()["items"][0]["id"]
    return item, {"location_id": "87", "inventory_status": "ON_HAND", "quantity": 1}


def test_a_required_idempotency_key_has_its_code(clean: Running) -> None:
    url = f"{clean.url}/v1/inventories/{adjusts(clean)[0]}/quantities/adjusts"
    body = {"locationId": "87", "inventoryStatus": "ON_HAND", "quantity": 1}
    answer = httpx.post(url, json=body, headers=KEY)
    assert [one["code"] for one in answer.json()["errors"]] == [ErrorCode.IDEMPOTENT_KEY_IS_REQUIRED]


def test_a_lost_answer_is_asked_for_again_under_the_same_key(call: Callable[..., Any], clean: Running) -> None:
    plan(clean, {"operation": "adjustQuantity", "on": 1, "fault": "lost"})
    item, body = adjusts(clean)
    call("inventories.quantities.adjust", item, options={"max_retries": 1}, **body)
    (lost, fault), (status, none) = seen(clean)
    assert (lost, fault, status, none) == (None, "lost", 201, None)

"""The generated clients keep the limits that the local server enforces, with default options and on its own clock."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, ExitStack
from dataclasses import dataclass, field
from typing import Any

import pytest
from channelape import AsyncChannelApe, BadRequestError, ChannelApe, RateLimitError

from channelsmith.sandbox import Running, run
from support.clocks import Clock

KEY = "limits-key"
BUSINESS = "7c9e6679-7425-40de-944b-e07fc1f90ae7"


@pytest.fixture(scope="module")
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def server(clock: Clock) -> Iterator[Running]:
    with run("channelape", clock=clock, keys=(KEY,)) as running:
        yield running


@dataclass
class Account:
    """Clients of one account, each with a rate limit of its own, as in processes of their own."""

    flavour: str
    server: Running
    clock: Clock
    statuses: list[int | None] = field(default_factory=list[int | None])
    clients: list[Any] = field(default_factory=list[Any])

    def client(self, **options: Any) -> Any:
        kind: Any = ChannelApe if self.flavour == "sync" else AsyncChannelApe
        made = kind(
            token=KEY,
            base_url=self.server.url,
            after_response=lambda event: self.statuses.append(event.status),
            **options,
        )
        self.clock.drive(made)
        self.clients.append(made)
        return made

    def run(self, *calls: Callable[[], Any]) -> list[Any]:
        """Make calls one after another, and close the clients."""
        if self.flavour == "sync":
            with ExitStack() as stack:
                for client in self.clients:
                    stack.enter_context(client)
                return [call() for call in calls]

        async def main() -> list[Any]:
            async with AsyncExitStack() as stack:
                for client in self.clients:
                    await stack.enter_async_context(client)
                return [await call() for call in calls]

        return asyncio.run(main())


@pytest.fixture(params=["sync", "async"])
def account(request: pytest.FixtureRequest, server: Running, clock: Clock) -> Account:
    clock.now += 60
    clock.slept.clear()
    return Account(request.param, server, clock)


def test_a_client_is_never_refused_by_a_server_that_announces_its_limit(account: Account) -> None:
    client = account.client()
    started = account.clock.now
    account.run(*[lambda: client.businesses.get(BUSINESS)] * 30)
    assert account.statuses == [200] * 30
    assert 5 <= account.clock.now - started < 6  # 30 calls at 5 a second, the first 5 at once


def test_clients_of_one_account_wait_for_each_other(account: Account) -> None:
    clients = [account.client(), account.client()]
    account.run(*[lambda client=client: client.businesses.get(BUSINESS) for client in clients * 30])
    assert account.statuses.count(200) == 60
    assert 429 in account.statuses


def test_a_client_that_ignores_limits_only_takes_longer(account: Account) -> None:
    client = account.client(rate_limits=False)
    account.run(*[lambda: client.businesses.get(BUSINESS)] * 30)
    assert account.statuses.count(200) == 30
    assert account.statuses.count(429) == len(account.clock.slept) > 0
    assert min(account.clock.slept) >= 1


def test_a_call_that_may_not_be_repeated_raises_the_429(account: Account) -> None:
    client = account.client(rate_limits=False, max_retries=0)
    with pytest.raises(RateLimitError):
        account.run(*[lambda: client.businesses.get(BUSINESS)] * 6)


def test_a_list_in_batches_loses_nothing_to_the_limit(account: Account) -> None:
    client = account.client(rate_limits=False)
    adjustments = [
        {
            "sku": f"LAMP-{number}",
            "locationId": "87",
            "inventoryStatus": "ON_HAND",
            "quantity": number,
            "operation": "SET",
            "memo": "too long " * 9_000 if number == 33 else "",  # so that the list is sent again in halves
        }
        for number in range(64)
    ]
    (result,) = account.run(lambda: client.batches.create_all(adjustments, business_id=BUSINESS))
    assert (result.accepted, result.failed) == (63, 1)
    assert isinstance(result.failures[0].error, BadRequestError)
    assert 429 in account.statuses

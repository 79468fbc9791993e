"""Calls methods of a generated client as a user does, sync and async, and keeps what came of it."""

import contextlib
import inspect
import time
from collections.abc import Awaitable, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from channelsmith.conform.given import Invocation
from channelsmith.conform.package import Package
from channelsmith.conform.traffic import CELL_HEADER


@dataclass(slots=True)
class Outcome:
    """What came of one call: a value or an error, the drifts that were reported, the pauses that were asked for."""

    value: Any = None
    error: Exception | None = None
    drifts: list[str] = field(default_factory=list[str])
    slept: list[float] = field(default_factory=list[float])
    seconds: float = 0.0
    """How long it took."""
    began: float = field(default_factory=time.perf_counter)

    def end(self) -> "Outcome":
        """The same, with how long it took."""
        self.seconds = time.perf_counter() - self.began
        return self


class Order(Protocol):
    """What is to be called, and how; a cell is one."""

    @property
    def resource(self) -> tuple[str, ...]:
        """The way to the method."""
        ...

    @property
    def name(self) -> str:
        """The method."""
        ...

    @property
    def given(self) -> Invocation:
        """The arguments."""
        ...

    @property
    def options(self) -> Mapping[str, Any]:
        """Options of the client for this call."""
        ...

    @property
    def wants(self) -> str:
        """What to ask for: "value", "raw" for the whole response, "all" for every item of a list in pages."""
        ...


class SyncCaller:
    """Calls through one sync client."""

    def __init__(self, package: Package, base_url: str, secrets: Mapping[str, str]) -> None:
        """Makes a client as a user would."""
        self._client: Any = package.client_class("sync")(base_url=base_url, **secrets)

    def call(self, order: Order, token: str) -> Outcome:
        """Calls once, under a token that names the cell to the relay; every error is a part of the outcome."""
        outcome = Outcome()

        def pause(seconds: float) -> None:
            outcome.slept.append(seconds)

        try:
            found = _called(_dressed(self._client, order, token, outcome, pause), order)
            if hasattr(found, "pages"):
                found = list(found) if order.wants == "all" else found.first()
            outcome.value = found
        except Exception as error:  # noqa: BLE001 -- an error is what many cells are about
            outcome.error = error
        return outcome.end()

    def close(self) -> None:
        """Closes the connections."""
        self._client.close()


class AsyncCaller:
    """Calls through one async client."""

    def __init__(self, package: Package, base_url: str, secrets: Mapping[str, str]) -> None:
        """Makes a client as a user would."""
        self._client: Any = package.client_class("async")(base_url=base_url, **secrets)

    async def call(self, order: Order, token: str) -> Outcome:
        """Calls once, under a token that names the cell to the relay; every error is a part of the outcome."""
        outcome = Outcome()

        async def pause(seconds: float) -> None:
            outcome.slept.append(seconds)

        try:
            found = _called(_dressed(self._client, order, token, outcome, pause), order)
            if hasattr(found, "pages"):
                found = [each async for each in found] if order.wants == "all" else await found.first()
            elif inspect.isawaitable(found):
                found = await _whole(found)
            outcome.value = found
        except Exception as error:  # noqa: BLE001 -- an error is what many cells are about
            outcome.error = error
        return outcome.end()

    async def close(self) -> None:
        """Closes the connections."""
        with contextlib.suppress(RuntimeError):  # of a loop that is closing
            await self._client.aclose()


async def _whole(found: Awaitable[Any]) -> Any:
    return await found


def _dressed(client: Any, order: Order, token: str, outcome: Outcome, pause: Any) -> Any:
    """The client with the options of this call, and a clock that does not wait."""

    def told(drift: object) -> None:
        outcome.drifts.append(str(drift))

    own = client.with_options(headers={CELL_HEADER: token}, on_drift=told, **order.options)
    own._sleep = pause  # noqa: SLF001 -- the generated constructor has no argument for it
    return own.with_raw_response if order.wants == "raw" else own


def _called(client: Any, order: Order) -> Any:
    for part in order.resource:
        client = getattr(client, part)
    return getattr(client, order.name)(*order.given.positional, **order.given.keywords)

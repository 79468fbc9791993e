"""Clients of generated packages whose time passes only while they sleep."""

from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import Any


@dataclass
class Clock:
    """Unix time for a sandbox and for clients, moved by their sleep."""

    now: float = 1_800_000_000.0
    slept: list[float] = field(default_factory=list[float])

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        self.slept.append(seconds)

    async def sleep_async(self, seconds: float) -> None:
        self.sleep(seconds)

    def drive(self, client: Any) -> Any:
        """Return a client that sleeps and counts its calls by this clock, with a rate limit of its own."""
        stores = import_module(f"{type(client).__module__.partition('.')[0]}._runtime.rate_limit.stores")
        client._config = replace(client._config, clock=self, monotonic=self)
        client._config.limiter._own_store = stores.MemoryRateLimits(clock=self)
        client._sleep = self.sleep_async if type(client).__name__.startswith("Async") else self.sleep
        return client

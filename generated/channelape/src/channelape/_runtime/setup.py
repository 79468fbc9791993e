"""What a client knows when it makes a call, as one frozen value: the API's facts, its address, secrets and options."""

from __future__ import annotations

import os
import random
import time
from dataclasses import field, replace
from typing import TYPE_CHECKING, Literal

from .auth.schemes import Keyring
from .options import Options
from .redaction import Redactor
from .request.urls import base_url, is_loopback, server_url
from .response.drift import DriftReporter
from .value import Value

if TYPE_CHECKING:
    from collections.abc import Callable

    from .api import Api
    from .operation import Operation, T
    from .options import CallOptions, ClientOptions
    from .rate_limit.semaphore import Queue
    from .rate_limit.stores import RateLimitStore


class Setup(Value, kw_only=True):
    """A client with other options has another one of these.

    `store` counts what is used of rate limits, None when nothing does; `own_store` is the one nobody has to ask for.
    `places` keeps the queues of calls under way that were needed so far.
    `clock` gives Unix time, `monotonic` seconds that only pass, `random` 0 to 1. `raw` returns whole responses.
    """

    api: Api
    base: str
    base_is_given: bool
    keyring: Keyring
    redactor: Redactor = field(repr=False)
    options: Options
    drift: DriftReporter = field(repr=False)
    store: RateLimitStore | None = field(repr=False)
    own_store: RateLimitStore | None = field(repr=False)
    places: dict[str, Queue] = field(default_factory=dict[str, "Queue"], repr=False)
    clock: Callable[[], float] = field(default=time.time, repr=False)
    monotonic: Callable[[], float] = field(default=time.monotonic, repr=False)
    random: Callable[[], float] = field(default=random.random, repr=False)
    raw: bool = False

    @classmethod
    def make(cls, api: Api, given: ClientOptions) -> Setup:
        """Check what was given and fill in the rest from the environment. Raises ConfigurationError."""
        keyring = Keyring.collect(api, given.get("credentials") or {}, os.environ, given.get("auth"))
        said = given.get("base_url") or os.environ.get(api.base_url_env)
        base = base_url(api, given=said, variables=given.get("variables") or {}, environment=os.environ)
        own = _own_store(base)
        return cls(
            api=api,
            base=base,
            base_is_given=bool(said),
            keyring=keyring,
            redactor=Redactor(keyring.all_secrets()),
            options=Options.of(given),
            drift=DriftReporter(given.get("on_drift")),
            store=_store(given.get("rate_limits"), own),
            own_store=own,
        )

    def changed(self, given: CallOptions) -> Setup:
        """The same with other options. Raises ConfigurationError, and TypeError for an option that does not exist."""
        drift = DriftReporter(given["on_drift"]) if "on_drift" in given else self.drift
        store = _store(given["rate_limits"], self.own_store) if "rate_limits" in given else self.store
        return replace(self, options=self.options.changed(given), drift=drift, store=store)

    def returning_raw(self) -> Setup:
        """The same, for whole responses."""
        return replace(self, raw=True)

    def base_for(self, operation: Operation[T]) -> str:
        """The base URL of one operation: its own server, unless the caller said where everything goes."""
        if self.base_is_given or not operation.server:
            return self.base
        return server_url(self.base, operation.server)


def _store(given: RateLimitStore | Literal[False] | None, own: RateLimitStore | None) -> RateLimitStore | None:
    """Where to count."""
    return own if given is None else given or None


def _own_store(base: str) -> RateLimitStore | None:
    """Memory; for a server on this machine, which only stands in for the API, nothing."""
    if is_loopback(base):
        return None
    from .rate_limit.stores import MemoryRateLimits  # noqa: PLC0415 - a program may have a store of its own

    return MemoryRateLimits()

"""What a client knows when it makes a call, as one frozen value: the API's facts, its address, secrets and options."""

from __future__ import annotations

import os
import random
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from .address import base_url, is_loopback, server_url
from .admission import Gates
from .auth import Keyring
from .drift import DriftReporter
from .options import Options
from .redact import Redactor
from .stores import MemoryRateLimits

if TYPE_CHECKING:
    from collections.abc import Callable

    from .api import Api
    from .operation import Operation, T
    from .options import CallOptions, ClientOptions
    from .stores import RateLimitStore


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """A client with other options has another one of these.

    `clock` gives Unix time, `monotonic` seconds that only pass, `random` 0 to 1. `raw` returns whole responses.
    """

    api: Api
    base: str
    base_is_given: bool
    keyring: Keyring
    redactor: Redactor = field(repr=False)
    options: Options
    drift: DriftReporter = field(repr=False)
    gates: Gates = field(repr=False)
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
        return cls(
            api=api,
            base=base,
            base_is_given=bool(said),
            keyring=keyring,
            redactor=Redactor(keyring.all_secrets()),
            options=Options.of(given),
            drift=DriftReporter(given.get("on_drift")),
            gates=Gates(_store(given.get("rate_limits"), base)),
        )

    def changed(self, given: CallOptions) -> Setup:
        """The same with other options. Raises ConfigurationError, and TypeError for an option that does not exist."""
        drift = DriftReporter(given["on_drift"]) if "on_drift" in given else self.drift
        return replace(self, options=self.options.changed(given), drift=drift)

    def returning_raw(self) -> Setup:
        """The same, for whole responses."""
        return replace(self, raw=True)

    def base_for(self, operation: Operation[T]) -> str:
        """The base URL of one operation: its own server, unless the caller said where everything goes."""
        if self.base_is_given or not operation.server:
            return self.base
        return server_url(self.base, operation.server)


def _store(given: RateLimitStore | Literal[False] | None, base: str) -> RateLimitStore | None:
    """Where to count; by default nowhere for a server on this machine, which only stands in for the API."""
    if given is None:
        return None if is_loopback(base) else MemoryRateLimits()
    return given or None

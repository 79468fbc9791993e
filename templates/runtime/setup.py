"""What a client knows when it makes a call, as one frozen value: the API's facts, its address, secrets and options."""

from __future__ import annotations

import os
import random
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from .auth.schemes import Keyring
from .options import Options
from .redaction import Redactor
from .request.urls import base_url, server_url
from .response.drift import DriftReporter

if TYPE_CHECKING:
    from collections.abc import Callable

    from .api import Api
    from .limits import Limiter
    from .operation import Operation, T
    from .options import CallOptions, ClientOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """A client with other options has another one of these.

    `limiter` enforces the declared limits, None when there are none.
    `clock` gives Unix time, `monotonic` seconds that only pass, `random` 0 to 1. `raw` returns whole responses.
    """

    api: Api
    base: str
    base_is_given: bool
    keyring: Keyring
    redactor: Redactor = field(repr=False)
    options: Options
    drift: DriftReporter = field(repr=False)
    limiter: Limiter | None = field(repr=False)
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
            limiter=api.limiter(api.name, base) if api.limiter else None,
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

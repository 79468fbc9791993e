"""What a client knows when it makes a call, as one frozen value: the API's facts, its address, secrets and options."""

from __future__ import annotations

import os
import random
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .address import base_url, server_url
from .auth import Keyring
from .drift import DriftReporter
from .options import Options
from .redact import Redactor

if TYPE_CHECKING:
    from collections.abc import Callable

    from .api import Api
    from .operation import Operation, T
    from .options import ClientOptions


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """A client with other options has another one of these; `clock` gives Unix time, `random` 0 to 1."""

    api: Api
    base: str
    base_is_given: bool
    keyring: Keyring
    redactor: Redactor = field(repr=False)
    options: Options
    drift: DriftReporter = field(repr=False)
    clock: Callable[[], float] = field(default=time.time, repr=False)
    random: Callable[[], float] = field(default=random.random, repr=False)

    @classmethod
    def make(cls, api: Api, given: ClientOptions) -> Setup:
        """Check what was given and fill in the rest from the environment. Raises ConfigurationError."""
        keyring = Keyring.collect(api, given.get("credentials") or {}, os.environ, given.get("auth"))
        base = given.get("base_url") or os.environ.get(api.base_url_env)
        return cls(
            api=api,
            base=base_url(api, given=base, variables=given.get("variables") or {}, environment=os.environ),
            base_is_given=bool(base),
            keyring=keyring,
            redactor=Redactor(keyring.all_secrets()),
            options=Options.of(given),
            drift=DriftReporter(given.get("on_drift")),
        )

    def base_for(self, operation: Operation[T]) -> str:
        """The base URL of one operation: its own server, unless the caller said where everything goes."""
        if self.base_is_given or not operation.server:
            return self.base
        return server_url(self.base, operation.server)

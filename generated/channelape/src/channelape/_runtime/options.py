"""The options of a client, and everything else that its calls have in common."""

from __future__ import annotations

import os
import random
import time
from dataclasses import dataclass, field, replace
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any

from .errors import ConfigurationError, InvalidRequestError
from .redaction import Redactor
from .request.parameters import header_name, header_value
from .request.urls import base_url, server_url
from .timeouts import Deadline, Timeout, parse_timeout
from .types import NOT_GIVEN, NotGiven, is_mapping, is_number

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Self

    from .api import Api, Keyring, Limiter
    from .hooks import AsyncAfterResponse, AsyncBeforeRequest, OnDrift
    from .operation import Call, Operation, T
    from .types import UrlObject


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options that can differ from call to call.

    Attributes:
        timeout: the limits of each step of a request; NOT_GIVEN leaves them to the HTTP client. What `parse_timeout`
            takes is replaced by its result.
        max_retries: attempts after the first one.
        max_elapsed: seconds after which a call ends, whatever it waits for; None sets no end.
        headers: headers of every request.
        strict: whether to raise DecodeError when a response does not match its schema.
        send_read_only: whether requests have the members that only the server sets.
        on_drift: called when a response does not match its schema; None warns once per place.
        before_request: called before every attempt.
        after_response: called after every attempt.
        rate_limits: the store of declared rate limits, for `Api.limiter`.

    Raises ConfigurationError for values that make no sense.
    """

    timeout: Timeout | NotGiven = NOT_GIVEN
    max_retries: int = 2
    max_elapsed: float | None = None
    headers: Mapping[str, str] | None = field(default=None, repr=False)
    strict: bool = False
    send_read_only: bool = False
    on_drift: OnDrift | None = field(default=None, repr=False)
    before_request: AsyncBeforeRequest | None = field(default=None, repr=False)
    after_response: AsyncAfterResponse | None = field(default=None, repr=False)
    rate_limits: object = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if self.timeout is not NOT_GIVEN:
            object.__setattr__(self, "timeout", parse_timeout(self.timeout))
        for name, (is_valid, expected) in _VALID.items():
            if not is_valid(getattr(self, name)):
                raise ConfigurationError(f"{name}= has to be {expected}")
        try:
            for name, value in (self.headers or {}).items():
                header_value(header_name(name), value)
        except InvalidRequestError as error:
            raise ConfigurationError(f"headers=: {error}") from None


def _is_hook(value: object) -> bool:
    return value is None or callable(value)


_VALID: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "max_retries": (lambda value: isinstance(value, int) and is_number(value) and value >= 0, "an int, 0 or more"),
    "max_elapsed": (
        lambda value: value is None or (is_number(value) and value > 0),
        "a number of seconds above 0, or None",
    ),
    "headers": (lambda value: value is None or is_mapping(value), "a mapping of names to values, or None"),
    "strict": (lambda value: isinstance(value, bool), "True or False"),
    "send_read_only": (lambda value: isinstance(value, bool), "True or False"),
    "on_drift": (
        lambda value: _is_hook(value) and not iscoroutinefunction(value),
        "a function that need not be awaited, or None",
    ),
    "before_request": (_is_hook, "a function, or None"),
    "after_response": (_is_hook, "a function, or None"),
    "rate_limits": (
        lambda value: value is None or value is False or callable(getattr(value, "update", None)),
        "a store of rate limits, False, or None",
    ),
}
"""For each option but `timeout`, whether a value makes sense, and what it has to be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientConfig:
    """The configuration of a client; a copy with other options has its own.

    Attributes:
        api: the facts of the API.
        base: the base URL, without a final slash.
        is_base_given: whether the caller gave it, so that operations with a server of their own go there too.
        keyring: the secrets, None where no security is declared.
        redactor: removes the secrets from texts.
        options: what can be chosen for each call.
        limiter: enforces the declared limits, None where there are none.
        warned: the places (operation, location) of drift that a warning was given for.
        clock: Unix time.
        monotonic: seconds that never go back.
        random: a number from 0 to 1.
        returns_raw: whether calls return a RawResponse.
    """

    api: Api
    base: str
    is_base_given: bool
    keyring: Keyring | None
    redactor: Redactor = field(repr=False)
    options: Options
    limiter: Limiter | None = field(repr=False)
    warned: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]], repr=False)
    clock: Callable[[], float] = field(default=time.time, repr=False)
    monotonic: Callable[[], float] = field(default=time.monotonic, repr=False)
    random: Callable[[], float] = field(default=random.random, repr=False)
    returns_raw: bool = False

    @classmethod
    def create(
        cls,
        api: Api,
        *,
        credentials: Mapping[str, object],
        auth: str | None,
        variables: Mapping[str, object],
        base_url_given: str | UrlObject | None,
        options: Mapping[str, Any],
    ) -> Self:
        """Check the arguments of a constructor and take the missing ones from the environment.

        Raises ConfigurationError, and TypeError for an option that does not exist.
        """
        keyring = api.authentication.keyring(credentials, os.environ, auth) if api.authentication else None
        base, is_given = base_url(api, given=base_url_given, variables=variables, environment=os.environ)
        return cls(
            api=api,
            base=base,
            is_base_given=is_given,
            keyring=keyring,
            redactor=Redactor(keyring.all_secrets(), keyring.header_names) if keyring else Redactor(),
            options=Options(**_with_headers(options, {})),
            limiter=api.limiter(api.name, base) if api.limiter else None,
        )

    def with_options(self, options: Mapping[str, Any]) -> Self:
        """The same with other options; headers are added to the existing ones."""
        return replace(self, options=replace(self.options, **_with_headers(options, self.options.headers or {})))

    def for_call(self, call: Call[T]) -> Self:
        """The same with the options that a call has itself."""
        return self if call.timeout is NOT_GIVEN else self.with_options({"timeout": call.timeout})

    def deadline(self, operation: str) -> Deadline | None:
        """The end of a call that begins now, None if the options set none."""
        seconds = self.options.max_elapsed
        if seconds is None:
            return None
        return Deadline(operation, seconds, self.monotonic() + seconds, self.monotonic)

    def base_for(self, operation: Operation[T]) -> str:
        """The base URL of one operation: its own server, unless the caller gave a base URL."""
        if self.is_base_given or not operation.server:
            return self.base
        return server_url(self.base, operation.server)


def _with_headers(options: Mapping[str, Any], headers: Mapping[str, str]) -> dict[str, Any]:
    """The options, with their headers added to others."""
    added: object = options.get("headers")
    if added is not None and not is_mapping(added):
        return dict(options)  # which is refused
    return {**options, "headers": {**headers, **(added or {})}}

"""The options of a client, and everything else that its calls have in common."""

from __future__ import annotations

import os
import random
import time
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import parse_qsl, unquote_plus

from .errors import ConfigurationError, InvalidRequestError
from .http.decompression import MAX_COMPRESSION_RATIO, MAX_RESPONSE_SIZE, BodyLimits
from .redaction import Redactor, Secret
from .request.parameters import header_name, header_value, undeclared_query
from .request.urls import base_url, server_url
from .retry import FIRST_BACKOFF, LONGEST_BACKOFF
from .timeouts import Deadline, Timeout, parse_timeout
from .types import NOT_GIVEN, NotGiven, is_async_function, is_mapping, is_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Self

    from .api import Api, Keyring, Limiter, Place
    from .hooks import AsyncAfterResponse, AsyncBeforeRequest, OnDrift
    from .http.messages import HttpAuth, PlacedSecret
    from .operation import Call, Operation, T
    from .types import UrlObject


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The options that can differ from call to call.

    Attributes:
        base_url: the URL of the server, None for that of the environment or the document.
        auth: the preferred security scheme, or an authentication of the HTTP library instead of the credentials.
        timeout: the limits of each step of a request; NOT_GIVEN leaves them to the HTTP client. What `parse_timeout`
            takes is replaced by its result.
        max_retries: attempts after the first one, without those after a 429, which only end with the time; see
            `retry.Retries`. 0 for none at all.
        max_elapsed: seconds after which a call ends, whatever it waits for; None sets no end.
        max_response_size: the most bytes of a body in memory, decompressed, and of a line; None sets no limit.
        max_compression_ratio: how many times as large a body may become when it is decompressed; None sets no limit.
        retry_statuses: statuses after which a call is repeated besides 429, None for the declared ones.
        backoff: seconds before the first repetition, and at most before any of them; see `retry.delay`.
        headers: headers of every request.
        query: parameters of the query of every request.
        strict: whether to raise DecodeError when a response does not match its schema.
        send_read_only: whether requests have the members that only the server sets.
        on_drift: called when a response does not match its schema; None warns once per place.
        before_request: called before every attempt, one function or several.
        after_response: called after every attempt, the last function first.
        rate_limits: the store of declared rate limits, for `Api.limiter`.

    Raises ConfigurationError for values that make no sense.
    """

    base_url: str | UrlObject | None = None
    auth: str | HttpAuth | None = field(default=None, repr=False)
    timeout: Timeout | NotGiven = NOT_GIVEN
    max_retries: int = 2
    max_elapsed: float | None = None
    max_response_size: int | None = MAX_RESPONSE_SIZE
    max_compression_ratio: float | None = MAX_COMPRESSION_RATIO
    retry_statuses: Iterable[int] | None = None
    backoff: tuple[float, float] = (FIRST_BACKOFF, LONGEST_BACKOFF)
    headers: Mapping[str, str] | None = field(default=None, repr=False)
    query: Mapping[str, object] | None = field(default=None, repr=False)
    strict: bool = False
    send_read_only: bool = False
    on_drift: OnDrift | None = field(default=None, repr=False)
    before_request: AsyncBeforeRequest | Sequence[AsyncBeforeRequest] | None = field(default=None, repr=False)
    after_response: AsyncAfterResponse | Sequence[AsyncAfterResponse] | None = field(default=None, repr=False)
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
        try:
            undeclared_query(self.query or {})
        except InvalidRequestError as error:
            raise ConfigurationError(f"query=: {error}") from None


def _is_url(value: object) -> bool:
    return value is None or isinstance(value, str) or (hasattr(value, "scheme") and hasattr(value, "host"))


def _is_auth(value: object) -> bool:
    if value is None or isinstance(value, str):
        return True
    return not isinstance(value, type) and callable(getattr(value, "auth_flow", None))


def _is_statuses(value: object) -> bool:
    return isinstance(value, tuple | list | set | frozenset | range) and all(
        isinstance(each, int) and each in range(100, 600) for each in cast("Iterable[object]", value)
    )


def _is_backoff(value: object) -> bool:
    match value:
        case (int() | float() as first, int() | float() as longest) if is_number(first) and is_number(longest):
            return 0 <= first <= longest
        case _:
            return False


def _is_hook(value: object) -> bool:
    return value is None or callable(value)


def _are_hooks(value: object) -> bool:
    return _is_hook(value) or (isinstance(value, list | tuple) and all(map(callable, cast("Iterable[object]", value))))


_VALID: Mapping[str, tuple[Callable[[object], bool], str]] = {
    "base_url": (_is_url, "an absolute http or https URL"),
    "auth": (_is_auth, "the name of a security scheme, an authentication such as httpx.Auth, or None"),
    "max_retries": (lambda value: isinstance(value, int) and is_number(value) and value >= 0, "an int, 0 or more"),
    "max_elapsed": (
        lambda value: value is None or (is_number(value) and value > 0),
        "a number of seconds above 0, or None",
    ),
    "max_response_size": (
        lambda value: value is None or (isinstance(value, int) and is_number(value) and value > 0),
        "a number of bytes above 0, or None",
    ),
    "max_compression_ratio": (
        lambda value: value is None or (is_number(value) and value >= 1),
        "a number, 1 or more, or None",
    ),
    "retry_statuses": (
        lambda value: value is None or _is_statuses(value),
        "a tuple, list or set of statuses from 100 to 599, or None",
    ),
    "backoff": (_is_backoff, "(first, longest): two numbers of seconds, 0 or more, the second not below the first"),
    "query": (lambda value: value is None or is_mapping(value), "a mapping of names to values, or None"),
    "headers": (lambda value: value is None or is_mapping(value), "a mapping of names to values, or None"),
    "strict": (lambda value: isinstance(value, bool), "True or False"),
    "send_read_only": (lambda value: isinstance(value, bool), "True or False"),
    "on_drift": (
        lambda value: _is_hook(value) and not is_async_function(value),
        "a function that need not be awaited, or None",
    ),
    "before_request": (_are_hooks, "a function, a list of functions, or None"),
    "after_response": (_are_hooks, "a function, a list of functions, or None"),
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
        variables: the variables of the server by constructor argument.
        keyring: the secrets, None where no security is declared.
        redactor: removes the secrets from texts.
        options: what can be chosen for each call.
        http_client: the caller's HTTP client, None where there is none.
        limiters: enforce the declared limits, by base URL.
        warned: the places (operation, location) of drift that a warning was given for.
        clock: Unix time.
        monotonic: seconds that never go back.
        random: a number from 0 to 1.
        returns_raw: whether calls return a RawResponse.
    """

    api: Api
    base: str
    is_base_given: bool
    variables: Mapping[str, object]
    keyring: Keyring | None
    redactor: Redactor = field(repr=False)
    options: Options
    http_client: object = field(default=None, repr=False)
    limiters: dict[str, Limiter] = field(default_factory=dict[str, "Limiter"], repr=False)
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
        variables: Mapping[str, object],
        http_client: object,
        options: Mapping[str, Any],
    ) -> Self:
        """Check the arguments of a constructor and take the missing ones from the environment.

        Raises ConfigurationError, and TypeError for an option that does not exist.
        """
        chosen = Options(**options)
        keyring = api.authentication.keyring(credentials, os.environ) if api.authentication else None
        secrets, places = (keyring.all_secrets(), keyring.places) if keyring else ((), ())
        base, is_given = base_url(api, given=chosen.base_url, variables=variables, environment=os.environ)
        config = cls(
            api=api,
            base=base,
            is_base_given=is_given,
            variables=variables,
            keyring=keyring,
            redactor=Redactor(secrets, frozenset(name for location, name in places if location == "header")),
            http_client=http_client,
            options=chosen,
        )
        return config.prepared()

    def with_options(self, options: Mapping[str, Any]) -> Self:
        """The same with other options; headers and parameters of the query are added to the existing ones."""
        added: dict[str, object] = {}
        for name, existing in (("headers", self.options.headers), ("query", self.options.query)):
            value: object = options.get(name)
            if value is None or is_mapping(value):
                added[name] = {**(existing or {}), **(value or {})} or None
        config = replace(self, options=replace(self.options, **{**options, **added}))
        if "base_url" in options:
            given = config.options.base_url
            base, is_given = base_url(self.api, given=given, variables=self.variables, environment=os.environ)
            config = replace(config, base=base, is_base_given=is_given)
        return config.prepared()

    def prepared(self) -> Self:
        """The same with the preferred security scheme; credentials among the headers are kept secret from now on."""
        for name, value in (self.options.headers or {}).items():
            self.redactor.learn_header(name, value)
        preferred = self.options.auth if isinstance(self.options.auth, str) else None
        if self.keyring is None and preferred is not None:
            raise ConfigurationError("auth= has to be an authentication such as httpx.Auth: there are no credentials")
        return replace(self, keyring=self.keyring.preferring(preferred)) if self.keyring else self

    @property
    def limiter(self) -> Limiter | None:
        """Enforces the declared limits at the base URL, None where there are none."""
        if self.api.limiter is None:
            return None
        limiter = self.limiters.get(self.base)
        return limiter or self.limiters.setdefault(self.base, self.api.limiter(self.api.name, self.base))

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

    @property
    def limits(self) -> BodyLimits:
        """How much of a response is accepted."""
        return BodyLimits(size=self.options.max_response_size, ratio=self.options.max_compression_ratio)

    @property
    def http_auth(self) -> HttpAuth | None:
        """The authentication of the HTTP library that the caller chose instead of the credentials."""
        return None if isinstance(self.options.auth, str) else self.options.auth

    @property
    def query_keys(self) -> frozenset[str]:
        """The parameters of the query in which security schemes put secrets."""
        places = self.keyring.places if self.keyring else ()
        return frozenset(name for location, name in places if location == "query")

    def query_of(self, call: Call[T]) -> str:
        """The percent-encoded query of a call, after the parameters of the client that it does not have itself.

        To a link it adds only the caller's own keys: those of the call before it, which no link should have.
        """
        query = call.query_string
        if call.link is not None:
            pairs = (pair for pair in query.split("&") if pair)
            query = "&".join(pair for pair in pairs if unquote_plus(pair.partition("=")[0]) in self.query_keys)
        if not self.options.query:
            return query
        of_link = (call.link or "").partition("#")[0].partition("?")[2]  # which often repeats the request before it
        own = {name for name, _ in parse_qsl(f"{query}&{of_link}", keep_blank_values=True)} | call.omitted_query
        added = {name: value for name, value in self.options.query.items() if name not in own}
        return "&".join(part for part in (undeclared_query(added), query) if part)

    def choose_secrets(
        self, call: Call[T], headers: Mapping[str, tuple[str, str]], query: str
    ) -> tuple[PlacedSecret, ...]:
        """The secrets that the client sends with a call, given its headers by lower-case name and its query.

        What the caller sends to authenticate, by the headers and the query or by an HTTP client, is not replaced.

        Raises MissingCredentialError.
        """
        if self.keyring is None or self.http_auth is not None:
            return ()
        own: frozenset[Place] = frozenset()
        may_be_own = query or call.omitted_headers or call.omitted_query or self.http_client is not None
        if may_be_own or not self.redactor.secret_headers.isdisjoint(headers):
            own = frozenset(place for place in self.keyring.places if self._is_own(place, call, headers, query))
        return self.keyring.choose(call.operation.security, call.operation.id, own)

    def _is_own(self, place: Place, call: Call[T], headers: Mapping[str, tuple[str, str]], query: str) -> bool:
        location, name = place
        if location == "query":
            if name in call.omitted_query or not query:
                return name in call.omitted_query
            value = next((value for each, value in parse_qsl(query) if each == name), "")
            self.redactor.learn(*[Secret(value)] * bool(value))
            return bool(value)
        if location == "cookie":
            return False
        client_headers = getattr(self.http_client, "headers", ())
        has_auth = name == "authorization" and getattr(self.http_client, "auth", None) is not None
        return has_auth or any(name in each for each in (headers, call.omitted_headers, client_headers))

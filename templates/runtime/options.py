"""What a caller may choose: once for a client, and some of it again for each call."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from math import isfinite
from typing import TYPE_CHECKING, Any, Self, TypedDict

from .errors import ConfigurationError, InvalidRequestError
from .request.parameters import header_name, header_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Set as AbstractSet

    from .hooks import AsyncAfterResponse, AsyncBeforeRequest
    from .response.drift import OnDrift


DEFAULT_TIMEOUT = 30.0
DEFAULT_RETRIES = 2


class CallOptions(TypedDict, total=False):
    """What may be chosen again for one call or for many.

    `timeout` is in seconds, None waits for ever. `max_retries` counts the attempts after the first. `max_elapsed`
    is in seconds too: no attempt begins later than that after the beginning of the call, whether it waits for a
    retry or for a declared limit; None sets no end. `headers` go with every call. `strict` raises DecodeError
    where a response is not as documented; otherwise `on_drift` is told, or a DriftWarning given once per place.
    `before_request` and `after_response` are told of every attempt. `rate_limits` is where the declared rate limits
    are counted: None in the memory of the client and its copies, but nowhere for a server on this machine, which only
    stands in for the API; False nowhere.
    """

    timeout: float | None
    max_retries: int
    max_elapsed: float | None
    headers: Mapping[str, str] | None
    strict: bool
    on_drift: OnDrift | None
    before_request: AsyncBeforeRequest | None
    after_response: AsyncAfterResponse | None
    rate_limits: object


class ClientOptions(CallOptions, total=False):
    """Keyword arguments of both clients.

    `credentials` and `variables` are by constructor argument, as the Api names them; what is None comes from the
    environment. `auth` names the preferred security scheme. `base_url` sends every call there.
    """

    credentials: Mapping[str, str | None] | None
    auth: str | None
    variables: Mapping[str, str | None] | None
    base_url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options of one call or of a whole client, see CallOptions; `timeout` is for connecting and each read or write.

    Raises ConfigurationError for values that make no sense.
    """

    timeout: float | None
    max_retries: int
    max_elapsed: float | None
    headers: Mapping[str, str] = field(repr=False)
    strict: bool
    before_request: AsyncBeforeRequest | None = field(repr=False)
    after_response: AsyncAfterResponse | None = field(repr=False)
    rate_limits: object = field(default=None, repr=False)

    @classmethod
    def of(cls, given: ClientOptions) -> Self:
        """The options a client was made with, defaults filled in. Raises TypeError for one that does not exist."""
        _known(given.keys(), ClientOptions.__annotations__.keys())
        return cls(
            timeout=given.get("timeout", DEFAULT_TIMEOUT),
            max_retries=given.get("max_retries", DEFAULT_RETRIES),
            max_elapsed=given.get("max_elapsed"),
            headers=dict(given.get("headers") or {}),
            strict=given.get("strict", False),
            before_request=given.get("before_request"),
            after_response=given.get("after_response"),
            rate_limits=given.get("rate_limits"),
        )

    def changed(self, given: CallOptions) -> Self:
        """These options with others in their place; headers are added. Raises TypeError for one that does not exist."""
        _known(given.keys(), CallOptions.__annotations__.keys())
        own = {each.name for each in fields(self)}
        changes: dict[str, Any] = {name: value for name, value in given.items() if name in own}
        return replace(self, **{**changes, "headers": {**self.headers, **(given.get("headers") or {})}})

    def __post_init__(self) -> None:
        """Check at once, so that nothing fails in the middle of a call."""
        if self.timeout is not None and not (isfinite(self.timeout) and self.timeout > 0):
            raise ConfigurationError("timeout= has to be a number of seconds above 0, or None")
        if self.max_elapsed is not None and not (isfinite(self.max_elapsed) and self.max_elapsed >= 0):
            raise ConfigurationError("max_elapsed= has to be a number of seconds, 0 or more, or None")
        if self.max_retries < 0:
            raise ConfigurationError("max_retries= cannot be negative")
        try:
            for name, value in self.headers.items():
                header_value(header_name(name), value)
        except InvalidRequestError as error:
            raise ConfigurationError(f"headers=: {error}") from None


def _known(given: Iterable[str], options: AbstractSet[str]) -> None:
    if unknown := set(given) - options:
        raise TypeError(f"there is no option {', '.join(map(repr, sorted(unknown)))}")

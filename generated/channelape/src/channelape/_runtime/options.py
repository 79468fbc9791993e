"""What a caller may choose: once for a client, and some of it again for each call."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import isfinite
from typing import TYPE_CHECKING, Self, TypedDict

from .errors import ConfigurationError, InvalidRequestError
from .serialize import header_name, header_value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .drift import OnDrift


DEFAULT_TIMEOUT = 30.0
DEFAULT_RETRIES = 2


class ClientOptions(TypedDict, total=False):
    """Keyword arguments of both clients.

    `credentials` and `variables` are by constructor argument, as the Api names them; what is None comes from the
    environment. `auth` names the preferred security scheme. `base_url` sends every call there. `timeout` is in
    seconds, None waits for ever. `max_retries` counts the attempts after the first. `headers` go with every call.
    `strict` raises DecodeError where a response is not as documented; otherwise `on_drift` is told, or a
    DriftWarning given once per place.
    """

    credentials: Mapping[str, str | None] | None
    auth: str | None
    variables: Mapping[str, str | None] | None
    base_url: str | None
    timeout: float | None
    max_retries: int
    headers: Mapping[str, str] | None
    strict: bool
    on_drift: OnDrift | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Options of one call or of a whole client.

    `timeout`: seconds for connecting and for each read or write, None waits for ever. `max_retries`: attempts after
    the first. `headers` go with every call. `strict`: a response that is not as documented raises.

    Raises ConfigurationError for values that make no sense.
    """

    timeout: float | None
    max_retries: int
    headers: Mapping[str, str] = field(repr=False)
    strict: bool

    @classmethod
    def of(cls, given: ClientOptions) -> Self:
        """The options a client was made with, defaults filled in. Raises TypeError for one that does not exist."""
        if unknown := given.keys() - ClientOptions.__annotations__.keys():
            raise TypeError(f"there is no option {', '.join(map(repr, sorted(unknown)))}")
        return cls(
            timeout=given.get("timeout", DEFAULT_TIMEOUT),
            max_retries=given.get("max_retries", DEFAULT_RETRIES),
            headers=dict(given.get("headers") or {}),
            strict=given.get("strict", False),
        )

    def __post_init__(self) -> None:
        """Check at once, so that nothing fails in the middle of a call."""
        if self.timeout is not None and not (isfinite(self.timeout) and self.timeout > 0):
            raise ConfigurationError("timeout= has to be a number of seconds above 0, or None")
        if self.max_retries < 0:
            raise ConfigurationError("max_retries= cannot be negative")
        try:
            for name, value in self.headers.items():
                header_value(header_name(name), value)
        except InvalidRequestError as error:
            raise ConfigurationError(f"headers=: {error}") from None

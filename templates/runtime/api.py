"""The facts of one API that every call shares, as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .auth.schemes import Scheme
    from .limits import Concurrency, Limiter, RateLimit, Retry
    from .response.envelope import Envelope, ErrorShape


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """A hole in a server's URL, filled from a constructor argument, else the environment, else `default`."""

    default: str | None = None
    enum: tuple[str, ...] = ()
    argument: str = ""
    env: str = ""


@dataclass(frozen=True, slots=True)
class Server:
    """A base URL, with `{name}` holes for its variables."""

    url: str
    description: str = ""
    variables: Mapping[str, Variable] = field(default_factory=dict[str, Variable])


@dataclass(frozen=True, slots=True)
class Credential:
    """One secret: the constructor argument and environment variable that carry it, the schemes it serves.

    `role` is what it is to them: the secret itself, or something to get a token with, of OAuth 2's own names.
    """

    argument: str
    env: str = ""
    schemes: tuple[str, ...] = ()
    role: Literal["secret", "client_id", "client_secret", "refresh_token", "scope"] = "secret"


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """What a document says about the API as a whole.

    `security` is what an operation without its own needs. `base_url_env` names the environment variable that
    replaces the servers. `envelopes` and `errors` say where failed responses hold their message, codes and request
    id. `limiter` makes the limiter of a client, given the API's name and the base URL; it is set where limits are
    declared. `http_library` is httpx or a package with the same interface.
    """

    name: str
    version: str
    user_agent: str
    servers: tuple[Server, ...] = ()
    base_url_env: str = ""
    credentials: tuple[Credential, ...] = ()
    schemes: Mapping[str, Scheme] = field(default_factory=dict[str, "Scheme"])
    security: tuple[tuple[str, ...], ...] = ()
    envelopes: tuple[Envelope, ...] = ()
    errors: ErrorShape | None = None
    rate_limit: RateLimit | None = None
    concurrency: Concurrency | None = None
    retry: Retry | None = None
    limiter: Callable[[str, str], Limiter] | None = None
    http_library: str = "httpx"

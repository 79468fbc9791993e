"""An API as data: its servers, declared limits and error bodies, and the optional parts that its client needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping

    from .http.messages import Answer, PlacedSecret, Request, Step
    from .redaction import Secret
    from .timeouts import Deadline
    from .types import IntEnum, StrEnum

Security = tuple[tuple[str, ...], ...]
"""Alternatives, each a set of security schemes that are needed together; () needs nothing."""

Place = tuple[Literal["header", "query", "cookie"], str]
"""Where in a request a secret is sent: the location and the name; names of headers are lower-case."""

Scope = Literal["operation", "account"]
"""Who shares a limit: the calls of one operation, or all calls of one account."""


# ---------------------------------------------------------------- servers


@dataclass(frozen=True, slots=True, kw_only=True)
class Variable:
    """A placeholder in a server's URL, filled from a constructor argument, else the environment, else `default`."""

    default: str | None = None
    enum: tuple[str, ...] = ()
    argument: str = ""
    env: str = ""


@dataclass(frozen=True, slots=True)
class Server:
    """A base URL, with `{name}` placeholders for its variables."""

    url: str
    name: str = ""
    description: str = ""
    variables: Mapping[str, Variable] = field(default_factory=dict[str, Variable])


# ---------------------------------------------------------------- response bodies


@dataclass(frozen=True, slots=True)
class Envelope:
    """Where a body reports success, or failure and its reason, as JSON Pointers (`*` stands for every list element).

    `success` leads to a boolean; `payload` to the data; `message` to a text; `errors` to further texts, lists or
    mappings of texts; `request_id` to the server's id of the request.
    """

    success: str
    payload: str
    message: str = ""
    errors: tuple[str, ...] = ()
    request_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorShape:
    """Where the error bodies of an API have their codes and messages, as JSON Pointers with `*`.

    `code` loads the open enum of the documented codes, which may be hundreds. A body of a success that has a code is
    a failure too.
    """

    code: Callable[[], type[IntEnum | StrEnum]] | None = None
    codes: str = ""
    messages: str = ""


# ---------------------------------------------------------------- limits


@dataclass(frozen=True, slots=True, kw_only=True)
class RateLimit:
    """At most `requests` calls in `per` seconds; the headers are those that report the server's own count."""

    requests: int
    per: float
    scope: Scope = "operation"
    retry_after_header: str = "retry-after"
    limit_header: str = ""
    remaining_header: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Concurrency:
    """At most `requests` calls at the same time."""

    requests: int
    scope: Scope = "account"


@dataclass(frozen=True, slots=True, kw_only=True)
class Retry:
    """How a failed call may be repeated.

    `statuses` replaces the default set of statuses worth repeating (429 always is). `safe`: whether repeating does
    no harm; True or False overrule the method, None leaves it to the method.
    """

    statuses: tuple[int, ...] = ()
    safe: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Admission:
    """A request to a limiter to permit one attempt.

    Attributes:
        operation: the id of the operation.
        request: the request of the attempt.
        rate_limit: the declared rate limit.
        concurrency: the declared limit of concurrent calls.
        store: the option `rate_limits` of the client or the call.
        deadline: the end of the call, None if it has none.
        clock: Unix time.
    """

    operation: str
    request: Request = field(repr=False)
    rate_limit: RateLimit | None
    concurrency: Concurrency | None
    store: object = field(repr=False)
    deadline: Deadline | None
    clock: Callable[[], float] = field(repr=False)


class Limiter(Protocol):
    """Enforces the declared limits of an API; shared by a client and its copies."""

    def admit(self, exchange: Generator[Step, Answer, Answer], admission: Admission) -> Generator[Step, Answer, Answer]:
        """Wait until the attempt may be sent, perform it, and take note of what the response says about limits.

        Raises TimeBudgetError when the wait would end after the deadline, and RateLimitStoreError.
        """
        ...


# ---------------------------------------------------------------- authentication


class Keyring(Protocol):
    """The secrets of one client."""

    @property
    def places(self) -> frozenset[Place]:
        """Where secrets are sent."""
        ...

    def preferring(self, scheme: str | None) -> Keyring:
        """The same with another preferred security scheme. Raises ConfigurationError for an unknown one."""
        ...

    def choose(self, security: Security | None, operation: str, own: frozenset[Place]) -> tuple[PlacedSecret, ...]:
        """Return the secrets to send for an operation; None stands for the security of the API.

        `own` are the places of credentials that the caller sends without this client.

        Raises MissingCredentialError.
        """
        ...

    def all_secrets(self) -> Iterator[Secret]:
        """Every secret, as given and as it is sent."""
        ...


class Authentication(Protocol):
    """The credentials and security schemes of an API."""

    def keyring(self, given: Mapping[str, object], environment: Mapping[str, str]) -> Keyring:
        """Collect the secrets of a client from constructor arguments and environment variables.

        Raises ConfigurationError.
        """
        ...


# ---------------------------------------------------------------- the API


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """What all calls of an API have in common.

    `base_url_env` names the environment variable that replaces the servers. `envelopes` and `errors`: where failed
    responses have their message, codes and request id. `authentication` and `limiter` are set where security or limits
    are declared; `limiter` makes the limiter of a client, given the API's name and the base URL. `http_library` is
    httpx or a package with the same interface.
    """

    name: str
    version: str
    user_agent: str
    servers: tuple[Server, ...] = ()
    base_url_env: str = ""
    authentication: Authentication | None = None
    envelopes: tuple[Envelope, ...] = ()
    errors: ErrorShape | None = None
    rate_limit: RateLimit | None = None
    concurrency: Concurrency | None = None
    retry: Retry | None = None
    limiter: Callable[[str, str], Limiter] | None = None
    http_library: str = "httpx"

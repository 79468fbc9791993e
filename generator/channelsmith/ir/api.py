"""A whole document, read: its servers, its ways of authentication, its operations and its schemas."""

from dataclasses import dataclass
from enum import StrEnum

from channelsmith.ir.declared import Concurrency, Envelope, ErrorTable, RateLimit, Retry
from channelsmith.ir.operations import Operation
from channelsmith.ir.schemas import Schema
from channelsmith.ir.types import Type


class SchemeKind(StrEnum):
    """The ways of authentication a client can carry out with a secret given to it."""

    API_KEY = "apiKey"
    BASIC = "basic"
    BEARER = "bearer"


@dataclass(frozen=True, slots=True)
class Grants:
    """Where a client gets OAuth 2 tokens by itself: for its own id and secret, and for a refresh token; "" nowhere."""

    client_credentials: str = ""
    refresh_token: str = ""
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    """One security scheme; `credential` names the secret it carries (schemes may share one)."""

    name: str
    kind: SchemeKind
    credential: str
    location: str = ""
    parameter: str = ""
    description: str = ""
    grants: Grants | None = None

    @property
    def roles(self) -> tuple[tuple[str, str], ...]:
        """All that a client is given for the scheme: what each credential is, and its name."""
        own = (("secret", self.credential),)
        if self.grants is None:
            return own
        refresh = ("refresh_token",) if self.grants.refresh_token else ()
        return (*own, *((role, role) for role in ("client_id", "client_secret", *refresh, "scope")))


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A placeholder in a server's URL."""

    name: str
    default: str
    enum: tuple[str, ...]
    description: str


@dataclass(frozen=True, slots=True)
class Server:
    """A base URL, possibly with placeholders."""

    url: str
    description: str
    variables: tuple[ServerVariable, ...]


@dataclass(frozen=True, slots=True)
class Incoming:
    """A request that the API sends: a webhook, or a callback `after` an operation; no `body` where none is told."""

    name: str
    method: str
    after: str
    description: str
    body: Type | None


@dataclass(frozen=True, slots=True)
class Tag:
    """A group of operations and the resource it becomes."""

    name: str
    description: str
    resource: str


@dataclass(frozen=True, slots=True)
class Api:
    """One document, read."""

    title: str
    version: str
    description: str
    servers: tuple[Server, ...]
    security: tuple[tuple[str, ...], ...]
    schemes: tuple[SecurityScheme, ...]
    tags: tuple[Tag, ...]
    operations: tuple[Operation, ...]
    schemas: tuple[Schema, ...]
    rate_limit: RateLimit | None
    concurrency: Concurrency | None
    retry: Retry | None
    envelopes: tuple[Envelope, ...]
    errors: ErrorTable | None
    incoming: tuple[Incoming, ...] = ()

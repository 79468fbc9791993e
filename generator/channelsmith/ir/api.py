"""A whole document, read: its servers, its ways of authentication, its operations and its schemas."""

from dataclasses import dataclass
from enum import StrEnum

from channelsmith.ir.declared import Concurrency, Envelope, ErrorTable, RateLimit, Retry
from channelsmith.ir.operations import Operation
from channelsmith.ir.schemas import Schema


class SchemeKind(StrEnum):
    """The ways of authentication a client can carry out with a secret given to it."""

    API_KEY = "apiKey"
    BASIC = "basic"
    BEARER = "bearer"


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    """One security scheme; `credential` names the secret it carries (schemes may share one)."""

    name: str
    kind: SchemeKind
    credential: str
    location: str = ""
    parameter: str = ""
    description: str = ""


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

"""One method on one path, and everything that travels with it."""

from dataclasses import dataclass, field
from enum import StrEnum

from channelsmith.ir.declared import BatchLimit, Concurrency, Envelope, Pagination, Polling, RateLimit, Retry, Source
from channelsmith.ir.types import Type


class Location(StrEnum):
    """Where a parameter travels."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter; an empty `style` and a None `explode` are its location's defaults."""

    name: str
    location: Location
    type: Type
    required: bool
    description: str = ""
    deprecated: bool = False
    style: str = ""
    explode: bool | None = None
    allow_reserved: bool = False
    media_type: str = ""
    spoken: str = ""
    """What callers call it (`x-argument`), where that is not its wire name."""
    pointer: str = field(default="", compare=False)
    """JSON Pointer to the Parameter Object; "" for a placeholder of the path that no parameter declares."""
    schema: str = field(default="", compare=False)
    """JSON Pointer to its schema, "" where it has none."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How one property of a form or multipart body is written."""

    name: str
    content_type: str = ""
    style: str = ""
    explode: bool | None = None
    allow_reserved: bool = False


@dataclass(frozen=True, slots=True)
class Media:
    """One representation of a body; `type` is None where the document gives no schema."""

    media_type: str
    type: Type | None
    encodings: tuple[Encoding, ...] = ()
    pointer: str = field(default="", compare=False)
    """JSON Pointer to the Media Type Object; "" where the document has none."""


@dataclass(frozen=True, slots=True)
class Body:
    """A request body in one or more representations."""

    required: bool
    description: str
    media: tuple[Media, ...]
    pointer: str = field(default="", compare=False)
    """JSON Pointer to the Request Body Object."""


@dataclass(frozen=True, slots=True)
class Response:
    """What one status ("200", "4XX", "default") answers; no media means no body."""

    status: str
    description: str
    media: tuple[Media, ...]
    pointer: str = field(default="", compare=False)
    """JSON Pointer to the Response Object; "" where the document describes no success."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One method on one path. `resource` and `method_name` are set where the document says them."""

    id: str
    method: str
    path: str
    pointer: str
    tag: str
    resource: str
    method_name: str
    summary: str
    description: str
    deprecated: bool
    parameters: tuple[Parameter, ...]
    body: Body | None
    responses: tuple[Response, ...]
    security: tuple[tuple[str, ...], ...] | None
    server: str
    source: Source | None
    envelope: Envelope | None
    rate_limit: RateLimit | None
    concurrency: Concurrency | None
    retry: Retry | None
    idempotency_key: str
    pagination: Pagination | None
    polling: Polling | None
    batch_limit: BatchLimit | None = None
    codes: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """Likely error codes by status (`x-codes`)."""

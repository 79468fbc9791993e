"""The intermediate representation: what an API is, with every dialect of OpenAPI already smoothed out.

Pure data. Nothing here knows Python names, imports or templates: words are the document's own. A type is one of the
six small values below; everything that deserves a name of its own stands once in `Api.schemas`, under its pointer.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

JsonScalar: TypeAlias = str | int | float | bool | None


class Scalar(StrEnum):
    """The values that are not containers."""

    ANY = "any"
    NULL = "null"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    NUMBER = "number"
    STRING = "string"
    DECIMAL = "decimal"  # a JSON number whose digits matter
    DECIMAL_STRING = "decimal-string"  # the same, sent as a string
    DATETIME = "date-time"
    DATE = "date"
    UUID = "uuid"
    BINARY = "binary"


@dataclass(frozen=True, slots=True)
class Primitive:
    """One scalar."""

    scalar: Scalar


@dataclass(frozen=True, slots=True)
class Named:
    """A schema of `Api.schemas`, by the pointer it stands at."""

    pointer: str


@dataclass(frozen=True, slots=True)
class Array:
    """A list of one type."""

    items: "Type"


@dataclass(frozen=True, slots=True)
class Map:
    """An object with free keys and values of one type."""

    values: "Type"


@dataclass(frozen=True, slots=True)
class Either:
    """One of several types; nullable is `Either((T, null))`."""

    members: tuple["Type", ...]


@dataclass(frozen=True, slots=True)
class Constant:
    """One of a closed set of values (`const`, discriminator values)."""

    values: tuple[JsonScalar, ...]


Type: TypeAlias = Primitive | Named | Array | Map | Either | Constant

ANY = Primitive(Scalar.ANY)
NULL = Primitive(Scalar.NULL)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement of the spec comes from (`x-source`)."""

    basis: str
    doc: str = ""
    section: str = ""
    confidence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Property:
    """A member of an object, under its wire name."""

    name: str
    type: Type
    required: bool
    description: str = ""
    deprecated: bool = False
    read_only: bool = False


@dataclass(frozen=True, slots=True)
class ObjectSchema:
    """An object with known properties; unknown ones are always kept. `hint` is the words its name is made of."""

    pointer: str
    hint: tuple[str, ...]
    description: str
    properties: tuple[Property, ...]


@dataclass(frozen=True, slots=True)
class EnumSchema:
    """Values seen or documented, all strings or all integers; always open to new ones."""

    pointer: str
    hint: tuple[str, ...]
    description: str
    values: tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class AliasSchema:
    """A name for another type: a union (with the property that tells its members apart), a list, a map."""

    pointer: str
    hint: tuple[str, ...]
    description: str
    type: Type
    discriminator: str = ""


Schema: TypeAlias = ObjectSchema | EnumSchema | AliasSchema


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


@dataclass(frozen=True, slots=True)
class Body:
    """A request body in one or more representations."""

    required: bool
    description: str
    media: tuple[Media, ...]


@dataclass(frozen=True, slots=True)
class Response:
    """What one status ("200", "4XX", "default") answers; no media means no body."""

    status: str
    description: str
    media: tuple[Media, ...]


@dataclass(frozen=True, slots=True)
class Envelope:
    """`x-envelope`: pointers into a body that wraps its payload and can say failure inside a success status."""

    success: str
    payload: str
    message: str = ""
    errors: tuple[str, ...] = ()
    request_id: str = ""


@dataclass(frozen=True, slots=True)
class RateLimit:
    """`x-rate-limit`: at most `requests` in `per` seconds for each `scope`, and where the server tells its own count."""

    requests: int
    per: float
    scope: str
    retry_after_header: str = ""
    limit_header: str = ""
    remaining_header: str = ""


@dataclass(frozen=True, slots=True)
class Concurrency:
    """`x-concurrency`: at most `requests` under way at the same time for each `scope`."""

    requests: int
    scope: str


@dataclass(frozen=True, slots=True)
class Retry:
    """`x-retry`: which statuses are worth repeating, and whether repeating does no harm (None: the method tells)."""

    statuses: tuple[int, ...]
    safe: bool | None


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

"""The intermediate representation (IR): an API as data, independent of the OpenAPI version and of Python.

A type is one of six small values. Every type that has a name is in `Api.schemas` once, under its pointer. All texts are
those of the document.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias

JsonScalar: TypeAlias = str | int | float | bool | None
Default: TypeAlias = JsonScalar | tuple[JsonScalar, ...]
"""What an API takes for a value that is left out; None where that is not told."""


# ---------------------------------------------------------------- types
class Scalar(StrEnum):
    """The types that are not containers."""

    ANY = "any"
    NULL = "null"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    NUMBER = "number"
    STRING = "string"
    DECIMAL = "decimal"  # a JSON number whose digits are kept
    DECIMAL_STRING = "decimal-string"  # the same as a JSON string
    DECIMAL_OR_STRING = "decimal-or-string"  # either of them; a string is sent
    DATETIME = "date-time"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    UUID = "uuid"
    BINARY = "binary"


@dataclass(frozen=True, slots=True)
class Primitive:
    """A scalar type."""

    scalar: Scalar


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to a schema of `Api.schemas`, by its pointer."""

    pointer: str


@dataclass(frozen=True, slots=True)
class Array:
    """A list of one type."""

    items: "Type"


@dataclass(frozen=True, slots=True)
class KeyPatterns:
    """Types of values by regular expressions that keys match; `others` is None if every key has to match one."""

    patterns: tuple[tuple[str, "Type"], ...]
    others: "Type | None"


@dataclass(frozen=True, slots=True)
class Map:
    """An object with arbitrary keys and values of one type, or of the types that `keys` has for them."""

    values: "Type"
    keys: KeyPatterns | None = None


@dataclass(frozen=True, slots=True)
class Discriminator:
    """The property whose value identifies a schema: a member of a union, or a child of an object.

    `mapping` has the pointer of the schema for each documented value, `default` that of the schema for every other
    value and for none, "" if the document has no such schema.
    """

    property: str
    mapping: tuple[tuple[str, str], ...]
    default: str = ""

    def targets(self) -> tuple[str, ...]:
        """Return the pointers of all schemas that a value may lead to."""
        return (*(pointer for _, pointer in self.mapping), *[self.default] * bool(self.default))


@dataclass(frozen=True, slots=True)
class Union:
    """A union of types; a nullable type is `Union((T, NULL))`.

    A union with a discriminator is a member of other unions, not joined with them, except for null.
    """

    members: tuple["Type", ...]
    discriminator: Discriminator | None = None


@dataclass(frozen=True, slots=True)
class Constant:
    """One of a closed set of values (`const`, discriminator values)."""

    values: tuple[JsonScalar, ...]


Type: TypeAlias = Primitive | Ref | Array | Map | Union | Constant

ANY = Primitive(Scalar.ANY)
NULL = Primitive(Scalar.NULL)


# ---------------------------------------------------------------- documentation
@dataclass(frozen=True, slots=True)
class Source:
    """The origin of a statement (`x-source`)."""

    basis: str
    doc: str = ""
    section: str = ""
    confidence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraints:
    """What a schema requires of a value beside its type; None and "" where it requires nothing.

    `values` are those of an enum that has no name. `items` has the constraints of each element of a list, or of each
    value of a map, and `options` those of the alternatives of a union; `other_types` are the JSON types of the
    alternatives without any, "" for any type.
    """

    format: str = ""
    minimum: float | None = None
    exclusive_minimum: float | None = None
    maximum: float | None = None
    exclusive_maximum: float | None = None
    multiple_of: float | None = None
    min_length: float | None = None
    max_length: float | None = None
    pattern: str = ""
    min_items: float | None = None
    max_items: float | None = None
    unique_items: bool = False
    min_properties: float | None = None
    max_properties: float | None = None
    values: tuple[JsonScalar, ...] = ()
    items: "Constraints | None" = None
    options: tuple["Constraints", ...] = ()
    other_types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Details:
    """What the documentation tells of a parameter or property beside its type and description.

    `source` is None in documents without sources.
    """

    constraints: Constraints = Constraints()
    default: Default = None
    source: Source | None = None


# ---------------------------------------------------------------- schemas
@dataclass(frozen=True, slots=True)
class Property:
    """A property of an object, by its wire name.

    `preset` is the value that is sent if none is given: that of a constant, or the one that identifies the object.
    """

    name: str
    type: Type
    required: bool
    description: str = ""
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    preset: JsonScalar = None
    details: Details = field(default=Details(), compare=False)


RequiredGroups: TypeAlias = tuple[tuple[str, ...], ...]
"""Groups of properties, one of which is required completely."""


@dataclass(frozen=True, slots=True)
class ObjectSchema:
    """An object with known properties, including inherited ones; unknown ones are always kept.

    `additional` is the type of additional properties, None if the document does not declare it; a closed
    object has none, according to the document. `bases` are the
    pointers of the objects that it is a kind of: where a value of their type is expected, it may be one of this type.
    `discriminator` maps the values of a property to the objects that have this one as a base.
    """

    pointer: str
    description: str
    properties: tuple[Property, ...]
    additional: Type | None = None
    bases: tuple[str, ...] = ()
    discriminator: Discriminator | None = None
    closed: bool = False
    keys: KeyPatterns | None = None
    """The types of additional properties by their names; `additional` is their union."""
    alternatives: tuple[RequiredGroups, ...] = ()
    """The groups of properties of which an object has at least one, for each `anyOf` or `oneOf` of `required`."""
    source: Source | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class EnumSchema:
    """Documented values, all strings or all integers; an enum accepts other values too.

    `names` and `descriptions` have one text for each value, or are empty.
    """

    pointer: str
    description: str
    values: tuple[str | int, ...]
    names: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AliasSchema:
    """A name for another type: a list, a map, or a union."""

    pointer: str
    description: str
    type: Type


Schema: TypeAlias = ObjectSchema | EnumSchema | AliasSchema


# ---------------------------------------------------------------- the x- vocabulary
@dataclass(frozen=True, slots=True)
class ErrorCode:
    """One row of the documented table; `message` is None if its cell is empty."""

    code: int
    name: str
    message: str | None
    retryable: bool


@dataclass(frozen=True, slots=True)
class ErrorTable:
    """`x-error-codes`: pointers to codes and messages in an error body, and all documented codes."""

    codes: str
    messages: str
    rows: tuple[ErrorCode, ...]


@dataclass(frozen=True, slots=True)
class Envelope:
    """`x-envelope`: pointers into a body that wraps its payload and may report a failure with a success status."""

    success: str
    payload: str
    message: str = ""
    errors: tuple[str, ...] = ()
    request_id: str = ""


@dataclass(frozen=True, slots=True)
class RateLimit:
    """`x-rate-limit`: at most `requests` in `per` seconds for each `scope`, and the headers that report it."""

    requests: int
    per: float
    scope: str
    retry_after_header: str = ""
    limit_header: str = ""
    remaining_header: str = ""


@dataclass(frozen=True, slots=True)
class Concurrency:
    """`x-concurrency`: at most `requests` in flight at a time for each `scope`."""

    requests: int
    scope: str


@dataclass(frozen=True, slots=True)
class BatchLimit:
    """`x-batch-limit`: the list in a body, its maximum entries and bytes (0: no limit), and the key of an entry."""

    pointer: str
    items: int
    bytes: int
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageContent:
    """`x-pagination`: what pages of every style have, as pointers into a page.

    Attributes:
        items: the list of items.
        total: the number of all items, "" if unknown.
        total_header: the response header with that number, "" if there is none.
        stop: the member that tells whether a page is the last one, "" if there is none.
        stop_value: its value on the last page.
        limit: the parameter for the number of items of a page, "" if there is none.
    """

    items: str
    total: str = ""
    total_header: str = ""
    stop: str = ""
    stop_value: JsonScalar = None
    limit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CursorPagination(PageContent):
    """The next page is asked for with a value of the page at `cursor`, or of its last item at `item_cursor`.

    `is_alone` means that the request for it has no other query parameter.
    """

    parameter: str
    cursor: str = ""
    item_cursor: str = ""
    is_alone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNumberPagination(PageContent):
    """The next page is asked for by its number.

    `number` points to the number of a page in itself, `pages` to that of all pages; "" if there is none.
    """

    parameter: str
    first: int = 1
    number: str = ""
    pages: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OffsetPagination(PageContent):
    """The next page is asked for by the position of its first item; that of the very first one is `first`."""

    parameter: str
    first: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkHeaderPagination(PageContent):
    """The response header `Link` has the URL of the next page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NextUrlPagination(PageContent):
    """A page has the URL of the next one in its body at `url`."""

    url: str


Pagination: TypeAlias = (
    CursorPagination | PageNumberPagination | OffsetPagination | LinkHeaderPagination | NextUrlPagination
)


@dataclass(frozen=True, slots=True)
class JobOperation:
    """An operation that is called for a job, by its operationId, and its parameter for the job's id."""

    operation: str
    parameter: str


@dataclass(frozen=True, slots=True)
class JobList:
    """The operation that lists jobs: its arguments, the pointer to the ids, the parameter for the earliest time.

    `suffixes` are endings of ids, and the media type of the results of such jobs.
    """

    operation: str
    parameters: tuple[tuple[str, JsonScalar], ...]
    items: str
    created_from: str
    suffixes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Polling:
    """`x-polling`: a job that an operation starts; pointers into bodies, the states, and the interval in seconds."""

    id: str
    method: str
    status: JobOperation
    state: str
    result: JobOperation
    reuse: JobList | None
    done: tuple[str, ...]
    failed: tuple[str, ...]
    gone: tuple[str, ...]
    interval: float
    attempts: int


@dataclass(frozen=True, slots=True)
class Retry:
    """`x-retry`: statuses worth a retry, and whether repeating is safe (None: it depends on the HTTP method)."""

    statuses: tuple[int, ...]
    safe: bool | None


# ---------------------------------------------------------------- operations
Requirements: TypeAlias = tuple[tuple[str, ...], ...]
"""Alternatives of security schemes that are needed together; an empty one needs no authentication."""


class Location(StrEnum):
    """The location of a parameter."""

    PATH = "path"
    QUERY = "query"
    HEADER = "header"
    COOKIE = "cookie"


WHOLE_QUERY = "querystring"
"""The style of a parameter whose value is the whole query string."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter; with an empty `style` or `explode` None, the default of its location applies."""

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
    argument: str = ""
    """The argument's name (`x-argument`) if it differs from the wire name."""
    pointer: str = field(default="", compare=False)
    """JSON Pointer to the Parameter Object; "" for a placeholder of the path that no parameter declares."""
    schema: str = field(default="", compare=False)
    """JSON Pointer to its schema, "" where it has none."""
    details: Details = field(default=Details(), compare=False)


@dataclass(frozen=True, slots=True)
class Encoding:
    """How one property of a form or multipart body is encoded.

    `headers` are those of its part that have a constant or a default, as texts. `is_file` means that it is a file
    although its schema accepts any value.
    """

    name: str
    content_type: str = ""
    style: str = ""
    explode: bool | None = None
    allow_reserved: bool = False
    headers: tuple[tuple[str, str], ...] = ()
    is_file: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """`x-rows`: the model of a row, and the pointer to the list of rows in JSON and XML, None if it has to be found."""

    type: Ref
    items: str | None


@dataclass(frozen=True, slots=True)
class Media:
    """One representation of a body; `type` is None if the document has no schema for it.

    A stream is a body of items that are delivered while they arrive. Its `type` is that of one item: of a server-sent
    event, that of its data; None where it is any text, any JSON or any content.

    The parts of a multipart body are properties with `encodings`, or elements: the first with `prefix_encodings`, all
    further ones with `item_encoding`.
    """

    media_type: str
    type: Type | None
    encodings: tuple[Encoding, ...] = ()
    prefix_encodings: tuple[Encoding, ...] = ()
    item_encoding: Encoding | None = None
    is_stream: bool = False
    rows: Rows | None = None
    pointer: str = field(default="", compare=False)
    """JSON Pointer to the Media Type Object; "" where the document has none."""
    details: Details = field(default=Details(), compare=False)


@dataclass(frozen=True, slots=True)
class Body:
    """A request body in one or more representations."""

    required: bool
    description: str
    media: tuple[Media, ...]
    pointer: str = field(default="", compare=False)
    """JSON Pointer to the Request Body Object."""


@dataclass(frozen=True, slots=True)
class Header:
    """A header of a response, in the style `simple`, or with a value of a media type."""

    name: str
    type: Type
    required: bool = False
    description: str = ""
    explode: bool = False
    media_type: str = ""
    pointer: str = field(default="", compare=False)
    """JSON Pointer to the Header Object."""


@dataclass(frozen=True, slots=True)
class Response:
    """The response for a status ("200", "4XX", "default"); without media it has no body."""

    status: str
    description: str
    media: tuple[Media, ...]
    headers: tuple[Header, ...] = ()
    pointer: str = field(default="", compare=False)
    """JSON Pointer to the Response Object; "" where the document describes no success."""


@dataclass(frozen=True, slots=True)
class StreamSwitch:
    """The boolean member of a body, or parameter of a query, by which a call asks for a stream or a whole body."""

    location: str
    name: str
    default: bool


@dataclass(frozen=True, slots=True)
class Operation:
    """A method on a path. `resource` and `method_name` are set if the document declares them."""

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
    security: Requirements | None
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
    stream_switch: StreamSwitch | None = None
    is_empty_until_ready: bool = False
    """Whether a success without a body means that the result does not exist yet (`x-empty-until-ready`)."""


# ---------------------------------------------------------------- the API
class SchemeKind(StrEnum):
    """The kinds of authentication that a client performs with a secret."""

    API_KEY = "apiKey"
    BASIC = "basic"
    BEARER = "bearer"


@dataclass(frozen=True, slots=True)
class OAuthGrants:
    """Token URLs of OAuth 2 grants that need no user: for client credentials and for a refresh token; "" if none."""

    client_credentials: str = ""
    refresh_token: str = ""
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    """A security scheme; `credential` names its secret, which several schemes may share."""

    name: str
    kind: SchemeKind
    credential: str
    location: str = ""
    parameter: str = ""
    description: str = ""
    grants: OAuthGrants | None = None

    @property
    def roles(self) -> tuple[tuple[str, str], ...]:
        """Role and name of each credential of the scheme."""
        secret = (("secret", self.credential),)
        if self.grants is None:
            return secret
        refresh = ("refresh_token",) if self.grants.refresh_token else ()
        return (*secret, *((role, role) for role in ("client_id", "client_secret", *refresh, "scope")))


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A placeholder in a server's URL; `default` is None if a caller has to give the value."""

    name: str
    default: str | None
    enum: tuple[str, ...]
    description: str


@dataclass(frozen=True, slots=True)
class Server:
    """A base URL, possibly with placeholders for the variables."""

    url: str
    name: str
    description: str
    variables: tuple[ServerVariable, ...]


@dataclass(frozen=True, slots=True)
class IncomingRequest:
    """A request sent by the API: a webhook, or a callback `after` an operation; `body` is None if undescribed."""

    name: str
    method: str
    after: str
    description: str
    body: Type | None


@dataclass(frozen=True, slots=True)
class Tag:
    """A group of operations, and the resource it becomes, inside that of the tag `parent`."""

    name: str
    description: str
    resource: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Api:
    """The content of one document."""

    title: str
    version: str
    description: str
    servers: tuple[Server, ...]
    security: Requirements
    schemes: tuple[SecurityScheme, ...]
    tags: tuple[Tag, ...]
    operations: tuple[Operation, ...]
    schemas: tuple[Schema, ...]
    rate_limit: RateLimit | None
    concurrency: Concurrency | None
    retry: Retry | None
    envelopes: tuple[Envelope, ...]
    errors: ErrorTable | None
    incoming: tuple[IncomingRequest, ...] = ()

"""What the x- vocabulary declares, as far as a generated client acts on it."""

from dataclasses import dataclass

from channelsmith.ir.types import JsonScalar


@dataclass(frozen=True, slots=True)
class Source:
    """Where a statement of the spec comes from (`x-source`)."""

    basis: str
    doc: str = ""
    section: str = ""
    confidence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ErrorCode:
    """One row of the documented table; `message` is None where the table says null."""

    code: int
    name: str
    message: str | None
    retryable: bool


@dataclass(frozen=True, slots=True)
class ErrorTable:
    """`x-error-codes`: where an error body holds codes and messages, and every documented code."""

    codes: str
    messages: str
    rows: tuple[ErrorCode, ...]


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
    """`x-rate-limit`: at most `requests` in `per` seconds for each `scope`, and where the server tells its count."""

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
class BatchLimit:
    """`x-batch-limit`: the list in a body, most entries and bytes (0: no limit), the member an entry is known by."""

    pointer: str
    items: int
    bytes: int
    key: str


@dataclass(frozen=True, slots=True)
class Pagination:
    """`x-pagination`: the parameter that takes a cursor, and pointers into a page."""

    parameter: str
    cursor: str
    items: str
    stop: str
    stop_value: JsonScalar


@dataclass(frozen=True, slots=True)
class Ask:
    """An operation, by its operationId, that is asked about a job, and its parameter that takes the job's id."""

    operation: str
    parameter: str


@dataclass(frozen=True, slots=True)
class Reuse:
    """Where jobs are listed: under which arguments, where the ids are, and the parameter for the earliest moment."""

    operation: str
    parameters: tuple[tuple[str, JsonScalar], ...]
    items: str
    created_from: str


@dataclass(frozen=True, slots=True)
class Polling:
    """`x-polling`: a job that an operation starts; pointers into bodies, the states, and the pace in seconds."""

    id: str
    method: str
    status: Ask
    state: str
    result: Ask
    reuse: Reuse | None
    done: tuple[str, ...]
    failed: tuple[str, ...]
    gone: tuple[str, ...]
    interval: float
    attempts: int


@dataclass(frozen=True, slots=True)
class Retry:
    """`x-retry`: which statuses are worth repeating, and whether repeating does no harm (None: the method tells)."""

    statuses: tuple[int, ...]
    safe: bool | None

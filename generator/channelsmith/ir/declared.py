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
class Pagination:
    """`x-pagination`: the parameter that takes a cursor, and pointers into a page."""

    parameter: str
    cursor: str
    items: str
    stop: str
    stop_value: JsonScalar


@dataclass(frozen=True, slots=True)
class Retry:
    """`x-retry`: which statuses are worth repeating, and whether repeating does no harm (None: the method tells)."""

    statuses: tuple[int, ...]
    safe: bool | None

"""The options of every generated client, in one table.

The constructor, its docstring, the README, `with_options` and the reserved argument names are derived from it. A new
option is one row here and one field of `Options` in the runtime.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientOption:
    """One keyword argument of the clients.

    Attributes:
        name: the argument.
        annotation: its type; `{Async}` stands for the prefix that only the async variant of a class has, `{Sync}` for
            the prefixes "Sync" and "Async", `{Schemes}` for the names of the security schemes.
        default: its default as Python source.
        description: one paragraph for the docstring.
        summary: the text for the README; empty leaves the option out there.
        is_per_call: whether `with_options` takes it too.
        part: the part of the runtime without which the option does not exist, "" for the core.
    """

    name: str
    annotation: str
    default: str = "None"
    description: str
    summary: str = ""
    is_per_call: bool = True
    part: str = ""


CLIENT_OPTIONS = (
    ClientOption(
        name="base_url",
        annotation="str | UrlObject | None",
        description="The URL of the server, or the name or URL of a documented one; by default the first of those.",
        summary="The URL of the server, or the name or URL of a documented one; by default the first of those.",
    ),
    ClientOption(
        name="auth",
        annotation="{Schemes}HttpAuth | None",
        description=(
            "The security scheme to prefer, where the document leaves a choice; or an authentication of the HTTP "
            "library, such as httpx.Auth, that is used instead of the credentials."
        ),
        summary="The security scheme to prefer, or an `httpx.Auth` to use instead of the credentials.",
    ),
    ClientOption(
        name="timeout",
        annotation="TimeoutTypes",
        default="NOT_GIVEN",
        description=(
            "Seconds for each step of a request: to connect, for every read and write, and to wait for a free "
            "connection; a Timeout or a mapping with `connect`, `read`, `write` and `pool` sets them apart, None waits "
            "forever. By default 30 seconds, or the timeout of your own `http_client`."
        ),
        summary=(
            "Seconds for each step of a request, or a `Timeout` with `connect`, `read`, `write` and `pool`; by default "
            "30, or that of `http_client`."
        ),
    ),
    ClientOption(
        name="max_retries",
        annotation="int",
        default="2",
        description=(
            "How often a call that can safely be repeated is sent again. After 429 it is sent again without counting, "
            "until `max_elapsed` is over, or without that until 5 minutes have been waited; 0 sends every call once."
        ),
        summary=(
            "How often a call that can safely be repeated is sent again; after 429 until `max_elapsed` is over, "
            "without it for 5 minutes. 0 sends every call once."
        ),
    ),
    ClientOption(
        name="max_elapsed",
        annotation="float | None",
        description=(
            "Seconds after which a call ends, with its retries, waits and the whole response, however slowly that "
            "arrives, a download or a stream too; None sets no end."
        ),
        summary="Seconds after which a call ends, with its retries, waits and the whole response.",
    ),
    ClientOption(
        name="max_response_size",
        annotation="int | None",
        default="100_000_000",
        description=(
            "The most bytes of a response that are read into memory, decompressed, and of one line of a streamed text; "
            "a download or a stream has no other limit. None sets none."
        ),
        summary="The most bytes of a response that are read into memory; a download or a stream takes any number.",
    ),
    ClientOption(
        name="max_compression_ratio",
        annotation="float | None",
        default="200",
        description=(
            "The maximum decompression ratio for responses over 10 MB, in memory, in a download or a stream; None sets "
            "no limit."
        ),
        summary="The maximum decompression ratio for responses over 10 MB.",
    ),
    ClientOption(
        name="retry_statuses",
        annotation="Iterable[int] | None",
        description=(
            "The statuses after which a call that can safely be repeated is sent again, in place of the usual ones "
            "(500, 502, 503, 504, or those that the document names); after 429 it always is."
        ),
        summary="After which statuses besides 429 a call that can safely be repeated is sent again.",
    ),
    ClientOption(
        name="backoff",
        annotation="tuple[float, float]",
        default="(0.5, 8.0)",
        description=(
            "Seconds before the first repetition, and at most before any; they double each time, and up to half of "
            "them is left out by chance. What the server asks for in Retry-After comes first. After 429 the pause is "
            "at least the period of the declared rate limit, and grows by chance."
        ),
        summary="Seconds before the first repetition, and at most before any, where the server does not name them.",
    ),
    ClientOption(
        name="query",
        annotation="Mapping[str, object] | None",
        description=(
            "Parameters to add to the query of every request, unless a call has one of the same name; those of "
            "`with_options` are added to the client's own."
        ),
        summary="Parameters to add to the query of every request.",
    ),
    ClientOption(
        name="headers",
        annotation="Mapping[str, str] | None",
        description=(
            "Headers to send with every request; those of `with_options` are added to the client's own. An "
            "Authorization header replaces that of the credentials, which are then not needed."
        ),
        summary="Headers to send with every request.",
    ),
    ClientOption(
        name="strict",
        annotation="bool",
        default="False",
        description="Raise an error when a response does not match its schema, instead of delivering what matches.",
        summary="Raise an error when a response does not match its schema, instead of delivering what matches.",
    ),
    ClientOption(
        name="on_drift",
        annotation="Callable[[Drift], None] | None",
        description=(
            "Called for every place at which a response does not match its schema; without it a warning is given once "
            "per place."
        ),
        summary="Called for every place at which a response does not match its schema.",
    ),
    ClientOption(
        name="send_read_only",
        annotation="bool",
        default="False",
        description="Send the members that only the server sets (`readOnly`) too, where a body has them.",
        summary="Send the members that only the server sets too, where a body has them.",
        part="read-only members",
    ),
    ClientOption(
        name="before_request",
        annotation="{Async}BeforeRequest | Sequence[{Async}BeforeRequest] | None",
        description=(
            "Called before every attempt, see RequestEvent; may return headers to send along, or a RequestChange for "
            "headers, query and body. Functions in a list are called in order."
        ),
        summary="Called before every attempt, never with the key; may change headers, query and body.",
    ),
    ClientOption(
        name="after_response",
        annotation="{Async}AfterResponse | Sequence[{Async}AfterResponse] | None",
        description=(
            "Called after every attempt with its outcome and whether another one follows, see ResponseEvent; may "
            "return a ResponseChange for headers and body. Functions in a list are called in reverse order."
        ),
        summary="Called after every attempt with its status and time; may change headers and body.",
    ),
    ClientOption(
        name="rate_limits",
        annotation="RateLimitStore | Literal[False] | None",
        description=(
            "A store that counts calls for several clients, processes or machines (MemoryRateLimits, FileRateLimits, "
            "RedisRateLimits). Without it each client counts its own calls. For a server on this machine, a test "
            "server, they wait only if it announces a limit in `RateLimit-Policy`. False ignores the declared limits."
        ),
        summary="Where calls are counted: `FileRateLimits`, `RedisRateLimits`, ...; False ignores the declared limits.",
        part="rate limits",
    ),
    ClientOption(
        name="keep_cookies",
        annotation="bool",
        default="False",
        description=(
            "Send the cookies that the server sets with later calls, of this client and its copies, as a session "
            "does. Your own `http_client` keeps them by itself."
        ),
        summary="Send the cookies that the server sets with later calls, as a session does.",
        is_per_call=False,
    ),
    ClientOption(
        name="http_client",
        annotation="{Sync}HttpClient | None",
        description=(
            "Your own HTTP client (proxies, TLS, connection limits); it is not closed with this one. If it has an "
            "`auth` or an Authorization header, that is used instead of the credentials."
        ),
        is_per_call=False,
    ),
)

CALL_OPTIONS = {
    "extra_headers": "Mapping[str, str | None] | None",
    "extra_query": "Mapping[str, object] | None",
    "extra_body": "Mapping[str, object] | None",
    "timeout": "TimeoutTypes",
}
"""The keyword arguments of every method besides those of its operation, and their types: `CallOptions` of the runtime.

An operation that has an argument of one of these names keeps it; the option of that name then does not exist there.
"""


def options_of(parts: Iterable[str]) -> tuple[ClientOption, ...]:
    """The options of a package that uses these parts of the runtime."""
    names = {"", *parts}
    return tuple(option for option in CLIENT_OPTIONS if option.part in names)


def reserved_arguments() -> frozenset[str]:
    """Argument names that no security scheme and no server variable can have: those of all options."""
    return frozenset({"self", *(option.name for option in CLIENT_OPTIONS)})

"""Time limits: the timeouts of the steps of one request, and the deadline of a whole call."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, fields
from threading import local
from typing import TYPE_CHECKING, Protocol

from .errors import ConfigurationError
from .types import is_mapping, is_number

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping
    from typing import TypeAlias

DEFAULT_TIMEOUT = 30.0
"""Seconds for each step of a request, if neither the caller nor their `http_client` has a timeout."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeout:
    """How many seconds each step of a request may take; None waits forever. Raises ConfigurationError.

    Attributes:
        connect: to open a connection, for each address of the host, and again for TLS.
        read: until the next bytes of the response arrive.
        write: until the server takes the next bytes of the request.
        pool: until a connection is free, if the HTTP client limits their number.
    """

    connect: float | None = DEFAULT_TIMEOUT
    read: float | None = DEFAULT_TIMEOUT
    write: float | None = DEFAULT_TIMEOUT
    pool: float | None = DEFAULT_TIMEOUT

    @property
    def steps(self) -> tuple[float | None, float | None, float | None, float | None]:
        """The seconds of all steps, in the order that HTTP libraries take them."""
        return self.connect, self.read, self.write, self.pool

    def __post_init__(self) -> None:
        for each in fields(self):
            value: object = getattr(self, each.name)
            if value is not None and not (is_number(value) and value > 0):
                raise ConfigurationError(f"timeout=: {each.name} has to be a number of seconds above 0, or None")


_STEPS = tuple(each.name for each in fields(Timeout))


class TimeoutObject(Protocol):
    """An object with the timeout of each step, such as `httpx.Timeout`."""

    @property
    def connect(self) -> float | None: ...  # noqa: D102
    @property
    def read(self) -> float | None: ...  # noqa: D102
    @property
    def write(self) -> float | None: ...  # noqa: D102
    @property
    def pool(self) -> float | None: ...  # noqa: D102


if TYPE_CHECKING:
    TimeoutTypes: TypeAlias = float | Timeout | Mapping[str, float | None] | TimeoutObject | None
    """What `timeout=` takes: seconds for each step, None for no limit, or the seconds of single steps."""


def parse_timeout(value: object) -> Timeout:
    """Return the timeout that an argument `timeout=` stands for. Raises ConfigurationError.

    A number is the limit of every step, None sets no limit. A mapping may leave out steps, which keep the default.
    """
    if isinstance(value, Timeout):
        return value
    if value is None or (is_number(value) and value > 0):
        return Timeout(connect=value, read=value, write=value, pool=value)
    if is_mapping(value):
        steps = value
        if unknown := [name for name in value if name not in _STEPS]:
            raise ConfigurationError(f"timeout=: {unknown[0]!r} is not one of {', '.join(_STEPS)}")
    elif all(hasattr(value, name) for name in _STEPS):
        steps = {name: getattr(value, name) for name in _STEPS}
    else:
        raise ConfigurationError(
            "timeout= has to be a number of seconds above 0, None, a Timeout, or a mapping with connect, read, write "
            "and pool"
        )
    return Timeout(**steps)  # type: ignore[arg-type]  # checked by the class


@dataclass(frozen=True, slots=True)
class Deadline:
    """The end of the time that one call may take.

    Attributes:
        operation: the id of the operation that is called.
        seconds: the option `max_elapsed`.
        end: when that time is over, by `monotonic`.
        monotonic: seconds that never go back.
    """

    operation: str
    seconds: float
    end: float
    monotonic: Callable[[], float] = field(repr=False)

    @property
    def time_left(self) -> float:
        """Seconds until the end, negative after it."""
        return self.end - self.monotonic()

    def cap(self, seconds: float | None) -> float:
        """Return the shorter of a timeout and the time left."""
        return self.time_left if seconds is None else min(seconds, self.time_left)

    def describe(self, activity: str) -> str:
        """Say that the time is over, and what the call was doing."""
        return f"max_elapsed={self.seconds:g} s has passed while {activity}"


# ---------------------------------------------------------------- connections of sync clients


class _Thread(local):
    """The deadline of the call that the current thread performs."""

    deadline: Deadline | None = None

    def cap(self, timeout: float | None) -> float | None:
        """Return the timeout of one read or write. Raises TimeoutError if no time is left."""
        if self.deadline is None:
            return timeout
        seconds = self.deadline.cap(timeout)
        if seconds <= 0:
            raise TimeoutError
        return seconds


_THREAD = _Thread()
_WRITE_SIZE = 65_536


@contextmanager
def enforce(deadline: Deadline | None) -> Generator[None]:
    """Raise TimeoutError from a read or write of the current thread when the time is over.

    It holds for connections that `limit_connection` has seen, and needs no further thread.
    """
    previous, _THREAD.deadline = _THREAD.deadline, deadline or _THREAD.deadline
    try:
        yield
    finally:
        _THREAD.deadline = previous


class _LimitedStream:
    """Overrides the methods of a network stream of an HTTP library: none of them outlasts the deadline.

    A library applies a timeout to every single read, so a server that sends a byte now and then, of the head or of the
    body, would never exceed it.
    """

    if TYPE_CHECKING:
        _read: Callable[[int, float | None], bytes]
        _write: Callable[[bytes, float | None], None]
        _start_tls: Callable[[object, str | None, float | None], object]

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._read(max_bytes, _THREAD.cap(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if _THREAD.deadline is None:
            return self._write(buffer, timeout)
        for start in range(0, len(buffer), _WRITE_SIZE):
            self._write(buffer[start : start + _WRITE_SIZE], _THREAD.cap(timeout))
        return None

    def start_tls(
        self, ssl_context: object, server_hostname: str | None = None, timeout: float | None = None
    ) -> object:
        return self._start_tls(ssl_context, server_hostname, _THREAD.cap(timeout))


_LIMITED_CLASSES: dict[type, type] = {}


def _limited_class(stream_class: type) -> type:
    if stream_class not in _LIMITED_CLASSES:
        methods = {f"_{name}": getattr(stream_class, name) for name in ("read", "write", "start_tls")}
        _LIMITED_CLASSES[stream_class] = type(stream_class.__name__, (_LimitedStream, stream_class), methods)
    return _LIMITED_CLASSES[stream_class]


def limit_connection(stream: object) -> None:
    """Make `enforce` hold for a connection, given as the `network_stream` of a response or of a trace event.

    The stream gets a subclass of its class. One whose class does not permit that stays as it is; the deadline is then
    noticed between two chunks of a body.
    """
    if stream is not None and not isinstance(stream, _LimitedStream):
        stream_class: type = type(stream)  # mypy takes `type[object]` for unhashable
        with suppress(TypeError, AttributeError):
            stream.__class__ = _limited_class(stream_class)


_ACTIVITIES = {
    "connect_tcp": "connecting",
    "connect_unix_socket": "connecting",
    "start_tls": "connecting",
    "send_request_headers": "sending the request",
    "send_request_body": "sending the request",
    "receive_response_headers": "waiting for the response",
    "receive_response_body": "receiving the response",
}
"""What a call is doing, by the names of the trace events of HTTP libraries."""


@dataclass(slots=True)
class Activity:
    """What a request is waiting for, as its HTTP library reports it by the request extension `trace`."""

    text: str = "waiting for a connection"

    def trace(self, event: str, info: Mapping[str, object]) -> None:
        """Take note of an event of a sync client, and limit the connections that it opens."""
        step, _, state = event.partition(".")[2].partition(".")
        if state == "started":
            self.text = _ACTIVITIES.get(step, self.text)
        elif state == "complete" and _ACTIVITIES.get(step) == "connecting":
            limit_connection(info.get("return_value"))

    async def trace_async(self, event: str, _info: Mapping[str, object]) -> None:
        """Take note of an event of an async client, whose exchange is canceled as a whole."""
        self.trace(event, {})

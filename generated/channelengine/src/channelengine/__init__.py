"""Python client for ChannelEngine Channel API, reports, version 2.0.0."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import endpoints as endpoints, headers as headers, models as models
    from ._runtime.byte_stream import (
        AsyncByteStream as AsyncByteStream,
        ByteStream as ByteStream,
        ResponseHead as ResponseHead,
    )
    from ._runtime.download import Download as Download, SavedFile as SavedFile
    from ._runtime.hooks import (
        Drift as Drift,
        DriftWarning as DriftWarning,
        RequestChange as RequestChange,
        RequestEvent as RequestEvent,
        ResponseChange as ResponseChange,
        ResponseEvent as ResponseEvent,
    )
    from ._runtime.operation import CallOptions as CallOptions
    from ._runtime.polling import AsyncPoller as AsyncPoller, Poller as Poller
    from ._runtime.progress import Progress as Progress
    from ._runtime.rate_limit.redis import RedisRateLimits as RedisRateLimits
    from ._runtime.rate_limit.stores import (
        FileRateLimits as FileRateLimits,
        MemoryRateLimits as MemoryRateLimits,
        RateLimitStore as RateLimitStore,
    )
    from ._runtime.response.content import Content as Content, RawResponse as RawResponse
    from ._runtime.tables import SavedTable as SavedTable, Table as Table
    from ._runtime.timeouts import Timeout as Timeout
    from ._runtime.types import NOT_GIVEN as NOT_GIVEN, NotGiven as NotGiven
    from .client import AsyncChannelEngine as AsyncChannelEngine, ChannelEngine as ChannelEngine
    from .errors import (
        ApiError as ApiError,
        AuthenticationError as AuthenticationError,
        BadRequestError as BadRequestError,
        ChannelEngineError as ChannelEngineError,
        ConfigurationError as ConfigurationError,
        ConflictError as ConflictError,
        ConnectError as ConnectError,
        DeadlineExceededError as DeadlineExceededError,
        DecodeError as DecodeError,
        EnvelopeError as EnvelopeError,
        ForbiddenError as ForbiddenError,
        InvalidRequestError as InvalidRequestError,
        JobCanceledError as JobCanceledError,
        JobFailedError as JobFailedError,
        JobGoneError as JobGoneError,
        MissingCredentialError as MissingCredentialError,
        NotFoundError as NotFoundError,
        NotReadyError as NotReadyError,
        PollingError as PollingError,
        PollingTimeoutError as PollingTimeoutError,
        RateLimitError as RateLimitError,
        RateLimitStoreError as RateLimitStoreError,
        RequestTimeoutError as RequestTimeoutError,
        ResponseError as ResponseError,
        ResponseTooLargeError as ResponseTooLargeError,
        ServerError as ServerError,
        StatusError as StatusError,
        TimeBudgetError as TimeBudgetError,
        TransportError as TransportError,
        UnauthorizedError as UnauthorizedError,
        UnprocessableEntityError as UnprocessableEntityError,
    )

__version__ = "0.1.0"

__all__ = [
    "ApiError",
    "AsyncByteStream",
    "AsyncChannelEngine",
    "AsyncPoller",
    "AuthenticationError",
    "BadRequestError",
    "ByteStream",
    "CallOptions",
    "ChannelEngine",
    "ChannelEngineError",
    "ConfigurationError",
    "ConflictError",
    "ConnectError",
    "Content",
    "DeadlineExceededError",
    "DecodeError",
    "Download",
    "Drift",
    "DriftWarning",
    "EnvelopeError",
    "FileRateLimits",
    "ForbiddenError",
    "InvalidRequestError",
    "JobCanceledError",
    "JobFailedError",
    "JobGoneError",
    "MemoryRateLimits",
    "MissingCredentialError",
    "NOT_GIVEN",
    "NotFoundError",
    "NotGiven",
    "NotReadyError",
    "Poller",
    "PollingError",
    "PollingTimeoutError",
    "Progress",
    "RateLimitError",
    "RateLimitStore",
    "RateLimitStoreError",
    "RawResponse",
    "RedisRateLimits",
    "RequestChange",
    "RequestEvent",
    "RequestTimeoutError",
    "ResponseChange",
    "ResponseError",
    "ResponseEvent",
    "ResponseHead",
    "ResponseTooLargeError",
    "SavedFile",
    "SavedTable",
    "ServerError",
    "StatusError",
    "Table",
    "TimeBudgetError",
    "Timeout",
    "TransportError",
    "UnauthorizedError",
    "UnprocessableEntityError",
    "endpoints",
    "headers",
    "models",
]

_MODULES = {
    "Drift": "._runtime.hooks",
    "DriftWarning": "._runtime.hooks",
    "RequestChange": "._runtime.hooks",
    "RequestEvent": "._runtime.hooks",
    "ResponseChange": "._runtime.hooks",
    "ResponseEvent": "._runtime.hooks",
    "CallOptions": "._runtime.operation",
    "Content": "._runtime.response.content",
    "RawResponse": "._runtime.response.content",
    "Timeout": "._runtime.timeouts",
    "NOT_GIVEN": "._runtime.types",
    "NotGiven": "._runtime.types",
    "RedisRateLimits": "._runtime.rate_limit.redis",
    "FileRateLimits": "._runtime.rate_limit.stores",
    "MemoryRateLimits": "._runtime.rate_limit.stores",
    "RateLimitStore": "._runtime.rate_limit.stores",
    "AsyncPoller": "._runtime.polling",
    "Poller": "._runtime.polling",
    "Download": "._runtime.download",
    "SavedFile": "._runtime.download",
    "Progress": "._runtime.progress",
    "SavedTable": "._runtime.tables",
    "Table": "._runtime.tables",
    "AsyncByteStream": "._runtime.byte_stream",
    "ByteStream": "._runtime.byte_stream",
    "ResponseHead": "._runtime.byte_stream",
    "AsyncChannelEngine": ".client",
    "ChannelEngine": ".client",
    "ApiError": ".errors",
    "AuthenticationError": ".errors",
    "BadRequestError": ".errors",
    "ChannelEngineError": ".errors",
    "ConfigurationError": ".errors",
    "ConflictError": ".errors",
    "ConnectError": ".errors",
    "DeadlineExceededError": ".errors",
    "DecodeError": ".errors",
    "EnvelopeError": ".errors",
    "ForbiddenError": ".errors",
    "InvalidRequestError": ".errors",
    "JobCanceledError": ".errors",
    "JobFailedError": ".errors",
    "JobGoneError": ".errors",
    "MissingCredentialError": ".errors",
    "NotFoundError": ".errors",
    "NotReadyError": ".errors",
    "PollingError": ".errors",
    "PollingTimeoutError": ".errors",
    "RateLimitError": ".errors",
    "RateLimitStoreError": ".errors",
    "RequestTimeoutError": ".errors",
    "ResponseError": ".errors",
    "ResponseTooLargeError": ".errors",
    "ServerError": ".errors",
    "StatusError": ".errors",
    "TimeBudgetError": ".errors",
    "TransportError": ".errors",
    "UnauthorizedError": ".errors",
    "UnprocessableEntityError": ".errors",
}


def __getattr__(name: str) -> object:
    """Load a public name from its module when it is first used."""
    if name in ["endpoints", "headers", "models"]:
        return import_module(f".{name}", __name__)
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_MODULES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)

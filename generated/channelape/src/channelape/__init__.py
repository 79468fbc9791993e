"""Python client for ChannelApe V1, version 1.0.0."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import endpoints as endpoints, models as models
    from ._runtime.batching import Batching as Batching, BatchPart as BatchPart, BatchResult as BatchResult
    from ._runtime.hooks import (
        Drift as Drift,
        DriftWarning as DriftWarning,
        RequestChange as RequestChange,
        RequestEvent as RequestEvent,
        ResponseChange as ResponseChange,
        ResponseEvent as ResponseEvent,
    )
    from ._runtime.operation import CallOptions as CallOptions
    from ._runtime.pagination import AsyncPager as AsyncPager, Pager as Pager
    from ._runtime.progress import Progress as Progress
    from ._runtime.rate_limit.redis import RedisRateLimits as RedisRateLimits
    from ._runtime.rate_limit.stores import (
        FileRateLimits as FileRateLimits,
        MemoryRateLimits as MemoryRateLimits,
        RateLimitStore as RateLimitStore,
    )
    from ._runtime.request.files import Upload as Upload
    from ._runtime.response.content import Content as Content, RawResponse as RawResponse
    from ._runtime.timeouts import Timeout as Timeout
    from ._runtime.types import NOT_GIVEN as NOT_GIVEN, NotGiven as NotGiven
    from .client import AsyncChannelApe as AsyncChannelApe, ChannelApe as ChannelApe
    from .error_codes import ErrorCode as ErrorCode
    from .errors import (
        ApiError as ApiError,
        AuthenticationError as AuthenticationError,
        BadRequestError as BadRequestError,
        ChannelApeError as ChannelApeError,
        ConfigurationError as ConfigurationError,
        ConflictError as ConflictError,
        ConnectError as ConnectError,
        DeadlineExceededError as DeadlineExceededError,
        DecodeError as DecodeError,
        EnvelopeError as EnvelopeError,
        ForbiddenError as ForbiddenError,
        InvalidRequestError as InvalidRequestError,
        MissingCredentialError as MissingCredentialError,
        NotFoundError as NotFoundError,
        PaginationError as PaginationError,
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
    "AsyncChannelApe",
    "AsyncPager",
    "AuthenticationError",
    "BadRequestError",
    "BatchPart",
    "BatchResult",
    "Batching",
    "CallOptions",
    "ChannelApe",
    "ChannelApeError",
    "ConfigurationError",
    "ConflictError",
    "ConnectError",
    "Content",
    "DeadlineExceededError",
    "DecodeError",
    "Drift",
    "DriftWarning",
    "EnvelopeError",
    "ErrorCode",
    "FileRateLimits",
    "ForbiddenError",
    "InvalidRequestError",
    "MemoryRateLimits",
    "MissingCredentialError",
    "NOT_GIVEN",
    "NotFoundError",
    "NotGiven",
    "Pager",
    "PaginationError",
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
    "ResponseTooLargeError",
    "ServerError",
    "StatusError",
    "TimeBudgetError",
    "Timeout",
    "TransportError",
    "UnauthorizedError",
    "UnprocessableEntityError",
    "Upload",
    "endpoints",
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
    "Progress": "._runtime.progress",
    "Upload": "._runtime.request.files",
    "RedisRateLimits": "._runtime.rate_limit.redis",
    "FileRateLimits": "._runtime.rate_limit.stores",
    "MemoryRateLimits": "._runtime.rate_limit.stores",
    "RateLimitStore": "._runtime.rate_limit.stores",
    "AsyncPager": "._runtime.pagination",
    "Pager": "._runtime.pagination",
    "BatchPart": "._runtime.batching",
    "BatchResult": "._runtime.batching",
    "Batching": "._runtime.batching",
    "AsyncChannelApe": ".client",
    "ChannelApe": ".client",
    "ErrorCode": ".error_codes",
    "ApiError": ".errors",
    "AuthenticationError": ".errors",
    "BadRequestError": ".errors",
    "ChannelApeError": ".errors",
    "ConfigurationError": ".errors",
    "ConflictError": ".errors",
    "ConnectError": ".errors",
    "DeadlineExceededError": ".errors",
    "DecodeError": ".errors",
    "EnvelopeError": ".errors",
    "ForbiddenError": ".errors",
    "InvalidRequestError": ".errors",
    "MissingCredentialError": ".errors",
    "NotFoundError": ".errors",
    "PaginationError": ".errors",
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
    if name in ["endpoints", "models"]:
        return import_module(f".{name}", __name__)
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(_MODULES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)

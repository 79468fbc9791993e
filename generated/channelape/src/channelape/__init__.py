"""Python client for ChannelApe V1, version 1.0.0."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import endpoints as endpoints, models as models
    from ._runtime.asyncpoller import AsyncPoller as AsyncPoller
    from ._runtime.batch_values import Batching as Batching, BatchPart as BatchPart, BatchResult as BatchResult
    from ._runtime.download import Download as Download
    from ._runtime.hooks import RequestEvent as RequestEvent, ResponseEvent as ResponseEvent
    from ._runtime.pagination import AsyncPager as AsyncPager, Pager as Pager
    from ._runtime.poller import Poller as Poller
    from ._runtime.progress import Progress as Progress
    from ._runtime.rate_limit.file import FileRateLimits as FileRateLimits
    from ._runtime.rate_limit.redis import RedisRateLimits as RedisRateLimits
    from ._runtime.rate_limit.stores import MemoryRateLimits as MemoryRateLimits, RateLimitStore as RateLimitStore
    from ._runtime.raw import RawResponse as RawResponse
    from ._runtime.response.content import Content as Content
    from ._runtime.response.drift import Drift as Drift, DriftWarning as DriftWarning
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
        DecodeError as DecodeError,
        EnvelopeError as EnvelopeError,
        ForbiddenError as ForbiddenError,
        InvalidRequestError as InvalidRequestError,
        JobCanceledError as JobCanceledError,
        JobFailedError as JobFailedError,
        JobGoneError as JobGoneError,
        MissingCredentialError as MissingCredentialError,
        NotFoundError as NotFoundError,
        PaginationError as PaginationError,
        PollingError as PollingError,
        PollingTimeoutError as PollingTimeoutError,
        RateLimitError as RateLimitError,
        RateLimitStoreError as RateLimitStoreError,
        RequestTimeoutError as RequestTimeoutError,
        ResponseError as ResponseError,
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
    "AsyncPoller",
    "AuthenticationError",
    "BadRequestError",
    "BatchPart",
    "BatchResult",
    "Batching",
    "ChannelApe",
    "ChannelApeError",
    "ConfigurationError",
    "ConflictError",
    "ConnectError",
    "Content",
    "DecodeError",
    "Download",
    "Drift",
    "DriftWarning",
    "EnvelopeError",
    "ErrorCode",
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
    "Pager",
    "PaginationError",
    "Poller",
    "PollingError",
    "PollingTimeoutError",
    "Progress",
    "RateLimitError",
    "RateLimitStore",
    "RateLimitStoreError",
    "RawResponse",
    "RedisRateLimits",
    "RequestEvent",
    "RequestTimeoutError",
    "ResponseError",
    "ResponseEvent",
    "ServerError",
    "StatusError",
    "TimeBudgetError",
    "TransportError",
    "UnauthorizedError",
    "UnprocessableEntityError",
    "endpoints",
    "models",
]

_HOMES = {
    "BatchPart": "._runtime.batch_values",
    "BatchResult": "._runtime.batch_values",
    "Batching": "._runtime.batch_values",
    "AsyncPoller": "._runtime.asyncpoller",
    "Content": "._runtime.response.content",
    "Drift": "._runtime.response.drift",
    "DriftWarning": "._runtime.response.drift",
    "FileRateLimits": "._runtime.rate_limit.file",
    "RequestEvent": "._runtime.hooks",
    "ResponseEvent": "._runtime.hooks",
    "AsyncPager": "._runtime.pagination",
    "Pager": "._runtime.pagination",
    "Poller": "._runtime.poller",
    "Progress": "._runtime.progress",
    "RawResponse": "._runtime.raw",
    "RedisRateLimits": "._runtime.rate_limit.redis",
    "Download": "._runtime.download",
    "MemoryRateLimits": "._runtime.rate_limit.stores",
    "RateLimitStore": "._runtime.rate_limit.stores",
    "NOT_GIVEN": "._runtime.types",
    "NotGiven": "._runtime.types",
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
    "DecodeError": ".errors",
    "EnvelopeError": ".errors",
    "ForbiddenError": ".errors",
    "InvalidRequestError": ".errors",
    "JobCanceledError": ".errors",
    "JobFailedError": ".errors",
    "JobGoneError": ".errors",
    "MissingCredentialError": ".errors",
    "NotFoundError": ".errors",
    "PaginationError": ".errors",
    "PollingError": ".errors",
    "PollingTimeoutError": ".errors",
    "RateLimitError": ".errors",
    "RateLimitStoreError": ".errors",
    "RequestTimeoutError": ".errors",
    "ResponseError": ".errors",
    "ServerError": ".errors",
    "StatusError": ".errors",
    "TimeBudgetError": ".errors",
    "TransportError": ".errors",
    "UnauthorizedError": ".errors",
    "UnprocessableEntityError": ".errors",
}


def __getattr__(name: str) -> object:
    """Load a public name from its module when it is first asked for."""
    if name in {"endpoints", "models"}:
        return import_module(f".{name}", __name__)
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found: object = getattr(import_module(_HOMES[name], __name__), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted(__all__)

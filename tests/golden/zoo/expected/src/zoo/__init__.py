"""Python client for Zoo "of" odd \\ things, version 1."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import endpoints as endpoints, models as models
    from ._runtime.hooks import (
        Drift as Drift,
        DriftWarning as DriftWarning,
        RequestChange as RequestChange,
        RequestEvent as RequestEvent,
        ResponseChange as ResponseChange,
        ResponseEvent as ResponseEvent,
    )
    from ._runtime.operation import CallOptions as CallOptions
    from ._runtime.progress import Progress as Progress
    from ._runtime.request.files import Upload as Upload
    from ._runtime.response.content import Content as Content, RawResponse as RawResponse
    from ._runtime.timeouts import Timeout as Timeout
    from ._runtime.types import NOT_GIVEN as NOT_GIVEN, NotGiven as NotGiven
    from .client import AsyncZoo as AsyncZoo, Zoo as Zoo
    from .errors import (
        ApiError as ApiError,
        AuthenticationError as AuthenticationError,
        BadRequestError as BadRequestError,
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
        RateLimitError as RateLimitError,
        RequestTimeoutError as RequestTimeoutError,
        ResponseError as ResponseError,
        ResponseTooLargeError as ResponseTooLargeError,
        ServerError as ServerError,
        StatusError as StatusError,
        TimeBudgetError as TimeBudgetError,
        TransportError as TransportError,
        UnauthorizedError as UnauthorizedError,
        UnprocessableEntityError as UnprocessableEntityError,
        ZooError as ZooError,
    )

__version__ = "0.1.0"

__all__ = [
    "ApiError",
    "AsyncZoo",
    "AuthenticationError",
    "BadRequestError",
    "CallOptions",
    "ConfigurationError",
    "ConflictError",
    "ConnectError",
    "Content",
    "DeadlineExceededError",
    "DecodeError",
    "Drift",
    "DriftWarning",
    "EnvelopeError",
    "ForbiddenError",
    "InvalidRequestError",
    "MissingCredentialError",
    "NOT_GIVEN",
    "NotFoundError",
    "NotGiven",
    "Progress",
    "RateLimitError",
    "RawResponse",
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
    "Zoo",
    "ZooError",
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
    "AsyncZoo": ".client",
    "Zoo": ".client",
    "ApiError": ".errors",
    "AuthenticationError": ".errors",
    "BadRequestError": ".errors",
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
    "RateLimitError": ".errors",
    "RequestTimeoutError": ".errors",
    "ResponseError": ".errors",
    "ResponseTooLargeError": ".errors",
    "ServerError": ".errors",
    "StatusError": ".errors",
    "TimeBudgetError": ".errors",
    "TransportError": ".errors",
    "UnauthorizedError": ".errors",
    "UnprocessableEntityError": ".errors",
    "ZooError": ".errors",
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

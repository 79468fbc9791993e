"""Python client for ChannelEngine Channel API, reports, version 2.0.0."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import endpoints as endpoints, models as models
    from ._runtime.content import Content as Content
    from ._runtime.drift import Drift as Drift, DriftWarning as DriftWarning
    from ._runtime.paging import AsyncPager as AsyncPager, Pager as Pager
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
        DecodeError as DecodeError,
        EnvelopeError as EnvelopeError,
        ForbiddenError as ForbiddenError,
        InvalidRequestError as InvalidRequestError,
        MissingCredentialError as MissingCredentialError,
        NotFoundError as NotFoundError,
        PaginationError as PaginationError,
        PollingError as PollingError,
        RateLimitError as RateLimitError,
        RequestTimeoutError as RequestTimeoutError,
        ResponseError as ResponseError,
        ServerError as ServerError,
        StatusError as StatusError,
        TransportError as TransportError,
        UnauthorizedError as UnauthorizedError,
        UnprocessableEntityError as UnprocessableEntityError,
    )

__version__ = "0.1.0"

__all__ = [
    "ApiError",
    "AsyncChannelEngine",
    "AsyncPager",
    "AuthenticationError",
    "BadRequestError",
    "ChannelEngine",
    "ChannelEngineError",
    "ConfigurationError",
    "ConflictError",
    "ConnectError",
    "Content",
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
    "Pager",
    "PaginationError",
    "PollingError",
    "RateLimitError",
    "RequestTimeoutError",
    "ResponseError",
    "ServerError",
    "StatusError",
    "TransportError",
    "UnauthorizedError",
    "UnprocessableEntityError",
    "endpoints",
    "models",
]

_HOMES = {
    "Content": "._runtime.content",
    "Drift": "._runtime.drift",
    "DriftWarning": "._runtime.drift",
    "AsyncPager": "._runtime.paging",
    "Pager": "._runtime.paging",
    "NOT_GIVEN": "._runtime.types",
    "NotGiven": "._runtime.types",
    "AsyncChannelEngine": ".client",
    "ChannelEngine": ".client",
    "ApiError": ".errors",
    "AuthenticationError": ".errors",
    "BadRequestError": ".errors",
    "ChannelEngineError": ".errors",
    "ConfigurationError": ".errors",
    "ConflictError": ".errors",
    "ConnectError": ".errors",
    "DecodeError": ".errors",
    "EnvelopeError": ".errors",
    "ForbiddenError": ".errors",
    "InvalidRequestError": ".errors",
    "MissingCredentialError": ".errors",
    "NotFoundError": ".errors",
    "PaginationError": ".errors",
    "PollingError": ".errors",
    "RateLimitError": ".errors",
    "RequestTimeoutError": ".errors",
    "ResponseError": ".errors",
    "ServerError": ".errors",
    "StatusError": ".errors",
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

"""Everything this package raises on purpose.

ApiError
├── ConfigurationError          the client is set up in a way that cannot work (also a ValueError)
├── InvalidRequestError         an argument or body that cannot be sent (also a ValueError)
├── AuthenticationError
│   ├── MissingCredentialError  nothing to authenticate with; raised before anything is sent
│   └── UnauthorizedError       401 (also a StatusError)
├── RateLimitStoreError         the store of rate limits does not work; nothing was sent
├── TimeBudgetError             max_elapsed= is over before a call may go; nothing was sent (also a TimeoutError)
├── TransportError              no complete response
│   ├── ConnectError            no connection
│   └── RequestTimeoutError     no answer in time (also a TimeoutError)
├── ResponseError               a complete response that is a failure, or cannot be read
│   ├── StatusError             its status says so
│   │   ├── BadRequestError            400
│   │   ├── UnauthorizedError          401
│   │   ├── ForbiddenError             403
│   │   ├── NotFoundError              404
│   │   ├── ConflictError              409
│   │   ├── UnprocessableEntityError   422
│   │   ├── RateLimitError             429
│   │   └── ServerError                5xx
│   ├── EnvelopeError           its body says so, whatever the status
│   └── DecodeError             its body cannot be read as documented
├── PaginationError             a page does not say where the next one is, or leads back
└── PollingError                a job that was waited for did not end well
    ├── JobFailedError          the API says that it failed, as often as it may be started again
    ├── JobGoneError            the API does not know it, or no longer
    ├── JobCanceledError        the caller does not want to wait any more
    └── PollingTimeoutError     it was not done in time (also a TimeoutError)

All of them pickle, and none holds a secret.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class ApiError(Exception):
    """The root. `operation` is the id of the operation that was called, "" outside of a call.

    `codes` are the API's own error codes where a response has some, so that every error can be asked for them.
    """

    codes: tuple[int | str, ...] = ()

    def __init__(self, text: str = "", *, operation: str = "") -> None:
        """Keep a text and the id of the operation; every argument has a default, so that errors pickle."""
        super().__init__(text)
        self.operation = operation


class ConfigurationError(ApiError, ValueError):
    """The client is set up in a way that cannot work."""


class InvalidRequestError(ApiError, ValueError):
    """An argument or body that cannot be sent; names the place, not the value."""


class AuthenticationError(ApiError):
    """Not authenticated."""


class MissingCredentialError(AuthenticationError):
    """The operation needs a credential and none is configured; nothing was sent."""


class RateLimitStoreError(ApiError):
    """The store of rate limits does not work, so it is not known whether a call may go; nothing was sent."""


class TimeBudgetError(ApiError, TimeoutError):
    """The call would have to wait for a limit longer than its `max_elapsed` allows; nothing was sent."""


class TransportError(ApiError):
    """No complete response arrived. Whether the server acted on the request is unknown."""


class ConnectError(TransportError):
    """No connection could be made, so the server has not seen the request."""


class RequestTimeoutError(TransportError, TimeoutError):
    """The server did not answer in time."""


class ResponseError(ApiError):
    """A complete response that is a failure, or cannot be read.

    Attributes:
        status: HTTP status code.
        codes: the API's own error codes, in the order of the body: members of its ErrorCode if it documents them.
        message: what the server says about the failure, "" when it says nothing.
        errors: its further texts, such as one for each invalid field ("name: too long").
        request_id: the server's name for this request, "" when it gave none.
        retry_after: seconds the server asks to wait, None when it does not say.
        body: the parsed body: of the documented type if it has one, else plain JSON; None when it is not JSON.
        excerpt: the beginning of the body as text.
        headers: the response's headers under lower-case names, without cookies.
    """

    def __init__(
        self,
        text: str = "",
        *,
        operation: str = "",
        status: int = 0,
        codes: tuple[int | str, ...] = (),
        message: str = "",
        errors: tuple[str, ...] = (),
        request_id: str = "",
        retry_after: float | None = None,
        body: object = None,
        excerpt: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Keep what is known; see the attributes."""
        super().__init__(text, operation=operation)
        self.status = status
        self.codes = codes
        self.message = message
        self.errors = errors
        self.request_id = request_id
        self.retry_after = retry_after
        self.body = body
        self.excerpt = excerpt
        self.headers: Mapping[str, str] = headers or {}


class StatusError(ResponseError):
    """The status says failure."""


class BadRequestError(StatusError):
    """400: the server did not understand the request."""


class UnauthorizedError(StatusError, AuthenticationError):
    """401: the credential is missing, wrong or of another kind."""


class ForbiddenError(StatusError):
    """403: the credential does not allow this."""


class NotFoundError(StatusError):
    """404: there is no such thing."""


class ConflictError(StatusError):
    """409: the state of the thing does not allow this now."""


class UnprocessableEntityError(StatusError):
    """422: understood, and refused for its content."""


class RateLimitError(StatusError):
    """429: too many requests; `retry_after` says how long to wait."""


class ServerError(StatusError):
    """5xx: the server failed."""


class EnvelopeError(ResponseError):
    """The body says failure, whatever the status."""


class DecodeError(ResponseError):
    """The body cannot be read as documented."""


class PaginationError(ApiError):
    """A page does not say where the next one is, or leads back."""


class PollingError(ApiError):
    """A job that was waited for did not end well.

    `job_id` and `state` are the API's own words, "" when unknown. With `token` waiting can go on, here or elsewhere.
    """

    def __init__(
        self, text: str = "", *, operation: str = "", job_id: str = "", state: str = "", token: str = ""
    ) -> None:
        """Keep what is known."""
        super().__init__(text, operation=operation)
        self.job_id = job_id
        self.state = state
        self.token = token


class JobFailedError(PollingError):
    """The API says that the job failed."""


class JobGoneError(PollingError):
    """The API does not know the job, or no longer."""


class JobCanceledError(PollingError):
    """The caller canceled the waiting; the job itself goes on."""


class PollingTimeoutError(PollingError, TimeoutError):
    """The job was not done within the time the caller gave; it goes on, and so can the waiting, from `token`."""


_BY_STATUS: dict[int, type[StatusError]] = {
    400: BadRequestError,
    401: UnauthorizedError,
    403: ForbiddenError,
    404: NotFoundError,
    409: ConflictError,
    422: UnprocessableEntityError,
    429: RateLimitError,
}


def error_class(status: int) -> type[StatusError]:
    """The class for a status that is no success."""
    return _BY_STATUS.get(status) or (ServerError if status >= 500 else StatusError)  # noqa: PLR2004 - 5xx

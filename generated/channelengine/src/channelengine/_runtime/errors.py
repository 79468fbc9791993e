"""The exceptions of this package.

ApiError
├── ConfigurationError          invalid arguments of the client (also a ValueError)
├── InvalidRequestError         an argument or body that cannot be sent (also a ValueError)
├── AuthenticationError
│   ├── MissingCredentialError  nothing to authenticate with; raised before anything is sent
│   └── UnauthorizedError       401 (also a StatusError)
├── RateLimitStoreError         the store of rate limits does not work; nothing was sent
├── TimeBudgetError             max_elapsed= is over, or would be over before the request is sent (also a TimeoutError)
├── TransportError              no complete response
│   ├── ConnectError            no connection
│   ├── ResponseTooLargeError   a body that exceeds max_response_size= or max_compression_ratio=
│   └── RequestTimeoutError     no answer in time (also a TimeoutError)
│       └── DeadlineExceededError  max_elapsed= is over, and the request may have been sent (also a TimeBudgetError)
├── ResponseError               a complete response that is a failure, or cannot be read
│   ├── StatusError             its status is a failure
│   │   ├── BadRequestError            400
│   │   ├── UnauthorizedError          401
│   │   ├── ForbiddenError             403
│   │   ├── NotFoundError              404
│   │   ├── ConflictError              409
│   │   ├── UnprocessableEntityError   422
│   │   ├── RateLimitError             429
│   │   └── ServerError                5xx
│   ├── EnvelopeError           its body reports a failure, whatever the status
│   ├── NotReadyError           the result that was asked for does not exist yet
│   └── DecodeError             its body cannot be read as documented
├── PaginationError             a page does not lead to the next one, or leads back
└── PollingError                a job did not end successfully
    ├── JobFailedError          it failed, in every attempt
    ├── JobGoneError            the API does not know it, or no longer knows it
    ├── JobCanceledError        the caller canceled the waiting
    └── PollingTimeoutError     it was not finished in time (also a TimeoutError)

All of them can be pickled, and none holds a secret.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..error_codes import ErrorCode  # the enum of the documented codes, `str` in a package without one


class ApiError(Exception):
    """Base class of all exceptions. `operation` is the id of the operation that was called, "" outside of a call.

    `codes` are the API's own error codes, () if the error has no response or the response has none.
    """

    codes: tuple[ErrorCode, ...] = ()

    def __init__(self, text: str = "", *, operation: str = "") -> None:
        super().__init__(text)
        self.operation = operation


class ConfigurationError(ApiError, ValueError):
    """The arguments of a client are invalid."""


class InvalidRequestError(ApiError, ValueError):
    """An argument or body cannot be sent; the message has its place, not its value."""


class AuthenticationError(ApiError):
    """Authentication failed."""


class MissingCredentialError(AuthenticationError):
    """The operation needs a credential and the client has none; nothing was sent."""


class RateLimitStoreError(ApiError):
    """The store of rate limits does not work, so the call cannot be counted; nothing was sent."""


class TimeBudgetError(ApiError, TimeoutError):
    """The time that `max_elapsed` allows is over, or would be before the request is sent.

    Nothing was sent, unless it is a DeadlineExceededError.
    """


class TransportError(ApiError):
    """No complete response arrived. Whether the server processed the request is unknown."""


class ConnectError(TransportError):
    """No connection could be made, so the server has not seen the request."""


class RequestTimeoutError(TransportError, TimeoutError):
    """The server did not answer in time."""


class DeadlineExceededError(RequestTimeoutError, TimeBudgetError):
    """The time that `max_elapsed` allows is over, and no complete response has arrived.

    The message says what the call was doing. The request may have been sent and processed.
    """


class ResponseTooLargeError(TransportError):
    """The body of the response is larger than `max_response_size` or `max_compression_ratio` permits; it was not read.

    The server has processed the request. Methods that download or stream a body have no limit of size.
    """


class ResponseError(ApiError):
    """A complete response that is a failure, or cannot be read.

    Attributes:
        status: HTTP status code.
        codes: the API's own error codes, in the order of the body: members of ErrorCode if the API documents codes,
            otherwise texts.
        message: the error message of the body, "" if there is none.
        errors: further messages, such as one for each invalid field ("name: too long").
        request_id: the server's id of the request, "" if it sent none.
        retry_after: seconds that the server asks to wait, None if it does not.
        body: the body: JSON of the documented type if it has one, else plain JSON, else a text; None if it is empty, no
            text, very large, or could not be received as a whole.
        excerpt: the beginning of the body as text.
        headers: the response's headers under lower-case names, without cookies.
    """

    def __init__(
        self,
        text: str = "",
        *,
        operation: str = "",
        status: int = 0,
        codes: tuple[ErrorCode, ...] = (),
        message: str = "",
        errors: tuple[str, ...] = (),
        request_id: str = "",
        retry_after: float | None = None,
        body: object = None,
        excerpt: str = "",
        headers: Mapping[str, str] | None = None,
    ) -> None:
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
    """The status is a failure."""


class BadRequestError(StatusError):
    """400: the server did not understand the request."""


class UnauthorizedError(StatusError, AuthenticationError):
    """401: the credential is missing or invalid."""


class ForbiddenError(StatusError):
    """403: the credential does not permit the operation."""


class NotFoundError(StatusError):
    """404: the resource does not exist."""


class ConflictError(StatusError):
    """409: the request conflicts with the state of the resource."""


class UnprocessableEntityError(StatusError):
    """422: the content of the request is invalid."""


class RateLimitError(StatusError):
    """429: too many requests; `retry_after` is how long to wait."""


class ServerError(StatusError):
    """5xx: the server failed."""


class EnvelopeError(ResponseError):
    """The body reports a failure, whatever the status."""


class NotReadyError(ResponseError):
    """The result does not exist yet: the body of the success is empty, which means that for this operation."""


class DecodeError(ResponseError):
    """The body cannot be read as documented."""


class PaginationError(ApiError):
    """A page does not lead to the next one, or leads back to an earlier one."""


class PollingError(ApiError):
    """A job did not end successfully.

    `job_id` and `state` are the API's own, "" if unknown. With `token` waiting can continue, also in another process.
    """

    def __init__(
        self, text: str = "", *, operation: str = "", job_id: str = "", state: str = "", token: str = ""
    ) -> None:
        super().__init__(text, operation=operation)
        self.job_id = job_id
        self.state = state
        self.token = token


class JobFailedError(PollingError):
    """The job failed."""


class JobGoneError(PollingError):
    """The API does not know the job, or no longer knows it."""


class JobCanceledError(PollingError):
    """The caller canceled the waiting; the job itself continues."""


class PollingTimeoutError(PollingError, TimeoutError):
    """The job was not finished in time; it continues, and waiting can continue from `token`."""


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
    """The exception class for a status that is not a success."""
    return _BY_STATUS.get(status) or (ServerError if status >= 500 else StatusError)  # noqa: PLR2004 - 5xx

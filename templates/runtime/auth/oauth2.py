"""OAuth 2 tokens that the client requests itself (RFC 6749): with its own id and secret, or with a refresh token.

A token is used until shortly before it expires, by all calls of a client and its copies; one of them requests the next
one while the others wait. After a 401 a new token is requested once. Token requests are sent by the client's own
transport, with their secrets kept apart like all others, and the redactor knows every token before it is used.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from math import inf
from typing import TYPE_CHECKING
from urllib.parse import quote_plus, urlencode, urljoin

from ..errors import AuthenticationError, ConfigurationError, TimeBudgetError
from ..http.messages import EncodedBody, Request, Response, Send, Sleep, TransportFailure
from ..rate_limit.semaphore import Semaphore, WaitForPermit
from ..redaction import Secret
from ..request.urls import is_loopback
from ..retry import TOO_MANY_REQUESTS, TRANSIENT_STATUSES, Retries, delay
from ..serialization import loads
from ..types import is_dict
from .schemes import Basic, Bearer

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from ..http.messages import Answer, GrantSettings, PlacedSecret, Step

_FORM = "application/x-www-form-urlencoded"
_MARGIN = 30.0
"""Seconds before it expires, or a tenth of its lifetime if that is less, at which a token is replaced."""
_LONGEST_LIFETIME = 1e9
"""Seconds; what a server says beyond them is as good as forever."""
_ERROR_CODES = frozenset(
    [
        *("invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type"),
        *("invalid_scope", "access_denied", "server_error", "temporarily_unavailable"),
    ]
)
"""The values of `error` in responses of token endpoints; others are not repeated in messages."""


@dataclass(frozen=True, slots=True)
class OAuth2(Bearer):
    """A bearer token: one that the caller has, or one that the client requests from these URLs.

    `client_credentials` is the URL for the client's own id and secret, `refresh` for a refresh token; "" for none.
    """

    client_credentials: str = ""
    refresh: str = ""

    def grant(self, scheme: str, secret: Callable[[str], Secret | None]) -> TokenGrant | None:
        """Return the grant for the credentials of the client, None where they do not suffice."""
        client = (secret("client_id"), secret("client_secret"))
        refresh = secret("refresh_token") if self.refresh else None
        if refresh is None and not (self.client_credentials and all(client)):
            return None
        scope = secret("scope")
        return TokenGrant(
            scheme,
            self,
            client=client,
            refresh_token=refresh,
            token=secret("secret"),
            scope=scope.reveal() if scope else "",
        )

    def advice(self, argument: Callable[[str], str]) -> str:
        """Name the arguments for the client's own id and secret."""
        known = [f"{name}=" for role in ("client_id", "client_secret") if (name := argument(role))]
        return f"pass {' and '.join(known)}" if self.client_credentials and known else ""


class TokenGrant:
    """Requests and renews the tokens of one scheme; shared by all calls of a client and its copies.

    `client` is its id and secret, `token` one to begin with.
    """

    def __init__(
        self,
        scheme: str,
        urls: OAuth2,
        *,
        client: tuple[Secret | None, Secret | None],
        refresh_token: Secret | None,
        token: Secret | None,
        scope: str,
    ) -> None:
        self._bearer = urls.place(token).secret if token else None
        identity = client[0] or refresh_token
        self.owner = identity.reveal() if identity else ""
        self._scheme = scheme
        self._urls = urls
        self._client = client
        self._refresh_token = refresh_token
        self._scope = scope
        self._expires: float | None = None  # by the monotonic clock; None if unknown, then a 401 shows it
        self._semaphore = Semaphore(1)
        self._credentials_in_body = False  # whether the server takes id and secret in the body only

    def __repr__(self) -> str:
        return f"TokenGrant({self._scheme!r})"

    def renew(self, settings: GrantSettings, refused: Secret | None) -> Generator[Step, Answer, Secret]:
        """Return a valid token, and request one if there is none; one call does it for all. See Grant.

        Raises ConfigurationError too, where a token request would be sent without encryption.
        """
        if token := self._valid_token(settings.monotonic(), refused):
            return token
        with self._semaphore.acquire() as permit:
            if not permit.is_granted:
                deadline = settings.deadline
                yield WaitForPermit(permit, None if deadline is None else deadline.time_left)
            if not permit.is_granted:
                _check_deadline(settings, inf)
            return self._valid_token(settings.monotonic(), refused) or (yield from self._request_token(settings))

    def _valid_token(self, now: float, refused: Secret | None) -> Secret | None:
        is_fresh = self._expires is None or now < self._expires
        return self._bearer if self._bearer is not refused and is_fresh else None

    def _request_token(self, settings: GrantSettings) -> Generator[Step, Answer, Secret]:
        has_credentials = bool(self._urls.client_credentials and all(self._client))
        if self._refresh_token is not None:
            fields = {"grant_type": "refresh_token", "refresh_token": self._refresh_token.reveal()}
            answer = yield from self._ask(self._urls.refresh, fields, settings)
            if answer.is_success or not has_credentials:
                return self._accept(answer, settings)
            self._refresh_token = None  # it is not valid any more, but there are credentials
        fields = {"grant_type": "client_credentials", **({"scope": self._scope} if self._scope else {})}
        answer = yield from self._ask(self._urls.client_credentials, fields, settings)
        return self._accept(answer, settings)

    def _ask(self, url: str, fields: dict[str, str], settings: GrantSettings) -> Generator[Step, Answer, Response]:
        """The response of a token endpoint; most expect id and secret in a header, some only in the body."""
        url = _checked_url(url, settings)
        if not self._credentials_in_body and all(self._client):
            answer = yield from self._attempts(self._token_request(url, fields, settings, in_body=False), settings)
            if answer.is_success or _error_code(answer) not in {"invalid_client", "invalid_request", ""}:
                return answer
            second = yield from self._attempts(self._token_request(url, fields, settings, in_body=True), settings)
            self._credentials_in_body = second.is_success
            return second if second.is_success else answer
        return (yield from self._attempts(self._token_request(url, fields, settings, in_body=True), settings))

    def _token_request(self, url: str, fields: dict[str, str], settings: GrantSettings, *, in_body: bool) -> Request:
        secrets: tuple[PlacedSecret, ...] = ()
        values = [secret.reveal() if secret else "" for secret in self._client]
        if in_body:
            credentials = zip(("client_id", "client_secret"), values, strict=True)
            fields = {**fields, **{name: value for name, value in credentials if value}}
        else:
            secrets = (Basic().place(Secret(":".join(map(quote_plus, values)))),)
        return Request(
            method="POST",
            url=url,
            headers=(
                ("User-Agent", settings.user_agent),
                ("Accept", "application/json"),
                ("Content-Type", _FORM),
            ),
            secrets=secrets,
            body=EncodedBody(_FORM, urlencode(fields).encode()),
            timeout=settings.timeout,
            deadline=settings.deadline,
        )

    def _attempts(self, request: Request, settings: GrantSettings) -> Generator[Step, Answer, Response]:
        """Send a token request as often as a call is sent; repeating it does no harm."""
        retries = Retries()
        while True:
            answer = yield Send(request)
            status = answer.status if isinstance(answer, Response) else None
            if isinstance(answer, Response) and status not in {*TRANSIENT_STATUSES, TOO_MANY_REQUESTS}:
                return answer
            if isinstance(answer, TransportFailure) and answer.kind == "deadline":
                _check_deadline(settings, inf)
            attempt = retries.rejections if status == TOO_MANY_REQUESTS else retries.failures
            pause = delay(attempt, asked=None, status=status, limit=None, random=settings.random)
            has_deadline = settings.deadline is not None
            if not retries.add(status, pause, max_retries=settings.max_retries, has_deadline=has_deadline):
                if isinstance(answer, Response):
                    return answer
                raise AuthenticationError(f"the token endpoint of {self._scheme!r} gives no answer: {answer}")
            _check_deadline(settings, pause)
            yield Sleep(pause)

    def _accept(self, answer: Response, settings: GrantSettings) -> Secret:
        """Use the token of a response, and return it as it is sent. Raises AuthenticationError when there is none."""
        fields = _fields(answer)
        token, token_type = fields.get("access_token"), str(fields.get("token_type") or "bearer").lower()
        if not answer.is_success or not isinstance(token, str) or not _is_token(token) or token_type != "bearer":  # noqa: S105 - a type
            reason = _error_code(answer) or ("no bearer token in it" if answer.is_success else "no reason given")
            raise AuthenticationError(f"the token endpoint of {self._scheme!r} answers {answer.status}: {reason}")
        refresh_token = fields.get("refresh_token")
        if self._refresh_token is not None and isinstance(refresh_token, str) and _is_token(refresh_token):
            self._refresh_token = Secret(refresh_token)
        settings.redactor.renew(self._scheme, Secret(token), *filter(None, [self._refresh_token]))
        bearer = self._bearer = self._urls.place(Secret(token)).secret
        lifetime, self._expires = _lifetime(fields.get("expires_in")), None
        if lifetime is not None:
            self._expires = settings.monotonic() + lifetime - min(_MARGIN, lifetime / 10)
        return bearer


def _check_deadline(settings: GrantSettings, wait: float) -> None:
    """Raise TimeBudgetError if the time of the call would be over after a wait; its request has not been sent."""
    deadline = settings.deadline
    if deadline and deadline.time_left < wait:
        raise TimeBudgetError(
            f"{deadline.operation}: {deadline.describe('requesting a token')}", operation=deadline.operation
        )


def _checked_url(url: str, settings: GrantSettings) -> str:
    """The absolute URL of a token endpoint; secrets are sent only with encryption."""
    absolute = urljoin(f"{settings.base}/", url)
    if not absolute.startswith("https://") and not (absolute.startswith("http://") and is_loopback(absolute)):
        raise ConfigurationError("the token endpoint is no https URL, so it is not asked; pass a token instead")
    return absolute


def _fields(answer: Response) -> dict[str, object]:
    try:
        body = loads(answer.content)
    except ValueError:
        return {}
    return body if is_dict(body) else {}


def _error_code(answer: Response) -> str:
    code = _fields(answer).get("error")
    return code if isinstance(code, str) and code in _ERROR_CODES else ""


def _is_token(text: str) -> bool:
    """Whether a text is a token that can be sent."""
    return bool(text) and text.isprintable()


def _lifetime(value: object) -> float | None:
    """The seconds after which a token expires, None for what is no positive number."""
    if not isinstance(value, str | int | float | Decimal) or isinstance(value, bool):
        return None
    try:
        seconds = float(value)
    except OverflowError:
        seconds = inf
    except ValueError:
        return None
    return min(seconds, _LONGEST_LIFETIME) if seconds > 0 else None

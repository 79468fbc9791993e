"""OAuth 2 tokens that the client gets by itself (RFC 6749): for its own id and secret, or for a refresh token.

A token is used until shortly before its end, by all calls of a client and its copies; one of them gets the next one
while the others wait. A 401 makes it get another one once. Requests for tokens go through the client's own transport;
their secrets stand apart like all others, and what comes back is known to the redactor before anybody sees it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote_plus, urlencode, urljoin

from ..errors import AuthenticationError, ConfigurationError
from ..http.messages import EncodedBody, Request, Response, Send, Sleep, TransportFailure
from ..rate_limit.semaphore import Semaphore, WaitForPermit
from ..redaction import Secret
from ..request.urls import is_loopback
from ..retry import TOO_MANY_REQUESTS, TRANSIENT_STATUSES, delay
from ..types import is_dict
from .schemes import Basic, Bearer

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from ..http.messages import Answer, BodyReceiver, GrantSettings, PlacedSecret, Step

_UNAUTHORIZED = 401
_EARLY = 30.0
"""Seconds before its end, or a tenth of its time if that is less, from when on a token is not used any more."""
_CODES = frozenset(
    [
        *("invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type"),
        *("invalid_scope", "access_denied", "server_error", "temporarily_unavailable"),
    ]
)
"""What a token endpoint may say in `error`; other words are not repeated."""


@dataclass(frozen=True, slots=True)
class OAuth2(Bearer):
    """A bearer token: one the caller has, or one the client gets from these URLs.

    `client_credentials` gives tokens for the client's own id and secret, `refresh` for a refresh token; "" nowhere.
    """

    client_credentials: str = ""
    refresh: str = ""

    def grant(self, scheme: str, secret: Callable[[str], Secret | None]) -> TokenGrant | None:
        """The grant for the credentials that the caller gave, None where they do not suffice."""
        client = (secret("client_id"), secret("client_secret"))
        refresh = secret("refresh_token") if self.refresh else None
        if refresh is None and not (self.client_credentials and all(client)):
            return None
        scope = secret("scope")
        words = scope.reveal() if scope else ""
        return TokenGrant(scheme, self, client=client, refresh_token=refresh, given=secret("secret"), scope=words)

    def advice(self, argument: Callable[[str], str]) -> str:
        """Name the arguments for the client's own id and secret."""
        known = [f"{name}=" for role in ("client_id", "client_secret") if (name := argument(role))]
        return f"pass {' and '.join(known)}" if self.client_credentials and known else ""


class _Bearer(Secret):
    """The token of the moment, as it travels."""

    def __init__(self) -> None:
        super().__init__("")
        self.token: Secret | None = None

    def reveal(self) -> str:
        """`Bearer` and the token."""
        return f"Bearer {self.token.reveal()}" if self.token else ""


class TokenGrant:
    """How the token of one scheme is got; shared by all calls of a client and its copies."""

    def __init__(
        self,
        scheme: str,
        rule: OAuth2,
        *,
        client: tuple[Secret | None, Secret | None],
        refresh_token: Secret | None,
        given: Secret | None,
        scope: str,
    ) -> None:
        """`client` is its id and secret; `given` a token to begin with."""
        self.scheme = scheme
        self.rule = rule
        self.client = client
        self.refresh_token = refresh_token
        self.scope = scope
        self.bearer = _Bearer()
        self.bearer.token = given
        self.ends: float | None = None  # by the monotonic clock; None: not known, a 401 will tell
        self.semaphore = Semaphore(1)
        self.asks_in_body = False  # whether the server wants id and secret in the body instead of a header
        first = client[0] or refresh_token
        self.owner = first.reveal() if first else ""

    def __repr__(self) -> str:
        """Nothing secret."""
        return f"TokenGrant({self.scheme!r})"

    def send(
        self, request: Request, receiver: BodyReceiver | None, settings: GrantSettings
    ) -> Generator[Step, Answer, Answer]:
        """See Grant; raises ConfigurationError too, where asking for a token would give secrets away."""
        grants = [placed.grant for placed in request.secrets if isinstance(placed.grant, TokenGrant)]
        for each in grants:
            yield from _renewed(each, settings, stale=None)
        used = [each.bearer.token for each in grants]
        answer = yield Send(request, receiver)
        if isinstance(answer, Response) and answer.status == _UNAUTHORIZED:
            for each, token in zip(grants, used, strict=True):
                yield from _renewed(each, settings, stale=token)
            answer = yield Send(request, receiver)
        return answer

    def is_fresh(self, now: float) -> bool:
        """Whether there is a token that can still be used."""
        return self.bearer.token is not None and (self.ends is None or now < self.ends)

    def keep(self, token: Secret, seconds: float | None, now: float) -> None:
        """Use this token from now on, for so many seconds at most."""
        self.bearer.token = token
        self.ends = None if seconds is None else now + seconds - min(_EARLY, seconds / 10)


def _renewed(grant: TokenGrant, settings: GrantSettings, *, stale: Secret | None) -> Generator[Step, Answer, None]:
    """Get a token unless there is a good one, which a `stale` one is not; one call at a time does."""

    def is_good() -> bool:
        return grant.is_fresh(settings.monotonic()) and grant.bearer.token is not stale

    if is_good():
        return
    with grant.semaphore.acquire() as permit:
        if not permit.is_granted:
            yield WaitForPermit(permit)
        if not is_good():
            yield from _get(grant, settings)


def _get(grant: TokenGrant, settings: GrantSettings) -> Generator[Step, Answer, None]:
    if grant.refresh_token is not None:
        fields = {"grant_type": "refresh_token", "refresh_token": grant.refresh_token.reveal()}
        answer = yield from _asked(grant, grant.rule.refresh, fields, settings)
        if answer.is_success or not (grant.rule.client_credentials and all(grant.client)):
            return _take(grant, answer, settings)
        grant.refresh_token = None  # it is used up, but there is another way
    scope = {"scope": grant.scope} if grant.scope else {}
    answer = yield from _asked(
        grant, grant.rule.client_credentials, {"grant_type": "client_credentials", **scope}, settings
    )
    return _take(grant, answer, settings)


def _asked(
    grant: TokenGrant, url: str, fields: dict[str, str], settings: GrantSettings
) -> Generator[Step, Answer, Response]:
    """The answer of a token endpoint; most want id and secret in a header, some only in the body."""
    address = _checked(url, settings)
    if not grant.asks_in_body and all(grant.client):
        answer = yield from _sent(_request(grant, address, fields, settings, in_body=False), settings, grant)
        if answer.is_success or _error_of(answer) not in {"invalid_client", "invalid_request", ""}:
            return answer
        second = yield from _sent(_request(grant, address, fields, settings, in_body=True), settings, grant)
        grant.asks_in_body = second.is_success
        return second if second.is_success else answer
    return (yield from _sent(_request(grant, address, fields, settings, in_body=True), settings, grant))


def _request(grant: TokenGrant, url: str, fields: dict[str, str], settings: GrantSettings, *, in_body: bool) -> Request:
    secrets: tuple[PlacedSecret, ...] = ()
    names, own = ("client_id", "client_secret"), [each.reveal() if each else "" for each in grant.client]
    if in_body:
        fields = {**fields, **{name: value for name, value in zip(names, own, strict=True) if value}}
    else:
        secrets = (Basic().place(Secret(":".join(quote_plus(each) for each in own))),)
    return Request(
        method="POST",
        url=url,
        headers=(
            ("User-Agent", settings.user_agent),
            ("Accept", "application/json"),
            ("Content-Type", "application/x-www-form-urlencoded"),
        ),
        secrets=secrets,
        body=EncodedBody("application/x-www-form-urlencoded", urlencode(fields).encode()),
        timeout=settings.timeout,
    )


def _sent(request: Request, settings: GrantSettings, grant: TokenGrant) -> Generator[Step, Answer, Response]:
    """The answer, after as many attempts as calls have too: asking for a token twice does no harm."""
    attempt = 0
    while True:
        answer = yield Send(request)
        is_final = isinstance(answer, Response) and answer.status not in {*TRANSIENT_STATUSES, TOO_MANY_REQUESTS}
        if isinstance(answer, Response) and (is_final or attempt >= settings.max_retries):
            return answer
        if isinstance(answer, TransportFailure) and attempt >= settings.max_retries:
            raise AuthenticationError(f"the token endpoint of {grant.scheme!r} gives no answer: {answer}")
        status = answer.status if isinstance(answer, Response) else None
        yield Sleep(delay(attempt, asked=None, status=status, limit=None, random=settings.random))
        attempt += 1


def _checked(url: str, settings: GrantSettings) -> str:
    """The absolute address of a token endpoint; secrets go only where nobody can listen."""
    absolute = urljoin(f"{settings.base}/", url)
    if not absolute.startswith("https://") and not (absolute.startswith("http://") and is_loopback(absolute)):
        raise ConfigurationError("the token endpoint is no https URL, so it is not asked; pass a token instead")
    return absolute


def _take(grant: TokenGrant, answer: Response, settings: GrantSettings) -> None:
    """Keep the token of an answer. Raises AuthenticationError when there is none."""
    said = _parsed(answer)
    token, kind = said.get("access_token"), str(said.get("token_type") or "bearer")
    if not answer.is_success or not isinstance(token, str) or not token.isprintable() or kind.lower() != "bearer":
        why = _error_of(answer) or ("no bearer token in it" if answer.is_success else "no reason given")
        raise AuthenticationError(f"the token endpoint of {grant.scheme!r} answers {answer.status}: {why}")
    next_one = said.get("refresh_token")
    if grant.refresh_token is not None and isinstance(next_one, str) and next_one:
        grant.refresh_token = Secret(next_one)
        settings.redactor.learn(grant.refresh_token)
    found = Secret(token)
    settings.redactor.learn(found)
    grant.keep(found, _seconds(said.get("expires_in")), settings.monotonic())


def _parsed(answer: Response) -> dict[str, object]:
    try:
        said: object = json.loads(answer.content)
    except ValueError:
        return {}
    return said if is_dict(said) else {}


def _error_of(answer: Response) -> str:
    said = _parsed(answer).get("error")
    return said if isinstance(said, str) and said in _CODES else ""


def _seconds(said: object) -> float | None:
    try:
        seconds = float(said) if isinstance(said, str | int | float) else None
    except ValueError:
        return None
    return seconds if seconds is not None and seconds > 0 else None

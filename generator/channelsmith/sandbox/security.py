"""Authentication and authorization: the security schemes of the API, and the keys that the server accepts."""

import base64
import hmac
import re
from dataclasses import dataclass
from typing import Final

from starlette.requests import Request

from channelsmith import ir
from channelsmith.sandbox.operations import Operation

_SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS", "TRACE", "QUERY"})
_FORBIDDEN: Final = "403"
_TOKEN: Final = re.compile(r"[A-Za-z0-9._~+/|:-]+=*")
"""The form of a bearer token (RFC 6750), and further characters that keys of other APIs have."""


@dataclass(frozen=True, slots=True)
class AuthResult:
    """Who makes a call, and whether they are allowed to."""

    caller: str | None
    """The key, "" for an operation that needs none; None when the call is refused with 401."""
    refusal: str = ""
    """The reason: `missing`, `malformed`, `expired` or `invalid`."""
    forbidden: bool = False
    """Whether the caller is known but is not allowed to do this (403)."""


class Authenticator:
    """Checks the credentials of requests.

    Keys are accepted for everything, guests for reading only; expired keys are refused as such.
    """

    def __init__(
        self,
        schemes: tuple[ir.SecurityScheme, ...],
        keys: tuple[str, ...],
        guests: tuple[str, ...],
        expired: tuple[str, ...],
    ) -> None:
        self._schemes: Final = {scheme.name: scheme for scheme in schemes}
        self._accepted: Final = tuple(key.encode() for key in (*keys, *guests))
        self._guests: Final = frozenset(guests) - frozenset(keys)
        self._expired: Final = frozenset(key.encode() for key in expired)

    def authenticate(self, operation: Operation, request: Request) -> AuthResult:
        """Check the credentials of a request."""
        if not operation.security:
            return AuthResult("")
        for alternative in operation.security:
            keys = [self._key(name, request) for name in alternative]
            if all(keys):
                caller = keys[0] or "" if keys else ""
                return AuthResult(caller, forbidden=caller in self._guests and _needs_permission(operation))
        return AuthResult(None, self._refusal(operation, request))

    def _key(self, name: str, request: Request) -> str | None:
        """The accepted key of a request by one scheme."""
        sent = self._sent(name, request)
        known = [key for key in self._accepted if any(hmac.compare_digest(key, value) for value in sent)]
        return known[0].decode() if known else None

    def _sent(self, name: str, request: Request) -> list[bytes]:
        """The secrets of a request by one scheme."""
        scheme = self._schemes.get(name)
        values = _credentials(scheme, request) if scheme is not None else []
        return [value.encode("utf-8", "replace") for value in values]

    def _refusal(self, operation: Operation, request: Request) -> str:
        """What is wrong with the credentials of a refused request."""
        names = {name for alternative in operation.security for name in alternative}
        sent = [value for name in names for value in self._sent(name, request)]
        if any(value in self._expired for value in sent):
            return "expired"
        if not sent:
            return "malformed" if "authorization" in request.headers else "missing"
        return "invalid" if any(_TOKEN.fullmatch(value.decode("utf-8", "replace")) for value in sent) else "malformed"


def _needs_permission(operation: Operation) -> bool:
    """Whether guests are refused: the method is not safe, or the document has an error code for 403."""
    return operation.method not in _SAFE or _FORBIDDEN in dict(operation.spec.codes)


def _credentials(scheme: ir.SecurityScheme, request: Request) -> list[str]:
    """The keys, the token, or user and password, either of which may be the key."""
    if scheme.kind is ir.SchemeKind.API_KEY:
        return _api_keys(scheme.location, scheme.parameter, request)
    kind, _, value = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != scheme.kind or not value.strip():
        return []
    if scheme.kind is ir.SchemeKind.BEARER:
        return [value.strip()]
    try:
        return base64.b64decode(value, validate=True).decode().split(":", 1)
    except ValueError:
        return []


def _api_keys(location: str, name: str, request: Request) -> list[str]:
    match location:
        case "header":
            return request.headers.getlist(name)
        case "query":
            return request.query_params.getlist(name)
        case _:
            return [request.cookies[name]] if name in request.cookies else []

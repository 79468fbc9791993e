"""Authentication and authorization: the security schemes of the API, and the keys that the server accepts."""

import base64
import binascii
import hmac
import re
from collections.abc import Callable, Mapping
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
    """Checks the credentials of requests."""

    def __init__(
        self,
        schemes: tuple[ir.SecurityScheme, ...],
        keys: tuple[str, ...],
        guests: tuple[str, ...] = (),
        expired: tuple[str, ...] = (),
    ) -> None:
        """Take the schemes and keys.

        Args:
            schemes: those of the IR.
            keys: accepted secrets.
            guests: secrets that are accepted for reading only.
            expired: secrets that are refused as expired.
        """
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
        known = (
            [key for key in self._accepted if any(hmac.compare_digest(key, value) for value in sent)] if sent else []
        )
        return known[0].decode() if known else None

    def _sent(self, name: str, request: Request) -> list[bytes]:
        """The secrets of a request by one scheme."""
        scheme = self._schemes.get(name)
        values = _READERS[scheme.kind](scheme, request) if scheme is not None else []
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


def _api_key(scheme: ir.SecurityScheme, request: Request) -> list[str]:
    name = scheme.parameter
    match scheme.location:
        case "header":
            return request.headers.getlist(name)
        case "query":
            return request.query_params.getlist(name)
        case _:
            return [request.cookies[name]] if name in request.cookies else []


def _basic(_: ir.SecurityScheme, request: Request) -> list[str]:
    """User and password; either may be the key."""
    try:
        return base64.b64decode(_authorization("basic", request), validate=True).decode().split(":", 1)
    except (binascii.Error, UnicodeDecodeError, ValueError):
        return []


def _bearer(_: ir.SecurityScheme, request: Request) -> list[str]:
    value = _authorization("bearer", request).strip()
    return [value] if value else []


def _authorization(scheme: str, request: Request) -> str:
    """The credentials of the `Authorization` header, "" where it is of another scheme."""
    name, _, value = request.headers.get("authorization", "").partition(" ")
    return value if name.lower() == scheme else ""


_READERS: Final[Mapping[ir.SchemeKind, Callable[[ir.SecurityScheme, Request], list[str]]]] = {
    ir.SchemeKind.API_KEY: _api_key,
    ir.SchemeKind.BASIC: _basic,
    ir.SchemeKind.BEARER: _bearer,
}
"""Kind of scheme -> the secrets of a request by it."""

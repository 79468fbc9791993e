"""Is the caller somebody? The document's security schemes against the keys the server accepts."""

import base64
import binascii
import hmac
from collections.abc import Callable, Mapping
from typing import Final

from starlette.requests import Request

from channelsmith.document import Document, Node
from channelsmith.sandbox.operations import Operation


class Guard:
    """Checks the credentials of requests."""

    def __init__(self, document: Document, keys: tuple[str, ...]) -> None:
        """Takes the schemes from the document."""
        components = document.root.get("components")
        declared = components.get("securitySchemes") if components is not None else None
        self._schemes: Final = {name: node.resolve() for name, node in declared.items()} if declared is not None else {}
        self._keys: Final = keys

    def admit(self, operation: Operation, request: Request) -> str | None:
        """Whom the request comes from: the key, "" for an operation open to all; None when it is refused."""
        for alternative in operation.security or ((),):
            keys = [self._key(name, request) for name in alternative]
            if all(keys):
                return keys[0] or "" if keys else ""
        return None

    def _key(self, name: str, request: Request) -> str | None:
        """The accepted key a request carries by one scheme."""
        scheme = self._schemes.get(name)
        if scheme is None:
            return None
        sent = [value.encode() for value in _READERS.get(scheme.text("type"), _nothing)(scheme, request)]
        known = [key for key in self._keys if any(hmac.compare_digest(key.encode(), value) for value in sent)]
        return known[0] if known else None


def _api_key(scheme: Node, request: Request) -> list[str]:
    name = scheme.text("name")
    match scheme.text("in"):
        case "header":
            return request.headers.getlist(name)
        case "query":
            return request.query_params.getlist(name)
        case _:
            return [request.cookies[name]] if name in request.cookies else []


def _http(scheme: Node, request: Request) -> list[str]:
    kind, _, value = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != scheme.text("scheme").lower():
        return []
    return _basic(value) if kind.lower() == "basic" else [value.strip()]


def _basic(value: str) -> list[str]:
    """User and password; either may be the key."""
    try:
        return base64.b64decode(value, validate=True).decode().split(":", 1)
    except (binascii.Error, UnicodeDecodeError):
        return []


def _bearer(scheme: Node, request: Request) -> list[str]:  # noqa: ARG001 -- a row of the table below
    kind, _, value = request.headers.get("authorization", "").partition(" ")
    return [value.strip()] if kind.lower() == "bearer" else []


def _nothing(scheme: Node, request: Request) -> list[str]:  # noqa: ARG001 -- a row of the table below
    return []


_READERS: Final[Mapping[str, Callable[[Node, Request], list[str]]]] = {
    "apiKey": _api_key,
    "http": _http,
    "oauth2": _bearer,
    "openIdConnect": _bearer,
}
"""Scheme type -> the secrets a request carries by it."""

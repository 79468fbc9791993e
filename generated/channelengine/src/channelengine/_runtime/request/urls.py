"""The base URL of a client, and links from responses, which have to stay on its host.

Credentials are sent wherever requests go, so no response and no setting may change the host silently.
"""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from ..errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..api import Api, Variable

_HOLE = re.compile(r"\{([^{}]+)\}")
_HOST_PART = re.compile(r"[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")
_PATH_PART = re.compile(r"[A-Za-z0-9._~/-]*")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")
_PORTS = {"http": 80, "https": 443}


def base_url(
    api: Api,
    *,
    given: str | None,
    variables: Mapping[str, str | None],
    environment: Mapping[str, str],
) -> str:
    """The base URL: the one given, else the first server with its variables filled in.

    Raises ConfigurationError when neither gives an absolute http(s) URL, or a variable's value is refused.
    """
    if given:
        return checked_base(given, "base_url=")
    if not api.servers:
        raise ConfigurationError(f"{api.name} names no server: pass base_url=")
    server = api.servers[0]
    scheme, mark, rest = server.url.partition("://")
    host, slash, path = rest.partition("/") if mark else ("", "", "")
    values = {
        name: _value(name, variable, variables.get(variable.argument or name), environment)
        for name, variable in server.variables.items()
    }
    authority = f"{_fill(scheme, values, _HOST_PART)}{mark}{_fill(host, values, _HOST_PART)}"
    filled = f"{authority}{slash}{_fill(path, values, _PATH_PART)}"
    return checked_base(filled, f"base_url= is needed, for {api.name} names no usable server; it")


def server_url(base: str, own: str) -> str:
    """The base URL of an operation with its own server; a server without a host is on the host of the API."""
    parts = urlsplit(base)
    url = f"{parts.scheme}://{parts.netloc}{own}" if own.startswith("/") else own
    return checked_base(url, "the operation's server")


def _value(name: str, variable: Variable, given: str | None, environment: Mapping[str, str]) -> str:
    value = given or environment.get(variable.env) or variable.default
    argument = variable.argument or name
    if value is None:
        raise ConfigurationError(f"pass {argument}=" + (f" or set {variable.env}" if variable.env else ""))
    if variable.enum and value not in variable.enum:
        raise ConfigurationError(f"{argument}= has to be one of {', '.join(map(repr, variable.enum))}")
    return value


def _fill(template: str, values: Mapping[str, str], allowed: re.Pattern[str]) -> str:
    def fill(hole: re.Match[str]) -> str:
        value = values.get(hole[1], "")
        if not allowed.fullmatch(value) or not {".", ".."}.isdisjoint(value.split("/")):
            raise ConfigurationError(f"server variable {hole[1]!r}: its value cannot stand in a URL there")
        return value

    return _HOLE.sub(fill, template)


def checked_base(url: str, what: str) -> str:
    """An absolute http(s) URL without user, query, fragment and final slash. Raises ConfigurationError about `what`."""
    parts = _split(url)
    if parts is None or parts.scheme not in _PORTS or not parts.hostname:
        raise ConfigurationError(f"{what} has to be an absolute http or https URL")
    if parts.username is not None or parts.query or parts.fragment:
        raise ConfigurationError(f"{what} may hold no user, query or fragment")
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"


def resolve(base: str, link: str) -> str:
    """The absolute URL of a link from a response: a path, with or without a slash, is below the base URL.

    An absolute URL is accepted only if it has the scheme, host and port of the base. Raises ConfigurationError for
    everything else: other hosts, `//host`, `..`, backslashes, user names, other schemes.
    """
    parts = _split(link)
    if parts is None or not link:
        raise ConfigurationError("the link is not a URL")
    if not {".", ".."}.isdisjoint(unquote(parts.path).replace("\\", "/").split("/")):
        raise ConfigurationError("the link has '.' or '..' segments, which could leave the API")
    if parts.netloc or link.startswith("//") or _SCHEME.match(link):
        if not same_origin(base, link):
            raise ConfigurationError("the link leads to another host than the base URL; credentials do not go there")
        target = f"{base.partition('://')[0]}://{urlsplit(base).netloc}{_quoted(parts.path)}"
    else:
        target = f"{base}/{_quoted(parts.path).lstrip('/')}"
    return target + (f"?{_quoted(parts.query)}" if parts.query else "")


def redirected(url: str, location: str) -> str | None:
    """The target of a redirect if it is on the same host, None otherwise and for an invalid one."""
    if not location or _split(location) is None:
        return None
    target = urljoin(url, location)
    return target if same_origin(url, target) else None


def same_origin(one: str, other: str) -> bool:
    """Whether two absolute URLs have the same scheme, host and port, and no user name."""
    origins = [_origin(_split(url)) for url in (one, other)]
    return origins[0] is not None and origins[0] == origins[1]


def _origin(parts: SplitResult | None) -> tuple[str, str, int | None] | None:
    if parts is None or not parts.hostname or parts.username is not None:
        return None
    return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme)


def _split(url: str) -> SplitResult | None:
    if _UNSAFE.search(url):  # urlsplit removes some of these silently
        return None
    try:
        parts = urlsplit(url)
        _ = parts.port  # raises ValueError for an invalid port
    except ValueError:
        return None
    return parts


def _quoted(text: str) -> str:
    return quote(text, safe="/:@!$&'()*+,;=~%?")


def is_loopback(url: str) -> bool:
    """Whether the host of a URL is this machine."""
    host = urlsplit(url).hostname or ""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")

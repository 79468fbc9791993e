"""The base URL of a client, and links from responses, which have to stay on its host.

Credentials are sent wherever requests go, so no response and no setting may change the host silently.
"""

from __future__ import annotations

import re
from ipaddress import ip_address
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, quote, unquote, unquote_plus, urljoin, urlsplit, urlunsplit

from ..errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from ..api import Api, Server, Variable
    from ..types import UrlObject

_HOLE = re.compile(r"\{([^{}]+)\}")
_SCHEME_PART = re.compile(r"https?", re.IGNORECASE)
_LABEL = re.compile(r"\w([\w-]*\w)?", re.ASCII)
_HOST_PART = re.compile(r"\w([\w.-]*\w)?", re.ASCII)
_HOST_END = re.compile(rf"{_HOST_PART.pattern}(:[0-9]{{1,5}})?", re.ASCII)  # what ends a host may bring the port along
_HOST = re.compile(rf"{_HOST_END.pattern}|\[[0-9A-Fa-f:.]+\](:[0-9]{{1,5}})?", re.ASCII)
_PORT = re.compile(r"[0-9]{1,5}")
_PATH_PART = re.compile(r"[A-Za-z0-9._~/:@!$&'()*+,;=-]*")
_WEB = re.compile(r"https?://", re.IGNORECASE)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\\ud800-\udfff]")
_PORTS = {"http": 80, "https": 443}
_MAX_ORIGIN = 100
_ALLOWED = {
    _SCHEME_PART: "http or https",
    _LABEL: "one label of a host name: letters, digits, '-'",
    _HOST_PART: "part of a host name: letters, digits, '.', '-'",
    _HOST_END: "the end of a host name: letters, digits, '.', '-', perhaps with a port",
    _HOST: "a host, perhaps with a port",
    _PORT: "the number of a port",
    _PATH_PART: "part of a path without '?', '#' and '..'",
}
"""What may stand for a variable, in words."""


def base_url(
    api: Api,
    *,
    given: str | UrlObject | None,
    variables: Mapping[str, object],
    environment: Mapping[str, str],
) -> tuple[str, bool]:
    """The base URL and whether the caller or the environment gave it, else it is that of a server of the document.

    That is the first one that has all given variables. What is given may also be the name of a server, or its URL as
    the document has it.

    Raises ConfigurationError when none of them is an absolute http(s) URL, or a variable's value is refused.
    """
    text, source = _url_text(given), "base_url="
    if given is None or given == "":
        text, source = environment.get(api.base_url_env, ""), f"the environment variable {api.base_url_env}"
        if not text:
            if not api.servers:
                raise ConfigurationError(
                    f"the document of {api.name} names no server: pass base_url= or set {api.base_url_env}"
                )
            first = _first_with(api.servers, variables, environment)
            return _server_base(api, first, variables, environment), False
    server = next((each for each in api.servers if text and text in {each.name, each.url}), None)
    return checked_base(text, source) if server is None else _server_base(api, server, variables, environment), True


def _first_with(servers: Sequence[Server], variables: Mapping[str, object], environment: Mapping[str, str]) -> Server:
    """The first server that has all variables given as arguments, else those of the environment.

    Where several have them, their documented values decide. Raises ConfigurationError when no server has them all.
    """
    declared = {each.argument or name: each.env for server in servers for name, each in server.variables.items()}
    given = {name: value for name, value in variables.items() if value} or {
        name: environment[env] for name, env in declared.items() if environment.get(env)
    }
    fitting: list[Server] = []
    for server in servers:
        own = {each.argument or name: each for name, each in server.variables.items()}
        if given.keys() <= own.keys():
            if all(not own[name].enum or value in own[name].enum for name, value in given.items()):
                return server
            fitting.append(server)
    if fitting:
        return fitting[0]  # whose values are refused with a message
    names, urls = ", ".join(f"{name}=" for name in given), ", ".join(repr(each.url) for each in servers)
    raise ConfigurationError(f"no server has all of {names}: there is {urls}; base_url= takes the whole URL of another")


def _server_base(api: Api, server: Server, variables: Mapping[str, object], environment: Mapping[str, str]) -> str:
    """The URL of a server with its variables."""
    values = {
        name: _label(server.url, name, _value(name, variable, variables.get(variable.argument or name), environment))
        for name, variable in server.variables.items()
    }
    unusable = f"the document of {api.name} names no usable server: base_url= or {api.base_url_env}"
    dotted = {name for name, each in server.variables.items() if any("." in text for text in _documented(each))}
    return checked_base(_filled(server.url, values, dotted), unusable)


def _documented(variable: Variable) -> tuple[str, ...]:
    """The values of a variable that the document has."""
    return (variable.default or "", *variable.enum)


def server_url(base: str, own: str) -> str:
    """The base URL of an operation with its own server; a server without a host is on the host of the API."""
    parts = urlsplit(base)
    url = f"{parts.scheme}://{parts.netloc}{own}" if own.startswith("/") else own
    return checked_base(url, "the operation's server")


def _url_text(url: object) -> str:
    """A URL as text, which may be an object such as `httpx.URL`; "" for any other object."""
    return url if isinstance(url, str) else str(url) if hasattr(url, "scheme") and hasattr(url, "host") else ""


def _value(name: str, variable: Variable, given: object, environment: Mapping[str, str]) -> str:
    argument = variable.argument or name
    if not isinstance(given, str | None):
        raise ConfigurationError(f"{argument}= has to be a str")
    value = given or environment.get(variable.env) or variable.default
    if value is None:
        raise ConfigurationError(f"pass {argument}=" + (f" or set {variable.env}" if variable.env else ""))
    if variable.enum and value not in variable.enum:
        raise ConfigurationError(f"{argument}= has to be one of {', '.join(map(repr, variable.enum))}")
    return value


def _label(template: str, name: str, value: str) -> str:
    """The part of a host that a variable stands for, where the value is the whole host name or base URL instead."""
    start, _, rest = template.lower().partition("://")[2].partition(f"{{{name.lower()}}}")
    end, _, path = rest.partition("/")
    host = value.lower().partition("://")[2] if _WEB.match(value) else value.lower()
    host = host.removesuffix("/").removesuffix(f"/{path}")
    is_whole = start + end and host.startswith(start) and host.endswith(end) and len(host) > len(start + end)
    return host[len(start) : len(host) - len(end)] if is_whole and "/" not in start else value


def _filled(template: str, values: Mapping[str, str], dotted: Collection[str]) -> str:
    """Fill in a template. A value stays in its part of the URL: what is a host by the template is never a path.

    `dotted` are the variables that may stand for several labels of a host although more labels follow.
    """
    scheme, mark, rest = template.partition("://")
    if not mark and (hole := _HOLE.match(template)):  # the value is a whole URL, or a host
        url = values.get(hole[1], "")
        if "://" in url:
            return f"{checked_base(url, f'server variable {hole[1]!r}')}{_fill_path(template[hole.end() :], values)}"
        scheme, mark, rest = "https", "://", template
    host, slash, path = rest.partition("/") if mark else ("", "", "")
    filled_host = _HOLE.sub(lambda hole: _fitting(hole, values, _host_part(hole, values, dotted)), host)
    filled_scheme = _HOLE.sub(lambda hole: _fitting(hole, values, _SCHEME_PART), scheme)
    return f"{filled_scheme}{mark}{filled_host}{slash}{_fill_path(path, values)}"


def _fill_path(template: str, values: Mapping[str, str]) -> str:
    return _HOLE.sub(lambda hole: _fitting(hole, values, _PATH_PART), template)


def _host_part(hole: re.Match[str], values: Mapping[str, str], dotted: Collection[str]) -> re.Pattern[str]:
    """What may stand in a placeholder of a host; after a complete host it may also be a path."""
    before = hole.string[: hole.start()]
    if hole.end() == len(hole.string) and _HOST.fullmatch(before) and values.get(hole[1], "").startswith("/"):
        return _PATH_PART
    if hole.string[: hole.start()].endswith(":"):
        return _PORT
    if hole.end() < len(hole.string):
        is_label = "." in _HOLE.sub("", hole.string[hole.end() :]) and hole[1] not in dotted
        return _LABEL if is_label else _HOST_PART
    return _HOST_END if hole.start() else _HOST


def _fitting(hole: re.Match[str], values: Mapping[str, str], allowed: re.Pattern[str]) -> str:
    value = values.get(hole[1], "")
    if not allowed.fullmatch(value) or not {".", ".."}.isdisjoint(value.split("/")):
        where = f"for {hole[0]} in {hole.string!r}, which is {_ALLOWED[allowed]}; base_url= takes a whole URL"
        raise ConfigurationError(f"server variable {hole[1]!r}: its value cannot stand {where}")
    return value


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


def redirected_origin(url: str, location: str) -> str:
    """Scheme, host and port of the target of a redirect, "" for an invalid one and one with a user name."""
    parts = _split(urljoin(url, location)) if location and _split(location) else None
    if parts is None or not _HOST.fullmatch(parts.netloc):
        return ""
    return f"{parts.scheme}://{parts.netloc}"[:_MAX_ORIGIN]


def without_parameters(url: str, names: Collection[str]) -> str:
    """The URL without its fragment and without the query parameters of these names, such as those of secrets."""
    parts = urlsplit(url)
    kept = [pair for pair in parts.query.split("&") if unquote_plus(pair.partition("=")[0]) not in names]
    return urlunsplit(parts._replace(query="&".join(kept), fragment=""))


def same_origin(one: str, other: str) -> bool:
    """Whether two absolute URLs have the same scheme, host and port, and no user name."""
    origins = [_origin(_split(url)) for url in (one, other)]
    return origins[0] is not None and origins[0] == origins[1]


def _origin(parts: SplitResult | None) -> tuple[str, str, int | None] | None:
    if parts is None or not parts.hostname or parts.username is not None:
        return None
    return parts.scheme, parts.hostname, _PORTS.get(parts.scheme) if parts.port is None else parts.port


def _split(url: object) -> SplitResult | None:
    if not isinstance(url, str) or _UNSAFE.search(url):  # urlsplit removes some of these silently
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

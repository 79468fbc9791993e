"""The application on a socket: in the foreground, or in a thread for tests."""

import asyncio
import errno
import logging
import os
import re
import socket
import sys
import threading
from collections.abc import Generator, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from ipaddress import ip_address
from pathlib import Path
from typing import Final, Unpack, cast

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.auto import AutoHTTPProtocol

from channelsmith.config import DocumentInput, find_input
from channelsmith.diagnostics import printable
from channelsmith.naming.names import NamingOptions
from channelsmith.pipeline import LoadedApi, load_api
from channelsmith.sandbox.app import create_app
from channelsmith.sandbox.errors import problem_details
from channelsmith.sandbox.fault_responses import TRANSPORT
from channelsmith.sandbox.log import LOGGER, JsonLines, is_no_request
from channelsmith.sandbox.operations import base_path
from channelsmith.sandbox.settings import DEFAULT_KEY, Options, PythonClient, SettingError, Settings
from channelsmith.sandbox.state import Behavior, load_behavior
from channelsmith.transform.source import DocumentSource

_PATIENCE: Final = 10.0
"""Most seconds to wait for a server to start or to stop."""
_OWN_DOMAIN: Final = ".localhost"
_PRIVATE_DOMAINS: Final = (".local", ".internal", ".test")
_GATEWAYS: Final = frozenset({"host.docker.internal", "host.containers.internal"})
"""Names by which containers reach the loopback of the machine that they run on."""
_HOST: Final = re.compile(r"(?P<name>\[[0-9a-f:.]+\]|[a-z0-9_.-]+)(?::[0-9]{0,5})?", re.IGNORECASE)
_OTHER_HOST: Final = "the Host header names another host; use the address that the sandbox printed, or --host NAME"


@dataclass(frozen=True, slots=True)
class Running:
    """A running server."""

    url: str
    """The base URL for clients, the path of the document's server included; no slash at the end."""
    control_url: str
    """The URL of the admin API: `POST {control_url}/fail?next=1`."""


def serve(loaded: LoadedApi, settings: Settings | None = None, behavior: Behavior | None = None) -> None:
    """Serve an API in the foreground until it is interrupted.

    Raises:
        OSError: the address is not available.
        UnusableInput: the document's extensions or the behaviour refer to something that does not exist.
    """
    chosen = settings or Settings()
    app = create_app(loaded, chosen, behavior)
    with closing(app.state.api), _listen(chosen) as listener, suppress(KeyboardInterrupt):
        running = _running(loaded, listener)
        LOGGER.info("listening on %s (stop with Ctrl-C)", running.url)
        LOGGER.info("page: %s/page/", running.control_url)
        if chosen.keys == (DEFAULT_KEY,):
            LOGGER.info("key: %s", DEFAULT_KEY)
        for line in app.state.api.state.summary():
            LOGGER.info("%s", line)
        _Server(app, chosen.host).run(sockets=[listener])


def run_command(spec: Path | DocumentSource, *, behavior: Path | None = None, **options: Unpack[Options]) -> int:
    """Serve a document in the foreground and log each request to stderr, as `channelsmith sandbox` does.

    Args:
        spec: the document, and how it is read.
        behavior: the Python module with the behaviour of the API.
        options: see `Settings`.

    Returns:
        The exit code: 0 when it was stopped, 2 when the address is not available or an option is invalid.

    Raises:
        UnusableInput: the document is invalid, or the behaviour does not fit it.
    """
    handler = logging.StreamHandler(sys.stderr)
    as_json = options.get("log_format") == "json"
    handler.setFormatter(JsonLines() if as_json else _Printable("%(asctime)s %(message)s", "%H:%M:%S"))
    if options.get("log_format") == "none":
        handler.addFilter(is_no_request)
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    try:
        loaded_behavior = load_behavior(behavior) if behavior is not None else None
        loaded = load_api(*(spec if isinstance(spec, DocumentSource) else DocumentSource(spec)))
        serve(loaded, Settings(**options), loaded_behavior)
    except (OSError, SettingError) as error:
        message, *hints = str(error).split("\n")
        LOGGER.error("error: %s", message)
        sys.stderr.writelines(f"{printable(hint)}\n" for hint in hints)
        return 2
    finally:
        LOGGER.removeHandler(handler)
    return 0


@contextmanager
def run(
    spec: Path | str | LoadedApi,
    overlays: Sequence[Path] = (),
    allowed: Sequence[Path] = (),
    *,
    behavior: Path | None = None,
    **options: Unpack[Options],
) -> Generator[Running]:
    """Serve a document in a thread for as long as the context lasts, by default on any free port of loopback.

    Args:
        spec: the document, which `read_api` may have read already, or the name of a configured API or of an installed
            package.
        overlays: further overlays, after the configured ones.
        allowed: folders beside its own that its references may lead into.
        behavior: the Python module with the behaviour of the API, if not the configured one.
        options: see `Settings`.

    Raises:
        UnusableInput: there is no such API, the document is invalid, or the behaviour does not fit it.
        SettingError: an option is invalid, or its file cannot be used.
        RuntimeError: the server did not start within ten seconds.
    """
    loaded = spec if isinstance(spec, LoadedApi) else read_api(spec, overlays, allowed)
    module = behavior
    if isinstance(spec, str):
        found = find_input(spec)
        module = behavior or found.sandbox
        options = {"python": python_client(found), **options}
    settings = replace(Settings(**options), port=options.get("port", 0))
    app = create_app(loaded, settings, load_behavior(module) if module is not None else None)
    server = _Server(app, settings.host)
    with closing(app.state.api), _listen(settings) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        try:
            if not server.ready.wait(_PATIENCE):
                raise RuntimeError("the sandbox did not start")
            yield _running(loaded, listener)
        finally:
            server.should_exit = True
            thread.join(_PATIENCE)


def python_client(document: DocumentInput) -> PythonClient:
    """Return the client that is generated from a document."""
    naming = NamingOptions(ascii_only=document.ascii_names, method_names=document.method_names)
    return PythonClient(document.package, document.client, document.names, naming)


def read_api(
    spec: Path | str, overlays: Sequence[Path] = (), allowed: Sequence[Path] = (), infer_pagination: bool = True
) -> LoadedApi:
    """Read a document for `create_app` as `channelsmith generate` reads it.

    For the arguments see `run`.

    Raises:
        UnusableInput: there is no such API, or the document is invalid.
    """
    source = find_input(spec).source if isinstance(spec, str) else DocumentSource(spec)
    source = source._replace(
        overlays=(*source.overlays, *overlays),
        allow_refs=(*source.allow_refs, *allowed),
        infer_pagination=infer_pagination and source.infer_pagination,
    )
    return load_api(*source)


class _Printable(logging.Formatter):
    """Formats lines without characters that could control the terminal."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of a record, on one line."""
        return printable(super().format(record))


class _Protocol(AutoHTTPProtocol):  # type: ignore[misc, valid-type]  # a variable: it depends on what is installed
    """Passes its transport to the application, for faults of the connection."""

    app: ASGIApp

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        super().connection_made(transport)
        self.app = partial(_call_with_transport, self.app, cast("asyncio.Transport", transport))


async def _call_with_transport(
    app: ASGIApp, transport: asyncio.Transport, scope: Scope, receive: Receive, send: Send
) -> None:
    """Call an application; a cancelled request, as when the server stops, closes its connection without a traceback."""
    scope["extensions"] = {**(scope.get("extensions") or {}), TRANSPORT: transport}
    try:
        await app(scope, receive, send)
    except asyncio.CancelledError:
        transport.abort()
        await asyncio.sleep(0)  # the server notices in the next iteration of the event loop


async def _refuse_other_hosts(app: ASGIApp, own: str, scope: Scope, receive: Receive, send: Send) -> None:
    """Call an application (ASGI), but not for requests that name another host than the one it listens on.

    A page of an attacker can let the name of its host lead to this address (DNS rebinding), and then is of the same
    origin as the server.
    """
    hosts = [value.decode("latin-1") for name, value in scope["headers"] if name == b"host"]
    if not all(is_own_host(host, own) for host in hosts):
        app = problem_details(421, _OTHER_HOST)
    await app(scope, receive, send)


def is_own_host(host: str, own: str) -> bool:
    """Whether a Host header names this server, which listens on `own`, a name or an address.

    An address always does, as no name leads to it. Of names, those of this machine do. A server that other machines
    reach, such as one in a container, has names in its network that it does not know: there everything counts that is
    in no public domain. On loopback it does not: whoever is in the same network can claim such a name for a page.
    """
    parsed = _HOST.fullmatch(host)
    if parsed is None:
        return False
    name = parsed["name"].lower().removesuffix(".")
    if _is_address(name) or name in {own.lower(), "localhost", *_GATEWAYS} or name.endswith(_OWN_DOMAIN):
        return True
    return not _is_loopback(own.lower()) and ("." not in name or name.endswith(_PRIVATE_DOMAINS))


def _is_address(name: str) -> bool:
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _is_loopback(own: str) -> bool:
    return ip_address(own).is_loopback if _is_address(own) else own == "localhost" or own.endswith(_OWN_DOMAIN)


class _Server(uvicorn.Server):
    """A server that signals when it is ready."""

    def __init__(self, app: ASGIApp, host: str) -> None:
        super().__init__(
            uvicorn.Config(
                partial(_refuse_other_hosts, app, host),
                log_level="warning",
                access_log=False,  # the application logs its requests itself, without secrets
                lifespan="off",
                ws="none",
                interface="asgi3",  # which uvicorn does not see in a partial
                http=_Protocol,
                timeout_graceful_shutdown=1,
            )
        )
        self.ready: Final = threading.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


def _listen(settings: Settings) -> socket.socket:
    try:
        return socket.create_server((settings.host, settings.port))
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        hint = "\n    hint: choose another port; 0 takes a free one" if error.errno == errno.EADDRINUSE else ""
        raise OSError(f"cannot listen on {settings.host}:{settings.port}: {reason.lower()}{hint}") from None


def _running(loaded: LoadedApi, listener: socket.socket) -> Running:
    host, port = listener.getsockname()[:2]
    origin = f"http://{host}:{port}"
    return Running(f"{origin}{base_path(loaded.api)}", f"{origin}/_sandbox")

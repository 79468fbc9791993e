"""What is served of the page, and under which rules for browsers."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Protocol

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send

from channelsmith.sandbox.operations import Operation

_TYPES: Final[Mapping[str, str]] = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
_REFERENCE: Final = ("swagger-ui.css", "swagger-ui-bundle.js")
_PACKAGE: Final = "flask_swagger_ui"

_RULES: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; "
)
_HEADERS: Final[Mapping[str, str]] = {
    "content-security-policy": f"{_RULES}frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-cache",
}
_FRAMED: Final[Mapping[str, str]] = {**_HEADERS, "content-security-policy": f"{_RULES}frame-ancestors 'self'"}
"""For the reference, which stands in a frame of the page."""


class Api(Protocol):
    """The application that answers where the page does not."""

    @property
    def operations(self) -> tuple[Operation, ...]:
        """The operations of the document."""
        ...

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers a request (ASGI)."""
        ...


class Home:
    """The page at `/`, for callers who want HTML; all others get what the API answers there."""

    def __init__(self, api: Api) -> None:
        """Passes on to an API what is not for browsers."""
        self._api: Final = api

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request (ASGI)."""
        request = Request(scope, receive)
        if request.method in {"GET", "HEAD"} and "text/html" in request.headers.get("accept", ""):
            await _file("index.html")(scope, receive, send)
        else:
            await self._api(scope, receive, send)


def page_routes(api: Api) -> list[BaseRoute]:
    """The routes of the page. The API's own `GET /` goes before it, and the page is at `/_sandbox/page/` only."""
    taken = any(operation.method == "GET" and operation.path == "/" for operation in api.operations)
    page = Route("/_sandbox/page/{name:path}", _served, methods=["GET"])
    return [page] if taken else [Route("/", Home(api)), page]


async def _served(request: Request) -> Response:
    return _file(request.path_params["name"] or "index.html")


def _file(name: str) -> Response:
    known = _known()
    if name not in known:
        return Response("There is no such file", 404, media_type="text/plain")
    headers = _FRAMED if name.startswith("reference") else _HEADERS
    if name.removeprefix("reference/") in _REFERENCE:
        headers = {**headers, "cache-control": "max-age=3600"}
    return Response(known[name].read_bytes(), headers=dict(headers), media_type=_TYPES[Path(name).suffix])


@cache
def _known() -> Mapping[str, Path]:
    """Name -> file: ours, and those of the reference where its package is installed."""
    static = Path(str(files(__name__.rpartition(".")[0]).joinpath("static")))
    found = {path.name: path for path in static.iterdir() if path.suffix in _TYPES}
    package = find_spec(_PACKAGE)
    folders = package.submodule_search_locations if package is not None else None
    for folder in folders or ():
        paths = {name: Path(folder) / "dist" / name for name in _REFERENCE}
        found |= {f"reference/{name}": path for name, path in paths.items() if path.is_file()}
    return found

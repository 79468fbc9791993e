"""The web page at `/` and at the base URL of the API: operations, state, requests, faults, and a form to try a call.

The files in `static` are served unchanged and load nothing from other hosts. The API reference is Swagger UI from the
package flask-swagger-ui (its files only); it is left out where that package is not installed.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import ASGIApp, Receive, Scope, Send

_TYPES: Final[Mapping[str, str]] = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
}
_REFERENCE: Final = ("swagger-ui.css", "swagger-ui-bundle.js")
_PACKAGE: Final = "flask_swagger_ui"
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; "
)
_HEADERS: Final[Mapping[str, str]] = {
    "content-security-policy": f"{_POLICY}frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "same-origin",
    "cache-control": "no-cache",
}
_FRAMED: Final[Mapping[str, str]] = {**_HEADERS, "content-security-policy": f"{_POLICY}frame-ancestors 'self'"}
"""For the reference, which is shown in a frame of the page."""


class _Home:
    """GET requests that accept HTML get the page; all others are passed to the API."""

    def __init__(self, api: ASGIApp) -> None:
        self._api: Final = api

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        if request.method in {"GET", "HEAD"} and "text/html" in request.headers.get("accept", ""):
            await _file("index.html")(scope, receive, send)
        else:
            await self._api(scope, receive, send)


def page_routes(api: ASGIApp, addresses: Iterable[str]) -> list[BaseRoute]:
    """The routes of the page: `/_sandbox/page/`, and the addresses that show it to a browser."""
    page = Route("/_sandbox/page/{name:path}", _page, methods=["GET"])
    return [*(Route(address, _Home(api)) for address in addresses), page]


async def _page(request: Request) -> Response:
    return _file(request.path_params["name"] or "index.html")


def _file(name: str) -> Response:
    paths = _paths()
    if name not in paths:
        return Response("There is no such file", 404, media_type="text/plain")
    headers = _FRAMED if name.startswith("reference") else _HEADERS
    if name.removeprefix("reference/") in _REFERENCE:
        headers = {**headers, "cache-control": "max-age=3600"}
    return Response(paths[name].read_bytes(), headers=dict(headers), media_type=_TYPES[Path(name).suffix])


@cache
def _paths() -> Mapping[str, Path]:
    """Name -> file: those of the page, and those of the reference where its package is installed."""
    static = Path(str(files(__name__).joinpath("static")))
    paths = {path.name: path for path in static.iterdir() if path.suffix in _TYPES}
    package = find_spec(_PACKAGE)
    folders = package.submodule_search_locations if package is not None else None
    for folder in folders or ():
        reference = {name: Path(folder) / "dist" / name for name in _REFERENCE}
        paths |= {f"reference/{name}": path for name, path in reference.items() if path.is_file()}
    return paths

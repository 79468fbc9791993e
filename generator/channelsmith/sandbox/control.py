"""The server's own endpoints under `/_sandbox`: what is set and what has happened, and changing it while it runs."""

import json
from collections.abc import Awaitable, Callable
from typing import Final, Protocol, TypeAlias

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Mount, Route

from channelsmith.diagnostics import UnusableInput, format_text
from channelsmith.document import Document, Json
from channelsmith.sandbox.faults import FaultError, Faults
from channelsmith.sandbox.history import History
from channelsmith.sandbox.jobs import Failures
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.overview import details, overview, served
from channelsmith.sandbox.settings import DEFAULT_KEY, Settings

_PAGE: Final = 50
_MOST: Final = 1000
_Endpoint: TypeAlias = Callable[[Request], Awaitable[Response]]


class State(Protocol):
    """What the endpoints ask of the state."""

    def collections(self) -> tuple[str, ...]:
        """The names of the collections."""
        ...

    def count(self, name: str) -> int:
        """How many items a collection has."""
        ...

    def items(self, name: str, limit: int, offset: int) -> list[Json]:
        """Some items of a collection."""
        ...

    def reset(self) -> None:
        """Puts everything back to how it was at the start."""
        ...

    def notes(self) -> tuple[str, ...]:
        """What of the document is not honoured, in words."""
        ...


class Served(Protocol):
    """What the endpoints ask of the API."""

    @property
    def operations(self) -> tuple[Operation, ...]:
        """The operations of the document."""
        ...

    @property
    def base_path(self) -> str:
        """The path of the first server's URL."""
        ...

    @property
    def faults(self) -> Faults:
        """The faults that are set."""
        ...

    @property
    def history(self) -> History:
        """The requests there have been."""
        ...

    @property
    def state(self) -> State:
        """What the API remembers."""
        ...


class Control:
    """Endpoints that ask for no key and are not part of the API."""

    def __init__(self, document: Document, settings: Settings, failures: Failures, api: Served) -> None:
        """Shows the settings and the API, changes failures, faults and state."""
        self._document: Final = document
        self._settings: Final = settings
        self._failures: Final = failures
        self._api: Final = api

    def routes(self) -> list[BaseRoute]:
        """The routes, all under `/_sandbox`."""
        routes: tuple[tuple[str, str, _Endpoint], ...] = (
            ("GET", "/", self.show),
            ("POST", "/fail", self.fail),
            ("GET", "/faults", self.faults),
            ("PUT", "/faults", self.set_faults),
            ("DELETE", "/faults", self.clear_faults),
            ("GET", "/requests", self.requests),
            ("DELETE", "/requests", self.clear_requests),
            ("GET", "/operations", self.operations),
            ("GET", "/operations/{operation:path}", self.operation),
            ("GET", "/openapi.json", self.openapi),
            ("GET", "/state", self.state),
            ("POST", "/state/reset", self.reset),
            ("GET", "/state/{collection:path}", self.items),
        )
        below = [
            Route(path, endpoint if verb == "GET" else _unless_foreign(endpoint), methods=[verb])
            for verb, path, endpoint in routes
        ]
        return [Route("/_sandbox", self.show, methods=["GET"]), Mount("/_sandbox", routes=below)]

    async def show(self, _: Request) -> Response:
        """GET: title, base path, time scale and how many of the next jobs will fail; the key, unless it was chosen."""
        info = self._document.root.get("info")
        key = DEFAULT_KEY if DEFAULT_KEY in self._settings.keys else None
        return JSONResponse(
            {
                "api": info.text("title") if info is not None else "",
                "version": info.text("version") if info is not None else "",
                "basePath": self._api.base_path,
                "timeScale": self._settings.time_scale,
                "pendingSeconds": self._settings.pending_seconds,
                "seed": self._settings.seed,
                "failNext": self._failures.next_jobs,
                "key": key,
                "requests": self._api.history.count,
            }
        )

    async def fail(self, request: Request) -> Response:
        """POST ?next=N: lets the next N jobs fail, 1 when it is left out; 0 lets none."""
        wanted = request.query_params.get("next", "1")
        if not (wanted.isascii() and wanted.isdecimal()):
            return _refused("next has to be a number")
        self._failures.next_jobs = int(wanted[:6])
        return await self.show(request)

    async def faults(self, _: Request) -> Response:
        """GET: rates, scenario, what has struck, and what kinds of faults there are."""
        return JSONResponse(self._api.faults.to_json())

    async def set_faults(self, request: Request) -> Response:
        """PUT `{"rates": {"5xx": 0.1}, "faults": [...]}`: sets both; what is left out is none."""
        try:
            self._api.faults.replace(await request.body())
        except FaultError as error:
            return _refused(str(error))
        except UnusableInput as error:
            return _refused(format_text(error.diagnostics))
        return await self.faults(request)

    async def clear_faults(self, request: Request) -> Response:
        """DELETE: no faults any more, but those that a request asks for."""
        self._api.faults.clear()
        return await self.faults(request)

    async def requests(self, request: Request) -> Response:
        """GET ?limit=N: the recent requests, newest first."""
        limit = _number(request, "limit", _PAGE)
        return JSONResponse({"count": self._api.history.count, "requests": self._api.history.recent(limit)})

    async def clear_requests(self, request: Request) -> Response:
        """DELETE: forgets the requests."""
        self._api.history.clear()
        return await self.requests(request)

    async def operations(self, _: Request) -> Response:
        """GET: the operations of the document."""
        return JSONResponse({"operations": overview(self._api.operations)})

    async def operation(self, request: Request) -> Response:
        """GET: an operation and what a call of it takes."""
        name: str = request.path_params["operation"]
        found = next((one for one in self._api.operations if one.id == name), None)
        if found is None:
            return _refused(f"there is no operation {name!r}", 404)
        return JSONResponse(details(self._document, found))

    async def openapi(self, request: Request) -> Response:
        """GET: the document, with this server in place of its own."""
        origin = f"{request.url.scheme}://{request.url.netloc}"
        document = served(self._document, f"{origin}{self._api.base_path}")
        return Response(json.dumps(document), media_type="application/json")

    async def state(self, _: Request) -> Response:
        """GET: the collections and how many items each has, and which operations are not part of it."""
        found = self._api.state
        collections = [{"name": name, "count": found.count(name)} for name in found.collections()]
        return JSONResponse({"collections": collections, "notes": found.notes()})

    async def items(self, request: Request) -> Response:
        """GET ?limit=N&offset=N: items of a collection."""
        name: str = request.path_params["collection"]
        if name not in self._api.state.collections():
            return _refused(f"there is no collection {name!r}", 404)
        limit, offset = _number(request, "limit", _PAGE), _number(request, "offset", 0, most=10**9)
        items = self._api.state.items(name, limit, offset)
        return JSONResponse({"name": name, "count": self._api.state.count(name), "items": items})

    async def reset(self, request: Request) -> Response:
        """POST: puts the state back to how it was at the start."""
        self._api.state.reset()
        return await self.state(request)


def _unless_foreign(endpoint: _Endpoint) -> _Endpoint:
    """An endpoint that pages of other sites can not use through somebody's browser."""

    async def guarded(request: Request) -> Response:
        origin = request.headers.get("origin")
        if origin is not None and origin.partition("://")[2] != request.headers.get("host"):
            return _refused("pages of other sites can not change anything here", 403)
        return await endpoint(request)

    return guarded


def _refused(message: str, status: int = 400) -> Response:
    return JSONResponse({"error": message}, status)


def _number(request: Request, name: str, default: int, *, most: int = _MOST) -> int:
    """A number of the query; the default where it is none."""
    said = request.query_params.get(name, "")
    return min(int(said), most) if said.isascii() and said.isdecimal() and len(said) < 12 else default  # noqa: PLR2004

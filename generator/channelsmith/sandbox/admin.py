"""The admin API under `/_sandbox`: settings, operations, state, requests and faults, and changing them at run time."""

import json
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeAlias
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount, Route

from channelsmith import ir
from channelsmith.diagnostics import UnusableInput, format_text
from channelsmith.document import Json, Node
from channelsmith.ir.json_types import types_of
from channelsmith.ir.media_family import MediaFamily, classify_media_type
from channelsmith.ir.samples import example
from channelsmith.naming.names import Names, build_names
from channelsmith.naming.names_file import read_names_file
from channelsmith.pipeline import LoadedApi
from channelsmith.sandbox.decoding import DELIMITERS, is_exploded
from channelsmith.sandbox.faults import FaultError, Faults
from channelsmith.sandbox.json_values import JsonResponse
from channelsmith.sandbox.log import RequestLog
from channelsmith.sandbox.media_types import is_json
from channelsmith.sandbox.operations import Operation, base_path
from channelsmith.sandbox.polling import JobFailures
from channelsmith.sandbox.settings import DEFAULT_KEY, Settings
from channelsmith.sandbox.state import Backend
from channelsmith.sandbox.validation import is_binary

_LIMIT: Final = 50
_MAX_LIMIT: Final = 1000
_MAX_DIGITS: Final = 11
_BOUNDARY: Final = "sandbox"
_Endpoint: TypeAlias = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True)
class Admin:
    """Endpoints that need no key and are not part of the API."""

    loaded: LoadedApi
    operations: tuple[Operation, ...]
    settings: Settings
    failures: JobFailures
    faults: Faults
    log: RequestLog
    state: Backend

    @cached_property
    def _names(self) -> Names:
        """The names of the generated client."""
        api, document, client = self.loaded.api, self.loaded.document, self.settings.python
        kept = read_names_file(client.names, api, document)[0] if client.names is not None else None
        return build_names(api, document, client=client.name, kept=kept, **client.options)

    def routes(self) -> list[BaseRoute]:
        """The routes, all under `/_sandbox`."""
        endpoints: tuple[tuple[str, str, _Endpoint], ...] = (
            ("GET", "/", self.show_settings),
            ("POST", "/fail", self.fail_jobs),
            ("GET", "/faults", self.show_faults),
            ("PUT", "/faults", self.set_faults),
            ("DELETE", "/faults", self.clear_faults),
            ("GET", "/requests", self.list_requests),
            ("DELETE", "/requests", self.clear_requests),
            ("GET", "/operations", self.list_operations),
            ("GET", "/operations/{operation:path}", self.show_operation),
            ("GET", "/openapi.json", self.show_document),
            ("GET", "/state", self.show_state),
            ("POST", "/state/reset", self.reset_state),
            ("GET", "/state/{collection:path}", self.list_items),
        )
        routes = [Route(path, endpoint, methods=[method]) for method, path, endpoint in endpoints]
        return [Route("/_sandbox", self.show_settings, methods=["GET"]), Mount("/_sandbox", routes=routes)]

    async def show_settings(self, _: Request) -> Response:
        """GET: title, base path, time scale and the number of next jobs that fail; the key, if it is the default."""
        info = self.loaded.repaired.root.get("info")
        return JsonResponse(
            {
                "api": info.text("title") if info is not None else "",
                "version": info.text("version") if info is not None else "",
                "basePath": base_path(self.loaded.api),
                "timeScale": self.settings.time_scale,
                "pendingSeconds": self.settings.pending_seconds,
                "seed": self.settings.seed,
                "failNext": self.failures.next_jobs,
                "key": DEFAULT_KEY if DEFAULT_KEY in self.settings.keys else None,
                "requests": self.log.count,
            }
        )

    async def fail_jobs(self, request: Request) -> Response:
        """POST ?next=N: let the next N jobs fail, 1 by default."""
        count = request.query_params.get("next", "1")
        if not (count.isascii() and count.isdecimal()):
            return _error("next has to be a number")
        self.failures.next_jobs = int(count[:6])
        return await self.show_settings(request)

    async def show_faults(self, _: Request) -> Response:
        """GET: rates, rules, the number of injected faults, and the known faults."""
        return JsonResponse(self.faults.to_json())

    async def set_faults(self, request: Request) -> Response:
        """PUT `{"rates": {"5xx": 0.1}, "faults": [...]}`: set both; what is left out is removed."""
        try:
            self.faults.replace(await request.body())
        except FaultError as error:
            return _error(str(error))
        except UnusableInput as error:
            return _error(format_text(error.diagnostics))
        return await self.show_faults(request)

    async def clear_faults(self, request: Request) -> Response:
        """DELETE: remove all faults but those that a request's header names."""
        self.faults.clear()
        return await self.show_faults(request)

    async def list_requests(self, request: Request) -> Response:
        """GET ?limit=N: the recent requests, newest first."""
        return JsonResponse(
            {"count": self.log.count, "requests": self.log.recent(_number(request, "limit", _LIMIT, _MAX_LIMIT))}
        )

    async def clear_requests(self, request: Request) -> Response:
        """DELETE: forget the requests."""
        self.log.clear()
        return await self.list_requests(request)

    async def list_operations(self, _: Request) -> Response:
        """GET: the operations of the document."""
        return JsonResponse({"operations": [_summary(operation) for operation in self.operations]})

    async def show_operation(self, request: Request) -> Response:
        """GET: an operation with its parameters, body and credential, filled in with examples."""
        name: str = request.path_params["operation"]
        operation = next((operation for operation in self.operations if operation.id == name), None)
        if operation is None:
            return _error(f"there is no operation {name!r}", 404)
        names = self._names
        parameters = [_parameter(operation, each, names) for each in operation.parameters if each.pointer]
        scheme = _key_scheme(operation, {scheme.name: scheme for scheme in self.loaded.api.schemes})
        return JsonResponse(
            {
                **_summary(operation),
                "parameters": parameters,
                "body": _body(operation),
                "credential": _credential(scheme) if scheme is not None else None,
                "python": self._python(operation, scheme),
                "accept": ", ".join(operation.response_bodies(operation.success)),
            }
        )

    def _python(self, operation: Operation, scheme: ir.SecurityScheme | None) -> dict[str, Json]:
        """What Python needs to know to make the call with the generated client."""
        names, pointer = self._names, operation.spec.pointer
        return {
            "package": self.settings.python.package,
            "client": self.settings.python.name,
            "method": ".".join((*names.resources[pointer], names.methods[pointer])),
            "credential": names.credentials.get(scheme.credential) if scheme is not None else None,
            "paged": operation.spec.pagination is not None,
        }

    async def show_document(self, request: Request) -> Response:
        """GET: the document, with this server in place of those that it names."""
        url = f"{request.url.scheme}://{request.url.netloc}{base_path(self.loaded.api)}"
        server: Json = {"url": url, "description": "The sandbox."}
        root = {key: node.value for key, node in self.loaded.repaired.root.items()} | {"servers": [server]}
        paths = root.get("paths")
        if isinstance(paths, dict):
            root["paths"] = {path: _without_servers(item) for path, item in paths.items()}
        return Response(json.dumps(root), media_type="application/json")

    async def show_state(self, _: Request) -> Response:
        """GET: the collections with their number of items, and unsupported parts of the document."""
        collections = [{"name": name, "count": self.state.count(name)} for name in self.state.collections()]
        return JsonResponse({"collections": collections, "notes": self.state.notes()})

    async def list_items(self, request: Request) -> Response:
        """GET ?limit=N&offset=N: items of a collection."""
        name: str = request.path_params["collection"]
        if name not in self.state.collections():
            return _error(f"there is no collection {name!r}", 404)
        limit, offset = _number(request, "limit", _LIMIT, _MAX_LIMIT), _number(request, "offset", 0, 10**9)
        items = self.state.items(name, limit, offset)
        return JsonResponse({"name": name, "count": self.state.count(name), "items": items})

    async def reset_state(self, request: Request) -> Response:
        """POST: restore the initial items."""
        self.state.reset()
        return await self.show_state(request)


def _error(message: str, status: int = 400) -> Response:
    return JsonResponse({"error": message}, status)


def _number(request: Request, name: str, default: int, maximum: int) -> int:
    """A number of the query; the default where it is not one."""
    text = request.query_params.get(name, "")
    is_number = text.isascii() and text.isdecimal() and len(text) <= _MAX_DIGITS
    return min(int(text), maximum) if is_number else default


def _summary(operation: Operation) -> dict[str, Json]:
    return {
        "id": operation.id,
        "method": operation.method,
        "path": operation.path,
        "summary": operation.node.text("summary"),
        "tag": operation.spec.tag,
        "statuses": [response.status for response in operation.spec.responses if response.pointer],
        "deprecated": operation.node.flag("deprecated"),
    }


def _parameter(operation: Operation, parameter: ir.Parameter, names: Names) -> dict[str, Json]:
    node = operation.document.at(parameter.pointer)
    value = example(node) if parameter.schema or "example" in node or "examples" in node else None
    if isinstance(value, list):
        value = ", ".join(item if isinstance(item, str) else json.dumps(item) for item in value)
    return {
        "name": parameter.name,
        "in": parameter.location,
        "required": parameter.required,
        "example": _text(value),
        "type": _type(operation, parameter),
        "list": _separator(operation, parameter),
        "argument": names.arguments.get((operation.spec.pointer, parameter.location.value, parameter.name)),
        "description": parameter.description.strip(),
    }


def _type(operation: Operation, parameter: ir.Parameter) -> str:
    """Whether a value, or an element of a list, is a number, a boolean or a text."""
    schema = operation.schema(parameter)
    if schema is not None and "array" in types_of(schema):
        schema = schema.resolve().get("items")
    types = types_of(schema) if schema is not None else frozenset[str]()
    if types and types <= {"integer", "number", "null"}:
        return "number"
    return "boolean" if types and types <= {"boolean", "null"} else "text"


def _separator(operation: Operation, parameter: ir.Parameter) -> str | None:
    """What separates the elements of a list, percent-encoded; "" for one pair each; None for other values."""
    schema = operation.schema(parameter)
    if schema is None or "array" not in types_of(schema):
        return None
    return "" if is_exploded(parameter) else DELIMITERS.get(parameter.style, ",")


def _body(operation: Operation) -> Json:
    bodies = operation.request_bodies
    media_type = next((name for name in bodies if is_json(name)), next(iter(bodies), None))
    if media_type is None:
        return None
    value = example(bodies[media_type])
    match classify_media_type(media_type):
        case MediaFamily.FORM if isinstance(value, dict):
            return {"type": media_type, "example": urlencode(list(_fields(value)))}
        case MediaFamily.MULTIPART if isinstance(value, dict):
            schema = bodies[media_type].get("schema")
            text = "".join(_part(name, text, schema) for name, text in _fields(value))
            return {"type": f"{media_type}; boundary={_BOUNDARY}", "example": f"{text}--{_BOUNDARY}--\n"}
        case _ if is_json(media_type) or isinstance(value, dict | list):
            return {"type": media_type, "example": json.dumps(value, indent=2)}
        case _:
            return {"type": media_type, "example": _text(value)}


def _fields(members: dict[str, Json]) -> Iterator[tuple[str, str]]:
    """Yield the fields of a form with these members: each element of a list is one of its own, null is none."""
    for name, value in members.items():
        for element in value if isinstance(value, list) else [value]:
            if element is not None:
                yield name, _text(element)


def _part(name: str, text: str, schema: Node | None) -> str:
    """A field of a multipart body; a file has a name."""
    properties = schema.resolve().get("properties") if schema is not None else None
    declared = properties.get(name) if properties is not None else None
    if declared is not None and "array" in types_of(declared):
        declared = declared.resolve().get("items")
    file = '; filename="example"' if declared is not None and is_binary(declared) else ""
    return f'--{_BOUNDARY}\nContent-Disposition: form-data; name="{name}"{file}\n\n{text}\n'


def _text(value: Json) -> str:
    return value if isinstance(value, str) else "" if value is None else json.dumps(value)


def _key_scheme(operation: Operation, schemes: dict[str, ir.SecurityScheme]) -> ir.SecurityScheme | None:
    """The first scheme that is enough alone and sends no cookie."""
    alone = (schemes.get(names[0]) for names in operation.security if len(names) == 1)
    return next((scheme for scheme in alone if scheme is not None and scheme.location != "cookie"), None)


def _credential(scheme: ir.SecurityScheme) -> Json:
    """The location of the key."""
    if scheme.kind is ir.SchemeKind.API_KEY:
        return {"in": scheme.location, "name": scheme.parameter, "prefix": ""}
    return {"in": "header", "name": "Authorization", "prefix": f"{scheme.kind.capitalize()} "}


def _without_servers(item: Json) -> Json:
    """A path item without servers of its own, on it or on its operations."""
    if not isinstance(item, dict):
        return item
    return {
        key: {name: value for name, value in member.items() if name != "servers"}
        if isinstance(member, dict)
        else member
        for key, member in item.items()
        if key != "servers"
    }

"""The operations of an API on the server, and the router that finds the operation of a request."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final, TypeAlias
from urllib.parse import urlsplit

from channelsmith import ir
from channelsmith.document import Document, Node
from channelsmith.document import json_pointer as pointers
from channelsmith.sandbox.media_types import essence

_PLACEHOLDER: Final = re.compile(r"\{([^{}/]+)\}")
_Route: TypeAlias = "tuple[re.Pattern[str], dict[str, Operation]]"
"""The pattern of a path, and the operations by method."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation of the IR, and the document that its pointers lead into."""

    spec: ir.Operation
    document: Document
    node: Node
    """The Operation Object: extensions and examples are looked up here."""
    security: tuple[tuple[str, ...], ...]
    """Alternatives, each a set of schemes needed together; () for an operation that is open to everybody."""
    rate_limit: ir.RateLimit | None

    @property
    def id(self) -> str:
        """The operationId, or method and path where there is none."""
        return self.spec.id or f"{self.method.lower()} {self.path}"

    @property
    def method(self) -> str:
        """In capitals."""
        return self.spec.method

    @property
    def path(self) -> str:
        """The path template."""
        return self.spec.path

    @property
    def parameters(self) -> tuple[ir.Parameter, ...]:
        """Those of the path item and of the operation; path parameters come first."""
        return self.spec.parameters

    def declares(self, status: int) -> bool:
        """Whether the document has a response for a status itself, not only for its class or by default."""
        return any(response.status == str(status) and response.pointer for response in self.spec.responses)

    def response(self, status: int) -> ir.Response | None:
        """The response declared for a status: exactly, as a class such as 4XX, or by default."""
        declared = {response.status: response for response in self.spec.responses if response.pointer}
        keys = (str(status), f"{status // 100}XX", "default")
        return next((declared[key] for key in keys if key in declared), None)

    def response_headers(self, status: int) -> dict[str, Node]:
        """The Header Objects declared for a status, by name."""
        response = self.response(status)
        headers = self.document.at(response.pointer).get("headers") if response is not None else None
        return dict(headers.items()) if headers is not None else {}

    def response_bodies(self, status: int) -> dict[str, Node]:
        """The Media Type Objects declared for a status, by media type in lower case without parameters."""
        response = self.response(status)
        return self._media(response.media) if response is not None else {}

    @property
    def request_bodies(self) -> dict[str, Node]:
        """The Media Type Objects of the request body; none for an operation without a body."""
        return self._media(self.spec.body.media) if self.spec.body is not None else {}

    @property
    def success(self) -> int:
        """The first 2xx status that is declared; 200 when none is."""
        statuses = (response.status for response in self.spec.responses)
        return int(next((status for status in statuses if status.isdecimal() and status.startswith("2")), "200"))

    def schema(self, parameter: ir.Parameter) -> Node | None:
        """The schema of a parameter."""
        return self.document.at(parameter.schema) if parameter.schema else None

    def _media(self, declared: tuple[ir.Media, ...]) -> dict[str, Node]:
        return {essence(media.media_type): self.document.at(media.pointer) for media in declared if media.pointer}


def read_operations(api: ir.Api, document: Document) -> tuple[Operation, ...]:
    """Every operation of an API in its order, the uses of one (`x-uses`) together.

    Args:
        api: the IR.
        document: the repaired document that its pointers lead into.
    """
    return tuple(
        _operation(api, document, tuple(uses))
        for _, uses in groupby(api.operations, key=lambda operation: (operation.path, operation.method))
    )


def base_path(api: ir.Api) -> str:
    """The path of the first server's URL with its variables filled in, without a slash at the end."""
    if not api.servers:
        return ""
    url = api.servers[0].url
    for variable in api.servers[0].variables:
        url = url.replace(f"{{{variable.name}}}", variable.name if variable.default is None else variable.default)
    return urlsplit(url).path.rstrip("/")


def _operation(api: ir.Api, document: Document, uses: tuple[ir.Operation, ...]) -> Operation:
    spec = uses[0]
    paths, path, *keys = pointers.split(spec.pointer)
    node = document.at(pointers.join("", paths, path)).resolve()
    for key in keys[: 2 if keys[0] == "additionalOperations" else 1]:
        node = node[key]
    if "x-uses" in node:
        spec = replace(spec, id=node.text("operationId"), parameters=tuple(_merged_parameters(document, node, uses)))
    security = api.security if spec.security is None else spec.security
    return Operation(spec, document, node, security, spec.rate_limit or api.rate_limit)


def _merged_parameters(document: Document, node: Node, uses: tuple[ir.Operation, ...]) -> Iterator[ir.Parameter]:
    """Yield the parameters of all uses in the order of the document, required where the document requires them."""
    merged = {(parameter.location.value, parameter.name): parameter for use in uses for parameter in use.parameters}
    declared = [parameter.resolve() for parameter in node["parameters"].elements()] if "parameters" in node else []
    order = {(parameter.text("in"), parameter.text("name")): place for place, parameter in enumerate(declared)}
    for key in sorted(merged, key=lambda key: order.get(key, -1)):
        parameter = merged[key]
        required = document.at(parameter.pointer).flag("required") if parameter.pointer else True
        yield replace(parameter, required=required or parameter.location is ir.Location.PATH)


@dataclass(frozen=True, slots=True)
class Match:
    """The operations that share the path of a request, by method, and the values of its parameters."""

    operations: Mapping[str, Operation]
    values: tuple[str, ...]
    """Still percent-encoded."""

    def arguments(self, operation: Operation) -> dict[str, str]:
        """Return the values by the names that an operation has for them; paths may differ in names only."""
        return dict(zip(_PLACEHOLDER.findall(operation.path), self.values, strict=True))


class Router:
    """Finds the operations of a path; literal segments have precedence over parameters, from left to right.

    Among segments with parameters, those with the most literal characters come first. The path of the server URL
    (`/api` in `https://shop.example/api`) is optional. A trailing slash that no path template has is ignored, as by
    most servers.
    """

    def __init__(self, api: ir.Api, operations: tuple[Operation, ...]) -> None:
        self.base_path: Final = base_path(api)
        by_pattern = defaultdict[str, list[Operation]](list)
        for operation in sorted(operations, key=lambda operation: _precedence(operation.path)):
            by_pattern["/".join(map(_pattern, operation.path.split("/")))].append(operation)
        self._routes: Final = defaultdict[int, list[_Route]](list)
        """The routes by number of segments, in the order of precedence."""
        for pattern, same_path in by_pattern.items():
            by_method = {operation.method: operation for operation in same_path}
            self._routes[same_path[-1].path.count("/")].append((re.compile(pattern), by_method))

    def find(self, raw_path: str) -> Match | None:
        """The match for a percent-encoded path, None when there is none."""
        candidates = [raw_path]
        if self.base_path and raw_path.startswith(f"{self.base_path}/"):
            candidates.insert(0, raw_path.removeprefix(self.base_path))
        candidates += [candidate[:-1] for candidate in candidates if candidate.endswith("/")]
        for candidate in candidates:
            for pattern, operations in self._routes.get(candidate.count("/"), ()):
                if match := pattern.fullmatch(candidate):
                    return Match(operations, match.groups())
        return None


def _pattern(segment: str) -> str:
    """The pattern of a segment; atomic, so that a segment is never matched again when a later one does not match."""
    literals = map(re.escape, _PLACEHOLDER.split(segment)[::2])
    return f"(?>{'([^/]+?)'.join(literals)}(?![^/]))"


def _precedence(path: str) -> list[tuple[bool, int]]:
    """The sort key of a path: whether each segment has parameters, and minus the number of its literal characters."""
    segments = path.split("/")
    return [(bool(_PLACEHOLDER.search(segment)), -len(_PLACEHOLDER.sub("", segment))) for segment in segments]

"""The operations of a document as the server sees them, and which of them a request means."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote, urlsplit

from channelsmith.document import Document, Node

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_PLACEHOLDER: Final = re.compile(r"\{([^{}/]+)\}")


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation: what its requests look like and what answers it declares."""

    id: str
    method: str
    """In capitals."""
    path: str
    node: Node
    parameters: tuple[Node, ...]
    security: tuple[tuple[str, ...], ...]
    """Any one of these will do; each names the schemes it needs together. () asks for nothing."""
    rate_limit: Node | None

    def response(self, status: int) -> Node | None:
        """What the document declares for a status: exactly, as a class such as 4XX, or by default."""
        declared = self.node.get("responses")
        for key in (str(status), f"{status // 100}XX", f"{status // 100}xx", "default"):
            found = declared.get(key) if declared is not None else None
            if found is not None:
                return found.resolve()
        return None

    @property
    def success(self) -> int:
        """The first 2xx status that is declared; 200 when none is."""
        declared = self.node.get("responses")
        codes = [key for key, _ in declared.items() if key.isdecimal()] if declared is not None else []
        return int(next((code for code in codes if code.startswith("2")), "200"))


@dataclass(frozen=True, slots=True)
class Match:
    """The operations that share the path of a request, by method, and the path's arguments, decoded."""

    operations: Mapping[str, Operation]
    arguments: Mapping[str, str]


class Router:
    """Finds the operations a path means; literal paths win over templates.

    The server's own path (`/api` in `https://shop.example/api`) may stand in front or be left out.
    """

    def __init__(self, document: Document, operations: tuple[Operation, ...]) -> None:
        """Sorts the paths of the operations by precedence."""
        self.base_path: Final = base_path(document)
        by_path: dict[str, dict[str, Operation]] = {}
        for operation in operations:
            by_path.setdefault(operation.path, {})[operation.method] = operation
        by_precedence = sorted(by_path, key=lambda path: [part.count("{") for part in path.split("/")])
        self._table: Final = tuple((_pattern(path), by_path[path]) for path in by_precedence)

    def find(self, raw_path: str) -> Match | None:
        """The match for a path as it came in, still percent-encoded; None when no path fits."""
        candidates = [raw_path]
        if self.base_path and raw_path.startswith(f"{self.base_path}/"):
            candidates.insert(0, raw_path.removeprefix(self.base_path))
        for candidate in candidates:
            for pattern, operations in self._table:
                if found := pattern.fullmatch(candidate):
                    names = _PLACEHOLDER.findall(next(iter(operations.values())).path)
                    values = (unquote(value) for value in found.groups())
                    return Match(operations, dict(zip(names, values, strict=True)))
        return None


def read_operations(document: Document) -> tuple[Operation, ...]:
    """Every operation of a document, in its order.

    Raises:
        UnusableInput: a reference leads nowhere.
    """
    return tuple(_operations(document.root))


def base_path(document: Document) -> str:
    """The path of the first server's URL with its variables filled in, without a slash at the end."""
    servers = document.root.get("servers")
    server = next(servers.elements(), None) if servers is not None else None
    if server is None:
        return ""
    url = server.text("url")
    variables = server.get("variables")
    for name, variable in variables.items() if variables is not None else ():
        url = url.replace(f"{{{name}}}", variable.text("default"))
    return urlsplit(url).path.rstrip("/")


def _operations(root: Node) -> Iterator[Operation]:
    paths = root.get("paths")
    for path, said in paths.items() if paths is not None else ():
        item = said.resolve()
        for method in METHODS:
            node = item.get(method)
            if node is not None:
                yield Operation(
                    id=node.text("operationId", f"{method} {path}"),
                    method=method.upper(),
                    path=path,
                    node=node,
                    parameters=_parameters(item, node),
                    security=_security(node.get("security") or root.get("security")),
                    rate_limit=node.get("x-rate-limit") or root.get("x-rate-limit"),
                )


def _parameters(item: Node, node: Node) -> tuple[Node, ...]:
    """Those of the path item and of the operation, which win."""
    found: dict[tuple[str, str], Node] = {}
    for owner in (item.get("parameters"), node.get("parameters")):
        for element in owner.elements() if owner is not None else ():
            parameter = element.resolve()
            found[parameter.text("in"), parameter.text("name")] = parameter
    return tuple(found.values())


def _security(node: Node | None) -> tuple[tuple[str, ...], ...]:
    if node is None:
        return ()
    return tuple(tuple(name for name, _ in alternative.items()) for alternative in node.elements())


def _pattern(path: str) -> re.Pattern[str]:
    """A template as an expression: a placeholder is one or more characters of one segment."""
    literals = [re.escape(part) for part in _PLACEHOLDER.split(path)[::2]]
    return re.compile("([^/]+?)".join(literals))

"""The operations of a document as the server sees them, and which of them a request means."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
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
    """Finds the operations a path means; literal segments win over parameters, the first ones most.

    The server's own path (`/api` in `https://shop.example/api`) may stand in front or be left out. A slash at the end
    that no path has is overlooked, as most servers do.
    """

    def __init__(self, document: Document, operations: tuple[Operation, ...]) -> None:
        """Makes a tree of the paths, a branch for each segment."""
        self.base_path: Final = base_path(document)
        self._root: Final = _Branch()
        for operation in operations:
            branch = self._root
            for segment in operation.path.split("/"):
                branch = branch.below(segment)
            branch.operations[operation.method] = operation
            branch.names = tuple(_PLACEHOLDER.findall(operation.path))

    def find(self, raw_path: str) -> Match | None:
        """The match for a path as it came in, still percent-encoded; None when no path fits."""
        candidates = [raw_path]
        if self.base_path and raw_path.startswith(f"{self.base_path}/"):
            candidates.insert(0, raw_path.removeprefix(self.base_path))
        candidates += [each[:-1] for each in candidates if each.endswith("/")]
        for candidate in candidates:
            found = self._root.find(candidate.split("/"), 0, ())
            if found is not None:
                branch, values = found
                return Match(branch.operations, dict(zip(branch.names, map(unquote, values), strict=True)))
        return None


@dataclass(slots=True)
class _Branch:
    """What may come after the beginning of a path."""

    words: "dict[str, _Branch]" = field(default_factory=dict[str, "_Branch"])
    patterns: "list[tuple[re.Pattern[str], _Branch]]" = field(default_factory=list["tuple[re.Pattern[str], _Branch]"])
    """Segments with parameters, those with the most literal characters first."""
    operations: dict[str, Operation] = field(default_factory=dict[str, Operation])
    names: tuple[str, ...] = ()

    def below(self, segment: str) -> "_Branch":
        """The branch of a segment, a new one where there is none."""
        if not _PLACEHOLDER.search(segment):
            return self.words.setdefault(segment, _Branch())
        pattern = _pattern(segment)
        known = next((branch for each, branch in self.patterns if each.pattern == pattern.pattern), None)
        if known is None:
            known = _Branch()
            self.patterns.append((pattern, known))
            self.patterns.sort(key=lambda each: -len(each[0].pattern))
        return known

    def find(self, segments: list[str], at: int, values: tuple[str, ...]) -> "tuple[_Branch, tuple[str, ...]] | None":
        """The branch at the end of a path, and the values of the parameters on the way."""
        if at == len(segments):
            return (self, values) if self.operations else None
        word = self.words.get(segments[at])
        found = word.find(segments, at + 1, values) if word is not None else None
        for pattern, branch in self.patterns if found is None else ():
            if match := pattern.fullmatch(segments[at]):
                found = branch.find(segments, at + 1, (*values, *match.groups()))
                if found is not None:
                    break
        return found


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


def _pattern(segment: str) -> re.Pattern[str]:
    """A segment of a template as an expression: a placeholder is one or more characters of it."""
    literals = [re.escape(part) for part in _PLACEHOLDER.split(segment)[::2]]
    return re.compile("([^/]+?)".join(literals))

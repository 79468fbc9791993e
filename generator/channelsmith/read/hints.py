"""The words an inline schema's name is made of, from nothing but where it stands."""

from collections.abc import Callable, Mapping

from channelsmith import pointer as pointers
from channelsmith.document import Document, Node
from channelsmith.words import singular

_METHODS = frozenset(["get", "put", "post", "delete", "patch", "head", "options", "trace", "query"])

# Keys whose next token is a name worth keeping, and what a name-less step adds.
_NAMED_BY_NEXT = frozenset(
    ["properties", "patternProperties", "$defs", "definitions", "schemas", "headers", "requestBodies", "examples"]
)
_STEPS: Mapping[str, str] = {
    "items": "Item",
    "additionalProperties": "Value",
    "requestBody": "Request",
    "not": "Not",
}
_OPTIONS = frozenset(["oneOf", "anyOf", "allOf", "prefixItems"])


def hint(document: Document, pointer: str) -> tuple[str, ...]:
    """Words for the schema at `pointer`: `/components/schemas/Order/properties/lines/items` -> Order, lines, Item."""
    tokens = pointers.split(pointer)
    words: list[str] = []
    node, at = document.root, 0
    while at < len(tokens):
        token = tokens[at]
        following = tokens[at + 1] if at + 1 < len(tokens) else ""
        taken, said = _step(node, token, following)
        if token == "items" and words and (one := singular(words[-1])):
            words[-1] = one
        else:
            words += said
        for step in tokens[at : at + taken]:
            node = node[step]
        at += taken
    return tuple(words) or ("Document",)


def _step(node: Node, token: str, following: str) -> tuple[int, list[str]]:
    """How many tokens this step takes and the words it adds."""
    if token in _STEPS:
        return 1, [_STEPS[token]]
    if token in _SPECIAL and following:
        return 2, _SPECIAL[token](node[token][following], following)
    if token in _NAMED_BY_NEXT and following:
        return 2, [following]
    if token in _OPTIONS and following:
        title = node[token][following].value
        named = title.get("title") if isinstance(title, dict) else None
        return 2, [named if isinstance(named, str) and named else f"Option{int(following) + 1}"]
    if token in _METHODS and (node.value and isinstance(node.value, dict)):
        operation_id = node[token].value
        named = operation_id.get("operationId") if isinstance(operation_id, dict) else None
        return 1, [named if isinstance(named, str) and named else token]
    return 1, []


def _path(node: Node, path: str) -> list[str]:
    # With an operationId below, the path would only make the name longer; the operation adds its own words.
    operations = [item for key, item in node.items() if key in _METHODS]
    if operations and all("operationId" in item for item in operations):
        return []
    return [path]


def _parameter(node: Node, key: str) -> list[str]:
    value = node.value
    named = value.get("name") if isinstance(value, dict) else None
    return [named if isinstance(named, str) else key]


def _response(_node: Node, status: str) -> list[str]:
    return ["Response"] if status in {"200", "201", "2XX", "default"} else [status, "Response"]


def _nothing(_node: Node, _key: str) -> list[str]:
    return []


_SPECIAL: Mapping[str, Callable[[Node, str], list[str]]] = {
    "paths": _path,
    "webhooks": _path,
    "parameters": _parameter,
    "responses": _response,
    "content": _nothing,
    "callbacks": _nothing,
}

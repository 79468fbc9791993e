"""The words an inline schema's name is made of, from nothing but where it stands."""

from collections.abc import Callable, Mapping

from channelsmith.document import Document, Node
from channelsmith.document import json_pointer as pointers
from channelsmith.naming.identifiers import singular, spoken

_METHODS = frozenset(["get", "put", "post", "delete", "patch", "head", "options", "trace", "query"])

# Keys whose next step is a name worth keeping, and what a name-less step adds.
_NAMED_BY_NEXT = frozenset(["properties", "$defs", "definitions", "schemas", "headers", "requestBodies", "examples"])
_STEPS: Mapping[str, str] = {
    "items": "Item",
    "additionalProperties": "Value",
    "unevaluatedProperties": "Value",
    "requestBody": "Request",
    "not": "Not",
}
_WEBHOOKS = ("webhooks", "x-webhooks")
_OPERATION = 2  # tokens before an operation's method: `paths` and the path
_OPTIONS = frozenset(["oneOf", "anyOf", "allOf", "prefixItems"])
_NAMED = frozenset(["properties", "enum", "items", "additionalProperties", "oneOf", "anyOf", "allOf"])  # needs a name


def hint(document: Document, pointer: str) -> tuple[str, ...]:
    """Words for the schema at `pointer`: `/components/schemas/Order/properties/lines/items` -> Order, lines, Item."""
    tokens = pointers.split(pointer)
    words: list[str] = []
    node, at = document.root, 0
    while at < len(tokens):
        step = tokens[at]
        following = tokens[at + 1] if at + 1 < len(tokens) else ""
        taken, said = _step(node, step, following, words, last=at + 2 == len(tokens))
        if step == "items" and words and (one := singular(words[-1])):
            words[-1] = one
        elif step in _METHODS and at == _OPERATION and tokens[0] == "paths":
            words = said  # an operation's name says more than its path, or the same
        elif step not in _METHODS or tokens[0] not in _WEBHOOKS:  # of a webhook, its name says all
            words += said
        for passed in tokens[at : at + taken]:
            node = node[passed]
        at += taken
    return tuple(words) or (tokens[-1] if tokens else "Document",)


def _step(node: Node, step: str, following: str, words: list[str], *, last: bool) -> tuple[int, list[str]]:
    """How many tokens this step takes and the words it adds to those there are."""
    if step in _STEPS:
        return 1, [_STEPS[step]]
    if step in _SPECIAL and following:
        return 2, _SPECIAL[step](node[step][following], following)
    if step in _NAMED_BY_NEXT and following:
        return 2, [following]
    if step in _OPTIONS and following.isdecimal():
        return 2, _option(node[step], following, shared=len(words) < 2, last=last)  # noqa: PLR2004 -- one: a component
    if step in _METHODS and (node.value and isinstance(node.value, dict)):
        operation_id = node[step].value
        named = operation_id.get("operationId") if isinstance(operation_id, dict) else None
        return 1, [named if isinstance(named, str) and named else " ".join([step, *words])]
    return 1, []


def _option(options: Node, at: str, *, shared: bool, last: bool) -> list[str]:
    """What tells an option from the others, and from the whole where that has a name too (`shared`)."""
    if options.key == "allOf" and not last:  # the parts of a whole; what is in them is in it
        return []
    value = options[at].value
    named = value.get("title") if isinstance(value, dict) else None
    if isinstance(named, str) and named:
        return [named]
    others = [each.value for each in options.elements() if isinstance(each.value, dict) and each.key != at]
    if all(other.get("type") == "null" for other in others) or not (shared or any(map(_NAMED.intersection, others))):
        return []
    return [f"Option{int(at) + 1}"]


def _path(_node: Node, path: str) -> list[str]:
    return [spoken(path)]


def _parameter(node: Node, key: str) -> list[str]:
    value = node.value
    named = value.get("name") if isinstance(value, dict) else None
    return [named if isinstance(named, str) else key]


def _response(_node: Node, status: str) -> list[str]:
    return ["Response"] if status in {"200", "201", "2XX"} else [status, "Response"]


def _nothing(_node: Node, _key: str) -> list[str]:
    return []


_SPECIAL: Mapping[str, Callable[[Node, str], list[str]]] = {
    "patternProperties": lambda _node, _pattern: ["Value"],
    "paths": _path,
    **dict.fromkeys(_WEBHOOKS, _path),
    "parameters": _parameter,
    "responses": _response,
    "content": _nothing,
    "callbacks": _nothing,
}

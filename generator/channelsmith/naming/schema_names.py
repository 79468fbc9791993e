"""The words that the class name of a schema is made of, derived from its pointer."""

from collections.abc import Callable, Mapping

from channelsmith.document import Document, Json, json_pointer
from channelsmith.naming.identifiers import describe_path, singularize

_METHODS = frozenset(["get", "put", "post", "delete", "patch", "head", "options", "trace", "query"])
_NAMED_MEMBERS = frozenset(["properties", "$defs", "definitions", "schemas", "headers", "requestBodies", "examples"])
_KEYWORDS: Mapping[str, str] = {
    "items": "Item",
    "additionalProperties": "Value",
    "unevaluatedProperties": "Value",
    "requestBody": "Request",
    "not": "Not",
}
_WEBHOOKS = ("webhooks", "x-webhooks")
_OPTIONS = frozenset(["oneOf", "anyOf", "allOf", "prefixItems"])
_NEED_NAMES = frozenset(["properties", "enum", "items", "additionalProperties", "oneOf", "anyOf", "allOf"])
_METHOD_DEPTH = 2  # tokens before the method of an operation: `paths` and the path


def schema_words(document: Document, pointer: str) -> tuple[str, ...]:
    """Return the words for a schema: `/components/schemas/Order/properties/lines/items` -> Order, line."""
    tokens = json_pointer.split(pointer)
    words: list[str] = []
    value: Json = document.value
    index = 0
    while index < len(tokens):
        step = tokens[index]
        following = tokens[index + 1] if index + 1 < len(tokens) else ""
        count, added = _step(value, step, following, words, is_last=index + 2 == len(tokens))
        if step == "items" and words and (one := singularize(words[-1])):
            words[-1] = one
        elif step in _METHODS and index == _METHOD_DEPTH and tokens[0] == "paths":
            words = added  # the name of an operation includes its path, or replaces it
        elif step not in _METHODS or tokens[0] not in _WEBHOOKS:  # the name of a webhook is sufficient
            words += added
        for passed in tokens[index : index + count]:
            value = _child(value, passed)
        index += count
    return tuple(words) or (tokens[-1] if tokens else "Document",)


def _step(value: Json, token: str, following: str, words: list[str], *, is_last: bool) -> tuple[int, list[str]]:
    """Return the number of tokens to consume, and the words they add."""
    if token in _KEYWORDS:
        return 1, [_KEYWORDS[token]]
    if following and token in _SECTIONS:
        return 2, _SECTIONS[token](_child(_child(value, token), following), following)
    if following and token in _NAMED_MEMBERS:
        return 2, [following]
    if token in _OPTIONS and following.isdecimal():
        return 2, _option(value, token, following, is_component=len(words) <= 1, is_last=is_last)
    if token in _METHODS and isinstance(value, dict):
        operation_id = _text(_child(value, token), "operationId")
        return 1, [operation_id or " ".join([token, *words])]
    return 1, []


def _option(value: Json, keyword: str, index: str, *, is_component: bool, is_last: bool) -> list[str]:
    """Return what distinguishes an option from the others, and from the schema itself if that has a name."""
    if keyword == "allOf" and not is_last:  # its parts belong to the schema itself
        return []
    options = _child(value, keyword)
    if title := _text(_child(options, index), "title"):
        return [title]
    listed = options if isinstance(options, list) else []
    others = [other for at, other in enumerate(listed) if isinstance(other, dict) and str(at) != index]
    if all(other.get("type") == "null" for other in others):
        return []
    return [f"Option{int(index) + 1}"] if is_component or any(map(_NEED_NAMES.intersection, others)) else []


def _path(_value: Json, path: str) -> list[str]:
    return [describe_path(path)]


def _nothing(_value: Json, _key: str) -> list[str]:
    return []


_SECTIONS: Mapping[str, Callable[[Json, str], list[str]]] = {
    "patternProperties": lambda _value, _pattern: ["Value"],
    "paths": _path,
    **dict.fromkeys(_WEBHOOKS, _path),
    "parameters": lambda value, key: [_text(value, "name") or key],
    "responses": lambda _, status: ["Response"] if status in {"200", "201", "2XX"} else [status, "Response"],
    "content": _nothing,
    "callbacks": _nothing,
}


def _child(value: Json, token: str) -> Json:
    if isinstance(value, dict):
        return value.get(token)
    index = json_pointer.parse_index(token, len(value)) if isinstance(value, list) else None
    return value[index] if isinstance(value, list) and index is not None else None


def _text(value: Json, key: str) -> str:
    text = value.get(key) if isinstance(value, dict) else None
    return text if isinstance(text, str) else ""

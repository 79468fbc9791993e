"""The parameters of a request: taken from where they travel, put into the types of their schemas, checked."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, cast
from urllib.parse import unquote

from starlette.requests import Request

from channelsmith.document import Json, Node
from channelsmith.sandbox.bodies import NOTHING, Found, Nothing
from channelsmith.sandbox.operations import Operation
from channelsmith.sandbox.schemas import Schemas, Violation

SEPARATORS: Final[Mapping[str, str]] = {"spaceDelimited": " ", "pipeDelimited": "|"}
_NUMBER: Final = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?")
_MOST_DIGITS: Final = 300
_SCHEMAS: Final = 8192
_WORDS: Final[Mapping[str, Json]] = {"true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Arguments:
    """The arguments of a request by location and name, and what is wrong with them."""

    values: Mapping[tuple[str, str], Json]
    violations: tuple[Violation, ...]

    def text(self, name: str) -> str | None:
        """An argument as it came in, wherever it stood; None when it was not sent."""
        found = next((value for (_, key), value in self.values.items() if key == name), None)
        return found if isinstance(found, str) or found is None else json.dumps(found)


def read_arguments(operation: Operation, request: Request, path: Mapping[str, str], schemas: Schemas) -> Arguments:
    """Reads every parameter the operation declares; others are not looked at."""
    values: dict[tuple[str, str], Json] = {}
    violations: list[Violation] = []
    for declared in operation.parameters:
        name, location = declared.name, declared.location.value
        if not declared.pointer:
            values[location, name] = path[name]
            continue
        parameter = operation.document.at(declared.pointer)
        value = _read(parameter, request, path)
        if not isinstance(value, Nothing):
            values[location, name] = value
            schema = _schema(parameter)
            found = schemas.violations(schema, value) if schema is not None else ()
            violations.extend(violation.below(name) for violation in found)
        elif declared.required:
            violations.append(Violation(name, "is required"))
    return Arguments(values, tuple(violations))


def _read(parameter: Node, request: Request, path: Mapping[str, str]) -> Found:
    """The argument in the type of its schema."""
    name, schema = parameter.text("name"), _schema(parameter)
    if parameter.text("style") == "deepObject":
        return _deep_object(name, schema, request)
    sent = _sent(parameter.text("in"), name, request, path)
    if not sent:
        return NOTHING
    if "content" in parameter:
        return _json(sent[0])
    if schema is not None and "array" in types_of(schema):
        items = schema.resolve().get("items")
        return [typed(piece, items) for piece in _pieces(parameter, sent)]
    return typed(sent[0], schema)


def _sent(location: str, name: str, request: Request, path: Mapping[str, str]) -> list[str]:
    """The values a request has under a name."""
    match location:
        case "path":
            return [path[name]] if name in path else []
        case "query":
            return request.query_params.getlist(name)
        case "header":
            return request.headers.getlist(name)
        case _:
            return [unquote(request.cookies[name])] if name in request.cookies else []


def _pieces(parameter: Node, sent: list[str]) -> list[str]:
    """The elements of an array: one value each where it is exploded, else all in one value."""
    style = parameter.text("style", "form" if parameter.text("in") in {"query", "cookie"} else "simple")
    if parameter.text("in") == "query" and parameter.flag("explode", style == "form"):
        return sent
    return sent[0].split(SEPARATORS.get(style, ","))


def _deep_object(name: str, schema: Node | None, request: Request) -> Found:
    """The members sent as `name[member]=value`."""
    properties = schema.resolve().get("properties") if schema is not None else None
    found: dict[str, Json] = {}
    for key, value in request.query_params.multi_items():
        if key.startswith(f"{name}[") and key.endswith("]"):
            member = key[len(name) + 1 : -1]
            found[member] = typed(value, properties.get(member) if properties is not None else None)
    return found or NOTHING


def _schema(parameter: Node) -> Node | None:
    content = parameter.get("content")
    media = next((node for _, node in content.items()), None) if content is not None else None
    return (media or parameter).get("schema")


def _json(text: str) -> Json:
    try:
        return cast("Json", json.loads(text))
    except ValueError:
        return text


def typed(text: str, schema: Node | None) -> Json:
    """A text as the type its schema asks for; unchanged where it is not of that type, for the check to say so."""
    kinds = types_of(schema) if schema is not None else frozenset[str]()
    if "string" in kinds or not kinds:
        return text
    if "boolean" in kinds and text in _WORDS:
        return _WORDS[text]
    if kinds & {"integer", "number"} and len(text) <= _MOST_DIGITS and _NUMBER.fullmatch(text):
        number = json.loads(text)
        return cast("Json", number) if math.isfinite(number) else text
    return text


@lru_cache(_SCHEMAS)
def types_of(schema: Node) -> frozenset[str]:
    """The types a schema allows, those of its alternatives included; empty when it does not say."""
    return frozenset(_types(schema, 4))


def _types(schema: Node, depth: int) -> Iterator[str]:
    target = schema.resolve()
    said = target.get("type")
    if said is not None:
        yield from (node.as_text() for node in said.elements()) if said.is_list else (said.as_text(),)
    for key in ("allOf", "anyOf", "oneOf"):
        options = target.get(key)
        for option in options.elements() if options is not None and depth else ():
            yield from _types(option, depth - 1)

"""Edits of a good response on its way: off its schema, beyond its schema, reporting failure, cut into pages."""

import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, TypeAlias

from channelsmith.conform.compare import is_dict, is_list
from channelsmith.conform.document import Api, Operation, ResponseExample
from channelsmith.conform.relay import RecordedResponse, Reply
from channelsmith.conform.schemas import Schemas, formats, items, member, properties, types
from channelsmith.document import Node
from channelsmith.document.json_pointer import split

CURSORS: Final = ("conform-2", "conform-3")
"""The cursors that lead to the second and the third page."""
_UNKNOWN: Final = "conformUnknown"
_UNKNOWN_VALUE: Final = "CONFORM_UNKNOWN"
_FITS_NOTHING: Final = {"conform": ["drift"]}
_NUMBER: Final = "conform number "
_DIGITS: Final = ".12345678901234567891"
_LONG_NUMBER: Final = re.compile(rf'"{_NUMBER}(-?[0-9.]+)"')

Edit: TypeAlias = Callable[[Any], Any]
Path: TypeAlias = tuple[str | int, ...]


def edit_body(edit: Edit) -> Callable[[RecordedResponse], Reply]:
    """Return what the relay does to a response: its JSON body is edited, any other is left alone."""

    def apply(response: RecordedResponse) -> Reply:
        try:
            body = serialize(edit(json.loads(response.body)))
        except ValueError:
            body = response.body
        return Reply(response.status, response.headers, body)

    return apply


def serialize(body: Any) -> bytes:
    """A JSON body; numbers that no float can hold are written out."""
    return _LONG_NUMBER.sub(r"\1", json.dumps(body)).encode()


def misfit(response: ResponseExample, schemas: Schemas) -> Edit | None:
    """Put an object in the place of the first plain value; None where the schema accepts that everywhere."""
    schema = response.schema
    if schema is None or not response.is_json:
        return None
    for path in _plain_values(response.value, [schema], schemas):
        if not schemas.accepts(schema, put(response.value, path, _FITS_NOTHING)):
            return lambda body: put(body, path, _FITS_NOTHING)
    return None


def _plain_values(value: Any, declared: Sequence[Node], schemas: Schemas, path: Path = ()) -> Iterator[Path]:
    """The places of lists and plain values whose type is declared; of a list, first those in its first element."""
    parts = schemas.parts(declared, value)
    if is_dict(value):
        for name in properties(parts):
            if name in value:
                yield from _plain_values(value[name], member(parts, name), schemas, (*path, name))
    elif is_list(value):
        if value:
            yield from _plain_values(value[0], items(parts, 0), schemas, (*path, 0))
        yield path
    elif "binary" not in formats(parts) and (types(parts) or any("enum" in part for part in parts)):
        yield path


def extend(response: ResponseExample, schemas: Schemas) -> Edit | None:
    """Add an unknown member to every object, unknown enum values, and digits that floats lose; None for no JSON."""
    schema = response.schema
    if schema is None or not response.is_json:
        return None
    longer = json.loads(serialize(_lengthen(response.value, [schema], schemas)))
    allows_digits = schemas.accepts(schema, longer)  # a document may allow two digits only
    return lambda body: _add_unknown(_lengthen(body, [schema], schemas) if allows_digits else body, [schema], schemas)


def _add_unknown(value: Any, declared: Sequence[Node], schemas: Schemas) -> Any:
    parts = schemas.parts(declared, value)
    if schemas.is_choice(declared):
        return value
    if is_list(value):
        return [_add_unknown(element, items(parts, at), schemas) for at, element in enumerate(value)]
    if is_dict(value):
        known = properties(parts)
        tags = {part["discriminator"].text("propertyName") for part in parts if "discriminator" in part}
        made = {
            name: _add_unknown(inner, known[name], schemas) if name in known and name not in tags else inner
            for name, inner in value.items()
        }
        is_open = known and not any(part.value for part in member(parts, _UNKNOWN))
        return {**made, _UNKNOWN: {"deep": [1, None]}} if is_open else made
    allowed = [allowed_value.value for part in parts if "enum" in part for allowed_value in part["enum"].elements()]
    is_text = all(isinstance(allowed_value, str | None) for allowed_value in allowed)
    return _UNKNOWN_VALUE if isinstance(value, str) and value in allowed and is_text else value


def _lengthen(value: Any, declared: Sequence[Node], schemas: Schemas) -> Any:
    """The value with more digits in each decimal number than a float can hold."""
    parts = schemas.parts(declared, value)
    if schemas.is_choice(declared):
        return value
    if is_list(value):
        return [_lengthen(element, items(parts, at), schemas) for at, element in enumerate(value)]
    if is_dict(value):
        known = properties(parts)
        return {
            name: _lengthen(inner, known[name], schemas) if name in known else inner for name, inner in value.items()
        }
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return f"{_NUMBER}{int(value)}{_DIGITS}" if is_number and "decimal" in formats(parts) else value


def report_failure(operation: Operation, api: Api) -> Edit | None:
    """Make a success report a failure in its body, by its envelope or error codes; None where neither is declared."""
    if operation.envelope is not None and operation.envelope.success:
        success = split(operation.envelope.success)
        return lambda body: put(body, success, value=False)
    if not api.codes:
        return None

    def edit(body: Any) -> Any:
        for pointer, value in ((api.codes, 1), (api.messages, "it failed")):
            body = put(body, split(pointer), value) if pointer and is_dict(body) else body
        return body

    return edit


def make_pages(operation: Operation, response: ResponseExample) -> list[Any] | None:
    """Three pages made from one response, each leading to the next; None where the operation has no pages."""
    paging = operation.paging
    if paging is None or not is_dict(response.value):
        return None
    pages: list[Any] = []
    for position, cursor in enumerate((*CURSORS, "conform-never")):
        is_last = position == len(CURSORS)
        page = put(response.value, split(paging.cursor), cursor if not is_last or paging.stop else None)
        if paging.stop:
            page = put(page, split(paging.stop), paging.stop_value if is_last else _another(paging.stop_value))
        pages.append(page)
    return pages


def _another(value: Any) -> Any:
    """Another value of the same type."""
    match value:
        case bool():
            return not value
        case int() | float():
            return value + 1
        case str():
            return f"{value}-not"
        case _:
            return "more"


def put(body: Any, path: Sequence[str | int], value: Any) -> Any:
    """The body with a value at a path; missing members are added, `*` is the first element."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int) or step == "*":
        elements = body if is_list(body) and body else [None]
        return [put(elements[0], rest, value), *elements[1:]]
    members = body if is_dict(body) else {}
    return {**members, step: put(members.get(step), rest, value)}

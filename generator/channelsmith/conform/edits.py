"""Changes of a good answer on its way: off its schema, beyond its schema, saying failure, cut into pages."""

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from channelsmith import ir
from channelsmith.conform.given import Fits
from channelsmith.conform.methods import Answer, is_json
from channelsmith.conform.traffic import Answered, Reply
from channelsmith.document import Json
from channelsmith.document.json_pointer import split

UNKNOWN: Final = "conformUnknown"
UNKNOWN_VALUE: Final = "CONFORM_UNKNOWN"
PAGES: Final = ("conform-2", "conform-3")
"""The cursors that lead to the second and the third page."""
_FITS_NOTHING: Final[Json] = {"conform": ["drift"]}
_FREE: Final = frozenset({ir.Scalar.ANY, ir.Scalar.BINARY})

_NUMBER: Final = "conform number "
_DIGITS: Final = ".12345678901234567891"
_LONG: Final = re.compile(rf'"{_NUMBER}(-?[0-9.]+)"')

Edit = Callable[[Json], Json]


@dataclass(frozen=True, slots=True)
class Body:
    """An edit of a JSON body, as the relay applies it."""

    edit: Edit

    def __call__(self, answered: Answered) -> Reply:
        """The answer with its body changed; as it was where it is no JSON."""
        try:
            body = json.loads(answered.body)
        except ValueError:
            return Reply(answered.status, answered.headers, answered.body)
        return Reply(answered.status, answered.headers, written(self.edit(body)))


def drifted(answer: Answer, schemas: Mapping[str, ir.Schema], _: Fits) -> Edit | None:
    """Puts an object where the first plain value of a body should be; None where any value fits."""
    if answer.type is None or answer.media_type is None or not is_json(answer.media_type):
        return None
    place = _plain_place(answer.value, answer.type, schemas)
    return (lambda body: _put(body, place, _FITS_NOTHING)) if place is not None else None


def _plain_place(  # noqa: C901, PLR0911 -- a table, one case a type
    body: Json, kind: ir.Type, schemas: Mapping[str, ir.Schema]
) -> tuple[str | int, ...] | None:
    """Where the first value stands that can not be an object."""
    match kind:
        case ir.Primitive(scalar):
            return () if scalar not in _FREE else None
        case ir.Array(items) if isinstance(body, list):
            found = _plain_place(body[0], items, schemas) if body else None
            return (0, *found) if found is not None else ()
        case ir.Named(pointer):
            match schemas.get(pointer):
                case ir.EnumSchema():
                    return ()
                case ir.AliasSchema(type=inner):
                    return _plain_place(body, inner, schemas)
                case ir.ObjectSchema(properties=properties) if isinstance(body, dict):
                    for each in properties:
                        if each.name in body:
                            found = _plain_place(body[each.name], each.type, schemas)
                            if found is not None:
                                return (each.name, *found)
                case _:
                    pass
        case ir.Either(members):
            places = [_plain_place(body, each, schemas) for each in members]
            return () if places and all(place is not None and not place for place in places) else None
        case _:
            pass
    return None


def extended(answer: Answer, schemas: Mapping[str, ir.Schema], fits: Fits) -> Edit | None:
    """Adds a member nobody documented to every object, enum values nobody documented, and digits that floats lose.

    None for no JSON.
    """
    kind = answer.type
    if kind is None or answer.media_type is None or not is_json(answer.media_type):
        return None
    longer = _longer(answer.value, kind, schemas)
    may = fits(answer.schema, json.loads(written(longer)))  # a document may allow for two digits only
    return lambda body: _extended(_longer(body, kind, schemas) if may else body, kind, schemas)


def _extended(body: Json, kind: ir.Type, schemas: Mapping[str, ir.Schema]) -> Json:
    match kind:
        case ir.Array(items) if isinstance(body, list):
            return [_extended(each, items, schemas) for each in body]
        case ir.Named(pointer):
            match schemas.get(pointer):
                case ir.EnumSchema(values=values) if isinstance(body, str) and body in values:
                    return UNKNOWN_VALUE
                case ir.AliasSchema(type=inner, discriminator=""):
                    return _extended(body, inner, schemas)
                case ir.ObjectSchema(properties=properties, others=others) if isinstance(body, dict):
                    types = {each.name: each.type for each in properties}
                    known = {
                        name: _extended(each, types[name], schemas) if name in types else each
                        for name, each in body.items()
                    }
                    return {**known, UNKNOWN: {"deep": [1, None]}} if others in {None, ir.ANY} else known
                case _:
                    pass
        case ir.Either(members):
            others_ = [each for each in members if each != ir.NULL]
            if body is not None and len(others_) == 1:
                return _extended(body, others_[0], schemas)
        case _:
            pass
    return body


def _longer(body: Json, kind: ir.Type, schemas: Mapping[str, ir.Schema]) -> Json:
    """The body with more digits in each decimal number than a float can hold."""
    match kind:
        case ir.Primitive(ir.Scalar.DECIMAL) if isinstance(body, int | float) and not isinstance(body, bool):
            return f"{_NUMBER}{int(body)}{_DIGITS}"
        case ir.Array(items) if isinstance(body, list):
            return [_longer(each, items, schemas) for each in body]
        case ir.Either(members):
            inner = [each for each in members if each != ir.NULL]
            return _longer(body, inner[0], schemas) if len(inner) == 1 else body
        case ir.Named(pointer):
            match schemas.get(pointer):
                case ir.AliasSchema(type=inner_type):
                    return _longer(body, inner_type, schemas)
                case ir.ObjectSchema(properties=properties) if isinstance(body, dict):
                    types = {each.name: each.type for each in properties}
                    return {n: _longer(each, types[n], schemas) if n in types else each for n, each in body.items()}
                case _:
                    pass
        case _:
            pass
    return body


def failed(operation: ir.Operation, api: ir.Api) -> Edit | None:
    """Makes a success say failure inside, as its envelope or the table of codes would; None where neither is there."""
    envelope, table = operation.envelope, api.errors
    if envelope is not None and envelope.success:
        return lambda body: _put(body, split(envelope.success), value=False)
    if table is not None and table.rows and table.codes:
        row = table.rows[0]
        filled: dict[str, Json] = {table.codes: row.code, table.messages: row.message or "no words"}

        def edit(body: Json) -> Json:
            for pointer, value in filled.items():
                body = _put(body, split(pointer), value) if pointer and isinstance(body, dict) else body
            return body

        return edit
    return None


def pages(operation: ir.Operation, answer: Answer) -> Sequence[Json] | None:
    """Three pages made of one: each leads on but the last. None where the operation has none."""
    how = operation.pagination
    if how is None or not isinstance(answer.value, dict):
        return None
    found: list[Json] = []
    for at, cursor in enumerate((*PAGES, "conform-never")):
        is_last = at == len(PAGES)
        body = _put(answer.value, split(how.cursor), cursor if not is_last or how.stop else None)
        if how.stop:
            body = _put(body, split(how.stop), how.stop_value if is_last else _other(how.stop_value))
        found.append(body)
    return found


def _other(value: Json) -> Json:
    """A value that is not that one, of its kind."""
    match value:
        case bool():
            return not value
        case int() | float():
            return value + 1
        case str():
            return f"{value}-not"
        case _:
            return "more"


def _put(body: Json, place: Sequence[str | int], value: Json) -> Json:
    """The body with a value put at a place; what is missing on the way is made, `*` is the first element."""
    if not place:
        return value
    step, rest = place[0], place[1:]
    if isinstance(step, int) or step == "*":
        elements = body if isinstance(body, list) and body else [None]
        return [_put(elements[0], rest, value), *elements[1:]]
    members = body if isinstance(body, dict) else {}
    return {**members, step: _put(members.get(step), rest, value)}


def written(body: Json) -> bytes:
    """A body as it travels; numbers that no float holds are written out."""
    return _LONG.sub(r"\1", json.dumps(body)).encode()
